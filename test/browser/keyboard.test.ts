/** A reader without a mouse gets everywhere: real presses of Tab and Enter through pages, each stop seen, in the order of the text. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { rootExample } from "../support/example.ts";
import { problemsOf, stopProblems, walk, walkProblems, walkTo } from "../support/keyboard.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

let browser: Browser;
let rich: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  [rich, browser] = await Promise.all([serveFolder((await rootExample()).site), launch()]);
});
afterAll(async () => {
  await browser?.close();
  rich?.close();
});

/** What is walked at either width; `npm run test:all` walks all of it at both. */
const ALL_PAGES = [
  "",
  "events/2020-spring/agenda/",
  "events/2020-spring/",
  "events/2020-spring/media/",
  "events/2020-spring/dead/",
  "speakers/ada-example/",
  "catalogue/",
  "404.html",
];
const PAGES = {
  320: LONG ? ALL_PAGES : ["", "events/2020-spring/agenda/"],
  1280: LONG ? ALL_PAGES : ["", "events/2020-spring/", "events/2020-spring/media/", "speakers/ada-example/"],
};

const focused = (page: Page) => page.evaluate("document.activeElement?.id");

describe.each([320, 1280] as const)("at %i px", (width) => {
  /** What is done on a page is much the same on a phone, and tried there by `npm run test:all`. */
  const testHere: typeof longTest = width === 1280 ? test : longTest;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 640 }, reducedMotion: "reduce" });
    await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>" }));
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(PAGES[width])("/%s is walked from end to end", async (path) => {
    await page.goto(`${rich.origin}/${path}`);
    expect(await walkProblems(page)).toEqual([]);
  });

  testHere("the skip link is the first stop and leads to the content", async () => {
    await page.goto(`${rich.origin}/`);
    const [first] = await walk(page, { most: 1 });
    expect(first?.name).toBe("a “Skip to content”");
    expect(first?.problems).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("content");
    const [next] = await walk(page, { most: 1 });
    expect(await page.locator(":focus").evaluate((element) => element.closest("main") !== null), next?.name).toBe(true);
  });

  testHere("the navigation leads to the talks, whose filter is used by keys alone", async () => {
    await page.goto(`${rich.origin}/`);
    expect(stopProblems(await walkTo(page, /^a “Presentations and Videos”/))).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/presentations/");
    await page.locator("#filter:visible").waitFor();
    expect(stopProblems(await walkTo(page, /^input “Title or speaker”/))).toEqual([]);
    await page.keyboard.type("arm");
    expect(stopProblems(await walkTo(page, /^input “With slides”/))).toEqual([]);
    await page.keyboard.press("Space");
    expect(stopProblems(await walkTo(page, /^summary “More filters”/))).toEqual([]);
    await page.keyboard.press("Enter");
    expect(stopProblems(await walkTo(page, /^select “Year”/))).toEqual([]);
    await page.keyboard.press("End");
    const status = page.getByRole("status");
    await expect.poll(() => status.innerText()).toMatch(/ of \d+ talks$/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ words: "arm", slides: "1" });
    expect(stopProblems(await walkTo(page, /^button “Show results”/))).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("filter-count");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => status.innerText()).toMatch(/^\d+ talks$/);
  });

  testHere("the search is used from its field alone, and its results are stops too", async () => {
    await page.goto(`${rich.origin}/search/`);
    expect(stopProblems(await walkTo(page, /^input “Search”/))).toEqual([]);
    // All at once: on a busy machine, results of the first letters would come between.
    await page.keyboard.insertText("halvorsen");
    await page
      .locator("#search-status")
      .filter({ hasText: /result/ })
      .waitFor();
    expect(stopProblems(await walkTo(page, /^a “Mira Halvorsen”/))).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("search-words");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".is-active").evaluate((cell) => cell.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/speakers/mira-halvorsen/");
  });

  testHere("the agenda of a day leads to a talk, and its media are reached", async () => {
    await page.goto(`${rich.origin}/events/2013-summit/agenda/`);
    await walkTo(page, /^a “Wednesday, 28 August 2013/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**#day-2013-08-28");
    const [session] = await walk(page, { most: 1 });
    expect(session?.problems).toEqual([]);
    expect(await page.locator(":focus").evaluate((element) => element.closest("section")?.getAttribute("aria-labelledby"))).toBe(
      "day-2013-08-28",
    );
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith("/agenda/"));
    expect(stopProblems(await walkTo(page, /^a “(Slides|Video) of /))).toEqual([]);
  });

  testHere("the player of another host opens by Enter, takes the focus, and lets it go", async () => {
    await page.goto(`${rich.origin}/events/2020-spring/dead/`);
    expect(stopProblems(await walkTo(page, /^a “Watch on/))).toEqual([]);
    await page.keyboard.press("Enter");
    await page.locator(".player iframe").waitFor();
    await expect.poll(() => page.evaluate("document.activeElement?.tagName")).toBe("IFRAME");
    const [next] = await walk(page, { most: 2 }).then((stops) => stops.filter(({ name }) => !name.startsWith("iframe")));
    expect(next?.problems).toEqual([]);
  });

  testHere("a video opens over a list, where Tab stays until Escape leads back to its mark", async () => {
    await page.goto(`${rich.origin}/events/2020-spring/`);
    await walkTo(page, /^a “Video of A talk with everything/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await expect
      .poll(() => page.evaluate("document.activeElement.closest('dialog') !== null"), { message: "the focus is in it" })
      .toBe(true);
    // Poster and captions are there, so that nothing is laid out anew on the way.
    await page.waitForLoadState("networkidle");
    const stops = await walk(page);
    expect(problemsOf(stops)).toEqual([]);
    expect(stops.map(({ name }) => name)).toContain("a “All about this talk”");
    expect(await page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")).toBe(true);
    // What is printed is the page.
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("dialog").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.locator(":focus").innerText()).toMatch(/^Video/);
  });

  testHere("slides open over a list, where Tab leads through them and out of them, and Escape leads back to their mark", async () => {
    await page.goto(`${rich.origin}/events/2020-spring/agenda/`);
    await walkTo(page, /^a “Slides of A talk with everything/);
    await page.keyboard.press("Enter");
    const frame = page.frameLocator("dialog iframe.ready");
    await frame.locator(".slide-count").waitFor();
    const inside = await frame.locator("body").evaluate(() => location.pathname);
    expect(inside).toBe("/events/2020-spring/media/slides/");
    await page.keyboard.press("Tab");
    expect(await frame.locator(":focus").getAttribute("href")).toBe("#slide-1");
    // The focus within the frame is shown there.
    const stops = (await walk(page)).filter(({ name }) => !name.startsWith("iframe"));
    expect(problemsOf(stops)).toEqual([]);
    // After the last stop the focus goes to the browser's own controls, or around to the first button.
    const names = stops.map(({ name }) => name).filter((name) => name !== "button “Close”");
    expect(names).toEqual(["a “All about this talk”", "a “Open slides (1 page)”"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.locator(":focus").innerText()).toMatch(/^Slides/);
  });

  testHere("the slides of a talk are walked, one at a time and all together", async () => {
    await page.goto(`${rich.origin}/events/2020-spring/media/slides/`);
    expect(await walkProblems(page)).toEqual([]);
    await page.getByRole("button", { name: /^(One at a time|All slides)$/ }).focus();
    await page.keyboard.press("Enter");
    await page.reload();
    expect(await walkProblems(page)).toEqual([]);
  });

  longTest("back through a page the stops are the same", async () => {
    await page.goto(`${rich.origin}/events/2020-spring/bare/`);
    const there = await walk(page);
    await page.reload();
    const back = await walk(page, { key: "Shift+Tab" });
    expect(back.map(({ name }) => name)).toEqual(there.map(({ name }) => name).reverse());
    expect(problemsOf(back)).toEqual([]);
  });
});

