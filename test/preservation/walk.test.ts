/** Which files of a folder are kept, and where the media of a copy are. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareSites } from "../../src/cli/diff.ts";
import { copyInFolder, folderOfMedia } from "../../src/preservation/fixity.ts";
import type { Ledger } from "../../src/preservation/ledger.ts";
import { hashFile } from "../../src/preservation/hash.ts";
import { readPublished } from "../../src/preservation/published.ts";
import { changedFileIn, filesBelow, linksBelow } from "../../src/preservation/walk.ts";
import { folderOf } from "../support/content.ts";

test("what a site publishes below .well-known is kept, held against the ledger and compared; other hidden files are not", () => {
  const site = folderOf({ "index.html": "", ".nojekyll": "", ".git/a": "", ".well-known/security.txt": "Contact: mailto:a@example.org" });
  expect(filesBelow(site)).toEqual([".well-known/security.txt", "index.html"]);
  expect([...readPublished(site).addresses]).toContain("/.well-known/security.txt");
  expect(compareSites(site, folderOf({ "index.html": "" })).removed).toEqual(["/.well-known/security.txt"]);
});

test("what took the place of a file is neither waited for nor followed", () => {
  const folder = folderOf({ "a.txt": "a" });
  execFileSync("mkfifo", [join(folder, "pipe")]);
  symlinkSync("a.txt", join(folder, "link"));
  expect(() => hashFile(join(folder, "link"), "sha256")).toThrow("ELOOP");
  expect(hashFile(join(folder, "pipe"), "sha256")).toBe(createHash("sha256").digest("hex"));
});

test("links are no files, and can be told", () => {
  const folder = folderOf({ "a/b.txt": "" });
  symlinkSync("b.txt", join(folder, "a/c.txt"));
  symlinkSync("a", join(folder, "d"));
  expect([filesBelow(folder), linksBelow(folder)]).toEqual([["a/b.txt"], ["a/c.txt", "d"]]);
});

test.each([
  ["changed.txt", (file: string) => writeFileSync(file, "other")],
  ["a/added.txt", (file: string) => writeFileSync(file, "")],
  ["a/removed.txt", (file: string) => rmSync(file)],
  [undefined, () => {}],
])("what was changed, added or removed below a folder is told: %s", (path, change) => {
  const folder = folderOf({ "changed.txt": "1", "a/removed.txt": "2" });
  const changed = changedFileIn([folder, join(folder, "not there")]);
  change(join(folder, path ?? ""));
  expect(changed()).toBe(path && join(folder, path));
});

test("a folder of media may have a folder `media` too", async () => {
  const nothing = { file: "", lines: [], unreadable: [] };
  const lines = ["2019/a.png", "media/b.png"].map((name) => ({ name, sha256: "", line: 1, text: "" }));
  const ledger: Ledger = { addresses: nothing, media: { ...nothing, lines } };
  const site = folderOf({ "index.html": "", "media/2019/a.png": "a", "media/media/b.png": "b" });
  const media = join(site, "media");
  expect([folderOfMedia(site, ledger), folderOfMedia(media, ledger)]).toEqual([media, media]);
  for (const { name } of lines) expect(await copyInFolder(media)(name)).toMatch(/^[0-9a-f]{64}$/);
});
