/** Which record a foreign talk already is: by an earlier import, by its address here or there, or by its title. */
import type { ForeignTalk } from "../importers/importer.ts";
import type { Entry } from "./import-state.ts";
import type { Fields } from "./canonical.ts";
import type { TimeFields } from "./zones.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { addTo } from "../text/add-to.ts";
import { normal } from "../text/normal.ts";

/** A talk on its way in. */
export interface Incoming {
  talk: ForeignTalk;
  time: TimeFields;
}

/** What is there already. */
export interface Present {
  /** Talks of the event by their names, as they are now. */
  records: ReadonlyMap<string, Fields>;
  /** Talks that this source gave before, by name. */
  imported: ReadonlyMap<string, Entry>;
  /** Talks that other sources of this event gave, with their names; each source may say something else of one. */
  elsewhere: readonly (readonly [name: string, entry: Entry])[];
  /** Whether the talk of that name was removed for good; of such a talk no more is known than its title, time and room. */
  isRemoved(id: string): boolean;
  /** The name of the talk whose page has this address, if it is one of this archive's event. */
  ownId(url: string): string | undefined;
}

/** The record of a talk; `from` is its name at the last import, where an editor has renamed it since. */
export interface MatchedRecord {
  id: string;
  from?: string | undefined;
}

/** What tells a talk from others, be it on its way in or in a record. */
interface Traits {
  key: string;
  title: string;
  date: unknown;
  start: unknown;
  room: unknown;
  speakers: readonly { name?: unknown }[];
  abstract: unknown;
}

/** Two talks are one where a rule says the same of both. Where it says nothing, it cannot tell. */
type Rule = (traits: Traits) => string | undefined;

/** The same to the letter: of talks of one title, each is itself again, whatever came or went before it. */
const sameToTheLetter: Rule = ({ key, title, date, start, room, abstract, speakers }) =>
  JSON.stringify([key, title, date, start, room, abstract, namesOf(speakers)]);
const sameInAll: Rule = ({ key, title, date, start, room }) => JSON.stringify([key, title, date, start, room]);
const sameTitleAndText: Rule = ({ title, abstract }) => (isLong(abstract) ? JSON.stringify([fold(title), abstract.trim()]) : undefined);
const sameKeyAndTitle: Rule = ({ key, title }) => JSON.stringify([key, fold(title)]);
const sameTitleTimeAndRoom: Rule = ({ title, date, start, room }) =>
  start === undefined || room === undefined ? undefined : JSON.stringify([fold(title), date, start, room]);
const sameTitleAndTime: Rule = ({ title, date, start }) => (start === undefined ? undefined : JSON.stringify([fold(title), date, start]));
/** Of an event that is held on other days. */
const sameTitleHourAndRoom: Rule = ({ title, start, room }) =>
  start === undefined ? undefined : JSON.stringify([fold(title), start, room]);
const sameTitleAndSpeakers: Rule = ({ title, speakers }) => withSpeakers(fold(title), speakers);
const sameTitleAndDay: Rule = ({ title, date, speakers }) =>
  date === undefined || speakers.length > 0 ? undefined : JSON.stringify([fold(title), date]);
const sameTitle: Rule = ({ title, speakers }) => (speakers.length > 0 ? undefined : fold(title));
const sameKeyAndSpeakers: Rule = ({ key, speakers }) => withSpeakers(key, speakers);
const sameTextAndSpeakers: Rule = ({ abstract, speakers }) =>
  isLong(abstract) ? JSON.stringify([abstract.trim(), namesOf(speakers)]) : undefined;
const sameTimeAndSpeakers: Rule = ({ date, start, speakers }) =>
  start === undefined ? undefined : withSpeakers(JSON.stringify([date, start]), speakers);
const withSpeakers = (what: string, speakers: Traits["speakers"]) =>
  speakers.length === 0 ? undefined : JSON.stringify([what, namesOf(speakers)]);
const namesOf = (speakers: Traits["speakers"]) => speakers.map(({ name }) => fold(String(name))).sort();
/** Of a text that says what one talk is about; “To be announced” says it of many. */
const FEWEST_LETTERS = 40;
const isLong = (text: unknown): text is string => typeof text === "string" && text.trim().length >= FEWEST_LETTERS;
/** Short keys, such as numbers, mean something in their own source only. */
const sameLastingKey: Rule = ({ key }) => (key.length < 20 ? undefined : key);

