/** A browser visits every kind of page behind nginx and Caddy with the headers that a build writes, and nothing is refused, complained of or let through. */
import { get } from "node:http";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { talkPages } from "../../src/pages/talk.ts";
import { launch } from "../support/browser.ts";
import { archive as cli } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { mixedDeck } from "../support/decks.ts";
import { prefixedExample, rootExample } from "../support/example.ts";
import { kindsOf } from "../support/kinds.ts";
import { observatory } from "../support/observatory.ts";
import { type ProgramName, needs } from "../support/programs.ts";
import { serveFolder } from "../support/served.ts";
import { caddySite, nginxSite } from "../support/web-servers.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

const example = await rootExample();
const prefixed = await prefixedExample();
const { archive, kinds: KINDS } = await kindsOf(example);
const pathOf = (kind: string) => KINDS.find(([name]) => name === kind)?.[1] ?? "/";

/** A talk whose video another host plays. */
const PLAYED = [...talkPages.views(archive)].find(({ player }) => player?.front)?.path ?? "/";

/** What readers can do with a page that runs code; a feature that is added gets its line. */
const FEATURES: [name: string, path: string, use: (page: Page) => Promise<void>][] = [
  [
    "filter the list of talks",
    "/presentations/",
    async (page) => {
      await page.fill("#filter-words", "arm");
      await page.click("#more-filters summary");
      await page.selectOption("#filter-sort", "title");
      await expect.poll(() => page.textContent("#filter-count")).toMatch(/ of /);
    },
  ],
  [
    "copy a citation and BibTeX",
    pathOf("talk"),
    async (page) => {
      for (const name of ["Copy citation", "Copy BibTeX"]) {
        await page.getByRole("button", { name }).click();
        await expect.poll(() => page.textContent(".copy-status")).toBe("Copied.");
      }
    },
  ],
  [
    "search, and filter what is found",
    "/search/",
    async (page) => {
      await page.fill("#search-words", "scheduler");
      await expect.poll(() => page.locator("#search-results > .hit").count(), { timeout: 10_000 }).toBeGreaterThan(0);
      // Where there is room they stand open beside the results.
      if (!(await page.isVisible("#filter-slides"))) await page.click("#search-filters summary");
      await page.check("#filter-slides");
      await expect.poll(() => page.textContent("#search-status")).toMatch(/\d/);
    },
  ],
  [
    "open a player of another host",
    PLAYED,
    async (page) => {
      await page.click(".player-front");
      await page.frameLocator(".player iframe").getByText("A player").waitFor();
    },
  ],
  [
    "open the slides of a list in place",
    "/events/2020-spring/",
    async (page) => {
      await page.locator(".media[data-kind=slides][data-title]").first().click();
      await page.frameLocator("dialog iframe").getByText("Slide 1 of 1").waitFor();
    },
  ],
];

/** What they do by the same code, or by hardly any. */
const MORE_FEATURES: typeof FEATURES = [
  [
    "choose a theme",
    "/",
    async (page) => {
      await page.locator('.theme-switch [value="dark"]').check({ force: true });
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      await page.reload();
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      await page.evaluate(() => localStorage.clear());
    },
  ],
  [
    "open a video of a list in place",
    `${PLAYED.replace(/[^/]+\/$/, "")}agenda/`,
    async (page) => {
      await page.locator(".media[data-kind=video][data-title]").first().click();
      await page.frameLocator("dialog iframe").getByText("A player").waitFor();
    },
  ],
];

/** Slides of the example, which pages of the site may frame. */
const SLIDES = "/events/2020-spring/media/slides/";

/** A site with slides that are many. */
async function buildDecks(): Promise<string> {
  const output = join(temporaryFolder(), "site");
  const content = folderOf({
    ...LITTLE,
    "events/2020-spring/talks/a-talk.md": "---\ntitle: A talk\nslides:\n  file: a-talk.pdf\n---\n",
  });
  const assets = folderOf({ "media/a-talk.pdf": mixedDeck() });
  const address = ["--base-url", "https://example.org/archive/"];
  const run = await cli(["build", "--content", content, "--assets", assets, "--output", output, ...address]);
  expect(run.code, run.stderr).toBe(0);
  return output;
}

