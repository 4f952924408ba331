import { describe, expect, test } from "vitest";
import type { Archive } from "../../src/model/archive.ts";
import { atom } from "../../src/outputs/atom.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";
import { type Feed, feedProblems, readFeed } from "../support/atom.ts";

/** Every feed by its path; all must be valid. */
function feedsOf(archive: Archive): Map<string, Feed> {
  const files = [...atom.files(archive), ...archive.events.flatMap((event) => [...atom.eventFiles(archive, event)])];
  const { origin, prefix } = archive.site.base;
  return new Map(
    files.map(({ path, content }) => {
      expect(feedProblems(String(content), `${origin}${prefix}/${path}`)).toEqual([]);
      return [path, readFeed(String(content))];
    }),
  );
}

const feed = (made: Made, path = "feed.atom") => existing(feedsOf(archiveOf(made)).get(path));

test("the archive and each event have a feed, with the page it belongs to", () => {
  const feeds = feedsOf(richArchive());
  expect([...feeds].map(([path, { links }]) => [path, links["alternate"]])).toEqual([
    ["feed.atom", "https://example.org/archive/"],
    ["events/2010-spring/feed.atom", "https://example.org/archive/events/2010-spring/"],
    ["events/2011-autumn/feed.atom", "https://example.org/archive/events/2011-autumn/"],
    ["events/2012-spring/feed.atom", "https://example.org/archive/events/2012-spring/"],
  ]);
});

test("an archive without talks has a feed too", () => {
  expect(feed({})).toMatchObject({ entries: [], updated: "1970-01-01T00:00:00Z" });
  expect(feed({ events: { e: { startDate: "2012-08" } } }, "events/e/feed.atom")).toMatchObject({
    entries: [],
    updated: "2012-08-01T00:00:00Z",
  });
});

test("says from where to where its texts are written, which readers of feeds do not guess", () => {
  const content = (language: string, abstract: string) => {
    const archive = archiveOf({ site: { language }, events: { e: {} }, talks: { "e/t": { title: "T", abstract } } });
    return String([...atom.files(archive)][0]?.content).match(/<content[^>]*>([\s\S]*?)<\/content>/)?.[1];
  };
  expect(content("ar", "English.")).toMatch(
    /^&lt;div dir=&quot;rtl&quot;&gt;[\s\S]*&lt;div dir=&quot;auto&quot;&gt;&lt;p&gt;English\.&lt;\/p&gt;[\s\S]*&lt;\/div&gt;$/,
  );
  expect(content("en", "שלום (x)!")).toContain("&lt;div dir=&quot;auto&quot;&gt;&lt;p&gt;שלום (x)!");
  expect(content("en", "English.")).not.toContain("dir=");
});

describe("entries", () => {
  test("come newest first, by what is known of their time", () => {
    const { entries } = feed({
      events: { "2012-a": { timezone: "America/Los_Angeles" }, "2013-b": { startDate: "2013-10" }, c: {} },
      talks: {
        "2012-a/x": { title: "timed", date: "2012-08-27", start: "20:00" },
        "2012-a/y": { title: "dated", date: "2012-08-27" },
        "2013-b/z": { title: "month" },
        "2012-a/u": { title: "year" },
        "c/n": { title: "nothing" },
      },
    });
    expect(entries.map(({ title, updated }) => [title, updated])).toEqual([
      ["month", "2013-10-01T00:00:00Z"],
      ["timed", "2012-08-28T03:00:00Z"],
      ["dated", "2012-08-27T00:00:00Z"],
      ["year", "2012-01-01T00:00:00Z"],
      ["nothing", "1970-01-01T00:00:00Z"],
    ]);
  });

  test("a changed talk comes to the top with its own id", () => {
    const made = (fields: object) => ({
      events: { e: {} },
      talks: { "e/old": { date: "2010-01-01", ...fields }, "e/new": { date: "2020-01-01" } },
    });
    const [before, after] = [feed(made({})), feed(made({ updated: "2026-05-04" }))];
    expect(after.entries[0]).toMatchObject({ id: before.entries[1]?.id, updated: "2026-05-04T00:00:00Z" });
    expect(after.updated).toBe("2026-05-04T00:00:00Z");
  });

  test("are the 50 newest in the feed of the archive, and all in that of an event; breaks are in neither", () => {
    const talks = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`e/talk-${index}`, { date: `20${10 + (index % 10)}-01-01` }]),
    );
    const feeds = feedsOf(archiveOf({ events: { e: {} }, talks: { ...talks, "e/tea": { date: "2030-01-01", kind: "break" } } }));
    expect(feeds.get("feed.atom")?.entries).toHaveLength(50);
    expect(feeds.get("events/e/feed.atom")?.entries).toHaveLength(60);
  });

  test("have the same id in both feeds and in every copy of the archive", () => {
    const made = { events: { e: {} }, talks: { "e/a": {} } };
    const feeds = ["https://little.example.org/", "http://localhost:8080/x/"].flatMap((url) => [
      ...feedsOf(archiveOf({ ...made, url })).values(),
    ]);
    expect(new Set(feeds.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(1);
  });

  test("hold the whole text, with full addresses", () => {
    const entry = existing(
      existing(feedsOf(richArchive()).get("events/2012-spring/feed.atom")).entries.find(({ href }) => href.endsWith("/local/")),
    );
    expect(entry.content).toContain("<p>What it is about.</p>");
    expect(entry.content).toContain("Summary by the archive.");
    expect(entry.content).toContain('<a href="https://example.org/archive/media/2012/talk.pdf">');
    expect(entry.content).toContain("Thursday, 31 May 2012, 09:00–10:00 · Hall · Berlin, Germany");
  });
});

test("hostile text stays text, in XML and in the HTML of the content", () => {
  const evil = `<script>alert(1)</script>]]></content>&"'<!--`;
  const { entries } = feed({
    site: { name: "N < & >" },
    events: { e: { name: evil } },
    talks: {
      "e/a": {
        title: evil,
        speaker: evil,
        organization: evil,
        room: evil,
        abstract: evil,
        links: [{ title: evil, url: "https://example.org/?a=1&b=2" }],
        topics: [evil],
      },
    },
  });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ title: evil, authors: [evil] });
  expect(entries[0]?.content).not.toContain("<script");
});
