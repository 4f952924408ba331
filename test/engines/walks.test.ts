/** A reader walks through a site in Firefox and in WebKit: what the tests of `test/browser/` show at length in Chromium works there too. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LITTLE } from "../support/content.ts";
import { mixedDeck } from "../support/decks.ts";
import { EXAMPLE } from "../support/example.ts";
import { needs } from "../support/programs.ts";
import { richMedia } from "../support/rich.ts";
import { serveFolder } from "../support/served.ts";
import { builtSite } from "../support/sites.ts";
import type { Engine, EngineWindow } from "./engine.ts";
import { startFirefox } from "./firefox.ts";
import { holdFonts } from "./hold-fonts.ts";
import { startWebKit } from "./webkit.ts";

const DECK = "https://www.slideshare.net/slideshow/a-deck/1387962";
const RECORDS = {
  ...EXAMPLE,
  "events/2016-summit/talks/elsewhere.md": `---\ntitle: Slides elsewhere\nspeaker: Ivo Brandt\nslides: ${DECK}\n---\n\nAbout.\n`,
};

/** Many events, each in another town of eight countries. */
const PLACES = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `events/${1960 + at}-meeting/event.md`,
    `---\nname: Meeting ${1960 + at}\nstartDate: ${1960 + at}-05-04\ncity: Town ${at}\ncountry: Land ${at % 8}\n---\n`,
  ]),
);

let folder: string;
beforeAll(async () => {
  folder = (await builtSite(RECORDS, { ...(await richMedia()), "media/2020/talk.pdf": mixedDeck() })).site;
});

const ENGINES = [
  { name: "Firefox", start: startFirefox, options: needs("firefox") },
  { name: "WebKit", start: startWebKit, options: needs("webkit") },
];

