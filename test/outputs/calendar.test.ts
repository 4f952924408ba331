import { describe, expect, test } from "vitest";
import { calendar } from "../../src/outputs/calendar.ts";
import type { Archive } from "../../src/model/archive.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";
import { calendarProblems, type Entry, readCalendar, startsByNodeIcal } from "../support/calendar.ts";

const filesOf = (archive: Archive) =>
  new Map(
    archive.events.flatMap((event) =>
      [...calendar.eventFiles(archive, event), ...event.talks.flatMap((talk) => [...calendar.talkFiles(archive, talk)])].map(
        ({ path, content }) => [path, String(content)] as const,
      ),
    ),
  );

/** The entries of the only event by title; every file must be valid. */
function entries(made: Made): Record<string, Entry> {
  const files = filesOf(archiveOf(made));
  for (const [path, file] of files) expect(calendarProblems(file), path).toEqual([]);
  const event = existing([...files].find(([path]) => path.endsWith("calendar.ics"))?.[1]);
  return Object.fromEntries(readCalendar(event).map((entry) => [entry.summary, entry]));
}

const one = (talk: Record<string, unknown>, event: Record<string, unknown> = { timezone: "Europe/Berlin" }) =>
  existing(entries({ events: { "2020-spring": event }, talks: { "2020-spring/a": talk } })["A talk"]);

describe("a talk", () => {
  test("with its times is in the zone of its event", () => {
    const entry = one({ date: "2020-05-04", start: "09:30", end: "10:00" });
    expect(entry).toMatchObject({ zone: "Europe/Berlin", startText: "2020-05-04T09:30:00", endText: "2020-05-04T10:00:00" });
    expect(new Date(entry.start).toISOString()).toBe("2020-05-04T07:30:00.000Z");
    expect(entry.stamp).toBe("2020-05-04T07:30:00Z");
  });

  test("without a known end has none", () => {
    expect(one({ date: "2020-05-04", start: "09:30" }).endText).toBeUndefined();
    expect(one({ date: "2020-05-04", start: "09:30", duration: 0 }).endText).toBeUndefined();
  });

  test("past midnight ends on the next day, also where its programme began the day before", () => {
    expect(one({ date: "2020-05-04", start: "23:30", end: "00:30" })).toMatchObject({ endText: "2020-05-05T00:30:00" });
    const late = one({ date: "2020-05-05", start: "00:30", duration: 60 }, { timezone: "Europe/Berlin", dayChange: "04:00" });
    expect(late).toMatchObject({ startText: "2020-05-05T00:30:00", endText: "2020-05-05T01:30:00" });
  });

  test("over weeks ends by the clocks of its last day", () => {
    const { end } = one({ date: "2020-03-09", start: "10:00", end: "18:00", endDate: "2020-04-10" });
    expect(new Date(existing(end)).toISOString()).toBe("2020-04-10T16:00:00.000Z");
  });

  test("that ends in the hour that is there twice has the length of the record", () => {
    // 02:30, for the second time.
    const entry = one({ date: "2020-10-25", start: "01:30", duration: 120 });
    expect(entry.endText).toBeUndefined();
    expect((existing(entry.end) - entry.start) / 60_000).toBe(120);
  });

  test.each([
    ["Pacific/Port_Moresby", "1969-11-06", "13:15:00.000Z"],
    ["America/Denver", "1955-02-23", "06:15:00.000Z"],
    ["Europe/London", "1970-01-01", "22:15:00.000Z"],
  ])("in %s before calendars of computers began (%s) has the offset of that day", (timezone, date, time) => {
    const entry = one({ date, start: "23:15", duration: 10 }, { timezone });
    expect(new Date(entry.start).toISOString().slice(11)).toBe(time);
  });

  test("of an event without a zone floats", () => {
    expect(one({ date: "2020-05-04", start: "09:30", duration: 30 }, {})).toMatchObject({
      zone: "floating",
      startText: "2020-05-04T09:30:00",
      endText: "2020-05-04T10:00:00",
      stamp: "2020-05-04T00:00:00Z",
    });
  });

  test("of which the day alone is known takes that day", () => {
    expect(one({ date: "2020-05-04" })).toMatchObject({ isWholeDay: true, startText: "2020-05-04", endText: "2020-05-05" });
  });

  test.each([
    ["over several days runs from the first to the last", { start: "18:00", end: "12:00" }, "2020-05-04T18:00:00", "2020-05-06T12:00:00"],
    ["over several days without times takes all of them", {}, "2020-05-04", "2020-05-07"],
  ])("%s", (_, times, startText, endText) => {
    expect(one({ date: "2020-05-04", endDate: "2020-05-06", ...times })).toMatchObject({ startText, endText });
  });

  test.each([
    ["cancelled", true],
    ["postponed", true],
    ["online", false],
    [undefined, false],
  ])("whose status is %s is struck out: %s", (status, isStruckOut) => {
    const made = { events: { "2020-spring": {} }, talks: { "2020-spring/a": { date: "2020-05-04", ...(status && { status }) } } };
    for (const [path, file] of filesOf(archiveOf(made))) expect(file.includes("\r\nSTATUS:CANCELLED\r\n"), path).toBe(isStruckOut);
    const ofEvent = {
      events: { "2020-spring": { startDate: "2020-05-04", ...(status && { status }) } },
      talks: { "2020-spring/a": { date: "2020-05-04" } },
    };
    const [file = ""] = filesOf(archiveOf(ofEvent)).values();
    expect(file.match(/\r\nSTATUS:CANCELLED\r\n/g) ?? []).toHaveLength(isStruckOut ? 2 : 0);
  });

  test("that has changed is stamped with the day of the change", () => {
    expect(one({ date: "2020-05-04", start: "09:30", updated: "2021-02-03" }).stamp).toBe("2021-02-03T00:00:00Z");
  });

  test("that has changed before it takes place is a later revision all the same", () => {
    const [first, second, third] = [undefined, "2020-04-01", "2020-04-02"].map((updated) =>
      one({ date: "2020-05-04", start: "09:30", updated }),
    );
    expect([first, second, third].map((entry) => entry?.revision)).toEqual([0, 18_353, 18_354]);
    expect(second?.changed).toBe("2020-04-01T00:00:00Z");
    expect(first?.changed).toBe("");
  });

  test("tells speakers, abstract, place and links", () => {
    const archive = richArchive();
    const file = existing(filesOf(archive).get("events/2012-spring/local/local.ics"));
    const [entry] = readCalendar(file);
    expect(entry).toMatchObject({
      location: "Hall, A house, Berlin, Germany",
      url: "https://example.org/archive/events/2012-spring/local/",
    });
    expect(entry?.description).toContain("What it is about.\n\nSummary by the archive.");
    expect(entry?.description).toContain("Slides, first part: https://example.org/archive/media/2012/talk.pdf");
    const [gone] = readCalendar(existing(filesOf(archive).get("events/2012-spring/gone/gone.ics")));
    expect(gone?.description).toContain("Slides (archived copy of February 2013): https://www.example.org/copy");
    expect(gone?.description).not.toContain("https://www.example.org/gone");
  });
});

