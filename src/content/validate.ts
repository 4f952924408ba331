/** Owns the translation of schema issues (zod) into findings in plain words, with what to write instead. */
import type { z } from "zod";
import type { FieldPath, Finding } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { didYouMean } from "../model/similar.ts";

type Issue = z.core.$ZodIssue;
type Told = Pick<Finding, "rule" | "message" | "hint" | "atKey"> & { path: FieldPath };

/** Checks data against a schema: the record, or every finding at once. */
export function validate<T>(schema: z.ZodType<T>, data: unknown, file: string): { record: T } | { findings: Finding[] } {
  const result = schema.safeParse(data);
  if (result.success) return { record: result.data };
  const told = result.error.issues.flatMap((issue) => tell(issue, schema, data, []));
  return { findings: told.map((one) => ({ severity: "error", file, ...one })) };
}

function tell(issue: Issue, schema: z.ZodType, data: unknown, base: FieldPath): Told[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const value = valueAt(data, path);
  const field = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, knownKeys(schema, path)));
    case "invalid_type":
      if (value === undefined) return [missing(path, knownKeys(schema, path.slice(0, -1)).length > 0)];
      return [wrongType(path, value, issue.expected)];
    case "invalid_union":
      return tellUnion(issue, schema, data, path, value);
    case "invalid_value": {
      const choices = issue.values.map(String);
      if (value === undefined) return [missing(path, true)];
      const near = didYouMean(String(value), choices);
      return [{ rule: "bad-choice", path, message: `\`${clip(String(value))}\` is not one of the words that ${field} can be.`, hint: `${near ? `Did you mean \`${near}\`? ` : ""}Write one of: ${choices.join(", ")}.` }];
    }
    case "too_small":
    case "too_big":
      return [{ rule: "out-of-range", path, message: `${field} is ${issue.code === "too_small" ? "too small" : "too large"}.`, hint: issue.code === "too_small" ? `It must be at least ${issue.minimum}.` : `It must be at most ${issue.maximum}.` }];
    case "custom": {
      const params = issue.params as { rule: string; hint: string; atKey?: boolean };
      return [{ path, message: issue.message, ...params }];
    }
    default:
      return [{ rule: "wrong-type", path, message: `${field} is not valid: ${issue.message}`, hint: "Compare it with a record that works." }];
  }
}

function tellUnion(issue: Extract<Issue, { code: "invalid_union" }>, schema: z.ZodType, data: unknown, path: FieldPath, value: unknown): Told[] {
  const branches = issue.errors.map((errors) => errors as Issue[]);
  const fitting = branches.find((errors) => !errors.some((error) => error.code === "invalid_type" && error.path.length === 0));
  if (fitting) return fitting.flatMap((error) => tell(error, schema, data, path));
  if (value === undefined) return [missing(path, true)];
  return [{ rule: "wrong-type", path, message: `${nameOf(path)} is ${typeName(value)}, but must be an address or a record.`, hint: "Write the address alone, or `url:` and further fields on indented lines below." }];
}

function unknownKey(key: string, path: FieldPath, known: readonly string[]): Told {
  const near = didYouMean(key, known);
  return { rule: "unknown-key", path: [...path, key], atKey: true, message: `\`${clip(key)}\` is not a field of this record.`, hint: near ? `Did you mean \`${near}\`?` : `The fields are: ${known.join(", ")}.` };
}

function missing(path: FieldPath, isField: boolean): Told {
  const key = String(path.at(-1) ?? "");
  return { rule: "missing-field", path, message: `The field \`${key}\` is missing.`, hint: isField ? `Add \`${key}:\` and its value.` : "Add it." };
}

function wrongType(path: FieldPath, value: unknown, expected: string): Told {
  const key = typeof path.at(-1) === "string" ? String(path.at(-1)) : undefined;
  if (value === null) return { rule: "empty-field", path, message: `${nameOf(path)} has no value.`, hint: "Write a value, or delete the line." };
  const wanted = { string: "text", int: "a whole number", number: "a number", array: "a list", object: "a record with fields of its own", boolean: "`true` or `false`" }[expected] ?? expected;
  const told = { rule: "wrong-type", path, message: `${nameOf(path)} is ${typeName(value)}, but must be ${wanted}.` };
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return { ...told, hint: `Put it in quotes: \`${key ? `${key}: ` : ""}"${String(value)}"\`.` };
  if ((expected === "int" || expected === "number") && typeof value === "string" && /^\d+$/.test(value))
    return { ...told, hint: `Write it without quotes: \`${key ? `${key}: ` : ""}${value}\`.` };
  if (expected === "array") return { ...told, hint: `Write each ${key ? "entry" : "one"} on a line of its own, indented and starting with \`- \`.` };
  if (expected === "object" && path.length === 0) return { ...told, hint: "Write fields as `name: value`, each on its own line." };
  return { ...told, hint: `Write ${wanted}.` };
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  return { string: "text", number: "a number", boolean: "`true` or `false`", object: "a record" }[typeof value as string] ?? typeof value;
}

function nameOf(path: FieldPath): string {
  const key = path.findLast((step) => typeof step === "string");
  if (key === undefined) return "The record";
  return typeof path.at(-1) === "number" ? `An entry of \`${key}\`` : `\`${key}\``;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) value = typeof value === "object" && value !== null && Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
}

/** The fields a schema knows at a path, seen through optional fields, lists and alternatives. */
function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  const def = schema.def as unknown as { type: string; innerType?: z.ZodType; element?: z.ZodType; options?: z.ZodType[]; shape?: Record<string, z.ZodType> };
  if (def.innerType) return knownKeys(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => knownKeys(option, path));
  const [step, ...rest] = path;
  if (def.element && typeof step === "number") return knownKeys(def.element, rest);
  if (!def.shape) return [];
  if (step === undefined) return Object.keys(def.shape);
  const inner = def.shape[String(step)];
  return inner ? knownKeys(inner, rest) : [];
}
