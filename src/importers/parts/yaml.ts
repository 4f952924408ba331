/** Reads foreign YAML: its texts as they are written, where they stand, and what is broken. */
import { aliasesIn, isMap, isScalar, isSeq, parseYaml } from "../../content/yaml-package.ts";
import { clip } from "../../model/records/fields.ts";
import { tooComplex } from "../../content/yaml-tokens.ts";
import type { ForeignFile, Place } from "../importer.ts";
import { type ForeignFields, WatchedFields } from "./field-use.ts";
import type { Reading } from "./reading.ts";

/** A list, or fields, or a text of a YAML file. A number is the text that stands for it. */
export interface YamlValue {
  place: Place;
  text: string;
  readonly items: YamlValue[];
  /** The same items, looked at for the account: that leaves open whether an importer asked for them. */
  all: readonly YamlValue[];
  /** Whether an importer asked for the items. */
  isRead(): boolean;
  fields: WatchedFields<YamlValue>;
  /** The text of a field on one line; empty where there is none. */
  line(name: string): string;
  /** Where a field stands; the place of the whole where it is not there. */
  placeOf(name: string): Place;
}

/** Whether a value has fields. */
export const isRecord = ({ fields }: YamlValue) => fields.names().length > 0;

/** The content of a file; what could not be read is told, and the rest is there all the same. */
export function readYamlFile(file: ForeignFile, reading: Reading): YamlValue {
  return watchYaml(valueOfFile(file, reading), reading);
}

/** The content of a file that may turn out to be of no use, before `watchYaml` has what nobody asks for counted. */
export function valueOfFile(file: ForeignFile, reading: Reading): YamlValue {
  const limit = tooComplex(file.text, LIMITS);
  if (limit) {
    const message =
      limit.reason === "deep" ? "The YAML is nested deeper than any data of talks." : "The YAML has more parts than can be read.";
    const hint = "Get the file anew from its source, or cut it into several.";
    reading.refuse({ file, start: limit.start, end: limit.start + 1 }, "bad-yaml", message, hint);
    reading.row();
    return valueAt(file, 0, 0, "$");
  }
  try {
    const document = parseLoosely(file.text);
    for (const error of document.errors.slice(0, 20)) {
      const place = { file, start: error.pos[0], end: error.pos[1] };
      const [written = ""] = error.message.split("\n");
      const message = /call stack/i.test(written) ? "It is nested too deep" : written;
      reading.warn(
        place,
        "bad-yaml",
        `The YAML is broken here: ${message.replace(/\.?$/, ".")}`,
        "Put texts with `:` or `#` in double quotes, and indent with blanks.",
      );
    }
    tellAliases(document, file, reading);
    return convert(document.contents, file, "$", 0);
  } catch {
    reading.warn({ file, start: 0, end: 0 }, "bad-yaml", "The YAML cannot be read.", "Get the file anew from its source.");
    return valueAt(file, 0, 0, "$");
  }
}

/** Parts that stand for others, which are not read, since a few of them can stand for more than fits into memory. */
function tellAliases(document: ReturnType<typeof parseYaml>, file: ForeignFile, reading: Reading): void {
  for (const { source, range } of aliasesIn(document).slice(0, 20))
    reading.warn(
      { file, start: range?.[0] ?? 0, end: range?.[1] ?? 0 },
      "yaml-alias",
      `\`*${clip(source)}\` stands for another part of the file, which is not read here.`,
      "Write that part here, too, and import again.",
    );
}

/** What the text says; where it is broken, what it says with texts in quotes and tabs read as Hugo and Jekyll do, if that is not broken. */
function parseLoosely(text: string): ReturnType<typeof parseYaml> {
  const document = parseYaml(text);
  if (document.errors.length === 0) return document;
  const loose = parseYaml(onOneLine(withoutTabs(text)));
  return loose.errors.length === 0 ? loose : document;
}

/** The same with blanks for tabs before the text of a line. */
const withoutTabs = (text: string) => text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => " ".repeat(indent.length));

/** A field whose text begins with a quote. */
const QUOTED_FIELD = /^([ \t]*(?:- +)?)[\w][\w .-]*:[ \t]+(["'])/;

/**
 * The same with each text in quotes on one line whose further lines are not indented: those sites take that, but the rules of YAML do not. All else stays
 * at its place, counted in characters.
 */
function onOneLine(text: string): string {
  const lines = text.split("\n");
  const made: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] ?? "";
    const [whole, indent = "", quote = ""] = QUOTED_FIELD.exec(first) ?? [];
    const end = whole === undefined ? at : endOfQuoted(lines, at, whole.length, quote);
    // Without its end, nothing after it can be told.
    if (end === undefined) return [...made, ...lines.slice(at)].join("\n");
    const all = lines.slice(at, end + 1);
    const isLoose = all.slice(1).some((line) => line.trim() !== "" && line.search(/\S/) <= indent.length);
    made.push(isLoose ? folded(all.join("\n"), quote) : all.join("\n"));
    at = end;
  }
  return made.join("\n");
}

