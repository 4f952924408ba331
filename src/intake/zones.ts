/** The time zone of a foreign conference and its times in that zone; a zone is never guessed from a place. */
import type { ForeignConference, ForeignTime } from "../importers/importer.ts";
import { inZone, laterByClock, laterInZone, minutesBetween, minutesByClock, resolveLocal, type WallTime } from "../model/time.ts";
import { LONGEST_OVER_MIDNIGHT } from "../model/when.ts";
import { count } from "../text/wording.ts";

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
  /** The last day of a session over several days. */
  endDate?: string;
  end?: string;
  duration?: number;
}

/** What a record can hold; more is a mistake of the source. */
const LONGEST = 6000;

/**
 * The time of a talk in the zone of its event. A length is added to the instant and not to the clock, so that it is right over
 * a change of clocks, too. `problems` say what is left out: what no clock ever showed, or showed twice, and absurd lengths.
 */
export function timeFields(time: ForeignTime | undefined, zone: string | undefined): { fields: TimeFields; problems: string[] } {
  if (!time) return { fields: {}, problems: [] };
  const { date, start, offset, end } = time;
  if (start === undefined) {
    const { minutes, problems } = fitting(time.duration);
    if (end !== undefined && end.date > date) return { fields: { date, endDate: end.date }, problems };
    return { fields: { date, ...(minutes !== undefined && { duration: minutes }) }, problems };
  }
  const local = offset !== undefined && zone !== undefined ? inZone(date, start, offset, zone) : { date, clock: start };
  const resolved = zone === undefined ? undefined : resolveLocal(local.date, local.clock, zone);
  const exact = offset ?? (resolved?.kind === "instant" ? resolved.iso.slice(-6) : undefined);
  const until = endOf(time, local, zone, exact);
  const { minutes, problems } = fitting(until?.minutes);
  const isLastDayKnown = end !== undefined && end.time === undefined && end.date > local.date;
  const length = isLastDayKnown ? { endDate: end.date } : minutes === undefined ? {} : { duration: minutes };
  if (resolved && resolved.kind !== "instant") {
    const where = `${local.clock} on ${local.date} cannot be told in ${zone}, where the clocks were changed in that hour`;
    return { fields: { date: local.date, ...length }, problems: [...problems, `${where}; the time is left out.`] };
  }
  const fields: TimeFields = { date: local.date, start: local.clock };
  if (isLastDayKnown) return { fields: { ...fields, ...length }, problems };
  if (minutes === undefined || !until) return { fields, problems };
  const isTold = zone === undefined || resolveLocal(until.date, until.clock, zone).kind === "instant";
  const byClock = minutesByClock(local, until);
  if (!isTold || byClock < 0) return { fields: { ...fields, ...length }, problems };
  const isLong = byClock > LONGEST_OVER_MIDNIGHT && until.date > local.date;
  return { fields: { ...fields, ...(isLong && { endDate: until.date }), end: until.clock }, problems };
}

/** What the clocks show at the end, and how many minutes have passed until then. `exact` is the offset of the start, if it is known. */
function endOf(
  { date, start, offset, duration, end }: ForeignTime,
  local: WallTime,
  zone: string | undefined,
  exact: string | undefined,
): (WallTime & { minutes: number }) | undefined {
  if (end?.time === undefined) {
    if (duration === undefined) return undefined;
    // an absurd length is told, not reckoned with
    const minutes = Math.min(duration, LONGEST + 1);
    const isExact = zone !== undefined && exact !== undefined;
    const from = offset === undefined ? local : { date, clock: start ?? "00:00" };
    return { ...(isExact ? laterInZone(from, exact, minutes, zone) : laterByClock(local, minutes)), minutes: duration };
  }
  const written = { date: end.date, clock: end.time };
  const endOffset = end.offset ?? offset;
  const wall = endOffset !== undefined && zone !== undefined ? inZone(written.date, written.clock, endOffset, zone) : written;
  const resolved = zone === undefined ? undefined : resolveLocal(wall.date, wall.clock, zone);
  const exactEnd = endOffset ?? (resolved?.kind === "instant" ? resolved.iso.slice(-6) : undefined);
  const from = { date, clock: start ?? "00:00" };
  const minutes =
    exact !== undefined && exactEnd !== undefined ? minutesBetween(from, exact, written, exactEnd) : minutesByClock(from, written);
  return { ...wall, minutes };
}

/** A length that a record can hold. */
function fitting(minutes: number | undefined): { minutes: number | undefined; problems: string[] } {
  if (minutes !== undefined && minutes > 0 && minutes <= LONGEST) return { minutes, problems: [] };
  const isAbsurd = minutes !== undefined && minutes !== 0;
  const why =
    minutes !== undefined && minutes < 0 ? "It ends before it starts" : `Its length, ${count(minutes ?? 0, "minute")}, cannot be right`;
  return { minutes: undefined, problems: isAbsurd ? [`${why}; the end is left out.`] : [] };
}
