/** The fitting of foreign fields into a record's schema: what does not fit is shortened or left out, and told. */
import type { z } from "zod";
import { clip, FORBIDDEN_CHARACTER } from "../model/records/fields.ts";
import { cut } from "../text/cut.ts";
import { withoutMarkFloods } from "../text/normal.ts";
import { EMAIL_IN_NAME, withoutEmail } from "../text/person-names.ts";
import { RECORDS } from "../model/records/index.ts";
import { type Fields, type ImportedKind, normal } from "./canonical.ts";

/** What happened to a field, in a sentence. */
export type Tell = (message: string, hint: string) => void;

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, "gu");
/** Lengths that fields may have, for cutting; the first that passes is taken. */
const LENGTHS = [100_000, 2000, 500, 400, 200, 100, 80, 60];
const MOST_STEPS = 200;
/** Half of what the fields of a file may take, since quotes and escapes need room. */
const MOST_FRONT_MATTER = 100_000;

/** A record that its schema accepts; nothing where what it cannot do without is missing. */
export function fitRecord(kind: ImportedKind, fields: Readonly<Fields>, tell: Tell): Fields | undefined {
  const record = normal(kind, clean(fields) as Fields);
  const { schema, bodyField } = RECORDS[kind];
  for (let step = 0; step < MOST_STEPS; step++) {
    const result = schema.safeParse(record);
    if (result.success) return shortEnough(kind, record, bodyField, tell);
    const issue = result.error.issues[0];
    if (!issue || !mend(record, issue, tell)) return undefined;
  }
  return undefined;
}

/** Texts without characters that no record may hold. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return withoutMarkFloods(value.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n").replace(FORBIDDEN, ""));
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}

/** A name as a record can have it: on one line, and without an email address, which is told. */
export function cleanName(name: string, tell: Tell): string {
  const [email] = EMAIL_IN_NAME.exec(name) ?? [];
  if (email !== undefined)
    tell(`The email address in the name “${clip(name)}” was left out.`, "Nothing is to be done: addresses of people are not published.");
  const line = withoutEmail(clean(name) as string);
  return cut(line, 200).trim();
}

type Issue = z.core.$ZodIssue;

/** Mends one issue in place; false where the record cannot do without what is wrong. */
function mend(record: Fields, issue: Issue, tell: Tell): boolean {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const rule = issue.code === "custom" ? String(issue.params?.["rule"] ?? "") : issue.code;
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], record);
  const name = path.filter((step) => typeof step === "string").at(-1) ?? "";
  if (rule === "one-line-text" && typeof value === "string") return put(record, path, value.replace(/\s+/gu, " ").trim());
  if (rule === "too-long" && typeof value === "string" && !/^https?:/i.test(value)) {
    const length = LENGTHS.find((one) => one < value.length) ?? 0;
    tell(`\`${name}\` is too long and was cut: “${clip(value, 40)}”.`, "Shorten it at its source, or in the record.");
    return put(record, path, `${cut(value, length - 1).trimEnd()}…`);
  }
  if (issue.code === "too_big" && issue.origin === "array" && Array.isArray(value)) {
    tell(`\`${name}\` has ${value.length} entries; only the first ${issue.maximum} were taken.`, "Look through the record.");
    return put(record, path, value.slice(0, Number(issue.maximum)));
  }
  if (issue.code === "unrecognized_keys" && typeof value === "object" && value !== null) {
    for (const key of issue.keys) {
      delete (value as Fields)[key];
      tell(`\`${clip(key)}\` was left out, for no field is called so.`, "Add what it says to the record by hand, in a form that fits.");
    }
    return true;
  }
  if (rule !== "empty-text" && value !== undefined)
    tell(
      `\`${name}\` was left out, for it does not fit: ${typeof value === "string" ? `“${clip(value)}”` : issue.message}`,
      "Add it to the record by hand, in a form that fits.",
    );
  return drop(record, path);
}

function put(record: Fields, path: readonly (string | number)[], value: unknown): boolean {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], record);
  if (last === undefined || typeof parent !== "object" || parent === null) return false;
  (parent as Record<string | number, unknown>)[last] = value;
  return true;
}

/** Leaves out the smallest part that the record can do without: an entry of a list before the field, never a title or name. */
function drop(record: Fields, path: readonly (string | number)[]): boolean {
  const [field] = path;
  if (field === undefined || (path.length === 1 && (field === "title" || field === "name"))) return false;
  const list = record[field];
  const index = path[1];
  if (Array.isArray(list) && typeof index === "number") {
    const entry: unknown = list[index];
    const inner = path[2];
    if (
      path.length > 2 &&
      inner !== undefined &&
      inner !== "name" &&
      inner !== "url" &&
      inner !== "title" &&
      typeof entry === "object" &&
      entry !== null
    )
      delete (entry as Record<string | number, unknown>)[inner];
    else list.splice(index, 1);
    if (list.length === 0) delete record[field];
    return true;
  }
  return delete record[field];
}

/** Long bios of many speakers can be more than the fields of one file may take. */
function shortEnough(kind: ImportedKind, record: Fields, bodyField: string | undefined, tell: Tell): Fields {
  const size = () => JSON.stringify({ ...record, ...(bodyField !== undefined && { [bodyField]: undefined }) }).length;
  if (size() <= MOST_FRONT_MATTER) return record;
  tell("The fields are too long for one record; bios were left out.", "Write the bios into the records of the speakers.");
  const speakers = Array.isArray(record["speakers"]) ? (record["speakers"] as Fields[]) : [];
  for (const speaker of [record, ...speakers]) if (kind === "talk") delete speaker["bio"];
  return record;
}