/** The line in which a text in quotes ends; nothing where it does not, or not before the end of the fields. */
function endOfQuoted(lines: readonly string[], at: number, from: number, quote: string): number | undefined {
  const closed = quote === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'(?!')/;
  for (let line = at; line < lines.length; line++) {
    const text = line === at ? (lines[line] ?? "").slice(from) : (lines[line] ?? "");
    if (line > at && /^(?:---|\.\.\.)\s*$/.test(text)) return undefined;
    if (closed.test(text)) return line;
  }
  return undefined;
}

/** The lines as one of the same length; an empty line between them ends a paragraph, which only double quotes can say. */
function folded(text: string, quote: string): string {
  const inOne = quote === '"' ? text.replace(/\n\r?\n/g, (gap) => `\\n${" ".repeat(gap.length - 2)}`) : text;
  return inOne.replace(/[\r\n]/g, " ");
}

export function watchYaml(value: YamlValue, reading: Reading): YamlValue {
  reading.watch({
    isRow: true,
    fields: () => [{ name: "", isUsed: true, text: () => "", isPlain: false, isGroup: false, inner: () => objectsIn(value) }],
  });
  return value;
}

/** Data of another format, such as TOML, in the same form. All of it stands at the start of the file. */
export function objectToYamlValue(data: unknown, file: ForeignFile, reading: Reading): YamlValue {
  return watchYaml(convertData(data, file, 0), reading);
}

function convertData(data: unknown, file: ForeignFile, depth: number): YamlValue {
  const value = valueAt(file, 0, 0, "$");
  if (depth > DEEPEST || data === null || data === undefined) return value;
  if (Array.isArray(data))
    return withItems(
      value,
      data.map((item) => convertData(item, file, depth + 1)),
    );
  if (data instanceof Date) return { ...value, text: data.toISOString() };
  if (typeof data !== "object") return { ...value, text: String(data) };
  return withFields(value, new Map(Object.entries(data).map(([name, inner]) => [name, convertData(inner, file, depth + 1)])));
}

function withItems(value: YamlValue, all: readonly YamlValue[]): YamlValue {
  let isRead = false;
  return {
    ...value,
    all,
    isRead: () => isRead,
    get items() {
      isRead = true;
      return [...all];
    },
  };
}

function withFields(value: YamlValue, fields: ReadonlyMap<string, YamlValue>): YamlValue {
  const named = watchedFields(fields);
  return {
    ...value,
    fields: named,
    line: (name) => (named.get(name)?.text ?? "").replace(/\s+/g, " ").trim(),
    placeOf: (name) => named.get(name)?.place ?? value.place,
  };
}

const DEEPEST = 50;
/** What the parser can take: it calls itself for every level. */
const LIMITS = { levels: DEEPEST, columns: 200, tokens: 3_000_000 };

function* objectsIn({ all, isRead, fields }: YamlValue): Generator<ForeignFields> {
  yield fields;
  // A list where the importer asked for one text.
  if (!isRead()) yield new WatchedFields(new Map([["", all.map(({ text }) => text).join("\n")]]), (text) => text, { isRow: false });
  for (const item of all) yield* objectsIn(item);
}

/** All text of a value, to be looked at alone. */
export function textIn({ text, all, fields }: YamlValue): string {
  const inner = [...fields.fields()].map((field) => field.text());
  return [text, ...all.map(textIn), ...inner].filter((one) => one !== "").join("\n");
}

const watchedFields = (fields: ReadonlyMap<string, YamlValue>) =>
  new WatchedFields(fields, textIn, {
    isRow: false,
    innerOf: objectsIn,
    isPlain: ({ all, fields: inner }) => all.length === 0 && inner.names().length === 0,
  });

function convert(node: unknown, file: ForeignFile, what: string, depth: number): YamlValue {
  const range = (node as { range?: [number, number, number] } | null)?.range;
  const value = valueAt(file, range?.[0] ?? 0, range?.[1] ?? 0, what);
  if (depth > DEEPEST) return value;
  if (isScalar(node))
    return { ...value, text: typeof node.value === "string" ? node.value : node.value === null ? "" : (node.source ?? "") };
  if (isSeq(node))
    return withItems(
      value,
      node.items.map((item, index) => convert(item, file, `${what}[${index}]`, depth + 1)),
    );
  if (!isMap(node)) return value;
  const fields = new Map<string, YamlValue>();
  for (const { key, value: inner } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name !== "") fields.set(name, convert(inner, file, `${what}.${name}`, depth + 1));
  }
  return withFields(value, fields);
}

function valueAt(file: ForeignFile, start: number, end: number, what: string): YamlValue {
  const place = { file, start, end, what };
  return {
    place,
    text: "",
    items: [],
    all: [],
    isRead: () => true,
    fields: watchedFields(new Map()),
    line: () => "",
    placeOf: () => place,
  };
}
