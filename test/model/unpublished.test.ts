/** Drafts, embargoes and withheld talks: what stays out of an archive, and what goes with it. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Archive } from "../../src/model/archive.ts";
import type { MediaFile } from "../../src/model/made-media.ts";
import { buildArchive } from "../../src/model/build-archive.ts";
import { MARKDOWN_FIELDS } from "../../src/model/change-texts.ts";
import { RECORDS } from "../../src/model/records/index.ts";
import { publishedRecords } from "../../src/model/unpublished.ts";
import { parseBase } from "../../src/model/urls.ts";
import { type Made, recordsOf, render } from "./make.ts";

const BASE = parseBase("https://little.example.org/");
const file = (path: string): MediaFile => ({ path, bytes: 1, looksLike: "other" });

/** The published archive of a day, and `file reason` of what stays out. */
function published(made: Made, today?: string): { archive: Archive; out: string[] } {
  const records = recordsOf(made);
  const { records: kept, unpublished } = publishedRecords(records, buildArchive(records, BASE, render).archive, today);
  return {
    archive: buildArchive(kept, BASE, render).archive,
    out: unpublished.map(({ file: name, reason, from = "" }) => `${name.replace("content/", "")} ${reason} ${from}`.trim()),
  };
}

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

const SECRET: Made = {
  events: { "2020": {}, "2030": { draft: true } },
  talks: {
    "2020/open": { speaker: "Ada Example", topics: ["arm"], slides: { file: "open.pdf" } },
    "2020/draft": {
      draft: true,
      speaker: "Bob Secret",
      organization: "Secret Ltd",
      topics: ["stealth"],
      documents: [
        { kind: "slides", file: "open.pdf" },
        { kind: "paper", file: "secret.pdf" },
      ],
      recordings: [{ file: "secret.webm", captions: "secret.vtt", poster: "secret.jpg" }],
    },
    "2030/talk": { speaker: "Cyd Later" },
  },
  speakers: { bob: { name: "Bob Secret", photo: "bob.jpg" }, ada: { name: "Ada Example" }, nobody: { name: "Nobody Yet" } },
  papers: { one: { draft: true }, two: {} },
  pages: { about: {}, plans: { draft: true } },
  media: ["open.pdf", "secret.pdf", "secret.webm", "secret.vtt", "secret.jpg", "bob.jpg", "unused.jpg"].map(file),
};

describe("a draft", () => {
  const { archive, out } = published(SECRET, "2030-01-01");

  test("is told, with what goes with it", () => {
    expect(out).toEqual([
      "events/2030.md draft",
      "talks/2020/draft.md draft",
      "talks/2030/talk.md event",
      "papers/one.md draft",
      "pages/plans.md draft",
      "speakers/bob.md talks",
    ]);
  });

  test("leaves no talk, event, page, paper, speaker, topic or organization", () => {
    expect(ids(archive.events)).toEqual(["2020"]);
    expect(ids(archive.talks)).toEqual(["2020/open"]);
    expect(ids(archive.papers)).toEqual(["two"]);
    expect(ids(archive.pages)).toEqual(["about"]);
    expect(archive.people.map(({ name }) => name)).toEqual(["Ada Example", "Nobody Yet"]);
    expect(archive.topics.map(({ name }) => name)).toEqual(["arm"]);
    expect(archive.organizations).toEqual([]);
  });

  test("leaves no media file that nothing else names", () => {
    expect([...archive.media.keys()]).toEqual(["open.pdf", "unused.jpg"]);
  });
});

test.each([
  ["2026-11-30", ["talks/2020/a.md embargo 2026-12-01"]],
  ["2026-12-01", []],
  ["2027-01-01", []],
  [undefined, ["talks/2020/a.md embargo 2026-12-01"]],
])("on %s an embargo until 1 December keeps out %j", (today, expected) => {
  const { archive, out } = published({ events: { "2020": {} }, talks: { "2020/a": { publishFrom: "2026-12-01" } } }, today);
  expect(out).toEqual(expected);
  expect(archive.talks.length).toBe(1 - expected.length);
});

test("a draft stays out after the day of `publishFrom` too", () => {
  expect(published({ pages: { about: { draft: true, publishFrom: "2020-01-01" } } }, "2026-01-01").out).toEqual(["pages/about.md draft"]);
});

test("`draft: false` is no draft", () => {
  const records = recordsOf({ pages: { about: { draft: false } } });
  expect(publishedRecords(records, buildArchive(records, BASE, render).archive, undefined)).toEqual({ records, unpublished: [] });
});

