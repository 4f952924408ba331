/** A reader walks through a site in a real browser, with and without JavaScript, at the root, under a prefix, and from a disk. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { EXAMPLE, portableExample, prefixedExample, rootExample } from "../support/example.ts";
import { type Place, placeOnDisk, serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Where the reader finds the site. */
const PLACES = {
  "at the root": async () => serveFolder((await rootExample()).site),
  "under a prefix": async () => serveFolder((await prefixedExample()).site, "/archive"),
  "from a disk": async () => placeOnDisk(await portableExample()),
};

async function withPage(
  place: keyof typeof PLACES,
  javaScriptEnabled: boolean,
  walk: (page: Page, at: Place["at"]) => Promise<void>,
): Promise<void> {
  const site = await PLACES[place]();
  const context = await browser.newContext({ javaScriptEnabled });
  const problems: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => !request.url().startsWith(site.origin) && problems.push(`outside request: ${request.url()}`));
  try {
    await walk(page, site.at);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    site.close();
  }
}

const main = (page: Page) => page.locator("main");
const follow = async (page: Page, name: string | RegExp) => {
  await main(page)
    .getByRole("link", { name, exact: typeof name === "string" })
    .first()
    .click();
  await page.waitForLoadState();
};
/** How many talks the list of presentations has: those of the example that are no breaks. */
const TALKS = Object.entries(EXAMPLE).filter(([path, text]) => path.includes("/talks/") && !/^kind: break$/m.test(String(text))).length;
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

const WAYS = Object.keys(PLACES).flatMap((place) => [
  { name: `${place}, with JavaScript`, place: place as keyof typeof PLACES, scripts: true },
  { name: `${place}, without JavaScript`, place: place as keyof typeof PLACES, scripts: false },
]);

/** With JavaScript at the root, and without it under a prefix; `npm run test:all` goes all ways. */
const SOME_WAYS = WAYS.filter(({ place, scripts }) => place === (scripts ? "at the root" : "under a prefix"));

describe.each(LONG ? WAYS : SOME_WAYS)("$name", ({ place, scripts }) => {
  test("home → event → agenda → talk → speaker → topic and back", () =>
    withPage(place, scripts, async (page, at) => {
      await page.goto(at("/"));
      await page.goto(at("/events/"));
      await follow(page, "Example Summit 2012");
      expect(await heading(page)).toContain("Example Summit 2012");
      await follow(page, /^agenda$/i);
      expect(page.url()).toBe(at("/events/2012-summit/agenda/"));
      await follow(page, "Processor Update 2012");
      expect(await heading(page)).toContain("Processor Update 2012");
      await follow(page, "Mira Halvorsen");
      expect(page.url()).toBe(at("/speakers/mira-halvorsen/"));
      expect(await main(page).innerText()).toContain("Example Silicon Research");
      await follow(page, "Processor Update 2012");
      await follow(page, "interrupts");
      expect(page.url()).toBe(at("/topics/interrupts/"));
      await page.goBack();
      expect(await heading(page)).toContain("Processor Update 2012");
      await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Home" }).click();
      await page.waitForURL(at("/"));
    }));

  test("an old address leads to the talk", () =>
    withPage(place, scripts, async (page, at) => {
      await page.goto(at("/old/2012/T10.html"));
      await page.waitForURL(at("/events/2012-summit/processor-update/"));
      expect(await heading(page)).toContain("Processor Update 2012");
    }));

  // The links are the same in all places.
  const testAtRoot: typeof longTest = place === "at the root" ? test : longTest;
  testAtRoot("every section of the navigation opens and marks where the reader is", () =>
    withPage(place, scripts, async (page, at) => {
      await page.goto(at("/"));
      for (const name of ["Summits", "Presentations and Videos", "Papers", "Catalogue", "Speakers", "Topics"]) {
        await page.getByRole("navigation", { name: "Community" }).getByRole("link", { name }).click();
        await expect.poll(() => page.locator(".section-navigation [aria-current]").innerText()).toBe(name);
      }
    }),
  );
});

describe.each(["at the root", "from a disk"] as const)("the list of presentations %s", (place) => {
  const open = (query: string, walk: (page: Page) => Promise<void>) =>
    withPage(place, true, async (page, at) => {
      await page.goto(at("/presentations/", query));
      await walk(page);
    });
  const visible = (page: Page) => page.locator(".talk-item:visible").count();
  const testAtRoot: typeof longTest = place === "at the root" ? test : longTest;

  testAtRoot("is complete without JavaScript, and shows no controls that do nothing", () =>
    withPage(place, false, async (page, at) => {
      await page.goto(at("/presentations/"));
      expect(await visible(page)).toBe(TALKS);
      expect(await page.locator("main form:visible").count()).toBe(0);
      // The search of the masthead leads to a page that has ways to everything.
      await page.getByRole("search").getByRole("button").click();
      await expect.poll(() => page.getByRole("heading", { name: "Lists of everything" }).isVisible()).toBe(true);
    }),
  );

  test("filters, keeps the filter in the address, and restores it from there", () =>
    open("", async (page) => {
      expect(await visible(page)).toBe(TALKS);
      await page.getByLabel("With video").check();
      await page.getByText("More filters").click();
      await page.getByLabel("Year").selectOption("2012");
      const shown = await visible(page);
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(12);
      expect(await page.getByRole("status").innerText()).toContain(`${shown} of ${TALKS}`);
      expect(new URL(page.url()).searchParams.get("year")).toBe("2012");
      await page.reload();
      await expect.poll(() => visible(page)).toBe(shown);
      expect(await page.getByLabel("With video").isChecked()).toBe(true);
      await page.locator(".talk-item:visible a").first().click();
      await page.waitForURL(/events\/2012/);
      await page.goBack();
      await expect.poll(() => visible(page)).toBe(shown);
      await page.getByRole("button", { name: "Clear" }).click();
      await expect.poll(() => visible(page)).toBe(TALKS);
      expect(new URL(page.url()).search).toBe("");
    }));

  testAtRoot("finds words in titles and names, and sorts", () =>
    open("?words=halvorsen", async (page) => {
      await expect.poll(() => visible(page)).toBeLessThan(TALKS);
      expect(await visible(page)).toBeGreaterThan(2);
      await page.getByText("More filters").click();
      await page.getByLabel("Sort by").selectOption("title");
      const titles = await page.locator(".talk-item:visible .talk-title").allInnerTexts();
      expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "en")));
      await page.getByLabel("Title or speaker").fill("no such talk at all");
      expect(await visible(page)).toBe(0);
      expect(await page.getByRole("status").innerText()).toMatch(/^(0|no) /i);
    }),
  );
});
