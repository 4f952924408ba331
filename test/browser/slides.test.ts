/** The slides of a talk in a real browser, with and without JavaScript. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { MIXED } from "../support/decks.ts";
import { filesBelow, readPage } from "../support/html.ts";
import { makePdf } from "../support/make-pdf.ts";
import { skipHead } from "../support/keyboard.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

const talk = (title: string, file: string) => `---\ntitle: ${title}\nspeaker: Ada Example\nslides:\n  file: ${file}\n---\n\nAbout.\n`;

/** So much text that each page of the PDF needs a page of the site. */
const wordy = [1, 2].map((page) => ({
  words: Array.from({ length: 80 }, (_, line) => ({
    text: Array.from({ length: 20 }, (_, at) => `w${((page * 7919 + line * 104_729 + at * 12_995) % 99_991).toString(36)}`).join(" "),
    x: 20,
    y: 10 + line * 6,
    size: 4,
  })),
}));

const folder = folderOf({
  ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
  "content/events/2020-spring/talks/a-talk.md": talk("A talk", "2020/a-talk.pdf"),
  "content/events/2020-spring/talks/wordy.md": talk("Many words", "wordy.pdf"),
  "content/events/2020-spring/talks/locked.md": talk("Locked", "locked.pdf"),
  "assets/media/2020/a-talk.pdf": makePdf(MIXED),
  "assets/media/wordy.pdf": makePdf(wordy),
  "assets/media/locked.pdf": makePdf([{}], { encrypted: true }),
});
const site = join(temporaryFolder(), "site");
const BUILD = ["build", "--content", join(folder, "content"), "--assets", join(folder, "assets"), "--output", site];
const SLIDES = "/archive/events/2020-spring/a-talk/slides/";

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
let built: Awaited<ReturnType<typeof archive>>;
beforeAll(async () => {
  [browser, built] = await Promise.all([launch(), archive([...BUILD, "--base-url", "https://example.org/archive/"])]);
  expect(built.code, built.stderr).toBe(0);
  served = await serveFolder(site, "/archive");
});
afterAll(async () => {
  await browser.close();
  served.close();
});

