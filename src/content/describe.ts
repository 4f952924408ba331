/** The words for fields and values in messages. */
import type { FieldPath } from "../model/problem.ts";
import { didYouMean } from "../text/similar.ts";

/** What kind of value this is, as editors would say. */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  return { string: "text", number: "a number", boolean: "`true` or `false`", object: "a record" }[typeof value as string] ?? typeof value;
}

/** A field by its name; an entry of a list by the name of the list. */
export function nameOf(path: FieldPath): string {
  const key = path.findLast((step) => typeof step === "string");
  if (key === undefined) return "The record";
  return typeof path.at(-1) === "number" ? `An entry of \`${key}\`` : `\`${key}\``;
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path)
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined;
  return value;
}

/** The time zone of a city, or the one that a misspelt name is nearest to, among those of the runtime. */
export function nearestTimeZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = `/${name.trim().replaceAll(" ", "_").toLowerCase()}`;
  return zones.find((zone) => zone.toLowerCase().endsWith(city)) ?? didYouMean(name, zones);
}
