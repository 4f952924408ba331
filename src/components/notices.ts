/** What a reader must know of a talk first: that it did not take place as announced, or is withheld. */
import type { Archive, Event, Talk } from "../model/archive.ts";
import { statusOf } from "../model/status.ts";

/** A sentence; `{place}` in it stands for the talk or event that took its place, which may have been called off as well. */
export interface Notice {
  text: string;
  place: Talk | Event | undefined;
}

/** What became of a talk, and whether it is shown. */
export function noticesOf(archive: Archive, talk: Talk): Notice[] {
  const { talk: words } = archive.words;
  const status = statusOf(talk);
  const became = talk.postponedTo ? words.postponedTo : status && words.status[status];
  return [
    ...(became === undefined ? [] : [{ text: became, place: talk.postponedTo }]),
    ...(talk.record.withheld ? [{ text: words.withheld, place: undefined }] : []),
  ];
}

/** `part 1 of 2`, where a talk was given in several sessions. */
export function partText({ words: { links, talk } }: Archive, { record: { part, parts } }: Talk): string | null {
  return part === undefined ? null : links.part(talk.partOf({ part, parts }));
}
