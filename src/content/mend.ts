/** What can be mended in a record without changing what it says: quotes around times, spelling of topics, order of fields. */
import type { FieldPath, Finding } from "../model/problem.ts";
import { guessTime, guessTimes, isInQuotes } from "../model/records/guesses.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { type Replacement, replaceRanges } from "../text/replace-ranges.ts";
import { wordKey } from "../text/slug.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { knownKeys } from "./schema-fields.ts";
import { readYaml } from "./yaml.ts";
import { oddBlank, oddBlanks } from "./yaml-mistakes.ts";
import { type Document, isMap, isScalar, isSeq, parseYaml, type Scalar } from "./yaml-package.ts";
import { commandName } from "../text/commands.ts";
import { isTimeOfDay } from "../text/clock.ts";

/** Something that can be mended: what a check says of it, and the text that takes its place. */
export interface Mend extends Pick<Finding, "rule" | "message" | "hint">, Replacement {
  /** Whether the record does not pass as it is, so that an error tells of it already. */
  isError?: boolean;
  /** What to point at, where that is not all that is replaced. */
  place?: { start: number; end: number };
}

const CLOCKS = new Set(["start", "end", "dayChange"]);
const DATES = new Set(["startDate", "endDate", "bioAsOf", "archivedOn"]);

/** Everything that can be mended in the text of a record. `spellings` gives the usual spelling of a topic by its `wordKey`. */
export function mendsOf(text: string, kind: RecordKind, spellings: ReadonlyMap<string, string>): Mend[] {
  const yaml = yamlOf(text, kind);
  if (!yaml) return [];
  // What cannot be read, and what no record may hold (aliases, tags, the same field twice), is for the editor to mend.
  const { document } = readYaml(yaml.text);
  const blanks = [...oddBlanks(yaml.text)].map(
    (blank): Mend => ({ ...oddBlank(blank), start: blank.start, end: blank.end, replacement: " ", isError: true }),
  );
  const mends = isMap(document?.contents)
    ? [...scalarMends(document, yaml.text, spellings), ...invisibleMends(yaml.text, spellings), ...orderMend(document, yaml.text, kind)]
    : blanks;
  const shift = <T extends { start: number; end: number }>(range: T): T => ({
    ...range,
    start: range.start + yaml.start,
    end: range.end + yaml.start,
  });
  return mends.map((mend) => ({ ...shift(mend), ...(mend.place && { place: shift(mend.place) }) }));
}

/** The text with all of it mended; every byte outside the mended places stays as it was. */
export function mend(text: string, kind: RecordKind, spellings: ReadonlyMap<string, string>): string {
  const apply = (before: string, rule: (one: Mend) => boolean) => {
    const mends = mendsOf(before, kind, spellings).filter(rule);
    const after = replaceRanges(
      before,
      mends.sort((a, b) => a.start - b.start),
    );
    return after === before || saysTheSame(before, after, kind, spellings) ? after : before;
  };
  // One after the other, for they overlap: a blank may stand in a topic, and the order of fields replaces all fields at once.
  const isBlank = ({ rule }: Mend) => rule === "invisible-blank";
  const isOrder = ({ rule }: Mend) => rule === "field-order";
  return [isBlank, (one: Mend) => !isBlank(one) && !isOrder(one), isOrder].reduce(apply, text);
}

/** Whether a record says the same as before, but for how times, days and topics are written and for invisible blanks. */
function saysTheSame(before: string, after: string, kind: RecordKind, spellings: ReadonlyMap<string, string>): boolean {
  const [old, mended] = [before, after].map((text) => meaningOf(yamlOf(text, kind)?.text ?? "", spellings));
  // What could not be read says nothing yet.
  return old === undefined || old === mended;
}

