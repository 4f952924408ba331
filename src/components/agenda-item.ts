/** The views of a session in an agenda, and of the times beside it. */
import { sessionId, type Slot } from "../model/agenda.ts";
import type { Archive, Talk } from "../model/archive.ts";
import type { LocalTime } from "../model/time.ts";
import { isLong, minutesOf } from "../model/when.ts";
import { type TalkItem, talkItem } from "./talk-item.ts";

/** A time of day; `datetime` says it to machines with its offset, and is null where that cannot be known. */
export interface ClockTime {
  text: string;
  datetime: string | null;
}

/** The time at which sessions start. */
export interface SlotTime extends ClockTime {
  /** Whether it is after the midnight that ends the day of the programme. */
  nextDay: boolean;
  /** How many sessions start then. */
  sessions: number;
}

export interface AgendaItem extends TalkItem {
  /** For links to this session of the agenda; null on the later days of a session over several. */
  id: string | null;
  /** From when to when it is; null where that is not known, or where it ends as it starts. */
  times: { from: ClockTime; to: ClockTime } | null;
  track: string | null;
}

export function agendaItem(archive: Archive, talk: Talk): AgendaItem {
  const minutes = minutesOf(talk);
  const { start, end, startTime, endTime } = talk.when ?? {};
  return {
    ...talkItem(archive, talk),
    id: sessionId(talk.slug),
    times: start && end && minutes && !isLong(talk) ? { from: clockTime(start, startTime), to: clockTime(end, endTime) } : null,
    track: talk.record.track ?? null,
  };
}

export function slotTime({ start, from, talks }: Slot): SlotTime {
  return { ...clockTime(start, talks[0]?.when?.startTime), nextDay: from >= 1440, sessions: talks.length };
}

function clockTime(text: string, time: LocalTime | undefined): ClockTime {
  return { text, datetime: time?.kind === "instant" ? time.iso : null };
}
