/** Nothing on a page moves when its files of styles come late, however slow the connection. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { rootExample } from "../support/example.ts";
import { kindsOf } from "../support/kinds.ts";
import { type Place, serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";

const example = await rootExample();
// Small pages at former addresses lead on at once.
const kinds = (await kindsOf(example)).kinds.filter(([kind]) => kind !== "moved");

let browser: Browser;
let place: Place;
beforeAll(async () => {
  [browser, place] = await Promise.all([launch(), serveFolder(example.site)]);
});
afterAll(async () => {
  place?.close();
  await browser?.close();
});

// `npm run test:all` looks at a desk, too.
describe.each(LONG ? [390, 1440] : [390])("at %i px", (width) => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    // Whoever routes has no cache: each page gets its styles as at a first visit.
    await context.route("**/*.css", (route) => setTimeout(() => route.continue(), 250));
    page = await context.newPage();
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Element | null }[] })[])
          if (shift.value > 0.001) moved.push(...shift.sources.map(({ node }) => `${node?.nodeName} ${node?.className}`));
      }).observe({ type: "layout-shift", buffered: true });
    });
  });
  afterAll(() => page?.context().close());

  test.each(kinds)("%s", async (_, path) => {
    await page.goto(place.at(path));
    // Two frames: what came last is drawn.
    const moved = await page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done((window as unknown as { moved: string[] }).moved))),
        ),
    );
    expect(moved).toEqual([]);
    // Nor does the footer, whose lines may arrive one after another, move up with each.
    const [whole, empty] = await page.locator("footer.footer").evaluate((footer) => {
      const top = () => footer.getBoundingClientRect().top;
      const whole = top();
      footer.replaceChildren();
      return [whole, top()];
    });
    expect(empty).toBe(whole);
  });
});
