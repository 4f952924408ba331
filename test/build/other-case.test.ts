/** Output folders on systems that do not tell capitals from small letters, as those of macOS and Windows; `node:fs` is made to behave so. */
import fs from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { scanOutput } from "../../src/build/output-found.ts";
import { temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

/** `node:fs` for which names that differ in case alone are one. */
function caselessFs() {
  /** What is there by that name, or by one that differs in case alone. */
  const placeOf = (path: string): string => {
    if (fs.existsSync(path) || dirname(path) === path) return path;
    const folder = placeOf(dirname(path));
    const names = fs.existsSync(folder) && fs.statSync(folder).isDirectory() ? fs.readdirSync(folder) : [];
    return join(folder, names.find((name) => name.toLowerCase() === basename(path).toLowerCase()) ?? basename(path));
  };
  const renameSync = (from: string, to: string) => fs.renameSync(placeOf(from), join(placeOf(dirname(to)), basename(to)));
  const mocked: Record<string, unknown> = { ...fs, renameSync };
  for (const name of ["lstatSync", "mkdirSync", "openSync", "readdirSync", "rmdirSync", "rmSync", "statSync", "writeFileSync"] as const)
    mocked[name] = (path: unknown, ...others: unknown[]) =>
      (fs[name] as (...all: unknown[]) => unknown)(typeof path === "string" ? placeOf(path) : path, ...others);
  return mocked;
}

let Output: typeof import("../../src/build/output.ts").Output;
let liesIn: typeof import("../../src/content/real-place.ts").liesIn;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock("node:fs", caselessFs);
  ({ Output } = await import("../../src/build/output.ts"));
  ({ liesIn } = await import("../../src/content/real-place.ts"));
});

afterAll(() => {
  vi.doUnmock("node:fs");
  vi.resetModules();
});

test("a file or folder whose name changes in case alone is there after a build, under its new name", async () => {
  const folder = temporaryFolder();
  const first = new Output(folder);
  for (const path of ["media/Slides.pdf", "Old/A.html", "kept.html"]) first.write(path, undefined, path);
  const before = first.finish();
  const second = new Output(folder, before, { found: await scanOutput(folder) });
  for (const path of ["media/slides.pdf", "old/a.html", "kept.html"]) second.write(path, undefined, path);
  const after = second.finish();
  expect([...filesBelow(folder)].sort()).toEqual(["kept.html", "media/slides.pdf", "old/a.html"]);
  expect(new Output(folder, after, { found: await scanOutput(folder) }).keepAll()).toBe(true);
});

test("a folder is the same by any of its names", () => {
  const folder = temporaryFolder();
  fs.mkdirSync(join(folder, "_site"));
  expect(liesIn(join(folder, "_SITE"), join(folder, "_site"))).toBe(true);
  expect(liesIn(join(folder, "_Site/new/folder"), join(folder, "_site"))).toBe(true);
  expect(liesIn(join(folder, "_sites"), join(folder, "_site"))).toBe(false);
  expect(liesIn(folder, join(folder, "_site"))).toBe(false);
});