describe("an event", () => {
  test("is an entry of its own over all its days, and tells of sessions without a day", () => {
    const found = entries({
      events: { "2020-spring": { name: "Spring", startDate: "2020-05-04", endDate: "2020-05-06" } },
      talks: { "2020-spring/a": {}, "2020-spring/b": {} },
    });
    expect(found["Spring"]).toMatchObject({ isWholeDay: true, startText: "2020-05-04", endText: "2020-05-07" });
    expect(found["Spring"]?.description).toMatch(/^2 sessions whose day is unknown: see the agenda\.\nAgenda: https:/);
    expect(Object.keys(found)).toEqual(["Spring"]);
  });

  test("without any known day has no calendar, and neither have its talks", () => {
    const archive = archiveOf({ events: { "2020-spring": { startDate: "2020-05" } }, talks: { "2020-spring/a": {} } });
    expect([...filesOf(archive).keys()]).toEqual([]);
  });

  test("has the same UID for a talk as the talk's own file, on any host", () => {
    const made = { events: { "2020-spring": {} }, talks: { "2020-spring/a": { date: "2020-05-04" } } };
    const uids = ["https://little.example.org/", "http://localhost:8080/preview/"].flatMap((url) =>
      [...filesOf(archiveOf({ ...made, url })).values()].flatMap((file) => readCalendar(file).map(({ uid }) => uid)),
    );
    expect(uids).toHaveLength(4);
    expect(new Set(uids).size).toBe(1);
  });
});

