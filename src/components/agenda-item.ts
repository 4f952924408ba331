/** Owns the view of a session in an agenda. */
import type { Archive, Talk } from "../model/archive.ts";
import { formatMinutes } from "../model/time.ts";
import { lengthOf } from "../model/when.ts";
import { type TalkItem, talkItem } from "./talk-item.ts";

export interface AgendaItem extends TalkItem {
  /** For links to this session of the agenda. */
  id: string;
  /** When it starts and ends; empty where that is not known. */
  start: string;
  end: string;
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
    start: talk.when?.start ?? "",
    end: talk.when?.end ?? "",
    datetime: talk.when?.startTime?.kind === "instant" ? talk.when.startTime.iso : null,
    length: minutes === undefined || talk.when?.end ? null : formatMinutes(minutes),
    track: talk.record.track ?? null,
  };
}
