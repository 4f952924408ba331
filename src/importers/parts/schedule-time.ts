/** The times of schedules: days, clocks, offsets and lengths in all forms that dialects write. */
import { joinBlanks } from "../../text/blanks.ts";
import { isRealDate } from "../../model/dates.ts";
import { clockMinutes, isOffset, minutesClock, shiftDay } from "../../model/time.ts";
import type { ForeignTime } from "../importer.ts";

/** Parts of `2024-12-27T10:30:00+01:00`, however much of it there is. */
export interface Stamp {
  date: string;
  time?: string | undefined;
  offset?: string | undefined;
}

/** Reads a date, or a date with a time, with an offset or without. */
export function readStamp(text: string): Stamp | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i.exec(
    text.trim(),
  );
  const [, date = "", time, offset] = match ?? [];
  if (!isRealDate(date)) return undefined;
  const clock = time === undefined ? undefined : readClock(time);
  if (time !== undefined && clock === undefined) return undefined;
  const read = offset === undefined ? undefined : readOffset(offset);
  return read === undefined || isOffset(read) ? { date, time: clock, offset: read } : undefined;
}

/** `9:30`, `09:30:00` or `0930` as `09:30`. */
export function readClock(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** A start with an end that may lie after midnight. */
export function clocksFrom(date: string, start: string | undefined, end: string | undefined): Pick<ForeignTime, "start" | "end"> {
  if (start === undefined) return {};
  return end === undefined || end === start ? { start } : { start, end: { date: end < start ? shiftDay(date, 1) : date, time: end } };
}

function readOffset(text: string): string {
  if (/^(z|utc)$/i.test(text)) return "Z";
  const digits = text.replace(":", "");
  const offset = `${digits.slice(0, 3)}:${digits.slice(3) || "00"}`;
  return /^[+-]00:00$/.test(offset) ? "Z" : offset;
}

/**
 * Minutes of a length in a schedule, where three numbers are days, hours and minutes: `2:05:00` is two days and five hours. A
 * first number of two digits, as in `01:30:00`, is hours before minutes and seconds all the same.
 */
export function readScheduleDuration(text: string): number | undefined {
  const [, days, hours, minutes] = /^(\d|\d{3,5}):(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  return days === undefined ? readDuration(text) : Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** Letters of the longest way to write a length. */
const LONGEST_DURATION = 80;

/** Minutes of `00:30`, `53:00`, `1:30:00`, `45`, `45'`, `PT1H30M`, `1 h 30 min`, `1h30` or `1.5 h`; of `P1W2D`, days and weeks too. */
export function readDuration(text: string): number | undefined {
  const trimmed = joinBlanks(text).trim();
  if (trimmed.length > LONGEST_DURATION) return undefined;
  const [, hours, minutes] = /^(\d{1,4}):(\d{2})(?::\d{2})?$/.exec(trimmed) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const plain = /^(\d{1,5})(?:\.0+)?\s*(?:m|min|mins|minutes|minuten|['’′]|分)?\.?$/i.exec(trimmed);
  if (plain) return Number(plain[1]);
  const [, whole, rest, part] = /^(\d{1,2})(?:\s*h\s*([0-5]\d)|[.,](\d{1,2})\s*h(?:ours?|rs?)?)$/i.exec(trimmed) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + (rest === undefined ? Math.round(Number(`0.${part}`) * 60) : Number(rest));
  const units =
    /^[+]?P?(?:(\d{1,4})W)?(?:(\d{1,5})\s*D(?:ays?)?)?\s*T?(?:(\d{1,5})\s*H(?:ours?|rs?)?)?\s*(?:(\d{1,6})\s*M(?:in(?:utes?|s)?)?)?\s*(?:(\d{1,7})\s*S)?$/i.exec(
      trimmed,
    );
  if (!units?.slice(1).some((unit) => unit !== undefined)) return undefined;
  const [weeks = 0, days = 0, inHours = 0, inMinutes = 0, seconds = 0] = units.slice(1).map((unit) => Number(unit ?? 0));
  return weeks * 10_080 + days * 1440 + inHours * 60 + inMinutes + Math.round(seconds / 60);
}

/** What an event and the day around it say of its time, as far as it could be read. */
export interface StatedTime {
  /** From the event's own `date`. */
  stamp?: Stamp | undefined;
  /** From its `start`. */
  start?: string | undefined;
  duration?: number | undefined;
  /** The date of the day it is listed under. */
  day?: string | undefined;
  /** Before this time of day an event of a day takes place on the next date. */
  dayChange?: string | undefined;
}

/** The time of an event; nothing where not even a date is known. */
export function foreignTime({ stamp, start, duration, day, dayChange }: StatedTime): ForeignTime | undefined {
  if (stamp?.time !== undefined) {
    const whole = { date: stamp.date, start: stamp.time, offset: stamp.offset, duration, day };
    if (start === undefined || start === stamp.time || stamp.offset !== "Z") return whole;
    return { ...whole, ...localStart(stamp.date, stamp.time, start) };
  }
  const listed = stamp?.date ?? day;
  if (listed === undefined) return undefined;
  if (start === undefined) return { date: listed, duration, day };
  const early = (day === undefined || day === listed) && dayChange !== undefined && start < dayChange;
  return { date: early ? shiftDay(listed, 1) : listed, start, duration, day: day ?? listed };
}

/** `start` is local where `date` is in UTC: the difference is the offset, if it can be one. */
function localStart(date: string, utc: string, start: string): Partial<ForeignTime> {
  let minutes = clockMinutes(start) - clockMinutes(utc);
  if (minutes > 840) minutes -= 1440;
  if (minutes < -720) minutes += 1440;
  if (minutes % 15 !== 0) return {};
  const local = clockMinutes(utc) + minutes;
  const shift = local < 0 ? -1 : local >= 1440 ? 1 : 0;
  return { date: shiftDay(date, shift), start, offset: `${minutes < 0 ? "-" : "+"}${minutesClock(Math.abs(minutes))}` };
}