test("a person whose record is a draft stays who they are, with the name alone", () => {
  const { archive } = published({
    events: { "2020": {} },
    talks: { "2020/a": { speaker: "Dan Smith", person: "dan-two" } },
    speakers: {
      "dan-one": { name: "Dan Smith", bio: "The first." },
      "dan-two": { name: "Dan Smith", bio: "A secret.", photo: "dan.jpg", draft: true },
    },
    media: [file("dan.jpg")],
  });
  const person = archive.talks[0]?.speakers[0]?.person;
  expect(person).toMatchObject({ slug: "dan-two", bio: undefined, record: { record: { name: "Dan Smith" }, isAbridged: true } });
  expect([...archive.media.keys()]).toEqual([]);
});

test("of the names in such a record those alone are told that published talks and papers have", () => {
  const { archive } = published({
    events: { "2020": {} },
    talks: {
      "2020/a": { speaker: "Sam Shown" },
      "2020/b": { speaker: "S. Shown" },
      "2020/c": { speaker: "Sam Draft", draft: true },
      "2020/d": { speaker: "Sam Gone", withheld: true },
      "2020/e": { speaker: "Ann Gone", withheld: true },
    },
    papers: { paper: { title: "A paper", authors: ["Sam W. Shown"], year: 2020, url: "https://example.org/paper" } },
    speakers: {
      sam: { name: "Sam Secret", aliases: ["Sam Shown", "S. Shown", "Sam Draft", "Sam Gone", "Sam W. Shown", "Samuel"], draft: true },
      ann: { name: "Ann Secret", aliases: ["Ann Gone"], draft: true },
    },
  });
  expect(archive.people.map(({ slug, name, record }) => ({ slug, name, aliases: record?.record.aliases }))).toEqual([
    { slug: "sam", name: "Sam Shown", aliases: ["S. Shown", "Sam W. Shown"] },
  ]);
});

describe("a withheld talk", () => {
  const { archive, out } = published({
    events: { "2020": {} },
    talks: {
      "2020/gone": {
        withheld: true,
        title: "The secret title",
        speaker: "Bob Secret",
        abstract: "Secret.",
        date: "2020-05-04",
        start: "10:00",
        room: "Hall",
        topics: ["stealth"],
        slides: { file: "secret.pdf" },
        sources: ["https://example.org/secret"],
        formerUrls: ["/old/7.html"],
      },
    },
    media: [file("secret.pdf")],
  });

  test("keeps its place in the programme, and nothing of its content", () => {
    expect(out).toEqual([]);
    expect(archive.talks[0]).toMatchObject({ title: "Talk withheld", isAbridged: true, speakers: [], topics: [], documents: [] });
    expect(archive.talks[0]?.record).toEqual({
      title: "Talk withheld",
      date: "2020-05-04",
      start: "10:00",
      room: "Hall",
      kind: "talk",
      formerUrls: ["/old/7.html"],
      withheld: true,
    });
  });

  test("leaves no person, topic or file", () => {
    expect(JSON.stringify([archive.people, archive.topics, [...archive.media.keys()]])).not.toMatch(/secret/i);
  });
});

describe("the signs of a comment", () => {
  const about = "Of <!-- the secret\nthing --> it.";
  const { archive } = published({
    events: { "2020": { name: "<!-- the secret thing" } },
    talks: {
      "2020/open": { title: "<!-- The secret thing -->", speaker: "Ada <!-- secret-thing", topics: ["<!-- secret-thing"], abstract: about },
      "2020/secret-thing": { title: "The secret thing", draft: true },
    },
  });

  test("are a part of titles and names, and begin one in texts alone", () => {
    const [talk] = archive.talks;
    expect(archive.events[0]?.record.name).toBe("<!-- the secret thing");
    expect(talk?.title).toBe("<!-- The secret thing -->");
    expect(talk?.speakers[0]?.name).toBe("Ada <!-- secret-thing");
    expect(archive.topics.map(({ name }) => name)).toEqual(["<!-- secret-thing"]);
    expect(talk?.abstract?.markdown).toBe("Of  it.");
  });

  test("do so in every field that holds Markdown", () => {
    const found = new Set<string>();
    const walk = (value: unknown, name: string) => {
      if (typeof value !== "object" || value === null) return;
      if ("contentMediaType" in value && value.contentMediaType === "text/markdown") found.add(name);
      for (const [key, inner] of Object.entries(value)) walk(inner, key);
    };
    for (const { schema } of Object.values(RECORDS)) walk(z.toJSONSchema(schema, { io: "input" }), "");
    expect([...MARKDOWN_FIELDS].sort()).toEqual([...found].sort());
  });
});
