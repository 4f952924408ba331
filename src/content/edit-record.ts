/** The change of single fields in a record file: everything that is not changed keeps its bytes, comments too. */
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { append } from "../text/append.ts";
import { withoutAtEnd } from "../text/blanks.ts";
import { type Replacement, replaceRanges } from "../text/replace-ranges.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { knownKeys } from "./schema-fields.ts";
import { inOrder } from "./write-record.ts";
import { writeYaml } from "./yaml.ts";
import { isMap, isScalar, isSeq, type Node, parseYaml } from "./yaml-package.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The text with the fields set; a field that is undefined is taken away. Nothing where the file is written in a way that cannot be edited so,
 * as `isRight` says of what came out.
 */
export function editRecord(kind: RecordKind, text: string, changes: Fields, isRight: (edited: string) => boolean): string | undefined {
  for (const isWhole of [false, true]) {
    const edited = edit(kind, text, changes, isWhole);
    if (edited !== undefined && isRight(edited)) return edited;
  }
  return undefined;
}

/** With `isWhole`, all entries of lists are written anew. */
function edit(kind: RecordKind, text: string, changes: Fields, isWhole: boolean): string | undefined {
  const { bodyField, schema } = RECORDS[kind];
  const split = bodyField === undefined ? { parts: wholeYaml(text) } : splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { yaml, yamlStart, body, bodyStart } = split.parts;
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  const pairs = pairsOf(yaml);
  if (!pairs) return undefined;
  // Where all fields are indented, those that are written are so too.
  const [, indent = ""] = /^([ ]*)\S/.exec(yaml.slice(pairs[0]?.start)) ?? [];
  const order = knownKeys(schema, []);
  const edits: Replacement[] = [];
  let newBody: string | undefined;
  for (const [field, value] of Object.entries(changes)) {
    const index = pairs.findIndex(({ key }) => key === field);
    const pair = pairs[index];
    if (field === bodyField && !pair) {
      newBody = typeof value === "string" ? value.replaceAll(/\r\n?|\n/g, newline) : "";
      continue;
    }
    const plain = value === undefined ? "" : writeYaml({ [field]: inOrder(kind, value, [field], true) });
    const written = plain.replaceAll(/^(?=.)/gm, indent).replaceAll("\n", newline);
    const within =
      pair &&
      (textsWithin(yaml, pair.value, value) ??
        (isWhole ? undefined : entriesWithin(yaml, pair, value, (entry) => entryOf(kind, field, entry))));
    if (within) append(edits, within);
    else if (pair) edits.push({ start: pair.start, end: pair.end, replacement: withRemark(written, pair.remark) });
    else if (value !== undefined) {
      const rank = order.indexOf(field);
      const before = pairs.filter(({ key }) => order.indexOf(key) < rank).at(-1);
      const at = before?.end ?? pairs[0]?.start ?? yaml.length;
      // The last line of a file may have no end.
      edits.push({ start: at, end: at, replacement: /[^\n\ufeff]$/.test(yaml.slice(0, at)) ? newline + written : written });
    }
  }
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || rankOf(order, a.replacement) - rankOf(order, b.replacement) || b.index - a.index);
  const newYaml = replaceRanges(yaml, sorted);
  const between = text.slice(yamlStart + yaml.length, bodyStart);
  const after = text.slice(bodyStart + body.length);
  const ending = (() => {
    if (newBody === undefined) return between + body + after;
    if (body !== "") return newBody === "" ? `${between.trimEnd()}${newline}` : between + newBody + after;
    return newBody === "" ? between + after : `${between.trimEnd()}${newline}${newline}${newBody}${newline}`;
  })();
  return text.slice(0, yamlStart) + newYaml + ending;
}

interface Pair {
  key: string;
  value: unknown;
  start: number;
  end: number;
  remark: string;
}

