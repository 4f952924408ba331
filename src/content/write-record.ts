/** How a record is written: fields in the order of their schema, the long text as body, and never over another file. */
import { dirname } from "node:path";
import type { FieldPath } from "../model/problem.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { knownKeys } from "./schema-fields.ts";
import { createFile, makeFolder } from "./write-whole.ts";
import { writeYaml } from "./yaml.ts";

/** The text of a record file. Fields without a value and empty lists are left out; nothing is checked. */
export function formatRecord(kind: RecordKind, record: Readonly<Record<string, unknown>>): string {
  const { bodyField } = RECORDS[kind];
  const fields = inOrder(kind, record, [], false) as Record<string, unknown>;
  if (bodyField === undefined) return writeYaml(fields);
  const { [bodyField]: text, ...rest } = fields;
  if (typeof text !== "string") return `---\n${writeYaml(fields)}---\n`;
  const body = text.replace(/\r\n?/g, "\n").trim();
  return `---\n${writeYaml(rest)}---\n${body === "" ? "" : `\n${body}\n`}`;
}

/** The text of a record file that reads as exactly this record: what a body or a missing field would change is written as it is. */
export function formatExactly(kind: RecordKind, record: Readonly<Record<string, unknown>>): string {
  const { bodyField } = RECORDS[kind];
  const fields = inOrder(kind, record, [], true) as Record<string, unknown>;
  if (bodyField === undefined) return writeYaml(fields);
  const { [bodyField]: text, ...rest } = fields;
  if (typeof text !== "string" || text !== text.trimEnd() || !/^[^\r\n]*\S/.test(text)) return `---\n${writeYaml(fields)}---\n`;
  return `---\n${writeYaml(rest)}---\n\n${text}\n`;
}

/** Writes a new file with the folders it needs. Throws `EEXIST` where there is one of that name. */
export function createRecordFile(file: string, text: string): void {
  makeFolder(dirname(file), () => createFile(file, text));
}

/** The same data with its keys in the order of the schema; keys that it does not know come last. */
export function inOrder(kind: RecordKind, value: unknown, path: FieldPath, emptyLists: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => inOrder(kind, entry, [...path, index], emptyLists));
  if (typeof value !== "object" || value === null) return value;
  const order = knownKeys(RECORDS[kind].schema, path);
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const isEmpty = (inner: unknown) => inner === undefined || (!emptyLists && Array.isArray(inner) && inner.length === 0);
  const entries = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(
    entries.sort(([a], [b]) => rank(a) - rank(b)).map(([key, inner]) => [key, inOrder(kind, inner, [...path, key], emptyLists)]),
  );
}
