/** The copy that opens from a disk, in Firefox, which lets pages of a disk do other things than Chromium does. A step of `npm run test:all`. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { portableExample } from "../support/example.ts";
import { type Firefox, launchFirefox } from "../support/firefox.ts";
import { filmOnDisk, pagesOfEveryKind } from "../support/on-disk.ts";
import { needs } from "../support/programs.ts";
import { type Place, placeOnDisk } from "../support/served.ts";

const ESCAPE = "\uE00C";

describe("from a disk, in Firefox", needs("firefox"), () => {
  let firefox: Firefox;
  let example: string;
  let at: Place["at"];
  beforeAll(async () => {
    example = await portableExample();
    at = placeOnDisk(example).at;
    firefox = await launchFirefox();
  });
  afterAll(() => firefox?.close());

  const address = () => firefox.run(() => location.href);
  const click = (selector: string) =>
    firefox.run((found) => {
      const element = document.querySelector<HTMLElement>(found);
      if (!element) throw new Error(found);
      element.click();
    }, selector);
  const texts = (selector: string) =>
    firefox.run((found) => [...document.querySelectorAll(found)].map(({ textContent }) => textContent), selector);

  test("a page of every kind loads without a complaint, with styles and fonts, and asks nobody", async () => {
    for (const path of pagesOfEveryKind(example)) {
      firefox.errors.length = 0;
      await firefox.goto(at(path));
      const shown = await firefox.run(async () => {
        await document.fonts.ready;
        return {
          margin: getComputedStyle(document.body).margin,
          fonts: [...document.fonts].filter(({ family, status }) => /^"?Archivo"?$/.test(family) && status === "loaded").length,
        };
      });
      expect([path, shown, firefox.errors]).toEqual([path, { margin: "0px", fonts: 1 }, []]);
    }
    expect(firefox.asked.filter((url) => /^https?:/.test(url))).toEqual([]);
  });

  test("home → event → talk, and an old address leads to the talk", async () => {
    await firefox.goto(at("/events/"));
    await click('main a[href$="2012-summit/index.html"]');
    await expect.poll(address).toBe(at("/events/2012-summit/"));
    await click('main a[href$="processor-update/index.html"]');
    await expect.poll(address).toBe(at("/events/2012-summit/processor-update/"));
    await firefox.goto(at("/old/2012/T10.html"));
    await expect.poll(address).toBe(at("/events/2012-summit/processor-update/"));
  });

  test("the form in the head leads to the search, which finds; its results lead to pages", async () => {
    await firefox.goto(at("/about/"));
    await firefox.run(() => {
      const field = document.querySelector<HTMLInputElement>("#site-search");
      if (field) field.value = "mira halvorsen";
      field?.form?.requestSubmit();
    });
    await expect.poll(address).toBe(`${at("/search/")}?q=mira+halvorsen`);
    await expect.poll(() => texts("#search-results .talk-title a")).toContain("Mira Halvorsen");
    await click("#search-results .talk-title a");
    await expect.poll(address).toBe(at("/speakers/mira-halvorsen/"));
  });

  test("a chosen theme goes along with links and the search, and addresses stay as they are", async () => {
    const theme = () => firefox.run(() => document.documentElement.dataset["theme"] ?? "system");
    await firefox.goto(at("/events/"));
    await click('.theme-switch [value="dark"]');
    await click('main a[href*="2012-summit/index.html"]');
    await expect.poll(address).toBe(at("/events/2012-summit/"));
    expect(await theme()).toBe("dark");
    await click('.theme-switch [value="system"]');
    await click('main a[href*="processor-update/index.html"]');
    await expect.poll(address).toBe(at("/events/2012-summit/processor-update/"));
    expect(await theme()).toBe("system");
    await click('.theme-switch [value="light"]');
    await firefox.run(() => {
      const field = document.querySelector<HTMLInputElement>('[type="search"]');
      if (field) field.value = "memory";
      field?.form?.requestSubmit();
    });
    await expect.poll(address).toBe(`${at("/search/")}?q=memory`);
    expect(await theme()).toBe("light");
  });

  test("the list of talks is filtered", async () => {
    await firefox.goto(at("/presentations/", "?words=halvorsen"));
    await expect.poll(() => texts("#filter-count").then(([text]) => text)).toMatch(/^\d+ of \d+/);
  });

  test("what is short is printed on one sheet, with no empty one behind it", async () => {
    for (const path of ["/events/2020-spring/media/", "/explore/", "/speakers/ada-example/", "/events/2020-spring/media/transcript/"]) {
      await firefox.goto(at(path));
      expect([path, await firefox.sheets()]).toEqual([path, 1]);
    }
  });

  test("slides open over a list, and Escape in them leads back", async () => {
    await firefox.goto(at("/events/2020-spring/"));
    await click('.media[href$="/media/slides/index.html"]');
    await expect.poll(() => firefox.run(() => document.querySelector("dialog iframe")?.className)).toBe("ready");
    // The frame has the focus, so that the key is pressed in it.
    await firefox.press(ESCAPE);
    await expect.poll(() => firefox.run(() => document.querySelectorAll("dialog").length)).toBe(0);
  });

  test("a video of the archive has its captions", async () => {
    const film = placeOnDisk(await filmOnDisk());
    await firefox.goto(film.at("/events/2020-spring/a-talk/"));
    const cues = () =>
      firefox.run(() => [...(document.querySelector("video")?.textTracks[0]?.cues ?? [])].map((cue) => (cue as VTTCue).text));
    await expect.poll(cues).toEqual(["Good morning.", "This is a film."]);
  });
});
