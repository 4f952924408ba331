/** A reader walks through a site in a real browser, with and without JavaScript, at the root and under a prefix. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { EXAMPLE, prefixedExample, rootExample } from "../support/example.ts";
import { serveFolder } from "../support/served.ts";

let browser: Browser;
let rootSite: string;
let prefixedSite: string;
beforeAll(async () => {
  browser = await launch();
  [rootSite, prefixedSite] = (await Promise.all([rootExample(), prefixedExample()])).map(({ site }) => site) as [string, string];
});
afterAll(() => browser.close());

async function withPage(
  folder: string,
  prefix: string,
  javaScriptEnabled: boolean,
  walk: (page: Page, home: string) => Promise<void>,
): Promise<void> {
  const site = await serveFolder(folder, prefix);
  const context = await browser.newContext({ javaScriptEnabled });
  const problems: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => !request.url().startsWith(site.origin) && problems.push(`outside request: ${request.url()}`));
  try {
    await walk(page, `${site.origin}${prefix}/`);
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

describe.each([
  { name: "with JavaScript", scripts: true, prefixed: false },
  { name: "without JavaScript", scripts: false, prefixed: false },
  { name: "with JavaScript under a prefix", scripts: true, prefixed: true },
  { name: "without JavaScript under a prefix", scripts: false, prefixed: true },
])("$name", ({ scripts, prefixed }) => {
  const folder = () => (prefixed ? prefixedSite : rootSite);
  const prefix = prefixed ? "/archive" : "";

  test("home → event → agenda → talk → speaker → topic and back", () =>
    withPage(folder(), prefix, scripts, async (page, home) => {
      await page.goto(home);
      await page.goto(`${home}events/`);
      await follow(page, "Example Summit 2012");
      expect(await heading(page)).toContain("Example Summit 2012");
      await follow(page, /^agenda$/i);
      expect(page.url()).toBe(`${home}events/2012-summit/agenda/`);
      await follow(page, "Processor Update 2012");
      expect(await heading(page)).toContain("Processor Update 2012");
      await follow(page, "Mira Halvorsen");
      expect(page.url()).toBe(`${home}speakers/mira-halvorsen/`);
      expect(await main(page).innerText()).toContain("Example Silicon Research");
      await follow(page, "Processor Update 2012");
      await follow(page, "interrupts");
      expect(page.url()).toBe(`${home}topics/interrupts/`);
      await page.goBack();
      expect(await heading(page)).toContain("Processor Update 2012");
      await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Home" }).click();
      await page.waitForURL(home);
    }));

  test("an old address leads to the talk", () =>
    withPage(folder(), prefix, scripts, async (page, home) => {
      await page.goto(`${home}old/2012/T10.html`);
      await page.waitForURL(`${home}events/2012-summit/processor-update/`);
      expect(await heading(page)).toContain("Processor Update 2012");
    }));

  test("every section of the navigation opens and marks where the reader is", () =>
    withPage(folder(), prefix, scripts, async (page, home) => {
      for (const name of ["Summits", "Presentations and Videos", "Papers", "Catalogue", "Speakers", "Topics"]) {
        await page.goto(home);
        await page.getByRole("navigation", { name: "Community" }).getByRole("link", { name }).click();
        await page.waitForLoadState();
        expect(await page.locator(".section-navigation [aria-current]").innerText()).toBe(name);
      }
    }));
});

describe("the list of presentations", () => {
  const open = (query: string, walk: (page: Page) => Promise<void>) =>
    withPage(rootSite, "", true, async (page, home) => {
      await page.goto(`${home}presentations/${query}`);
      await walk(page);
    });
  const visible = (page: Page) => page.locator(".talk-item:visible").count();

  test("is complete without JavaScript, and shows no controls that do nothing", () =>
    withPage(rootSite, "", false, async (page, home) => {
      await page.goto(`${home}presentations/`);
      expect(await visible(page)).toBe(TALKS);
      expect(await page.locator("main form:visible").count()).toBe(0);
      // The search of the masthead leads to a page that has ways to everything.
      await page.getByRole("search").getByRole("button").click();
      await expect.poll(() => page.getByRole("heading", { name: "Lists of everything" }).isVisible()).toBe(true);
    }));

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

  test("finds words in titles and names, and sorts", () =>
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
    }));
});
