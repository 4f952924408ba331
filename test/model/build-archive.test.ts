import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Records } from "../../src/model/archive.ts";
import { buildArchive } from "../../src/model/build-archive.ts";
import { parseBase } from "../../src/model/urls.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { archiveOf, existing, type Made, make, recordsOf, render, talkOf } from "./make.ts";

/** A conference series in which ties, spellings and gaps would show any dependence on the order of records. */
const SERIES: Made = {
  site: { featured: ["2012-spring/b", "2010-spring/undated-1"], series: [{ id: "summit", name: "Summit" }] },
  events: {
    "2012-spring": { name: "Spring 2012", startDate: "2012-05-31", endDate: "2012-06-02", timezone: "Europe/Berlin", series: "summit" },
    "2012-autumn": { name: "Autumn 2012", startDate: "2012", note: "Little is known." },
    "2010-spring": { name: "Spring 2010", startDate: "2010-05", formerUrls: ["/old/2010.html"] },
    unknown: { name: "Somewhere" },
  },
  talks: {
    "2012-spring/a": { date: "2012-05-31", start: "09:00", end: "10:00", room: "Hall", speaker: "Ada  Example", topics: ["ARM", "Xen"] },
    "2012-spring/b": { date: "2012-05-31", start: "09:00", end: "11:00", room: "Tower", speaker: "Ada Example", topics: ["arm"] },
    "2012-spring/tea": { date: "2012-05-31", start: "11:00", duration: 30, kind: "break" },
    "2012-spring/c": { date: "2012-06-01", topics: ["xen", "Arm"], speakers: [{ name: "Bob" }, { name: "Ada E." }] },
    "2012-autumn/a": { order: 1, topics: ["xen"], speaker: "Bob", slides: { file: "2012/a.pdf" } },
    "2012-autumn/b": { order: 1, topics: ["xen"], speaker: "山田太郎", video: "https://example.org/v" },
    "2010-spring/undated-1": { track: "Storage", topics: ["storage", "xen"] },
    "2010-spring/undated-2": { track: "Security", topics: ["storage", "xen"], formerUrls: ["/old/talk.html"] },
    "unknown/a": { topics: ["xen"] },
  },
  speakers: { ada: { name: "Ada Example", aliases: ["Ada E."] }, zed: { name: "Zed Bob" }, "another-zed": { name: "Zed Bob" } },
  papers: { b: { year: 2003, topics: ["Xen"] }, a: { year: 2003 }, c: { topics: ["storage"] } },
  pages: { about: {}, ecosystem: { entries: [{ name: "Thing" }] }, zoo: {} },
  media: [{ path: "2012/a.pdf", bytes: 1200, looksLike: "pdf" }],
};

function viewsOf(records: Records): string {
  const { archive } = buildArchive(records, parseBase("https://example.org/archive/"), render);
  return JSON.stringify(
    PAGE_KINDS.map((kind) => [kind.name, [...kind.views(archive)]]),
    null,
    1,
  );
}

describe("the order of things", () => {
  test("no page depends on the order in which records were read", () => {
    const records = recordsOf(SERIES);
    const views = viewsOf(records);
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    const all = fc.record({
      events: shuffled(records.events),
      talks: shuffled(records.talks),
      speakers: shuffled(records.speakers),
      papers: shuffled(records.papers),
      pages: shuffled(records.pages),
    });
    fc.assert(
      fc.property(all, (lists) => {
        expect(viewsOf({ ...records, ...lists })).toBe(views);
      }),
      { numRuns: 50 },
    );
  });

  test("events are in order of time, those without a date last; each knows its neighbours", () => {
    const { events } = archiveOf(SERIES);
    expect(events.map((event) => event.id)).toEqual(["2010-spring", "2012-autumn", "2012-spring", "unknown"]);
    expect(events.map((event) => [event.previous?.id, event.next?.id])).toEqual([
      [undefined, "2012-autumn"],
      ["2010-spring", "2012-spring"],
      ["2012-autumn", "unknown"],
      ["2012-spring", undefined],
    ]);
  });

  test("the year of an event is that of its folder where nothing else tells it, but not one of another calendar", () => {
    const { events } = archiveOf({ events: { "2024-days": {}, "5784-days": {}, "2567-days": { startDate: "2024-05" } } });
    expect(Object.fromEntries(events.map(({ id, year }) => [id, year]))).toEqual({
      "2024-days": "2024",
      "5784-days": undefined,
      "2567-days": "2024",
    });
  });

  test("talks are in order of time, then published order, then name; untimed ones end their day, undated ones the event", () => {
    const at = (date: string, start?: string) => ({ date, ...(start && { start }) });
    const archive = archiveOf({
      events: { e: {} },
      talks: {
        "e/z-undated": {},
        "e/a-undated": {},
        "e/ordered-2": { order: 2 },
        "e/ordered-1": { order: 1 },
        "e/day-2": at("2020-05-05", "08:00"),
        "e/day-1-late": at("2020-05-04", "14:00"),
        "e/day-1-untimed": at("2020-05-04"),
        "e/day-1-b": { ...at("2020-05-04", "09:00"), order: 1 },
        "e/day-1-a": { ...at("2020-05-04", "09:00"), order: 2 },
      },
    });
    expect(archive.talks.map((talk) => talk.slug)).toEqual([
      "day-1-b",
      "day-1-a",
      "day-1-late",
      "day-1-untimed",
      "day-2",
      "ordered-1",
      "ordered-2",
      "a-undated",
      "z-undated",
    ]);
  });

  test("papers are in order of years, those without one last; pages by name", () => {
    const archive = archiveOf(SERIES);
    expect(archive.papers.map((paper) => paper.id)).toEqual(["a", "b", "c"]);
    expect(archive.pages.map((page) => page.id)).toEqual(["about", "ecosystem", "zoo"]);
  });
});

