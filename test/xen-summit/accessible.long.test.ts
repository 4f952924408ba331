/** Real pages, the largest of every kind, pass axe in both themes and lose no text on a phone or at a desk. */
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { chosenPages, samplePages } from "../support/samples.ts";
import { visitRootSite } from "../support/real-sites.ts";

const samples = await samplePages(join(PROJECT, "content"), join(PROJECT, "assets"), temporaryFolder());

const { at, browser } = visitRootSite();

describe("in both themes, on a phone and at a desk", () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser().newContext({ reducedMotion: "reduce", bypassCSP: true });
    await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>" }));
  });
  afterAll(() => context.close());

  // A page that hangs must not keep all others waiting.
  beforeEach(async () => {
    page = await context.newPage();
  });
  afterEach(() => page.close());

  test.each(chosenPages(samples))("%s", async (_, path) => {
    await expectAccessible(page, at(path));
  });
});
