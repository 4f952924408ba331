/** Pages of content that no designer wishes for still fit: nothing sticks out of a phone or a desk, and every title can be read whole. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { LONG } from "../support/long.ts";
import { serveFolder } from "../support/served.ts";
import { LONG_WORD, UGLY, UGLY_MEDIA } from "../support/ugly.ts";

const PAGES = {
  home: "",
  events: "events/",
  event: "events/2021-ugly/",
  agenda: "events/2021-ugly/agenda/",
  "talk of a speaker with a long word for a name": "events/2021-ugly/words/",
  "transcript of long words": "events/2021-ugly/words/transcript/",
  organization: "organizations/words/",
  "event without talks": "events/2022-empty/",
  "meetup without talks": "events/meetup/",
  "talk of 30 speakers with a long title": "events/2021-ugly/panel/",
  "talk titled with one long word": "events/2021-ugly/word/",
  "Arabic talk": "events/2021-ugly/arabic/",
  "talk with nothing but a title": "events/2021-ugly/bare/",
  "talk with very many slides and recordings": "events/2021-ugly/media/",
  presentations: "presentations/",
  speakers: "speakers/",
  topics: "topics/",
  papers: "papers/",
  "free page": "about/",
};

const folder = join(temporaryFolder(), "site");
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const run = await archive(["build", "--content", folderOf(UGLY), "--assets", folderOf(UGLY_MEDIA), "--output", folder]);
  expect(run.code, run.stderr).toBe(0);
  site = await serveFolder(folder);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Elements with text that reach beyond the sides of the page, as a reader would see it. */
/** Text beyond the edges of the screen; the row of sections scrolls sideways within itself. */
const STICKING_OUT = `[...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => !element.closest(".visually-hidden, .skip-link, thead, svg, option, .section-navigation ul"))
  .filter((element) => { for (let one = element; one; one = one.parentElement) if (one.clientWidth === 1 && getComputedStyle(one).overflow === "hidden") return false; return true; })
  .filter((element) => { const { left, right, width } = element.getBoundingClientRect(); return width > 1 && (left < -1 || right > innerWidth + 1); })
  .map((element) => element.outerHTML.slice(0, 120))`;

// Where there is the least room; `npm run test:all` looks at more widths, here and below.
test.each(LONG ? [320, 1280] : [320])("nothing sticks out at %i px", async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  for (const [name, path] of Object.entries(PAGES)) {
    expect((await page.goto(`${site.origin}/${path}`))?.status(), name).toBe(200);
    expect(await page.evaluate(STICKING_OUT), name).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), name).toBeLessThanOrEqual(0);
  }
  await page.close();
});

/** Marks of slides and videos that lie over the texts beside them. */
const MARKS_OVER_TEXT = `[...document.querySelectorAll(".talk-media")].flatMap((marks) => {
  const texts = [...marks.parentElement.querySelectorAll(".talk-title a, .session-title a, .talk-speakers, .talk-kind, .session-facts > *")];
  const boxes = texts.flatMap((text) => [...text.getClientRects()]);
  return [...marks.children].filter((mark) => {
    const one = mark.getBoundingClientRect();
    return boxes.some((box) => box.left < one.right - 1 && one.left < box.right - 1 && box.top < one.bottom - 1 && one.top < box.bottom - 1);
  }).map((mark) => mark.textContent);
})`;

test.each(LONG ? [320, 800, 1280] : [320])(
  "marks of slides and videos lie over no text at %i px, however many there are",
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const path of ["events/2021-ugly/", "events/2021-ugly/agenda/", "presentations/"]) {
      await page.goto(`${site.origin}/${path}`);
      expect(await page.evaluate("document.querySelectorAll('.talk-media > *').length"), path).toBeGreaterThanOrEqual(9);
      expect(await page.evaluate(MARKS_OVER_TEXT), path).toEqual([]);
    }
    await page.close();
  },
);

test.each(["events/2021-ugly/panel/", "events/2021-ugly/media/", ...(LONG ? ["", "events/2021-ugly/arabic/"] : [])])(
  "axe finds nothing on /%s",
  async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 }, bypassCSP: true, colorScheme: "dark" });
    const page = await context.newPage();
    await page.goto(`${site.origin}/${path}`);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  },
);

test("a long title is set smaller than a short one", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const size = async (path: string) => {
    await page.goto(`${site.origin}/${path}`);
    return page.evaluate<number>("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)");
  };
  expect(await size("events/2021-ugly/panel/")).toBeLessThan(await size("events/2021-ugly/bare/"));
  await page.close();
});

test("code in a text from right to left stays in its order", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/events/2021-ugly/arabic/`);
  const turned = await page.locator(".prose code").evaluateAll((all) =>
    all.flatMap((code) => {
      const text = code.firstChild as Text;
      const places = [...text.data.trimEnd()].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
      return places.some((left, at) => left < (places[at - 1] ?? left)) ? [text.data] : [];
    }),
  );
  expect(turned).toEqual([]);
  expect(await page.locator(".prose code").count()).toBe(3);
  await page.close();
});

test("a topic with a bar in it is one choice of the filter", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/presentations/`);
  await page.locator("#filter:visible").waitFor();
  const topics = await page.locator("#filter-topic option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(topics.filter((topic) => /storage|I.O/.test(topic))).toEqual(["I/O | storage"]);
  expect(topics).toEqual(expect.arrayContaining(["arm", "security", "日本語"]));
  await page.goto(`${site.origin}/presentations/?${new URLSearchParams({ topic: "I/O | storage" })}`);
  await expect.poll(() => page.textContent("#filter-count")).toMatch(/^1 of /);
  await page.close();
});

test("a place in captions with a long word fits among what was found", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
  await page.goto(`${site.origin}/search/?${new URLSearchParams({ q: LONG_WORD })}`);
  await page.locator("#search-results .place").first().waitFor();
  expect(await page.evaluate(STICKING_OUT)).toEqual([]);
  await page.close();
});
