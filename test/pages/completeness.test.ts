/** What is known of each event, and the way to add a talk that is missing. */
import { expect, test } from "vitest";
import { freePages } from "../../src/pages/page.ts";
import { archiveOf, type Made } from "../model/make.ts";

const MADE: Made = {
  site: { repository: { url: "https://github.com/example/archive", branch: "main" } },
  events: {
    "2020-spring": { name: "Spring", startDate: "2020-05-04", note: "Half of the programme is missing." },
    "2021-fall": { name: "Fall", startDate: "2021-10-04" },
  },
  talks: { "2020-spring/a": { slides: "https://example.org/a.pdf" }, "2020-spring/lunch": { kind: "break" } },
  pages: { about: { shows: "completeness" }, other: {} },
};

test("stands on the page that shows it, the newest event first, each with where a talk is added", () => {
  const [about, other] = [...freePages.views(archiveOf(MADE))];
  expect(about?.events).toEqual([
    {
      href: "/events/2021-fall/",
      label: "Fall",
      size: "no talks known",
      note: null,
      add: {
        label: "Add it here",
        href: "https://github.com/example/archive/new/main/content/events/2021-fall/talks?filename=name-of-the-talk.md",
      },
    },
    expect.objectContaining({ label: "Spring", size: "1 talk, 1 with slides", note: "<p>Half of the programme is missing.</p>" }),
  ]);
  expect(other?.events).toEqual([]);
  const [alone] = [...freePages.views(archiveOf({ ...MADE, site: {} }))];
  expect(alone?.events.map(({ add }) => add)).toEqual([null, null]);
});
