/** Lists of events: by series where they are few; by year, in parts, with a page for each series where they are many. */
import { describe, expect, test } from "vitest";
import type { Archive } from "../../src/model/archive.ts";
import { MANY_EVENTS } from "../../src/model/series.ts";
import { eventsPage } from "../../src/pages/events.ts";
import { homePage } from "../../src/pages/home.ts";
import { eventPages } from "../../src/pages/event.ts";
import { seriesPage } from "../../src/pages/series.ts";
import { archiveOf, existing } from "../model/make.ts";

type Fields = Record<string, unknown>;
const SERIES = [
  { id: "spring", name: "Spring days", description: "Days in spring." },
  { id: "autumn", name: "Autumn days" },
  { id: "none", name: "Of no event" },
];

/** Events over some years, of two series and of none; every tenth has no date. */
function events(number: number): Record<string, Fields> {
  return Object.fromEntries(
    Array.from({ length: number }, (_, index) => {
      const series = [{ series: "spring" }, { series: "autumn" }, {}][index % 3];
      return index % 10 === 9
        ? [`event-${index}`, { name: `Undated ${index}`, ...series }]
        : [`event-${index}`, { name: `Event ${index}`, startDate: `${2001 + Math.floor(index / 12)}-03-01`, ...series }];
    }),
  );
}

const archiveWith = (number: number) => archiveOf({ url: "https://example.org/a/", site: { series: SERIES }, events: events(number) });
const pagesOf = (archive: Archive) => [...eventsPage.views(archive)];
const namesOn = (page: ReturnType<typeof pagesOf>[number]) => page.groups.flatMap((group) => group.events.map(({ name }) => name));

test("a few events are one page by series, which the page of an event leads to", () => {
  const archive = archiveWith(MANY_EVENTS);
  const [page, ...others] = pagesOf(archive);
  expect(others).toEqual([]);
  expect(page?.groups.map(({ id, name }) => [id, name])).toEqual([
    ["spring", "Spring days"],
    ["autumn", "Autumn days"],
    ["other", "Other events"],
  ]);
  expect(page?.jumps).toEqual([]);
  expect(existing(page?.groups[0]).events.at(-1)?.name).toMatch(/^Undated/);
  const facts = [...eventPages.views(archive)].flatMap((event) => event.facts.filter(({ term }) => term === "Series"));
  expect(facts[0]?.parts).toEqual([{ text: "Spring days", href: "/a/events/#spring" }]);
});

describe("many events", () => {
  const archive = archiveWith(300);
  const pages = pagesOf(archive);
  const lists = pages.filter(({ path }) => path.startsWith("/events/"));
  const ofSeries = (id: string) => pages.filter(({ path }) => path.startsWith(`/series/${id}/`));

  test("are in parts by year, each once, the newest first and those without a date last", () => {
    const names = lists.flatMap(namesOn);
    expect(lists.length).toBeGreaterThan(2);
    expect(names).toHaveLength(300);
    expect(new Set(names).size).toBe(300);
    const undated = names.findIndex((name) => name.startsWith("Undated"));
    expect(names.slice(undated).every((name) => name.startsWith("Undated"))).toBe(true);
    expect(names[0]).toBe("Event 298");
    for (const { groups } of lists) expect(groups.reduce((sum, group) => sum + group.events.length, 0)).toBeLessThan(90);
  });

  test("have a page for each series that has any, with all of them", () => {
    expect(new Set(pages.flatMap(({ path }) => /^\/series\/([^/]+)\//.exec(path)?.[1] ?? []))).toEqual(new Set(["spring", "autumn"]));
    expect(ofSeries("spring").flatMap(namesOn)).toHaveLength(100);
    expect(ofSeries("spring")[0]).toMatchObject({ title: expect.stringMatching(/^Spring days/), lead: "Days in spring." });
    expect(existing(lists[0]).jumps[0]?.links.map(({ label, href, size }) => [label, href, size])).toEqual([
      ["Spring days", "/a/series/spring/", 100],
      ["Autumn days", "/a/series/autumn/", 100],
    ]);
  });

  test("have a list of their series, which the events and the pages of the series lead to", () => {
    const [list, ...others] = [...seriesPage.views(archive)];
    expect(others).toEqual([]);
    expect(list).toMatchObject({ path: "/series/", title: "Series", breadcrumbs: [{ href: "/a/" }, { href: "/a/events/" }] });
    expect(list?.series[0]).toEqual({
      label: "Spring days",
      href: "/a/series/spring/",
      size: "2001–2025, 100 events",
      about: "Days in spring.",
    });
    expect(existing(lists[0]).jumps[0]?.all).toBe("/a/series/");
    expect(existing(ofSeries("spring")[0]).breadcrumbs.map(({ href }) => href)).toContain("/a/series/");
    const [event] = [...eventPages.views(archive)];
    expect(event?.breadcrumbs.map(({ href }) => href)).toEqual(["/a/", "/a/events/", "/a/series/spring/"]);
    expect([...seriesPage.views(archiveWith(MANY_EVENTS))]).toEqual([]);
  });

  test("have a jump to every year from every part, which is there", () => {
    const places = new Set(lists.flatMap(({ path, groups }) => groups.map(({ id }) => `/a${path}#${id}`)));
    for (const page of lists) {
      const years = existing(page.jumps.find(({ label }) => label === "Years")).links;
      expect(years.map(({ label }) => label)).toEqual([...Array.from({ length: 25 }, (_, index) => `${2025 - index}`), "Year unknown"]);
      for (const { href } of years) expect(places.has(href), href).toBe(true);
    }
  });

  test("lead from their pages to that of their series; the home page shows the newest and leads to all", () => {
    const facts = [...eventPages.views(archive)].flatMap((event) => event.facts.filter(({ term }) => term === "Series"));
    expect(facts[0]?.parts).toEqual([{ text: "Spring days", href: "/a/series/spring/" }]);
    const [home] = [...homePage.views(archive)];
    expect(home?.events).toHaveLength(20);
    expect(home?.series).toEqual({
      all: { label: "Series", href: "/a/series/" },
      largest: [
        { label: "Spring days", href: "/a/series/spring/", size: 100 },
        { label: "Autumn days", href: "/a/series/autumn/", size: 100 },
      ],
    });
    expect(home?.allEvents).toMatchObject({ label: "All events", href: "/a/events/" });
  });
});
