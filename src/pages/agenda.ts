/** The agenda of an event: one page, or a page a day for large events. */
import { eventDigest } from "../components/digests.ts";
import { type AgendaItem, agendaItem, type SlotTime, slotTime } from "../components/agenda-item.ts";
import { type Download, eventFeed, programmeDownloads } from "../components/downloads.ts";
import { type Link, link } from "../components/links.ts";
import { openingUse } from "../publishing/page-needs.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { worthwhileGridOf } from "../model/agenda-grid.ts";
import { type Agenda, type AgendaDay, agendaOf, type AgendaPage, agendaPagesOf, offsetsOf, sessionsIn, slotsOf } from "../model/agenda.ts";
import { type Archive, type Event, presentations, type Talk } from "../model/archive.ts";
import { formatOffset } from "../text/clock.ts";
import { agendaPath, PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface DayView {
  id: string;
  day: string;
  label: string;
  /** The offset of its times, where that is not the same on all days of the page. */
  offset: string | null;
  rooms: string[];
  /** Rooms by times, where several rooms are known. */
  grid: { time: SlotTime; cells: { rows: number; columns: number; sessions: AgendaItem[] }[] }[] | null;
  /** The same in one column, where they are not. */
  list: { time: SlotTime; sessions: AgendaItem[] }[];
  untimed: AgendaItem[];
  /** Sessions over several days. */
  running: AgendaItem[];
}

interface AgendaView extends PageHead {
  event: Link;
  /** Where the clock goes by which the times are told: `Edinburgh (Europe/London, UTC+1)`. */
  zone: string | null;
  note: string | null;
  /** Links to the days: on this page, or pages of their own. */
  dayLinks: (Link & { current: boolean; size: string | null })[];
  days: DayView[];
  undated: { heading: string | null; sessions: AgendaItem[] }[];
  undatedHeading: string;
  hasTracks: boolean;
  downloads: Download[];
  /** The days or parts of a day before and after, where they have pages of their own; `what` says which of both. */
  previous: (Link & { what: string }) | null;
  next: (Link & { what: string }) | null;
}

export const agendaPages = grouped<AgendaView>("agenda", function* groups(archive) {
  // An event of which no talk is known has no agenda, and its page says so.
  for (const event of archive.events.filter(({ talks }) => talks.length > 0))
    yield { id: event.id, key: () => eventDigest(archive, event), views: () => agendaViews(archive, event) };
});

function* agendaViews(archive: Archive, event: Event): Generator<AgendaView> {
  const pages = agendaPagesOf(event);
  if (pages.length > 0) return yield* agendaByDay(archive, event, pages);
  const agenda = agendaOf(event);
  yield agendaView(archive, event, agenda, agendaPath(event.id), dayAnchors(archive, event, agenda));
}

const MOST_LINKS = 12;
/** More days than this are not all linked from each, but those so near to it; a group that meets each week has a thousand. */
const MOST_DAYS = 31;
const NEAR_DAYS = 12;

type DayLinks = AgendaView["dayLinks"];

function dayAnchors(archive: Archive, event: Event, agenda: Agenda): DayLinks {
  if (agenda.days.length + (agenda.undated.length ? 1 : 0) < 2) return [];
  const { dates } = archive.words;
  const links: DayLinks = agenda.days.map(({ day }) => ({
    ...link(archive, `${agendaPath(event.id)}#day-${day}`, dates.day(day)),
    current: false,
    size: null,
  }));
  if (agenda.undated.length)
    links.push({ ...link(archive, `${agendaPath(event.id)}#undated`, dates.dayNotKnown), current: false, size: null });
  return links;
}

/** An overview that links the days, and a page for each day or part of one. */
function* agendaByDay(archive: Archive, event: Event, pages: readonly AgendaPage[]): Generator<AgendaView> {
  const { agenda: words, count, dates, parts } = archive.words;
  const labelOf = ({ day, number, of }: AgendaPage) =>
    `${day === undefined ? dates.dayNotKnown : dates.day(day)}${of > 1 ? parts.suffix({ number, all: of }) : ""}`;
  const places = new Map([...new Set(pages.map(({ day }) => day))].map((day, place) => [day, place]));
  const isNear = (day: string | undefined, other: string | undefined) => {
    const [place = 0, otherPlace = 0] = [places.get(day), places.get(other)];
    return places.size <= MOST_DAYS || place === 0 || place === places.size - 1 || Math.abs(place - otherPlace) <= NEAR_DAYS;
  };
  // Of very many parts a page of a day leads to those of its own day, and to the first of each other day; of very many days to those around it and the ends.
  const linkedFrom = (current: AgendaPage | undefined) => (page: AgendaPage) =>
    pages.length <= MOST_LINKS || current === undefined || page.day === current.day || (page.number === 1 && isNear(page.day, current.day));
  const links = (current?: AgendaPage): DayLinks =>
    pages.filter(linkedFrom(current)).map((page) => ({
      ...link(archive, page.path, labelOf(page)),
      current: page === current,
      size: hoursOf(page) ?? count.sessions(page.sessions.length),
    }));
  yield agendaView(archive, event, { days: [], undated: [] }, agendaPath(event.id), links());
  for (const [index, page] of pages.entries()) {
    const view = agendaView(archive, event, page.agenda, page.path, links(page), labelOf(page));
    const neighbour = (other: AgendaPage | undefined, part: string, day: string) =>
      other ? { ...link(archive, other.path, labelOf(other)), what: other.day === page.day ? part : day } : null;
    yield {
      ...view,
      previous: neighbour(pages[index - 1], words.previousPart, words.previousDay),
      next: neighbour(pages[index + 1], words.nextPart, words.nextDay),
    };
  }
}

/** From when to when the sessions of a part of a day start; nothing for a whole day, or where no time is known. */
function hoursOf({ of, agenda }: AgendaPage): string | undefined {
  const slots = slotsOf(agenda.days.flatMap((day) => day.timed));
  const [first, last] = [slots[0], slots.at(-1)];
  return of > 1 && first && last ? [...new Set([first.start, last.start])].join("–") : undefined;
}

function agendaView(archive: Archive, event: Event, agenda: Agenda, path: string, dayLinks: DayLinks, day?: string): AgendaView {
  const { name } = event.record;
  const { agenda: words, dates, sections } = archive.words;
  const zone = zoneOf(archive, event, agenda);
  const opening = openingUse(archive, sessionsIn(agenda));
  const agendaLink = link(archive, agendaPath(event.id), words.title);
  return {
    ...pageHead(archive, {
      path,
      title: day ?? words.title,
      description: words.description({ event: name, day, sessions: presentations(event.talks).length }),
      above: [link(archive, PATHS.events, sections.events), link(archive, event.path, name), ...(day ? [agendaLink] : [])],
      section: PATHS.events,
      file: event.file,
      alternates: [eventFeed(archive, event)],
      uses: { ...opening, scripts: [...opening.scripts, ...(zone ? ["agenda-zone"] : [])] },
    }),
    windowTitle: `${words.windowTitle({ event: name, day })} · ${archive.site.record.name}`,
    event: link(archive, event.path, name),
    zone: zone?.name ?? null,
    note: event.note?.html ?? null,
    dayLinks,
    days: agenda.days.map((one) => dayView(archive, one, zone?.isUniform ?? true)),
    undated: agenda.undated.map(({ heading, talks }) => ({
      heading: heading ?? null,
      sessions: talks.map((talk) => agendaItem(archive, talk)),
    })),
    undatedHeading: agenda.days.length ? dates.dayNotKnown : words.publishedOrder,
    downloads: programmeDownloads(archive, event),
    hasTracks: agenda.undated.some((group) => group.heading !== undefined),
    previous: null,
    next: null,
  };
}

/** The zone of the times in words, with its offset where all of them have the same; nothing where no time is certain. */
function zoneOf({ words: { list } }: Archive, event: Event, agenda: Agenda): { name: string; isUniform: boolean } | null {
  const { timezone, city } = event.record;
  const offsets = offsetsOf(agenda.days.flatMap((day) => day.timed));
  if (timezone === undefined || offsets.length === 0) return null;
  const isUniform = offsets.length === 1;
  const details = [timezone, ...(isUniform ? offsets.map(formatOffset) : [])];
  const inPlace = city !== undefined && city !== "Online";
  return { name: `${inPlace ? city : details.shift()}${details.length ? ` (${list.commas(details)})` : ""}`, isUniform };
}

function dayView(archive: Archive, day: AgendaDay, isUniform: boolean): DayView {
  const grid = worthwhileGridOf(day);
  const { agenda: words, dates } = archive.words;
  const items = (talks: readonly Talk[]) => talks.map((talk) => agendaItem(archive, talk));
  return {
    id: `day-${day.day}`,
    day: day.day,
    label: dates.day(day.day),
    offset: isUniform ? null : words.offsets(offsetsOf(day.timed).map(formatOffset)),
    rooms: grid ? grid.rooms.map((room) => room ?? words.roomNotKnown) : [],
    grid: grid
      ? grid.rows.map((row) => ({
          time: slotTime(row),
          cells: row.cells.map(({ rows, columns, talks }) => ({ rows, columns, sessions: items(talks) })),
        }))
      : null,
    list: grid ? [] : slotsOf(day.timed).map((slot) => ({ time: slotTime(slot), sessions: items(slot.talks) })),
    untimed: items(day.untimed),
    running: day.running.map((talk) => ({ ...agendaItem(archive, talk), ...(talk.when?.day !== day.day && { id: null }) })),
  };
}
