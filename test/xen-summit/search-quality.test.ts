/** Questions to the real records, asked as readers do: what is on top, beside other searches; and what a first answer costs in a browser. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import type { Archive } from "../../src/model/archive.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { launch } from "../support/browser.ts";
import { type Graded, grade, onAnyPage, qualityTable, type Question, scores, searchOfSite } from "../support/search-quality.ts";
import { type Ask, miniSearch, pagefindAlone } from "../support/search-rivals.ts";
import { serveSearch } from "../support/search-server.ts";
import { rootSite } from "../support/real-sites.ts";
import { LONG } from "../support/long.ts";

const PROJECT = join(import.meta.dirname, "../..");
const ALL: Question[] = JSON.parse(readFileSync(join(import.meta.dirname, "queries.json"), "utf8"));
/** The version of Pagefind whose files and functions `search-engine.ts` knows. */
const PAGEFIND = "1.6.0";

let archive: Archive;
let ours: Ask;
/** Those that the records can answer. */
let questions: Question[];
beforeAll(async () => {
  ({ archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") }));
  const paths = new Set([...searchDocuments(archive)].map(({ path }) => onAnyPage(path)));
  ours = await searchOfSite(await rootSite(), archive.site.record.language);
  questions = ALL.filter(({ expect: wanted }) => wanted.some((path) => paths.has(path)));
});

test("Pagefind is the version that our script on its WebAssembly is made for", () => {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "node_modules/pagefind/package.json"), "utf8")) as { version: string };
  expect(version, "Look at assets/js/parts/search-engine.ts and src/search/segments.ts, then let all searches below run.").toBe(PAGEFIND);
});

test("what is asked for is on top", async () => {
  expect(questions.length).toBeGreaterThanOrEqual(250);
  const graded = await grade(ours, questions);
  // Those that are never used for tuning stay unknown to whoever tunes.
  const missed = graded
    .filter(({ place, tuning }) => place !== 1 && tuning !== false)
    .map(({ kind, q, place, top }) => `${kind}: ${q} (${place || "–"}; on top ${top})`);
  const others = await rivals();
  console.log([qualityTable({ ours: graded, ...others }), "", "Not on top:", ...missed].join("\n"));
  const { first, five, mrr } = scores(graded);
  expect(first).toBeGreaterThanOrEqual(0.93);
  expect(five).toBeGreaterThanOrEqual(0.97);
  expect(mrr).toBeGreaterThanOrEqual(0.95);
  const unknown = scores(graded.filter(({ tuning }) => tuning === false));
  expect(unknown.first).toBeGreaterThanOrEqual(0.9);
  expect(unknown.five).toBeGreaterThanOrEqual(0.97);
  expect(unknown.mrr).toBeGreaterThanOrEqual(0.94);
  for (const [name, theirs] of Object.entries(others)) expect(first, name).toBeGreaterThan(scores(theirs).first);
});

/** The same questions to other searches, which take longer than ours: in `npm run test:all`, and by `npm run bench -- --search`. */
async function rivals(): Promise<Record<string, Graded[]>> {
  if (!LONG) return {};
  const documents = [...searchDocuments(archive)];
  return {
    "Pagefind alone": await grade(await pagefindAlone(documents), questions),
    MiniSearch: await grade(miniSearch(documents), questions),
  };
}

test("the sentence that a reader types first finds the talk first", async () => {
  const [top = ""] = await ours("that talk about grant tables with the diagram");
  const talk = archive.talks.find(({ path }) => path === top);
  expect(talk?.topics.map(({ name }) => name)).toContain("grant tables");
});

/** Of each so many questions one is asked in a browser. */
const SOME = LONG ? 4 : 192;

test("a first search costs less than 105 kB", async () => {
  const site = await serveSearch(await rootSite());
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    // Every search is somebody's first: nothing is in the cache.
    const session = await context.newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const rows: [q: string, bytes: number][] = [];
    for (const { q } of questions.filter((_, at) => at % SOME === 0)) {
      await page.goto(`${site.origin}/search/?q=${encodeURIComponent(q)}`);
      await page
        .locator("#search-status")
        .filter({ hasText: /result/ })
        .waitFor();
      const sent = site.sent().filter(([path]) => /^\/pagefind\/|^\/assets\/search/.test(path));
      rows.push([q, sent.reduce((sum, [, size]) => sum + size, 0)]);
    }
    console.log(rows.map(([q, bytes]) => `| ${q} | ${(bytes / 1000).toFixed(1)} kB |`).join("\n"));
    const mean = rows.reduce((sum, [, bytes]) => sum + bytes, 0) / rows.length;
    expect(mean).toBeLessThan(95_000);
    expect(Math.max(...rows.map(([, bytes]) => bytes))).toBeLessThan(105_000);
  } finally {
    await browser.close();
    site.close();
  }
});
