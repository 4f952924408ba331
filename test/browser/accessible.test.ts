/** Every kind of page passes axe (WCAG 2.2 A and AA, best practice) in both themes, on a phone and a desk; keyboards work. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { serveFolder } from "../support/served.ts";

const PAGES = {
  home: "",
  events: "events/",
  event: "events/2012-north-america/",
  "event without talks": "events/2014-user-summit/",
  agenda: "events/2012-north-america/agenda/",
  "agenda with rooms": "events/2013-developer-summit/agenda/",
  "agenda without sessions": "events/2014-user-summit/agenda/",
  talk: "events/2012-north-america/intel-update/",
  "talk with several speakers": "events/2019-developer-design-summit/live-updating-xen/",
  presentations: "presentations/",
  speakers: "speakers/",
  speaker: "speakers/jun-nakajima/",
  topics: "topics/",
  topic: "topics/security/",
  "topic with parts": "topics/memory/",
  organizations: "organizations/",
  organization: "organizations/citrix/",
  years: "years/",
  year: "years/2025/",
  explore: "explore/",
  "explore topics": "explore/topics/",
  "explore speakers": "explore/speakers/",
  papers: "papers/",
  ecosystem: "ecosystem/",
  about: "about/",
  "not found": "404.html",
};

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  browser = await launch();
  site = await serveFolder(inject("rootSite"));
});
afterAll(async () => {
  await browser.close();
  site.close();
});

describe.each([
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const)("at $width px, $colorScheme", ({ width, colorScheme }) => {
  test.each(Object.entries(PAGES))("%s", async (_, path) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${site.origin}/${path}`);
    const violations = await axeViolations(page);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    await context.close();
    expect(violations).toEqual([]);
    expect(overflow, "pixels that stick out").toBeLessThanOrEqual(0);
  });
});

test("the skip link is the first stop and leads to the content", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("Skip to content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement?.id")).toBe("content");
  await page.close();
});
