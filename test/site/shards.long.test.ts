/** Parts of a site that several machines build are, put together, the site that one machine builds. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/bases.ts";
import { archive } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { rootExample } from "../support/example.ts";
import { filesBelow } from "../support/html.ts";

test("the union of three shards is the single build, byte for byte, and no file is in two of them", async () => {
  const folder = temporaryFolder();
  const { site: single, content, assets } = await rootExample();
  const input = ["--content", content, "--assets", assets, "--base-url", ROOT];
  const runs = await Promise.all(
    [1, 2, 3].map((index) => archive(["build", ...input, "--output", join(folder, `part-${index}`), "--shard", `${index}/3`])),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  const parts = [1, 2, 3].map((index) => filesBelow(join(folder, `part-${index}`)).filter((file) => file !== ".archive-output"));
  const whole = filesBelow(single).filter((file) => file !== ".archive-output");
  expect(parts.flat().sort()).toEqual([...whole].sort());
  // The index of the search is made by one of them.
  const shared = (files: readonly string[]) => files.filter((file) => !file.startsWith("pagefind/")).length;
  for (const part of parts) expect(shared(part), "the parts are of one size").toBeGreaterThan(shared(whole) / 3 - 30);
  for (const index of [1, 2, 3]) cpSync(join(folder, `part-${index}`), join(folder, "union"), { recursive: true });
  for (const file of whole)
    expect(readFileSync(join(folder, "union", file)).equals(readFileSync(join(single, file))), `${file} is the same`).toBe(true);
});
