/** Owns the agenda of an event: days, times and rooms where they are known, tracks and published order where not. */
import type { Event, Talk } from "./archive.ts";
import { minutesClock } from "./time.ts";

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
  for (const talk of event.talks) {
    if (!talk.when) continue;
    const day = days.get(talk.when.day) ?? { day: talk.when.day, timed: [], untimed: [], rooms: [] };
    days.set(day.day, day);
    (talk.when.from === undefined ? day.untimed : day.timed).push(talk);
  }
  for (const day of days.values()) day.rooms = roomsOf(day.timed);
  const undated = group(
    event.talks.filter((talk) => !talk.when),
    (talk) => talk.record.track,
  );
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
 * Rooms side by side, one row for every time at which something starts. A talk spans the rows in which it still runs, but
 * ends early where the next talk of its room starts, so that overlapping talks stay visible; a lone session without a room,
 * such as a break, spans all rooms. Nothing where fewer than two rooms are known.
 */
export function gridOf(day: AgendaDay): Grid | undefined {
  if (day.rooms.length < 2) return undefined;
  const starts = [...new Set(day.timed.map((talk) => spanOf(talk).from))];
  const plenary = plenarySessions(day.timed);
  const inRooms = day.timed.filter((talk) => !plenary.has(talk));
  const byRoom = group(inRooms, (talk) => talk.record.room);
  const rooms = [...day.rooms, ...(byRoom.has(undefined) ? [undefined] : [])];
  const rows = starts.map((from): Grid["rows"][number] => ({ from, start: minutesClock(from), cells: [] }));
  const rowAt = new Map(rows.map((row) => [row.from, row]));
  for (const talk of plenary) rowAt.get(spanOf(talk).from)?.cells.push({ talks: [talk], rows: 1, columns: rooms.length });
  const taken = new Set(rows.filter((row) => row.cells.length > 0));
  for (const room of rooms) {
    const byStart = group(byRoom.get(room) ?? [], (talk) => spanOf(talk).from);
    let until = 0;
    for (const [index, row] of rows.entries()) {
      if (index < until || taken.has(row)) continue;
      const talks = byStart.get(row.from) ?? [];
      const to = Math.max(...talks.map((talk) => spanOf(talk).to));
      until = index + 1;
      while ((starts[until] ?? to) < to && !byStart.has(starts[until] ?? to)) until++;
      row.cells.push({ talks, rows: until - index, columns: 1 });
    }
  }
  return { rooms, rows };
}

/** Sessions without a room during which nothing else runs; the talks come in order of time. */
function plenarySessions(talks: readonly Talk[]): Set<Talk> {
  const found = new Set<Talk>();
  let busyUntil = 0;
  for (const [index, talk] of talks.entries()) {
    const { from, to } = spanOf(talk);
    const next = talks[index + 1];
    if (talk.record.room === undefined && busyUntil <= from && (!next || spanOf(next).from >= to)) found.add(talk);
    busyUntil = Math.max(busyUntil, to);
  }
  return found;
}

/** From when to when a talk runs. Without a known length it still takes the minute at which it starts. */
function spanOf(talk: Talk): { from: number; to: number } {
  const from = talk.when?.from ?? 0;
  return { from, to: Math.max(from + 1, talk.when?.to ?? from) };
}

function group<Key>(talks: readonly Talk[], keyOf: (talk: Talk) => Key): Map<Key, Talk[]> {
  const groups = new Map<Key, Talk[]>();
  for (const talk of talks) {
    const list = groups.get(keyOf(talk)) ?? [];
    groups.set(keyOf(talk), list);
    list.push(talk);
  }
  return groups;
}
