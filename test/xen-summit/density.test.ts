/** How much the real pages show at once: rows of talks on the first screen, where titles begin, how high the home page is; and that nothing moves or breaks. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { presentations } from "../../src/model/archive.ts";
import { PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { chosenPages, samplePages } from "../support/samples.ts";
import { visitRootSite } from "../support/real-sites.ts";
import { LONG } from "../support/long.ts";

const SCREENS = [
  { name: "desk", width: 1440, height: 900, rows: { event: 10, list: 12 } },
  { name: "phone", width: 390, height: 844, rows: { event: 5, list: 6 } },
] as const;
const HIGHEST_TITLE = 190;
const HIGHEST_HOME = 3_500;

const { archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") });
const many = (talks: readonly unknown[]) => talks.length >= 12;
/** Every third of many pages of a kind; `npm run test:all` looks at all. */
const some = <Kind>(pages: readonly Kind[]) => pages.filter((_, index) => LONG || index % 3 === 0);
/** The pages whose first screen is counted, and what they are. */
const LISTS: readonly (readonly [path: string, kind: "event" | "list"])[] = [
  ...some(archive.events.filter(({ talks }) => presentations(talks).length >= 10)).map(({ path }) => [path, "event"] as const),
  ["/presentations/", "list"],
  ...some(archive.topics.filter(({ talks }) => many(talks))).map(({ path }) => [path, "list"] as const),
  ...archive.people.filter(({ appearances }) => many(appearances)).map(({ path }) => [path, "list"] as const),
];
/** The largest page of every kind, and in `npm run test:all` the first too; but for those that only lead on. */
const samples = chosenPages(await samplePages(join(PROJECT, "content"), join(PROJECT, "assets"), temporaryFolder()))
  .filter(([name]) => !name.startsWith("moved"))
  .map(([, path]) => path);

const { at, browser } = visitRootSite();

/** Shows a page whose fonts are there, as at a second visit. */
async function onScreen<Result>(screen: { width: number; height: number }, look: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser().newContext({ viewport: { width: screen.width, height: screen.height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  try {
    return await look(page);
  } finally {
    await context.close();
  }
}

const completeRows = () =>
  [...document.querySelectorAll(".talk-item")].filter((row) => {
    const { height, bottom } = row.getBoundingClientRect();
    return height > 0 && bottom <= innerHeight;
  }).length;
const topOfTitle = () => Math.round((document.querySelector("h1")?.getBoundingClientRect().top ?? 0) + scrollY);

/** Words of letters alone that stand on two lines. */
const brokenWords = () => {
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inAddress =
      /^(?:https?:|www\.|[\w-]+\.[\w-]+\/)/.test(node.textContent?.trim() ?? "") ||
      node.parentElement?.closest(".sources, .print-address, code");
    if (inAddress || !node.parentElement?.checkVisibility() || node.parentElement.closest("script, .visually-hidden")) continue;
    range.selectNodeContents(node);
    if (lines() < 2) continue;
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (lines() > 1) broken.push(word);
    }
  }
  return broken;
};

/** What is wrong with letters twice as large: words that are broken, what reaches over the edge, and a search field that is too narrow to type in. */
const lostInLargeText = (words: readonly string[]) => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const field = document.querySelector(".site-search input");
  return [
    ...words,
    ...(scrollWidth > clientWidth ? [`${scrollWidth} pixels wide`] : []),
    ...(field && field.clientWidth < 160 ? [`a field of ${field.clientWidth} pixels`] : []),
  ];
};

/** A phone has the least room. */
const LARGE_LETTERS = LONG ? [390, 1280] : [390];
const NARROW = LONG ? [320, 768] : [320];

/** What one page shows at each width, and what is broken there; only the samples are asked for words. */
interface Seen {
  path: string;
  first: Record<string, { top: number; rows: number }>;
  broken: Record<number, string[]>;
  inLargeLetters: Record<number, string[]>;
}

/**
 * Loads each page once on either screen: in a window that became narrower, Chromium takes the font that pages can do without for missing.
 * Then makes the window narrower and the letters larger, as a reader does.
 */
async function lookAtPages(page: Page): Promise<Seen[]> {
  const list = [...new Set([...samples, ...LISTS.map(([path]) => path)])].map(
    (path): Seen => ({ path, first: {}, broken: {}, inLargeLetters: {} }),
  );
  for (const screen of SCREENS)
    for (const seen of list) {
      await page.setViewportSize(screen);
      await page.goto(at(seen.path));
      seen.first[screen.name] = { top: await page.evaluate(topOfTitle), rows: await page.evaluate(completeRows) };
      if (screen === SCREENS.at(-1) && samples.includes(seen.path)) await lookAtWords(page, seen);
    }
  return list;
}

