/** The moments that calendars and feeds ask for, made of the dates of records, since a build knows no clock. */
import type { Event, Talk } from "../model/archive.ts";
import { dateBounds } from "../model/dates.ts";
import { formatUtc } from "../model/time.ts";

/** What formats get that ask for a moment where nothing is known: the first one of Unix. */
export const NO_MOMENT = "1970-01-01T00:00:00Z";

/** The last change of a talk that its record tells; else its start as far as it is known, or that of its event, in UTC. */
export function talkMoment(talk: Talk): string {
  if (talk.record.updated !== undefined) return `${talk.record.updated}T00:00:00Z`;
  if (talk.when?.startTime?.kind === "instant") return formatUtc(talk.when.startTime.epochMinutes);
  return talk.when ? `${talk.when.date}T00:00:00Z` : eventMoment(talk.event);
}

/** The first moment that the dates of an event can mean. */
export function eventMoment(event: Event): string {
  const start = event.record.startDate ?? event.year;
  return start === undefined ? NO_MOMENT : `${dateBounds(start).first}T00:00:00Z`;
}
