import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Grid, gridOf, worthwhileGridOf } from "../../src/model/agenda-grid.ts";
import { type AgendaDay, agendaOf, agendaPagesOf, offsetsOf, sessionPath, slotsOf } from "../../src/model/agenda.ts";
import { minutesClock } from "../../src/model/time.ts";
import { eventOf, existing } from "./make.ts";
import { cpuSeconds } from "../support/cpu.ts";

type Fields = Record<string, unknown>;

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const date = fc.option(oneOf("2020-05-04", "2020-05-05", "2020-05-06"), { nil: undefined });
const room = oneOf(undefined, "Hall", "Tower", "Cellar");

/** A talk as loosely known as records are: with or without day, time, length, room and track. */
const talk = fc
  .record({
    date,
    start: fc.option(fc.integer({ min: 0, max: 95 }), { nil: undefined }),
    length: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    byEnd: fc.boolean(),
    room,
    track: oneOf(undefined, "Security", "Storage"),
    order: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    kind: oneOf("talk", "talk", "keynote", "break"),
  })
  .map(({ date, start, length, byEnd, ...rest }): Fields => {
    const timed = date !== undefined && start !== undefined;
    const from = (start ?? 0) * 15;
    const known = timed && length !== undefined ? (byEnd ? { end: minutesClock(from + length * 15) } : { duration: length * 15 }) : {};
    return { ...rest, ...(date && { date }), ...(timed && { start: minutesClock(from) }), ...known };
  });
const programme = fc.array(talk, { maxLength: 40 });
const dayChange = oneOf(undefined, "05:00");

/** Talks of one day in a few rooms, many of them at once. */
const dayProgramme = fc
  .array(talk, { minLength: 2, maxLength: 25 })
  .map((talks) =>
    talks.map((fields, index): Fields => ({ ...fields, date: "2020-05-04", start: fields["start"] ?? minutesClock(540 + index * 15) })),
  );

describe("agendaOf", () => {
  test("has every session of an event exactly once", () => {
    fc.assert(
      fc.property(programme, dayChange, (talks, change) => {
        const event = eventOf(talks, { dayChange: change });
        const agenda = agendaOf(event);
        const listed = [...agenda.days.flatMap((day) => [...day.timed, ...day.untimed]), ...agenda.undated.flatMap((group) => group.talks)];
        expect(listed.length).toBe(talks.length);
        expect(new Set(listed)).toEqual(new Set(event.talks));
      }),
    );
  });

  test("days and times are in order, and every session is under its own day", () => {
    fc.assert(
      fc.property(programme, dayChange, (talks, change) => {
        const { days } = agendaOf(eventOf(talks, { dayChange: change }));
        expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
        for (const { day, timed, untimed } of days) {
          for (const talk of [...timed, ...untimed]) expect(talk.when?.day).toBe(day);
          const starts = timed.map((talk) => existing(talk.when?.from));
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
          for (const talk of untimed) expect(talk.when?.from).toBeUndefined();
        }
      }),
    );
  });

  test("a day knows its rooms, each once, in order of first use", () => {
    const event = eventOf([
      { date: "2020-05-04", start: "11:00", room: "Hall" },
      { date: "2020-05-04", start: "09:00", room: "Tower" },
      { date: "2020-05-04", start: "10:00", room: "Tower" },
      { date: "2020-05-04", room: "Cellar" },
      { date: "2020-05-05", start: "09:00" },
    ]);
    expect(agendaOf(event).days.map(({ rooms }) => rooms)).toEqual([["Tower", "Hall"], []]);
  });

  test("rooms first used at one time come by name, with their numbers as numbers", () => {
    const talks = ["Room 10", "Room 9", "Aula", "Room 2"].map((room) => ({ date: "2020-05-04", start: "09:00", room }));
    expect(agendaOf(eventOf(talks)).days[0]?.rooms).toEqual(["Aula", "Room 2", "Room 9", "Room 10"]);
  });

  test("what has no day comes by track, in published order", () => {
    const event = eventOf({
      third: { order: 3, track: "Storage" },
      first: { order: 1, track: "Security" },
      fourth: { order: 4 },
      second: { order: 2, track: "Security" },
    });
    const { days, undated } = agendaOf(event);
    expect(days).toEqual([]);
    expect(undated.map(({ heading, talks }) => [heading, talks.map((talk) => talk.slug)])).toEqual([
      ["Security", ["first", "second"]],
      ["Storage", ["third"]],
      [undefined, ["fourth"]],
    ]);
  });

  test("an event without sessions has an empty agenda", () => {
    expect(agendaOf(eventOf([]))).toEqual({ days: [], undated: [] });
  });
});

