/** Hugo, next to which the benchmark measures our builds, makes the same pages and files as we do. Part of `npm run test:all`. */
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/content.ts";
import { needs } from "../support/programs.ts";
import { bench } from "./run-bench.ts";

test("Hugo makes equal pages and files", { ...needs("hugo"), timeout: 300_000 }, async () => {
  const { stdout, stderr } = await bench(["--talks", "320", "--rounds", "1", "--only", "ours,hugo"], temporaryFolder());
  expect(stderr).not.toContain("failed");
  expect(stdout).not.toContain("Made by Hugo alone");
  expect(stdout).not.toContain("Not made by Hugo");
  const [, pages = "", files = ""] = stdout.split(/^\| kind of .*\n.*\n/m);
  const rows = (text: string) => text.split("\n").flatMap((line) => (line.startsWith("| ") ? [line.split(" | ")] : []));
  expect(stdout).toMatch(/^Made by ours alone, in the same time: 5 \(1 accessibility\/\*, 3 explore\/\*, 1 search\/\*\)\.$/m);
  expect(rows(pages).length).toBe(10);
  for (const [kind, , ...shares] of rows(pages))
    for (const share of shares.slice(0, 3)) expect(Number.parseFloat(share), kind).toBeGreaterThanOrEqual(99);
  const lacking = rows(files).filter(([, made = ""]) => new Set(made.split(" of ")).size > 1);
  expect(lacking).toEqual([]);
  for (const [kind, , compared, words = ""] of rows(files))
    if (compared !== "–") expect(Number.parseFloat(words), kind).toBeGreaterThanOrEqual(95);
});
