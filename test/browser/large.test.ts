/** The list of presentations of a large archive: an overview of years that becomes a list of talks once the reader filters. */
import { join } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IndexOfParts } from "../../src/publishing/talk-index-format.ts";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { skipHead } from "../support/keyboard.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

const BAD_LINK = "javascript:alert(1)";

const folder = join(temporaryFolder(), "site");
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  // Four editions of 150 talks, two of them in one year; one talk has a bit of everything.
  const content = Object.fromEntries(
    Object.entries(generateContent(4, 150)).map(([path, text]) => [
      path,
      path.startsWith("events/2003") ? text.replaceAll("2003", "2002") : text,
    ]),
  );
  content["events/2003-summit/event.md"] = content["events/2003-summit/event.md"]?.replace("Summit 2002", "Second Summit 2002") ?? "";
  content["events/2000-summit/talks/rich.md"] =
    "---\ntitle: <b>Rich</b> & strange\nkind: keynote\nlanguage: de\nspeakers:\n  - name: Zoë Rich\n  - name: Ada Rich\nslides: https://slides.example.org/rich.pdf\n" +
    "video:\n  url: https://video.example.org/rich.webm\n  unavailable: 2020-05-04\n  archived: https://web.archive.org/web/2013/https://video.example.org/rich.webm\n---\n";
  const run = await archive(["build", "--content", folderOf(content), "--output", folder, "--base-url", "https://example.org/archive/"]);
  expect(run.code, run.stderr).toBe(0);
  site = await serveFolder(folder, "/archive");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

const isIndex = (url: URL) => url.pathname === "/archive/presentations/talks.json";
const isOfIndex = (url: URL) => /^\/archive\/presentations\/talks(-[\w-]+)?\.json$/.test(url.pathname);

/** Opens the list, and fails if anything on the way is refused or broken. */
async function open(query: string, walk: (page: Page, requests: string[]) => Promise<void>, javaScriptEnabled = true): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const [problems, requests]: string[][] = [[], []];
  page.on("pageerror", (error) => problems?.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !/ERR_FAILED/.test(message.text()) && problems?.push(message.text()));
  page.on("request", (request) => requests?.push(new URL(request.url()).pathname));
  try {
    await page.goto(`${site.origin}/archive/presentations/${query}`);
    await walk(page, requests ?? []);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

const visible = (page: Page) => page.locator("#talks .talk-item:visible").count();
const status = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor({ timeout: 5000 });
const years = (page: Page) => page.locator("#years").isVisible();
const titles = (page: Page) => page.locator("#talks .talk-item .talk-title a").allInnerTexts();

const { compare: byTitle } = new Intl.Collator("en", { ignorePunctuation: true });

test("without JavaScript the overview links the years and shows no controls", () =>
  open(
    "",
    async (page) => {
      expect(await page.locator("main form:visible").count()).toBe(0);
      expect(await page.locator("#years .overview > li").allInnerTexts()).toEqual([
        expect.stringMatching(/^2002 300 talks\s+(Second )?Summit 2002\s+(Second )?Summit 2002$/),
        expect.stringMatching(/^2001 150 talks/),
        expect.stringMatching(/^2000 151 talks/),
      ]);
    },
    false,
  ));

test("nothing is fetched before the reader turns to the form", () =>
  open("", async (page, requests) => {
    await page.getByText("More filters").waitFor();
    await page.waitForLoadState("networkidle");
    expect(requests.filter((path) => /talks\.json/.test(path))).toEqual([]);
    expect(await years(page)).toBe(true);
    await status(page, /^601 talks$/);
    const fetched = page.waitForResponse((response) => isIndex(new URL(response.url())));
    await page.getByLabel("Title or speaker").focus();
    expect((await fetched).ok()).toBe(true);
    await status(page, /^601 talks$/);
    expect(await years(page)).toBe(true);
    expect(await page.getByLabel("Year", { exact: true }).locator("option").allTextContents()).toEqual([
      "All years",
      "2002 (300)",
      "2001 (150)",
      "2000 (151)",
    ]);
    expect(requests.filter((path) => path.endsWith("talks.json"))).toHaveLength(1);
  }));

test("filters across years, keeps the filter in the address, and restores it from there", () =>
  open("", async (page) => {
    await page.getByLabel("With slides").check();
    await status(page, /^201 of 601 talks$/);
    expect(await visible(page)).toBe(100);
    expect(await years(page)).toBe(false);
    expect(await page.locator("#talks .talk-group h2").allInnerTexts()).toHaveLength(2);
    await page.getByText("More filters").click();
    await page.getByLabel("Year", { exact: true }).selectOption("2002");
    await status(page, /^100 of 601 talks$/);
    expect(await page.locator("#talks .talk-group").count()).toBe(2);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ year: "2002", slides: "1" });
    await page.reload();
    await status(page, /^100 of 601 talks$/);
    expect(await page.getByLabel("With slides").isChecked()).toBe(true);
    await page.locator("#talks .talk-title a").nth(3).click();
    await page.waitForURL(/\/archive\/events\/2003-summit\/|\/archive\/events\/2002-summit\//);
    await page.goBack();
    await status(page, /^100 of 601 talks$/);
    expect(await visible(page)).toBe(100);
    await page.getByRole("button", { name: "Clear" }).click();
    await status(page, /^601 talks$/);
    expect(await years(page)).toBe(true);
    expect(await visible(page)).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  }));