/** The record of each incoming talk that has one. Each record is matched once. */
export function matchTalks(incoming: readonly Incoming[], present: Present): Map<Incoming, MatchedRecord> {
  const { records, elsewhere } = present;
  const imported = new Map([...present.imported].sort(([a], [b]) => byNumber(a, b)));
  const removed = [...imported, ...elsewhere].filter(([id]) => present.isRemoved(id));
  const matching = new Matching(incoming, imported);
  for (const one of incoming) if (one.talk.url !== undefined) matching.match(one, present.ownId(one.talk.url));

  matching.apply(imported, sameToTheLetter);
  matching.applyWhereAlone(imported, matching.ofShared(sameTitleAndText));
  matching.apply(imported, sameInAll, matching.unlessVague(sameKeyAndTitle));
  matching.applyBare(removed, sameInAll, matching.unlessVague(sameKeyAndTitle), sameLastingKey, sameTitleTimeAndRoom, sameTitleAndTime);
  // Numbers of rows change where a row comes or goes: a title with its time or its speakers says more than such a key.
  const unknown = matching.open();
  matching.apply(imported, sameTitleTimeAndRoom, sameTitleAndTime, sameTitleHourAndRoom, sameTitleAndSpeakers);
  const reused = reusedKeys(incoming, imported);
  if (!unknown.some((one) => reused(one, matching.idOf(one)))) {
    // Several rows may have one key.
    matching.apply(imported, sameKeyAndSpeakers);
    matching.byKey(imported);
  }
  matching.apply(elsewhere, sameToTheLetter, sameInAll, sameLastingKey, sameTitleTimeAndRoom, sameTitleAndTime);
  matching.applyWhereAlone(elsewhere, sameTitleAndSpeakers);
  // Some programs make new keys at every export.
  const before = [...imported].map(([id, { record }]) => [id, record] as const);
  for (const [one, id] of matching.byTitle(matching.open(), before)) matching.match(one, id);
  matching.applyInOrder(imported, sameTitleAndDay, sameTitle);
  // A talk that is called otherwise by now is known by the rest.
  matching.applyWhereAlone(imported, sameTextAndSpeakers);
  // Where its title or its row was all that identified it, its time will do, since nobody speaks twice at a time; but in the place of a talk
  // that an editor deleted there may be another one.
  const vague = [...imported].filter(([id, entry]) => records.has(id) && matching.isVague(traitsOfEntry(entry)));
  matching.applyWhereAlone(vague, sameTimeAndSpeakers, (one) => matching.isVague(traitsOfTalk(one)));
  matching.applyWhereAlone(elsewhere, sameTextAndSpeakers);
  matching.applyRetitled(removed);

  // What was imported and then renamed, and what editors wrote before the first import.
  const free = [...records].filter(([id]) => !matching.isUsed(id) && !imported.has(id));
  const withoutRecord = () => incoming.filter((one) => !records.has(matching.idOf(one) ?? ""));
  for (const [one, id] of byOriginal(withoutRecord(), free)) matching.rename(one, id);
  for (const [one, id] of matching.byTitle(withoutRecord(), free)) matching.rename(one, id);
  // What is called otherwise at the source by now still has the former title in its record.
  const was = (one: Incoming) => imported.get(matching.idOf(one) ?? "")?.record;
  for (const [one, id] of matching.byTitle(withoutRecord(), free, was)) matching.rename(one, id);
  return matching.result();
}

/** Names in the order in which they were given: `lunch-10` after `lunch-9`. */
function byNumber(a: string, b: string): number {
  const parts = (id: string) => {
    const [, base = id, number = "1"] = /^(.*)-(\d+)$/.exec(id) ?? [];
    return { base, number: Number(number) };
  };
  const [one, other] = [parts(a), parts(b)];
  return one.base === other.base ? one.number - other.number : one.base < other.base ? -1 : 1;
}

/** Tells of a talk that has a record whether its key, or the one that the record had, now stands for another talk. */
function reusedKeys(incoming: readonly Incoming[], imported: Present["imported"]) {
  const before = new Set([...imported.values()].map(({ key }) => key));
  const now = new Set(incoming.map(({ talk }) => talk.key));
  return ({ talk: { key } }: Incoming, id: string | undefined): boolean => {
    const was = imported.get(id ?? "")?.key;
    return was !== undefined && was !== key && (before.has(key) || now.has(was));
  };
}

