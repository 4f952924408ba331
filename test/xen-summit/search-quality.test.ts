/** Forty questions to the real content, asked as a reader does: what is on top, and what the first answer costs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../support/browser.ts";
import { type SearchServer, serveSearch } from "../support/search-server.ts";

interface Question {
  q: string;
  /** One of them is wanted on top. */
  expect: string[];
}

const QUESTIONS: Question[] = JSON.parse(readFileSync(join(import.meta.dirname, "queries.json"), "utf8"));

let browser: Browser;
let site: SearchServer;
beforeAll(async () => {
  browser = await launch();
  site = await serveSearch(inject("rootSite"));
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

test("forty questions find what is wanted, each for less than 100 kB", async () => {
  const rows: { q: string; place: number; top: string; bytes: number }[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  // Every search is somebody's first: nothing is in the cache.
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  for (const { q, expect: wanted } of QUESTIONS) {
    await page.goto(`${site.origin}/search/?q=${encodeURIComponent(q)}`);
    await page
      .locator("#search-status")
      .filter({ hasText: /result|Nothing/ })
      .waitFor();
    const found = await page
      .locator("#search-results .talk-title a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const bytes = site
      .sent()
      .filter(([path]) => path.startsWith("/pagefind/"))
      .reduce((sum, [, size]) => sum + size, 0);
    rows.push({ q, place: found.slice(0, 5).findIndex((path) => wanted.includes(path)) + 1, top: found[0] ?? "nothing", bytes });
  }
  await context.close();
  const share = (most: number) => rows.filter(({ place }) => place > 0 && place <= most).length / rows.length;
  const largest = Math.max(...rows.map(({ bytes }) => bytes));
  const table = rows.map(({ q, place, top, bytes }) => `| ${q} | ${place || "–"} | ${top} | ${(bytes / 1000).toFixed(1)} kB |`);
  const sums = `precision at 1: ${share(1).toFixed(3)}, at 5: ${share(5).toFixed(3)}; largest first search: ${(largest / 1000).toFixed(1)} kB`;
  console.log(["| question | place | on top | first search |", "| --- | ---: | --- | ---: |", ...table, "", sums].join("\n"));
  expect(rows).toHaveLength(40);
  expect(share(1)).toBeGreaterThanOrEqual(0.9);
  expect(share(5)).toBe(1);
  expect(largest).toBeLessThan(100_000);
});
