/** Agendas in a real browser: tables for screen readers, lists on phones, the reader's own zone, addresses of sessions, paper. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeProblems, lostText } from "../support/audit.ts";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { CONFERENCES } from "../support/conferences.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";
import { printed } from "../support/printed.ts";
import { serveFolder } from "../support/served.ts";

const folder = join(temporaryFolder(), "site");
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const run = await archive(["build", "--content", folderOf(CONFERENCES), "--output", folder]);
  expect(run.code, run.stderr).toBe(0);
  [site, browser] = await Promise.all([serveFolder(folder), launch()]);
});
afterAll(async () => {
  await browser?.close();
  site.close();
});

const BERLIN: BrowserContextOptions = { timezoneId: "Europe/Berlin", viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" };

/** Opens an agenda; nothing may go wrong in it. */
async function onAgenda(event: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...BERLIN, bypassCSP: true, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.origin}/events/${event.replace(/#.*/, "")}/agenda/${/#.*/.exec(event) ?? ""}`);
  await look(page);
  await context.close();
  expect(errors).toEqual([]);
}

const widths = (page: Page) => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
const phone = { width: 320, height: 700 };

// On a phone it looks least like a table.
describe.each(LONG ? [1280, 320] : [320])("at %i px", (width) => {
  test("a day with rooms is a table with a caption and headers, whatever it looks like", () =>
    onAgenda("odd", { viewport: { width, height: 900 } }, async (page) => {
      const table = page.getByRole("table", { name: "Talks on Saturday, 26 October 2013 by time and room" });
      expect(await table.getByRole("columnheader").allTextContents()).toEqual(["Time", "Cellar", "Hall", "Tower", "Room unknown"]);
      expect(await table.locator("th[scope=col], th[scope=row]").count()).toBe(await table.locator("th").count());
      const headers = await table.getByRole("rowheader").allInnerTexts();
      expect(headers.map((text) => text.slice(0, 5))).toEqual(["09:00", "09:15", "10:00", "12:00", "13:00", "14:00", "23:30", "00:30"]);
      const late = table.getByRole("row").filter({ hasText: "After midnight" });
      expect(await late.getByRole("rowheader").innerText()).toMatch(/next day/);
      expect(await table.getByRole("article").count()).toBe(10);
    }));
});

const LOOKS = [
  { event: "odd", width: 1280 },
  { event: "odd", width: 320 },
  { event: "twelve", width: 1280 },
];

test.each(LONG ? LOOKS : LOOKS.slice(0, 1))("$event at $width px passes axe in both themes and loses no text", ({ event, width }) =>
  onAgenda(event, { viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" }, async (page) => {
    await choose(page);
    const light = await axeProblems(page);
    await page.emulateMedia({ colorScheme: "dark" });
    expect({ light, dark: await axeProblems(page, "colours") }).toEqual({ light: [], dark: [] });
    const [scroll, client] = await widths(page);
    expect(scroll).toBe(client);
    // What its own frame shows after scrolling is not lost.
    if (event === "odd") expect(await lostText(page)).toEqual([]);
  }),
);

test("on a phone it is a list in order of time that names rooms and what is at the same time", () =>
  onAgenda("odd", { viewport: phone }, async (page) => {
    const first = page.getByRole("row").nth(1);
    expect((await first.innerText()).split("\n").filter((line) => line.trim())).toEqual(
      expect.arrayContaining(["09:00", "2 at the same time", "Workshop", "First", "Cellar", "Hall"]),
    );
    const tops = await page.locator(".agenda-grid .session").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(await page.locator(".agenda-grid thead").evaluate((head) => head.getBoundingClientRect().height)).toBeLessThanOrEqual(1);
  }));

test("twelve rooms scroll in a frame of their own, which a keyboard can reach and move", () =>
  onAgenda("twelve", { viewport: { width: 1024, height: 400 } }, async (page) => {
    const frame = page.getByRole("region", { name: "Rooms on Thursday, 24 October 2013" });
    await frame.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => frame.evaluate((one) => one.scrollLeft > 0 && one.scrollTop > 0)).toBe(true);
    // The names of rooms and the times stay where they are seen.
    await frame.evaluate((one) => one.scrollTo(900, 900));
    const { x, y } = (await frame.boundingBox()) ?? { x: 0, y: 0 };
    const corner = page.getByRole("columnheader", { name: "Time" });
    expect(await corner.boundingBox()).toMatchObject({ x: expect.closeTo(x, -1), y: expect.closeTo(y, -1) });
  }));

