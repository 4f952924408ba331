/** Every kind of page, and what it turns into in use, passes axe in both themes and loses no text on a phone or with wide spacing. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { lostText } from "../support/audit.ts";
import { launch } from "../support/browser.ts";
import { rootExample } from "../support/example.ts";
import { chosenPages, samplePages } from "../support/samples.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";

interface Sample {
  path: string;
  /** What a reader does there first. */
  enter?: (page: Page) => Promise<void>;
}

const example = await rootExample();

/** Pages of other records of the same kinds: `npm run test:all` looks at them too. */
const ODD: Record<string, Sample> = {
  "agenda with rooms": { path: "/events/2013-summit/agenda/" },
  "talk in Hebrew": { path: "/events/2020-spring/hebrew/" },
  "event without talks": { path: "/events/2019-empty/" },
  "talk with the original": { path: "/events/2012-summit/processor-update/" },
  "talk with media of its own": { path: "/events/2020-spring/media/" },
  "transcript of a video": { path: "/events/2020-spring/media/transcript/" },
  "talk with dead slides": { path: "/events/2020-spring/dead/" },
  "panel of thirty": { path: "/events/2020-spring/panel/" },
  "talk in Japanese": { path: "/events/2020-spring/japanese/" },
  "talk with a long title": { path: "/events/2020-spring/long/" },
  "talk with nothing but a title": { path: "/events/2020-spring/bare/" },
};

/** What pages turn into when they are used. A new part of a page that opens, filters or plays gets its line here. */
const STATES: Record<string, Sample> = {
  "filter in use": {
    path: "/presentations/?words=arm&slides=1&sort=title",
    enter: (page) => page.getByRole("status").filter({ hasText: " of " }).waitFor(),
  },
  "search with results": { path: "/search/?q=memory&year=2013", enter: searched },
  "data of a chart open": { path: "/explore/topics/", enter: openDetails },
  "player over a list": {
    path: "/events/2020-spring/",
    enter: async (page) => {
      await page.getByRole("link", { name: /^Video of A talk with everything/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  "one slide at a time": {
    path: "/events/2020-spring/media/slides/",
    enter: async (page) => {
      await page
        .getByRole("button", { name: "One at a time" })
        .or(page.getByRole("button", { name: "All slides" }))
        .waitFor();
      const one = page.getByRole("button", { name: "One at a time" });
      if (await one.isVisible()) await one.click();
    },
  },
};

/** Rarer states, and others that look much like those: `npm run test:all` looks at them too. */
const MORE_STATES: Record<string, Sample> = {
  "filter without a hit": {
    path: "/presentations/?words=nosuchtalk",
    enter: (page) => page.getByText("No talk matches.").waitFor(),
  },
  "search with a result active": {
    path: "/search/?q=halvorson",
    enter: async (page) => {
      await searched(page);
      await page.getByRole("combobox", { name: "Search" }).press("ArrowDown");
      await page.locator(".is-active").waitFor();
    },
  },
  "growth of a topic open": { path: "/topics/memory/", enter: openDetails },
  "sources open": { path: "/catalogue/", enter: openDetails },
  "sources of papers open": { path: "/papers/", enter: openDetails },
  "citation copied": {
    path: "/events/2012-summit/processor-update/",
    enter: (page) => page.getByRole("button", { name: "Copy citation" }).click(),
  },
  "player of another host": {
    path: "/events/2020-spring/dead/",
    enter: async (page) => {
      await stubPlayers(page);
      await page.locator(".player-front").click();
      await page.locator(".player iframe").waitFor();
    },
  },
  "slides over a list": {
    path: "/events/2020-spring/agenda/",
    enter: async (page) => {
      await page.getByRole("link", { name: /^Slides of A talk with everything/ }).click();
      await page.locator("dialog iframe.ready").waitFor();
    },
  },
  "text of a slide": { path: "/events/2020-spring/media/slides/", enter: openDetails },
  "times in another zone": {
    path: "/events/2020-spring/agenda/",
    enter: (page) => page.getByRole("radio", { name: /Your time/ }).check(),
  },
  "dark by choice": {
    path: "/events/2020-spring/media/",
    enter: async (page) => {
      await page.getByRole("radio", { name: "Dark" }).check();
      await page.evaluate("localStorage.clear()");
    },
  },
};

async function stubPlayers(page: Page): Promise<void> {
  await page.route("https://player.vimeo.com/**", (route) =>
    route.fulfill({ contentType: "text/html", body: '<html lang="en"><title>Player</title>' }),
  );
}

async function searched(page: Page): Promise<void> {
  await page
    .locator("#search-status")
    .filter({ hasText: /result/ })
    .waitFor();
}

async function openDetails(page: Page): Promise<void> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}

const SAMPLES: [string, Sample][] = [
  ...chosenPages(await samplePages(example.content, example.assets, example.cache)).map(([name, path]): [string, Sample] => [
    name,
    { path },
  ]),
  ...Object.entries(STATES),
  ...(LONG ? Object.entries({ ...ODD, ...MORE_STATES }) : []),
];

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveFolder(example.site), launch()]);
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

test("the look for lost text finds a hint that its field cuts, and leaves alone what scrolls with the caret", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
  const field = (attributes: string) => `<input style="width: 10em" class="${attributes.slice(0, 5)}" ${attributes}>`;
  const long = "All talks, slides and videos of this archive";
  await page.setContent(`${field(`placeholder="${long}"`)}${field('placeholder="Talks"')}${field(`value="${long}"`)}`);
  expect(await lostText(page)).toEqual(["is cut off: input.place: "]);
  expect(await page.evaluate("document.querySelector('input').value")).toBe("");
  await page.close();
});

describe("in both themes, on a phone and at a desk", () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ reducedMotion: "reduce", bypassCSP: true, timezoneId: "Asia/Tokyo" });
    // Players of other hosts are not ours, and tests ask nobody.
    await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>" }));
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(SAMPLES)("%s", async (_, { path, enter }) => {
    await expectAccessible(page, served.at(path), enter);
  });
});
