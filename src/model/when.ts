/** When a talk takes place: its day in the programme and its times, past midnight too. */
import type { Event, Talk, When } from "./archive.ts";
import type { EventRecord } from "./records/event.ts";
import type { TalkRecord } from "./records/talk.ts";
import { clockMinutes, daysSinceEpoch, laterInstant, minutesByClock, minutesClock, resolveLocal, shiftDay, type WallTime } from "./time.ts";

/** Minutes that a session may go on past midnight and still be one of the day on which it starts. */
export const LONGEST_OVER_MIDNIGHT = 12 * 60;

/** The time of a talk, or nothing where no day is known. */
export function whenOf(talk: TalkRecord, event: EventRecord): When | undefined {
  const { date, start } = talk;
  if (date === undefined) return undefined;
  const none = {
    date,
    day: date,
    lastDay: talk.endDate ?? date,
    start,
    end: undefined,
    from: undefined,
    to: undefined,
    startTime: undefined,
    endTime: undefined,
  };
  if (start === undefined) return none;
  const zone = event.timezone;
  const startMinutes = clockMinutes(start);
  const startTime = zone ? resolveLocal(date, start, zone) : undefined;
  const ending = startTime?.kind === "instant" ? endOfLength(talk, { date, clock: start }, zone) : undefined;
  const length = ending ? minutesByClock({ date, clock: start }, ending.wall) : lengthOf(talk);
  const early = event.dayChange !== undefined && startMinutes < clockMinutes(event.dayChange);
  const day = early ? shiftDay(date, -1) : date;
  const from = startMinutes + (early ? 1440 : 0);
  const to = length === undefined ? undefined : from + length;
  const end = to === undefined ? undefined : minutesClock(to);
  return {
    ...none,
    day,
    // A party until two in the morning is not one of two days, whether or not the record names the day of its end.
    lastDay: length !== undefined && length <= LONGEST_OVER_MIDNIGHT ? day : (talk.endDate ?? day),
    end,
    from,
    to,
    startTime,
    endTime:
      ending?.time ??
      (zone && length !== undefined && end
        ? resolveLocal(shiftDay(date, Math.floor((startMinutes + length) / 1440)), end, zone)
        : undefined),
  };
}

/** The end that follows from a length: an instant, over a change of clocks too. */
function endOfLength({ end, duration }: TalkRecord, from: WallTime, zone: string | undefined) {
  return end !== undefined || duration === undefined || zone === undefined ? undefined : laterInstant(from, duration, zone);
}

/** The day of the calendar on which a session ends, or starts where its end is not known. */
export const dayOfEnd = ({ date, day, to }: When): string => (to === undefined ? date : shiftDay(day, Math.floor(to / 1440)));

/** The minutes that pass from start to end; where the zone is known, they are right over a change of clocks, too. */
export function minutesOf({ record, when }: Talk): number | undefined {
  const { startTime, endTime } = when ?? {};
  if (startTime?.kind !== "instant" || endTime?.kind !== "instant") return lengthOf(record);
  return endTime.epochMinutes - startTime.epochMinutes;
}

/** Minutes from start to end by the clock; an end earlier than the start means the next day, unless the last day is given. */
export function lengthOf(talk: TalkRecord): number | undefined {
  if (talk.start === undefined || talk.end === undefined) return talk.duration;
  const minutes = clockMinutes(talk.end) - clockMinutes(talk.start);
  if (talk.endDate !== undefined && talk.date !== undefined)
    return minutes + 1440 * (daysSinceEpoch(talk.endDate) - daysSinceEpoch(talk.date));
  return minutes < 0 ? minutes + 1440 : minutes;
}

/** Whether a session goes on over several days of the programme. */
export function isLong({ when }: Talk): boolean {
  return when !== undefined && when.lastDay > when.day;
}

/** Whether a day of the event is known, its first or that of a talk, so that a calendar can show something. */
export function hasKnownDay(event: Event): boolean {
  return event.record.startDate?.length === 10 || event.talks.some((talk) => talk.when !== undefined);
}
