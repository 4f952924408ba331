/** What the pages of talks, editions and speakers say that no component says. */
import { describe, expect, test } from "vitest";
import type { Archive } from "../../src/model/archive.ts";
import { eventPages } from "../../src/pages/event.ts";
import { freePages } from "../../src/pages/page.ts";
import { organizationsPages } from "../../src/pages/organizations.ts";
import { papersPages } from "../../src/pages/papers.ts";
import { speakerPages } from "../../src/pages/speaker.ts";
import { speakersPages } from "../../src/pages/speakers.ts";
import { talkPages } from "../../src/pages/talk.ts";
import { archiveOf, existing } from "../model/make.ts";

type Fields = Record<string, unknown>;
const EVENT = { name: "Spring", startDate: "2012-05-31", endDate: "2012-06-02", city: "Berlin", country: "Germany", host: "A host" };
const ADDRESS = "https://example.org/archive/";

const made = (talk: Fields, event: Fields = EVENT) =>
  archiveOf({ url: ADDRESS, events: { e: event }, talks: { "e/t": { title: "A talk", ...talk } } });
const first = <View>(kind: { views(archive: Archive): Iterable<View> }, archive: Archive) => existing([...kind.views(archive)][0]);
const talkPage = (talk: Fields, event?: Fields) => first(talkPages, made(talk, event));
const people = (names: string) => [...names].map((name) => ({ name }));

describe("the page of a talk", () => {
  test.each([
    [{ date: "2012-05-31", start: "09:00", end: "10:15", room: "Hall" }, "Berlin, Germany · Thu 31 May 2012, 09:00–10:15 · Hall"],
    [{ date: "2012-05-31" }, "Berlin, Germany · Thu 31 May 2012"],
    [{}, "Berlin, Germany · 31 May – 2 June 2012 (day unknown)"],
  ])("with %j says when and where in one line", (talk, occasion) => {
    expect(talkPage(talk).occasion).toBe(occasion);
  });

  test("says nothing of when and where if nothing is known", () => {
    expect(talkPage({}, { name: "Spring" }).occasion).toBe("");
  });

  test.each([
    [{ speakers: people("AB") }, "A talk, a talk by A and B at Spring."],
    [{ kind: "panel", speakers: people("ABCDEFGH") }, "A talk, a panel by A, B, C, D, E and 3 more at Spring."],
    [{ kind: "opening" }, "A talk, an opening session at Spring."],
    [{ abstract: "What it is about." }, "What it is about."],
    [{ abstract: "What it is about.", status: "cancelled" }, "A talk, a talk at Spring. This talk was cancelled."],
    [{ abstract: "What it is about.", status: "online" }, "What it is about."],
  ])("with %j is described by", (talk, description) => {
    expect(talkPage(talk).description.value).toBe(description);
  });

  test("breaks a time zone behind its slashes alone", () => {
    const { facts } = talkPage({ date: "2012-05-31", start: "09:00" }, { ...EVENT, timezone: "America/Argentina/Buenos_Aires" });
    expect(facts.map(({ text }) => text)).toContainEqual(["America/", "Argentina/", "Buenos_Aires"]);
  });

  test("tells only of speakers with a bio", () => {
    const page = talkPage({ speakers: [{ name: "A" }, { name: "B", bio: "Hello." }] });
    expect([page.speakers.length, page.bios.map(({ label }) => label)]).toEqual([2, ["B"]]);
  });

  test("names its language", () => {
    const facts = (language: string) => talkPage({ language }).facts.find(({ term }) => term === "Language")?.text;
    expect([facts("ja"), facts("en")]).toEqual([["Japanese"], undefined]);
  });
});

