/** Owns the meeting of local times and time zones (Temporal, tz database); gaps and repeated hours are never guessed. */
import { Temporal } from "temporal-polyfill";
import { remembered } from "./memo.ts";

/** Whether the name is a zone of the IANA tz database; bare offsets such as `+02:00` are not. */
export const isTimeZone = remembered((name) => /^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(name) && zoneExists(name));

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
  return resolve(`${date}T${clock} ${zone}`);
}

const resolve = remembered((question): LocalTime => {
  const [local = "", zone = ""] = question.split(" ");
  const wall = Temporal.PlainDateTime.from(local);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    return earlier.toPlainDateTime().equals(wall) ? { kind: "repeated" } : { kind: "gap" };
  }
  return {
    kind: "instant",
    iso: `${local}${earlier.toString({ smallestUnit: "minute", timeZoneName: "never" }).slice(-6)}`,
    epochMinutes: Math.round(earlier.epochMilliseconds / 60_000),
  };
});

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
  return days === 0 ? date : Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days since 1 January 1970, whatever the zone. */
export const daysSinceEpoch = remembered((date) => Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "days" }).days);

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const dayOfWeek = remembered((date) => Temporal.PlainDate.from(date).dayOfWeek);

/** `1 h 15 min` for a length in minutes. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
}
