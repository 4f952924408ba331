import { describe, expect, test } from "vitest";
import * as urls from "../../src/model/urls.ts";
import { absolute, hostName, href, outputFile, parseBase } from "../../src/model/urls.ts";

describe("where the site is published", () => {
  test.each([
    ["https://archive.example.org/", "https://archive.example.org", ""],
    ["https://archive.example.org", "https://archive.example.org", ""],
    ["https://example.org/archive/", "https://example.org", "/archive"],
    ["https://example.org/archive", "https://example.org", "/archive"],
    ["https://example.org/a/b//", "https://example.org", "/a/b"],
    ["http://localhost:8080/x/", "http://localhost:8080", "/x"],
    ["https://EXAMPLE.org/A/?q#f", "https://example.org", "/A"],
  ])("%s", (url, origin, prefix) => {
    expect(parseBase(url)).toEqual({ origin, prefix });
  });

  test("every link has the prefix, every full address origin and prefix", () => {
    const base = parseBase("https://example.org/archive/");
    expect(href(base, "/events/x/")).toBe("/archive/events/x/");
    expect(href(base, "/")).toBe("/archive/");
    expect(absolute(base, "/events/x/")).toBe("https://example.org/archive/events/x/");
    const root = parseBase("https://example.org/");
    expect(href(root, "/")).toBe("/");
    expect(absolute(root, "/")).toBe("https://example.org/");
  });
});

test("every path starts at the root and is a folder or a file", () => {
  const made = [
    ...Object.values(urls.PATHS),
    urls.eventPath("e"),
    urls.agendaPath("e"),
    urls.agendaDayPath("e", "2020-05-04"),
    urls.slidesZipPath("e"),
    urls.eventCalendarPath("e"),
    urls.schedulePath("e", "xml"),
    urls.schedulePath("e", "json"),
    urls.eventFeedPath("e"),
    urls.talkPath("e", "t"),
    urls.talkCalendarPath("e", "t"),
    urls.speakerPath("s"),
    urls.topicPath("t"),
    urls.pagePath("p"),
    urls.mediaPath("e/slides.pdf"),
  ];
  for (const path of made) expect(path).toMatch(/^\/(.*\/)?([^/]+\.[a-z]+)?$/);
  expect(new Set(made).size).toBe(made.length);
});

describe("outputFile", () => {
  test.each([
    ["/", "index.html"],
    ["/events/2012/", "events/2012/index.html"],
    ["/404.html", "404.html"],
    ["/xensummit/xs12na_talks/T10.html", "xensummit/xs12na_talks/T10.html"],
    ["/old/talks", "old/talks/index.html"],
    ["/events/e/slides.zip", "events/e/slides.zip"],
    ["/v4.2/notes", "v4.2/notes/index.html"],
  ])("%s is served from %s", (path, file) => {
    expect(outputFile(path)).toBe(file);
  });

  test("a folder with and without the slash at its end is one file", () => {
    expect(outputFile("/old/talks")).toBe(outputFile("/old/talks/"));
  });
});

test("hosts are named as readers know them", () => {
  expect(hostName("https://www.qubes-os.org/x?y")).toBe("qubes-os.org");
  expect(hostName("http://Example.ORG:8080/")).toBe("example.org");
  expect(hostName("https://www-archive.xenproject.org/")).toBe("www-archive.xenproject.org");
});
