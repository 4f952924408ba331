/** Which record a foreign talk already is: by an earlier import, by its address here or there, or by its title. */
import type { ForeignTalk } from "../importers/importer.ts";
import type { Entry } from "./import-state.ts";
import type { Fields } from "./canonical.ts";
import type { TimeFields } from "./zones.ts";

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

  const byKey = group([...present.imported], ([, { key }]) => key);
  for (const exact of [true, false])
    for (const one of incoming) {
      if (found.has(one)) continue;
      const candidates = (byKey.get(one.talk.key) ?? []).filter(([id]) => !used.has(id));
      match(one, candidates.find(([, { record }]) => !exact || alike(one, record))?.[0]);
    }

  // What was imported and then renamed, and what editors wrote before the first import.
  const free = [...present.records].filter(([id]) => !used.has(id) && !present.imported.has(id));
  const byUrl = group(
    free.filter(([, record]) => typeof record["original"] === "string"),
    ([, record]) => String(record["original"]),
  );
  const open = () => incoming.filter((one) => !found.has(one) || !present.records.has(found.get(one) ?? ""));
  const rename = (one: Incoming, id: string | undefined) => {
    if (id === undefined || used.has(id)) return;
    const before = found.get(one);
    if (before !== undefined) renamed.set(one, before);
    found.delete(one);
    match(one, id);
  };
  const openByUrl = group(open(), ({ talk }) => talk.url ?? "");
  for (const [url, ones] of openByUrl) {
    const records = byUrl.get(url) ?? [];
    if (url !== "" && ones.length === 1 && records.length === 1 && ones[0]) rename(ones[0], records[0]?.[0]);
  }
  const byTitle = group(free, ([, record]) => fold(String(record["title"])));
  const left = group(open(), (one) => fold(one.talk.record.title));
  for (const [title, ones] of left) {
    for (const one of ones) {
      const candidates = (byTitle.get(title) ?? []).filter(([id]) => !used.has(id));
      const atTime = candidates.find(([, record]) => sameTime(one.time, record));
      const only = ones.length === 1 && candidates.length === 1 ? candidates[0] : undefined;
      rename(one, (atTime ?? only)?.[0]);
    }
  }
  return found;
}

function alike({ talk, time }: Incoming, record: Fields): boolean {
  return record["title"] === talk.record.title && sameTime(time, record) && record["room"] === talk.record.room;
}

function sameTime(time: TimeFields, record: Fields): boolean {
  return record["date"] === time.date && record["start"] === time.start;
}

function fold(title: string): string {
  return (
    title
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim() || title
  );
}

function group<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const list = groups.get(key);
    if (list) list.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
