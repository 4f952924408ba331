/** The look into a schema (zod): which fields it knows at a place, and which of them it cannot do without. */
import type { z } from "zod";
import type { FieldPath } from "../model/problem.ts";

/** The fields a schema knows at a path, seen through optional fields, lists and alternatives. */
export function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  return [...new Set(schemasAt(schema, path).flatMap((one) => Object.keys(inside(one).shape ?? {})))];
}

/** Whether the field at a path must be there. */
export function isRequired(schema: z.ZodType, path: FieldPath): boolean {
  const fields = schemasAt(schema, path.slice(0, -1)).flatMap((one) => inside(one).shape?.[String(path.at(-1))] ?? []);
  return fields.some((field) => !field.safeParse(undefined).success);
}

/** Whether a value may stand at a path. */
export function accepts(schema: z.ZodType, path: FieldPath, value: unknown): boolean {
  return schemasAt(schema, path).some((one) => one.safeParse(value).success);
}

/** What to write instead of a text at a path, where no schema there takes it and one tells. */
export function hintFor(schema: z.ZodType, path: FieldPath, text: string): string | undefined {
  const results = schemasAt(schema, path).map((one) => one.safeParse(text));
  if (results.some(({ success }) => success)) return undefined;
  const issues = results.flatMap(({ error }) => error?.issues ?? []);
  return issues.flatMap((issue) => (issue.code === "custom" ? [String(issue.params?.["hint"])] : []))[0];
}

interface Inside {
  innerType?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
}

const inside = (schema: z.ZodType) => schema.def as unknown as Inside;

/** The schemas that a value at a path may follow. */
function schemasAt(schema: z.ZodType, path: FieldPath): z.ZodType[] {
  const { innerType, element, options, shape } = inside(schema);
  if (innerType) return schemasAt(innerType, path);
  if (options) return options.flatMap((option) => schemasAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const next = typeof step === "number" ? element : shape && Object.hasOwn(shape, step) ? shape[step] : undefined;
  return next ? schemasAt(next, rest) : [];
}
