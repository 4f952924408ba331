/** A site that is written from right to left: its layout is mirrored, nothing sticks out, and the arrows at the sides of keys change places. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { launch } from "../support/browser.ts";
import { SITE } from "../support/content.ts";
import { serveFolder } from "../support/served.ts";
import { builtSite } from "../support/sites.ts";
import { LONG } from "../support/long.ts";

const EVENT = "events/2020-spring";
const RECORDS = {
  "site.yaml": SITE.replace("notice:", "language: ar\nnotice:"),
  [`${EVENT}/event.md`]: "---\nname: مؤتمر 2020\nstartDate: 2020-05-04\ntimezone: Asia/Damascus\ncity: دمشق\n---\n\nأهلًا.\n",
  "papers/paper.md": "---\ntitle: ورقة\nyear: 2020\nsources:\n  - https://example.org/paper\n---\n",
  ...Object.fromEntries(
    ["الذاكرة المشتركة", "Live migration", "أمان الحاويات"].map((title, index) => [
      `${EVENT}/talks/talk-${index}.md`,
      `---\ntitle: ${title}\nspeaker: ليلى حداد ${index}\norganization: جامعة حلب\ndate: 2020-05-04\nstart: "${10 + (index >> 1)}:00"\nend: "${10 + (index >> 1)}:45"\nroom: ${index % 2 ? "ب" : "أ"}\n${index === 1 ? "language: en\n" : ""}slides: https://slides.example.org/${index}/\ntopics:\n  - ذاكرة\n---\n\nملخص *المحاضرة*.\n`,
    ]),
  ),
};

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const [{ site }, launched] = await Promise.all([builtSite(RECORDS), launch()]);
  [served, browser] = [await serveFolder(site), launched];
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

describe("pages", () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await browser.newContext({ reducedMotion: "reduce", bypassCSP: true })).newPage();
  });

  test.each([
    "/",
    `/${EVENT}/`,
    `/${EVENT}/agenda/`,
    `/${EVENT}/talk-0/`,
    "/explore/",
    // Pages of plain lists, forms and texts.
    ...(LONG ? ["/presentations/", "/search/", "/speakers/", "/accessibility/"] : []),
  ])("%s is accessible in both themes, and loses no text", async (path) => {
    await expectAccessible(page, served.at(path));
  });
});

test("what begins a line stands at its right, titles in another direction too", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const box = async (selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    if (!found) throw new Error(selector);
    return { left: found.x, right: found.x + found.width };
  };
  await page.goto(`${served.origin}/${EVENT}/`);
  const [brand, sections, main] = [await box(".brand"), await box(".section-navigation"), await box("main h1")];
  expect(brand.left).toBeGreaterThan(sections.right);
  expect(Math.abs(brand.right - main.right)).toBeLessThan(2);
  const rights = await page.evaluate(() =>
    [...document.querySelectorAll(".talk-title a")].map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(rights).toHaveLength(3);
  expect(new Set(rights).size).toBe(1);
  await page.goto(`${served.origin}/${EVENT}/talk-0/`);
  const emphasis = await page.locator(".prose em").evaluate((element) => getComputedStyle(element));
  expect([emphasis.fontStyle, emphasis.fontWeight]).toEqual(["normal", "600"]);
  await page.close();
});

test("on paper letters have the size of paper, addresses end where they end, and nothing is cut off or closed", async () => {
  const page = await browser.newPage({ viewport: { width: 700, height: 800 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(`${served.origin}/${EVENT}/talk-0/`);
  const isWhole = await page.locator(".prose").evaluate((prose) => {
    const code = prose.appendChild(document.createElement("pre"));
    code.textContent = "x".repeat(200);
    return code.scrollWidth <= code.clientWidth;
  });
  const styles = await page.evaluate(() => {
    const styleOf = (selector: string, part?: string) => getComputedStyle(document.querySelector(selector) as Element, part);
    return [
      styleOf("html").fontSize,
      styleOf("a.media", "::after").content,
      styleOf(".print-address").unicodeBidi,
      styleOf(".terms").display,
    ];
  });
  expect([isWhole, ...styles]).toEqual([true, "13.3333px", '"\u2066https://slides.example.org/0/\u2069"', "plaintext", "block"]);
  await page.goto(`${served.origin}/papers/`);
  expect(await page.locator("details li").first().isVisible()).toBe(true);
  await page.close();
});