/** The changes of texts that stand on one line each, where a list or its parts say the same but for those: comments in it stay. Nothing elsewhere. */
function textsWithin(yaml: string, node: unknown, value: unknown, isFlow = false, isInside = false): Replacement[] | undefined {
  const together = (all: (Replacement[] | undefined)[]) => (all.every((one) => one !== undefined) ? all.flat() : undefined);
  if (isScalar(node) && node.range) {
    if (node.value === value) return [];
    const [start, end] = node.range;
    const plain = typeof value === "string" ? /^field: ([^\n]+)\n$/.exec(writeYaml({ field: value }))?.[1] : undefined;
    if (!isInside || plain === undefined || yaml.slice(start, end).includes("\n") || start === end) return undefined;
    return [{ start, end, replacement: isFlow ? JSON.stringify(value) : plain }];
  }
  if (isSeq(node) && Array.isArray(value) && node.items.length === value.length)
    return together(node.items.map((item, index) => textsWithin(yaml, item, value[index], isFlow || node.flow === true, true)));
  if (isMap(node) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    const fields = new Map(node.items.map((item) => [isScalar(item.key) ? item.key.value : undefined, item.value]));
    if (fields.size !== Object.keys(value).length || fields.size !== node.items.length) return undefined;
    return together(
      Object.entries(value).map(([name, inner]) =>
        fields.has(name) ? textsWithin(yaml, fields.get(name), inner, isFlow || node.flow === true, true) : undefined,
      ),
    );
  }
  return undefined;
}

/** The lines of an entry of a list, without indentation. */
const entryOf = (kind: RecordKind, field: string, entry: unknown) =>
  writeYaml({ [field]: inOrder(kind, [entry], [field], true) })
    .replace(/^.*\n/, "")
    .replaceAll(/^ {2}/gm, "");

/** The change of a list of which some entries stay: those keep their lines, with the comments above and beside them. Nothing elsewhere. */
function entriesWithin(yaml: string, pair: Pair, value: unknown, written: (entry: unknown) => string): Replacement[] | undefined {
  if (!isSeq(pair.value) || pair.value.flow === true || !Array.isArray(value)) return undefined;
  const first = yaml.indexOf("\n", pair.start) + 1;
  let at = first;
  const old = pair.value.items.map((item) => {
    const { range, toJSON } = item as Node;
    const start = at;
    at = endOfLine(yaml, start + yaml.slice(start, range?.[1]).trimEnd().length);
    return { text: yaml.slice(start, at), says: JSON.stringify(toJSON.call(item)) };
  });
  const [, indent] = /^([ ]*)-/m.exec(yaml.slice(first, at)) ?? [];
  if (first === 0 || at !== pair.end || indent === undefined || !old.every(({ text }) => text.includes("-") && text.endsWith("\n")))
    return undefined;
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  let stay = 0;
  let next = 0;
  const lines = value.map((entry: unknown) => {
    const said = JSON.stringify(entry);
    const index = old.findIndex(({ says }, place) => place >= next && says === said);
    const found = old[index];
    if (!found)
      return written(entry)
        .replaceAll(/^(?=.)/gm, indent)
        .replaceAll("\n", newline);
    stay += 1;
    next = index + 1;
    return found.text;
  });
  return stay === 0 ? undefined : [{ start: first, end: at, replacement: lines.join("") }];
}

const endOfLine = (yaml: string, from: number) => {
  const end = yaml.indexOf("\n", from);
  return end < 0 ? yaml.length : end + 1;
};

const rankOf = (order: readonly string[], written: string) => order.indexOf(/^[^:]*/.exec(written)?.[0].trimStart() ?? "");

/** A field on one line with the comment that stood behind its former value. */
const withRemark = (written: string, remark: string) =>
  /^[^\n]+\n$/.test(written) ? written.replace(/(?=\r?\n$)/, () => remark) : written;

/** The fields at the top of block YAML: each from the start of its line to the end of the last line of its value, and the comment that stands there. */
function pairsOf(yaml: string): Pair[] | undefined {
  const { contents } = parseYaml(yaml);
  if (!isMap(contents) || contents.flow === true) return undefined;
  const pairs = [];
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== "string" || !key.range) return undefined;
    const [start, keyEnd] = key.range;
    const valueEnd = (value as Node | null)?.range?.[1] ?? keyEnd;
    const written = yaml.slice(start, Math.max(keyEnd, valueEnd)).trimEnd();
    const end = endOfLine(yaml, start + written.length);
    const [remark = ""] = /^[ \t]+#[^\r\n]*/.exec(yaml.slice(start + written.length, end)) ?? [];
    pairs.push({ key: key.value, value, start: withoutAtEnd(yaml.slice(0, start), /[ \t]/).length, end, remark });
  }
  return pairs;
}