/** Lays the cells out as HTML lays out a table; every place of the result names the cell that covers it. */
function layOut(grid: Grid): { row: number; column: number; rows: number; columns: number; talks: string[] }[][] {
  const table: ReturnType<typeof layOut> = grid.rows.map(() => []);
  for (const [row, { cells }] of grid.rows.entries()) {
    for (const cell of cells) {
      let column = 0;
      while (table[row]?.[column] !== undefined) column++;
      const placed = { row, column, rows: cell.rows, columns: cell.columns, talks: cell.talks.map((talk) => talk.slug) };
      for (let down = 0; down < cell.rows; down++) {
        for (let right = 0; right < cell.columns; right++) {
          const line = existing(table[row + down]);
          expect(line[column + right], "two cells cover one place").toBeUndefined();
          line[column + right] = placed;
        }
      }
    }
  }
  return table;
}

function dayOf(talks: Fields[] | Record<string, Fields>): AgendaDay {
  const dated = (fields: Fields): Fields => ({ date: "2020-05-04", ...fields });
  const all = Array.isArray(talks) ? talks.map(dated) : Object.fromEntries(Object.entries(talks).map(([name, one]) => [name, dated(one)]));
  return existing(agendaOf(eventOf(all)).days[0]);
}

/** The table as text: a row for every time, with the talks in every column. */
function gridText(talks: Fields[] | Record<string, Fields>): string[] | undefined {
  const grid = gridOf(dayOf(talks));
  return grid && layOut(grid).map((row, index) => [grid.rows[index]?.start, ...row.map((cell) => cell.talks.join("+") || "-")].join(" | "));
}

describe("worthwhileGridOf", () => {
  const at = (start: string, room: string): Fields => ({ start, duration: 30, room });

  test("is the grid where sessions take more than half of it", () => {
    const full = dayOf([at("09:00", "A"), at("09:00", "B"), at("10:00", "A"), at("10:00", "B")]);
    expect(worthwhileGridOf(full)).toEqual(gridOf(full));
  });

  test("is nothing where most of the table would be empty, and what is for everybody fills none of it", () => {
    const sparse = [at("09:00", "A"), at("10:00", "B"), at("11:00", "C")];
    expect(gridOf(dayOf(sparse))).toBeDefined();
    expect(worthwhileGridOf(dayOf(sparse))).toBeUndefined();
    expect(worthwhileGridOf(dayOf([...sparse, { start: "12:00", kind: "break" }, { start: "13:00" }]))).toBeUndefined();
  });
});

