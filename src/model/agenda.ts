/** Owns the agenda of an event: days, times and rooms where they are known, tracks and published order where not. */
import type { Event, Talk } from "./archive.ts";

export interface AgendaDay {
  day: string;
  /** Talks with a start, in order of time. */
  timed: Talk[];
  /** Talks of the day whose time is not known, in published order. */
  untimed: Talk[];
  /** Rooms in order of first use; more than one of them makes a grid. */
  rooms: string[];
}

export interface Agenda {
  days: AgendaDay[];
  /** Talks whose day is not known, by track in published order; no heading where there is no track. */
  undated: { heading: string | undefined; talks: Talk[] }[];
}

/** The agenda of an event. Every session of the event is in it exactly once. */
export function agendaOf(event: Event): Agenda {
  const days = new Map<string, AgendaDay>();
  const undated = new Map<string | undefined, Talk[]>();
  for (const talk of event.talks) {
    if (!talk.when) {
      undated.set(talk.record.track, [...(undated.get(talk.record.track) ?? []), talk]);
      continue;
    }
    const day = days.get(talk.when.day) ?? { day: talk.when.day, timed: [], untimed: [], rooms: [] };
    days.set(day.day, day);
    (talk.when.from === undefined ? day.untimed : day.timed).push(talk);
  }
  for (const day of days.values()) day.rooms = roomsOf(day.timed);
  return { days: [...days.values()], undated: [...undated].map(([heading, talks]) => ({ heading, talks })) };
}

function roomsOf(talks: readonly Talk[]): string[] {
  return [...new Set(talks.flatMap((talk) => (talk.record.room === undefined ? [] : [talk.record.room])))];
}

/** A cell of the grid: the talks that start there, and how many rows and columns they take. */
export interface GridCell {
  talks: Talk[];
  rows: number;
  columns: number;
}

export interface Grid {
  /** Room names; the last is undefined where some talk has no room. */
  rooms: (string | undefined)[];
  rows: { from: number; start: string; cells: GridCell[] }[];
}

/**
 * Rooms side by side, one row for every time at which something starts. A talk spans the rows in which it still runs;
 * a lone session without a room, such as a break, spans all rooms. Nothing where fewer than two rooms are known.
 */
export function gridOf(day: AgendaDay): Grid | undefined {
  if (day.rooms.length < 2) return undefined;
  const starts = [...new Set(day.timed.map((talk) => talk.when?.from ?? 0))].sort((a, b) => a - b);
  const plenary = (talk: Talk) => talk.record.room === undefined && !day.timed.some((other) => other !== talk && runsDuring(other, talk));
  const rooms: (string | undefined)[] = [...day.rooms, ...(day.timed.some((talk) => talk.record.room === undefined && !plenary(talk)) ? [undefined] : [])];
  const busyUntilRow = rooms.map(() => 0);
  const rows = starts.map((from, row) => {
    const starting = day.timed.filter((talk) => talk.when?.from === from);
    const start = starting[0]?.when?.start ?? "";
    const [only] = starting;
    if (only && starting.length === 1 && plenary(only)) return { from, start, cells: [{ talks: [only], rows: 1, columns: rooms.length }] };
    const cells = rooms.flatMap((room, column): GridCell[] => {
      if ((busyUntilRow[column] ?? 0) > row) return [];
      const talks = starting.filter((talk) => talk.record.room === room && !plenary(talk));
      const span = Math.max(1, ...talks.map((talk) => rowsOf(talk, starts, row)));
      const end = untilNextInRoom(day.timed, room, starts, row, span);
      busyUntilRow[column] = row + end;
      return [{ talks, rows: end, columns: 1 }];
    });
    return { from, start, cells };
  });
  return { rooms, rows };
}

function rowsOf(talk: Talk, starts: readonly number[], row: number): number {
  const to = talk.when?.to;
  return to === undefined ? 1 : starts.filter((from, index) => index >= row && from < to).length;
}

/** A span ends early where the next talk of the room starts, so that overlapping talks stay visible. */
function untilNextInRoom(talks: readonly Talk[], room: string | undefined, starts: readonly number[], row: number, span: number): number {
  const from = starts[row] ?? 0;
  const next = Math.min(...talks.filter((talk) => talk.record.room === room && (talk.when?.from ?? 0) > from).map((talk) => starts.indexOf(talk.when?.from ?? 0)));
  return Math.max(1, Math.min(span, next - row));
}

function runsDuring(other: Talk, talk: Talk): boolean {
  const [from, to] = [talk.when?.from ?? 0, talk.when?.to ?? (talk.when?.from ?? 0) + 1];
  const [otherFrom, otherTo] = [other.when?.from ?? 0, other.when?.to ?? (other.when?.from ?? 0) + 1];
  return otherFrom < to && from < otherTo;
}
