/** What somebody changes while a build is at work: nothing unchecked is published, and nothing is kept under the name of something else. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { DEFAULT_SETTINGS } from "../../src/build/settings.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

test("a record that becomes a draft while the site is built is in no zip, and the build says so", async () => {
  const [contentDir, folder] = [folderOf(LITTLE), temporaryFolder()];
  const talk = join(contentDir, "events/2020-spring/talks/a-talk.md");
  const settings = {
    ...DEFAULT_SETTINGS,
    contentDir,
    assetsDir: folderOf({}),
    outputDir: join(folder, "site"),
    cacheDir: join(folder, "cache"),
    leave: ["search", "cards"] as const,
  };
  const before = readFileSync(talk, "utf8");
  const records = (done: number, all: number) => {
    if (done === all) writeFileSync(talk, `${before.replace("---\n", "---\ndraft: true\n")}\nNobody may read this yet.\n`);
  };
  const failed = build(settings, { records });
  await expect(failed).rejects.toThrow(
    /a-talk\.md` was changed while the site was built, and nobody has checked what it says now\. Build again/,
  );
  expect(filesBelow(settings.outputDir).filter((file) => file.endsWith(".zip"))).toEqual([]);
  await build(settings);
  const [zip, ...others] = filesBelow(settings.outputDir).filter((file) => file.endsWith(".zip"));
  expect(others).toEqual([]);
  expect(readFileSync(join(settings.outputDir, zip ?? ""), "latin1")).not.toContain("a-talk.md");
});
