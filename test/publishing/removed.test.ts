/** Which addresses went away with what was removed. */
import { expect, test } from "vitest";
import { wentWith } from "../../src/publishing/removed.ts";
import { cpuSeconds } from "../support/cpu.ts";

test("what was below a removed page and a removed file went away with it; the page itself says so, and is there", () => {
  const isGone = wentWith([{ path: "/events/2020-spring/a-talk/" }, { path: "/media/a.pdf" }]);
  const asked = ["slides/", "a-talk.bib", ""].map((name) => `/events/2020-spring/a-talk/${name}`);
  expect([...asked, "/media/a.pdf", "/media/a.pdf.txt", "/events/2020-spring/a-talk-2/", "/events/", "/"].filter(isGone)).toEqual([
    "/events/2020-spring/a-talk/slides/",
    "/events/2020-spring/a-talk/a-talk.bib",
    "/media/a.pdf",
  ]);
});

test("a long ledger and many removed records are held against each other in a moment", () => {
  const isGone = wentWith(Array.from({ length: 8000 }, (_, index) => ({ path: `/events/2020-spring/t${index}/` })));
  const seconds = cpuSeconds(() => {
    expect(Array.from({ length: 100_000 }, (_, index) => `/old/${index}/`).some(isGone)).toBe(false);
  });
  expect(seconds).toBeLessThan(2);
});
