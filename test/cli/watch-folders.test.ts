/** The preview watches its folders and nothing that a link in them leads to. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FolderWatcher } from "../../src/cli/watch-folders.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";

test("a link in a folder is not followed, and a folder that is a link is watched under its own name", async () => {
  const [outside, real] = [folderOf({ "a.md": "1" }), folderOf({ "inside/b.md": "1" })];
  symlinkSync(outside, join(real, "link"));
  const given = join(temporaryFolder(), "content");
  symlinkSync(real, given);
  const seen: string[] = [];
  const troubles: unknown[] = [];
  const watcher = new FolderWatcher([given], {
    ignored: () => false,
    onEvent: (_, path) => seen.push(path),
    onTrouble: (error) => troubles.push(error),
  });
  onTestFinished(() => watcher.close());
  await watcher.ready();
  writeFileSync(join(outside, "a.md"), "2");
  mkdirSync(join(outside, "folder"));
  writeFileSync(join(real, "inside/b.md"), "2");
  await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toContain(join(given, "inside/b.md"));
  expect(seen.filter((path) => path !== join(given, "link") && !path.startsWith(join(given, "inside")))).toEqual([]);
  expect(troubles).toEqual([]);
});
