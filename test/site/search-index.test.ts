/** The search index as a step of builds: a build without it fails, and it is made again only when an indexed word changed. */
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

test("a failed index fails the build, the next one mends it, and only new words make another", async () => {
  const contentDir = folderOf(LITTLE);
  const folder = temporaryFolder();
  const assets = folderOf({});
  const output = join(folder, "site");
  const build = (environment = {}, ...more: string[]) =>
    archive(
      ["build", "--content", contentDir, "--assets", assets, "--output", output, "--cache", join(folder, "cache"), ...more],
      environment,
    );
  const indexer = folderOf({ "indexer.sh": "#!/bin/sh\nexit 3\n" });
  chmodSync(join(indexer, "indexer.sh"), 0o755);
  const failed = await build({ PAGEFIND_EXTENDED_BINARY_PATH: join(indexer, "indexer.sh") });
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^The search index could not be made: .*build again when this is mended\.$/m);
  expect(failed.stderr).not.toContain("Wrote");

  expect((await build()).code).toBe(0);
  const entry = join(output, "pagefind/entry.json");
  const state = () => statSync(entry).mtimeMs;
  const first = state();
  const files = filesBelow(join(output, "pagefind"));

  const talk = join(contentDir, "events/2020-spring/talks/a-talk.md");
  const text = readFileSync(talk, "utf8");
  writeFileSync(talk, text.replace("room: Hall", "room: Hall\nslides: https://example.org/slides.pdf").replace("Hall", "Aula"));
  await build();
  const withSlides = state();
  expect(withSlides, "that there are slides is a filter").toBeGreaterThan(first);
  writeFileSync(talk, readFileSync(talk, "utf8").replace("room: Aula", "room: Hall 2").replace("slides.pdf", "other.pdf"));
  await build();
  expect(state(), "room and address are no words of the index").toBe(withSlides);

  writeFileSync(talk, text.replace("title: A talk", "title: Another talk"));
  await build();
  expect(state()).toBeGreaterThan(withSlides);
  const now = filesBelow(join(output, "pagefind"));
  expect(now, "what is out of date is gone").toHaveLength(files.length);
  writeFileSync(entry, "damaged");
  await build();
  expect(JSON.parse(readFileSync(entry, "utf8"))).toHaveProperty("wasm");

  const part = join(folder, "part");
  await archive(["build", "--content", contentDir, "--assets", assets, "--output", part, "--shard", "2/2"]);
  expect(filesBelow(part).filter((file) => file.startsWith("pagefind/"))).toEqual([]);
});
