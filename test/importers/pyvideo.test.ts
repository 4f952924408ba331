/** pyvideo: a folder with its category, and videos alone. */
import { expect, test } from "vitest";
import { brief, read } from "./read.ts";

const video = (fields: object) =>
  JSON.stringify(
    { title: "A talk", speakers: ["Ann Lee"], recorded: "2014-07-23", videos: [], description: "", summary: "", slug: "a-talk", ...fields },
    null,
    2,
  );

const CATEGORY = JSON.stringify({ title: "ExamplePy 2014", description: "A *conference*\nof examples.\n" });

test("a folder with its category", () => {
  const { conference, conferences, told } = read("pyvideo", {
    "ex/category.json": CATEGORY,
    "ex/videos/a.json": video({
      summary: "Short.",
      description: "Short. See `the site\n<https://e.example/>`__:\n\n- one\n- **two**\n\n::\n\n    code\n",
      language: "eng",
      alias: "video/30/a-talk",
      tags: ["Django", "django", ""],
      duration: 3293,
      related_urls: ["https://speakerdeck.com/ann/a\\_talk)", { label: "Code", url: "https://code.example/x" }, "not an address"],
      videos: [
        { type: "ogv", url: "http://m.example/a.ogv", length: 0 },
        { type: "youtube", url: "https://www.youtube.com/watch?v=abcdefghijk" },
      ],
    }),
    "ex/videos/b.json": video({
      title: "Older",
      slug: "older",
      speakers: "Ann Lee, Bob Ray",
      recorded: "sometime",
      description: "<p>Old <b>HTML</b></p>",
      videos: null,
      source_url: "https://vimeo.com/1",
    }),
    "ex/videos/c.json": video({ title: null }),
    "ex/videos/d.json": '{"title": "Cut", "speakers": [], "videos": [',
  });
  expect(conferences).toHaveLength(1);
  expect(conference).toMatchObject({
    key: "ExamplePy 2014",
    slug: "ex",
    event: { name: "ExamplePy 2014", welcome: "A _conference_ of examples." },
  });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "a-talk",
      slug: "a-talk",
      rows: 1,
      when: { date: "2014-07-23" },
      record: {
        title: "A talk",
        abstract: "Short. See [the site](https://e.example/):\n\n- one\n- **two**\n\n```\ncode\n```",
        language: "en",
        topics: ["django"],
        formerUrls: ["/video/30/a-talk"],
        video: { url: "https://www.youtube.com/watch?v=abcdefghijk", duration: "54:53" },
        slides: "https://speakerdeck.com/ann/a_talk",
        recordings: [{ title: "Video (ogv)", url: "http://m.example/a.ogv" }],
        links: [{ title: "Code", url: "https://code.example/x" }],
      },
      speakers: ["Ann Lee"],
    },
    {
      key: "older",
      slug: "older",
      rows: 1,
      record: { title: "Older", abstract: "Old **HTML**", video: "https://vimeo.com/1" },
      speakers: ["Ann Lee", "Bob Ray"],
    },
  ]);
  expect(told).toEqual([
    expect.stringMatching(/^ex\/videos\/a\.json:1:1 bad-address: `not an address` is left out/),
    "ex/videos/b.json:4:15 bad-date: `sometime` of “Older” is not a date. ($.recorded)",
    "ex/videos/c.json:1:1 title-missing: The row has no title. ($)",
    "ex/videos/d.json:1:44 bad-json: The file ends in the middle.",
  ]);
});

test("videos without a category are told apart by the one they name", () => {
  const { conferences } = read("pyvideo", {
    "a.json": video({ category: "Ex 1" }),
    "b.json": video({ category: "Ex 2", slug: "b" }),
    "c.json": video({ category: "Ex 1", slug: "c" }),
  });
  expect(conferences.map(({ key, event, talks }) => [key, event.name, talks.length])).toEqual([
    ["Ex 1", "Ex 1", 2],
    ["Ex 2", "Ex 2", 1],
  ]);
});

test("an abstract beside summary and description", () => {
  const { conference } = read("pyvideo", {
    "ex/category.json": CATEGORY,
    "ex/videos/a.json": video({ abstract: "What it is **about**.", summary: "Short.", description: "Long." }),
    "ex/videos/b.json": video({ title: "Other", slug: "b", abstract: "Only this." }),
    "ex/videos/c.json": video({ title: "Same", slug: "c", abstract: "Said once.", description: "Said once." }),
  });
  expect(conference.talks.map(({ record }) => record.abstract)).toEqual([
    "What it is **about**.\n\nShort.\n\nLong.",
    "Only this.",
    "Said once.",
  ]);
});

test.each([
  ["cut in the middle of a word", "Python's ecosystem is held up to a high stand"],
  ["of another place of the text", "It falls short."],
])("a summary %s, which the description has, is not said twice", (_, summary) => {
  const description = "Python’s ecosystem is held up to a high standard. It falls short. More of it.";
  const { conference } = read("pyvideo", { "ex/videos/a.json": video({ summary, description }) });
  expect(conference.talks[0]?.record.abstract).toBe(description);
});