test("a shared address works", () =>
  open("?year=2001&video=1&topic=domain", async (page) => {
    await status(page, /^\d+ of 601 talks$/);
    expect(await visible(page)).toBeGreaterThan(0);
    expect(
      await page.locator("#talks .talk-item").evaluateAll((all) => all.every((one) => /\bdomain\b/.test(one.dataset["topics"] ?? ""))),
    ).toBe(true);
  }));

longTest("an unknown choice in a shared address does no harm", async () => {
  await open("?year=1492&utm=1", async (page) => {
    await page.waitForLoadState("networkidle");
    await status(page, /^601 talks$/);
    expect(await years(page)).toBe(true);
  });
  await open("?words=nosuchtalk", async (page) => {
    await status(page, /^0 of 601 talks$/);
    expect(await page.locator(".empty").innerText()).toContain("No talk matches");
  });
});

test("loads of the index only the parts that can have what is asked for", async () => {
  const head = (await (await fetch(`${site.origin}/archive/presentations/talks.json`)).json()) as IndexOfParts;
  const partsOf = (requests: readonly string[]) => requests.flatMap((path) => /\/talks(-[\w-]+)?\.json$/.exec(path)?.slice(0, 1) ?? []);
  await open("?event=Summit 2001", async (page, requests) => {
    await status(page, /^150 of 601 talks$/);
    expect(partsOf(requests)).toEqual(["/talks.json", `/talks-${head.parts[1]}.json`]);
  });
  await open("?words=rich strange", async (page, requests) => {
    await status(page, /^1 of 601 talks$/);
    expect(partsOf(requests)).toEqual(["/talks.json", `/talks-${head.words}.json`, `/talks-${head.parts[2]}.json`]);
    await page.getByLabel("Title or speaker").fill("nowhere");
    await status(page, /^0 of 601 talks$/);
    expect(partsOf(requests)).toHaveLength(3);
  });
});

/** Has the page read what an older build said of its parts, whose files are gone: it is open since then. */
async function readOlder(page: Page): Promise<void> {
  const older = async (route: Route) => {
    const head = (await (await route.fetch()).json()) as IndexOfParts;
    const [name, ...event] = head.events[0] ?? ["", "", 0, 0, 0, 0];
    const events = [[`${name} as it was`, ...event], ...head.events.slice(1)];
    await route.fulfill({ json: { ...head, parts: head.parts.map(() => "older"), words: "words-older", events } });
  };
  await page.route(/\/talks-(words-)?older\.json$/, (route) => route.abort());
  await page.route(isIndex, older, { times: 1 });
  await page.getByLabel("Title or speaker").focus();
  await page.getByLabel("Year", { exact: true }).locator("option", { hasText: "2001" }).waitFor({ state: "attached" });
}

test.each([
  ["a year", 150, async (page: Page) => void (await page.getByLabel("Year", { exact: true }).selectOption("2001", { force: true }))],
  ["words", 1, (page: Page) => page.getByLabel("Title or speaker").fill("rich strange")],
])("on a page that is open while a newer build comes, %s find what that build has", (_, found, ask) =>
  open("", async (page) => {
    await readOlder(page);
    await page.getByText("More filters").click();
    await ask(page);
    await status(page, new RegExp(`^${found} of 601 talks$`));
    expect(await visible(page)).toBe(Math.min(found, 100));
  }),
);

test("a part that cannot be loaded is told kindly, above the years that lead to every talk, and tried again", () =>
  open("", async (page) => {
    const isPart = (url: URL) => isOfIndex(url) && !isIndex(url);
    await page.route(isPart, (route) => route.abort());
    await page.getByLabel("With video").check();
    await status(page, /could not be loaded.* The years below lead to every talk/);
    expect(await years(page)).toBe(true);
    await page.unroute(isPart);
    await page.getByLabel("With slides").check();
    await status(page, /^\d+ of 601 talks$/);
    expect(await years(page)).toBe(false);
  }));

