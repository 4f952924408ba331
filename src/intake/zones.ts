/** The time zone of a foreign conference and its times in that zone; a zone is never guessed from a place. */
import type { ForeignConference, ForeignTime } from "../importers/importer.ts";
import { clockMinutes, inZone, minutesClock, resolveLocal, shiftDay } from "../model/time.ts";

/** The zone, and what to tell of how it was found. */
export interface Zone {
  name: string | undefined;
  warning?: { message: string; hint: string };
}

const HINT = "Give the zone with `--timezone`, such as `--timezone Europe/Berlin`, and import again.";

/** The zone that the source names, else the one that stands for its only offset. */
export function zoneOf(conference: ForeignConference, given: string | undefined): Zone {
  const stated = given ?? conference.event.timezone;
  if (stated !== undefined) return { name: stated };
  const times = conference.talks.flatMap(({ when }) => (when?.start === undefined ? [] : [when]));
  if (times.length === 0) return { name: undefined };
  const offsets = [...new Set(times.map(({ offset }) => offset))].sort();
  const [only] = offsets;
  if (offsets.length > 1)
    return {
      name: undefined,
      warning: {
        message: `The file names no time zone, and its times have several offsets (${offsets.map((one) => one ?? "none").join(", ")}); they are kept as written.`,
        hint: HINT,
      },
    };
  if (only === undefined)
    return { name: undefined, warning: { message: "The file names no time zone; its times are kept as written.", hint: HINT } };
  const whole = /^([+-])(\d{2}):00$/.exec(only);
  const name = only === "Z" ? "UTC" : whole ? `Etc/GMT${whole[1] === "+" ? "-" : "+"}${Number(whole[2])}` : undefined;
  const kept = name === undefined ? "they are kept as written" : `the event has the zone \`${name}\`, which stands for it`;
  return { name, warning: { message: `The file names no time zone, only the offset ${only}; ${kept}.`, hint: HINT } };
}

/** The fields of a talk's time. */
export interface TimeFields {
  date?: string;
  start?: string;
  end?: string;
  duration?: number;
}

const LONGEST_WITH_END = 12 * 60;

/** The time of a talk in the zone; `problem` says what is left out because no clock ever showed it, or showed it twice. */
export function timeFields(time: ForeignTime | undefined, zone: string | undefined): { fields: TimeFields; problem?: string } {
  if (!time) return { fields: {} };
  const { start, offset } = time;
  const duration = lengthOf(time);
  const length = duration !== undefined && duration > 0 && duration <= 6000 ? duration : undefined;
  if (start === undefined) return { fields: { date: time.date, ...(length !== undefined && { duration: length }) } };
  const local = offset !== undefined && zone !== undefined ? inZone(time.date, start, offset, zone) : { date: time.date, clock: start };
  const from = clockMinutes(local.clock);
  const exists = (minutes: number) =>
    zone === undefined || resolveLocal(shiftDay(local.date, Math.floor(minutes / 1440)), minutesClock(minutes), zone).kind === "instant";
  if (!exists(from))
    return {
      fields: { date: local.date, ...(length !== undefined && { duration: length }) },
      problem: `${local.clock} on ${local.date} cannot be told in ${zone}, where the clocks were changed in that hour; the time is left out.`,
    };
  const fields: TimeFields = { date: local.date, start: local.clock };
  if (length === undefined) return { fields };
  if (!exists(from + length))
    return {
      fields,
      problem: `The end at ${minutesClock(from + length)} cannot be told in ${zone}, where the clocks were changed in that hour; it is left out.`,
    };
  return { fields: length > LONGEST_WITH_END ? { ...fields, duration: length } : { ...fields, end: minutesClock(from + length) } };
}

function lengthOf({ duration, end, date, start }: ForeignTime): number | undefined {
  if (end === undefined || start === undefined) return duration;
  let days = 0;
  for (; days < 5 && shiftDay(date, days) < end.date; days++);
  const minutes = days * 1440 + clockMinutes(end.time) - clockMinutes(start);
  return minutes >= 0 ? minutes : undefined;
}
