/** The view of where editions were held: countries and cities as recorded, and nothing that they do not say. */
import type { Archive, Event } from "../model/archive.ts";
import { isCalledOff } from "../model/status.ts";
import { href } from "../model/urls.ts";
import { countryKey } from "../text/countries.ts";
import { capitalize } from "../text/wording.ts";
import { addTo } from "../text/add-to.ts";

export interface Country {
  name: string;
  /** Whether the name is one; else it says that none is recorded. */
  known: boolean;
  /** `14 editions`. */
  size: string;
  editions: number;
  cities: { name: string | null; editions: { label: string; name: string; href: string }[] }[];
}

/** Countries, those with most editions first; what has none recorded comes last. Nothing where no place is recorded, or one edition says its own. */
export function countriesOf(archive: Archive): Country[] {
  const held = archive.events.filter(({ record }) => !isCalledOff(record.status));
  if (held.length < 2 || held.every(({ record }) => record.city === undefined && record.country === undefined)) return [];
  const { count, places } = archive.words;
  // Spellings of one country are one, called as most events call it.
  const countries = [...groupBy(held, (event) => countryKey(countryOf(archive, event))).values()].map(
    (events) => [usual(events.map((event) => countryOf(archive, event))), events] as const,
  );
  const last = [places.noCountry, places.noPlace];
  return countries
    .toSorted(([a, of], [b, than]) => last.indexOf(a) - last.indexOf(b) || than.length - of.length)
    .map(([name, events]) => ({
      name,
      known: !last.includes(name),
      size: count.events(events.length),
      editions: events.length,
      cities: [...groupBy(events, ({ record }) => (record.city === name || record.status === "online" ? undefined : record.city))].map(
        ([city, held]) => ({
          name: city ?? null,
          editions: held.map((event) => ({
            label: event.year ?? event.record.name,
            name: event.record.name,
            href: href(archive.site.base, event.path),
          })),
        }),
      ),
    }));
}

function countryOf({ words: { eventItem, places } }: Archive, { record: { city, country, status } }: Event): string {
  if (status === "online") return capitalize(eventItem.status.online);
  if (country !== undefined) return country;
  if (city === undefined) return places.noPlace;
  return /^online$/i.test(city) ? city : places.noCountry;
}

/** The text that comes most often, the first of several. */
function usual(texts: readonly string[]): string {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return [...uses].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function groupBy<Key>(events: readonly Event[], keyOf: (event: Event) => Key): Map<Key, Event[]> {
  const groups = new Map<Key, Event[]>();
  for (const event of events) {
    const key = keyOf(event);
    addTo(groups, key, event);
  }
  return groups;
}