test("shows 100 at a time, sorted over all of them, and as many again after a reload", () =>
  open("?sort=title", async (page) => {
    const more = page.getByRole("button", { name: "Show 100 more" });
    await more.waitFor();
    await status(page, /^601 talks$/);
    expect(await visible(page)).toBe(100);
    await more.click();
    expect(await visible(page)).toBe(200);
    const links = page.locator("#talks .talk-item .talk-title a");
    expect(await links.evaluateAll((all) => all.findIndex((one) => one.matches(":focus")))).toBe(100);
    await skipHead(page);
    expect(await visible(page)).toBe(200);
    await page.goBack();
    await page.reload();
    await page.getByRole("button", { name: "Show 100 more" }).waitFor();
    const shown = await titles(page);
    expect(shown).toHaveLength(200);
    expect(shown).toEqual(shown.toSorted(byTitle));
    await page.getByLabel("Sort by").selectOption("oldest");
    expect(await page.locator("#talks .talk-group h2").allInnerTexts()).toEqual(["Summit 2000"]);
    expect(await visible(page)).toBe(100);
  }));

longTest("shows 100 at a time until all are there, in their order", () =>
  open("?sort=title", async (page) => {
    const more = page.getByRole("button", { name: "Show 100 more" });
    await more.waitFor();
    for (let shown = 100; shown < 600; shown += 100) {
      await more.click();
      expect(await visible(page)).toBe(shown + 100);
    }
    await page.getByRole("button", { name: "Show 1 more" }).click();
    const shown = await titles(page);
    expect(shown).toHaveLength(601);
    expect(shown).toEqual(shown.toSorted(byTitle));
    expect(await page.getByRole("button", { name: /more$/ }).count()).toBe(0);
  }),
);

test("lists a talk as the page of its year does", async () => {
  const markup = (page: Page) =>
    page.locator("#talks .talk-item", { hasText: "Rich" }).evaluate((item) => {
      // Programs find the attributes of robust links on the pages of the years and the talks.
      for (const link of item.querySelectorAll<HTMLElement>("a"))
        for (const name of ["originalurl", "versiondate", "versionurl"]) delete link.dataset[name];
      // A script marks the direction of each name, a page of those alone that need it.
      return item.outerHTML
        .replaceAll(' dir="auto"', "")
        .replace(/\s+/g, " ")
        .replace(/> | </g, (edge: string) => edge.trim());
    });
  const attributes = (html: string) =>
    html.replace(
      /<(\w+) ([^>]+)/g,
      (_, tag: string, list: string) =>
        `<${tag} ${list
          .split(/(?<=") /)
          .sort()
          .join(" ")}`,
    );
  let onYearPage = "";
  await open("2000/", async (page) => {
    // A long year has several pages.
    for (let part = 2; (await page.locator("#talks .talk-item", { hasText: "Rich" }).count()) === 0; part++) {
      const answer = await page.goto(`${site.origin}/archive/presentations/2000/${part}/`);
      expect(answer?.status()).toBe(200);
    }
    onYearPage = await markup(page);
  });
  await open("?words=rich", async (page) => {
    await status(page, /^1 of 601 talks$/);
    const drawn = await markup(page);
    expect(attributes(drawn)).toBe(attributes(onYearPage));
    expect(drawn).toContain("&lt;b&gt;Rich&lt;/b&gt; &amp; strange");
  });
});

test("an index that cannot be loaded is told kindly, and tried again", () =>
  open("", async (page) => {
    await page.route(isIndex, (route) => route.abort());
    await page.getByLabel("With video").check();
    await status(page, /could not be loaded/);
    expect(await years(page)).toBe(true);
    expect(new URL(page.url()).search).toBe("?video=1");
    await page.unroute(isIndex);
    await page.getByLabel("With slides").check();
    await status(page, /^\d+ of 601 talks$/);
    expect(await page.getByLabel("With video").isChecked()).toBe(true);
    expect(await years(page)).toBe(false);
  }));

test("a link in the index leads to a web address or nowhere", () =>
  open("", async (page) => {
    await page.route(isOfIndex, async (route) => {
      const text = (await (await route.fetch()).text()).replace("https://slides.example.org/rich.pdf", BAD_LINK);
      await route.fulfill({ contentType: "application/json", body: text });
    });
    await page.getByLabel("Title or speaker").fill("rich");
    await status(page, /^1 of 601 talks$/);
    expect(await page.locator("#talks .talk-item .media").first().getAttribute("href")).toBeNull();
    expect(await page.content()).not.toContain(BAD_LINK);
  }));

/** Years; `npm run test:all` looks at a list, at an empty one, and at a list in another order, too. */
test.each(LONG ? ["", "?slides=1", "?words=nosuchtalk", "?sort=speaker"] : [])("axe finds nothing at %j", async (query) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${site.origin}/archive/presentations/${query}`);
  if (query) await page.locator("#talks > *").first().waitFor();
  const violations = await axeViolations(page);
  expect(violations).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
  await context.close();
});
