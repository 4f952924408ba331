/** The agenda of an event: days, times and rooms where they are known, tracks and published order where not. */
import { addTo } from "../text/add-to.ts";
import type { Event, Talk } from "./archive.ts";
import { cutByWeight, talkWeight } from "./list-weight.ts";
import { minutesClock, shiftDay } from "./time.ts";
import { agendaDayPath, agendaPath } from "./urls.ts";
import { isLong } from "./when.ts";

/** The most that the sessions of one page may weigh; each has more about it than a talk in another list. */
const MOST_AGENDA = 2_700;

export interface AgendaDay {
  day: string;
  /** Talks with a start, in order of time. */
  timed: Talk[];
  /** Talks of the day whose time is not known, in published order. */
  untimed: Talk[];
  /** Sessions over several days that go on on this one, the first of their days too. */
  running: Talk[];
  /** Rooms in order of first use; rooms first used at one time in order of their names. */
  rooms: string[];
}

export interface Agenda {
  days: AgendaDay[];
  /** Talks whose day is not known, by track in published order; no heading where there is no track. */
  undated: { heading: string | undefined; talks: Talk[] }[];
}

/** More days than any session has; a longer one is on this many. */
const MOST_DAYS = 31;

/** The agenda of an event. Every session of the event is in it exactly once, but one over several days on each of them. */
export function agendaOf(event: Event): Agenda {
  const byDay = new Map<string, AgendaDay>();
  const dayOf = (day: string): AgendaDay => {
    const known = byDay.get(day) ?? { day, timed: [], untimed: [], running: [], rooms: [] };
    byDay.set(day, known);
    return known;
  };
  for (const talk of event.talks) {
    if (!talk.when) continue;
    const { day, lastDay, from } = talk.when;
    if (isLong(talk))
      for (let one = day, left = MOST_DAYS; one <= lastDay && left > 0; one = shiftDay(one, 1), left--) dayOf(one).running.push(talk);
    else (from === undefined ? dayOf(day).untimed : dayOf(day).timed).push(talk);
  }
  const days = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const day of days) day.rooms = roomsOf(day.timed);
  const undated = groupBy(
    event.talks.filter((talk) => !talk.when),
    (talk) => talk.record.track,
  );
  return { days, undated: [...undated].map(([heading, talks]) => ({ heading, talks })) };
}

/** A page of the agenda of a large event: a day, or a part of one. */
export interface AgendaPage {
  path: string;
  /** Nothing for the sessions whose day is not known. */
  day: string | undefined;
  /** Which of how many parts of its day it is. */
  number: number;
  of: number;
  agenda: Agenda;
  sessions: readonly Talk[];
}

const pagesOf = new WeakMap<Event, readonly AgendaPage[]>();

/** The pages of an agenda that is too long for one, beside their overview; none where it is not. */
export function agendaPagesOf(event: Event): readonly AgendaPage[] {
  let pages = pagesOf.get(event);
  if (!pages) {
    pages = weightOf(event.talks) > MOST_AGENDA ? cutAgenda(event) : [];
    pagesOf.set(event, pages);
  }
  return pages;
}

const weightOf = (talks: readonly Talk[]) => talks.reduce((sum, talk) => sum + talkWeight(talk), 0);

