/** Parts of a site that several machines build. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";

test.each(["0/2", "3/2", "2", "a/b", "1/0", "-1/2"])("--shard %s is refused", async (shard) => {
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", join(temporaryFolder(), "site"), "--shard", shard]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("Write the part and the number of parts, such as `2/4`.");
});
