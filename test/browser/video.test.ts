/// <reference lib="dom" />
/** Videos play and slides of other hosts open where the reader asks for it, and no other host hears of a reader before; transcripts follow and lead into them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

/** Where marks stand below an event; the agenda, whose marks are the same, is tried by `npm run test:all` too. */
const LISTS = LONG ? ["", "agenda/"] : [""];

const talk = (title: string, video: string) => `---\ntitle: ${title}\ndate: 2020-05-04\nvideo:\n${video}---\n`;
const YOUTUBE = "https://www.youtube.com/watch?v=k0BVFyyuvRA&t=5s";
const EMBED = "https://www.youtube-nocookie.com/embed/k0BVFyyuvRA?autoplay=1&rel=0&start=";
const COPY = "https://web.archive.org/web/20130203112233/https://example.com/gone.flv";

const DECK = "https://www.slideshare.net/slideshow/a-deck/1387962";
const DECK_EMBED = "https://www.slideshare.net/slideshow/embed_code/1387962";
const DECK_COPY = "https://web.archive.org/web/20140102030405/https://speakerdeck.com/example/gone";
const withSlides = (title: string, slides: string) => `---\ntitle: ${title}\ndate: 2020-05-04\nslides:\n${slides}---\n`;
const SPEAKER_DECK = `https://speakerdeck.com/player/${"0123456789abcdef".repeat(2)}`;

const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);
const captions = (lines: readonly string[], each: number) =>
  `WEBVTT\n\n${lines.map((line, index) => `${clock(index * each)} --> ${clock((index + 1) * each)}\n${line}\n`).join("\n")}`;
const SAID = [
  "<v Ada>Good morning.",
  "<v Ada>This is the scheduler.",
  "<v Bob>May I ask something?",
  "<v Ada>You may.",
  "<v Ada>Thank you.",
];
const MANY_LINES = Array.from(
  { length: 500 },
  (_, index) => `This is sentence ${index}, which says something about schedulers and memory.`,
);

const CONTENT = {
  ...LITTLE,
  "site.yaml": `${SITE}videoHosts:\n  - tube.example.org\n`,
  "events/2020-spring/talks/local.md": talk(
    "A local video",
    '  file: e/local.webm\n  captions: e/local.vtt\n  url: https://vimeo.com/57412216\n  chapters:\n    - start: "0:04"\n      title: A question\n',
  ),
  "events/2020-spring/talks/whole.md": talk("A long local video", "  file: e/local.webm\n  captions: e/long.vtt\n"),
  "events/2020-spring/talks/quick.md": talk("A quick local video", "  file: e/local.webm\n  captions: e/quick.vtt\n"),
  "events/2020-spring/talks/tube.md": talk("Schedulers & <memory>", `  url: ${YOUTUBE}\n  duration: "54:10"\n  captions: e/long.vtt\n`),
  "events/2020-spring/talks/vimeo.md": talk("On Vimeo", "  url: https://vimeo.com/57412215\n"),
  "events/2020-spring/talks/peer.md": talk("On PeerTube", "  url: https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv\n"),
  "events/2020-spring/talks/page.md": talk("On a page", "  url: https://tube.example.org/about\n"),
  "events/2020-spring/talks/deck.md": `${withSlides("A deck & <more>", `  url: ${DECK}\n`).replace("slides:", "video: https://vimeo.com/57412217\nslides:")}`,
  "events/2020-spring/talks/told.md": withSlides("A told deck", `  url: https://speakerdeck.com/example/told\n  embed: ${SPEAKER_DECK}\n`),
  "events/2020-spring/talks/pdf.md": withSlides("A PDF elsewhere", "  url: https://example.com/slides.pdf\n"),
  "events/2020-spring/talks/gone-deck.md": withSlides(
    "A gone deck",
    `  url: https://speakerdeck.com/example/gone\n  embed: ${SPEAKER_DECK}\n  unavailable: 2016-05-01\n  archived: ${DECK_COPY}\n`,
  ),
  "events/2020-spring/talks/gone.md": talk(
    "Gone",
    `  url: https://example.com/gone.flv\n  unavailable: 2015-06-01\n  archived: ${COPY}\n  captions: e/local.vtt\n`,
  ),
};

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const output = join(temporaryFolder(), "site");
  const assets = folderOf({
    "media/e/local.webm": readFileSync(join(PROJECT, "test/fixtures/media/ten-seconds.webm")),
    "media/e/local.vtt": captions(SAID, 2),
    "media/e/long.vtt": captions(MANY_LINES, 4),
    "media/e/quick.vtt": captions(MANY_LINES, 0.4),
  });
  const [built, started] = await Promise.all([
    archive([
      "build",
      "--content",
      folderOf(CONTENT),
      "--assets",
      assets,
      "--output",
      output,
      "--base-url",
      "https://example.org/archive/",
    ]),
    launch(),
  ]);
  browser = started;
  expect(built.stderr).not.toContain("error");
  site = await serveFolder(output, "/archive");
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Looks at a page of the event; other hosts are played by a stub, and what they were asked for is noted. */
async function on(path: string, look: (page: Page, asked: string[]) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const asked: string[] = [];
  await context.route(
    (url) => url.origin !== site.origin,
    (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: "<title>Stub</title><button>Pause</button>" });
    },
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(`${site.origin}/archive/events/2020-spring/${path}`);
    await look(page, asked);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const active = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? "");

