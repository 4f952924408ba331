import { describe, expect, test } from "vitest";
import { talkIndex } from "../../src/outputs/talk-index.ts";
import type { TalkIndex } from "../../src/publishing/talk-index-format.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";

const filesOf = (made: Made) => [...talkIndex.files(archiveOf(made))];
const read = (made: Made): TalkIndex => JSON.parse(String(existing(filesOf(made)[0]).content));

const plain = (event: string, talks: number, fields: Record<string, unknown> = {}) =>
  Object.fromEntries(Array.from({ length: talks }, (_, index) => [`${event}/plain-${index}`, { title: `Talk ${index}`, ...fields }]));

const LARGE: Made = {
  url: "https://example.org/archive/",
  events: { "2011-none": { name: "Empty" }, "2012-spring": { name: "Spring" }, "2013-spring": { name: "Spring again" } },
  talks: {
    ...plain("2012-spring", 300, { speaker: "Ada Example", topics: ["arm"] }),
    "2013-spring/a": {
      title: "</script><b>É</b>",
      order: 1,
      kind: "keynote",
      language: "de",
      speakers: [{ name: "Ada Example" }, { name: "Bob" }],
      topics: ["arm", "live migration"],
      slides: { url: "https://www.example.org/a.pdf", file: "a.pdf" },
      video: {
        url: "https://example.org/v.mp4",
        unavailable: "2020-05-04",
        archived: "https://web.archive.org/v.mp4",
        archivedOn: "2013",
      },
    },
    "2013-spring/b": { order: 2, language: "de", video: "https://example.org/w.mp4" },
    "2013-spring/c": { order: 3, kind: "break", title: "Lunch" },
  },
  media: [{ path: "a.pdf", bytes: 1000, looksLike: "pdf" }],
};

