/** The list of all events: by series, or, where they are many, by year with a page for each series. */
import { type EventItem, eventItem } from "../components/event-item.ts";
import { scaleOf } from "../components/history.ts";
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type Country, countriesOf } from "../components/places.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Event } from "../model/archive.ts";
import { newestFirst } from "../model/order.ts";
import { hasSeriesPages, largestSeries, MANY_EVENTS, type Series, seriesOf } from "../model/series.ts";
import { dataPath, href, listPartPath, PATHS } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
import type { PageKind } from "./page-kind.ts";

interface EventsView extends PageHead {
  lead: string | null;
  /** Where else to go from here: the series, and the years. */
  jumps: { label: string; all: string | null; links: (Link & { size: number | null })[] }[];
  parts: PartLink[];
  groups: { id: string; name: string | null; description: string | null; events: EventItem[] }[];
  scale: ReturnType<typeof scaleOf>;
  countries: Country[];
}

/** So many series are jumps; the list of series has all. */
const MOST_SERIES = 40;
/** Of more events than this, the places tell only how many were in each country. */
const MOST_PLACED = 300;

/** Beside its name stand its days, its place and its size. */
const EVENTS_CUT = namesCut<Event>(({ record }) => record.name.length + 60);

export const eventsPage: PageKind<EventsView> = {
  name: "events",
  *views(archive) {
    const { events: words } = archive.words;
    const series = seriesOf(archive);
    if (archive.events.length > MANY_EVENTS) {
      yield* manyEvents(archive);
      for (const one of series) yield* eventsOfSeries(archive, one);
      return;
    }
    const others = newestFirst(archive.events.filter(({ record }) => !series.some(({ id }) => id === record.series)));
    const groups = [
      ...series.map(({ id, name, description, events }) => ({ id, name, description: description ?? null, events })),
      { id: "other", name: series.length ? words.other : null, description: null, events: others },
    ].filter(({ events }) => events.length > 0);
    yield {
      ...head(archive, PATHS.events, titleOf(archive)),
      lead: null,
      jumps: [],
      parts: [],
      groups: groups.map((group) => ({ ...group, events: group.events.map((event) => eventItem(archive, event)) })),
      scale: scaleOf(archive),
      countries: countriesOf(archive),
    };
  },
};

/** All events by year, the newest first, in parts; the first leads to the series, and each to all years. */
function* manyEvents(archive: Archive): Generator<EventsView> {
  const { sections } = archive.words;
  const series = largestSeries(archive, MOST_SERIES);
  const countries = countriesOf(archive).map((country) => (archive.events.length > MOST_PLACED ? { ...country, cities: [] } : country));
  const listed = cutIntoParts(archive, newestFirst(archive.events), PATHS.events, {
    ...EVENTS_CUT,
    restPath: (number) => listPartPath(PATHS.events, number),
    taken: series.reduce((sum, { name }) => sum + 20 + name.length, 0) + 40 * countries.length,
  });
  const years = new Map<string, string>();
  for (const { path, items } of listed)
    for (const event of items) {
      const year = yearOf(archive, event);
      if (!years.has(year)) years.set(year, `${path}#${idOf(event)}`);
    }
  const ofSeries = series.map(({ name, path, events }) => ({ ...link(archive, path, name), size: events.length }));
  const ofYears = [...years].map(([year, path]) => ({ ...link(archive, path, year), size: null }));
  for (const { path, suffix, items, parts, number } of listed)
    yield {
      ...head(archive, path, `${titleOf(archive)}${suffix}`),
      lead: null,
      jumps: [
        {
          label: sections.series,
          all: hasSeriesPages(archive) ? href(archive.site.base, PATHS.series) : null,
          links: number === 1 ? ofSeries : [],
        },
        { label: sections.years, all: null, links: ofYears },
      ].filter(({ links }) => links.length > 1),
      parts,
      groups: byYear(archive, items),
      scale: scaleOf(archive),
      countries: number === 1 ? countries : [],
    };
}

function* eventsOfSeries(archive: Archive, { name, description, path, events }: Series): Generator<EventsView> {
  for (const part of cutIntoParts(archive, events, path, EVENTS_CUT))
    yield {
      ...head(archive, part.path, `${name}${part.suffix}`, [
        link(archive, PATHS.events, titleOf(archive)),
        link(archive, PATHS.series, archive.words.sections.series),
      ]),
      lead: description ?? null,
      jumps: [],
      parts: part.parts,
      groups: [{ id: "events", name: null, description: null, events: part.items.map((event) => eventItem(archive, event)) }],
      scale: scaleOf(archive),
      countries: [],
    };
}

function titleOf({ site, words }: Archive): string {
  return site.record.sections?.find((section) => section.url === PATHS.events)?.label ?? words.sections.events;
}

function head(archive: Archive, path: string, title: string, above: Link[] = []): PageHead {
  const description = archive.words.events.description({ events: archive.events.length, archive: archive.site.record.name });
  return pageHead(archive, {
    path,
    title,
    description: above.length ? `${title}. ${description}` : description,
    above,
    section: PATHS.events,
    folder: "events",
    data: dataPath("events"),
  });
}

const idOf = ({ year }: Event) => (year === undefined ? "undated" : `year-${year}`);
const yearOf = ({ words }: Archive, { year }: Event) => year ?? words.dates.yearNotKnown;

function byYear(archive: Archive, events: readonly Event[]): EventsView["groups"] {
  const years = new Map<string, Event[]>();
  for (const event of events) addTo(years, idOf(event), event);
  return [...years].map(([id, list]) => ({
    id,
    name: list[0] ? yearOf(archive, list[0]) : null,
    description: null,
    events: list.map((event) => eventItem(archive, event)),
  }));
}
