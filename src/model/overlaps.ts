/** Owns the question which talks of one event overlap in time and share something. */
import type { Talk } from "./archive.ts";
import { daysSinceEpoch } from "./time.ts";

/** Pairs of talks that run at once and share a key; talks whose end is not known overlap with nothing. */
export function overlaps(talks: readonly Talk[], keysOf: (talk: Talk) => readonly string[]): [first: Talk, second: Talk, key: string][] {
  const latest = new Map<string, Talk>();
  const pairs: [Talk, Talk, string][] = [];
  const timed = talks.filter((talk) => talk.when?.to !== undefined);
  for (const talk of timed.toSorted((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1))) {
    for (const key of new Set(keysOf(talk))) {
      const before = latest.get(key);
      if (before && end(before) > start(talk)) pairs.push([before, talk, key]);
      if (!before || end(before) < end(talk)) latest.set(key, talk);
    }
  }
  return pairs;
}

const dayMinutes = (talk: Talk) => (talk.when ? daysSinceEpoch(talk.when.day) * 1440 : 0);
const start = (talk: Talk) => dayMinutes(talk) + (talk.when?.from ?? 0);
const end = (talk: Talk) => dayMinutes(talk) + (talk.when?.to ?? 0);
