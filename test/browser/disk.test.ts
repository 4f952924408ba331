/** The copy that opens from a disk does what the site does: search, citations, captions, slides over a list, filters of a large list. */
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { portableExample } from "../support/example.ts";
import { generateContent } from "../support/generate.ts";
import { smallPdf } from "../support/rich.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";
import { filmOnDisk, pagesOfEveryKind } from "../support/on-disk.ts";
import { placeOnDisk } from "../support/served.ts";

let browser: Browser;
let example: string;
beforeAll(async () => {
  browser = await launch();
  example = await portableExample();
});
afterAll(() => browser.close());

/** Opens a page of a copy, and fails if anything on the way is refused or broken. */
async function on(
  folder: string,
  path: string,
  walk: (page: Page, at: (path: string) => string) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const { at, origin } = placeOnDisk(folder);
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => /^https?:/.test(request.url()) && problems.push(`outside request: ${request.url()}`));
  try {
    const [, query = ""] = /([?#].*)$/.exec(path) ?? [];
    await page.goto(at(path.slice(0, path.length - query.length)) + query);
    await walk(page, at);
    expect(page.url()).toContain(origin);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

test("a page of every kind loads whole, with its styles, fonts and pictures", async () => {
  const pages = pagesOfEveryKind(example);
  expect(pages.length).toBeGreaterThan(20);
  await on(example, pages[0] ?? "", async (page, at) => {
    for (const path of pages) {
      await page.goto(at(path));
      const shown = await page.evaluate(async () => {
        await document.fonts.ready;
        const pictures = [...document.images].filter((one) => one.loading !== "lazy");
        return {
          fonts: [...document.fonts].filter(({ family, status }) => family === "Archivo" && status === "loaded").length,
          styled: getComputedStyle(document.body).margin,
          broken: pictures.filter((one) => !one.complete || one.naturalWidth === 0).map((one) => one.src),
        };
      });
      expect(shown, path).toEqual({ fonts: 1, styled: "0px", broken: [] });
      expect(page.url(), path).toContain(placeOnDisk(example).origin);
    }
  });
});

test("the search finds while one types, shows pictures of slides, and leads to pages", () =>
  on(example, "/search/", async (page, at) => {
    await page.getByRole("combobox", { name: "Search" }).pressSequentially("mira halvorsen", { delay: 5 });
    const first = page.locator("#search-results .talk-title a").first();
    await expect.poll(() => first.innerText()).toBe("Mira Halvorsen");
    await expect.poll(() => new URL(page.url()).search).toBe("?q=mira+halvorsen");
    await page.getByText("Filter and sort").first().click();
    await expect.poll(() => page.locator("#filter-year option").count()).toBeGreaterThan(3);
    await first.click();
    await page.waitForURL(at("/speakers/mira-halvorsen/"));
    await page.goBack();
    await expect.poll(() => first.innerText()).toBe("Mira Halvorsen");
    await page.goto(`${at("/search/")}?q=everything`);
    const picture = page.locator(".place img").first();
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    await page.locator(".place").first().click();
    await page.waitForURL(/media\/slides\/index\.html#slide-1$/);
  }));

test("the field of every page shows results, and its button leads to the search", () =>
  on(example, "/events/2012-summit/port/", async (page, at) => {
    await page.locator("#site-search").pressSequentially("weather", { delay: 5 });
    const links = page.locator(".search-popup a");
    await expect.poll(() => links.count()).toBeGreaterThan(3);
    for (const href of await links.evaluateAll((all: HTMLAnchorElement[]) => all.map((one) => one.href)))
      expect(href).toMatch(/^file:.*\/index\.html(\?|$)/);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${at("/search/")}?q=weather`);
  }));

test("a citation is copied", () =>
  on(
    example,
    "/events/2012-summit/processor-update/",
    async (page) => {
      await page.getByRole("button", { name: "Copy BibTeX" }).click();
      await expect
        .poll(() => page.evaluate<string>("navigator.clipboard.readText()"))
        .toMatch(/^@inproceedings\{2012-summit:processor-update,/);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("slides open over a list, keys work there, and Escape gives the focus back", () =>
  on(example, "/events/2020-spring/", async (page, at) => {
    const mark = page.locator('.media[href$="/media/slides/index.html"]').first();
    await mark.focus();
    await page.keyboard.press("Enter");
    const frame = page.locator("dialog iframe.ready").contentFrame();
    await frame.getByText("Slide 1 of 1").waitFor();
    expect(await frame.locator(".masthead, .notice, .breadcrumbs, .footer").filter({ visible: true }).count()).toBe(0);
    expect(await frame.locator("a[href]:visible:not([href^='#'], [target=_top])").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    expect(await mark.evaluate((one) => one === document.activeElement)).toBe(true);
    await mark.click();
    await page.getByRole("link", { name: "All about this talk" }).click();
    await page.waitForURL(at("/events/2020-spring/media/"));
  }));

test("a choice of theme holds on the next page", () =>
  on(example, "/about/", async (page) => {
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("link", { name: "Speakers" }).first().click();
    await page.waitForURL(/speakers\/index\.html$/);
    // A process of its own draws the next page, and may hear of the choice a moment later.
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  }));

test("a choice of theme is nothing that a filter asks for", () =>
  on(example, "/presentations/", async (page) => {
    await page.getByRole("radio", { name: "Dark" }).check();
    const field = page.getByLabel("Title or speaker");
    await field.fill("processor");
    await page.keyboard.press("Enter");
    await field.fill("a");
    await page.getByRole("status").filter({ hasText: " of " }).waitFor();
    expect(new URL(page.url()).search).toBe("?words=a");
    expect(await page.locator(".talk-item:visible").count()).toBeGreaterThan(3);
  }));

describe("a video of the archive", () => {
  let copy: string;
  beforeAll(async () => {
    copy = await filmOnDisk();
  });
  const cues = (page: Page) =>
    page.evaluate(() => [...(document.querySelector("video")?.textTracks[0]?.cues ?? [])].map((cue) => (cue as VTTCue).text));

  const PAGES = ["/events/2020-spring/a-talk/", "/events/2020-spring/a-talk/transcript/"];

  test.each(LONG ? PAGES : PAGES.slice(0, 1))("plays with its captions: %s", (path) =>
    on(copy, path, async (page) => {
      await expect.poll(() => cues(page)).toEqual(["Good morning.", "This is a film."]);
      expect(await page.locator("video").evaluate((one: HTMLVideoElement) => one.error)).toBe(null);
    }),
  );

  longTest("plays with its captions over a list", () =>
    on(copy, "/events/2020-spring/", async (page) => {
      await page.locator(".media[data-kind=video]").first().click();
      await expect.poll(() => cues(page)).toEqual(["Good morning.", "This is a film."]);
      await expect.poll(() => page.locator("dialog video").evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0);
    }),
  );
});

longTest("the list of a large archive is filtered, and its links lead to pages", async () => {
  const copy = join(temporaryFolder(), "Über uns/viele Vorträge");
  const output = join(temporaryFolder(), "site");
  const records = generateContent(2, 80);
  const [path = "", talk = ""] = Object.entries(records).find(([, text]) => /^slides: .*$/m.test(text)) ?? [];
  const assets = folderOf({ "media/talk.pdf": smallPdf("A talk") });
  const run = await archive([
    ...["build", "--content", folderOf({ ...records, [path]: talk.replace(/^slides: .*$/m, "slides:\n  file: talk.pdf") })],
    ...["--assets", assets, "--output", output],
    ...["--base-url", "https://example.org/archive/", "--portable", copy],
  ]);
  expect(run.code, run.stderr).toBe(0);
  await on(copy, "/presentations/", async (page) => {
    await page.getByLabel("With slides").check();
    await page.locator(".talk-item:visible .talk-picture").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".talk-picture")?.naturalWidth);
    await page.getByLabel("With slides").uncheck();
    await page.getByLabel("Title or speaker").fill("1");
    await page.getByRole("status").filter({ hasText: "66 of 160 talks" }).waitFor();
    await page.locator(".talk-item:visible .talk-title a").first().click();
    await page.waitForURL(/\/events\/[^/]+\/[^/]+\/index\.html$/);
    expect(await page.locator("article.talk").count()).toBe(1);
  });
});
