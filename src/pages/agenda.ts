/** Owns the agenda of an event: one page, or a page a day for large events. */
import { eventDigest } from "../components/digests.ts";
import { type AgendaItem, agendaItem } from "../components/agenda-item.ts";
import { type Download, eventFeed, programmeDownloads } from "../components/downloads.ts";
import { type Link, link } from "../components/links.ts";
import { PART_SIZE } from "../components/parts.ts";
import { mediaScripts } from "../components/talk-media.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Agenda, type AgendaDay, agendaOf, gridOf } from "../model/agenda.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { formatDay } from "../model/dates.ts";
import { agendaDayPath, agendaPath, PATHS } from "../model/urls.ts";
import { count } from "../model/wording.ts";
import { grouped } from "./page-kind.ts";

interface DayView {
  id: string;
  label: string;
  rooms: string[];
  grid: { time: string; cells: { rows: number; columns: number; sessions: AgendaItem[] }[] }[] | null;
  list: AgendaItem[];
  untimed: AgendaItem[];
}

interface AgendaView extends PageHead {
  event: Link;
  timezone: string | null;
  note: string | null;
  /** Links to the days: on this page, or pages of their own. */
  dayLinks: (Link & { current: boolean; size: string | null })[];
  days: DayView[];
  undated: { heading: string | null; sessions: AgendaItem[] }[];
  undatedHeading: string;
  hasTracks: boolean;
  downloads: Download[];
}

export const agendaPages = grouped<AgendaView>("agenda", function* groups(archive) {
  for (const event of archive.events)
    yield { id: event.id, dependsOn: () => eventDigest(archive, event), views: () => agendaViews(archive, event) };
});

function* agendaViews(archive: Archive, event: Event): Generator<AgendaView> {
  const agenda = agendaOf(event);
  if (event.talks.length <= PART_SIZE || agenda.days.length < 2)
    yield agendaView(archive, event, agenda, agendaPath(event.id), dayAnchors(archive, event, agenda));
  else yield* agendaByDay(archive, event, agenda);
}

type DayLinks = AgendaView["dayLinks"];

function dayAnchors(archive: Archive, event: Event, agenda: Agenda): DayLinks {
  if (agenda.days.length + (agenda.undated.length ? 1 : 0) < 2) return [];
  const links: DayLinks = agenda.days.map(({ day }) => ({
    ...link(archive, `${agendaPath(event.id)}#day-${day}`, formatDay(day)),
    current: false,
    size: null,
  }));
  if (agenda.undated.length)
    links.push({ ...link(archive, `${agendaPath(event.id)}#undated`, "Day not known"), current: false, size: null });
  return links;
}

/** An overview that links the days, and a page for each. */
function* agendaByDay(archive: Archive, event: Event, agenda: Agenda): Generator<AgendaView> {
  const days = agenda.days.map((day) => ({
    path: agendaDayPath(event.id, day.day),
    label: formatDay(day.day),
    size: day.timed.length + day.untimed.length,
    part: { days: [day], undated: [] } as Agenda,
  }));
  const undated = agenda.undated.reduce((sum, group) => sum + group.talks.length, 0);
  if (undated)
    days.push({
      path: agendaDayPath(event.id, "undated"),
      label: "Day not known",
      size: undated,
      part: { days: [], undated: agenda.undated },
    });
  const links = (current: string): DayLinks =>
    days.map(({ path, label, size }) => ({ ...link(archive, path, label), current: path === current, size: count(size, "session") }));
  yield agendaView(archive, event, { days: [], undated: [] }, agendaPath(event.id), links(""));
  for (const { path, part, label } of days) yield agendaView(archive, event, part, path, links(path), label);
}

function agendaView(archive: Archive, event: Event, agenda: Agenda, path: string, dayLinks: DayLinks, day?: string): AgendaView {
  const { name, timezone } = event.record;
  const agendaLink = link(archive, agendaPath(event.id), "Agenda");
  return {
    ...pageHead(archive, {
      path,
      title: day ?? "Agenda",
      description: `Agenda of ${name}${day ? `, ${day}` : ""}: ${count(event.talks.length, "session")} with speakers, slides and videos.`,
      above: [link(archive, PATHS.events, "Events"), link(archive, event.path, name), ...(day ? [agendaLink] : [])],
      section: PATHS.events,
      file: event.file,
      alternates: [eventFeed(archive, event)],
      scripts: mediaScripts(archive, sessionsOf(agenda)),
    }),
    windowTitle: `Agenda of ${name}${day ? `, ${day}` : ""} · ${archive.site.record.name}`,
    event: link(archive, event.path, name),
    timezone: timezone && agenda.days.some((one) => one.timed.length > 0) ? timezone : null,
    note: event.note?.html ?? null,
    dayLinks,
    days: agenda.days.map((one) => dayView(archive, one)),
    undated: agenda.undated.map(({ heading, talks }) => ({
      heading: heading ?? null,
      sessions: talks.map((talk) => agendaItem(archive, talk)),
    })),
    undatedHeading: agenda.days.length ? "Day not known" : "In published order",
    downloads: programmeDownloads(archive, event),
    hasTracks: agenda.undated.some((group) => group.heading !== undefined),
  };
}

function sessionsOf(agenda: Agenda): Talk[] {
  return [...agenda.days.flatMap((day) => [...day.timed, ...day.untimed]), ...agenda.undated.flatMap((group) => group.talks)];
}

function dayView(archive: Archive, day: AgendaDay): DayView {
  const grid = gridOf(day);
  return {
    id: `day-${day.day}`,
    label: formatDay(day.day),
    rooms: grid ? grid.rooms.map((room) => room ?? "Room not known") : [],
    grid: grid
      ? grid.rows.map((row) => ({
          time: row.start,
          cells: row.cells.map((cell) => ({
            rows: cell.rows,
            columns: cell.columns,
            sessions: cell.talks.map((talk) => agendaItem(archive, talk)),
          })),
        }))
      : null,
    list: grid ? [] : day.timed.map((talk) => agendaItem(archive, talk)),
    untimed: day.untimed.map((talk) => agendaItem(archive, talk)),
  };
}
