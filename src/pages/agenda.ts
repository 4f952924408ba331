/** The agenda of an event: one page, or a page a day for large events. */
import { eventDigest } from "../components/digests.ts";
import { type AgendaItem, agendaItem, type SlotTime, slotTime } from "../components/agenda-item.ts";
import { type Download, eventFeed, programmeDownloads } from "../components/downloads.ts";
import { type Link, link } from "../components/links.ts";
import { openingUse } from "../publishing/page-needs.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { worthwhileGridOf } from "../model/agenda-grid.ts";
import { type Agenda, type AgendaDay, agendaOf, isByDay, offsetsOf, slotsOf } from "../model/agenda.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { formatOffset } from "../text/clock.ts";
import { agendaDayPath, agendaPath, PATHS } from "../model/urls.ts";
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
  /** The days before and after, where they have pages of their own. */
  previous: Link | null;
  next: Link | null;
}

export const agendaPages = grouped<AgendaView>("agenda", function* groups(archive) {
  // An event of which no talk is known has no agenda, and its page says so.
  for (const event of archive.events.filter(({ talks }) => talks.length > 0))
    yield { id: event.id, key: () => eventDigest(archive, event), views: () => agendaViews(archive, event) };
});

function* agendaViews(archive: Archive, event: Event): Generator<AgendaView> {
  const agenda = agendaOf(event);
  if (isByDay(event)) yield* agendaByDay(archive, event, agenda);
  else yield agendaView(archive, event, agenda, agendaPath(event.id), dayAnchors(archive, event, agenda));
}

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

/** An overview that links the days, and a page for each. */
function* agendaByDay(archive: Archive, event: Event, agenda: Agenda): Generator<AgendaView> {
  const { count, dates } = archive.words;
  const days = agenda.days.map((day) => ({
    path: agendaDayPath(event.id, day.day),
    label: dates.day(day.day),
    size: day.timed.length + day.untimed.length + day.running.length,
    part: { days: [day], undated: [] } as Agenda,
  }));
  const undated = agenda.undated.reduce((sum, group) => sum + group.talks.length, 0);
  if (undated)
    days.push({
      path: agendaDayPath(event.id, "undated"),
      label: dates.dayNotKnown,
      size: undated,
      part: { days: [], undated: agenda.undated },
    });
  const links = (current: string): DayLinks =>
    days.map(({ path, label, size }) => ({ ...link(archive, path, label), current: path === current, size: count.sessions(size) }));
  yield agendaView(archive, event, { days: [], undated: [] }, agendaPath(event.id), links(""));
  const neighbour = (day: (typeof days)[number] | undefined) => (day ? link(archive, day.path, day.label) : null);
  for (const [index, { path, part, label }] of days.entries()) {
    const view = agendaView(archive, event, part, path, links(path), label);
    yield { ...view, previous: neighbour(days[index - 1]), next: neighbour(days[index + 1]) };
  }
}

function agendaView(archive: Archive, event: Event, agenda: Agenda, path: string, dayLinks: DayLinks, day?: string): AgendaView {
  const { name } = event.record;
  const { agenda: words, dates, sections } = archive.words;
  const zone = zoneOf(archive, event, agenda);
  const opening = openingUse(archive, sessionsOf(agenda));
  const agendaLink = link(archive, agendaPath(event.id), words.title);
  return {
    ...pageHead(archive, {
      path,
      title: day ?? words.title,
      description: words.description({ event: name, day, sessions: event.talks.length }),
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

function sessionsOf(agenda: Agenda): Talk[] {
  return [
    ...agenda.days.flatMap((day) => [...day.timed, ...day.untimed, ...day.running]),
    ...agenda.undated.flatMap((group) => group.talks),
  ];
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
