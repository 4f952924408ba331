/** The agenda of an event: days, times and rooms where they are known, tracks and published order where not. */
import type { Event, Talk } from "./archive.ts";
import { minutesClock, shiftDay } from "./time.ts";
import { agendaDayPath, agendaPath } from "./urls.ts";
import { isLong } from "./when.ts";

/** An agenda of more sessions than this has a page for each day. */
export const AGENDA_PAGE = 100;

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

/** Whether the agenda is so long that each day has a page of its own. */
export function isByDay(event: Event): boolean {
  // They come in order of days, and those of no day last.
  return event.talks.length > AGENDA_PAGE && event.talks[0]?.when?.day !== event.talks.at(-1)?.when?.day;
}

/** Where a session is in the agenda of its event. */
export function sessionPath(talk: Talk): string {
  const { event, when, slug } = talk;
  const page = isByDay(event) ? agendaDayPath(event.id, when?.day ?? "undated") : agendaPath(event.id);
  return `${page}#${sessionId(slug)}`;
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
