/** The search page under the policy it is published with: typing, keyboard, filters, addresses, suggestions, places in slides and transcripts. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { indexable, searchDocuments } from "../../src/search/documents.ts";
import { searchNames } from "../../src/search/names.ts";
import { makeIndex } from "../../src/search/pagefind.ts";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { prefixedExample, rootExample } from "../support/example.ts";
import { skipHead } from "../support/keyboard.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";
import { withMedia } from "../support/search-media.ts";
import { type SearchServer, serveSearch } from "../support/search-server.ts";

let browser: Browser;
let site: SearchServer;
let prefixed: SearchServer;
beforeAll(async () => {
  browser = await launch();
  site = await serveSearch((await rootExample()).site);
  prefixed = await serveSearch((await prefixedExample()).site, "/archive", await indexOfMedia());
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  prefixed?.close();
});

/** An index of a talk with slides, a transcript and Japanese text, for the pages that are built already. */
async function indexOfMedia(): Promise<Map<string, Uint8Array>> {
  const { archive } = loadArchive({ contentDir: folderOf(LITTLE), assetsDir: folderOf({}) });
  const rich = withMedia(archive);
  const files = await makeIndex([...searchDocuments(rich)].map(indexable), "en", { lists: { names: searchNames(rich) } });
  const pictures = [7, 8, 9].map((number): [string, Uint8Array] => [`/media/deck-${number}.webp`, Buffer.from("a picture")]);
  return new Map([...files.map(({ path, content }): [string, Uint8Array] => [`/pagefind/${path}`, content]), ...pictures]);
}

/** Opens a page, and fails if anything on it is refused or broken. */
async function open(address: string, walk: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  try {
    await page.goto(address);
    await walk(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

const status = (page: Page, text: string | RegExp) => page.locator("#search-status").filter({ hasText: text }).waitFor();
const titles = (page: Page) => page.locator("#search-results .talk-title a").allInnerTexts();
const field = (page: Page) => page.getByRole("combobox", { name: "Search" });
/** The link that arrow keys made active, as its combobox tells assistive technology. */
const activeTitle = (page: Page) =>
  page.evaluate(() => {
    const cell = document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "");
    return cell?.querySelector("a")?.textContent;
  });
const inView = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector(".is-active")?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
const query = (page: Page) => new URL(page.url()).search;

test("from any page `/` leads to the field, and the field to the results; nothing is loaded before", () =>
  open(`${site.origin}/about/`, async (page) => {
    site.sent();
    await page.keyboard.press("/");
    await page.keyboard.type("grant/tables");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=grant%2Ftables$/);
    await page.goto(`${site.origin}/search/`);
    site.sent();
    await page.waitForTimeout(200);
    expect(site.sent().filter(([path]) => path.startsWith("/pagefind/"))).toEqual([]);
    await page.keyboard.press("/");
    await expect.poll(() => site.sent().map(([path]) => path)).toContain("/pagefind/entry.json");
  }));

test("the key `/` can be turned off, for every page and until it is turned on again", () =>
  open(`${site.origin}/search/`, async (page) => {
    const box = page.getByRole("checkbox", { name: "Use / as a shortcut on every page" });
    const focused = () => page.evaluate("document.activeElement.id");
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    expect(query(page)).toBe("");
    expect(await field(page).getAttribute("aria-keyshortcuts")).toBe(null);
    await page.goto(`${site.origin}/about/`);
    await page.keyboard.press("/");
    expect(await focused()).toBe("");
    expect(await page.locator("#site-search").getAttribute("aria-keyshortcuts")).toBe(null);
    await page.goto(`${site.origin}/search/`);
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await page.goto(`${site.origin}/about/`);
    await page.keyboard.press("/");
    expect(await focused()).toBe("site-search");
  }));

longTest("where nothing may be kept, the key `/` is turned off for the page", async () => {
  const page = await browser.newPage();
  await page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })");
  await page.goto(`${site.origin}/search/`);
  await page.getByRole("checkbox", { name: "Use / as a shortcut" }).uncheck();
  await page.locator("#search-lists a").first().focus();
  await page.keyboard.press("/");
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(false);
  await page.close();
});

