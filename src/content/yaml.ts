/** Owns YAML (package `yaml`): reading a record's data without code, aliases or surprises, and where each field stands. */
import { type Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import type { FieldPath, Finding } from "../model/problem.ts";

/** A complaint about YAML text, with offsets into that text. */
export type YamlComplaint = Pick<Finding, "rule" | "message" | "hint"> & { range: { start: number; end: number } };

export interface YamlRecord {
  data: unknown;
  complaints: YamlComplaint[];
}

/** The YAML document of a text: version 1.2 with the core schema, so that `09:30`, dates and `yes` stay text. */
export function parseYaml(text: string): Document {
  return parseDocument(text, { version: "1.2", schema: "core", merge: false, uniqueKeys: true, prettyErrors: false, logLevel: "silent" });
}

/** Reads plain data; whatever a record never needs (tags, anchors, merge keys, odd keys) is a complaint, and then no data comes back. */
export function readYaml(text: string): YamlRecord {
  const document = parseYaml(text);
  const complaints = [...document.errors, ...document.warnings].map((error) => ({
    ...explain(error.code, error.message),
    range: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) },
  }));
  if (complaints.length === 0) complaints.push(...refuseFeatures(document));
  return { data: complaints.length === 0 ? (document.toJS({ maxAliasCount: 0 }) ?? {}) : undefined, complaints };
}

const QUOTE_HINT = 'Put the whole text in double quotes, as in `title: "Xen: the road ahead"`.';

function explain(code: string, message: string): Pick<Finding, "rule" | "message" | "hint"> {
  const hints: Record<string, [string, string, string]> = {
    DUPLICATE_KEY: ["duplicate-key", "The same field is written twice.", "Keep one of them and delete the other."],
    TAB_AS_INDENT: ["yaml-syntax", "The line is indented with a tab.", "Indent with blanks; YAML does not allow tabs."],
    BLOCK_AS_IMPLICIT_KEY: ["yaml-syntax", "A colon inside the text makes it look like another field.", QUOTE_HINT],
    MULTILINE_IMPLICIT_KEY: ["yaml-syntax", "A line without a colon stands where a field should start.", "Write `field: value`, or indent the line so that it belongs to the field above."],
    BAD_INDENT: ["yaml-syntax", "The line is indented differently from its neighbours.", "Give all lines of one list or record the same indentation."],
    MULTIPLE_DOCS: ["yaml-syntax", "There is a second document in this file.", "Keep one record in a file."],
    BAD_SCALAR_START: ["yaml-syntax", "The text starts with a character that has a meaning of its own in YAML.", QUOTE_HINT],
    BAD_ALIAS: ["yaml-feature", "An alias (`*name`) does not belong into a record.", QUOTE_HINT],
    TAG_RESOLVE_FAILED: ["yaml-feature", "A tag (`!name`) does not belong into a record.", QUOTE_HINT],
  };
  const [rule, text, hint] = hints[code] ?? ["yaml-syntax", `This is not readable as YAML: ${message.replace(/\s+/g, " ")}`, "Compare the line with a record that works; texts with special characters need double quotes."];
  return { rule, message: text, hint };
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

function refuseFeatures(document: Document): YamlComplaint[] {
  const complaints: YamlComplaint[] = [];
  const refuse = (node: unknown, rule: string, message: string, hint: string) => {
    const range = (node as Node).range;
    complaints.push({ rule, message, hint, range: { start: range?.[0] ?? 0, end: range?.[1] ?? 1 } });
  };
  visit(document, {
    Node(key, node) {
      if (isAlias(node)) return refuse(node, "yaml-feature", "An alias (`*name`) does not belong into a record.", "Write the value out, or put the text in double quotes.");
      if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined)
        refuse(node, "yaml-feature", "An anchor (`&name`) does not belong into a record.", "Delete it, or put the text in double quotes.");
      if ((isScalar(node) || isCollection(node)) && node.tag !== undefined)
        refuse(node, "yaml-feature", "A tag (`!name`) does not belong into a record.", "Delete it, or put the text in double quotes.");
      if (key !== "key") return undefined;
      if (!isScalar(node) || typeof node.value !== "string")
        refuse(node, "yaml-feature", "The name of a field must be a word.", "Write the field as `name: value`; put the name in quotes if it looks like a number.");
      else if (FORBIDDEN_KEYS.has(node.value))
        refuse(node, "forbidden-key", `\`${node.value}\` cannot be the name of a field.`, "Delete the field.");
      return undefined;
    },
  });
  return complaints;
}

/** Where a field stands in the YAML text; the nearest enclosing field when it is not written, nothing for the whole record. */
export function findField(text: string, path: FieldPath, atKey: boolean): { start: number; end: number } | undefined {
  const document = parseYaml(text);
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