const TALK = pathOf("talk");

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[] = [];
beforeAll(async () => {
  browser = await launch();
  context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  await context.exposeFunction("complain", (text: string) => complaints.push(text));
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      (globalThis as unknown as { complain: (text: string) => void }).complain(`${effectiveDirective} refuses ${blockedURI}`),
    ),
  );
  await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Player</title>A player" }));
  context.on("console", (message) => complaints.push(message.text()));
  context.on("weberror", (error) => complaints.push(error.error().message));
  page = await context.newPage();
});
afterAll(() => browser?.close());

/** What the browser says while it shows a page. */
async function heard(address: string, use: (page: Page) => Promise<void> = async () => {}): Promise<string[]> {
  complaints = [];
  await page.goto(address);
  await use(page);
  return complaints;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  html: string;
}

function ask(address: string): Promise<Answer> {
  return new Promise((done, fail) =>
    get(address, { agent: false }, (response) => {
      let html = "";
      response.setEncoding("utf8").on("data", (chunk) => (html += chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, html }));
    }).on("error", fail),
  );
}

const SERVERS: [program: ProgramName, start: (folder: string, prefix?: string) => Promise<string>][] = [
  ["nginx", nginxSite],
  ["caddy", caddySite],
];

for (const [program, start] of SERVERS)
  describe(program, needs(program), () => {
    /** Both servers send the same; what a browser makes of the second is seen by `npm run test:all`. */
    const isSeen = program === "nginx" || LONG;
    let origin: string;
    let underPrefix: string;
    beforeAll(async () => {
      [origin, underPrefix] = await Promise.all([start(example.site), start(prefixed.site, "/archive")]);
    });

    test.each(KINDS)("shows a page of the kind %s in silence, and it scores A+", async (kind, path) => {
      // The small pages at former addresses lead on at once.
      if (isSeen) expect(await heard(kind === "moved" ? `${origin}/` : origin + path)).toEqual([]);
      const answer = await ask(origin + path);
      const { score, grade, points } = observatory(answer);
      expect({ grade, points }).toMatchObject({ grade: "A+" });
      expect(score, JSON.stringify(points)).toBeGreaterThanOrEqual(130);
    });

    test.each([...(isSeen ? FEATURES : []), ...(LONG ? MORE_FEATURES : [])])("under a prefix lets readers %s", async (_name, path, use) => {
      expect(await heard(`${underPrefix}/archive${path}`, use)).toEqual([]);
    });

    longTest("lets readers of slides step through slides", async () => {
      const step = async (page: Page) => {
        await page.getByRole("button", { name: "Next" }).click();
        await page.getByText("Slide 2 of 8").waitFor();
      };
      const withDecks = await start(await buildDecks(), "/archive");
      expect(await heard(`${withDecks}/archive/events/2020-spring/a-talk/slides/`, step)).toEqual([]);
    });

    test("lets nobody but the site itself frame its slides, and nobody else frame anything", async () => {
      for (const [path, framing, ancestors] of [
        [SLIDES, "SAMEORIGIN", "'self'"],
        ["/", "DENY", "'none'"],
        ["/speakers/", "DENY", "'none'"],
      ] as const) {
        const answer = await ask(`${underPrefix}/archive${path}`);
        expect(answer.headers["x-frame-options"], path).toBe(framing);
        expect(answer.headers["content-security-policy"], path).toContain(`frame-ancestors ${ancestors}`);
        expect(observatory(answer).score, path).toBeGreaterThanOrEqual(130);
      }
      if (!isSeen) return;
      const stranger = await serveFolder(folderOf({ "slides.html": frameOf(SLIDES), "home.html": frameOf("/") }));
      for (const name of ["slides", "home"]) {
        const failed = page.waitForEvent("requestfailed");
        await page.goto(`${stranger.origin}/${name}.html`);
        expect((await failed).failure()?.errorText, name).toBe("net::ERR_BLOCKED_BY_RESPONSE");
      }
      stranger.close();
      function frameOf(path: string): string {
        return `<iframe src="${underPrefix}/archive${path}"></iframe>`;
      }
    });

    test("says the same of a page that is not there, in any folder", async () => {
      for (const path of ["/no-such-page/", "/events/no-such-page/"]) {
        const answer = await ask(origin + path);
        expect(answer.status).toBe(404);
        expect(observatory(answer).score).toBeGreaterThanOrEqual(130);
        const said = isSeen ? await heard(origin + path) : [];
        expect(said.filter((text) => !text.includes("404"))).toEqual([]);
      }
    });

    const slug = TALK.split("/").at(-2);
    const FILES: [path: string, wanted: Record<string, string | undefined>][] = [
      ["/feed.atom", { "content-type": "application/atom+xml", "access-control-allow-origin": "*" }],
      ["/data/archive.json", { "content-type": "application/json", "access-control-allow-origin": "*" }],
      [`${TALK}${slug}.bib`, { "content-type": "application/x-bibtex", "access-control-allow-origin": "*" }],
      [`${TALK}${slug}.ris`, { "content-type": "application/x-research-info-systems" }],
      [`${TALK}${slug}.csl.json`, { "content-type": "application/vnd.citationstyles.csl+json", "access-control-allow-origin": "*" }],
      [`${pathOf("event")}linkset.json`, { "content-type": "application/linkset+json", "access-control-allow-origin": "*" }],
      [`${pathOf("event")}calendar.ics`, { "content-type": "text/calendar", "access-control-allow-origin": "*" }],
      [TALK, { "content-type": "text/html", "access-control-allow-origin": undefined, "cross-origin-opener-policy": "same-origin" }],
    ];

    test.each(FILES)("serves %s as it should be", async (path, wanted) => {
      for (const address of [origin + path, `${underPrefix}/archive${path}`]) {
        const { status, headers } = await ask(address);
        const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name]?.replace(/;.*$/, "")]));
        expect({ status, ...found }).toEqual({ status: 200, ...wanted });
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
      }
    });

    test("keeps assets for ever", async () => {
      const { html } = await ask(`${origin}/`);
      const icon = /href="(\/assets\/[^"]+)"/.exec(html)?.[1];
      const { headers } = await ask(`${origin}${icon}`);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    });
  });