/** All that YAML says, in one order and without what can be mended; nothing where it cannot be read. */
function meaningOf(yaml: string, spellings: ReadonlyMap<string, string>): string | undefined {
  const { data } = readYaml(yaml);
  if (typeof data !== "object" || data === null) return undefined;
  const fields = Object.entries(data).filter(([name]) => !CLOCKS.has(name) && !DATES.has(name));
  const topic = (written: unknown) => wordKey(spellings.get(wordKey(`${written}`)) ?? `${written}`);
  const plain = (key: string, value: unknown) => (key === "topics" && Array.isArray(value) ? value.map(topic) : value);
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))), plain).replaceAll(INVISIBLE, "");
}

function yamlOf(text: string, kind: RecordKind): { text: string; start: number } | undefined {
  if (RECORDS[kind].bodyField === undefined) return { text, start: 0 };
  const split = splitFrontMatter(text);
  return "parts" in split ? { text: split.parts.yaml, start: split.parts.yamlStart } : undefined;
}

/** Scripts that write words without blanks may have these between them. */
const WITHOUT_BLANKS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Blanks of no width: they come along when text is copied, cannot be seen, and keep a name from being found. */
const INVISIBLE = /[\u200b\u2060]+/g;

function* invisibleMends(yaml: string, spellings: ReadonlyMap<string, string>): Generator<Mend> {
  let [lineEnd, hasBlanks] = [-1, true];
  const found = [...yaml.matchAll(INVISIBLE)].filter(({ index }) => {
    // A line may have a hundred thousand of them, and is looked at once.
    if (index >= lineEnd) {
      const next = yaml.indexOf("\n", index);
      lineEnd = next < 0 ? yaml.length : next;
      hasBlanks = !WITHOUT_BLANKS.test(yaml.slice(yaml.lastIndexOf("\n", index) + 1, lineEnd));
    }
    return hasBlanks;
  });
  if (found.length === 0) return;
  // `C \u200b# 7` is a text that ends in a comment without it.
  const isSafe = meaningOf(yaml, spellings) === meaningOf(yaml.replaceAll(INVISIBLE, ""), spellings);
  for (const { index, 0: blank } of found)
    yield {
      rule: "invisible-blank",
      message: "The text holds a blank of no width, which cannot be seen and keeps words from being found.",
      hint: isSafe ? `Delete it, or run \`${commandName("check")} --fix\`.` : "Delete it, and put the text into double quotes.",
      start: index,
      end: index + blank.length,
      replacement: isSafe ? "" : blank,
    };
}

/** A scalar that stands within its line or lines, so that other text can take its place. */
const isInline = (node: unknown): node is Scalar => isScalar(node) && node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED";

const startsLine = ({ range }: Scalar, yaml: string) => range?.[0] === 0 || yaml[(range?.[0] ?? 0) - 1] === "\n";

function* scalarMends(document: Document, yaml: string, spellings: ReadonlyMap<string, string>): Generator<Mend> {
  if (!isMap(document.contents)) return;
  const { items, flow } = document.contents;
  // A field more is a line more, which stands where all fields do.
  const isFull =
    flow === true || items.some(({ key }) => isScalar(key) && (/^(end|duration)$/.test(String(key.value)) || !startsLine(key, yaml)));
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (isInline(value)) {
      if (CLOCKS.has(name)) yield* quoteClock(value, name, isFull);
      if (value.type === "PLAIN" && DATES.has(name) && typeof value.value === "number")
        yield {
          ...replace(value, `"${value.source}"`, "unquoted-date", `\`${name}\` is a year without quotes, which reads as a number.`),
          isError: true,
        };
    }
    if (name === "topics" && isSeq(value)) for (const item of value.items) if (isInline(item)) yield* respellTopic(item, spellings);
  }
}

