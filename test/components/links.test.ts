import { describe, expect, test } from "vitest";
import { link, mediaLinks, outside, sourceLinks } from "../../src/components/links.ts";
import { archiveOf } from "../model/make.ts";

const archive = archiveOf({
  url: "https://example.org/archive/",
  media: [{ path: "2012/talk.pdf", bytes: 1_234_567, looksLike: "pdf" }],
});

test("links inside the archive have its prefix, links to others their host", () => {
  expect(link(archive, "/topics/", "Topics")).toEqual({ label: "Topics", href: "/archive/topics/" });
  expect(outside("https://www.example.com/x", "Example")).toEqual({
    label: "Example",
    href: "https://www.example.com/x",
    host: "example.com",
  });
});

test("sources show their addresses, and lead there unchanged", () => {
  expect(sourceLinks(["https://www.example.org/a/", "http://example.org/b?c"])).toEqual([
    { label: "example.org/a", href: "https://www.example.org/a/", host: "example.org", address: ["example.org/a"] },
    { label: "example.org/b?c", href: "http://example.org/b?c", host: "example.org", address: ["example.org/b?c"] },
  ]);
  const long = "www-archive.example.org/xensummit/the_whole_programme/a.html";
  const [source] = sourceLinks([`https://${long}`]);
  expect(source?.address).toEqual(["www-archive.example.org/", "xensummit/the_whole_", "programme/a.html"]);
  expect(source?.label).toBe(long);
  expect(sourceLinks(undefined)).toEqual([]);
});

describe("mediaLinks", () => {
  const slides = (record: Parameters<typeof mediaLinks>[2]) => mediaLinks(archive, "slides", record, "A talk");

  test("no record, no link", () => {
    expect(slides(undefined)).toEqual([]);
  });

  test("a file of the archive says its type and size", () => {
    expect(slides({ file: "2012/talk.pdf" })).toEqual([
      {
        kind: "slides",
        label: "Slides",
        href: "/archive/media/2012/talk.pdf",
        where: "PDF, 1.2 MB",
        local: true,
        of: "A talk",
        ofLang: null,
        address: ["https://example.org/archive/media/2012/talk.pdf"],
        unavailable: null,
        archived: null,
        play: null,
      },
    ]);
  });

  test("an address elsewhere says its host by the name that readers know", () => {
    expect(mediaLinks(archive, "video", { url: "https://www.vimeo.com/57412215" }, "A talk")).toMatchObject([
      { kind: "video", label: "Video", href: "https://www.vimeo.com/57412215", where: "Vimeo", local: false, unavailable: null },
    ]);
  });

  test("a file and an address are both there, the file first", () => {
    expect(slides({ url: "https://example.com/talk.pdf", file: "2012/talk.pdf" }).map(({ local, href }) => [local, href])).toEqual([
      [true, "/archive/media/2012/talk.pdf"],
      [false, "https://example.com/talk.pdf"],
    ]);
  });

  test("a title stands in place of the word", () => {
    expect(slides({ url: "https://example.com/talk.pdf", title: "Slides, second part" })[0]?.label).toBe("Slides, second part");
  });

  test("a dead address says since when, and where a copy is", () => {
    const [dead] = slides({
      url: "https://example.com/talk.pdf",
      unavailable: "2020-01-02",
      archived: "https://web.archive.org/web/2013/https://example.com/talk.pdf",
      archivedOn: "2013-02",
    });
    expect(dead).toMatchObject({
      href: "https://example.com/talk.pdf",
      address: ["example.com/talk.pdf"],
      unavailable: "2 January 2020",
      archived: {
        label: "archived copy of February 2013",
        href: "https://web.archive.org/web/2013/https://example.com/talk.pdf",
        original: "https://example.com/talk.pdf",
        date: "2013-02",
      },
    });
  });

  test("a copy without a date is a copy, and needs no dead address", () => {
    expect(slides({ url: "https://example.com/a", archived: "https://web.archive.org/a" })[0]).toMatchObject({
      unavailable: null,
      archived: { label: "archived copy", href: "https://web.archive.org/a" },
    });
  });

  test.each([
    ["https://web.archive.org/web/20130203112233/https://example.com/a", undefined, "2013-02-03"],
    ["https://web.archive.org/web/20130203112233if_/https://example.com/a", "2013-02", "2013-02-03"],
    ["https://web.archive.org/web/20130203112233/https://example.com/a", "2014-05", "2014-05"],
    ["https://archive.example.org/web/20130203112233/https://example.com/a", undefined, null],
    ["https://web.archive.org/web/2013/https://example.com/a", undefined, null],
  ])("the day of the copy %s, %s", (archived, archivedOn, date) => {
    expect(slides({ url: "https://example.com/a", archived, archivedOn })[0]?.archived?.date).toBe(date);
  });

  test("a dead address beside a file of the archive does not make the file dead", () => {
    const both = slides({ url: "https://example.com/a", file: "2012/talk.pdf", unavailable: "2020-01-02" });
    expect(both.map(({ unavailable }) => unavailable)).toEqual([null, "2 January 2020"]);
  });
});
