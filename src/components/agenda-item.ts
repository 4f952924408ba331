/** Owns the view of a session in an agenda. */
import type { Archive, Talk } from "../model/archive.ts";
import { formatMinutes } from "../model/time.ts";
import { lengthOf } from "../model/when.ts";
import { type TalkItem, talkItem, timeText } from "./talk-item.ts";

export interface AgendaItem extends TalkItem {
  /** For links to this session of the agenda. */
  id: string;
  time: string;
  /** Machine-readable start with its offset; null where it cannot be known. */
  datetime: string | null;
  length: string | null;
  track: string | null;
}

export function agendaItem(archive: Archive, talk: Talk): AgendaItem {
  const minutes = lengthOf(talk.record);
  return {
    ...talkItem(archive, talk),
    id: `session-${talk.slug}`,
    time: timeText(talk),
    datetime: talk.when?.startTime?.kind === "instant" ? talk.when.startTime.iso : null,
    length: minutes === undefined || talk.when?.end ? null : formatMinutes(minutes),
    track: talk.record.track ?? null,
  };
}
