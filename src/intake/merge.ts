/** The three-way merge of records: what changed at the source comes in, what an editor changed stays. */
import { RECORDS } from "../model/records/index.ts";
import { type Fields, type ImportedKind, normal, same } from "./canonical.ts";

/** Fields that mean something only together. */
const GROUPS: readonly (readonly string[])[] = [
  ["speakers", "speaker", "person", "role", "organization", "bio"],
  ["date", "start", "endDate", "end", "duration"],
  ["startDate", "endDate"],
];

/** A field with those that mean something only together with it. */
export function groupOf(field: string): readonly string[] {
  return GROUPS.find((group) => group.includes(field)) ?? [field];
}

/**
 * What the source said of a record when its fields were last written: `last`, or where an import was killed that wrote them, `pending`.
 * A killed import may not have come to the record at all, so that each field tells which of the two it is.
 */
export function saidBefore(
  last: Readonly<Fields> | undefined,
  pending: Readonly<Fields> | undefined,
  ours: Readonly<Fields>,
): Readonly<Fields> {
  if (!pending) return last ?? {};
  const said: Fields = { ...last };
  const units = new Set([...Object.keys(pending), ...Object.keys(said)].map(groupOf));
  for (const unit of units) {
    if (!same(pick(pending, unit), pick(ours, unit))) continue;
    for (const field of unit) said[field] = pending[field];
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Lists whose entries an editor and the source may both add to. */
const SETS: ReadonlySet<string> = new Set(["sources", "formerUrls", "topics", "words", "aliases"]);

export interface Merged {
  record: Fields;
  /** Fields that are other than before; undefined takes a field away. */
  changes: Fields;
  /** Fields that both sides changed, each in its own way; the editor's stand. */
  conflicts: string[];
  /** What the next import compares with: the source's version, except where a conflict is open. */
  base: Fields;
}

/**
 * All are normal. `base` is what the source said last time; empty where this record was not imported before. `elsewhere` is what other
 * sources said last: a record that says the same was edited by nobody.
 */
export function mergeRecords(
  kind: ImportedKind,
  base: Readonly<Fields>,
  ours: Readonly<Fields>,
  theirs: Readonly<Fields>,
  elsewhere: readonly Readonly<Fields>[] = [],
): Merged {
  const merged: Merged = { record: { ...ours }, changes: {}, conflicts: [], base: { ...theirs } };
  const fields = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]);
  const units = new Map<string, readonly string[]>();
  for (const field of [...fields].sort()) {
    const unit = kind === "talk" || field !== "bio" ? groupOf(field) : [field];
    units.set(unit[0] ?? field, unit);
  }
  for (const [name, unit] of units) mergeUnit(merged, name, unit, { base, ours, theirs, elsewhere });
  if (Object.keys(merged.changes).length > 0 && !RECORDS[kind].schema.safeParse(merged.record).success)
    return { record: { ...ours }, changes: {}, conflicts: Object.keys(merged.changes), base: { ...base } };
  // What came in has its place among the keys, as it has when it is read again.
  return { ...merged, record: normal(kind, merged.record) };
}

interface Versions {
  base: Readonly<Fields>;
  ours: Readonly<Fields>;
  theirs: Readonly<Fields>;
  elsewhere: readonly Readonly<Fields>[];
}

function mergeUnit(merged: Merged, name: string, unit: readonly string[], { base, ours, theirs, elsewhere }: Versions): void {
  const [before, mine, new_] = [pick(base, unit), pick(ours, unit), pick(theirs, unit)];
  if (same(before, new_) || same(mine, new_)) return;
  // A source that says nothing (any more) does not take away what an editor found.
  if (same(mine, before)) {
    for (const field of unit) set(merged, field, theirs[field]);
  } else if (SETS.has(name) && isTexts(mine[name]) && isTexts(new_[name])) {
    const [had, has] = [isTexts(before[name]) ? before[name] : [], new_[name]];
    const kept = mine[name].filter((entry) => has.includes(entry) || !had.includes(entry));
    const joined = [...kept, ...has.filter((entry) => !had.includes(entry) && !kept.includes(entry))];
    if (!same(joined, mine[name])) set(merged, name, joined);
  } else if (Object.keys(new_).length > 0 && elsewhere.some((other) => same(mine, pick(other, unit)))) {
    // Another source wrote what stands there; the last one counts.
    for (const field of unit) set(merged, field, theirs[field]);
  } else if (Object.keys(new_).length > 0 || Object.keys(before).length > 0) {
    if (Object.keys(new_).length > 0) merged.conflicts.push(name);
    for (const field of unit) {
      if (base[field] === undefined) delete merged.base[field];
      else merged.base[field] = base[field];
    }
  }
}

function set(merged: Merged, field: string, value: unknown): void {
  if (same(merged.record[field], value)) return;
  merged.changes[field] = value;
  if (value === undefined) delete merged.record[field];
  else merged.record[field] = value;
}

function pick(record: Readonly<Fields>, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
