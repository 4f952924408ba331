/** The time zones of a calendar: what the names in it mean, by the rules that the file itself defines (ical.js) before all else. */
import { isTimeZone, resolveLocal } from "../../model/time.ts";
import type { Place } from "../importer.ts";
import type { DefinedZone } from "./calendar.ts";
import { zoneOfWindows } from "./windows-zones.ts";

/** The zones of one calendar by the names that it uses. */
export class CalendarZones {
  readonly #defined: ReadonlyMap<string, DefinedZone>;
  readonly #told = new Set<string>();
  readonly #tell: (place: Place, message: string) => void;

  constructor(defined: ReadonlyMap<string, DefinedZone>, tell: (place: Place, message: string) => void) {
    this.#defined = defined;
    this.#tell = tell;
  }

  /** The zone that a name means for a local time; what is not as its name says is told. */
  resolve(written: string, date: string, clock: string, place: Place): { zone: string | undefined; offset: string | undefined } {
    // some write a path before the name, as `/freeassociation.sourceforge.net/Europe/Paris`
    const name = written.replace(/^\/.*?\/(?=[A-Z][a-z]+\/)/, "");
    const windows = zoneOfWindows(name);
    const named = isTimeZone(name) ? name : windows;
    const rules = this.#defined.get(written);
    const local = named === undefined ? undefined : resolveLocal(date, clock, named);
    const byName = local?.kind === "instant" ? local.iso.slice(-6) : undefined;
    const byRules = rules?.offsetAt(date, clock);
    const agrees = byRules === undefined || local === undefined || local.kind !== "instant" || byRules === byName;
    if (named === undefined && byRules === undefined)
      this.#once(name, place, `\`${name}\` is no time zone, and the file has no rules for it; its times are taken as local.`);
    else if (named === undefined) this.#once(name, place, `\`${name}\` is no time zone, but the file has rules for it, which were taken.`);
    else if (!agrees)
      this.#once(
        name,
        place,
        `The file defines \`${name}\` by other rules than those of the zone ${named}; the rules of the file were taken.`,
      );
    else if (named === windows && !isTimeZone(name))
      this.#once(name, place, `\`${name}\` is a name of Windows; the zone ${named} was taken, which has its rules.`);
    if (named === undefined || !agrees) return { zone: undefined, offset: byRules };
    return { zone: named, offset: byName };
  }

  #once(name: string, place: Place, message: string): void {
    if (!this.#told.has(name)) this.#tell(place, message);
    this.#told.add(name);
  }
}