describe("the policy that a page says of itself, on a host that says none", () => {
  let plain: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    plain = await serveFolder(example.site);
  });
  afterAll(() => plain?.close());

  const PLANTED: [what: string, markup: string, refused: string][] = [
    ["a script", "<script>document.title = 'run'</script>", "script-src-elem"],
    ["a handler", "<img src=/none.png onerror=\"document.title = 'run'\">", "script-src-attr"],
    ["a style", '<p style="color: red">', "style-src-attr"],
    ["a frame", '<iframe src="https://example.com/"></iframe>', "frame-src"],
  ];
  const MORE_PLANTED: typeof PLANTED = [
    ["a script of the site that the page does not name", '<script src="/assets/planted.js"></script>', "script-src-elem"],
    ["a style sheet", "<style>p { color: red }</style>", "style-src-elem"],
    ["a picture of another host", '<img src="https://example.com/a.png">', "img-src"],
    ["a base address", '<base href="https://example.com/">', "base-uri"],
  ];

  test.each(LONG ? [...PLANTED, ...MORE_PLANTED] : PLANTED)(
    "does not let a page have %s that somebody planted",
    async (_what, markup, refused) => {
      await page.route("**/assets/planted.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: "document.title = 'run'" }),
      );
      await page.route(`${plain.origin}${TALK}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('<main id="content"', `${markup}<main id="content"`) });
      });
      await heard(`${plain.origin}${TALK}`, () => expect.poll(() => complaints.join("\n")).toContain(`${refused} refuses`));
      expect(await page.title()).not.toBe("run");
      await page.unrouteAll();
    },
  );

  test("does not let code of a page write markup from text", async () => {
    await heard(`${plain.origin}/`, async (page) => {
      const thrown = await page.evaluate(() => {
        try {
          document.body.innerHTML = "<p>planted</p>";
          return "nothing";
        } catch (error) {
          return (error as Error).name;
        }
      });
      expect(thrown).toBe("TypeError");
    });
  });
});
