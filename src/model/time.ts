/** Owns the meeting of local times and time zones (Temporal, tz database); gaps and repeated hours are never guessed. */
import { Temporal } from "temporal-polyfill";

const known = new Map<string, boolean>();

/** Whether the name is a zone of the IANA tz database; bare offsets such as `+02:00` are not. */
export function isTimeZone(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = /^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(name) && zoneExists(name);
    known.set(name, answer);
  }
  return answer;
}

function zoneExists(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** What a local time means in its zone: an instant, or why it has none or two. */
export type LocalTime = { kind: "instant"; iso: string; epochMinutes: number } | { kind: "gap" } | { kind: "repeated" };

/**
 * Resolves `YYYY-MM-DD` and `HH:MM` in an IANA zone; `iso` carries the offset, as `2012-08-27T09:30-07:00`. Offsets of the
 * time before zones, such as +00:53:28, are rounded to the minute, since HTML and RFC 3339 know no finer ones.
 */
export function resolveLocal(date: string, clock: string, zone: string): LocalTime {
  const local = Temporal.PlainDateTime.from(`${date}T${clock}`);
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    return earlier.toPlainDateTime().equals(local) ? { kind: "repeated" } : { kind: "gap" };
  }
  return {
    kind: "instant",
    iso: `${date}T${clock}${earlier.toString({ smallestUnit: "minute", timeZoneName: "never" }).slice(-6)}`,
    epochMinutes: Math.round(earlier.epochMilliseconds / 60_000),
  };
}

/** Minutes since midnight of `HH:MM`. */
export function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `HH:MM` of minutes since midnight, wrapping past 24 hours. */
export function minutesClock(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** The day `days` later, or earlier, as `YYYY-MM-DD`. */
export function shiftDay(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days since 1 January 1970, whatever the zone. */
export function daysSinceEpoch(date: string): number {
  return Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "days" }).days;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function dayOfWeek(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** `1 h 15 min` for a length in minutes. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
}

/** An instant, written with an offset (`Z`, `+01:00`), as date and time in an IANA zone. */
export function inZone(date: string, clock: string, offset: string, zone: string): { date: string; clock: string } {
  const local = Temporal.Instant.from(`${date}T${clock}${offset}`).toZonedDateTimeISO(zone).toPlainDateTime();
  return { date: local.toPlainDate().toString(), clock: local.toPlainTime().toString({ smallestUnit: "minute" }) };
}
