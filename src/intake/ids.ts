/** The names of new records: short, free, and the same for the same input. */
import { RESERVED_TALKS } from "../model/addresses.ts";
import { isWindowsName } from "../model/records/addresses.ts";
import { slug } from "../text/slug.ts";

/** Gives free names to the talks of one event. */
export class TalkIds {
  readonly #isTaken: (id: string) => boolean;
  /** Where to go on counting, so that thousands of talks of one title stay quick. */
  readonly #numbers = new Map<string, number>();

  constructor(isTaken: (id: string) => boolean) {
    this.#isTaken = isTaken;
  }

  /** A free name, from the name that the source has for the talk or from its title. */
  next(name: string): string {
    const wish = slug(name).slice(0, 90).replace(/-+$/, "");
    const base = RESERVED_TALKS.has(wish) || isWindowsName(wish) ? `${wish}-talk` : wish;
    if (!this.#isTaken(base)) return base;
    let number = this.#numbers.get(base) ?? 2;
    while (this.#isTaken(`${base}-${number}`)) number++;
    this.#numbers.set(base, number + 1);
    return `${base}-${number}`;
  }
}

/** The name of an event's folder: the source's short name for it, with the year where it names none. */
export function eventId(name: string, startDate: string | undefined): string {
  // The file of a source may be called by a blank.
  const base = (slug(name) || "event").slice(0, 80).replace(/-+$/, "");
  const year = startDate?.slice(0, 4);
  const dated = /\d/.test(base) || year === undefined ? base : `${base}-${year}`;
  return isWindowsName(dated) ? `${dated}-event` : dated;
}