describe("the page of an edition", () => {
  test("says when and where in one line", () => {
    expect(first(eventPages, made({})).occasion).toBe("31 May – 2 June 2012 · Berlin, Germany");
    expect(first(eventPages, made({}, { name: "Spring" })).occasion).toBe("Date unknown");
  });

  test("leads to its slides in the list of all talks, and nowhere where there are none", () => {
    const page = first(eventPages, made({ slides: "https://example.org/a.pdf" }, { name: "Spring & Summer" }));
    expect(page.slides).toEqual({ text: "1 with slides", href: "/archive/presentations/?event=Spring%20%26%20Summer&slides=1" });
    expect(page.videos).toEqual({ text: "0 with video", href: null });
  });
});

test("the page of a speaker names those beside them", () => {
  const page = first(speakerPages, made({ speakers: people("AB") }));
  expect([page.title, page.talks[0]?.speakers.map(({ label }) => label)]).toEqual(["A", ["B"]]);
});

test("the list of speakers has letters of every alphabet, and one group for names without any", () => {
  const names = ["Ada Zuse", "كريم النيل", "إيمان المثال", "Яна Белова", "山田太郎"];
  const { groups, letters } = first(speakersPages, made({ speakers: names.map((name) => ({ name })) }));
  expect(groups.map(({ id, letter }) => [id, letter])).toEqual([
    ["letter-z", "Z"],
    ["letter-u42f", "Я"],
    ["letter-u627", "ا"],
    ["letter-u643", "ك"],
    ["letter-other", "Other"],
  ]);
  expect(letters[1]?.href).toBe("/archive/speakers/#letter-u42f");
});

test("so has the list of organizations", () => {
  const names = ["Zeta", "مشتل المثال", "Завод", "3D Labs", "東京大学", "Ärzte"];
  const speakers = names.map((organization, index) => ({ name: `Person ${index}`, organization }));
  const { groups } = first(organizationsPages, made({ speakers }));
  expect(groups.map(({ letter, organizations }) => [letter, organizations.at(-1)?.label])).toEqual([
    ["0–9", "3D Labs"],
    ["A", "Ärzte"],
    ["Z", "Zeta"],
    ["З", "Завод"],
    ["م", "مشتل المثال"],
    ["Other", "東京大学"],
  ]);
});

describe("the list of papers", () => {
  const own = { note: "Worth reading.", noteBy: "archive" };
  const page = (...papers: Fields[]) =>
    first(papersPages, archiveOf({ papers: Object.fromEntries(papers.map((paper, index) => [`paper-${index}`, paper])) }));

  test("calls its notes the archive's own only where all are", () => {
    expect(page(own, own, {}).hasOwnNotes).toBe(true);
    expect(page(own, { note: "By a speaker.", noteBy: "speaker" }).hasOwnNotes).toBe(false);
    expect(page(own, { note: "By nobody we know." }).hasOwnNotes).toBe(false);
    expect(page({}).hasOwnNotes).toBe(false);
  });
});

describe("the catalogue of a free page", () => {
  test("has one group of `Tool` and `tool`, and an id of its own for every group", () => {
    const kinds = ["tool", "Tool", "C", "C++", "sources", undefined];
    const entries = kinds.map((kind, index) => ({ name: `Thing ${index}`, ...(kind !== undefined && { kind }) }));
    const { groups } = first(freePages, archiveOf({ pages: { catalogue: { entries } } }));
    expect(groups.map(({ id, heading, entries: things }) => [id, heading, things.length])).toEqual([
      ["tool", "Tool", 2],
      ["c", "C", 1],
      ["c-plus-plus", "C++", 1],
      ["sources-2", "Sources", 1],
      ["other", "Other", 1],
    ]);
  });
});

test("a speaker was with an organization at the editions of some years, whatever the conference is called", () => {
  const speakers = { ada: { name: "Ada", organizations: [{ name: "Example", from: 2010, seenIn: [2012, 2013] }] } };
  const page = first(speakerPages, archiveOf({ events: { e: EVENT }, talks: { "e/t": { speaker: "Ada" } }, speakers }));
  expect(page.organizations.map(({ years }) => years)).toEqual(["since 2010, at the events of 2012 and 2013"]);
});
