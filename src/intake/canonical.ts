/** The one form in which two versions of a record are compared: no empty fields, sorted keys, texts without edges. */
import { RECORDS, type RecordKind } from "../model/records/index.ts";

export type Fields = Record<string, unknown>;

/** The kinds of record that an import writes. */
export type ImportedKind = Extract<RecordKind, "event" | "talk" | "speaker">;

/** The same record without what says nothing: empty fields and lists, the kind that every talk has. */
export function normal(kind: ImportedKind, record: Readonly<Fields>): Fields {
  const { bodyField } = RECORDS[kind];
  const fields = tidy(record) as Fields;
  if (kind === "talk" && fields["kind"] === "talk") delete fields["kind"];
  if (bodyField !== undefined && typeof fields[bodyField] === "string") fields[bodyField] = fields[bodyField].trim();
  return fields;
}

function tidy(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, tidy(inner)]));
}

/** Whether two values of normal records say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
