/** The theme is the system's until the reader chooses; a choice is remembered, and applied before anything is painted. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { rootExample } from "../support/example.ts";
import { serveFolder } from "../support/served.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  site = await serveFolder((await rootExample()).site);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  context = await browser.newContext({ colorScheme: "light" });
  page = await context.newPage();
});
afterEach(() => context.close());

const LIGHT = "rgb(248, 249, 247)";
const DARK = "rgb(15, 24, 28)";
const background = (of = page) => of.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
const chosen = (of = page) => of.evaluate<string>("document.querySelector('.theme-switch :checked').value");
const open = (path = "about/") => page.goto(`${site.origin}/${path}`);

test("without a choice the system decides, also when it changes", async () => {
  await open();
  expect([await chosen(), await background()]).toEqual(["system", LIGHT]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).toBe(DARK);
});

test("a choice is reached by keyboard, wins over the system, and is remembered until it is taken back", async () => {
  await open();
  await page.getByRole("radio", { name: "System" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect([await chosen(), await background()]).toEqual(["dark", DARK]);
  await open("events/");
  expect([await chosen(), await background()]).toEqual(["dark", DARK]);
  expect(await page.locator('meta[name="color-scheme"]').getAttribute("content")).toBe("dark");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("radio", { name: "Light" }).check();
  expect(await background()).toBe(LIGHT);
  await page.getByRole("radio", { name: "System" }).check();
  await open();
  expect([await chosen(), await background()]).toEqual(["system", DARK]);
});

test("it is applied while there is no body to paint, without the module", async () => {
  await open();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.route("**/theme-*.js", (route) => route.abort());
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (!document.documentElement?.dataset.theme) return;
    window.bodyWhenSet = document.body;
    observer.disconnect();
  }).observe(document, { attributes: true, childList: true, subtree: true });`);
  await open("events/");
  expect(await page.evaluate("window.bodyWhenSet")).toBeNull();
  expect(await background()).toBe(DARK);
});

test("other tabs follow", async () => {
  await open();
  const other = await context.newPage();
  await other.goto(`${site.origin}/events/`);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(() => background(other)).toBe(DARK);
  expect(await chosen(other)).toBe("dark");
});

test("where nothing can be stored it works for the page", async () => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })");
  await open();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(await background()).toBe(DARK);
  await open("events/");
  expect([await chosen(), await background()]).toEqual(["system", LIGHT]);
  expect(errors).toEqual([]);
});

test("nothing moves when the switch appears, and without scripts there is none", async () => {
  await open();
  const script = "performance.getEntriesByType('layout-shift').length";
  expect(await page.evaluate(script)).toBe(0);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${site.origin}/about/`);
  expect(await still.locator(".theme-switch").isVisible()).toBe(false);
  await plain.close();
});

test("paper is always light", async () => {
  await open();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.emulateMedia({ media: "print" });
  expect(await background()).toBe("rgb(255, 255, 255)");
});
