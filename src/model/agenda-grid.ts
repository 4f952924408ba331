/** The geometry of a day with several rooms: which cell of a table holds which talks, and how far it reaches. */
import { type AgendaDay, groupBy, type Slot, slotsOf } from "./agenda.ts";
import type { Talk } from "./archive.ts";

/** A cell of the grid: the talks that start there, and how many rows and columns they take. */
export interface GridCell {
  talks: Talk[];
  rows: number;
  columns: number;
}

/** A row for every time at which something starts. `cells` are those that begin in it, from left to right. */
export interface GridRow extends Slot {
  cells: GridCell[];
}

export interface Grid {
  /** Room names; the last is undefined where some talk has no room. */
  rooms: (string | undefined)[];
  rows: GridRow[];
}

/**
 * Rooms side by side, one row for every time at which something starts. A talk spans the rows in which it still runs, but
 * ends early where the next talk of its room starts, so that overlapping talks stay visible. What is for everybody spans all
 * rooms. Nothing where fewer than two rooms are left.
 */
export function gridOf(day: AgendaDay): Grid | undefined {
  const common = sharedSessions(day.timed);
  const inRooms = day.timed.filter((talk) => !common.has(talk));
  const byRoom = groupBy(inRooms, (talk) => talk.record.room);
  const named = day.rooms.filter((room) => byRoom.has(room));
  if (named.length < 2) return undefined;
  const rooms = [...named, ...(byRoom.has(undefined) ? [undefined] : [])];
  const rows = slotsOf(day.timed).map((slot): GridRow => ({ ...slot, cells: [] }));
  const taken = new Set<GridRow>();
  for (const row of rows) {
    if (!row.talks.some((talk) => common.has(talk))) continue;
    row.cells.push({ talks: row.talks, rows: 1, columns: rooms.length });
    taken.add(row);
  }
  for (const room of rooms) {
    const byStart = groupBy(byRoom.get(room) ?? [], (talk) => spanOf(talk).from);
    let until = 0;
    for (const [index, row] of rows.entries()) {
      if (index < until || taken.has(row)) continue;
      const talks = byStart.get(row.from) ?? [];
      const to = Math.max(...talks.map((talk) => spanOf(talk).to));
      until = index + 1;
      for (let next = rows[until]; next && next.from < to && !byStart.has(next.from) && !taken.has(next); next = rows[until]) until++;
      row.cells.push({ talks, rows: until - index, columns: 1 });
    }
  }
  return { rooms, rows };
}

/** The grid of a day that is worth drawing: sessions take more than half of it. */
export function worthwhileGridOf(day: AgendaDay): Grid | undefined {
  const grid = gridOf(day);
  return grid && isFull(grid) ? grid : undefined;
}

/** Whether sessions take more than half of a grid; else a list tells it better. What is for everybody does not count. */
function isFull({ rooms, rows }: Grid): boolean {
  const own = rows.filter(({ cells }) => !cells.some(({ columns }) => columns > 1));
  const taken = own.flatMap(({ cells }) => cells).reduce((sum, { talks, rows: height }) => sum + (talks.length > 0 ? height : 0), 0);
  return taken > (own.length * rooms.length) / 2;
}

/**
 * Sessions for everybody: those without a room during which nothing else runs, and breaks, wherever they are, while nothing
 * else runs when they start. (What starts during a break has a row of its own below it.) The talks come in order of time.
 */
function sharedSessions(talks: readonly Talk[]): Set<Talk> {
  const found = new Set<Talk>();
  let busyUntil = 0;
  for (const [index, talk] of talks.entries()) {
    const { from, to } = spanOf(talk);
    const next = talks[index + 1];
    const isShared = talk.isBreak || talk.record.room === undefined;
    const clearUntil = talk.isBreak ? from + 1 : to;
    if (isShared && busyUntil <= from && (!next || spanOf(next).from >= clearUntil)) found.add(talk);
    if (!found.has(talk) || !talk.isBreak) busyUntil = Math.max(busyUntil, to);
  }
  return found;
}

/** From when to when a talk runs. Without a known length it still takes the minute at which it starts. */
function spanOf(talk: Talk): { from: number; to: number } {
  const from = talk.when?.from ?? 0;
  return { from, to: Math.max(from + 1, talk.when?.to ?? from) };
}
