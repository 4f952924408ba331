/** Owns how a record is written: fields in the order of their schema, the long text as body, and never over another file. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { FieldPath } from "../model/problem.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { knownKeys } from "./schema-fields.ts";
import { writeYaml } from "./yaml.ts";

/** The text of a record file. Fields without a value and empty lists are left out; nothing is checked. */
export function formatRecord(kind: RecordKind, record: Readonly<Record<string, unknown>>): string {
  const { bodyField } = RECORDS[kind];
  const fields = inOrder(kind, record, []) as Record<string, unknown>;
  if (bodyField === undefined) return writeYaml(fields);
  const { [bodyField]: text, ...rest } = fields;
  if (typeof text !== "string") return `---\n${writeYaml(fields)}---\n`;
  const body = text.replace(/\r\n?/g, "\n").trim();
  return `---\n${writeYaml(rest)}---\n${body === "" ? "" : `\n${body}\n`}`;
}

/** Writes a new file with the folders it needs. Throws `EEXIST` where there is one of that name. */
export function createRecordFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
}

/** The same data with its keys in the order of the schema; keys that it does not know come last. */
function inOrder(kind: RecordKind, value: unknown, path: FieldPath): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => inOrder(kind, entry, [...path, index]));
  if (typeof value !== "object" || value === null) return value;
  const order = knownKeys(RECORDS[kind].schema, path);
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(
    entries.sort(([a], [b]) => rank(a) - rank(b)).map(([key, inner]) => [key, inOrder(kind, inner, [...path, key])]),
  );
}
