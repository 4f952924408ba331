/** Hugo, next to which the benchmark measures our builds, makes the same pages and files as we do. Part of `npm run test:all`. */
import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { needs } from "../support/programs.ts";
import { equality, FULL, MEASUREMENTS } from "./measurements.ts";
import { createWorkspace, removeWorkspaces } from "./workspace.ts";

const [PAGES, PAGES_AND_INDEX] = MEASUREMENTS.filter(({ group }) => group === "hugo");

afterEach(removeWorkspaces);

test("Hugo makes equal pages and files", { ...needs("hugo"), timeout: 900_000 }, async () => {
  // So many are in events of two years, with lists and an index of talks in parts.
  const space = createWorkspace(2001, "even");
  await FULL.run(space, 0);
  await PAGES?.run(space, 0);
  const report = equality(space).join("\n");
  expect(report).not.toContain("Made by Hugo alone");
  expect(report).not.toContain("Not made by Hugo");
  const [, pages = "", files = ""] = report.split(/^\| kind of .*\n.*\n/m);
  const rows = (text: string) => text.split("\n").flatMap((line) => (line.startsWith("| ") ? [line.split(" | ")] : []));
  expect(report).toMatch(/^Made by ours alone, in the same time: 5 \(1 accessibility\/\*, 3 explore\/\*, 1 search\/\*\)\.$/m);
  expect(rows(pages).length).toBe(10);
  for (const [kind, , ...shares] of rows(pages))
    for (const share of shares.slice(0, 3)) expect(Number.parseFloat(share), kind).toBeGreaterThanOrEqual(99);
  const lacking = rows(files).filter(([, made = ""]) => new Set(made.split(" of ")).size > 1);
  expect(lacking).toEqual([]);
  for (const [kind, , compared, words = ""] of rows(files))
    if (compared !== "–") expect(Number.parseFloat(words), kind).toBeGreaterThanOrEqual(95);
});

test("Pagefind makes an index of the pages that ours has in its own", { ...needs("hugo"), timeout: 300_000 }, async () => {
  const space = createWorkspace(60, "even");
  await PAGES_AND_INDEX?.run(space, 0);
  const { languages } = JSON.parse(readFileSync(space.at("hugo-and-index/pagefind/pagefind-entry.json"), "utf8")) as {
    languages: { en: { page_count: number } };
  };
  const ours = [...searchDocuments(loadArchive({ contentDir: space.content, assetsDir: space.at("no-media") }).archive)].length;
  // Pages of topics of one talk, and of agendas, are few.
  expect(languages.en.page_count).toBeGreaterThanOrEqual(ours);
  expect(languages.en.page_count).toBeLessThan(1.5 * ours);
});