async function on(path: string, run: (page: Page, asked: string[]) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${served.origin}${path}`);
  await run(page, asked);
  await context.close();
  expect(complaints).toEqual([]);
}

/** The number of the one slide that is shown, where it is one. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".slides > li")]
      .filter((slide) => !slide.hidden && slide.hidden !== ("until-found" as never))
      .map((slide) => slide.id.slice(6)),
  );
const counter = (page: Page) => page.locator(".slide-count").textContent();
const hash = (page: Page) => new URL(page.url()).hash;

test("a reader who prints has the pictures of all slides, for which WebKit waits", () =>
  on(SLIDES, async (page) => {
    const missing = () =>
      page.evaluate(
        () => [...document.querySelectorAll<HTMLImageElement>(".slides img")].filter(({ naturalWidth }) => naturalWidth === 0).length,
      );
    expect(await missing()).toBeGreaterThan(0);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect.poll(missing).toBe(0);
  }));

test.each(LONG ? [1200, 390] : [1200])("the first slide is the picture of a talk in lists, and makes no row higher, at %i px", (width) =>
  on(
    "/archive/events/2020-spring/",
    async (page) => {
      const pictures = page.locator(".talk-item .talk-picture");
      await pictures.last().scrollIntoViewIfNeeded();
      await page.waitForFunction(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
      const rows = () => page.locator(".talk-item").evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
      expect(await pictures.evaluateAll((all) => all.map((one) => [one.getAttribute("alt"), one.getAttribute("loading")]))).toEqual([
        ["", "lazy"],
        ["", "lazy"],
      ]);
      const before = await rows();
      // It leads where the title does.
      await pictures.first().click({ force: true, noWaitAfter: true });
      await page.waitForURL(/\/2020-spring\/[a-z-]+\/$/);
      await page.goBack();
      await page.evaluate(() => {
        for (const one of document.querySelectorAll(".talk-picture")) one.remove();
      });
      const without = await rows();
      expect(before.map((height, row) => height > (without[row] ?? 0))).toEqual(before.map(() => false));
    },
    { viewport: { width, height: 900 } },
  ),
);

describe("with JavaScript, one slide at a time", () => {
  longTest("keys step too where the browser takes no more addresses for now, as when a key is held down", () =>
    on(SLIDES, async (page) => {
      const errors: Error[] = [];
      page.on("pageerror", (error) => errors.push(error));
      await page.evaluate(() => {
        history.replaceState = () => {
          throw new DOMException("Too many calls", "SecurityError");
        };
      });
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect([await shown(page), errors]).toEqual([["3"], []]);
    }),
  );

  test("buttons and keys step, the address follows, the count is told, thumbnails mark the slide", () =>
    on(SLIDES, async (page) => {
      expect(await shown(page)).toEqual(["1"]);
      await page.getByRole("button", { name: "Next" }).click();
      expect([await shown(page), await counter(page), hash(page)]).toEqual([["2"], "Slide 2 of 8", "#slide-2"]);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowLeft");
      expect(await shown(page)).toEqual(["3"]);
      await page.keyboard.press("End");
      expect([await shown(page), hash(page)]).toEqual([["8"], "#slide-8"]);
      expect(await page.getByRole("button", { name: "Next" }).getAttribute("aria-disabled")).toBe("true");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator(".strip [aria-current]").getAttribute("href")).toBe("#slide-8");
      await page.keyboard.press("Home");
      expect(await shown(page)).toEqual(["1"]);
      expect(await page.locator(".slide-count").getAttribute("role")).toBe("status");
      await page.keyboard.press("Escape");
      expect(await shown(page)).toHaveLength(8);
      await page.getByRole("button", { name: "One at a time" }).click();
      expect(await shown(page)).toEqual(["1"]);
    }));

  test("thumbnails jump, and the way back leads through the jumps", () =>
    on(SLIDES, async (page) => {
      for (const number of [4, 6]) await page.locator(`.strip a[href="#slide-${number}"]`).click();
      await page.keyboard.press("ArrowRight");
      expect(await shown(page)).toEqual(["7"]);
      await page.goBack();
      expect(await shown(page)).toEqual(["4"]);
      await page.goBack();
      expect(await shown(page)).toEqual(["1"]);
      await page.goForward();
      expect([await shown(page), hash(page)]).toEqual([["4"], "#slide-4"]);
    }));

  test("who skips the head of the page stays at the slide", () =>
    on(SLIDES, async (page) => {
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await skipHead(page);
      expect([await shown(page), hash(page)]).toEqual([["3"], "#content"]);
      await page.goBack();
      expect([await shown(page), hash(page)]).toEqual([["3"], "#slide-3"]);
    }));

  test("an address of a slide shows it; only what is near is loaded, no PDF and none of its code", () =>
    on(`${SLIDES}#slide-7`, async (page, asked) => {
      expect(await shown(page)).toEqual(["7"]);
      await page.waitForLoadState("networkidle");
      const paths = asked.map((url) => url.replace(served.origin, ""));
      expect(paths.filter((path) => !/^\/archive\/(assets\/|events\/2020-spring\/a-talk\/slides\/$)/.test(path))).toEqual([]);
      expect(paths.filter((path) => /pdf/i.test(path.replace("a-talk", "")))).toEqual([]);
      const large = paths.filter((path) => /\/\d+-(900|960|1600)\./.test(path)).map((path) => /(\d+)-\d+\.avif$/.exec(path)?.[1]);
      expect(large).toContain("7");
      expect(large.length).toBeLessThanOrEqual(6);
    }));

  test("the text of one slide opened is that of the next; the browser's search finds what is hidden", () =>
    on(SLIDES, async (page) => {
      await page.locator("#slide-1 summary").click();
      // A browser tells of what was opened a moment later.
      await page.locator("#slide-2 details[open]").waitFor({ state: "attached" });
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#slide-2 details").innerText()).toContain("second on the right");
      expect(await page.locator("#slide-5").getAttribute("hidden")).toBe("until-found");
      await page.evaluate(() => document.querySelector("#slide-5 details p")?.dispatchEvent(new Event("beforematch", { bubbles: true })));
      expect([await shown(page), hash(page)]).toEqual([["5"], "#slide-5"]);
    }));

  test("long decks go on from page to page, and addresses of slides find theirs", () =>
    on("/archive/events/2020-spring/wordy/slides/#slide-2", async (page) => {
      await page.waitForURL("**/wordy/slides/2/#slide-2");
      expect([await shown(page), await counter(page)]).toEqual([["2"], "Slide 2 of 2"]);
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL("**/wordy/slides/#slide-1");
      expect(await shown(page)).toEqual(["1"]);
    }));
});