/** Pairs talks with records that name the address of their page, where one of each does. */
function* byOriginal(ones: readonly Incoming[], records: readonly (readonly [string, Fields])[]): Generator<[Incoming, string]> {
  const named = group(
    records.filter(([, record]) => typeof record["original"] === "string"),
    ([, record]) => String(record["original"]),
  );
  for (const [url, [one, other]] of group(ones, ({ talk }) => talk.url ?? "")) {
    const [record, second] = named.get(url) ?? [];
    if (url !== "" && one && !other && record && !second) yield [one, record[0]];
  }
}

/** Which talks have a record by now, and which records have a talk. */
class Matching {
  readonly #incoming: readonly Incoming[];
  readonly #found = new Map<Incoming, string>();
  readonly #renamed = new Map<Incoming, string>();
  readonly #used = new Set<string>();
  /** Titles that several talks have, such as “Lightning talk”: one of them is told from another by its speakers. */
  readonly #shared: ReadonlySet<string>;
  /** Whether keys are numbers of rows, by which a row that comes, goes or moves is taken for another. */
  readonly #areKeysPlaces: boolean;

  constructor(incoming: readonly Incoming[], imported: Present["imported"]) {
    this.#incoming = incoming;
    this.#areKeysPlaces = arePlaces(incoming.map(({ talk }) => talk.key));
    const titles = [incoming.map(({ talk }) => talk.record.title), [...imported.values()].map(({ record }) => String(record["title"]))];
    this.#shared = new Set(titles.flatMap((all) => [...group(all, fold)].flatMap(([title, same]) => (same.length > 1 ? [title] : []))));
  }

