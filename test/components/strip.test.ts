/** The strip of all talks: where each has its tick, and what an edit changes. */
import { describe, expect, test } from "vitest";
import { stripMark, stripOf } from "../../src/components/strip.ts";
import { archiveOf, existing } from "../model/make.ts";
import { cpuSeconds } from "../support/cpu.ts";

const EVENTS = { a: { name: "A", startDate: "2010-01-01" }, b: { name: "B", startDate: "2011-01-01" } };
const SLIDES = "https://example.org/a.pdf";
const VIDEO = "https://vimeo.com/1";
const TALKS = {
  "a/1": { title: "One", slides: SLIDES },
  "a/2": { title: "Two" },
  "a/3": { title: "Three", slides: SLIDES, video: VIDEO },
  "b/1": { title: "Four", video: VIDEO },
  "b/2": { title: "Lunch", kind: "break" },
};

describe("the strip", () => {
  test("has a tick for every talk but breaks, by kind within an event; both kinds of media share one", () => {
    expect(stripOf(archiveOf({ events: EVENTS, talks: TALKS }))).toEqual({
      width: 24,
      dashes: "3 1",
      slides: "M0 7h4M4 7h4",
      video: "M20 7h4",
      both: "M0 3.5h4",
      neither: "M8 7h4",
    });
  });

  test("is not there where no talk is", () => {
    expect(stripOf(archiveOf({ events: EVENTS }))).toBeNull();
  });

  test("stays the same when the words of a talk change", () => {
    const edited = { ...TALKS, "a/2": { title: "Another title", abstract: "New words.", topics: ["arm"] } };
    expect(stripOf(archiveOf({ events: EVENTS, talks: edited }))).toEqual(stripOf(archiveOf({ events: EVENTS, talks: TALKS })));
  });

  test("is made of runs of whole units where there are very many talks", () => {
    const talks = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`${index % 2 ? "a" : "b"}/${index}`, { title: "T" }]));
    const strip = stripOf(archiveOf({ events: EVENTS, talks }));
    expect(strip).toMatchObject({ width: 6008, dashes: "", neither: "M0 7h3000M3008 7h3000" });
    const one = { ...talks, "a/1": { title: "T", slides: SLIDES } };
    expect(stripOf(archiveOf({ events: EVENTS, talks: one }))?.slides).toBe("M0 7h2");
  });
});

test("many events have one stretch a year, in which none is told apart", () => {
  const events = Object.fromEntries(
    Array.from({ length: 61 }, (_, at) => [`e${at}`, { name: "E", startDate: `${2001 + (at % 2)}-01-01` }]),
  );
  const archive = archiveOf({ events, talks: Object.fromEntries(Object.keys(events).map((id) => [`${id}/t`, { title: "T" }])) });
  expect(stripOf(archive)).toMatchObject({ width: 252, neither: "M0 7h124M132 7h120" });
});

describe("the marks of a page on the strip", () => {
  const archive = archiveOf({ events: EVENTS, talks: TALKS });
  const of = (...ids: string[]) =>
    stripMark(
      archive,
      archive.talks.filter(({ id }) => ids.includes(id)),
    );

  test("cover what is not its own, and underline what is", () => {
    expect(of("a/1", "a/2", "a/3")).toEqual({ veil: "M12 7h12", own: "M0 18h12" });
    expect(of("a/2")).toEqual({ veil: "M0 7h8M12 7h12", own: "M5 18h10" });
    expect(of("a/3", "b/1")).toEqual({ veil: "M4 7h16", own: "M-3 18h10M17 18h10" });
  });

  test("are not there for no talk, and for a break alone", () => {
    expect(of()).toBeNull();
    expect(of("b/2")).toBeNull();
  });
});

test("the mark of a list is drawn once, however many parts of it ask", () => {
  const archive = archiveOf({ events: EVENTS, talks: TALKS });
  const talks = Array.from({ length: 20_000 }, (_, at) => archive.talks[at % 4] ?? existing(archive.talks[0]));
  const seconds = cpuSeconds(() => {
    for (let part = 0; part < 2000; part++) expect(stripMark(archive, talks)).toBe(stripMark(archive, talks));
  });
  expect(seconds).toBeLessThan(5);
});
