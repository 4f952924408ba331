/**
 * What several sources of one event say of the same record: a schedule.xml and then a richer schedule.json, say. What the
 * one says and the other does not is neither news nor taken away, and where they differ no editor has changed anything.
 */
import { keysToLookUp } from "../text/name-pattern.ts";
import { type Fields, same } from "./canonical.ts";
import { groupOf } from "./merge.ts";

/**
 * A version of a record with what other sources say where it says nothing. Both what a source says and what it said last
 * time get the same facts, so that the merge sees no difference in them.
 *
 * @param others what other sources said last, `ours` the record as it is: of several answers the one that stands there counts.
 */
export function withOthers(record: Readonly<Fields>, others: readonly Fields[], ours: Readonly<Fields>): Fields {
  const whole: Fields = { ...record };
  for (const field of new Set(others.flatMap((other) => Object.keys(other)))) {
    const unit = groupOf(field);
    const stated = others.filter((other) => unit.some((one) => other[one] !== undefined));
    const known = stated.find((other) => unit.every((one) => same(other[one], ours[one]))) ?? stated[0];
    if (known) fill(whole, known, unit);
  }
  return whole;
}

/** The fields of a record that was filled from others as the source itself has them: `versions` are filled ones with their originals. */
export function withoutOthers(record: Readonly<Fields>, versions: readonly { filled: Fields; stated: Readonly<Fields> }[]): Fields {
  const entries = Object.entries(record).map(([field, value]) => {
    const version = versions.find(({ filled }) => same(value, filled[field]));
    return [field, version ? version.stated[field] : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * Takes the fields of a unit from another version, where what both say of it is the same as far as it goes. A speaker whose name a source
 * writes in another way has the bio that went with the name before.
 */
function fill(record: Fields, other: Readonly<Fields>, unit: readonly string[]): void {
  const isSilent = unit.every((field) => record[field] === undefined);
  const isOther = (field: string) => record[field] !== undefined && !same(record[field], other[field]);
  const isRespelled = isOther("speaker") && isOneName(record["speaker"], other["speaker"]);
  const agrees = unit.every((field) => !isOther(field) || (field === "speaker" && isRespelled));
  if (isSilent || (unit.length > 1 && agrees))
    for (const field of unit)
      if (other[field] !== undefined && !(isRespelled && (field === "speaker" || field === "person"))) record[field] = other[field];
  const [mine, theirs] = [record["speakers"], other["speakers"]];
  if (unit.includes("speakers") && Array.isArray(mine) && Array.isArray(theirs)) record["speakers"] = fillEach(mine, theirs);
}

/** Roles, organizations and bios of speakers, by their names. */
function fillEach(mine: readonly Fields[], theirs: readonly Fields[]): Fields[] {
  return mine.map((speaker) => {
    const other = theirs.find(({ name }) => name === speaker["name"]);
    if (other) return { ...other, ...speaker };
    const { person: _, ...known } = theirs.find(({ name }) => isOneName(name, speaker["name"])) ?? {};
    return { ...known, ...speaker };
  });
}

/** Whether two names are one but for capitals, accents, order and initials. */
function isOneName(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string") return false;
  const [a, b] = [keysToLookUp(one), keysToLookUp(other)];
  return [...a.sure, ...a.short].some((key) => b.sure.includes(key)) || b.short.some((key) => a.sure.includes(key));
}
