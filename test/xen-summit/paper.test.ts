/** Agendas, and pages with lists beside lists, of the real archive on paper. */
import { expect, test } from "vitest";
import { printed } from "../support/printed.ts";
import { visitRootSite } from "../support/real-sites.ts";

const { at, browser } = visitRootSite();

test.each([
  ["2008-boston", { pages: 2, wide: false }],
  ["2025-winter-meetup", { pages: 1, wide: false }],
  ["2013-developer-summit", { pages: 2, wide: true }],
  ["2019-developer-design-summit", { pages: 2, wide: false }],
])("the agenda of %s, among the longest, fills its sheets", async (event, sheets) => {
  expect(await printed(browser(), at(`/events/${event}/agenda/`))).toEqual(sheets);
});

test.each([
  ["/speakers/paul-durrant/", 1],
  ["/organizations/citrix/", 3],
])("what stands beside the list of %s is below it on paper, and no sheet has the address alone", async (path, pages) => {
  expect(await printed(browser(), at(path))).toEqual({ pages, wide: false });
});
