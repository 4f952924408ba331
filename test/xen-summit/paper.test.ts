/** Agendas, and pages with lists beside lists, of the real archive on paper. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { printed } from "../support/printed.ts";
import { serveFolder } from "../support/served.ts";
import { rootSite } from "../support/real-sites.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveFolder(await rootSite()), launch()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

test.each([
  ["2008-boston", { pages: 2, wide: false }],
  ["2025-winter-meetup", { pages: 1, wide: false }],
  ["2013-developer-summit", { pages: 2, wide: true }],
  ["2019-developer-design-summit", { pages: 2, wide: false }],
])("the agenda of %s, among the longest, fills its sheets", async (event, sheets) => {
  expect(await printed(browser, `${site.origin}/events/${event}/agenda/`)).toEqual(sheets);
});

test.each([
  ["/speakers/paul-durrant/", 1],
  ["/organizations/citrix/", 3],
])("what stands beside the list of %s is below it on paper, and no sheet has the address alone", async (path, pages) => {
  expect(await printed(browser, `${site.origin}${path}`)).toEqual({ pages, wide: false });
});
