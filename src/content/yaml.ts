/** YAML: reading a record's data without code, aliases or surprises, and where each field stands. */
import { append } from "../text/append.ts";
import type { FieldPath } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import {
  BEGINS_WITH_ODD_BLANK,
  cutByComment,
  explainMistake,
  lineOf,
  oddBlank,
  oddBlanks,
  quotedTokens,
  refuseFeature,
  swallowedEntry,
  type YamlComplaint,
  type YamlError,
} from "./yaml-mistakes.ts";
import { Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, parseYaml, visit, type YAMLMap } from "./yaml-package.ts";
import { tooComplex, type YamlLimits } from "./yaml-tokens.ts";

/** The data of a record with the document it comes from, or what is wrong with it. */
export type YamlRecord =
  | { data: unknown; document: Document; complaints?: undefined }
  | { data?: undefined; document?: undefined; complaints: YamlComplaint[] };

/**
 * Reads plain data; whatever a record never needs (tags, anchors, merge keys, odd keys) is a complaint, and then no data comes back.
 * `limits` are those of a single record unless others are given.
 */
export function readYaml(text: string, limits?: YamlLimits): YamlRecord {
  const limit = tooComplex(text, limits);
  if (limit) return { complaints: [refuseComplexity(limit)] };
  const blanks = [...oddBlanks(text)].slice(0, MOST_COMPLAINTS);
  if (blanks.length > 0) return { complaints: blanks.map(oddBlank) };
  const document = parseYaml(text);
  const mistakes = explainAll(text, [...document.errors, ...document.warnings.filter((warning) => warning.code !== "TAG_RESOLVE_FAILED")]);
  const complaints = mistakes.length > 0 ? mistakes : refuseFeatures(document, text);
  return complaints.length > 0 ? { complaints } : { data: document.toJS({ maxAliasCount: 0 }) ?? {}, document };
}

function refuseComplexity({ reason, start }: { reason: "deep" | "long"; start: number }): YamlComplaint {
  return {
    rule: "yaml-syntax",
    message: reason === "deep" ? "The fields are nested deeper than in any record." : "There are more fields than in any record.",
    hint: reason === "deep" ? "If this is text, put all of it in double quotes." : "Cut the record into several ones.",
    range: { start, end: start + 1 },
  };
}

/**
 * One complaint a line, up to the first mistake after which nothing can be told for sure. Only the first mistake of a line is looked
 * into, for a line can have thousands.
 */
function explainAll(text: string, errors: readonly YamlError[]): YamlComplaint[] {
  if (errors.length === 0) return [];
  const told = new Map<number, YamlComplaint>();
  const quoted = quotedTokens(text);
  let explained = -1;
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const { start } = lineOf(text, error.pos[0]);
    if (start === explained) continue;
    explained = start;
    const { readOn, ...complaint } = explainMistake(text, error, quoted);
    const line = lineOf(text, complaint.range.start).start;
    if (!told.has(line)) told.set(line, complaint);
    if (!readOn || told.size > MOST_COMPLAINTS) break;
  }
  return [...told.values()];
}

/** Enough for any report; a text with more is not meant to be a record. */
const MOST_COMPLAINTS = 1000;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

