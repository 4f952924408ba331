/** Which talks of one event overlap in time and share something. */
import type { Talk } from "./archive.ts";
import { daysSinceEpoch } from "./time.ts";
import { isCalledOff, statusOf } from "./status.ts";
import { isLong } from "./when.ts";

/**
 * Every talk that starts while an earlier one with the same key still runs, paired with the one of those that ends last, so
 * that the answer never grows beyond one pair a talk and key. Talks whose end is not known overlap with nothing, nor do those that were
 * called off.
 */
export function overlaps(talks: readonly Talk[], keysOf: (talk: Talk) => readonly string[]): [first: Talk, second: Talk, key: string][] {
  const latest = new Map<string, Span>();
  const pairs: [Talk, Talk, string][] = [];
  const spans = talks.flatMap((talk) => spanOf(talk) ?? []);
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end || (a.talk.id < b.talk.id ? -1 : 1))) {
    for (const key of new Set(keysOf(span.talk))) {
      const before = latest.get(key);
      if (before && before.end > span.start) pairs.push([before.talk, span.talk, key]);
      if (!before || before.end < span.end) latest.set(key, span);
    }
  }
  return pairs;
}

interface Span {
  talk: Talk;
  start: number;
  end: number;
}

/** Start and end in minutes since 1970, by the event's own clock. */
function spanOf(talk: Talk): Span | undefined {
  // A session over several days pauses at times that nobody states.
  if (isLong(talk) || isCalledOff(statusOf(talk))) return undefined;
  const { day, from, to } = talk.when ?? {};
  if (day === undefined || from === undefined || to === undefined) return undefined;
  const midnight = daysSinceEpoch(day) * 1440;
  return { talk, start: midnight + from, end: midnight + to };
}