describe.each(ENGINES)("$name", ({ start, options }) => {
  describe("walks", options, () => {
    let engine: Engine;
    let served: Awaited<ReturnType<typeof serveFolder>>;
    let page: EngineWindow;
    beforeAll(async () => {
      [engine, served] = await Promise.all([start(), serveFolder(folder)]);
    });
    afterAll(async () => {
      await engine?.close();
      served?.close();
    });
    beforeEach(async () => {
      page = await engine.window({ width: 1280, height: 900 });
    });
    afterEach(() => page.close());

    const open = (path: string) => page.open(`${served.origin}${path}`);
    const text = (selector: string) => page.value<string | null>(`document.querySelector(${JSON.stringify(selector)})?.textContent.trim()`);
    const texts = (selector: string) =>
      page.value<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent.trim())`);
    const soon = <Value>(expression: string) => expect.poll(() => page.value<Value>(expression).catch(() => undefined));
    const path = "location.pathname";
    /** Hosts that the page has asked for something, beside its own. */
    const others =
      "performance.getEntriesByType('resource').map(({ name }) => new URL(name).host).filter((host) => host !== location.host)";

    test("a list of places in columns ends with the footer of its page", async () => {
      const { site } = await builtSite({ ...LITTLE, ...PLACES });
      const other = await serveFolder(site);
      await page.open(`${other.origin}/events/`);
      const heights = "[document.documentElement.scrollHeight, document.querySelector('.footer').getBoundingClientRect().bottom + scrollY]";
      const [whole = 0, footer = 0] = await page.value<number[]>(`${heights}.map(Math.round)`);
      other.close();
      expect(whole).toBeGreaterThan(900);
      expect(whole).toBe(footer);
    });

    test("home, an event, a talk, its speaker: each leads on, under the notice and both navigations", async () => {
      await open("/");
      await page.click("main a[href='/events/2017-summit/']");
      await soon(path).toBe("/events/2017-summit/");
      await page.click("main .talk-title a[href='/events/2017-summit/port/']");
      await soon(path).toBe("/events/2017-summit/port/");
      expect(await text("h1")).toBe("Bring-up of passthrough on ARM");
      expect(await text(".notice")).toContain("This is an archive.");
      expect((await texts("nav")).length).toBeGreaterThanOrEqual(3);
      await page.click(".byline a");
      await soon(path).toBe("/speakers/ivo-brandt/");
      expect(await text("h1")).toBe("Ivo Brandt");
      expect(await page.value(others)).toEqual([]);
    });

    test("the face of titles is there, and no page is wider than a phone", async () => {
      // The face is optional: on a slow machine it is there at a later visit.
      const hasFace = async () => {
        await open("/events/2017-summit/port/");
        return page.value("document.fonts.ready.then(() => document.fonts.check('600 16px Archivo'))");
      };
      await expect.poll(hasFace).toBe(true);
      await page.resize({ width: 390, height: 844 });
      for (const one of [
        "/",
        "/events/2017-summit/",
        "/events/2017-summit/agenda/",
        "/events/2020-spring/panel/",
        "/presentations/",
        "/speakers/",
      ]) {
        await open(one);
        // The windows of WebKitGTK get no narrower than this.
        expect(
          await page.value("innerWidth < 480 && document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          one,
        ).toBe(0);
      }
    });

    test("no line of a panel begins with the comma after a name", async () => {
      await open("/events/2020-spring/panel/");
      const lonely = `[...document.querySelectorAll(".byline > li")].filter((item) => {
        const [name, after] = item.childNodes;
        const comma = document.createRange();
        comma.setStart(after.firstChild, 0);
        comma.setEnd(after.firstChild, 1);
        return comma.getClientRects()[0].top > [...name.getClientRects()].at(-1).bottom - 4;
      }).length`;
      for (const width of [500, 600, 700, 800, 900, 1000, 1100]) {
        await page.resize({ width, height: 900 });
        expect(await page.value(`document.querySelectorAll(".byline > li").length`)).toBe(30);
        expect(await page.value(lonely), `${width} px`).toBe(0);
      }
    });

    test("texts are drawn in letters, not in boxes that are all as wide", async () => {
      await open("/events/2017-summit/port/");
      for (const family of ["serif", "sans", "narrow"]) {
        const widths = `["iii", "mmm"].map((letters) => {
          const one = document.body.appendChild(document.createElement("span"));
          one.style.position = "absolute";
          one.style.fontFamily = "var(--${family})";
          one.textContent = letters;
          return one.getBoundingClientRect().width;
        })`;
        const [thin = 0, wide = 0] = await page.value<number[]>(widths);
        expect(wide, family).toBeGreaterThan(thin * 1.5);
      }
    });

    test("`/` leads to the field, results come while one types, arrow keys and Enter open one", async () => {
      await open("/about/");
      await page.press("/", "migration");
      await soon("document.activeElement?.id").toBe("site-search");
      await soon("document.querySelectorAll('#site-search-results a').length > 0").toBe(true);
      expect(await text(".search-popup-status")).toMatch(/result/);
      await page.press("ArrowDown", "Enter");
      await soon(path).toMatch(/migration/);
    });

    test("the search page answers the address, and a click leads to the talk", async () => {
      await open("/search/?q=passthrough");
      await soon("document.querySelector('#search-results .talk-title a')?.textContent").toBe("Bring-up of passthrough on ARM");
      // What was found is underlined, in the colour of the accent.
      expect(
        await page.value(
          "(({ textDecorationLine, textDecorationThickness }) => `${textDecorationLine} ${textDecorationThickness}`)(getComputedStyle(document.querySelector('#search-results mark')))",
        ),
      ).toBe("underline 2px");
      await page.click("#search-results .talk-title a");
      await soon(path).toBe("/events/2017-summit/port/");
    });

    test("the list is filtered by words and marks, and the address keeps it", async () => {
      await open("/presentations/");
      const shown = "[...document.querySelectorAll('#talks .talk-item')].filter((one) => one.getClientRects().length > 0).length";
      const all = await page.value<number>(shown);
      await page.click("#filter-words");
      await page.press("weather");
      await soon(shown).toBe(6);
      expect(all).toBeGreaterThan(6);
      await soon("location.search").toContain("words=weather");
      await page.click("#filter-words");
      await page.value("document.querySelector('#filter-words').select()");
      await page.press("slides that are gone");
      await page.click("#filter-slides");
      await soon(shown).toBe(1);
    });

    test("words that were looked for stand in their fields on the way back", async () => {
      for (const [from, field, link, path] of [
        ["/search/?q=passthrough", "#search-words", "#search-results .talk-title a", "/events/2017-summit/port/"],
        ["/presentations/?words=weather", "#filter-words", "#talks .talk-title a", "/events/2017-summit/weather-report/"],
      ] as const) {
        await open(from);
        await page.click(link);
        await soon("location.pathname").toBe(path);
        await page.value("history.back()");
        // The driver of WebKit waits long for the answer of a page that was left meanwhile.
        await new Promise((done) => setTimeout(done, 1500));
        await soon("location.pathname + location.search").toBe(from);
        // They come with the scripts of the page, and stay.
        const words = `document.querySelector("${field}").value`;
        await soon(words).toBe(from.split("=")[1]);
        await new Promise((done) => setTimeout(done, 500));
        expect(await page.value(words)).toBe(from.split("=")[1]);
      }
    });

    test("results below the field in the head are there on the way back as long as the words are that they answer", async () => {
      await open("/about/");
      await page.click("#site-search");
      await page.press("passthrough");
      await soon("document.querySelectorAll('#site-search-results a').length > 0").toBe(true);
      await page.click("#site-search-results a");
      await soon("location.pathname").toBe("/events/2017-summit/port/");
      await page.value("history.back()");
      await new Promise((done) => setTimeout(done, 1500));
      await soon("location.pathname").toBe("/about/");
      await soon("(document.querySelector('#site-search').value === '') === document.querySelector('.search-popup').hidden").toBe(true);
    });

    test("an agenda with rooms is a table; a session's address marks it and keeps its room in view", async () => {
      await open("/events/2017-summit/agenda/#session-weather-report");
      expect((await texts(".agenda-grid thead th")).slice(0, 3)).toEqual(["Time", "Hall", "Tower"]);
      await soon("getComputedStyle(document.querySelector('#session-weather-report')).outlineStyle").toBe("solid");
      const top = "document.querySelector('.agenda-grid thead th').getBoundingClientRect().top";
      await soon(`${top} >= 0 && ${top} < innerHeight`).toBe(true);
    });

    test("times change to those of the reader and back", async () => {
      await open("/events/2017-summit/agenda/");
      await soon("document.querySelector('.zone-choice').hidden").toBe(false);
      const first = () => text(".slot-time time");
      expect(await first()).toMatch(/^09:00/);
      await page.click(".zone-choice label:last-of-type input");
      await expect.poll(first).toMatch(/^01:00/);
      expect(await text(".zone-choice label:last-of-type")).toContain("Asia/Tokyo");
      await page.click(".zone-choice label:first-of-type input");
      await expect.poll(first).toMatch(/^09:00/);
    });

    test("a video of another host loads when the reader asks for it, with the focus in it", async () => {
      await open("/events/2017-summit/processor-update/");
      expect(await page.value(others)).toEqual([]);
      await page.click(".player-front");
      await soon("document.querySelector('.player iframe')?.src").toBe("https://player.vimeo.com/video/20170001?dnt=1&autoplay=1#t=0s");
      await soon("document.activeElement?.localName").toBe("iframe");
    });

    test("slides of another host open on the page of the talk, and over the agenda", async () => {
      await open("/events/2016-summit/elsewhere/");
      await page.click(".slides-player .player-front");
      await soon("document.querySelector('.slides-player iframe')?.src").toBe("https://www.slideshare.net/slideshow/embed_code/1387962");
      await open("/events/2016-summit/agenda/");
      await page.click(`.media[href="${DECK}"]`);
      await soon("document.querySelector('dialog[open] iframe')?.src").toBe("https://www.slideshare.net/slideshow/embed_code/1387962");
      await page.click("dialog button");
      await soon("document.querySelectorAll('dialog').length").toBe(0);
      await soon("document.activeElement?.href").toBe(DECK);
    });

    test("slides of the archive are shown one by one by keys, and over a list", async () => {
      await open("/events/2020-spring/media/slides/");
      await soon("document.querySelector('.slide-count')?.textContent").toBe("Slide 1 of 8");
      await page.press("ArrowRight");
      await soon("document.querySelector('.slide-count')?.textContent").toBe("Slide 2 of 8");
      await soon("location.hash").toBe("#slide-2");
      await open("/events/2020-spring/agenda/");
      await page.click(".media[data-kind=slides][data-title]");
      await soon("document.querySelector('dialog[open] iframe')?.contentDocument.querySelector('.slide-count')?.textContent").toBe(
        "Slide 1 of 8",
      );
      await page.press("Escape");
      await soon("document.querySelectorAll('dialog').length").toBe(0);
    });

    test("a theme that is chosen colours the page at once, and the next one", async () => {
      const ground = "getComputedStyle(document.documentElement).backgroundColor";
      await open("/about/");
      await page.click(".theme-switch [value=dark]");
      await soon(ground).toBe("rgb(15, 24, 28)");
      await open("/events/");
      await soon(ground).toBe("rgb(15, 24, 28)");
      await page.click(".theme-switch [value=light]");
      await soon(ground).toBe("rgb(248, 249, 247)");
    });

    test("a transcript shows who says what, and its lines have addresses", async () => {
      await open("/events/2020-spring/media/transcript/");
      expect(await text(".lines h2")).toBe("Ada Example");
      expect(await texts(".lines p")).toHaveLength(2);
    });
  });
});

/** The driver of WebKit takes no command before all of a page is there, so that it cannot tell what is shown while a font is waited for. */
test("nothing moves in Firefox when the font arrives late", needs("firefox"), async () => {
  const [engine, served] = await Promise.all([startFirefox(), serveFolder(folder)]);
  const late = await holdFonts(served.origin);
  const page = await engine.window({ width: 1280, height: 900 });
  const soon = <Value>(expression: string) => expect.poll(() => page.value<Value>(expression).catch(() => undefined));
  const boxes = `[...document.querySelectorAll("h1, .talk-item")].slice(0, 11).map((one) => JSON.stringify(one.getBoundingClientRect()))`;
  await page.open(`${late.origin}/events/2017-summit/`);
  await expect.poll(() => late.held()).toBeGreaterThan(0);
  const before = await page.value<string[]>(boxes);
  expect(before).toHaveLength(6);
  // Longer than the browser waits before it uses another face.
  await page.value("new Promise((done) => setTimeout(done, 4000))");
  late.release();
  await soon("document.readyState === 'complete' && [...document.fonts].every(({ status }) => status !== 'loading')").toBe(true);
  await page.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(await page.value(boxes)).toEqual(before);
  await page.close();
  await engine.close();
  late.close();
  served.close();
});