describe("the front of a player on another host", () => {
  test("asks nobody before the click, then exactly the player, with the focus in it", () =>
    on("tube/", async (page, asked) => {
      const front = page.getByRole("link", { name: "Watch on YouTube, 54:10" });
      expect(await front.getAttribute("href")).toBe(YOUTUBE);
      expect(await page.locator("figure.player").innerText()).toContain(
        "Player: YouTube (www.youtube-nocookie.com). Nothing loads until you press play.",
      );
      await front.hover();
      await front.focus();
      await page.waitForLoadState("networkidle");
      expect(asked).toEqual([]);
      const before = await page.locator("figure.player > :first-child").boundingBox();
      await page.keyboard.press("Enter");
      const frame = page.locator("figure.player iframe");
      await frame.waitFor();
      await page.frameLocator("figure.player iframe").getByRole("button", { name: "Pause" }).waitFor();
      expect(asked).toEqual([`${EMBED}5`]);
      expect(await active(page)).toMatch(/^<iframe/);
      expect(await frame.evaluate((one: HTMLIFrameElement) => [one.title, one.referrerPolicy, one.sandbox.value])).toEqual([
        "Video: Schedulers & <memory>",
        "strict-origin-when-cross-origin",
        "allow-scripts allow-same-origin allow-presentation allow-popups",
      ]);
      // A front without a still is a line, in whose place the player begins.
      expect(await frame.boundingBox()).toMatchObject({ x: before?.x, y: before?.y });
      await page.keyboard.press("Tab");
      expect(await page.frames()[1]?.evaluate(() => document.activeElement?.textContent)).toBe("Pause");
      expect(await axeViolations(page)).toEqual([]);
    }));

  test("a host that does not need to know the site is not told it", () =>
    on("peer/", async (page, asked) => {
      await page.getByRole("link", { name: "Watch on tube.example.org" }).click();
      await expect.poll(() => asked).toHaveLength(1);
      expect(asked[0]).toMatch(/^https:\/\/tube\.example\.org\/videos\/embed\/kkGMgK9ZtnKfYAgnEtQxbv\?/);
      expect(await page.locator("iframe").getAttribute("referrerpolicy")).toBe("no-referrer");
    }));

  test("a click for another window is a link", () =>
    on("vimeo/", async (page) => {
      // What the browser would do by itself is not done: it would ask the real host in a window that no stub plays for.
      await page.evaluate(() => {
        addEventListener("click", (event) => {
          document.title = event.defaultPrevented ? "taken" : "left alone";
          event.preventDefault();
        });
      });
      await page.getByRole("link", { name: "Watch on Vimeo" }).click({ modifiers: ["ControlOrMeta"] });
      expect(await page.title()).toBe("left alone");
      expect(await page.locator("iframe").count()).toBe(0);
    }));

  test("an address with a time offers to play from there", () =>
    on("tube/#t=12:34", async (page, asked) => {
      const front = page.getByRole("link", { name: "Watch on YouTube from 12:34" });
      expect(await front.getAttribute("href")).toBe("https://www.youtube.com/watch?v=k0BVFyyuvRA&t=754s");
      await page.evaluate(() => {
        location.hash = "#t=1h2m3s";
      });
      // As a browser that translates the page leaves it.
      await page.evaluate(() => {
        document.querySelector(".player-front b")?.replaceChildren("Auf YouTube ab 1:02:03");
        location.hash = "#t=1h2m4s";
      });
      await page.getByRole("link", { name: "Watch on YouTube from 1:02:04" }).click();
      await expect.poll(() => asked).toEqual([`${EMBED}3724`]);
    }));

  test("an address with the time 0 plays from the beginning, where the record has another start", () =>
    on("tube/#t=0", async (page, asked) => {
      await page.getByRole("link", { name: "Watch on YouTube from 0:00" }).click();
      await expect.poll(() => asked).toEqual([`${EMBED}0`]);
    }));

  test("an open player starts anew at another time, and the way back has no step of its own for it", async () => {
    for (const [path, seconds] of [
      ["tube/", [`${EMBED}5`, `${EMBED}60`, `${EMBED}120`]],
      ["vimeo/", ["#t=0s", "#t=60s", "#t=120s"]],
    ] as const)
      await on(path, async (page, asked) => {
        await page.locator(".player-front").click();
        await expect.poll(() => asked).toHaveLength(1);
        const steps = await page.evaluate(() => history.length);
        for (const [index, time] of ["#t=1:00", "#t=2:00"].entries()) {
          await page.evaluate((hash) => {
            location.hash = hash;
          }, time);
          await page.waitForFunction(
            (end) => document.querySelector<HTMLIFrameElement>(".player iframe")?.src.endsWith(end),
            seconds[index + 1] ?? "",
          );
          await page.frameLocator(".player iframe").getByRole("button", { name: "Pause" }).waitFor();
        }
        await expect.poll(() => asked).toHaveLength(3);
        expect(await page.evaluate(() => history.length)).toBe(steps + 2);
        expect(await active(page)).toMatch(/^<iframe/);
      });
  });

  longTest("an address with a number that is no time changes nothing", async () => {
    const digits = "9".repeat(400);
    for (const hash of [`t=${digits}`, `t-${digits}`, `t=${digits}:00`, `t=${digits}h`, "t=999999999999999999999"])
      await on(`tube/#${hash}`, async (page) => {
        expect(await page.locator(".player-front").getAttribute("href"), hash).toBe(YOUTUBE);
      });
  });

  test("without JavaScript it is a link", () =>
    on(
      "vimeo/",
      async (page) => {
        await page.getByRole("link", { name: "Watch on Vimeo" }).click();
        await page.waitForURL("https://vimeo.com/57412215");
      },
      { javaScriptEnabled: false },
    ));

  test("a page about a video, and a video that is gone, have none", async () => {
    await on("page/", async (page) => {
      expect(await page.locator(".player").count()).toBe(0);
    });
    await on("gone/", async (page) => {
      expect(await page.locator(".player").count()).toBe(0);
      const mark = page.locator(".media-bar .gone");
      expect(await mark.innerText()).toContain("example.com/gone.flv, gone since 1 June 2015");
      const copy = mark.getByRole("link");
      const attributes = ["href", "data-originalurl", "data-versiondate", "data-versionurl"];
      expect(await Promise.all(attributes.map((name) => copy.getAttribute(name)))).toEqual([
        COPY,
        "https://example.com/gone.flv",
        "2013-02-03",
        COPY,
      ]);
    });
  });
});

