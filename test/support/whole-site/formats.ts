/** The calendars, schedules and feeds are valid, complete, and linked from their pages. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { presentations } from "../../../src/model/archive.ts";
import { feedProblems, readFeed } from "../atom.ts";
import { calendarProblems, readCalendar, startsByNodeIcal } from "../calendar.ts";
import { attribute, elements, readPage } from "../html.ts";
import { eventsOf, jsonProblems, sessionsOf, xmlProblems } from "../schedule.ts";
import { parseXml } from "../xml.ts";
import type { WholeSite } from "./whole-site.ts";

/** The calendars, schedules and feeds are valid, complete, and linked from their pages. */
export function testFormats(whole: WholeSite): void {
  const { site, archive } = whole;
  const read = (path: string) => readFileSync(join(site, path), "utf8");
  const { events, talks } = archive;
  const dated = talks.filter(({ when }) => when);

  const slugOf = (talk: (typeof talks)[number]) => `${talk.event.id.replaceAll("-", "_")}-${talk.slug.padStart(4, "_")}`;

  /** What the schemas ask of a session and its record does not know. */
  const unknown = (talk: (typeof talks)[number]) => [
    ...(talk.when?.start === undefined ? [`${slugOf(talk)}: date is missing`, `${slugOf(talk)}: start is missing`] : []),
    ...(talk.record.duration === undefined && talk.record.end === undefined ? [`${slugOf(talk)}: duration is missing`] : []),
  ];

  describe("schedules", () => {
    test.each(events.map((event) => ({ id: event.id, event })))("$id lacks nothing but what its records do not know", ({ id, event }) => {
      const missing = event.talks.flatMap(unknown).sort();
      const xml = `events/${id}/schedule.xml`;
      const hasDay = event.record.startDate?.length === 10 || event.record.knownDays !== undefined || event.talks.some(({ when }) => when);
      expect(existsSync(join(site, xml)), xml).toBe(event.record.timezone !== undefined && hasDay);
      if (existsSync(join(site, xml))) {
        expect(xmlProblems(read(xml))).toEqual([]);
        expect(eventsOf(parseXml(read(xml)))).toHaveLength(event.talks.filter((talk) => unknown(talk).length === 0).length);
      }
      const json = read(`events/${id}/schedule.json`);
      const { startDate = "", endDate = "" } = event.record;
      const ofEvent = [
        ...(startDate.length === 10 ? [] : ["conference: start is missing"]),
        ...(endDate.length === 10 ? [] : ["conference: end is missing"]),
        ...(event.talks.some(({ when }) => !when) || event.talks.length === 0
          ? ["days: date is missing", "days: day_end is missing", "days: day_start is missing"]
          : []),
      ];
      const found = jsonProblems(json);
      expect(found.filter((problem) => !ofEvent.includes(problem))).toEqual(missing);
      expect(
        sessionsOf(JSON.parse(json))
          .map(({ slug }) => slug)
          .sort(),
      ).toEqual(event.talks.map(slugOf).sort());
    });

    test("no two sessions of the archive share a guid", () => {
      const guids = events.flatMap(({ id }) => sessionsOf(JSON.parse(read(`events/${id}/schedule.json`))).map(({ guid }) => guid));
      expect(guids).toHaveLength(talks.length);
      expect(new Set(guids).size).toBe(talks.length);
    });
  });

  describe("calendars", () => {
    test("are there for every event with a known day, and hold every talk whose day is known", () => {
      for (const event of events) {
        const path = `events/${event.id}/calendar.ics`;
        const days = event.talks.filter(({ when }) => when);
        const whole = event.record.startDate?.length === 10 ? 1 : 0;
        expect(existsSync(join(site, path)), path).toBe(days.length + whole > 0);
        if (days.length + whole === 0) continue;
        expect(calendarProblems(read(path)), path).toEqual([]);
        expect(readCalendar(read(path))).toHaveLength(days.length + whole);
      }
    });

    test("of talks give the moments that the archive knows, to two readers", () => {
      for (const talk of talks) {
        const path = `${talk.path.slice(1)}${talk.slug}.ics`;
        expect(existsSync(join(site, path)), path).toBe(talk.when !== undefined);
        if (!talk.when) continue;
        const file = read(path);
        expect(calendarProblems(file), path).toEqual([]);
        const [entry, ...others] = readCalendar(file);
        expect(others).toEqual([]);
        expect(entry).toMatchObject({ summary: talk.title, isWholeDay: talk.when.start === undefined });
        if (talk.when.startTime?.kind !== "instant") continue;
        const start = talk.when.startTime.epochMinutes * 60_000;
        expect(entry?.start, path).toBe(start);
        expect([...startsByNodeIcal(file).values()], path).toEqual([start]);
      }
      expect(dated.length).toBeGreaterThan(whole.least.dated);
    });
  });

  describe("feeds", () => {
    const feeds = [
      { path: "feed.atom", size: Math.min(50, presentations(talks).length) },
      ...events.map((event) => ({ path: `events/${event.id}/feed.atom`, size: presentations(event.talks).length })),
    ];

    test.each(feeds)("$path is valid and whole", ({ path, size }) => {
      expect(feedProblems(read(path), `https://archive.example.org/${path}`)).toEqual([]);
      expect(readFeed(read(path)).entries).toHaveLength(size);
    });
  });

  describe("pages", () => {
    const alternates = (page: string) =>
      elements(read(page))
        .filter((element) => element.tagName === "link" && attribute(element, "rel") === "alternate")
        .map((element) => `${attribute(element, "type")} ${attribute(element, "href")}`);

    test("of events and agendas link the programme, and every page names the feed", () => {
      for (const { id } of events) {
        const programme = ["calendar.ics", "schedule.xml", "schedule.json"]
          .filter((file) => existsSync(join(site, `events/${id}/${file}`)))
          .map((file) => `/events/${id}/${file}`);
        const xml = programme.find((path) => path.endsWith(".xml"));
        // Where the time of no talk is known, the schedule has none, and is not offered.
        const isEmpty = xml !== undefined && !/<event /.test(read(xml.slice(1)));
        if (isEmpty) programme.splice(programme.indexOf(xml), 1);
        const links = readPage(site, `events/${id}/index.html`).links;
        if (talks.some((talk) => talk.event.id === id)) {
          expect(links).toEqual(expect.arrayContaining([...programme, `/events/${id}/feed.atom`]));
          if (isEmpty) expect(links).not.toContain(xml);
          expect(readPage(site, `events/${id}/agenda/index.html`).links).toEqual(expect.arrayContaining(programme));
        } else expect(links.filter((href) => /schedule|calendar|agenda/.test(href))).toEqual([]);
        expect(alternates(`events/${id}/index.html`)).toEqual([
          `application/atom+xml /events/${id}/feed.atom`,
          "application/atom+xml /feed.atom",
        ]);
      }
      for (const page of ["index.html", "presentations/index.html"]) {
        expect(readPage(site, page).links).toContain("/feed.atom");
        expect(alternates(page)).toEqual(["application/atom+xml /feed.atom"]);
      }
    });

    test("of talks link their calendar where there is one", () => {
      for (const talk of talks) {
        const links = readPage(site, `${talk.path.slice(1)}index.html`).links.filter((href) => href.endsWith(".ics"));
        expect(links).toEqual(talk.when ? [`${talk.path}${talk.slug}.ics`] : []);
      }
    });
  });
}
