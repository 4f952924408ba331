/** When a talk takes place: its day in the programme and its times, past midnight too. */
import type { Event, When } from "./archive.ts";
import type { EventRecord } from "./records/event.ts";
import type { TalkRecord } from "./records/talk.ts";
import { clockMinutes, minutesClock, resolveLocal, shiftDay } from "./time.ts";

/** The time of a talk, or nothing where no day is known. */
export function whenOf(talk: TalkRecord, event: EventRecord): When | undefined {
  const { date, start } = talk;
  if (date === undefined) return undefined;
  const none = { date, day: date, start, end: undefined, from: undefined, to: undefined, startTime: undefined, endTime: undefined };
  if (start === undefined) return none;
  const zone = event.timezone;
  const startMinutes = clockMinutes(start);
  const length = lengthOf(talk);
  const early = event.dayChange !== undefined && startMinutes < clockMinutes(event.dayChange);
  const day = early ? shiftDay(date, -1) : date;
  const from = startMinutes + (early ? 1440 : 0);
  const to = length === undefined ? undefined : from + length;
  const end = to === undefined ? undefined : minutesClock(to);
  return {
    ...none,
    day,
    end,
    from,
    to,
    startTime: zone ? resolveLocal(date, start, zone) : undefined,
    endTime:
      zone && length !== undefined && end ? resolveLocal(shiftDay(date, Math.floor((startMinutes + length) / 1440)), end, zone) : undefined,
  };
}

/** Minutes from start to end; an end earlier than the start means the next day. */
export function lengthOf(talk: TalkRecord): number | undefined {
  if (talk.start === undefined || talk.end === undefined) return talk.duration;
  const minutes = clockMinutes(talk.end) - clockMinutes(talk.start);
  return minutes < 0 ? minutes + 1440 : minutes;
}

/** Whether a day of the event is known, its first or that of a talk, so that a calendar can show something. */
export function hasKnownDay(event: Event): boolean {
  return event.record.startDate?.length === 10 || event.talks.some((talk) => talk.when !== undefined);
}