/** Rules that have changed since, a rule without summer time, half hours, an early end of summer time, and none at all. */
const MOMENTS: [zone: string, date: string, utc: string][] = [
  ["America/Los_Angeles", "2006-04-01", "17:00"],
  ["America/Los_Angeles", "2007-03-20", "16:00"],
  ["America/Los_Angeles", "2012-08-27", "16:00"],
  ["Europe/Moscow", "2010-07-01", "05:00"],
  ["Europe/Moscow", "2013-01-15", "05:00"],
  ["Europe/Moscow", "2020-07-01", "06:00"],
  ["America/Sao_Paulo", "2012-12-01", "11:00"],
  ["America/Sao_Paulo", "2022-12-01", "12:00"],
  ["Asia/Kolkata", "2011-10-01", "03:30"],
  ["Asia/Tokyo", "2008-11-20", "00:00"],
  ["Europe/Dublin", "2016-01-10", "09:00"],
  ["Australia/Lord_Howe", "2019-01-10", "22:00"],
  ["Africa/Casablanca", "2024-03-20", "09:00"],
  ["Asia/Pyongyang", "2017-03-20", "00:30"],
  ["UTC", "2020-01-01", "09:00"],
];

test.each(MOMENTS)("nine o'clock in %s on %s is %s in UTC, by the rules in the file and for another reader", (timezone, date, utc) => {
  const archive = archiveOf({ events: { e: { timezone } }, talks: { "e/a": { date, start: "09:00", duration: 30 } } });
  const file = existing(filesOf(archive).get("events/e/a/a.ics"));
  const [entry] = readCalendar(file);
  expect(new Date(existing(entry).start).toISOString().slice(11, 16)).toBe(utc);
  expect([...startsByNodeIcal(file).values()]).toEqual([entry?.start]);
});

test.each<[zone: string, date: string, told: [kind: string, local: string, to: string][]]>([
  [
    "Europe/Berlin",
    "2020-07-01",
    [
      ["DAYLIGHT", "20200329T020000", "+0200"],
      ["STANDARD", "20201025T030000", "+0100"],
    ],
  ],
  [
    "Europe/Berlin",
    "2020-03-29",
    [
      ["STANDARD", "20191027T030000", "+0100"],
      ["DAYLIGHT", "20200329T020000", "+0200"],
    ],
  ],
  ["Europe/Berlin", "2020-12-01", [["STANDARD", "20201025T030000", "+0100"]]],
  [
    "Australia/Sydney",
    "2020-01-10",
    [
      ["DAYLIGHT", "20191006T020000", "+1100"],
      ["STANDARD", "20200405T030000", "+1000"],
    ],
  ],
  // It rose for good.
  ["Europe/Volgograd", "2019-01-10", [["STANDARD", "20181028T020000", "+0400"]]],
  ["Asia/Tokyo", "2020-07-01", [["STANDARD", "19700101T000000", "+0900"]]],
])("the zone %s has standard time on %s, which programs want in every zone", (timezone, date, told) => {
  const files = filesOf(
    archiveOf({ events: { "2020-spring": { timezone } }, talks: { "2020-spring/a": { date, start: "09:30", end: "10:00" } } }),
  );
  for (const file of files.values()) {
    const changes = [...file.matchAll(/BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:\S+\r\nTZOFFSETTO:(\S+)/g)];
    expect(changes.map(([, ...one]) => one)).toEqual(told);
  }
});

test("an event over the end of summer time has both offsets", () => {
  const talks = {
    "e/a": { title: "Before", date: "2012-10-28", start: "00:30" },
    "e/b": { title: "After", date: "2012-10-28", start: "09:00" },
  };
  const found = entries({ events: { e: { timezone: "Europe/London" } }, talks });
  expect(new Date(existing(found["Before"]).start).toISOString()).toBe("2012-10-27T23:30:00.000Z");
  expect(new Date(existing(found["After"]).start).toISOString()).toBe("2012-10-28T09:00:00.000Z");
});

test("no text of a record can add an entry or a property", () => {
  const evil = 'x\nEND:VEVENT\nBEGIN:VEVENT;,:"\\';
  const found = entries({
    events: { e: { name: "E", startDate: "2020-05-04", venue: 'a";:,\\' } },
    talks: { "e/a": { title: 'T";:,\\ END:VEVENT', date: "2020-05-04", abstract: evil, room: "\\n", topics: ["a,b;c"] } },
  });
  expect(Object.keys(found)).toEqual(["E", 'T";:,\\ END:VEVENT']);
  expect(found['T";:,\\ END:VEVENT']?.description).toBe(evil);
});