/** Cuts a long agenda into its days, and days that are too long between the times at which sessions start, or where too many start at one time among them. */
function cutAgenda(event: Event): AgendaPage[] {
  const { days, undated } = agendaOf(event);
  const cut = <T>(units: readonly T[], talksOf: (unit: T) => readonly Talk[], taken = 0) =>
    cutByWeight(units, (unit) => weightOf(talksOf(unit)), MOST_AGENDA, taken);
  const page = (day: string | undefined, agenda: Agenda, index: number, { length }: readonly unknown[]): AgendaPage => ({
    path: agendaDayPath(event.id, day ?? "undated", index + 1),
    day,
    number: index + 1,
    of: length,
    agenda,
    sessions: sessionsIn(agenda),
  });
  const ofDays = days.flatMap(({ day, timed, untimed, running, rooms }) =>
    cut(
      [...slotsOf(timed).flatMap(({ talks }) => cutByWeight(talks, talkWeight, MOST_AGENDA)), ...untimed.map((talk) => [talk])],
      (talks) => talks,
      weightOf(running),
    ).map((units, index, all) => {
      const talks = new Set(units.flat());
      const part: AgendaDay = {
        day,
        timed: timed.filter((talk) => talks.has(talk)),
        untimed: untimed.filter((talk) => talks.has(talk)),
        running: index === 0 ? running : [],
        rooms,
      };
      return page(day, { days: [part], undated: [] }, index, all);
    }),
  );
  const ofNoDay = cut(
    undated.flatMap(({ heading, talks }) => talks.map((talk) => ({ heading, talk }))),
    ({ talk }) => [talk],
  )
    .filter((units) => units.length > 0)
    .map((units, index, all) => {
      const groups = new Map<string | undefined, Talk[]>();
      for (const { heading, talk } of units) addTo(groups, heading, talk);
      return page(undefined, { days: [], undated: [...groups].map(([heading, talks]) => ({ heading, talks })) }, index, all);
    });
  return [...ofDays, ...ofNoDay];
}

/** All sessions of an agenda, or of a part of one. */
export function sessionsIn(agenda: Agenda): Talk[] {
  return [
    ...agenda.days.flatMap((day) => [...day.timed, ...day.untimed, ...day.running]),
    ...agenda.undated.flatMap((group) => group.talks),
  ];
}

const pathOfSession = new WeakMap<Event, ReadonlyMap<Talk, string>>();

/** Where a session is in the agenda of its event. */
export function sessionPath(talk: Talk): string {
  const { event, slug } = talk;
  let paths = pathOfSession.get(event);
  if (!paths) {
    // A session over several days begins on the first of them.
    paths = new Map(
      agendaPagesOf(event)
        .toReversed()
        .flatMap(({ path, sessions }) => sessions.map((session) => [session, path] as const)),
    );
    pathOfSession.set(event, paths);
  }
  return `${paths.get(talk) ?? agendaPath(event.id)}#${sessionId(slug)}`;
}

export const sessionId = (slug: string) => `session-${slug}`;

/** What starts at one time. */
export interface Slot {
  /** Minutes from midnight of the day of the programme; 1440 and more for what starts after the next midnight. */
  from: number;
  start: string;
  talks: Talk[];
}

/** Talks with a start by that start; they come and stay in order of time. */
export function slotsOf(timed: readonly Talk[]): Slot[] {
  const slots = groupBy(timed, (talk) => talk.when?.from ?? 0);
  return [...slots].map(([from, talks]) => ({ from, start: minutesClock(from), talks }));
}

/** The offsets from UTC that the times have, as `+02:00`: two where summer time begins or ends among them. */
export function offsetsOf(timed: readonly Talk[]): string[] {
  const times = timed.flatMap(({ when }) => [when?.startTime, when?.endTime]);
  const known = times.flatMap((time) => (time?.kind === "instant" ? [time] : []));
  return [...new Set(known.sort((a, b) => a.epochMinutes - b.epochMinutes).map(({ iso }) => iso.slice(-6)))];
}

function roomsOf(talks: readonly Talk[]): string[] {
  const firstUse = new Map<string, number>();
  for (const { record, when } of talks)
    if (record.room !== undefined && !firstUse.has(record.room)) firstUse.set(record.room, when?.from ?? 0);
  return [...firstUse].sort(([a, from], [b, other]) => from - other || compareNumbered(a, b)).map(([room]) => room);
}

/** `Room 2` comes before `Room 10`, in every locale. */
function compareNumbered(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.replace(/\d+/g, (digits) => digits.padStart(9, "0")));
  if (left !== right) return (left ?? "") < (right ?? "") ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Talks by a key, in order of first use. */
export function groupBy<Key>(talks: readonly Talk[], keyOf: (talk: Talk) => Key): Map<Key, Talk[]> {
  const groups = new Map<Key, Talk[]>();
  for (const talk of talks) {
    const list = groups.get(keyOf(talk)) ?? [];
    groups.set(keyOf(talk), list);
    list.push(talk);
  }
  return groups;
}