async function lookAtWords(page: Page, seen: Seen): Promise<void> {
  // An address in a citation may break anywhere.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll(".citation")) one.remove();
  });
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    seen.broken[width] = await page.evaluate(brokenWords);
  }
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  for (const width of LARGE_LETTERS) {
    await page.setViewportSize({ width, height: 900 });
    seen.inLargeLetters[width] = await page.evaluate(lostInLargeText, await page.evaluate(brokenWords));
  }
}

let pages: Seen[];
beforeAll(async () => {
  pages = await onScreen(SCREENS[0], lookAtPages);
});

test.each(SCREENS)(
  "at $width × $height every title begins near the top, and the first screen of an event, a topic, a speaker and the list of talks shows its rows",
  ({ name, rows: least }) => {
    const wanted = new Map<string, number>(LISTS.map(([path, kind]) => [path, least[kind]]));
    const found = pages.map(({ path, first }) => ({ path, top: Infinity, rows: 0, ...first[name], wanted: wanted.get(path) ?? 0 }));
    console.table(found);
    expect(found.filter(({ top }) => top > HIGHEST_TITLE)).toEqual([]);
    expect(found.filter(({ rows, wanted: atLeast }) => rows < atLeast)).toEqual([]);
  },
);

test("the home page is short on a phone", async () => {
  const height = await onScreen(SCREENS[1], async (page) => {
    await page.goto(at("/"));
    return page.evaluate(() => document.documentElement.scrollHeight);
  });
  console.log(`The home page is ${height} pixels high.`);
  expect(height).toBeLessThanOrEqual(HIGHEST_HOME);
});

test.each(NARROW)("no word is broken at %d pixels", (width) => {
  expect(pages.filter(({ broken }) => (broken[width] ?? []).length > 0)).toEqual([]);
});

test.each(LARGE_LETTERS)("with letters twice as large at %d pixels no word is broken, and nothing lies over anything else", (width) => {
  expect(pages.filter(({ inLargeLetters }) => (inLargeLetters[width] ?? []).length > 0)).toEqual([]);
});

/** The labels of the drawing of the home page that lie over another one. */
const labelsOverOthers = () => {
  const labels = [...document.querySelectorAll(".skyline text")].map((label) => ({
    text: label.textContent,
    box: label.getBoundingClientRect(),
  }));
  const shown = labels.filter(({ box }) => box.width > 0);
  return {
    shown: shown.length,
    over: shown.filter(({ box }, index) =>
      shown
        .slice(index + 1)
        .some(
          ({ box: other }) =>
            Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
            Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
        ),
    ),
  };
};

const DRAWINGS = [
  [1280, "100%", 40],
  [390, "200%", 4],
  [1280, "200%", 4],
  [1000, "100%", 40],
  [960, "125%", 4],
] as const;

test.each(LONG ? DRAWINGS : DRAWINGS.slice(0, 2))(
  "at %d pixels with letters of %s no label of the drawing lies over another",
  async (width, size, atLeast) => {
    const { shown, over } = await onScreen({ width, height: 900 }, async (page) => {
      await page.goto(at("/"));
      await page.evaluate((fontSize) => document.documentElement.style.setProperty("font-size", fontSize), size);
      return page.evaluate(labelsOverOthers);
    });
    expect(over).toEqual([]);
    expect(shown).toBeGreaterThanOrEqual(atLeast);
  },
);

test("where a reader chooses the colours, what has neither slides nor video is thinner than what has", async () => {
  const context = await browser().newContext({ viewport: { width: 1280, height: 900 }, forcedColors: "active" });
  const page = await context.newPage();
  await page.goto(at("/"));
  const widthOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((path) => Number.parseFloat(getComputedStyle(path).strokeWidth));
  expect(await widthOf(".skyline .drawn:not(.drawn-slides, .drawn-video)")).toBeLessThan((await widthOf(".skyline .drawn-slides")) / 2);
  expect(await widthOf(".band .n")).toBeLessThan((await widthOf(".band .s")) / 2);
  await context.close();
});

const boxes = () =>
  [...document.querySelectorAll("h1, .talk-item:nth-child(-n + 10)")].map((one) => {
    const { top, left, width, height } = one.getBoundingClientRect();
    return [top, left, width, height].map((number) => Math.round(number * 100) / 100);
  });

test.each(LONG ? ["late", "never"] : ["late"])("nothing moves when the font arrives %s", async (when) => {
  const event = LISTS[0]?.[0] ?? "/";
  await onScreen(SCREENS[0], async (page) => {
    let asked = 0;
    await page.route(/\.woff2$/, async (route) => {
      asked++;
      if (when === "never") return route.abort();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return route.continue();
    });
    await page.goto(at(event), { waitUntil: "domcontentloaded" });
    const before = await page.evaluate(boxes);
    await page.waitForLoadState("load");
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(boxes)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
    expect(asked).toBeGreaterThan(0);
  });
});
