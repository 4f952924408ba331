/** Real pages, the first of every kind, pass axe and lose no text on a phone; with `ALL_PAGES=1` the largest too, and at a desk. */
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { launch } from "../support/browser.ts";
import { PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { samplePages } from "../support/samples.ts";
import { serveFolder } from "../support/served.ts";

const ALL = Boolean(process.env["ALL_PAGES"]);
const pages = Object.entries(await samplePages(join(PROJECT, "content"), join(PROJECT, "assets"), temporaryFolder()));

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveFolder(inject("rootSite")), launch()]);
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

describe.each(ALL ? [320, 1280] : [320])("at %i px", (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce", bypassCSP: true });
    await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>" }));
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages.filter(([name]) => ALL || !name.endsWith(", the largest")))("%s", async (_, path) => {
    await expectAccessible(page, served.origin, path);
  });
});