describe("a video of the archive", () => {
  const now = (page: Page) => page.evaluate(() => document.querySelector("video")?.currentTime ?? -1);
  const marked = (page: Page) => page.locator(".lines p:has([aria-current])").innerText();

  test("plays with its captions, on the page of its talk", () =>
    on("local/", async (page, asked) => {
      const shown = await page.evaluate(async () => {
        const video = existingVideo();
        video.muted = true;
        video.currentTime = 2.5;
        await video.play();
        await new Promise((done) => setTimeout(done, 300));
        return [...(video.textTracks[0]?.activeCues ?? [])].map((cue) => (cue as VTTCue).getCueAsHTML().textContent);
        function existingVideo(): HTMLVideoElement {
          const found = document.querySelector("video");
          if (!found) throw new Error("There is no video.");
          return found;
        }
      });
      expect(shown).toEqual(["This is the scheduler."]);
      expect(await page.getByLabel("Video: A local video").getAttribute("controls")).toBe("");
      expect(asked).toEqual([]);
    }));

  test("is followed by its transcript, whose lines lead into it", () =>
    on("local/transcript/", async (page) => {
      await page.getByRole("link", { name: "0:04" }).click();
      await expect.poll(() => now(page)).toBeGreaterThanOrEqual(4);
      await expect.poll(() => marked(page)).toMatch(/May I ask something\?$/);
      expect(new URL(page.url()).hash).toBe("#t-4");
      await expect.poll(() => marked(page), { timeout: 10_000 }).toMatch(/You may\.$/);
      expect(await page.locator(".lines h2").allInnerTexts()).toEqual(["Ada", "Bob", "Ada"]);
    }));

  test("starts at the line or the time in the address", async () => {
    await on("local/transcript/#t-6", async (page) => {
      await expect.poll(() => now(page)).toBe(6);
      await expect.poll(() => marked(page)).toMatch(/You may\.$/);
    });
    await on("local/#t=0:08", async (page) => {
      await expect.poll(() => now(page)).toBe(8);
    });
    await on(`local/#t=${"9".repeat(400)}`, async (page) => {
      expect(await now(page)).toBe(0);
    });
  });

  test("plays from a chapter at each click, and without JavaScript the chapter is a link into the file", async () => {
    await on("local/", async (page) => {
      const chapter = page.getByRole("link", { name: "0:04" });
      for (const { elsewhere } of [{ elsewhere: 0 }, { elsewhere: 8 }]) {
        await page.evaluate((second) => {
          const video = document.querySelector("video");
          video?.pause();
          if (video) video.currentTime = second;
        }, elsewhere);
        await expect.poll(() => now(page)).toBe(elsewhere);
        await chapter.click();
        await expect.poll(() => now(page)).toBeGreaterThanOrEqual(4);
        expect(await now(page)).toBeLessThan(7);
      }
      expect(new URL(page.url()).hash).toBe("#t-4");
    });
    await on(
      "local/",
      async (page) => {
        expect(await page.getByRole("link", { name: "0:04" }).getAttribute("href")).toBe("/archive/media/e/local.webm#t=4");
      },
      { javaScriptEnabled: false },
    );
  });

  test("scrolls its transcript in the box alone, and not while the reader does", () =>
    on(
      "local/transcript/",
      async (page) => {
        const box = page.locator(".follows");
        await box.evaluate((one) => {
          one.style.maxHeight = "4rem";
        });
        const scroll = () => Promise.all([page.evaluate(() => scrollY), box.evaluate((one) => one.scrollTop)]);
        const [page0, box0] = await scroll();
        const seek = (second: number) =>
          page.evaluate((to) => {
            const video = document.querySelector("video");
            if (video) video.currentTime = to;
          }, second);
        await seek(8.5);
        await expect.poll(async () => (await scroll())[1]).toBeGreaterThan(box0);
        expect((await scroll())[0]).toBe(page0);
        await box.evaluate((one) => {
          one.scrollTop = 0;
          one.dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
          document.querySelector("video")?.dispatchEvent(new Event("timeupdate"));
        });
        expect((await scroll())[1]).toBe(0);
      },
      { viewport: { width: 1280, height: 600 } },
    ));

  test("shows its whole transcript once it plays, not only this part", () =>
    on("whole/transcript/2/", async (page) => {
      const lines = page.locator(".lines p");
      const [printed, first] = [await lines.count(), await lines.first().getAttribute("id")];
      await page.locator("video").evaluate((video: HTMLVideoElement) => {
        video.muted = true;
        return video.play();
      });
      await expect.poll(() => lines.count()).toBe(MANY_LINES.length);
      expect(printed).toBeLessThan(MANY_LINES.length);
      expect(await page.locator(`#${first}`).count()).toBe(1);
      expect(await lines.evaluateAll((all) => all.map(({ id }) => id))).toEqual(MANY_LINES.map((_, index) => `t-${index * 4}`));
      expect(await lines.first().innerText()).toMatch(/^0:00\s+This is sentence 0,/);
      await expect.poll(() => marked(page)).toMatch(/^0:00/);
    }));

  test("shows all that is said in it, also where several captions begin in one second", () =>
    on("quick/transcript/2/", async (page) => {
      const box = page.locator(".lines");
      await page.locator("video").evaluate((video: HTMLVideoElement) => {
        video.muted = true;
        return video.play();
      });
      await expect.poll(() => box.innerText()).toContain("sentence 0,");
      const said = await box.innerText();
      expect(MANY_LINES.filter((line) => !said.includes(line))).toEqual([]);
    }));

  test("without JavaScript it plays, and each line leads to its place in the file", () =>
    on(
      "local/transcript/",
      async (page) => {
        expect(await page.locator("video[controls] > track[kind=captions]").getAttribute("src")).toBe("/archive/media/e/local.vtt");
        expect(await page.getByRole("link", { name: "0:04" }).getAttribute("href")).toBe("/archive/media/e/local.webm#t=4");
        expect(await page.locator(".lines").evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
      },
      { javaScriptEnabled: false },
    ));
});

describe("the transcript of a video on another host", () => {
  test("comes in parts, whose lines open the player at their place", () =>
    on("tube/transcript/2/", async (page, asked) => {
      expect(await page.title()).toMatch(/^Transcript \(2 of \d\) of “Schedulers & <memory>”/);
      const line = page.locator(".lines p").nth(3);
      const second = Number((await line.getAttribute("id"))?.slice(2));
      expect(await line.getByRole("link").getAttribute("href")).toBe(`https://www.youtube.com/watch?v=k0BVFyyuvRA&t=${second}s`);
      await page.waitForLoadState("networkidle");
      expect(asked).toEqual([]);
      await line.getByRole("link").click();
      await expect.poll(() => asked).toEqual([`${EMBED}${second}`]);
      await page.locator(".lines p").nth(4).getByRole("link").click();
      await expect.poll(() => asked).toEqual([`${EMBED}${second}`, `${EMBED}${second + 4}`]);
      expect(await active(page)).toMatch(/^<iframe/);
      await page.getByRole("link", { name: /^Continue at/ }).click();
      await page.waitForURL(/transcript\/3\//);
    }));

  longTest("without a player its lines lead to themselves", () =>
    on("gone/transcript/", async (page) => {
      expect(await page.getByRole("link", { name: "0:04" }).getAttribute("href")).toBe("#t-4");
      expect(await axeViolations(page)).toEqual([]);
    }),
  );
});

describe("a video mark of a list", () => {
  test.each(LISTS)("opens in place, and closing gives the focus back: %j", (path) =>
    on(path, async (page, asked) => {
      const mark = page.locator('.media[data-kind=video][href="https://vimeo.com/57412215"]');
      await page.waitForLoadState("networkidle");
      expect(asked).toEqual([]);
      await mark.click();
      const dialog = page.getByRole("dialog", { name: "On Vimeo" });
      await dialog.waitFor();
      // Playwright leaves the fragment out.
      await expect.poll(() => asked).toEqual(["https://player.vimeo.com/video/57412215?dnt=1&autoplay=1"]);
      expect(await dialog.locator("iframe").getAttribute("src")).toBe(`${asked[0]}#t=0s`);
      expect(await active(page)).toContain('title="Video: On Vimeo"');
      expect(await dialog.getByRole("link", { name: "All about this talk" }).getAttribute("href")).toMatch(
        /\/archive\/events\/2020-spring\/vimeo\/$/,
      );
      if (LONG) expect(await axeViolations(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Close" }).click();
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain("https://vimeo.com/57412215");
    }),
  );

  test("of the archive plays in the dialog, which Escape closes", () =>
    on("agenda/", async (page) => {
      await page
        .getByRole("link", { name: /^Video of A local video/ })
        .first()
        .click();
      const video = page.getByRole("dialog", { name: "A local video" }).locator("video");
      // An empty language would be one that nobody knows.
      expect(await page.locator("#player-title").getAttribute("lang")).toBeNull();
      await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0);
      expect(await video.locator("track").getAttribute("src")).toBe("/archive/media/e/local.vtt");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain("/archive/media/e/local.webm");
    }));

  test("of the archive opens by a double click too, and closes by a click beside it", () =>
    on("agenda/", async (page) => {
      const mark = page.getByRole("link", { name: /^Video of A local video/ }).first();
      await mark.dblclick();
      const dialog = page.getByRole("dialog", { name: "A local video" });
      await page.locator("dialog[closedby]").waitFor();
      expect(await dialog.isVisible()).toBe(true);
      await page.mouse.click(5, 5);
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
    }));

  longTest("of a copy elsewhere opens in place too", () =>
    on("", async (page, asked) => {
      await page.locator('.media[href="https://vimeo.com/57412216"]').click();
      await expect.poll(() => asked).toEqual(["https://player.vimeo.com/video/57412216?dnt=1&autoplay=1"]);
    }),
  );

  longTest("without a player leads to its page", () =>
    on("agenda/", async (page) => {
      await page.getByRole("link", { name: /^Video of On a page/ }).click();
      await page.waitForURL("https://tube.example.org/about");
    }),
  );
});

describe("slides on another host", () => {
  test("open in place of a front of ours, which says the host, and not before it is used", () =>
    on("deck/", async (page, asked) => {
      const front = page.getByRole("link", { name: "Slides on SlideShare" });
      expect(await front.getAttribute("href")).toBe(DECK);
      expect(await page.locator(".slides-player").innerText()).toContain(
        "Slides: SlideShare (www.slideshare.net). Nothing loads until you open them.",
      );
      await front.hover();
      await page.waitForLoadState("networkidle");
      expect(asked).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await front.focus();
      await page.keyboard.press("Enter");
      await page.frameLocator(".slides-player iframe").getByRole("button", { name: "Pause" }).waitFor();
      expect(asked).toEqual([DECK_EMBED]);
      const frame = page.locator(".slides-player iframe");
      expect(await frame.evaluate((one: HTMLIFrameElement) => [one.title, one.referrerPolicy])).toEqual([
        "Slides: A deck & <more>",
        "no-referrer",
      ]);
      expect(await active(page)).toMatch(/^<iframe/);
      // The policy names the hosts of this page and no more.
      const policy = (await page.locator("meta[http-equiv]").getAttribute("content")) ?? "";
      expect(policy).toContain("frame-src https://player.vimeo.com https://www.slideshare.net;");
    }));

  longTest("leave the times of the video to the video", () =>
    on("deck/#t=12:34", async (page) => {
      expect(await page.getByRole("link", { name: "Watch on Vimeo from 12:34" }).getAttribute("href")).toMatch(/#t=754s$/);
      expect(await page.getByRole("link", { name: /^Slides on SlideShare/ }).getAttribute("href")).toBe(DECK);
      // Nor do they touch it.
      const [video, slides] = await Promise.all(
        [".player:not(.slides-player)", ".slides-player"].map((one) => page.locator(one).boundingBox()),
      );
      if (!video || !slides) throw new Error("no boxes");
      expect(slides.y - (video.y + video.height)).toBeGreaterThanOrEqual(16);
    }),
  );

  test.each(LISTS)("open over a list, and closing gives the focus back: %j", (path) =>
    on(path, async (page, asked) => {
      const mark = page.locator(`.media[data-kind=slides][href="https://speakerdeck.com/example/told"]`);
      await page.waitForLoadState("networkidle");
      expect(asked).toEqual([]);
      await mark.click();
      const dialog = page.getByRole("dialog", { name: "A told deck" });
      await page.frameLocator("dialog iframe").getByRole("button", { name: "Pause" }).waitFor();
      expect(asked).toEqual([SPEAKER_DECK]);
      expect(await dialog.locator("iframe").evaluate((one) => getComputedStyle(one).opacity)).toBe("1");
      expect(await dialog.getByRole("link", { name: "Open slides (Speaker Deck)" }).getAttribute("href")).toBe(
        "https://speakerdeck.com/example/told",
      );
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Close" }).click();
      await expect.poll(() => page.locator("dialog").count()).toBe(0);
      expect(await active(page)).toContain("https://speakerdeck.com/example/told");
    }),
  );

  longTest("of a host without a player are a link; what is gone offers its archived copy", async () => {
    await on("pdf/", async (page) => {
      expect(await page.locator(".player").count()).toBe(0);
      expect(await page.locator(".media-bar .media").getAttribute("href")).toBe("https://example.com/slides.pdf");
    });
    await on("gone-deck/", async (page) => {
      expect(await page.locator(".player").count()).toBe(0);
      const mark = page.locator(".media-bar .gone");
      expect(await mark.innerText()).toContain("gone since 1 May 2016");
      expect(await mark.getByRole("link").getAttribute("href")).toBe(DECK_COPY);
    });
  });

  longTest("without JavaScript are a link", () =>
    on(
      "deck/",
      async (page) => {
        await page.getByRole("link", { name: "Slides on SlideShare" }).click();
        await page.waitForURL(DECK);
      },
      { javaScriptEnabled: false },
    ),
  );
});
