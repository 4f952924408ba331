import { expect, test } from "vitest";
import { accessibilityPage } from "../../src/pages/accessibility.ts";
import { archiveOf, existing } from "../model/make.ts";

const viewOf = (talks: Record<string, Record<string, unknown>>, site: Record<string, unknown> = {}) =>
  existing([...accessibilityPage.views(archiveOf({ events: { e: { name: "E" } }, talks, site }))][0]);

test("the page lists every criterion under its principle", () => {
  const { principles, summary } = viewOf({});
  expect(principles.map(({ heading, criteria }) => [heading, criteria.length])).toEqual([
    ["Perceivable", 20],
    ["Operable", 20],
    ["Understandable", 13],
    ["Robust", 2],
  ]);
  expect(summary).toMatch(/^Of the 55 criteria/);
});

test("what is missing is counted in the archive itself", () => {
  const { gaps } = viewOf({
    "e/a": { title: "A", video: "https://vimeo.com/1", slides: { file: "a.pdf" } },
    "e/b": { title: "B", video: { file: "b.webm" }, slides: "https://example.org/b.pdf" },
    "e/c": { title: "C", video: { file: "c.webm", captions: "c.vtt" } },
  });
  expect(gaps.slice(0, 4)).toEqual([
    expect.stringMatching(/^1 video on other hosts/),
    expect.stringMatching(/^1 video in the archive without captions/),
    expect.stringMatching(/^1 deck of slides on other hosts/),
    expect.stringMatching(/^1 deck of slides in the archive/),
  ]);
  expect(viewOf({}).gaps.join()).not.toMatch(/video|deck/i);
  const several = viewOf({
    "e/a": { title: "A", recordings: [{ file: "a.webm", captions: "a.vtt" }, { file: "b.webm" }, { file: "c.webm" }] },
  });
  expect(several.gaps[0]).toMatch(/^2 videos in the archive without captions/);
});

test("problems are reported where the records are kept, or to the live site", () => {
  const repository = { url: "https://github.com/example/archive/", branch: "main", folder: "content" };
  expect(viewOf({}, { repository }).report?.href).toBe("https://github.com/example/archive/issues");
  expect(viewOf({}).report).toBeNull();
});

test("what the tests of the program do not cover is said where an archive has it", () => {
  const own = /This archive’s own colours/;
  expect(viewOf({}).gaps.join()).not.toMatch(own);
  expect(viewOf({}, { theme: "theme" }).gaps.join()).toMatch(own);
  expect(viewOf({}, { colours: { link: { light: "#000000", dark: "#ffffff" } } }).gaps.join()).toMatch(own);
});
