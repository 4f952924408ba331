/** Every kind of page, and what it turns into in use, passes axe in both themes and loses no text on a phone or with wide spacing. */
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeProblems, lostText, unmarkedLanguages, withSpacing } from "../support/audit.ts";
import { launch } from "../support/browser.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { FOREIGN, RICH, richMedia } from "../support/rich.ts";
import { samplePages } from "../support/samples.ts";
import { serveFolder } from "../support/served.ts";

interface Sample {
  site: "real" | "rich";
  path: string;
  /** What a reader does there first. */
  enter?: (page: Page) => Promise<void>;
}

const content = folderOf(RICH);
const assets = folderOf(await richMedia());
const cache = temporaryFolder();

/** Pages beside the first and the largest of every kind. */
const MORE: Record<string, Sample> = {
  "event without talks": { site: "real", path: "/events/2014-user-summit/" },
  "agenda with rooms": { site: "real", path: "/events/2013-developer-summit/agenda/" },
  "agenda without sessions": { site: "real", path: "/events/2014-user-summit/agenda/" },
  "talk with the original": { site: "real", path: "/events/2012-north-america/intel-update/" },
  "talk with media of its own": { site: "rich", path: "/events/2020-spring/media/" },
  "transcript of a video": { site: "rich", path: "/events/2020-spring/media/transcript/" },
  "talk with dead slides": { site: "rich", path: "/events/2020-spring/dead/" },
  "panel of thirty": { site: "rich", path: "/events/2020-spring/panel/" },
  "talk in Japanese": { site: "rich", path: "/events/2020-spring/japanese/" },
  "talk in Hebrew": { site: "rich", path: "/events/2020-spring/hebrew/" },
  "talk with a long title": { site: "rich", path: "/events/2020-spring/long/" },
  "talk with nothing but a title": { site: "rich", path: "/events/2020-spring/bare/" },
};

/** What pages turn into when they are used. A new part of a page that opens, filters or plays gets its line here. */
const STATES: Record<string, Sample> = {
  "filter in use": {
    site: "real",
    path: "/presentations/?words=arm&slides=1&sort=title",
    enter: (page) => page.getByRole("status").filter({ hasText: " of " }).waitFor(),
  },
  "filter without a hit": {
    site: "real",
    path: "/presentations/?words=nosuchtalk",
    enter: (page) => page.getByText("No talk matches.").waitFor(),
  },
  "search with results": { site: "real", path: "/search/?q=grant&year=2013", enter: searched },
  "search with a result active": {
    site: "real",
    path: "/search/?q=stabelini",
    enter: async (page) => {
      await searched(page);
      await page.getByRole("combobox", { name: "Talks, slides" }).press("ArrowDown");
      await page.locator(".is-active").waitFor();
    },
  },
  "data of a chart open": { site: "real", path: "/explore/topics/", enter: openDetails },
  "growth of a topic open": { site: "real", path: "/topics/memory/", enter: openDetails },
  "sources open": { site: "real", path: "/ecosystem/", enter: openDetails },
  "sources of papers open": { site: "real", path: "/papers/", enter: openDetails },
  "citation copied": {
    site: "real",
    path: "/events/2012-north-america/intel-update/",
    enter: (page) => page.getByRole("button", { name: "Copy citation" }).click(),
  },
  "player of another host": {
    site: "rich",
    path: "/events/2020-spring/dead/",
    enter: async (page) => {
      await stubPlayers(page);
      await page.locator(".player-front").click();
      await page.locator(".player iframe").waitFor();
    },
  },
  "player over a list": {
    site: "rich",
    path: "/events/2020-spring/",
    enter: async (page) => {
      await page.getByRole("link", { name: /^Video of A talk with everything/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  "slides over a list": {
    site: "rich",
    path: "/events/2020-spring/agenda/",
    enter: async (page) => {
      await page.getByRole("link", { name: /^Slides of A talk with everything/ }).click();
      await page.locator("dialog iframe.ready").waitFor();
    },
  },
  "one slide at a time": {
    site: "rich",
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
  "text of a slide": { site: "rich", path: "/events/2020-spring/media/slides/", enter: openDetails },
  "times in another zone": {
    site: "rich",
    path: "/events/2020-spring/agenda/",
    enter: (page) => page.getByRole("radio", { name: /in your zone/ }).check(),
  },
  "dark by choice": {
    site: "rich",
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

async function samplesOf(site: Sample["site"], contentDir: string, assetsDir: string): Promise<[string, Sample][]> {
  return Object.entries(await samplePages(contentDir, assetsDir, cache)).map(([name, path]) => [`${name} (${site})`, { site, path }]);
}

/** Of every kind its first page, and of the rich site its largest; all of them with `ALL_PAGES=1`. */
function someOf(samples: [string, Sample][], whether: (name: string, all: ReadonlyMap<string, Sample>) => boolean): [string, Sample][] {
  const all = new Map(samples);
  return samples.filter(([name]) => process.env["ALL_PAGES"] || whether(name, all));
}

const SAMPLES = [
  ...someOf(await samplesOf("real", join(PROJECT, "content"), join(PROJECT, "assets")), (name) => !name.includes(", the largest")),
  ...someOf(await samplesOf("rich", content, assets), (name, all) => !all.has(name.replace(" (rich)", ", the largest (rich)"))),
  ...Object.entries(MORE),
  ...Object.entries(STATES),
];

let browser: Browser;
const sites = {} as Record<Sample["site"], Awaited<ReturnType<typeof serveFolder>>>;
beforeAll(async () => {
  const rich = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", content, "--assets", assets, "--output", rich, "--cache", cache]);
  expect(run.code, run.stderr).toBe(0);
  [sites.real, sites.rich, browser] = await Promise.all([serveFolder(inject("rootSite")), serveFolder(rich), launch()]);
});
afterAll(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) site.close();
});

describe.each([320, 1280])("at %i px", (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
      bypassCSP: true,
      timezoneId: "Asia/Tokyo",
    });
    // Players of other hosts are not ours, and tests ask nobody.
    await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>" }));
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(SAMPLES)("%s", async (_, { site, path, enter }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page, sites[site].origin, path);
    await enter?.(page);
    const light = await axeProblems(page);
    await page.emulateMedia({ colorScheme: "dark" });
    // Without styles a page has the browser's own dark colours, of which axe knows only the text.
    const hasStyles = await page.evaluate(() => document.styleSheets.length > 0);
    const dark = hasStyles ? await axeProblems(page, "colours") : [];
    expect({ light, dark }).toEqual({ light: [], dark: [] });
    expect(await unmarkedLanguages(page, FOREIGN)).toEqual([]);
    expect(await lostText(page)).toEqual([]);
    expect(await withSpacing(page, () => lostText(page)), "with wide spacing").toEqual([]);
  });
});

/** Opens a page; one that leads on at once is shown without that. */
async function open(page: Page, origin: string, path: string): Promise<void> {
  await page.route(`${origin}${path}`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    await route.fulfill({ headers, body: (await response.text()).replace(/<meta http-equiv="?refresh"?[^>]*>/i, "") });
  });
  await page.goto(`${origin}${path}`);
  await page.unroute(`${origin}${path}`);
}