describe("without JavaScript", () => {
  test("all slides are one below the other, with their text", () =>
    on(
      `${SLIDES}#slide-4`,
      async (page) => {
        expect(await page.locator(".slides > li:visible").count()).toBe(8);
        expect(await page.locator(".deck button").count()).toBe(0);
        expect(await page.locator("#slide-4").evaluate((slide) => Math.round(slide.getBoundingClientRect().top))).toBeLessThan(200);
        expect(await page.locator("#slide-1 img").getAttribute("alt")).toBe("Slide 1 of 8: Grant tables");
        expect(await page.locator("#slide-3 img").getAttribute("alt")).toBe("Slide 3 of 8, without text");
        await page.locator("#slide-6 summary").click();
        expect(await page.locator("#slide-6 details p").innerText()).toBe("שלום עולם");
        await page.locator('.strip a[href="#slide-2"]').click();
        expect(hash(page)).toBe("#slide-2");
      },
      { javaScriptEnabled: false },
    ));

  test("the talk shows the first slide, and leads to all of them and to the file", () =>
    on(
      "/archive/events/2020-spring/a-talk/",
      async (page) => {
        expect(await page.locator(".deck-cover img").getAttribute("loading")).toBe("lazy");
        expect(await page.locator(".deck-cover figcaption").innerText()).toMatch(/^Download PDF, \d+ kB$/);
        await page.getByRole("link", { name: "Slides: 8 pages" }).click();
        expect(new URL(page.url()).pathname).toBe(SLIDES);
      },
      { javaScriptEnabled: false },
    ));
});

describe("the mark of slides in a list", () => {
  const active = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? "");
  /** An agenda; the marks of an event's own list are the same, and tried by `npm run test:all` too. */
  const LISTS = ["/archive/events/2020-spring/agenda/", ...(LONG ? ["/archive/events/2020-spring/"] : [])];

  test.each(LISTS)("opens them in place, keys work there, and Escape gives the focus back: %s", (path) =>
    on(path, async (page) => {
      const mark = page.locator(`.media[href="${SLIDES}"]`);
      await mark.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "A talk" });
      const frame = dialog.frameLocator('iframe.ready[title="Slides: A talk"]');
      await frame.getByText("Slide 1 of 8").waitFor();
      expect(await active(page)).toMatch(/^<iframe/);
      await page.keyboard.press("ArrowRight");
      await frame.getByText("Slide 2 of 8").waitFor();
      await frame.locator('.strip a[href="#slide-4"]').click();
      await frame.getByText("Slide 4 of 8").waitFor();
      expect(await frame.locator(".masthead, .bar, .notice, .band, .breadcrumbs, .footer").filter({ visible: true }).count()).toBe(0);
      expect(await frame.locator("a[href]:visible:not([href^='#'], [target=_top])").count()).toBe(0);
      expect(await dialog.getByRole("link", { name: "Open slides (8 pages)" }).evaluate((one: HTMLAnchorElement) => one.pathname)).toBe(
        SLIDES,
      );
      // The way back from the list is as long as it was.
      expect(await page.evaluate(() => history.length)).toBe(2);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain(SLIDES);
      expect(new URL(page.url()).pathname).toBe(path);
    }),
  );

  test("opens a dialog that Escape closes while the slides are still on their way", () =>
    on(LISTS[0] ?? "", async (page) => {
      await page.route(`**${SLIDES}`, () => {});
      await page.locator(`.media[href="${SLIDES}"]`).click();
      await page.locator("dialog[open] iframe").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain(SLIDES);
    }));

  longTest("of a long deck goes on to its other pages there; Close gives the focus back", () =>
    on(LISTS[0] ?? "", async (page) => {
      await page.locator('.media[href$="/wordy/slides/"]').click();
      const frame = page.frameLocator("dialog iframe.ready");
      await frame.getByText("Slide 1 of 2").waitFor();
      await page.keyboard.press("ArrowRight");
      await frame.getByText("Slide 2 of 2").waitFor();
      expect(await frame.locator(".masthead").isVisible()).toBe(false);
      await page.getByRole("button", { name: "Close" }).click();
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain("/wordy/slides/");
    }),
  );

  longTest("is a link with Ctrl, without JavaScript, and where there is nothing to show", async () => {
    await on(LISTS[0] ?? "", async (page) => {
      expect(await page.locator('.media[data-kind=slides][href$=".pdf"]').getAttribute("data-title")).toBeNull();
      const opened = page.context().waitForEvent("page");
      await page.locator(`.media[href="${SLIDES}"]`).click({ modifiers: ["ControlOrMeta"] });
      await (await opened).waitForURL(`**${SLIDES}`);
      expect(await page.locator("dialog").count()).toBe(0);
    });
    await on(
      LISTS[0] ?? "",
      async (page) => {
        await page.locator(`.media[href="${SLIDES}"]`).click();
        await page.waitForURL(`**${SLIDES}`);
      },
      { javaScriptEnabled: false },
    );
  });
});