test("a walk finds a trap, a hidden focus, a jump and what cannot be reached", async () => {
  const page = await browser.newPage();
  const problems = async (body: string) => {
    await page.setContent(`<style>:focus-visible { outline: 3px solid red }</style>${body}`);
    return walkProblems(page);
  };
  expect(await problems('<a href="#">one</a> <button>two</button>')).toEqual([]);
  expect(await problems('<style>a:focus { outline: none }</style><a href="#">one</a>')).toEqual([
    expect.stringContaining("a “one”: has no outline"),
  ]);
  expect(await problems('<a href="#">one</a><p style="position: fixed; inset: 0; background: red"></p>')).toEqual([
    expect.stringContaining("something lies over it"),
  ]);
  expect(await problems('<a href="#">one</a> <a href="#" tabindex="1">two</a>')).toEqual(["a “one” comes after a “two”"]);
  expect(
    await problems(
      '<a href="#">one</a> <details><summary>two</summary></details><input type="radio" name="a" checked><input type="radio" name="a">',
    ),
  ).toEqual([]);
  await page.setContent(
    '<a href="#">one</a><button>two</button><script>document.querySelector("button").onkeydown = (event) => event.preventDefault()</script>',
  );
  await expect(walkProblems(page)).rejects.toThrow("does not let the focus go");
  await page.close();
});
