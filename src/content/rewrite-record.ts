/** The change of all texts of a record file at once, such as of a name that many fields hold: what is not changed keeps its bytes. */
import type { FieldPath } from "../model/problem.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { editRecord } from "./edit-record.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { formatExactly } from "./write-record.ts";
import { readYaml } from "./yaml.ts";

type Fields = Record<string, unknown>;

/** What becomes of a text; nothing takes its field or entry away. */
export type TextChange = (text: string, path: FieldPath) => string | undefined;

/** The fields of a record file as they are written, with the body as one of them; nothing where it cannot be read. */
export function writtenFields(kind: RecordKind, text: string): Fields | undefined {
  const { bodyField } = RECORDS[kind];
  const split = bodyField === undefined ? { parts: wholeYaml(text) } : splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { data } = readYaml(split.parts.yaml);
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return bodyField !== undefined && split.parts.body !== "" ? { ...data, [bodyField]: split.parts.body } : { ...data };
}

/** The text of a record file with other fields; the same text where they say the same. */
export function withFields(kind: RecordKind, text: string, fields: Readonly<Fields>): string {
  const before = writtenFields(kind, text) ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(fields)])];
  const changed = names.filter((name) => !equal(before[name], fields[name]));
  if (changed.length === 0) return text;
  const edited = editRecord(kind, text, Object.fromEntries(changed.map((name) => [name, fields[name]])));
  const whole = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  // The edit is believed only when the record says what it should.
  if (edited !== undefined && equal(sorted(writtenFields(kind, edited)), sorted(whole))) return edited;
  return formatExactly(kind, whole);
}

/** The text of a record file with all its texts changed. */
export function rewriteRecord(kind: RecordKind, text: string, change: TextChange): string {
  const fields = writtenFields(kind, text);
  return fields ? withFields(kind, text, (changed(fields, [], change) ?? {}) as Fields) : text;
}

function changed(value: unknown, path: FieldPath, change: TextChange): unknown {
  if (typeof value === "string") return change(value, path);
  if (Array.isArray(value)) {
    const left = value.map((one, index) => changed(one, [...path, index], change)).filter((one) => one !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, changed(inner, [...path, key], change)] as const);
  const left = Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
  // What led somewhere and does no more is nothing.
  const leads = (one: object) => "url" in one || "file" in one;
  return leads(value) && !leads(left) ? undefined : left;
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function sorted(fields: Fields | undefined): unknown {
  return fields && Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}