function* quoteClock(value: Scalar, name: string, isFull: boolean): Generator<Mend> {
  const written = typeof value.value === "string" ? value.value : (value.source ?? "");
  const both = name === "start" && !isFull ? guessTimes(written) : undefined;
  const inQuotes = isInQuotes(written) ? guessTime(written) : undefined;
  if (both) yield { ...replace(value, `"${both[0]}"\nend: "${both[1]}"`, "bad-time", "`start` is a start and an end."), isError: true };
  else if (inQuotes !== undefined)
    yield { ...replace(value, `"${inQuotes}"`, "bad-time", `\`${name}\` stands in typographic quotes.`), isError: true };
  if (both || inQuotes !== undefined || value.type !== "PLAIN") return;
  const match = /^(\d{1,2}):(\d{2})$/.exec(value.source ?? "");
  if (!match) return;
  const time = `${match[1]?.padStart(2, "0")}:${match[2]}`;
  yield {
    ...replace(value, `"${time}"`, "unquoted-time", `\`${name}\` is a time without quotes, which some programs read as a number.`),
    isError: !isTimeOfDay(value.source ?? ""),
  };
}

function* respellTopic(item: Scalar, spellings: ReadonlyMap<string, string>): Generator<Mend> {
  if (typeof item.value !== "string") return;
  const usual = spellings.get(wordKey(item.value));
  if (usual === undefined || usual === item.value) return;
  const text =
    /^[\p{L}][\p{L}\d ._/-]*$/u.test(usual) && !/^(true|false|null|y|n|yes|no|on|off)$/i.test(usual) ? usual : JSON.stringify(usual);
  yield replace(item, text, "topic-spelling", `The topic “${item.value}” is written “${usual}” elsewhere.`);
}

function replace(node: Scalar, replacement: string, rule: string, message: string): Mend {
  const [start = 0, end = 0] = node.range ?? [];
  return { rule, message, hint: `Write \`${replacement}\`, or run \`${commandName("check")} --fix\`.`, start, end, replacement };
}

/** Fields in the order of their schema, each with the comments above it; nothing where that would change what is said. */
function orderMend(document: Document, yaml: string, kind: RecordKind): Mend[] {
  if (!isMap(document.contents)) return [];
  const order = knownKeys(RECORDS[kind].schema, [] as FieldPath);
  const keys = document.contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [{ name: String(key.value), at: key.range[0] }] : [],
  );
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const [first] = keys;
  const misplaced = keys.find((key, index) => index > 0 && rank(key.name) < rank(keys[index - 1]?.name ?? ""));
  if (!first || !misplaced || keys.some(({ name }) => !order.includes(name)) || keys.some((key) => key.at > 0 && yaml[key.at - 1] !== "\n"))
    return [];
  const starts = keys.map((key) => withCommentsAbove(yaml, key.at));
  const blocks = keys.map((key, index) => ({ name: key.name, text: yaml.slice(starts[index], starts[index + 1] ?? yaml.length) }));
  const lineEnd = yaml.includes("\r\n") ? "\r\n" : "\n";
  const ended = blocks.map((block) => ({ ...block, text: /\n$/.test(block.text) ? block.text : block.text.replace(/\r?$/, lineEnd) }));
  const sorted = ended
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map((block) => block.text)
    .join("");
  const start = starts[0] ?? 0;
  // The closing fence brings its own line end, so the last field keeps none that it did not have.
  const replacement = /\n$/.test(yaml) ? sorted : sorted.replace(/\r?\n$/, yaml.endsWith("\r") ? "\r" : "");
  const after = parseYaml(yaml.slice(0, start) + replacement);
  if (after.errors.length > 0 || sortedText(after) !== sortedText(document)) return [];
  return [
    {
      rule: "field-order",
      message: `\`${misplaced.name}\` stands below fields that usually follow it.`,
      hint: `Run \`${commandName("check")} --fix\`, which brings the fields into their usual order.`,
      start,
      end: yaml.length,
      replacement,
      place: { start: misplaced.at, end: misplaced.at + misplaced.name.length },
    },
  ];
}

/** The start of the comment lines that stand directly above an offset. */
function withCommentsAbove(yaml: string, offset: number): number {
  let start = offset;
  while (start > 1) {
    const line = yaml.lastIndexOf("\n", start - 2) + 1;
    if (yaml[line] !== "#") break;
    start = line;
  }
  return start;
}

function sortedText(document: Document): string {
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  return JSON.stringify(typeof data === "object" && data !== null ? Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)) : data);
}