test.each([{ event: "odd", width: 320 }, { event: "twelve", width: 1024 }, ...(LONG ? [{ event: "odd", width: 1280 }] : [])])(
  "an address of a session of $event shows and marks it at $width px",
  ({ event, width }) =>
    onAgenda(`${event}#session-last`, { viewport: { width, height: 600 } }, async (page) => {
      const session = page.locator("#session-last");
      expect(await session.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("solid");
      await expect
        .poll(() =>
          session.evaluate((one) => {
            const { left, top, width } = one.getBoundingClientRect();
            return one.contains(document.elementFromPoint(left + width / 2, top + 8));
          }),
        )
        .toBe(true);
      if (width < 768) return;
      const room = page.getByRole("columnheader").last();
      await expect
        .poll(() => room.evaluate((one) => one.getBoundingClientRect().top), { message: "its room is named in view" })
        .toBeGreaterThanOrEqual(0);
    }),
);

const slots = (page: Page) => page.locator(".slot-time").allInnerTexts();
const choose = (page: Page) => page.getByRole("radio", { name: /Your time/ }).check();
const folded = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, " "));

describe("the reader's own zone", () => {
  const ZONES: [zone: string, offset: string, times: string[]][] = [
    ["Asia/Tokyo", "UTC+9", ["17:00", "22:30", "23:45 22:15", "00:00 Fri 25 Oct"]],
    ["Pacific/Honolulu", "UTC−10", ["22:00 Wed 23 Oct", "03:30", "04:45", "05:00"]],
  ];
  const MORE_ZONES: typeof ZONES = [
    ["America/Los_Angeles", "UTC−7", ["01:00", "06:30", "07:45", "08:00"]],
    ["Pacific/Kiritimati", "UTC+14", ["22:00", "03:30 Fri 25 Oct", "04:45 Fri 25 Oct", "05:00 Fri 25 Oct"]],
  ];

  test.each(LONG ? [...ZONES, ...MORE_ZONES] : ZONES)(
    "in %s is named with its times and other days, and can be left again",
    (timezoneId, offset, expected) =>
      onAgenda("list", { timezoneId }, async (page) => {
        const before = folded(await slots(page));
        expect(before).toEqual(["09:00", "14:30", "15:45", "16:00"]);
        expect(await page.getByRole("group", { name: "Time zone" }).innerText()).toContain(`Your time (${timezoneId}, ${offset})`);
        expect(await page.getByRole("radio", { name: "Times: Edinburgh (Europe/London, UTC+1)" }).isChecked()).toBe(true);
        await choose(page);
        expect(folded(await slots(page))).toEqual(expected.map((text) => text.replace(" 22:15", "")));
        await page.getByRole("radio", { name: /Edinburgh/ }).check();
        expect(folded(await slots(page))).toEqual(before);
      }),
  );

  test("an end on another day than its start says so; the machine-readable times stay", () =>
    onAgenda("list", { timezoneId: "Asia/Tokyo" }, async (page) => {
      const read = () => page.locator(".slot time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));
      const before = await read();
      await choose(page);
      expect(await page.locator("#session-late").innerText()).toMatch(/–00:15 Fri 25 Oct/);
      expect(await page.locator("#session-opening").innerText()).toMatch(/–18:00\s/);
      expect(await read()).toEqual(before);
    }));

  test("follows the change of summer time within an event, on both sides", () =>
    onAgenda("odd", { timezoneId: "America/New_York" }, async (page) => {
      expect(await page.locator(".day-offset").allInnerTexts()).toEqual(["UTC+2, then UTC+1", "UTC+1"]);
      expect(await page.getByRole("group", { name: "Time zone" }).innerText()).toMatch(/Times: Berlin \(Europe\/Berlin\)\n/);
      await choose(page);
      expect(await page.locator(".day-offset:visible, .next-day:visible").count()).toBe(0);
      const times = folded(await slots(page)).map((text) => text.replace(/ \d at.*/, ""));
      // Saturday 09:00 is UTC+2, Sunday 09:00 is UTC+1; New York has UTC-4 on both.
      expect([times[0], times.at(-2), times.at(-1)]).toEqual(["03:00", "18:30", "04:00"]);
    }));

  test("is remembered, chosen by keyboard, and not offered where all times agree", async () => {
    const context = await browser.newContext({ ...BERLIN, timezoneId: "Asia/Tokyo" });
    const page = await context.newPage();
    await page.goto(`${site.origin}/events/list/agenda/`);
    await page.getByRole("radio", { name: /Edinburgh/ }).focus();
    await page.keyboard.press("ArrowRight");
    expect((await slots(page))[0]).toBe("17:00");
    await page.reload();
    expect(await page.getByRole("radio", { name: /Your time/ }).isChecked()).toBe(true);
    expect((await slots(page))[0]).toBe("17:00");
    await page.goto(`${site.origin}/events/tokyo/agenda/`);
    expect(await page.getByRole("radio", { name: /Your time/ }).count()).toBe(0);
    expect(await page.locator(".zone").innerText()).toBe("Times: Tokyo (Asia/Tokyo, UTC+9)");
    await context.close();
  });

  longTest("works for the page where nothing can be stored, and is never offered without JavaScript or a known zone", async () => {
    await onAgenda("list", { javaScriptEnabled: false, timezoneId: "Asia/Tokyo" }, async (page) => {
      expect(await page.locator(".zone").innerText()).toBe("Times: Edinburgh (Europe/London, UTC+1)");
      expect(await page.getByRole("radio", { name: /Your time/ }).count()).toBe(0);
    });
    await onAgenda("nowhere", { timezoneId: "Asia/Tokyo" }, async (page) => {
      expect(await page.locator(".zone").count()).toBe(0);
      await page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })");
      await page.goto(`${site.origin}/events/list/agenda/`);
      await choose(page);
      expect((await slots(page))[0]).toBe("17:00");
    });
  });

  test("says the same as the times when the reader comes back and nothing is stored", () =>
    onAgenda("list", { timezoneId: "Asia/Tokyo" }, async (page) => {
      await page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })");
      await page.reload();
      await choose(page);
      await page.goto(`${site.origin}/events/`);
      await page.goBack();
      const isMine = await page.getByRole("radio", { name: /Your time/ }).isChecked();
      expect((await slots(page))[0]).toBe(isMine ? "17:00" : "09:00");
    }));

  test("moves nothing on the page when it appears", () =>
    onAgenda("list", { timezoneId: "Asia/Tokyo", viewport: { width: 412, height: 800 } }, async (page) => {
      const bottom = () => page.locator(".zone").evaluate((one) => one.getBoundingClientRect().bottom);
      const before = await bottom();
      await page.evaluate("document.querySelector('.zone-choice').hidden = true; document.querySelector('.zone p').hidden = false");
      expect(await bottom()).toBe(before);
    }));
});