function refuseFeatures(document: Document, text: string): YamlComplaint[] {
  const complaints: YamlComplaint[] = [];
  const lineAt = linesOf(text);
  const refuse = (node: Node, rule: string, message: string, hint: string) => {
    const [start = 0, end = 1] = node.range ?? [];
    complaints.push({ rule, message, hint, range: { start, end } });
  };
  const feature = (node: Node, what: string) => complaints.push(refuseFeature(text, node.range?.[0] ?? 0, node.range?.[1] ?? 1, what));
  visit(document, {
    Node(key, node) {
      if (complaints.length > MOST_COMPLAINTS) return visit.BREAK;
      if (isMap(node)) append(complaints, duplicateKeys(node, lineAt, key !== null));
      if (isScalar(node) && node.type === "PLAIN" && key !== "key") {
        const cut = cutByComment(text, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
        if (cut) complaints.push(cut);
        const swallowed = typeof key === "number" && swallowedEntry(text, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
        if (swallowed) complaints.push(swallowed);
      }
      if (isAlias(node)) feature(node, "An alias (`*name`)");
      else if (node.anchor !== undefined) feature(node, "An anchor (`&name`)");
      else if (node.tag !== undefined) feature(node, "A tag (`!name`)");
      if (key !== "key") return undefined;
      if (!isScalar(node) || typeof node.value !== "string")
        refuse(node, "yaml-feature", "The name of a field must be a word.", "Write the field as `name: value`.");
      else if (BEGINS_WITH_ODD_BLANK.test(node.value))
        refuse(
          node,
          "odd-blank",
          "The line begins with a blank that YAML does not know, such as a non-breaking one.",
          "Indent the line with common blanks.",
        );
      else if (FORBIDDEN_KEYS.has(node.value))
        refuse(node, "forbidden-key", `\`${node.value}\` cannot be the name of a field.`, "Delete the field.");
      return undefined;
    },
  });
  return complaints;
}

/** Fields that are written twice. What begins with the same field again below another (`isWithin`) was rather meant as an entry of its own. */
function duplicateKeys(map: YAMLMap, lineAt: (offset: number) => number, isWithin: boolean): YamlComplaint[] {
  const first = new Map<string, number>();
  const complaints: YamlComplaint[] = [];
  for (const { key } of map.items) {
    if (!isScalar(key) || typeof key.value !== "string" || !key.range) continue;
    const [start, end] = key.range;
    const before = first.get(key.value);
    if (before === undefined) first.set(key.value, start);
    else if (complaints.length < MOST_COMPLAINTS)
      complaints.push({
        rule: "duplicate-key",
        message: `\`${clip(key.value)}\` is written twice; the other is in line ${lineAt(before)}.`,
        hint: `Keep one of them and delete the other.${isWithin && before === [...first.values()][0] ? ` If each begins an entry of a list, write \`- ${clip(key.value)}:\` for both.` : ""}`,
        range: { start, end },
      });
  }
  return complaints;
}

/** Tells lines by offsets. Front matter starts in the first line of its file, so that lines of its YAML and of the file are the same. */
function linesOf(text: string): (offset: number) => number {
  let ends: number[] | undefined;
  return (offset) => {
    ends ??= [...text.matchAll(/\n/g)].map(({ index }) => index);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Where a field stands in the YAML text of a document; the nearest enclosing field when it is not written, nothing for the whole record. */
export function findField(document: Document, path: FieldPath, atKey: boolean): { start: number; end: number } | undefined {
  let node: unknown = document.contents;
  let found: { start: number; end: number } | undefined;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      found = rangeOf(last && !atKey && !isEmptyValue(pair.value) ? pair.value : pair.key) ?? found;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      found = rangeOf(node) ?? found;
    } else break;
  }
  return found;
}

function isEmptyValue(value: unknown): boolean {
  const range = isScalar(value) ? value.range : undefined;
  return value === null || (range !== undefined && range !== null && range[0] === range[1]);
}

function rangeOf(node: unknown): { start: number; end: number } | undefined {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

// What programs with YAML 1.1 would not read as text: times, numbers in old spellings, words for true and false. Dates stay bare.
const LOOKS_OTHER = /^([-+]?[\d.][\d_.,:]*|0[box][\d_a-f]+|y|n|yes|no|on|off|=|<<)$/i;

/** Lists of short texts, which stand on one line. */
const ON_ONE_LINE = ["words"];

/** Data as YAML in blocks, which reads back as the same data; texts that look like a time, a number or a slip are quoted. */
export function writeYaml(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && (LOOKS_OTHER.test(node.value) || BEGINS_WITH_ODD_BLANK.test(node.value)))
        node.type = "QUOTE_DOUBLE";
    },
  });
  for (const field of ON_ONE_LINE) {
    const list = document.get(field, true);
    if (isSeq(list)) list.flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: false, blockQuote: "literal", flowCollectionPadding: false });
}