describe("gridOf", () => {
  test("the cells tile the table: every row covers every column once", () => {
    fc.assert(
      fc.property(dayProgramme, (talks) => {
        const grid = gridOf(dayOf(talks));
        if (!grid) return;
        for (const row of layOut(grid)) {
          expect(row.length).toBe(grid.rooms.length);
          expect(row.includes(existing(row[0]))).toBe(true);
          for (let column = 0; column < grid.rooms.length; column++) expect(row[column], "a hole in the table").toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  });

  test("every session with a time is in the grid once: in the row of its start and the column of its room", () => {
    fc.assert(
      fc.property(dayProgramme, (talks) => {
        const day = dayOf(talks);
        const grid = gridOf(day);
        if (!grid) return;
        const seen: string[] = [];
        const bySlug = new Map(day.timed.map((talk) => [talk.slug, talk]));
        for (const cell of new Set(layOut(grid).flat())) {
          for (const slug of cell.talks) {
            const talk = existing(bySlug.get(slug));
            seen.push(slug);
            expect(grid.rows[cell.row]?.from).toBe(talk.when?.from);
            if (cell.columns === 1) expect(grid.rooms[cell.column]).toBe(talk.record.room);
            else expect(talk.isBreak || talk.record.room === undefined, "spans all rooms").toBe(true);
          }
        }
        expect(seen.sort()).toEqual([...bySlug.keys()].sort());
      }),
      { numRuns: 200 },
    );
  });

  test("a session spans the rows in which it runs, until the next one of its room", () => {
    fc.assert(
      fc.property(dayProgramme, (talks) => {
        const day = dayOf(talks);
        const grid = gridOf(day);
        if (!grid) return;
        const bySlug = new Map(day.timed.map((talk) => [talk.slug, talk]));
        for (const cell of new Set(layOut(grid).flat())) {
          const own = cell.talks.map((slug) => existing(bySlug.get(slug)));
          const end = Math.max(...own.map((talk) => talk.when?.to ?? 0), (grid.rows[cell.row]?.from ?? 0) + 1);
          const nextInRoom = day.timed.some(
            (talk) => talk.record.room === grid.rooms[cell.column] && talk.when?.from === grid.rows[cell.row + cell.rows]?.from,
          );
          if (cell.columns > 1) {
            expect(cell.rows).toBe(1);
            continue;
          }
          const below = grid.rows[cell.row + cell.rows];
          expect(existing(grid.rows[cell.row + cell.rows - 1]).from).toBeLessThan(end);
          if (below && own.length > 0 && below.from < end) expect(nextInRoom).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a very large day is laid out at once", () => {
    const day = dayOf(
      Array.from({ length: 5000 }, (_, index) => ({
        start: minutesClock((index % 288) * 5),
        duration: 7,
        room: index % 7 ? `Room ${index % 50}` : undefined,
      })),
    );
    expect(cpuSeconds(() => void gridOf(day))).toBeLessThan(5);
    const grid = existing(gridOf(day));
    expect(grid.rows).toHaveLength(288);
    expect(grid.rooms).toHaveLength(51);
  });

  test("there is none where fewer than two rooms are known", () => {
    expect(gridOf(dayOf([{ start: "09:00", room: "Hall" }, { start: "09:00" }]))).toBeUndefined();
    expect(gridOf(dayOf([{ start: "09:00" }]))).toBeUndefined();
  });

  test("rooms stand side by side; a long session spans the rows beside it", () => {
    const talks = {
      long: { start: "09:00", end: "10:30", room: "Hall" },
      early: { start: "09:00", end: "09:45", room: "Tower" },
      late: { start: "09:45", end: "10:30", room: "Tower" },
    };
    expect(gridText(talks)).toEqual(["09:00 | long | early", "09:45 | long | late"]);
    expect(existing(gridOf(dayOf(talks))).rows[0]?.cells.map((cell) => cell.rows)).toEqual([2, 1]);
  });

  test("a break without a room spans all rooms", () => {
    const talks = {
      one: { start: "09:00", end: "10:00", room: "Hall" },
      two: { start: "09:00", end: "10:00", room: "Tower" },
      tea: { start: "10:00", end: "10:30", kind: "break" },
      three: { start: "10:30", end: "11:00", room: "Tower" },
    };
    const grid = existing(gridOf(dayOf(talks)));
    expect(grid.rooms).toEqual(["Hall", "Tower"]);
    expect(grid.rows[1]?.cells).toMatchObject([{ rows: 1, columns: 2, talks: [{ slug: "tea" }] }]);
    expect(gridText(talks)).toEqual(["09:00 | one | two", "10:00 | tea | tea", "10:30 | - | three"]);
  });

  test("a break in a room that has nothing else spans all rooms, and the room is no column", () => {
    const talks = {
      one: { start: "09:00", end: "10:00", room: "Hall" },
      two: { start: "09:00", end: "10:00", room: "Tower" },
      tea: { start: "10:00", end: "10:30", room: "Foyer", kind: "break" },
    };
    expect(existing(gridOf(dayOf(talks))).rooms).toEqual(["Hall", "Tower"]);
    expect(gridText(talks)).toEqual(["09:00 | one | two", "10:00 | tea | tea"]);
    expect(gridOf(dayOf({ one: talks.one, tea: talks.tea })), "one room and a foyer are no grid").toBeUndefined();
  });

  test("what starts during a break has its own row below it; a break during something stays in its column", () => {
    const talks = {
      lunch: { start: "12:00", end: "14:00", kind: "break" },
      one: { start: "12:30", end: "13:30", room: "Hall" },
      two: { start: "12:30", end: "13:30", room: "Tower" },
      tea: { start: "13:00", end: "13:30", room: "Foyer", kind: "break" },
    };
    expect(gridText(talks)).toEqual(["12:00 | lunch | lunch | lunch", "12:30 | one | two | -", "13:00 | one | two | tea"]);
  });

  test("a lone session in a room stays in its column", () => {
    const talks = {
      one: { start: "09:00", end: "10:00", room: "Hall" },
      two: { start: "10:00", end: "11:00", room: "Tower" },
    };
    expect(gridText(talks)).toEqual(["09:00 | one | -", "10:00 | - | two"]);
  });

  test("what goes on after midnight comes after what starts before it", () => {
    const event = eventOf(
      {
        late: { date: "2020-05-04", start: "23:00", end: "01:00", room: "Hall" },
        night: { date: "2020-05-05", start: "00:30", end: "02:00", room: "Tower" },
        morning: { date: "2020-05-05", start: "09:00", room: "Hall" },
      },
      { dayChange: "05:00" },
    );
    const grid = existing(gridOf(existing(agendaOf(event).days[0])));
    expect(grid.rows.map(({ start, from }) => [start, from])).toEqual([
      ["23:00", 1380],
      ["00:30", 1470],
    ]);
    expect(grid.rows[0]?.cells.map((cell) => [cell.talks[0]?.slug, cell.rows])).toEqual([
      ["late", 2],
      [undefined, 1],
    ]);
  });

  test("a session without a room beside others has a column of its own, with no name", () => {
    const talks = {
      one: { start: "09:00", end: "10:00", room: "Hall" },
      two: { start: "09:00", end: "10:00", room: "Tower" },
      somewhere: { start: "09:30", end: "10:00" },
    };
    expect(existing(gridOf(dayOf(talks))).rooms).toEqual(["Hall", "Tower", undefined]);
    expect(gridText(talks)).toEqual(["09:00 | one | two | -", "09:30 | one | two | somewhere"]);
  });

  test("overlapping sessions of one room both stay visible", () => {
    const talks = {
      first: { start: "09:00", end: "11:00", room: "Hall" },
      second: { start: "10:00", end: "10:30", room: "Hall" },
      same: { start: "10:00", end: "12:00", room: "Hall" },
      other: { start: "09:00", end: "12:00", room: "Tower" },
    };
    expect(gridText(talks)).toEqual(["09:00 | first | other", "10:00 | same+second | other"]);
  });

  test("sessions without a length or a room that start together both stay visible", () => {
    const rooms = { hall: { start: "09:00", end: "10:00", room: "Hall" }, tower: { start: "09:00", end: "10:00", room: "Tower" } };
    const opening = { start: "08:30", end: "08:30" };
    expect(gridText({ ...rooms, bell: opening, gong: opening })).toEqual(["08:30 | - | - | bell+gong", "09:00 | hall | tower | -"]);
  });

  test("a session of which only the start is known takes one row", () => {
    const talks = {
      open: { start: "09:00", room: "Hall" },
      other: { start: "09:00", end: "11:00", room: "Tower" },
      next: { start: "10:00", end: "11:00", room: "Tower" },
    };
    expect(gridText(talks)).toEqual(["09:00 | open | other", "10:00 | - | next"]);
  });
});

describe("slotsOf", () => {
  test("has every session once, in order of time, those that start together in one slot", () => {
    fc.assert(
      fc.property(dayProgramme, (talks) => {
        const { timed } = dayOf(talks);
        const slots = slotsOf(timed);
        expect(slots.flatMap((slot) => slot.talks)).toEqual(timed);
        expect(slots.map(({ from }) => from)).toEqual([...new Set(timed.map((talk) => existing(talk.when?.from)))]);
        for (const { from, start, talks } of slots) for (const { when } of talks) expect([when?.from, when?.start]).toEqual([from, start]);
      }),
    );
  });
});

describe("offsetsOf", () => {
  const offsets = (talks: Fields[], timezone: string | undefined) =>
    offsetsOf(agendaOf(eventOf(talks, { timezone, dayChange: "06:00" })).days.flatMap((day) => day.timed));

  test("are those of the zone on that day, each once", () => {
    const day = (date: string): Fields[] => [
      { date, start: "09:00", end: "10:00" },
      { date, start: "11:00" },
    ];
    expect(offsets(day("2020-05-04"), "Europe/London")).toEqual(["+01:00"]);
    expect(offsets(day("2020-01-04"), "Europe/London")).toEqual(["+00:00"]);
    expect(offsets(day("2020-01-04"), "Asia/Kolkata")).toEqual(["+05:30"]);
    expect(offsets(day("2020-05-04"), undefined)).toEqual([]);
    expect(offsets([{ date: "2020-05-04" }], "Europe/London")).toEqual([]);
  });

  test("are two, in order of time, where summer time ends between the days or in the night", () => {
    const at = (date: string, start: string, end?: string): Fields => ({ date, start, ...(end && { end }) });
    expect(offsets([at("2020-10-24", "09:00"), at("2020-10-25", "09:00")], "Europe/Berlin")).toEqual(["+02:00", "+01:00"]);
    expect(offsets([at("2020-10-24", "23:00", "04:00")], "Europe/Berlin")).toEqual(["+02:00", "+01:00"]);
  });
});

describe("the pages of an agenda", () => {
  const many = (number: number, days: string[], fields: (index: number) => Fields = () => ({})) =>
    eventOf(
      Array.from({ length: number }, (_, index) => ({
        ...(days[index % days.length] && { date: days[index % days.length] }),
        ...fields(index),
      })),
    );
  const DAYS = ["2020-05-04", "2020-05-05", ""];
  const start = (index: number) => `${String(9 + Math.floor(index / 20)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`;

  test("are one for a small event, where every session is", () => {
    const small = many(20, DAYS);
    expect(agendaPagesOf(small)).toEqual([]);
    expect(sessionPath(existing(small.talks[0]))).toBe("/events/2020-spring/agenda/#session-talk-1");
  });

  test("are the days of a large one, those without a day last", () => {
    expect(agendaPagesOf(many(120, DAYS)).map(({ path }) => path)).toEqual([
      "/events/2020-spring/agenda/2020-05-04/",
      "/events/2020-spring/agenda/2020-05-05/",
      "/events/2020-spring/agenda/undated/",
    ]);
  });

  test.each([
    ["300 talks of one day at their times", many(300, ["2020-05-04"], (index) => ({ start: start(index), room: `Room ${index % 20}` }))],
    ["300 talks of one day without times", many(300, ["2020-05-04"])],
    ["300 talks without a day, in tracks", many(300, [""], (index) => ({ track: `Track ${index % 7}` }))],
  ])("are parts of a day for %s: each session on one of them, and found there", (_, event) => {
    const pages = agendaPagesOf(event);
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    expect(pages.map(({ number, of }) => [number, of])).toEqual(pages.map((_page, index) => [index + 1, pages.length]));
    expect(
      pages
        .flatMap(({ sessions }) => sessions)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(event.talks.map(({ id }) => id).sort());
    for (const { path, sessions } of pages) {
      expect(sessions.length).toBeLessThan(90);
      for (const session of sessions) expect(sessionPath(session)).toBe(`${path}#session-${session.slug}`);
    }
  });

  test("do not part what starts at one time", () => {
    const event = many(300, ["2020-05-04"], (index) => ({ start: start(index), room: `Room ${index % 20}` }));
    const starts = agendaPagesOf(event).map(({ sessions }) => new Set(sessions.map(({ when }) => when?.start)));
    expect(starts.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(starts.flatMap((one) => [...one])).size);
  });

  test("have a session over several days on each of them, and it is found on the first", () => {
    const event = many(120, ["2020-05-04", "2020-05-05"], (index) =>
      index === 0 ? { start: "09:00", end: "12:00", endDate: "2020-05-05" } : {},
    );
    const long = existing(event.talks.find(({ when }) => when?.lastDay !== when?.day));
    expect(
      agendaPagesOf(event)
        .filter(({ sessions }) => sessions.includes(long))
        .map(({ day }) => day),
    ).toEqual(["2020-05-04", "2020-05-05"]);
    expect(sessionPath(long)).toMatch(/agenda\/2020-05-04\/#/);
  });
});