describe("the index of talks", () => {
  test("is made only where the talks do not fit on one page, breaks aside", () => {
    const events = { "2012-spring": {} };
    expect(filesOf({ events, talks: { ...plain("2012-spring", 150), "2012-spring/c": { kind: "break" } } })).toEqual([]);
    expect(filesOf({ events, talks: plain("2012-spring", 151) }).map(({ path }) => path)).toEqual(["presentations/talks.json"]);
  });

  test("holds every presentation once, editions newest first, under the prefix of the site", () => {
    const { events } = read(LARGE);
    expect(events.map(([name, href, year, talks]) => [name, href, year, talks.length])).toEqual([
      ["Spring again", "/archive/events/2013-spring/", "2013", 2],
      ["Spring", "/archive/events/2012-spring/", "2012", 300],
    ]);
  });

  test("holds what a list shows of a talk, and shares what talks have in common", () => {
    const { people, topics, media, events } = read(LARGE);
    expect(people).toEqual([
      ["Ada Example", "/archive/speakers/ada-example/"],
      ["Bob", "/archive/speakers/bob/"],
    ]);
    expect(topics).toEqual(["arm", "live migration"]);
    expect(media).toEqual([
      ["slides", "Slides", "PDF, 1 kB", 0, ""],
      ["slides", "Slides", "example.org", 0, ""],
      ["video", "Video", "example.org, gone since 4 May 2020", 1, "archived copy of 2013"],
      ["video", "Video", "example.org", 0, ""],
    ]);
    expect(events[0]?.[3]).toEqual([
      [
        "</script><b>É</b>",
        "a/",
        [0, 1],
        [0, 1],
        [
          [0, "/archive/media/a.pdf"],
          [1, "https://www.example.org/a.pdf"],
          [2, "https://example.org/v.mp4", "https://web.archive.org/v.mp4"],
        ],
        "keynote",
        "de",
        "German",
      ],
      ["A talk", "b/", [], [], [[3, "https://example.org/w.mp4"]], "", "de", "German"],
    ]);
    expect(events[1]?.[3][0]).toEqual(["Talk 0", "plain-0/", [0], [0], []]);
  });

  test("holds the picture of a talk", () => {
    const archive = archiveOf(LARGE);
    const picture = { width: 200, height: 113, sources: [{ type: "image/webp" as const, width: 200, path: "/assets/media/a/1-200.webp" }] };
    const pages = [{ number: 1, lines: [], picture, thumbnail: picture }];
    const [file] = talkIndex.files({ ...archive, made: { ...archive.made, decks: new Map([["a.pdf", { pages }]]) } });
    const { events } = JSON.parse(String(file?.content)) as TalkIndex;
    expect(events[0]?.[3].map((talk) => talk[9])).toEqual(["/archive/assets/media/a/1-200.webp", undefined]);
  });

  test("is cut into parts where the talks are very many, each an index of some events, none in two", () => {
    const named = Object.fromEntries(
      Array.from({ length: 302 }, (_, at) => [
        `2014-autumn/${at}`,
        { title: at ? `Über C++ ${at}` : "Once", speaker: "Zoë Rich", language: "de" },
      ]),
    );
    const files = filesOf({
      ...LARGE,
      events: { ...LARGE.events, "2014-autumn": { name: "Autumn" } },
      talks: { ...LARGE.talks, ...named },
    });
    const [head, words, ...parts] = files.map(({ content }) => JSON.parse(String(content)));
    const ends = ["", `-${head.words}`, ...head.parts.map((part: string) => `-${part}`)];
    expect(files.map(({ path }) => path)).toEqual(ends.map((end) => `presentations/talks${end}.json`));
    expect(head).toEqual({
      parts: [expect.stringMatching(/^[0-9a-f]{10}$/), expect.stringMatching(/^[0-9a-f]{10}$/), expect.stringMatching(/^[0-9a-f]{10}$/)],
      words: expect.stringMatching(/^words-[0-9a-f]{10}$/),
      events: [
        ["Autumn", "2014", 0, 302, 0, 0],
        ["Spring again", "2013", 1, 2, 1, 2],
        ["Spring", "2012", 2, 300, 0, 0],
      ],
      topics: [
        ["arm", 1, 1, 2, 300],
        ["live migration", 1, 1],
      ],
      languages: [
        ["German", 0, 302, 1, 2],
        ["English", 2, 300],
      ],
    });
    expect(words).toEqual(expect.arrayContaining(["uber 0", "c 0", "zoe 0", "once 0", "talk 12", "ada 12", "7 02"]));
    expect(parts.map(({ events }: TalkIndex) => events.map(([name, , , talks]) => [name, talks.length]))).toEqual([
      [["Autumn", 302]],
      [["Spring again", 2]],
      [["Spring", 300]],
    ]);
    expect(parts[1].events).toEqual(read(LARGE).events.slice(0, 1));
    expect(parts[2].people).toEqual([["Ada Example", "/archive/speakers/ada-example/"]]);
  });

  test("has another name for each part that changed, and for no other, so that nobody reads parts of two builds as one", () => {
    const talks = Object.fromEntries(Array.from({ length: 302 }, (_, at) => [`2014-autumn/${at}`, { title: `New ${at}` }]));
    const more = { ...LARGE, events: { ...LARGE.events, "2014-autumn": { name: "Autumn" } }, talks: { ...LARGE.talks, ...talks } };
    const namesOf = (made: Made) => filesOf(made).map(({ path }) => path);
    const before = namesOf(more);
    const after = namesOf({ ...more, talks: { ...more.talks, "2014-autumn/0": { title: "Another" } } });
    expect(before.map((name, place) => name === after[place])).toEqual([true, false, false, true, true]);
  });

  test("is the same whatever the order of files", () => {
    const turned = { ...LARGE, talks: Object.fromEntries(Object.entries(existing(LARGE.talks)).toReversed()) };
    expect(filesOf(turned)).toEqual(filesOf(LARGE));
  });
});
