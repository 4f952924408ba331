/** The order of events and talks: by time as far as it is known, then by name, so that it never depends on files. */
import type { Event, Talk } from "./archive.ts";

/** Events in order of time; what has no date comes last, by name. */
export function byTime(a: Event, b: Event): number {
  const date = (event: Event) => event.record.startDate ?? event.year ?? "9999";
  if (date(a) !== date(b)) return date(a) < date(b) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The newest first; what has no date comes last here too. */
export function newestFirst(events: readonly Event[]): Event[] {
  const isDated = (event: Event) => event.year !== undefined;
  return [...events.filter(isDated).toReversed(), ...events.filter((event) => !isDated(event))];
}

/** Talks of one event: dated ones first, by time; then published order; then name. */
export function byProgramme(a: Talk, b: Talk): number {
  const day = (talk: Talk) => talk.when?.day ?? "9999";
  const from = (talk: Talk) => talk.when?.from ?? Number.MAX_SAFE_INTEGER;
  const order = (talk: Talk) => talk.record.order ?? Number.MAX_SAFE_INTEGER;
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  return from(a) - from(b) || order(a) - order(b) || (a.id < b.id ? -1 : 1);
}

/** Talks of any events: events by time, and within an event as its programme has them. */
export function byEventAndProgramme(a: Talk, b: Talk): number {
  return a.event === b.event ? byProgramme(a, b) : byTime(a.event, b.event);
}