describe("relations", () => {
  const archive = archiveOf(SERIES);

  test("every talk is at its event and in the archive once, under an address of its own", () => {
    expect(archive.talks.length).toBe(Object.keys(SERIES.talks ?? {}).length);
    expect(archive.events.flatMap((event) => event.talks)).toEqual(archive.talks);
    for (const talk of archive.talks) expect(talk.path).toBe(`/events/${talk.event.id}/${talk.slug}/`);
    expect(new Set(archive.talks.map((talk) => talk.path)).size).toBe(archive.talks.length);
  });

  test("people, topics and papers lead to talks and back", () => {
    for (const talk of archive.talks) {
      for (const topic of talk.topics) expect(topic.talks.filter((one) => one === talk)).toHaveLength(1);
      for (const appearance of talk.speakers) expect(appearance.person.appearances).toContain(appearance);
    }
    for (const person of archive.people) for (const { talk } of person.appearances) expect(archive.talks).toContain(talk);
    for (const topic of archive.topics) for (const paper of topic.papers) expect(paper.topics).toContain(topic);
    expect(new Set(archive.people).size).toBe(archive.people.length);
  });

  test("appearances of a person and talks of a topic are in the order of the archive", () => {
    const index = (id: string) => archive.talks.findIndex((talk) => talk.id === id);
    for (const list of [
      ...archive.people.map((person) => person.appearances.map(({ talk }) => talk.id)),
      ...archive.topics.map((topic) => topic.talks.map(({ id }) => id)),
    ])
      expect(list).toEqual(list.toSorted((a, b) => index(a) - index(b)));
  });

  test("a single speaker and a list of one are the same", () => {
    const who = { role: "Engineer", organization: "Example", bio: "Builds things." };
    const one = archiveOf({ events: { e: {} }, talks: { "e/t": { speaker: "Ada", ...who } } });
    const list = archiveOf({ events: { e: {} }, talks: { "e/t": { speakers: [{ name: "Ada", ...who }] } } });
    const shown = (from: typeof one) =>
      talkOf(from, "e/t").speakers.map(({ name, role, organization, bio }) => ({ name, role, organization, bio }));
    expect(shown(one)).toEqual(shown(list));
    expect(shown(one)).toMatchObject([{ name: "Ada", role: "Engineer", organization: "Example", bio: { text: "Builds things." } }]);
  });

  test("an address and a record with an address are the same slides", () => {
    const url = "https://example.org/slides.pdf";
    const talks = { "e/a": { slides: url, video: url }, "e/b": { slides: { url }, video: { url } } };
    const made = archiveOf({ events: { e: {} }, talks });
    expect(talkOf(made, "e/a").slides).toEqual(talkOf(made, "e/b").slides);
    expect(talkOf(made, "e/a").video).toEqual({ url });
  });

  test("the language of a talk is its own, or else its event's, or else the site's", () => {
    const made = archiveOf({
      site: { language: "en" },
      events: { e: { language: "ja" }, f: {} },
      talks: { "e/own": { language: "de" }, "e/event": {}, "f/site": {} },
    });
    expect(["e/own", "e/event", "f/site"].map((id) => talkOf(made, id).language)).toEqual(["de", "ja", "en"]);
  });

  test.each([
    ["2012-spring", { startDate: "2013-01-02" }, "2013"],
    ["2012-spring", {}, "2012"],
    ["2012", {}, "2012"],
    ["spring", { startDate: "2012" }, "2012"],
    ["spring", {}, undefined],
    ["20123-spring", {}, undefined],
  ])("the year of %s with %j is %s", (id, fields, year) => {
    expect(existing(archiveOf({ events: { [id]: fields } }).events[0]).year).toBe(year);
  });

  test("references that lead nowhere are findings; the archive is whole all the same", () => {
    const { archive: whole, findings } = make({ events: { e: {} }, talks: { "e/t": { speaker: "Ada", person: "nobody" } } });
    expect(findings).toMatchObject([{ rule: "unknown-person", severity: "error", file: "content/talks/e/t.md" }]);
    expect(talkOf(whole, "e/t").speakers[0]?.person.name).toBe("Ada");
  });

  test("an empty archive is an archive", () => {
    expect(archiveOf({})).toMatchObject({ events: [], talks: [], people: [], topics: [], papers: [], pages: [] });
  });
});
