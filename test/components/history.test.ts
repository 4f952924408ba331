import { describe, expect, test } from "vitest";
import { historyOf, scaleOf } from "../../src/components/history.ts";
import { countriesOf } from "../../src/components/places.ts";
import { archiveOf, existing } from "../model/make.ts";

type Fields = Record<string, unknown>;

/** An archive with these events, each with so many talks. */
function archiveWith(events: Record<string, Fields & { talks?: Fields[] | number }>) {
  const talks = Object.entries(events).flatMap(([id, { talks = [] }]) =>
    (typeof talks === "number" ? Array.from({ length: talks }, () => ({})) : talks).map((talk, index) => [`${id}/t${index}`, talk]),
  );
  const fields = Object.entries(events).map(([id, { talks, ...event }]) => [id, event]);
  return archiveOf({ events: Object.fromEntries(fields), talks: Object.fromEntries(talks), url: "https://example.org/a/" });
}
const history = (events: Parameters<typeof archiveWith>[0]) => existing(historyOf(archiveWith(events)));
const years = (first: number, number: number): Record<string, Fields> =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`${first + index}-x`, {}]));

describe("the drawing of the history", () => {
  test("has a column for every edition and every year without one, and a block for every talk", () => {
    const slides = { slides: "https://example.org/a.pdf" };
    const video = { video: "https://vimeo.com/1" };
    const drawing = history({
      "2010-a": { startDate: "2010-02", talks: [video, { ...slides, ...video }, slides, {}] },
      "2010-b": { startDate: "2010-09" },
      "2012-a": { talks: 2 },
    });
    expect(drawing).toMatchObject({ columns: 12, blocks: 8, talksOfBlock: 1, columnWidth: 8.33, caption: "3 events from 2010 to 2012" });
    expect(drawing.all).toBe("M0.5 8v-4M3.5 8v-2");
    expect(drawing.media).toBe("M0.5 8v-3");
    expect(drawing.video).toBe("M0.5 8v-2");
    expect(drawing.empty).toBe("M1.5 8v-.5");
    expect(drawing.towers.map(({ href, x }) => [href, x])).toEqual([
      ["/a/events/2010-a/", 0],
      ["/a/events/2010-b/", 8.33],
      ["/a/events/2012-a/", 25],
    ]);
    expect(drawing.years.map(({ label, x }) => [label, x])).toEqual([
      ["2010", 8.33],
      ["2011", 20.83],
      ["2012", 29.17],
    ]);
  });

  test("of many events has a column for every year, which leads to it, and one for those without", () => {
    const events = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${2001 + (at % 2)}-e${at}`, { talks: 2 }]));
    const drawing = history({ ...events, group: { talks: [{ video: "https://vimeo.com/1" }] } });
    expect(drawing).toMatchObject({ isByYear: true, hasPlaces: false, talksOfBlock: 2, all: "M0.5 30v-30M1.5 30v-30M3.5 30v-1" });
    expect(drawing.towers.map(({ href, title }) => [href, title])).toEqual([
      ["/a/years/2001/", "2001 · 30 events · 60 talks"],
      ["/a/years/2002/", "2002 · 30 events · 60 talks"],
      ["/a/events/", "undated · 1 event · 1 talk"],
    ]);
  });

  test("breaks are no talks", () => {
    const drawing = history({ "2010-a": { talks: [{ kind: "break" }, {}] }, "2011-a": {}, "2012-a": {} });
    expect(drawing.all).toBe("M0.5 8v-1");
  });

  test("a large edition makes a block stand for more talks, so that nothing grows without end", () => {
    const scaleFor = (talks: number) => scaleOf(archiveWith({ "2010-a": { talks } }));
    expect(scaleFor(0)).toEqual({ blocks: 8, talksOfBlock: 1 });
    expect(scaleFor(40)).toEqual({ blocks: 40, talksOfBlock: 1 });
    expect(scaleFor(41)).toEqual({ blocks: 21, talksOfBlock: 2 });
    expect(scaleFor(1000)).toEqual({ blocks: 20, talksOfBlock: 50 });
    const drawing = history({ "2010-a": { talks: 1000 }, "2011-a": { talks: 1 }, "2012-a": {} });
    expect(drawing.all).toBe("M0.5 20v-20M1.5 20v-1");
  });

  test("editions without a year stand apart at the end", () => {
    const drawing = history({ "2010-a": {}, autumn: {}, spring: {} });
    expect(drawing.towers.map(({ x }) => x)).toEqual([0, 16.67, 25]);
    expect(drawing.years.map(({ label }) => label)).toEqual(["2010", "undated"]);
    expect(drawing.caption).toBe("3 events in 2010");
    expect(history({ a: {}, b: {}, c: {} })).toMatchObject({ caption: "3 events", towers: [{ x: 0 }, { x: 8.33 }, { x: 16.67 }] });
  });

  test("many years without an edition are one column", () => {
    expect(history({ "1900-a": {}, "1911-a": {}, "2020-a": {} }).towers.map(({ x }) => x)).toEqual([0, 78.57, 92.86]);
  });

  test.each([22, 60, 300])("of %i years as many are named as there is room for, on narrow pages fewer", (number) => {
    const drawing = history(years(1700, number));
    const gaps = (labels: { x: number }[]) => labels.slice(1).map(({ x }, index) => x - existing(labels[index]).x);
    expect(Math.min(...gaps(drawing.years))).toBeGreaterThanOrEqual(3.1);
    expect(Math.min(...gaps(drawing.years.filter(({ minor }) => !minor)))).toBeGreaterThanOrEqual(13);
    expect(drawing.years.at(0)?.label).toBe("1700");
    expect(drawing.years.at(-1)?.label).toBe(String(1700 + number - 1));
    expect(drawing.hasPlaces).toBe(number < 45);
    expect(existing(drawing.towers.at(-1)).x + drawing.columnWidth).toBeCloseTo(100, 0);
  });

  test("fewer than three editions are not drawn", () => {
    expect(historyOf(archiveWith(years(2000, 2)))).toBeNull();
    expect(historyOf(archiveWith({}))).toBeNull();
  });

  test("long names of places are shortened between letters", () => {
    const cityOn = (name: string, talks: number) =>
      existing(history({ ...years(2000, 2), "2010-a": { city: name, talks } }).towers[2]).place;
    const city = (name: string) => cityOn(name, 8);
    expect(city("San Diego")).toBe("San Diego");
    expect(city("Munich (Aschheim)")).toBe("Munich");
    expect(city("Llanfairpwllgwyngyll")).toBe("Llanfairpwllgwy…");
    expect(city("𠮷".repeat(20))).toBe(`${"𠮷".repeat(15)}…`);
    // Above a low tower there is more room.
    expect(cityOn("Llanfairpwllgwyngyll", 1)).toBe("Llanfairpwllgwyngyll");
    expect(cityOn("x".repeat(25), 4)).toBe(`${"x".repeat(23)}…`);
  });
});

describe("where editions were held", () => {
  const held = (events: Record<string, Fields>) =>
    countriesOf(archiveWith(events)).map(({ name, size, cities }) => [
      name,
      size,
      ...cities.map((city) => [city.name, ...city.editions.map(({ label }) => label)].join(" ")),
    ]);

  test("countries by editions, their cities by time", () => {
    expect(
      held({
        "2010-a": { city: "Seoul", country: "South Korea" },
        "2011-a": { city: "Boston", country: "USA" },
        "2012-a": { city: "Chicago", country: "USA" },
        "2013-a": { city: "Boston", country: "USA" },
      }),
    ).toEqual([
      ["USA", "3 events", "Boston 2011 2013", "Chicago 2012"],
      ["South Korea", "1 event", "Seoul 2010"],
    ]);
  });

  test("one country has one name, and nothing was held where it was called off or moved online", () => {
    expect(
      held({
        "2010-a": { city: "Boston", country: "United States" },
        "2011-a": { city: "Boston", country: "USA" },
        "2012-a": { city: "Austin", country: "USA" },
        "2013-a": { city: "Paris", country: "France", status: "cancelled" },
        "2014-a": { city: "Paris", country: "France", status: "online" },
        "2015-a": { city: "Paris", country: "France", status: "postponed" },
      }),
    ).toEqual([
      ["USA", "3 events", "Boston 2010 2011", "Austin 2012"],
      ["Moved online", "1 event", " 2014"],
    ]);
  });

  test("what is not recorded is not guessed, and comes last", () => {
    expect(
      held({
        "2010-a": { city: "Cambridge" },
        "2011-a": {},
        "2012-a": { city: "Cambridge", country: "United Kingdom" },
        "2020-a": { city: "Online", country: "Online" },
        "2021-a": { city: "Online" },
        meetup: { name: "A meetup" },
      }),
    ).toEqual([
      ["Online", "2 events", " 2020 2021"],
      ["United Kingdom", "1 event", "Cambridge 2012"],
      ["Country unknown", "1 event", "Cambridge 2010"],
      ["Place unknown", "2 events", " 2011 A meetup"],
    ]);
    expect(held({ "2010-a": {}, "2011-a": {} })).toEqual([]);
    expect(held({ "2010-a": { city: "Seoul", country: "South Korea" } })).toEqual([]);
  });
});