test("without JavaScript days of a large event are pages that lead to each other", () =>
  onAgenda("large", { javaScriptEnabled: false }, async (page) => {
    const days = page.getByRole("navigation", { name: "Days" });
    await days.getByRole("link", { name: /24 October/ }).click();
    await page.waitForURL("**/2013-10-24/");
    expect(await days.locator("[aria-current=page]").innerText()).toContain("Thursday, 24 October 2013");
    const others = page.getByRole("navigation", { name: "Other days" });
    expect(await others.getByRole("link").count()).toBe(1);
    await others.getByRole("link", { name: "Next day Friday, 25 October 2013" }).click();
    await page.waitForURL("**/2013-10-25/");
    await page.goto(`${site.origin}/events/large/t-2013-10-25-1-1/`);
    await page.getByRole("link", { name: "See in the agenda" }).click();
    await page.waitForURL("**/events/large/agenda/2013-10-25/#session-t-2013-10-25-1-1");
    expect(await page.locator("#session-t-2013-10-25-1-1:target").count()).toBe(1);
  }));

describe("on paper", () => {
  test("the first page of an agenda in parts tells its days, and a day does not tell the others", () =>
    onAgenda("large", {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("main").innerText()).toContain("Thursday, 24 October 2013");
      await page.goto(`${site.origin}/events/large/agenda/2013-10-24/`);
      expect(await page.locator(".parts").filter({ visible: true }).count()).toBe(0);
    }));

  test.each([
    ["twelve", { pages: 1, wide: true }],
    ["list", { pages: 1, wide: false }],
    ...(LONG
      ? ([
          ["six", { pages: 1, wide: true }],
          ["odd", { pages: 1, wide: true }],
        ] as const)
      : []),
  ] as const)("%s takes no more sheets than it fills", async (event, sheets) => {
    expect(await printed(browser, `${site.origin}/events/${event}/agenda/`)).toEqual(sheets);
  });
});

test("the weight: a day in six rooms comes with the first round trip, a day of a large event in 30 kB, the script in 3 kB", () => {
  const weight = (path: string) => brotliCompressSync(readFileSync(join(folder, path, "index.html"))).length;
  expect(weight("events/six/agenda")).toBeLessThanOrEqual(14_600);
  expect(weight("events/large/agenda/2013-10-24")).toBeLessThanOrEqual(30_000);
  const script = /assets\/agenda-zone-\w+\.js/.exec(readFileSync(join(folder, "events/list/agenda/index.html"), "utf8"))?.[0] ?? "";
  expect(readFileSync(join(folder, script)).length).toBeLessThanOrEqual(3000);
});
