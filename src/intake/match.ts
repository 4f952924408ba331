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
  /** Talks that other sources of this event gave, by name. */
  elsewhere: ReadonlyMap<string, Entry>;
  /** The name of the talk whose page has this address, if it is one of this archive's event. */
  ownId(url: string): string | undefined;
}

/** The record of a talk; `from` is its name at the last import, where an editor has renamed it since. */
export interface MatchedRecord {
  id: string;
  from?: string | undefined;
}

/** The record of each incoming talk that has one. Each record is matched once. */
export function matchTalks(incoming: readonly Incoming[], present: Present): Map<Incoming, MatchedRecord> {
  const renamed = new Map<Incoming, string>();
  const found = matchNames(incoming, present, renamed);
  return new Map([...found].map(([one, id]) => [one, { id, from: renamed.get(one) }]));
}

function matchNames(incoming: readonly Incoming[], present: Present, renamed: Map<Incoming, string>): Map<Incoming, string> {
  const found = new Map<Incoming, string>();
  const used = new Set<string>();
  const match = (one: Incoming, id: string | undefined) => {
    if (id === undefined || used.has(id) || found.has(one)) return;
    used.add(id);
    found.set(one, id);
  };
  for (const one of incoming) if (one.talk.url !== undefined) match(one, present.ownId(one.talk.url));

  const isFree = ([id]: readonly [string, unknown]) => !used.has(id);
  const open = (): readonly Incoming[] => incoming.filter((one) => !found.has(one));
  const matchKeys = (
    entries: Iterable<readonly [string, Entry]>,
    keyOf: (entry: Entry) => string,
    wanted: (one: Incoming) => string | undefined,
  ) => {
    const queues = new Queues(entries, ([, entry]) => keyOf(entry), isFree);
    for (const one of open()) {
      const key = wanted(one);
      if (key !== undefined) match(one, queues.next(key)?.[0]);
    }
  };
  const matchTitles = (
    ones: readonly Incoming[],
    candidates: readonly (readonly [string, Fields])[],
    take: (one: Incoming, id: string | undefined) => void,
  ) => {
    const byTitle = group(candidates.filter(isFree), ([, record]) => fold(String(record["title"])));
    for (const [title, same] of group(ones, (one) => fold(one.talk.record.title))) {
      const records = byTitle.get(title) ?? [];
      const atTime = new Queues(records, ([, record]) => timeKey(record), isFree);
      for (const one of same) {
        const only = same.length === 1 && records.length === 1 ? records[0] : undefined;
        take(one, (atTime.next(timeKey(one.time)) ?? only)?.[0]);
      }
    }
  };
  // The same key first with the same title, time and room, then with the title; then what another source of the event calls so.
  for (const entries of [present.imported, present.elsewhere]) {
    const isOwn = entries === present.imported;
    matchKeys(
      entries,
      ({ key, record }) => exactKey(key, record["title"], record, record["room"]),
      ({ talk, time }) => exactKey(talk.key, talk.record.title, time, talk.record.room),
    );
    if (isOwn) {
      matchKeys(
        entries,
        ({ key, record }) => titleKey(key, String(record["title"])),
        ({ talk }) => titleKey(talk.key, talk.record.title),
      );
      // Numbers of rows change where a row comes or goes: a title with its time or its speakers says more than such a key.
      const unknown = open();
      matchKeys(
        entries,
        ({ record }) => JSON.stringify([fold(String(record["title"])), timeKey(record)]),
        ({ talk, time }) => (time.start === undefined ? undefined : JSON.stringify([fold(talk.record.title), timeKey(time)])),
      );
      matchKeys(
        entries,
        ({ record }) => spokenKey(String(record["title"]), listedSpeakers(record)),
        ({ talk }) => (talk.speakers.length === 0 ? undefined : spokenKey(talk.record.title, talk.speakers)),
      );
      const before = new Set([...entries].map(([, { key }]) => key));
      const now = new Set(incoming.map(({ talk }) => talk.key));
      const hasOtherKey = ({ key }: { key: string }, id: string | undefined) => {
        const was = present.imported.get(id ?? "")?.key;
        return was !== undefined && was !== key && (before.has(key) || now.has(was));
      };
      if (unknown.some((one) => hasOtherKey(one.talk, found.get(one)))) continue;
    }
    // Short keys, such as numbers, mean something in their own source only.
    matchKeys(
      isOwn ? entries : [...entries].filter(([, { key }]) => key.length >= SHORTEST_LASTING_KEY),
      ({ key }) => key,
      ({ talk }) => talk.key,
    );
  }

  // Some programs make new keys at every export.
  matchTitles(
    open(),
    [...present.imported].map(([id, { record }]) => [id, record] as const),
    match,
  );

  // What was imported and then renamed, and what editors wrote before the first import.
  const free = [...present.records].filter(([id]) => !used.has(id) && !present.imported.has(id));
  const byUrl = group(
    free.filter(([, record]) => typeof record["original"] === "string"),
    ([, record]) => String(record["original"]),
  );
  const withoutRecord = () => incoming.filter((one) => !present.records.has(found.get(one) ?? ""));
  const rename = (one: Incoming, id: string | undefined) => {
    if (id === undefined || used.has(id)) return;
    const before = found.get(one);
    if (before !== undefined) renamed.set(one, before);
    found.delete(one);
    match(one, id);
  };
  const openByUrl = group(withoutRecord(), ({ talk }) => talk.url ?? "");
  for (const [url, ones] of openByUrl) {
    const records = byUrl.get(url) ?? [];
    if (url !== "" && ones.length === 1 && records.length === 1 && ones[0]) rename(ones[0], records[0]?.[0]);
  }
  matchTitles(withoutRecord(), free, rename);
  return found;
}

const SHORTEST_LASTING_KEY = 20;

const timeKey = ({ date, start }: { date?: unknown; start?: unknown }) => JSON.stringify([date, start]);
const spokenKey = (title: string, speakers: readonly { name?: unknown }[]) =>
  JSON.stringify([fold(title), speakers.map(({ name }) => fold(String(name))).sort()]);
const titleKey = (key: string, title: string) => JSON.stringify([key, fold(title)]);
const exactKey = (key: string, title: unknown, { date, start }: { date?: unknown; start?: unknown }, room: unknown) =>
  JSON.stringify([key, title, date, start, room]);

/** Candidates by a key, each given out once and in order, so that thousands of rows with one title stay quick. */
class Queues<T> {
  readonly #queues: Map<string, T[]>;
  readonly #isFree: (value: T) => boolean;

  constructor(values: Iterable<T>, keyOf: (value: T) => string, isFree: (value: T) => boolean) {
    this.#queues = group([...values].reverse(), keyOf);
    this.#isFree = isFree;
  }

  next(key: string): T | undefined {
    const queue = this.#queues.get(key) ?? [];
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

function group<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    addTo(groups, key, value);
  }
  return groups;
}
