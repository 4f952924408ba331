/** The views of a session in an agenda, and of the times beside it. */
import { sessionId, type Slot } from "../model/agenda.ts";
import type { Archive, Talk } from "../model/archive.ts";
import type { LocalTime } from "../model/time.ts";
import { lengthOf } from "../model/when.ts";
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
  /** For links to this session of the agenda. */
  id: string;
  /** When it ends; null where that is not known, or where it ends as it starts. */
  end: ClockTime | null;
  length: string | null;
  track: string | null;
}

export function agendaItem(archive: Archive, talk: Talk): AgendaItem {
  const minutes = lengthOf(talk.record);
  return {
    ...talkItem(archive, talk),
    id: sessionId(talk.slug),
    end: talk.when?.end && minutes ? clockTime(talk.when.end, talk.when.endTime) : null,
    length: minutes ? archive.words.minutes(minutes) : null,
    track: talk.record.track ?? null,
  };
}

export function slotTime({ start, from, talks }: Slot): SlotTime {
  return { ...clockTime(start, talks[0]?.when?.startTime), nextDay: from >= 1440, sessions: talks.length };
}

function clockTime(text: string, time: LocalTime | undefined): ClockTime {
  return { text, datetime: time?.kind === "instant" ? time.iso : null };
}
