/** The meeting of local times and time zones (Temporal, tz database); gaps and repeated hours are never guessed. */
import { Temporal } from "temporal-polyfill";
import { two } from "../text/clock.ts";
import { remembered } from "../text/memo.ts";

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

/** The name of a zone in the capitals of the tz database, by which all programs know it. */
export const timeZoneName = (zone: string) => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;

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
    iso: `${local}${minuteOffset(earlier)}`,
    epochMinutes: Math.round(earlier.epochMilliseconds / 60_000),
  };
});

/**
 * The moment from which the clocks of a zone show that time of a day or a later one, as `2012-08-27T09:30-07:00`: where they show it twice the
 * first, and where they never do, that at which they are put forward.
 */
export function firstMoment(date: string, clock: string, zone: string): string {
  const wall = Temporal.PlainDateTime.from(`${date}T${clock}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const moment = earlier.toPlainDateTime().equals(wall) ? earlier : (earlier.getTimeZoneTransition("next") ?? earlier);
  return `${moment.toPlainDateTime().toString({ smallestUnit: "minute" })}${minuteOffset(moment)}`;
}

/** The offset of a moment to the minute, as `-07:00`. */
const minuteOffset = (moment: Temporal.ZonedDateTime) => moment.toString({ smallestUnit: "minute", timeZoneName: "never" }).slice(-6);

/** Minutes since midnight of `HH:MM`. */
export function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `HH:MM` of minutes since midnight, wrapping past 24 hours. */
export function minutesClock(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** The day `days` later, or earlier, as `YYYY-MM-DD`. */
export function shiftDay(date: string, days: number): string {
  return days === 0 ? date : shifted(`${date} ${days}`);
}

const shifted = remembered((text) => {
  const [date = "", days] = text.split(" ");
  return Temporal.PlainDate.from(date)
    .add({ days: Number(days) })
    .toString();
});

/** A day and a time of day, as a clock on the wall shows them. */
export interface WallTime {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`. */
  clock: string;
}

/** Whether a text is an offset from UTC that clocks somewhere show: `Z`, or `-12:00` to `+14:59`. */
export const isOffset = (text: string): boolean => /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.test(text);

/** What the clocks of a zone show so many minutes after an instant, which is written with an offset (`Z`, `+01:00`). */
export function laterInZone({ date, clock }: WallTime, offset: string, minutes: number, zone: string): WallTime {
  return wallTime(Temporal.Instant.from(`${date}T${clock}${offset}`).add({ minutes }).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** The instant so many minutes after a time that is there once in its zone; a length leaves no doubt even where clocks show a time twice. */
export function laterInstant({ date, clock }: WallTime, minutes: number, zone: string): { time: LocalTime; wall: WallTime } {
  const moment = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone).add({ minutes });
  const wall = wallTime(moment.toPlainDateTime());
  const epochMinutes = Math.round(moment.epochMilliseconds / 60_000);
  return { time: { kind: "instant", iso: `${wall.date}T${wall.clock}${minuteOffset(moment)}`, epochMinutes }, wall };
}

/** So many minutes later by the clock alone, whatever the zone. */
export function laterByClock({ date, clock }: WallTime, minutes: number): WallTime {
  return wallTime(Temporal.PlainDateTime.from(`${date}T${clock}`).add({ minutes }));
}

/** Minutes from one instant to another, both written with their offsets. */
export function minutesBetween(from: WallTime, fromOffset: string, to: WallTime, toOffset: string): number {
  const instant = ({ date, clock }: WallTime, offset: string) => Temporal.Instant.from(`${date}T${clock}${offset}`);
  return Math.round(instant(from, fromOffset).until(instant(to, toOffset), { largestUnit: "seconds" }).seconds / 60);
}

/** Minutes from one time to another by the clock alone. */
export function minutesByClock(from: WallTime, to: WallTime): number {
  return Temporal.PlainDateTime.from(`${from.date}T${from.clock}`).until(`${to.date}T${to.clock}`, { largestUnit: "minutes" }).minutes;
}

function wallTime(moment: Temporal.PlainDateTime): WallTime {
  return { date: moment.toPlainDate().toString(), clock: moment.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Whole days since 1 January 1970, whatever the zone. */
export const daysSinceEpoch = remembered((date) => Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "days" }).days);

/** An instant, written with an offset (`Z`, `+01:00`), as date and time in an IANA zone. */
export function inZone(date: string, clock: string, offset: string, zone: string): WallTime {
  return laterInZone({ date, clock }, offset, 0, zone);
}

/** A change of a zone's offset from UTC: the local time by the old offset, and both offsets as `+01:00`. */
export interface OffsetChange {
  local: string;
  before: string;
  after: string;
}

/** A zone that has not changed for longer than this has no summer time. */
const SETTLED_DAYS = 400;

const changes = new Map<string, OffsetChange[]>();

/**
 * The changes of offset that say what a zone's local times mean from one day to another: the last one before the first day,
 * and all until the last. A zone that had not changed for long has one that changes nothing, in 1970 or before all days.
 */
export function offsetChanges(zone: string, first: string, last: string): OffsetChange[] {
  const key = `${zone} ${first} ${last}`;
  const answer = changes.get(key) ?? findChanges(zone, first, last);
  changes.set(key, answer);
  return answer;
}

function findChanges(zone: string, first: string, last: string): OffsetChange[] {
  const start = Temporal.PlainDate.from(first).toZonedDateTime(zone);
  const end = Temporal.PlainDate.from(last).add({ days: 2 }).toZonedDateTime(zone);
  // A day may begin with a change, which is none before it.
  const before = start.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const isRecent = before && Temporal.ZonedDateTime.compare(before.add({ days: SETTLED_DAYS }), start) > 0;
  const settled = first > "1970-01-01" ? "1970-01-01" : shiftDay(first, -1);
  const found = [isRecent ? changeAt(before) : { local: `${settled}T00:00:00`, before: start.offset, after: start.offset }];
  let next = start.getTimeZoneTransition("next");
  for (; next && Temporal.ZonedDateTime.compare(next, end) < 0; next = next.getTimeZoneTransition("next")) found.push(changeAt(next));
  return found;
}

function changeAt(moment: Temporal.ZonedDateTime): OffsetChange {
  const justBefore = moment.subtract({ nanoseconds: 1 });
  const local = justBefore.toPlainDateTime().add({ nanoseconds: 1 }).toString({ smallestUnit: "second" });
  return { local, before: justBefore.offset, after: moment.offset };
}

/** Minutes since 1970 as a moment in UTC: `2012-08-27T16:30:00Z`. */
export function formatUtc(epochMinutes: number): string {
  return utcText(String(epochMinutes));
}

const utcText = remembered((minutes) =>
  Temporal.Instant.fromEpochMilliseconds(Number(minutes) * 60_000).toString({ smallestUnit: "second" }),
);
