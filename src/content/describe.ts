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

/** The time zone of a city, or of the city that a misspelt name is nearest to, among those of the runtime. `Europe/Munich` is near none. */
export function nearestTimeZone(name: string): string | undefined {
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1);
  const zones = new Map(Intl.supportedValuesOf("timeZone").map((zone) => [cityOf(zone).toLowerCase(), zone]));
  const city = cityOf(name).trim().replaceAll(" ", "_").toLowerCase();
  if (zones.has(city)) return zones.get(city);
  // Names of cities are short, and many of them alike: who mistypes one seldom mistypes its first letter.
  const alike = [...zones.keys()].filter((known) => known[0] === city[0]);
  return zones.get(didYouMean(city, alike) ?? "");
}
