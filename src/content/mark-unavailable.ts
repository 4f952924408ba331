/** The mark of a dead address in the record of a talk: `unavailable` and a copy beside `url`, every other byte as it was. */
import { sortedKeys } from "../text/sorted-keys.ts";
import type { FieldPath } from "../model/problem.ts";
import { RECORDS } from "../model/records/index.ts";
import { valueAt } from "./describe.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { readYaml } from "./yaml.ts";
import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "./yaml-package.ts";

/** What is known of a dead address. */
export interface Mark {
  unavailable: string;
  archived?: string;
  archivedOn?: string;
}

interface Insertion {
  start: number;
  end: number;
  text: string;
}

/**
 * The text of the record with the mark at a field, such as `slides`, or at an entry of a list; nothing where it cannot be put in without
 * touching anything else, or where another address than `address` stands there by now.
 */
export function markUnavailable(text: string, path: FieldPath, mark: Mark, address?: string): string | undefined {
  const split = splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { yaml, yamlStart } = split.parts;
  const before = dataOf(yaml);
  const { document } = readYaml(yaml);
  if (!isMap(document?.contents) || !before) return undefined;
  const value = valueAt(before, path);
  if (!isAddressed(value)) return undefined;
  const known = typeof value === "string" ? { url: value } : value;
  if (address !== undefined && known["url"] !== address) return undefined;
  // The date of one copy never stands beside the address of another.
  const added: Mark = "archived" in known || "archivedOn" in known ? { unavailable: mark.unavailable } : mark;
  const insertions = insertionsFor(document.contents, yaml, path, added);
  const marked = insertions?.reduceRight((all, { start, end, text: inserted }) => all.slice(0, start) + inserted + all.slice(end), yaml);
  const after = marked === undefined ? undefined : dataOf(marked);
  if (marked === undefined || !after) return undefined;
  // The edit is believed only when the record says what it said, and the mark.
  const wanted = withValue(before, path, { ...known, ...added });
  if (sorted(after) !== sorted(wanted) || !RECORDS.talk.schema.safeParse(after).success) return undefined;
  return text.slice(0, yamlStart) + marked + text.slice(yamlStart + yaml.length);
}

function insertionsFor(record: YAMLMap, yaml: string, [field, index]: FieldPath, mark: Mark): Insertion[] | undefined {
  const pair = record.items.find(({ key }) => isScalar(key) && key.value === field);
  const value = isSeq(pair?.value) ? pair.value.items[Number(index)] : pair?.value;
  const key = pair?.key as Scalar | undefined;
  const lineEnd = yaml.includes("\r\n") ? "\r\n" : "\n";
  const lines = (indent: string) => Object.entries(mark).map(([name, value]) => `${indent}${name}: ${scalar(String(value))}${lineEnd}`);
  if (isScalar(pair?.value) && key?.range) {
    const place = onOneLine(pair.value, yaml);
    const indent = `${" ".repeat(columnOf(yaml, key.range[0]))}  `;
    if (!place || !/^:\s+$/.test(yaml.slice(key.range[1], place.start))) return undefined;
    return [
      { start: key.range[1], end: place.start, text: `:${lineEnd}${indent}url: ` },
      { start: place.next, end: place.next, text: lines(indent).join("") },
    ];
  }
  if (!isMap(value)) return undefined;
  const url = value.items.find((item) => isScalar(item.key) && item.key.value === "url");
  const place = isScalar(url?.value) ? onOneLine(url.value, yaml) : undefined;
  const at = (url?.key as Scalar | undefined)?.range?.[0];
  if (!place || at === undefined) return undefined;
  if (value.flow === true) {
    const fields = Object.entries(mark).map(([name, value]) => `, ${name}: ${scalar(String(value))}`);
    return [{ start: place.end, end: place.end, text: fields.join("") }];
  }
  const before = yaml.slice(at - columnOf(yaml, at), at);
  // What stands before the field is indentation, or the dash of its entry.
  if (!/^ *(?:- +)*$/.test(before)) return undefined;
  return [{ start: place.next, end: place.next, text: lines(" ".repeat(before.length)).join("") }];
}

/** Where a value stands, and where the line after it starts. */
function onOneLine(value: Scalar, yaml: string): { start: number; end: number; next: number } | undefined {
  const [start, end] = value.range ?? [];
  if (start === undefined || end === undefined || yaml.slice(start, end).includes("\n")) return undefined;
  const newline = yaml.indexOf("\n", end);
  return newline < 0 ? undefined : { start, end, next: newline + 1 };
}

function columnOf(yaml: string, offset: number): number {
  return offset - (yaml.lastIndexOf("\n", offset - 1) + 1);
}

/** Days and simple addresses stand as they are, also between brackets; anything else is quoted. Each letter can be read in one way only. */
function scalar(text: string): string {
  return /^[A-Za-z0-9](?:[A-Za-z0-9/?&=%._~+@-]|:(?=\/))*$/.test(text) ? text : JSON.stringify(text);
}

function isAddressed(value: unknown): value is string | Record<string, unknown> {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

function dataOf(yaml: string): Record<string, unknown> | undefined {
  const { data } = readYaml(yaml);
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : undefined;
}

/** The same data with another value at a path. */
function withValue(data: unknown, [step, ...rest]: FieldPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((one, index) => (index === step ? withValue(one, rest, value) : one));
  const fields = data as Record<string, unknown>;
  return { ...fields, [step]: withValue(fields[step], rest, value) };
}

/** Data as a text that does not depend on the order of fields. */
const sorted = (data: unknown) => JSON.stringify(sortedKeys(data));
