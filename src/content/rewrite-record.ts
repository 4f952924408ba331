/** The change of all texts of a record file at once, such as of a name that many fields hold: what is not changed keeps its bytes. */
import { append } from "../text/append.ts";
import { sortedKeys } from "../text/sorted-keys.ts";
import { changeTextsIn, type TextChange } from "../model/change-texts.ts";
import { type HiddenWords, namesHidden } from "../model/hidden-words.ts";
import type { Filed } from "../model/record-set.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { editRecord } from "./edit-record.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { formatExactly } from "./write-record.ts";
import { readYaml } from "./yaml.ts";
import { limitsOfRecord } from "./yaml-tokens.ts";
import { type YamlToken, yamlComments } from "./yaml-package.ts";

type Fields = Record<string, unknown>;

/** The fields of a record file as they are written, with the body as one of them; nothing where it cannot be read. */
export function writtenFields(kind: RecordKind, text: string): Fields | undefined {
  const { bodyField } = RECORDS[kind];
  const split = bodyField === undefined ? { parts: wholeYaml(text) } : splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { data } = readYaml(split.parts.yaml, limitsOfRecord(bodyField === undefined));
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return bodyField !== undefined && split.parts.body !== "" ? { ...data, [bodyField]: split.parts.body } : { ...data };
}

/** The text of a record file with other fields; the same text where they say the same. */
export function withFields(kind: RecordKind, text: string, fields: Readonly<Fields>): string {
  const before = writtenFields(kind, text) ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(fields)])];
  const changed = names.filter((name) => !equal(before[name], fields[name]));
  if (changed.length === 0) return text;
  const changes = Object.fromEntries(changed.map((name) => [name, fields[name]]));
  const whole = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  // The edit is believed only when the record says what it should. Its lines end as those of the file do.
  const says = (edited: string) => sameLines(sortedKeys(writtenFields(kind, edited)), sortedKeys(whole));
  return editRecord(kind, text, changes, says) ?? writtenAnew(kind, text, whole);
}

/** The text of a record file whose fields are all written anew. How it begins, how its lines end and a body that stays are as they were. */
function writtenAnew(kind: RecordKind, text: string, fields: Readonly<Fields>): string {
  const { bodyField } = RECORDS[kind];
  const plain = formatExactly(kind, fields);
  const anew = `${text.startsWith("\ufeff") ? "\ufeff" : ""}${/^[^\n]*\r\n/.test(text) ? plain.replaceAll(/\r?\n/g, "\r\n") : plain}`;
  const [old, other] = [text, anew].map((one) => (bodyField === undefined ? undefined : splitFrontMatter(one)));
  if (!old || !other || !("parts" in old) || !("parts" in other) || !sameLines(old.parts.body, other.parts.body)) return anew;
  const { yaml, yamlStart } = old.parts;
  return text.slice(0, yamlStart) + other.parts.yaml + text.slice(yamlStart + yaml.length);
}

/** The text of a record file with all its texts changed. */
export function rewriteRecord(kind: RecordKind, text: string, change: TextChange): string {
  const fields = writtenFields(kind, text);
  return fields ? withFields(kind, text, (changeTextsIn(fields, change) ?? {}) as Fields) : text;
}

/**
 * The text of a record file as it may be published: as it is written, but for comments that name what is not published; or, where its
 * fields tell of that too, without those and without any comment.
 */
export function publishedText({ shortened, file }: Filed<unknown>, text: string, hidden: HiddenWords | undefined): string {
  const fields = shortened && writtenFields(shortened.kind, text);
  if (fields) return formatExactly(shortened.kind, (changeTextsIn(fields, shortened.change) ?? {}) as Fields);
  return hidden ? withoutComments(text, file.endsWith(".md"), (comment) => namesHidden(hidden, comment)) : text;
}

/** The text of a record file without some of the comments of its fields. Comments on lines that follow each other are one. */
function withoutComments(text: string, hasBody: boolean, isUnwanted: (comment: string) => boolean): string {
  const split = hasBody ? splitFrontMatter(text) : { parts: wholeYaml(text) };
  if (!("parts" in split) || !split.parts.yaml.includes("#")) return text;
  const { yaml, yamlStart } = split.parts;
  const cuts: [start: number, end: number][] = [];
  for (const run of commentRuns(yaml))
    if (isUnwanted(run.map(({ text: one }) => one).join("\n")))
      append(
        cuts,
        run.map((comment) => withItsLine(yaml, comment)),
      );
  let [rest, from] = ["", 0];
  for (const [start, end] of cuts) {
    rest += text.slice(from, yamlStart + start);
    from = yamlStart + end;
  }
  return rest + text.slice(from);
}

/** The comments of a record file, those on lines that follow each other as one, with where each begins in the file. */
export function recordComments(kind: RecordKind, text: string): { start: number; text: string }[] {
  const split = RECORDS[kind].bodyField === undefined ? { parts: wholeYaml(text) } : splitFrontMatter(text);
  if (!("parts" in split)) return [];
  const { yaml, yamlStart } = split.parts;
  return [...commentRuns(yaml)].map((run) => ({ start: yamlStart + (run[0]?.start ?? 0), text: run.map((one) => one.text).join("\n") }));
}

function* commentRuns(yaml: string): Generator<YamlToken[]> {
  let run: YamlToken[] = [];
  for (const comment of yamlComments(yaml)) {
    const last = run.at(-1);
    const isNext = last && yaml.slice(last.start + last.text.length, comment.start).trim() === "";
    // Behind a value it goes on only right below itself.
    const goesOn = last && isNext && (isAlone(yaml, last) || columnOf(yaml, last) === columnOf(yaml, comment));
    if (last && !goesOn) {
      yield run;
      run = [];
    }
    run.push(comment);
  }
  if (run.length > 0) yield run;
}

const columnOf = (yaml: string, { start }: YamlToken) => start - yaml.lastIndexOf("\n", start);
const isAlone = (yaml: string, { start }: YamlToken) => yaml.slice(yaml.lastIndexOf("\n", start) + 1, start).trim() === "";

/** A comment with the blanks before it, and with its line where nothing else stands there. */
function withItsLine(yaml: string, comment: YamlToken): [number, number] {
  const { start, text } = comment;
  let first = start;
  while (first > 0 && /[ \t]/.test(yaml.charAt(first - 1))) first--;
  const end = start + text.length;
  return [first, isAlone(yaml, comment) ? end + (/^\r?\n/.exec(yaml.slice(end))?.[0].length ?? 0) : end];
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The same but for how lines end. */
function sameLines(...both: [unknown, unknown]): boolean {
  const [a, b] = both.map((one) => JSON.stringify(one, (_, text) => (typeof text === "string" ? text.replaceAll("\r\n", "\n") : text)));
  return a === b;
}
