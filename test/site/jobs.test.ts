/** Worker processes: a site that several processes make is the site that one makes, also after edits. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { DEFAULT_SETTINGS } from "../../src/build/settings.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { EXAMPLE, rootExample } from "../support/example.ts";
import { LONG } from "../support/long.ts";
import { generateContent } from "../support/generate.ts";
import { bytesBelow, workers } from "../support/workers.ts";

// All that an archive may hold is in the example, whose pictures and decks take long: `npm run test:all` takes that.
const RECORDS = LONG ? EXAMPLE : generateContent(2, 10);
const TALK = LONG ? "events/2014-summit/talks/port.md" : "events/2000-summit/talks/talk-7.md";

test("the same bytes, whoever makes them; an edit starts no process, and later builds know what workers made", async () => {
  const folder = temporaryFolder();
  const contentDir = folderOf(RECORDS);
  const assets = LONG ? (await rootExample()).assets : folderOf({});
  const at = (name: string) => ({
    ...DEFAULT_SETTINGS,
    contentDir,
    assetsDir: assets,
    outputDir: join(folder, name),
    cacheDir: join(folder, `${name}-cache`),
  });
  const [alone, shared] = [at("alone"), at("shared")];
  const two = workers(2);
  const all = await build(shared, {}, two.options);
  expect(two.started()).toBe(2);
  const single = await build(alone);
  expect([all.pages, all.written]).toEqual([single.pages, single.written]);
  expect(bytesBelow(shared.outputDir)).toEqual(bytesBelow(alone.outputDir));

  const none = workers(2);
  const again = await build(shared, {}, none.options);
  expect([none.started(), again.pages, again.written], "all is up to date").toEqual([0, all.pages, 0]);

  const talk = join(contentDir, TALK);
  writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, "title: The port to tiny boards"));
  const edited = await build(shared, {}, workers(1).options);
  const anew = await build({ ...alone, clean: true });
  expect(edited.pages).toBe(anew.pages);
  expect(edited.written, "pages that say the same are kept").toBeLessThan(anew.written);
  expect(bytesBelow(shared.outputDir)).toEqual(bytesBelow(alone.outputDir));
});

test.each(LONG ? ["0", "-1", "two", "1000"] : ["0"])("--jobs %s is refused", async (jobs) => {
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", join(temporaryFolder(), "site"), "--jobs", jobs]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("Write a number from 1 to 999.");
});
