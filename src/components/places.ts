/** The view of where editions were held: countries and cities as recorded, and nothing that they do not say. */
import type { Archive, Event } from "../model/archive.ts";
import { href } from "../model/urls.ts";

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
  if (archive.events.length < 2 || archive.events.every(({ record }) => record.city === undefined && record.country === undefined))
    return [];
  const { count, places } = archive.words;
  const countries = [...groupBy(archive.events, (event) => countryOf(archive, event))];
  const last = [places.noCountry, places.noPlace];
  return countries
    .toSorted(([a, of], [b, than]) => last.indexOf(a) - last.indexOf(b) || than.length - of.length)
    .map(([name, events]) => ({
      name,
      known: !last.includes(name),
      size: count.events(events.length),
      editions: events.length,
      cities: [...groupBy(events, ({ record }) => (record.city === name ? undefined : record.city))].map(([city, held]) => ({
        name: city ?? null,
        editions: held.map((event) => ({
          label: event.year ?? event.record.name,
          name: event.record.name,
          href: href(archive.site.base, event.path),
        })),
      })),
    }));
}

function countryOf({ words: { places } }: Archive, { record: { city, country } }: Event): string {
  if (country !== undefined) return country;
  if (city === undefined) return places.noPlace;
  return /^online$/i.test(city) ? city : places.noCountry;
}

function groupBy<Key>(events: readonly Event[], keyOf: (event: Event) => Key): Map<Key, Event[]> {
  const groups = new Map<Key, Event[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}
