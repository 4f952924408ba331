/**
 * What several sources of one event say of the same record: a schedule.xml and then a richer schedule.json, say. What the
 * one says and the other does not is neither news nor taken away, and where they differ no editor has changed anything.
 */
import { addTo } from "../text/add-to.ts";
import { keysToLookUp } from "../text/name-pattern.ts";
import { type Fields, same } from "./canonical.ts";
import { groupOf } from "./merge.ts";

/** Lists of addresses, each of which is right whatever another source says. */
const ADDRESSES: ReadonlySet<string> = new Set(["sources", "formerUrls"]);

/**
 * A version of a record with what other sources say where it says nothing. Both what a source says and what it said last
 * time get the same facts, so that the merge sees no difference in them.
 *
 * @param others what other sources said last, `ours` the record as it is: of several answers the one that stands there counts.
 */
export function withOthers(record: Readonly<Fields>, others: readonly Fields[], ours: Readonly<Fields>): Fields {
  const whole: Fields = { ...record };
  for (const field of new Set(others.flatMap((other) => Object.keys(other)))) {
    if (ADDRESSES.has(field)) {
      const all = [...others, record].flatMap((version) => version[field] ?? []);
      whole[field] = [...new Set(all)];
      continue;
    }
    const unit = groupOf(field);
    const stated = others.filter((other) => unit.some((one) => other[one] !== undefined));
    const known = stated.find((other) => unit.every((one) => same(other[one], ours[one])));
    for (const other of known ? [known, ...stated] : stated) fill(whole, other, unit);
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

/** Takes the fields of a unit from another version, where what both say of it is the same as far as it goes. */
function fill(record: Fields, other: Readonly<Fields>, unit: readonly string[]): void {
  const isSilent = unit.every((field) => record[field] === undefined);
  const agrees = unit.every((field) => record[field] === undefined || same(record[field], other[field]));
  if (isSilent || (unit.length > 1 && agrees)) for (const field of unit) if (other[field] !== undefined) record[field] = other[field];
  if (unit.includes("speakers")) fillSpeakers(record, speakersOf(other));
}

/**
 * Roles, organizations and bios of speakers by their names, whether each stands alone or in a list. A speaker whose name a source writes in
 * another way has the bio that went with the name before. Of several of one name nobody knows which is meant.
 */
function fillSpeakers(record: Fields, theirs: readonly Fields[]): void {
  const mine = speakersOf(record);
  if (mine.length === 0 || theirs.length === 0) return;
  const [called, mineCalled] = [byName(theirs), byName(mine)];
  const spelled = bySpelling(theirs);
  const filled = mine.map((speaker) => {
    const { name } = speaker;
    const [one, second] = called.get(name) ?? spelled(name);
    return one && !second && mineCalled.get(name)?.length === 1 ? { ...knownOf(speaker, one), ...speaker } : speaker;
  });
  if (Array.isArray(record["speakers"])) record["speakers"] = filled;
  else for (const { name, ...facts } of filled) Object.assign(record, facts, { speaker: name });
}

/** What another version says of a speaker. */
function knownOf({ name, person }: Fields, other: Fields): Fields {
  const { name: spelled, person: theirs, ...known } = other;
  if (theirs === undefined || spelled !== name) return known;
  return person === undefined || person === theirs ? { ...known, person: theirs } : {};
}

/** The speakers of a talk in one form. */
function speakersOf(record: Readonly<Fields>): Fields[] {
  if (Array.isArray(record["speakers"])) return record["speakers"] as Fields[];
  const { speaker: name, person, role, organization, bio } = record;
  if (name === undefined) return [];
  return [Object.fromEntries(Object.entries({ name, person, role, organization, bio }).filter(([, value]) => value !== undefined))];
}

function byName(speakers: readonly Fields[]): ReadonlyMap<unknown, Fields[]> {
  const named = new Map<unknown, Fields[]>();
  for (const speaker of speakers) addTo(named, speaker["name"], speaker);
  return named;
}

/** Finds those whose name is the same but for capitals, accents, order and initials; their names are looked into once it is asked. */
function bySpelling(speakers: readonly Fields[]): (name: unknown) => Fields[] {
  let index: ReturnType<typeof spellingsOf> | undefined;
  return (name) => {
    index ??= spellingsOf(speakers);
    const { sure, short } = index;
    const keys = keysToLookUp(String(name));
    const found = [...[...keys.sure, ...keys.short].map((key) => sure.get(key) ?? []), ...keys.sure.map((key) => short.get(key) ?? [])];
    return [...new Set(found.flat())];
  };
}

function spellingsOf(speakers: readonly Fields[]) {
  const [sure, short] = [new Map<string, Fields[]>(), new Map<string, Fields[]>()];
  for (const speaker of speakers) {
    const keys = keysToLookUp(String(speaker["name"]));
    for (const key of keys.sure) addTo(sure, key, speaker);
    for (const key of keys.short) addTo(short, key, speaker);
  }
  return { sure, short };
}
