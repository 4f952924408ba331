/** The views of what is there before an import: people, former paths, the talks of an event. */
import type { Filed } from "../model/archive.ts";
import type { AddressesRecord } from "../model/records/changes.ts";
import type { SpeakerRecord } from "../model/records/speaker.ts";
import { FormerPaths } from "./former-paths.ts";
import { Names } from "./names.ts";
import type { Fields } from "./canonical.ts";
import { fieldsOf, type Store, storeKey } from "./existing-records.ts";

/** Everybody whom records or talks name. */
export function namesIn(store: Store): Names {
  const stored = [...store.records.values()];
  const speakers = stored.filter(({ kind }) => kind === "speaker");
  const talks = stored.filter(({ kind }) => kind === "talk");
  return new Names(
    speakers.map(({ id, file, record }): Filed<SpeakerRecord> => ({ id, file, record: record as SpeakerRecord })),
    talks.flatMap(({ record }) =>
      listedSpeakers(record).flatMap(({ name, person }) => (typeof name === "string" && person === undefined ? [name] : [])),
    ),
  );
}

/** The speakers of a talk, in the one form or the other. */
export function listedSpeakers(talk: Fields): Fields[] {
  if (Array.isArray(talk["speakers"])) return talk["speakers"] as Fields[];
  return talk["speaker"] === undefined ? [] : [{ name: talk["speaker"], person: talk["person"] }];
}

/** The former paths of all records, and those of what was removed for good. */
export function formerIn(store: Store): FormerPaths {
  const stored = [...store.records.values()];
  const former = new FormerPaths(stored.filter(({ kind }) => kind === "page").map(({ id }) => id));
  for (const path of removedPaths(store)) former.claim(path, "removed");
  for (const { kind, id, record } of stored)
    if (Array.isArray(record["formerUrls"])) for (const path of record["formerUrls"] as string[]) former.claim(path, `${kind} ${id}`);
  return former;
}

/** The talks of an event by the names of their files. */
export function talksIn(store: Store, event: string): Map<string, Fields> {
  return new Map(store.records.talksOf(event).map((stored) => [stored.id.slice(event.length + 1), fieldsOf(stored)]));
}

/** The paths of pages that were removed for good. */
export function removedPaths(store: Store): ReadonlySet<string> {
  const record = store.records.get(storeKey("addresses", "addresses"))?.record as AddressesRecord | undefined;
  return new Set((record?.removed ?? []).map(({ path }) => path));
}

/** The records of a kind that had another address, by that address. */
export function byFormerPath(store: Store, wanted: "event" | "talk"): ReadonlyMap<string, string> {
  const records = [...store.records.values()].filter(({ kind }) => kind === wanted);
  return new Map(records.flatMap(({ id, record }) => ((record["formerUrls"] ?? []) as string[]).map((path) => [path, id] as const)));
}