test("the words that were found can be read where a reader chooses the colours", () =>
  open(
    `${site.origin}/search/?q=mira`,
    async (page) => {
      await page.locator("#search-results mark").first().waitFor();
      const [ink, ground] = await page
        .locator("#search-results mark")
        .first()
        .evaluate((mark) => {
          let behind: Element | null = mark;
          while (behind && /^rgba.* 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
          return [getComputedStyle(mark).color, getComputedStyle(behind ?? document.documentElement).backgroundColor];
        });
      expect(ink).not.toBe(ground);
    },
    { forcedColors: "active", colorScheme: "dark" },
  ));

test("results come while typing, are walked with the keyboard, and are announced", () =>
  open(`${site.origin}/search/`, async (page) => {
    await field(page).pressSequentially("mira halvorsen", { delay: 5 });
    await expect.poll(() => query(page)).toBe("?q=mira+halvorsen");
    await expect.poll(async () => (await titles(page))[0]).toBe("Mira Halvorsen");
    await status(page, /^\d+ results$/);
    expect(await page.locator("#search-results mark").first().innerText()).toBe("Mira");
    expect(await field(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    expect(await activeTitle(page)).toBe("Mira Halvorsen");
    expect(await page.getByRole("grid", { name: "Results" }).getByRole("row").count()).toBe(8);
    await page.keyboard.press("ArrowDown");
    expect(await activeTitle(page)).toBe((await titles(page))[1]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await activeTitle(page)).toBe(undefined);
    for (let row = 0; row < 12; row++) await page.keyboard.press("ArrowDown");
    expect(await activeTitle(page)).toBe((await titles(page))[7]);
    await expect.poll(() => inView(page)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await activeTitle(page)).toBe(undefined);
    expect(await field(page).inputValue()).toBe("mira halvorsen");
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/speakers/mira-halvorsen/");
    await page.goBack();
    await status(page, /results/);
    expect((await titles(page))[0]).toBe("Mira Halvorsen");
    await field(page).press("Escape");
    expect(await field(page).inputValue()).toBe("");
    await page.locator("#search-lists").waitFor();
    expect(await field(page).getAttribute("aria-expanded")).toBe("false");
  }));

test("what is found in another language says which one, also below the field in the head", () =>
  open(`${site.origin}/search/?q=${encodeURIComponent("仮想化")}+morning`, async (page) => {
    const hit = page.locator("#search-results .hit", { has: page.locator('a[href="/events/2020-spring/japanese/"]') });
    await hit.waitFor();
    const languages = (selector: string) => hit.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute("lang")));
    expect(await languages(".talk-title a, .hit-text")).toEqual(["ja", "ja"]);
    expect(new Set(await languages(".place-text"))).toEqual(new Set(["ja"]));
    const others = page.locator("#search-results .hit").filter({ hasNot: page.locator("[lang]") });
    expect(await others.locator(".hit-text").count(), "what is in the language of the site says nothing").toBeGreaterThan(0);
    await page.goto(`${site.origin}/about/`);
    await page.locator("#site-search").fill("仮想化");
    const found = page.locator('#site-search-results a[href="/events/2020-spring/japanese/"] span');
    expect(await found.getAttribute("lang")).toBe("ja");
  }));

test("arrow keys move the caret until a result is active, and then go to the places in it; Tab and the mouse go there too", () =>
  open(`${prefixed.origin}/search/?q=blue+diagram`, async (page) => {
    await page.locator("#search-results a", { hasText: "Slide 7" }).waitFor();
    await field(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    const caret = () => field(page).evaluate((element) => (element as HTMLInputElement).selectionStart);
    expect(await caret()).toBe("blue diagra".length);
    expect(await activeTitle(page)).toBe(undefined);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    expect(await activeTitle(page)).toBe("A talk");
    await page.keyboard.press("ArrowRight");
    expect(await activeTitle(page)).toMatch(/^Slide 7 of A talk/);
    expect(await caret()).toBe("blue diagra".length);
    await page.keyboard.press("Home");
    expect(await caret()).toBe(0);
    await page.keyboard.type("a ");
    expect(await activeTitle(page)).toBe(undefined);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await status(page, /result/);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).pathname).toBe("/archive/search/");
    await page.locator("#search-results a", { hasText: "Slide 7" }).focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.route("**/slides/", (route) => route.fulfill({ contentType: "text/html", body: "<title>Slides</title>" }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/a-talk/slides/#slide-7");
  }));

test("filters count what they leave, go together, are in the address, go back, and are cleared at once", () => {
  site.sent();
  return open(`${site.origin}/search/?q=arm`, async (page) => {
    await status(page, /results/);
    // Beside the results they are there already, and their choices come with the mouse.
    expect(site.sent().filter(([path]) => path.startsWith("/pagefind/filter/"))).toEqual([]);
    const panel = await page.locator("#search-filters").boundingBox();
    const results = await page.locator("#search-results").boundingBox();
    expect(panel?.x).toBeGreaterThan((results?.x ?? 0) + (results?.width ?? 0));
    expect(panel?.y).toBeLessThan(results?.y ?? 0);
    await page.locator("#search-filters").hover();
    const speaker = page.getByLabel("Speaker", { exact: true });
    await speaker.locator("option", { hasText: "Ivo Brandt" }).waitFor({ state: "attached" });
    const offered = await speaker.locator("option", { hasText: "Ivo Brandt" }).innerText();
    await speaker.selectOption({ label: offered });
    await status(page, "with these filters");
    expect(await page.locator("#search-status").innerText()).toBe(`${/\((\d+)\)/.exec(offered)?.[1]} results with these filters`);
    await page.getByLabel("Year").locator("option", { hasText: "2017 (" }).waitFor({ state: "attached" });
    await page.getByLabel("Year").selectOption("2017");
    await expect.poll(() => query(page)).toBe("?q=arm&year=2017&speaker=Ivo+Brandt");
    await expect.poll(async () => (await titles(page)).sort()).toEqual(["Bring-up of passthrough on ARM", "Ivo Brandt"]);
    await page.reload();
    await status(page, "2 results with these filters");
    expect(await page.getByLabel("Year").inputValue()).toBe("2017");
    await page.getByLabel("Sort by").selectOption("desc");
    await page.goBack();
    await page.goBack();
    await expect.poll(() => query(page)).toBe("?q=arm&speaker=Ivo+Brandt");
    expect(await page.getByLabel("Year").inputValue()).toBe("");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await status(page, /^\d+ results$/);
    expect(query(page)).toBe("?q=arm");
  });
});

longTest("on a wide screen without a mouse the filters stand open, with their choices", () =>
  open(
    `${site.origin}/search/?q=arm`,
    async (page) => {
      await status(page, /results/);
      expect(await page.evaluate(() => matchMedia("(hover: none)").matches)).toBe(true);
      const speaker = page.getByLabel("Speaker", { exact: true });
      expect(await speaker.isVisible()).toBe(true);
      await speaker.locator("option", { hasText: "Ivo Brandt (" }).waitFor({ state: "attached" });
    },
    { hasTouch: true, isMobile: true, viewport: { width: 1280, height: 900 } },
  ),
);

longTest("on a narrow screen the filters are closed, above the results, and count when they are opened", () =>
  open(`${site.origin}/search/?q=arm`, async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await status(page, /results/);
    const choice = page.getByLabel("Speaker", { exact: true }).locator("option", { hasText: "Ivo Brandt (" });
    expect(await page.getByLabel("Speaker", { exact: true }).isVisible()).toBe(false);
    await page.getByText("Filter and sort").click();
    await choice.waitFor({ state: "attached" });
    await page.getByText("Filter and sort").click();
    await field(page).fill("qqqqwwww");
    await status(page, /^No results/);
    await page.getByText("Filter and sort").click();
    await choice.waitFor({ state: "detached" });
  }),
);

test("newest first and oldest first are orders of days", () =>
  open(`${site.origin}/search/?q=weather+report&kind=Talk&sort=desc`, async (page) => {
    await status(page, /results/);
    expect((await titles(page))[0]).toBe("2017 Weather Report");
    await page.getByLabel("Sort by").selectOption("asc");
    await expect.poll(async () => (await titles(page))[0]).toBe("2012 Weather Report");
  }));

test("the field of every page shows results below it, which arrow keys walk; Escape and a click elsewhere close it", () =>
  open(`${site.origin}/about/`, async (page) => {
    const box = page.locator("#site-search");
    const popup = page.locator(".search-popup");
    await box.pressSequentially("halvorsen", { delay: 5 });
    await popup.locator("a", { hasText: "Mira Halvorsen" }).first().waitFor();
    await expect.poll(() => popup.locator("a").last().getAttribute("href")).toMatch(/\/search\/\?q=halvorsen$/);
    expect(await popup.getByRole("status").innerText()).toMatch(/^\d+ results$/);
    expect(await page.getByRole("combobox", { name: "Search" }).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    expect(await activeTitle(page)).toContain("Mira Halvorsen");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await popup.waitFor({ state: "hidden" });
    expect(await box.inputValue()).toBe("");
    await box.fill("halvorsen");
    await popup.waitFor({ state: "visible" });
    await page.locator(".footer").click({ position: { x: 2, y: 2 } });
    await popup.waitFor({ state: "hidden" });
    await box.fill("halvorson");
    await popup.getByRole("status").filter({ hasText: "No results for “halvorson”. Showing results for “halvorsen”." }).waitFor();
    await box.fill("halvorson qqqqwwww");
    const said = "No results for “halvorson”. Showing results for “halvorsen”. · The search has no “qqqqwwww”, so it was left out.";
    await popup.getByRole("status").filter({ hasText: said }).waitFor();
    await box.fill("halvorsen arm");
    await popup.locator("a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/about/");
  }));

test("the scripts of the field come when the reader turns to it, each once, and no page loads the engine of the search before", () =>
  open(`${site.origin}/about/`, async (page) => {
    site.sent();
    await page.reload({ waitUntil: "networkidle" });
    const scripts = () =>
      site
        .sent()
        .map(([path]) => /^\/assets\/(search[\w-]*?)-[0-9a-f]{10}\.js$/.exec(path)?.[1])
        .filter(Boolean);
    expect(scripts()).toEqual([]);
    await page.keyboard.press("/");
    await expect.poll(() => page.locator("#site-search").getAttribute("role")).toBe("combobox");
    await page.locator(".footer").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("/");
    await page.waitForLoadState("networkidle");
    expect(scripts()).toEqual(["search-field", "search-engine"]);
    await page.goto(`${site.origin}/search/`);
    await page.waitForLoadState("networkidle");
    expect(scripts()).toEqual(["search"]);
  }));

longTest("words that were typed before the scripts came are answered", () =>
  open(`${site.origin}/about/`, async (page) => {
    let send = () => {};
    const isTyped = new Promise<void>((done) => {
      send = done;
    });
    await page.route("**/assets/search-field-*", (route) => isTyped.then(() => route.continue()));
    await page.locator("#site-search").fill("halvorsen");
    send();
    await page.locator(".search-popup a", { hasText: "Mira Halvorsen" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=halvorsen");
  }),
);

test("a result that lacks a word says which; a minus and quotes are obeyed", () =>
  open(`${site.origin}/search/?q=weather+report+boards`, async (page) => {
    await status(page, /result/);
    expect(await page.locator("#search-hint").innerText()).toBe("No result has all of your words.");
    expect(await page.locator(".hit-lacks").first().innerText()).toBe("Without “boards”");
    // The page of a speaker lists talks, whose titles have more words than what is said of the speaker.
    await field(page).fill("mira halvorsen weather");
    const speaker = page.locator(".hit", { hasText: "Speaker" }).first();
    await speaker.waitFor();
    expect(await speaker.locator(".hit-lacks").count()).toBe(0);
    await field(page).fill("weather report -2014");
    // The results of the words before stay until the new ones are there.
    await expect.poll(async () => (await titles(page)).filter((title) => title.includes("2014"))).toEqual([]);
    await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
    await field(page).fill('"project stands"');
    await expect.poll(async () => (await titles(page))[0]).toMatch(/Weather Report/);
    await field(page).fill("posted nested");
    await expect.poll(() => page.locator(".hit-text mark").allInnerTexts()).toEqual(expect.arrayContaining(["posted", "nested"]));
    await field(page).fill('"stands project"');
    await status(page, /^No results/);
  }));

test("a mistyped name finds the right one and says so; what nothing has is said too", () =>
  open(`${site.origin}/search/?q=halvorson`, async (page) => {
    await status(page, /results/);
    expect(await page.locator("#search-hint").innerText()).toBe("No results for “halvorson”. Showing results for “halvorsen”.");
    await page.getByRole("link", { name: "halvorsen", exact: true }).click();
    await status(page, /results/);
    expect(query(page)).toBe("?q=halvorsen");
    await field(page).fill("qqqqwwww");
    await status(page, "No results for “qqqqwwww”.");
    await page.locator("#search-lists").waitFor();
  }));

test("slides are found with their picture, transcripts with the minute, Japanese by its words, under a prefix", () =>
  open(`${prefixed.origin}/search/?q=blue+diagram`, async (page) => {
    const link = (text: string) => page.locator("#search-results a", { hasText: text });
    await link("Slide 7").waitFor();
    expect(await link("Slide 7").getAttribute("href")).toBe("/archive/events/2020-spring/a-talk/slides/#slide-7");
    expect(await link("Slide 7").locator("img").getAttribute("src")).toBe("/archive/media/deck-7.webp");
    expect(await link("Slide 7").locator("mark").allInnerTexts()).toEqual(["blue", "diagram"]);
    await field(page).fill("copying pages");
    await link("12:34 in the video").waitFor();
    expect(await link("12:34 in the video").getAttribute("href")).toMatch(/^\/archive\/events\/2020-spring\/a-talk\/.*#t-754$/);
    await field(page).fill("仮想化");
    await link("Slide 8").waitFor();
    expect(await link("Slide 8").innerText()).toContain("組込みシステムの仮想化とは");
    await field(page).fill("img onerror");
    await link("Slide 9").waitFor();
    expect(await link("Slide 9").innerText()).toContain("<img src=x onerror=alert(1)> & &lt;b&gt;");
    expect(await page.locator("#search-results img[src=x]").count()).toBe(0);
  }));

test("without JavaScript the page leads everywhere and offers an outside search of this site", () =>
  open(
    `${prefixed.origin}/search/?q=arm`,
    async (page) => {
      expect(await page.locator("#search").isVisible()).toBe(false);
      expect(await page.getByRole("link", { name: /^Presentations and Videos \d+$/ }).getAttribute("href")).toBe("/archive/presentations/");
      const form = page.locator(".search-outside");
      expect(await form.getAttribute("action")).toBe("https://duckduckgo.com/");
      expect(await form.getByRole("searchbox").inputValue()).toBe("site:www.example.net/archive ");
      expect(await page.locator("noscript p").innerText()).toContain("needs JavaScript");
    },
    { javaScriptEnabled: false },
  ));

/** In either theme; with a query alone, `accessible.test.ts` looks at the page. */
const THEMES = [undefined, "dark"] as const;

describe.each(LONG ? THEMES : [])("with results and filters, %s", (colorScheme) => {
  test("axe finds nothing", async () => {
    const context = await browser.newContext({
      ...(colorScheme && { colorScheme }),
      bypassCSP: true,
      viewport: { width: 320, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}/search/?q=halvorson&year=2017`);
    await status(page, /result/);
    const violations = await axeViolations(page);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    await context.close();
    expect(violations).toEqual([]);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test("an index that cannot be loaded leaves the lists", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route("**/pagefind/**", (route) => route.fulfill({ status: 500 }));
  await page.goto(`${site.origin}/search/?q=arm`);
  await status(page, "could not be loaded");
  expect(await page.locator("#search-lists").isVisible()).toBe(true);
  await context.unroute("**/pagefind/**");
  await field(page).fill("arm port");
  await status(page, /result/);
  await context.close();
});

test("a script that does not come is told in the room of the form, and not before", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route("**/assets/search-*.js", (route) => route.abort());
  await page.goto(`${site.origin}/search/?q=arm`);
  const told = page.locator(".search-not-loaded");
  expect(await told.isVisible()).toBe(false);
  await page.evaluate("for (const animation of document.getAnimations()) animation.finish()");
  expect(await told.isVisible()).toBe(true);
  expect(await told.textContent()).toContain("could not be loaded");
  expect(await page.locator("#search-lists").isVisible()).toBe(true);

  await context.unroute("**/assets/search-*.js");
  await page.reload();
  await status(page, /result/);
  await page.evaluate("for (const animation of document.getAnimations()) animation.finish()");
  expect(await told.isVisible()).toBe(false);
  await context.close();
});

describe("the field in the head", () => {
  async function opened() {
    const context = await browser.newContext();
    const page = await context.newPage();
    const popup = page.locator(".search-popup-status");
    const told = (text: RegExp) => expect.poll(() => popup.textContent({ timeout: 100 }).catch(() => "")).toMatch(text);
    return { context, page, told };
  }

  test("asks with the next key for a script that could not be loaded", async () => {
    const { context, page, told } = await opened();
    await page.goto(`${site.origin}/about/`);
    await context.route("**/search-field-*.js", (route) => route.abort());
    const failed = page.waitForEvent("requestfailed");
    await page.focus("#site-search");
    await failed;
    await context.unroute("**/search-field-*.js");
    await page.keyboard.type("arm");
    await told(/result/);
    await context.close();
  });

  test("names lists where they are, on the search page, when there is no index", async () => {
    const { context, page, told } = await opened();
    await context.route("**/pagefind/**", (route) => route.abort());
    await page.goto(`${site.origin}/about/`);
    await page.focus("#site-search");
    await page.keyboard.type("arm");
    await told(/could not be loaded\. Enter opens the search page/);
    await context.close();
  });
});

describe("a page that is open while a newer build comes", () => {
  /** Has all files of the index be gone until it is asked for anew which there are. */
  async function replaceable(page: Page) {
    let isGone = false;
    await page.route("**/pagefind/**", (route, request) => {
      if (request.url().endsWith("/entry.json")) isGone = false;
      return isGone ? route.fulfill({ status: 404 }) : route.continue();
    });
    return () => {
      isGone = true;
    };
  }
  const opened = async (address: string) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const replace = await replaceable(page);
    await page.goto(address);
    return { page, replace, close: () => context.close() };
  };

  test("finds on the search page what that build has, and with filters", async () => {
    const { page, replace, close } = await opened(`${site.origin}/search/?q=arm`);
    await status(page, /^\d+ results$/);
    replace();
    await field(page).fill("halvorsen");
    await expect.poll(async () => (await titles(page)).join()).toContain("Halvorsen");
    await status(page, /^\d+ results?$/);
    replace();
    await page.goto(`${site.origin}/search/`);
    await field(page).focus();
    await page.waitForLoadState("networkidle");
    replace();
    await page.locator("#search-filters").hover();
    await expect.poll(() => page.locator("#search-filters select").first().locator("option").count()).toBeGreaterThan(1);
    await close();
  });

  test("finds in the field of every page what that build has", async () => {
    const { page, replace, close } = await opened(`${site.origin}/about/`);
    const head = page.locator("#site-search");
    await head.fill("arm");
    await page.locator(".search-popup a").first().waitFor();
    replace();
    await head.fill("halvorsen");
    await page.locator(".search-popup a", { hasText: "Mira Halvorsen" }).first().waitFor();
    await close();
  });
});

describe("while the index is slow", () => {
  /** Opens a page whose answers of the index wait, from now on or not. */
  async function slow(address: string, which: RegExp) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let held: Promise<void> | undefined;
    await page.route(which, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address);
    const hold = () => {
      let release = () => {};
      held = new Promise((done) => {
        release = done;
      });
      return release;
    };
    return { page, hold, close: () => context.close() };
  }

  test("the field of every page says that it searches, and shows nothing that was found for other words", async () => {
    const { page, hold, close } = await slow(`${site.origin}/about/`, /\/pagefind\//);
    const head = page.locator("#site-search");
    const popup = page.locator(".search-popup");
    let release = hold();
    await head.fill("halvorsen");
    await popup.getByText("Searching…").waitFor();
    release();
    await popup.getByRole("link", { name: "Mira Halvorsen" }).first().waitFor();
    release = hold();
    await head.fill("live migration");
    await popup.getByText("Searching…").waitFor();
    expect(await popup.locator("a").count()).toBe(0);
    // What comes when the reader is gone opens nothing.
    await page.locator(".footer").click({ position: { x: 2, y: 2 } });
    release();
    await page.waitForLoadState("networkidle");
    expect(await popup.isVisible()).toBe(false);
    await close();
  });

  test("the search page says that it searches for what is asked now alone", async () => {
    const { page, hold, close } = await slow(`${site.origin}/search/?q=halvorsen`, /\/pagefind\//);
    await status(page, /^\d+ results?$/);
    const release = hold();
    const asked = page.waitForRequest(/\/pagefind\//);
    await field(page).fill("live migration");
    await asked;
    await field(page).fill("");
    await expect.poll(() => query(page)).toBe("");
    // Longer than it waits before it says so.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    expect(await page.locator("#search-status").innerText()).toBe("");
    release();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("#search-status").innerText()).toBe("");
    await close();
  });

  test("choices that count everything never come after those of a question", async () => {
    const entry = (await (await fetch(`${site.origin}/pagefind/entry.json`)).json()) as { days: string };
    const { page, hold, close } = await slow(`${site.origin}/search/`, new RegExp(entry.days.replaceAll(".", "\\.")));
    const release = hold();
    const asked = page.waitForRequest(`**/${entry.days}`);
    await page.locator("#search-filters").hover();
    await asked;
    await field(page).fill("halvorsen");
    await status(page, /^\d+ results?$/);
    const choices = () => page.locator("#search-filters select").first().locator("option").allInnerTexts();
    await expect.poll(async () => (await choices()).length).toBeGreaterThan(1);
    const before = await choices();
    release();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect(await choices()).toEqual(before);
    await close();
  });
});

test("choices of filters that cannot be loaded are told, and come with the next try", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route("**/pagefind/**", (route) => route.abort());
  await page.goto(`${site.origin}/search/`);
  const summary = page.locator("#search-filters summary");
  await page.locator("#search-filters").hover();
  await status(page, "could not be loaded");
  await context.unroute("**/pagefind/**");
  await summary.click();
  await summary.click();
  await expect.poll(() => page.locator("#search-filters select").first().locator("option").count()).toBeGreaterThan(1);
  await context.close();
});

describe("further results", () => {
  let many: SearchServer;
  beforeAll(async () => {
    const talks = Array.from({ length: 30 }, (_, at) => [
      `events/2020-spring/talks/talk-${at}.md`,
      `---\ntitle: Locks ${at}\n---\n\nText ${at}.\n`,
    ]);
    const { archive } = loadArchive({ contentDir: folderOf({ ...LITTLE, ...Object.fromEntries(talks) }), assetsDir: folderOf({}) });
    const files = await makeIndex([...searchDocuments(archive)].map(indexable), "en", { lists: { names: searchNames(archive) } });
    const index = files.map(({ path, content }): [string, Uint8Array] => [`/pagefind/${path}`, content]);
    many = await serveSearch((await rootExample()).site, "", new Map(index));
  });
  afterAll(() => many?.close());

  /** Opens a search of many results, and gives a way to hold back or refuse what is asked for next. */
  async function searched() {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    let held: Promise<void> | undefined;
    let isRefused = false;
    await context.route("**/pagefind/fragment/**", async (route) => {
      await held;
      return isRefused ? route.abort() : route.continue();
    });
    await page.goto(`${many.origin}/search/?q=locks`);
    await status(page, "30 results");
    const more = page.locator("#search-more");
    const first = await titles(page);
    expect(first).toHaveLength(8);
    return {
      ...{ page, more, first, problems },
      refuse: (refused: boolean) => {
        isRefused = refused;
      },
      hold: () => {
        let release = () => {};
        held = new Promise((done) => {
          release = done;
        });
        return release;
      },
      close: () => context.close(),
    };
  }
  const shownAt = async ({ page }: { page: Page }) => {
    await expect.poll(async () => (await titles(page)).length).toBe(16);
    return titles(page);
  };

  test("that cannot be loaded are told, and come with the next try", async () => {
    const whole = await searched();
    await whole.more.click();
    const wanted = await shownAt(whole);
    await whole.close();

    const one = await searched();
    one.refuse(true);
    await one.more.click();
    await status(one.page, "could not be loaded");
    expect(await one.page.locator("#search-lists").isVisible()).toBe(true);
    expect(await titles(one.page)).toEqual(one.first);
    one.refuse(false);
    await one.more.click();
    expect(await shownAt(one)).toEqual(wanted);
    await status(one.page, "30 results");
    expect(one.problems).toEqual([]);
    await one.close();
  });

  test("stay when the reader skips the head of the page", async () => {
    const one = await searched();
    await one.more.click();
    const all = await shownAt(one);
    await skipHead(one.page);
    await one.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect(await shownAt(one)).toEqual(all);
    await one.close();
  });

  test("come once, however often they are asked for, and never below those of another question", async () => {
    const one = await searched();
    let release = one.hold();
    await one.more.click();
    await one.more.click();
    release();
    expect((await shownAt(one)).slice(0, 8)).toEqual(one.first);

    release = one.hold();
    await one.more.click();
    await field(one.page).fill("locks 1");
    await expect.poll(() => query(one.page)).toContain("1");
    release();
    await expect.poll(() => titles(one.page)).toEqual(["Locks 1"]);
    await one.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect(await titles(one.page)).toEqual(["Locks 1"]);
    await one.close();
  });
});

longTest("a connection that breaks off once is asked again, and filters that cannot be loaded leave the results", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const broken = new Set<string>();
  await context.route("**/pagefind/**", (route, request) => {
    const isFirst = !broken.has(request.url());
    broken.add(request.url());
    if (request.url().includes("/filter/")) return route.fulfill({ status: 500 });
    return isFirst ? route.abort("connectionreset") : route.continue();
  });
  await page.goto(`${site.origin}/search/?q=arm`);
  await status(page, /^\d+ results$/);
  const refused = page.waitForResponse(/\/pagefind\/filter\//);
  await page.locator("#search-filters").hover();
  await refused;
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  await status(page, /^\d+ results$/);
  expect((await titles(page)).length).toBeGreaterThan(0);
  await context.close();
});

test("the page and its styles fit into the first round trip", async () => {
  const { brotliCompressSync } = await import("node:zlib");
  const html = await (await fetch(`${site.origin}/search/`)).text();
  expect(brotliCompressSync(Buffer.from(html)).length).toBeLessThanOrEqual(14_600);
});
