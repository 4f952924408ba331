/** Owns the names of new records: short, free, and the same for the same input. */
import { isWindowsName } from "../model/records/addresses.ts";
import { RESERVED_TALKS } from "../model/records/talk.ts";
import { slug } from "../model/slug.ts";

/** A free name for a talk, from the name that its source has for it or from its title. */
export function talkId(name: string, isTaken: (id: string) => boolean): string {
  const base = slug(name).slice(0, 90).replace(/-+$/, "");
  return free(RESERVED_TALKS.has(base) || isWindowsName(base) ? `${base}-talk` : base, isTaken);
}

/** The name of an event's folder: the source's short name for it, with the year where it names none. */
export function eventId(name: string, startDate: string | undefined): string {
  const base = slug(name).slice(0, 80).replace(/-+$/, "");
  const year = startDate?.slice(0, 4);
  const dated = /\d/.test(base) || year === undefined ? base : `${base}-${year}`;
  return isWindowsName(dated) ? `${dated}-event` : dated;
}

function free(base: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