  /** A rule for talks whose title others have, too. */
  ofShared(rule: Rule): Rule {
    return (traits) => (this.#isShared(traits) ? rule(traits) : undefined);
  }

  /** A rule of keys, where they tell talks of one title apart. */
  unlessVague(rule: Rule): Rule {
    return (traits) => (this.#isShared(traits) && this.isVague(traits) ? undefined : rule(traits));
  }

  /** Whether the key of a talk is but the number of its row, or its title. */
  isVague(traits: Traits): boolean {
    return this.#areKeysPlaces || isNamedByTitle(traits);
  }

  #isShared({ title }: Pick<Traits, "title">): boolean {
    return this.#shared.has(fold(title));
  }

  isUsed(id: string): boolean {
    return this.#used.has(id);
  }

  idOf(one: Incoming): string | undefined {
    return this.#found.get(one);
  }

  /** The talks without a record. */
  open(): readonly Incoming[] {
    return this.#incoming.filter((one) => !this.#found.has(one));
  }

  result(): Map<Incoming, MatchedRecord> {
    return new Map([...this.#found].map(([one, id]) => [one, { id, from: this.#renamed.get(one) }]));
  }

  match(one: Incoming, id: string | undefined): void {
    if (id === undefined || this.#used.has(id) || this.#found.has(one)) return;
    this.#used.add(id);
    this.#found.set(one, id);
  }

  /** Gives a talk the record that is there now, in place of the one that it had at the last import. */
  rename(one: Incoming, id: string): void {
    if (this.#used.has(id)) return;
    const before = this.#found.get(one);
    if (before !== undefined) this.#renamed.set(one, before);
    this.#found.delete(one);
    this.match(one, id);
  }

  /** Matches what has no record yet, one rule after the other. */
  apply(entries: Iterable<readonly [string, Entry]>, ...rules: readonly Rule[]): void {
    this.applyBare(
      entries,
      ...rules.map(
        (stated): Rule =>
          (traits) => {
            const said = stated(traits);
            return said !== undefined && this.#isShared(traits) ? (withSpeakers(said, traits.speakers) ?? said) : said;
          },
      ),
    );
  }

  /** As `apply`, but for entries of which the speakers are not known, whatever titles they have. */
  applyBare(entries: Iterable<readonly [string, Entry]>, ...rules: readonly Rule[]): void {
    const candidates = [...entries].map(([id, entry]) => [id, traitsOfEntry(entry)] as const);
    for (const rule of rules) {
      const queues = new Queues(candidates, ([, traits]) => rule(traits), this.#isFree);
      for (const one of this.open()) this.match(one, queues.next(rule(traitsOfTalk(one)))?.[0]);
    }
  }

  /** Matches what has another title by now, at the same time in the same room, with half of the words of the title. */
  applyRetitled(entries: Iterable<readonly [string, Entry]>): void {
    const place = ({ date, start, room }: Traits) => JSON.stringify([date, start, room]);
    const atPlace = group(
      [...entries].map(([id, entry]) => [id, traitsOfEntry(entry)] as const).filter(([, { start }]) => start !== undefined),
      ([, traits]) => place(traits),
    );
    if (atPlace.size === 0) return;
    for (const one of this.open()) {
      const own = traitsOfTalk(one);
      const isMeant = (found: readonly [string, Traits]) => this.#isFree(found) && haveWordsInCommon(own.title, found[1].title);
      this.match(one, atPlace.get(place(own))?.find(isMeant)?.[0]);
    }
  }

  /** Matches what is the only talk that a rule says the same of, on both sides: other times of a talk are told by another source, too. */
  applyWhereAlone(entries: Iterable<readonly [string, Entry]>, rule: Rule, isMeant: (one: Incoming) => boolean = () => true): void {
    const named = group([...entries].filter(this.#isFree), ([, entry]) => rule(traitsOfEntry(entry)));
    for (const [key, [one, other]] of group(this.open().filter(isMeant), (open) => rule(traitsOfTalk(open)))) {
      const [id, second] = new Set((named.get(key) ?? []).map(([name]) => name));
      if (key !== undefined && one && !other && second === undefined) this.match(one, id);
    }
  }

  /** Matches what a rule says the same of, one after the other, where there are as many of them as before, such as the breaks of a day. */
  applyInOrder(entries: Iterable<readonly [string, Entry]>, ...rules: readonly Rule[]): void {
    const when = ({ date, start }: Traits) => JSON.stringify([String(date), String(start)]);
    const candidates = [...entries]
      .map(([id, entry]) => [id, traitsOfEntry(entry)] as const)
      .sort(([, a], [, b]) => (when(a) < when(b) ? -1 : 1));
    for (const rule of rules) {
      const before = group(candidates.filter(this.#isFree), ([, traits]) => rule(traits));
      for (const [key, ones] of group(this.open(), (open) => rule(traitsOfTalk(open)))) {
        const same = before.get(key) ?? [];
        if (key !== undefined && same.length === ones.length) for (const [index, one] of ones.entries()) this.match(one, same[index]?.[0]);
      }
    }
  }

  /**
   * Matches by the key alone, unless that stands for another talk now: nothing else of it is the same, or the talk is by other people and the key a
   * number, as in another list, or a title that several talks have.
   */
  byKey(entries: ReadonlyMap<string, Entry>): void {
    const candidates = [...entries].map(([id, entry]) => [id, traitsOfEntry(entry)] as const);
    const queues = new Queues(candidates, ([, { key }]) => key, this.#isFree);
    for (const one of this.open()) {
      const own = traitsOfTalk(one);
      const isMeant = ([, traits]: readonly [string, Traits]) =>
        !(/^\d+$/.test(traits.key) && isByOthers(own, traits)) &&
        !(isNamedByTitle(own) && this.#isAnother(own, traits)) &&
        !isAnotherInAll(own, traits, this.#areKeysPlaces);
      let found = queues.next(one.talk.key);
      while (found && !isMeant(found)) found = queues.next(one.talk.key);
      this.match(one, found?.[0]);
    }
  }

  /** Pairs talks with records of the same title: at the same time, or else where both are the only ones of it. */
  *byTitle(
    ones: readonly Incoming[],
    records: readonly (readonly [string, Fields])[],
    said: (one: Incoming) => Fields | undefined = ({ talk, time }) => ({ title: talk.record.title, ...time }),
  ): Generator<[Incoming, string]> {
    const byTitle = group(records.filter(this.#isFree), ([, record]) => fold(String(record["title"])));
    for (const [title, same] of group(ones, (one) => fold(String(said(one)?.["title"] ?? "")))) {
      const named = title === "" ? [] : (byTitle.get(title) ?? []);
      const only = same.length === 1 && named.length === 1 ? named[0] : undefined;
      const atTime = new Queues(named, ([, record]) => timeKey(record), this.#isFree);
      for (const one of same) {
        const own = { title, speakers: one.talk.speakers };
        const isMeant = ([, record]: readonly [string, Fields]) => !this.#isAnother(own, { title, speakers: listedSpeakers(record) });
        const record = [atTime.next(timeKey(said(one) ?? {})), only].find((found) => found && isMeant(found));
        if (record) yield [one, record[0]];
      }
    }
  }

  /** Whether talks of a title that several have are by other people. */
  #isAnother(one: Pick<Traits, "title" | "speakers">, other: Pick<Traits, "title" | "speakers">): boolean {
    return this.#isShared(one) && fold(one.title) === fold(other.title) && haveOtherPeople(one.speakers, other.speakers);
  }

  readonly #isFree = ([id]: readonly [string, unknown]): boolean => !this.#used.has(id);
}

/** Whether two talks share neither the title nor a word of the name of a speaker; nothing is known where one has no speakers. */
function isByOthers(one: Traits, other: Traits): boolean {
  return fold(one.title) !== fold(other.title) && haveOtherPeople(one.speakers, other.speakers);
}

/**
 * Whether two talks without speakers have other titles and times, and other texts. A text that came or went says nothing, unless keys say as
 * little, as numbers of rows do.
 */
function isAnotherInAll(one: Traits, other: Traits, areKeysPlaces: boolean): boolean {
  const isNone = one.speakers.length === 0 && other.speakers.length === 0;
  const isKnown = areKeysPlaces || (one.abstract !== undefined && other.abstract !== undefined);
  return isNone && fold(one.title) !== fold(other.title) && isKnown && one.abstract !== other.abstract && timesDiffer(one, other);
}

const timesDiffer = (one: Traits, other: Traits) => one.date !== undefined && other.date !== undefined && timeKey(one) !== timeKey(other);

/** Whether talks have speakers, and no word of a name in common. */
function haveOtherPeople(ones: Traits["speakers"], others: Traits["speakers"]): boolean {
  const [words, known] = [wordsOfNames(ones), wordsOfNames(others)];
  return words.size > 0 && known.size > 0 && ![...words].some((word) => known.has(word));
}

/** Whether keys can be numbers of rows, which begin at the first; some rows, such as breaks, may have been left out. */
const arePlaces = (keys: readonly string[]) => keys.every((key) => /^\d{1,9}$/.test(key) && Number(key) <= 2 * keys.length);

/** Whether a talk is identified by its title alone, or by the name of a file that was made of it. */
const isNamedByTitle = ({ key, title }: Traits) => fold(key) === fold(title);

/** Whether titles share half of the words of the one with fewer. */
function haveWordsInCommon(one: string, other: string): boolean {
  const [some, more] = [wordsOf(one), wordsOf(other)];
  return 2 * [...some].filter((word) => more.has(word)).length >= Math.min(some.size, more.size);
}

const wordsOf = (text: string) => new Set(fold(text).split(" "));
const wordsOfNames = (speakers: Traits["speakers"]) => new Set(speakers.flatMap(({ name }) => [...wordsOf(String(name))]));

const timeKey = ({ date, start }: { date?: unknown; start?: unknown }) => JSON.stringify([date, start]);

const traitsOfTalk = ({ talk: { key, record, speakers }, time }: Incoming): Traits => ({
  key,
  title: record.title,
  date: time.date,
  start: time.start,
  room: record.room,
  speakers,
  abstract: record.abstract,
});

const traitsOfEntry = ({ key, record }: Entry): Traits => ({
  key,
  title: String(record["title"]),
  date: record["date"],
  start: record["start"],
  room: record["room"],
  speakers: listedSpeakers(record),
  abstract: record["abstract"],
});

/** Candidates by a key, each given out once and in order, so that thousands of rows with one title stay quick. */
class Queues<T> {
  readonly #queues: Map<string | undefined, T[]>;
  readonly #isFree: (value: T) => boolean;

  constructor(values: Iterable<T>, keyOf: (value: T) => string | undefined, isFree: (value: T) => boolean) {
    this.#queues = group([...values].reverse(), keyOf);
    this.#isFree = isFree;
  }

  next(key: string | undefined): T | undefined {
    const queue = key === undefined ? [] : (this.#queues.get(key) ?? []);
    for (let value = queue.pop(); value !== undefined; value = queue.pop()) if (this.#isFree(value)) return value;
    return undefined;
  }
}

function fold(title: string): string {
  return (
    normal(title, "NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim() || title
  );
}

function group<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    addTo(groups, key, value);
  }
  return groups;
}