const LOOKS = [
  { width: 320, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

// `accessible.test.ts` looks at one slide at a time as at every kind of page.
describe.each(LONG ? LOOKS : [])("accessible at $width px, $colorScheme", ({ width, colorScheme }) => {
  test("one slide, all slides, and the talk", () =>
    on(
      SLIDES,
      async (page) => {
        const check = async () => {
          expect(await axeViolations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBeLessThanOrEqual(0);
        };
        await check();
        await page.keyboard.press("Escape");
        await check();
        await page.goto(`${served.origin}/archive/events/2020-spring/a-talk/`);
        await check();
      },
      { viewport: { width, height: 900 }, colorScheme, bypassCSP: true },
    ));
});

longTest("nothing on the page moves while it becomes a viewer", () =>
  on(
    SLIDES,
    async (page) => {
      await page.waitForLoadState("networkidle");
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300);
          }),
      );
      expect(shift).toBe(0);
    },
    { viewport: { width: 412, height: 823 } },
  ),
);

test("no page of slides is heavier than its first journey, and the viewer is small", () => {
  for (const file of filesBelow(site).filter((path) => path.endsWith("/slides/index.html") || path.endsWith("/slides/2/index.html")))
    expect(brotliCompressSync(readFileSync(join(site, file))).length, file).toBeLessThanOrEqual(14_600);
  const script = readdirSync(join(site, "assets")).find((name) => name.startsWith("slides-")) ?? "";
  expect(brotliCompressSync(readFileSync(join(site, "assets", script))).length).toBeLessThan(3000);
});

test("a PDF of which nothing can be made is a warning, and its page offers the download", () => {
  expect(built.stderr).toContain(
    "talks/locked.md:5:9 warning [encrypted-pdf]\n  `locked.pdf` asks for a password, so its slides cannot be shown.",
  );
  expect(readPage(site, "events/2020-spring/locked/index.html").links).toContain("/archive/media/locked.pdf");
});

longTest("another build makes nothing anew; a part has what its pages show", async () => {
  const again = await archive([...BUILD, "--base-url", "https://example.org/archive/"]);
  expect(again.stderr).toContain("Wrote 0 pages");
  const parts = await Promise.all(
    [1, 2].map(async (part) => {
      const output = join(temporaryFolder(), "part");
      const options = [
        ...BUILD.slice(0, -1),
        output,
        "--cache",
        `${site}.cache`,
        "--shard",
        `${part}/2`,
        "--base-url",
        "https://example.org/archive/",
      ];
      expect((await archive(options)).code).toBe(0);
      return filesBelow(output);
    }),
  );
  expect([...new Set(parts.flat())].sort()).toEqual(filesBelow(site).sort());
});
