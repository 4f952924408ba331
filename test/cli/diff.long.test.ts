/** `diff` of two sites, whatever the size of their files. */
import { join } from "node:path";
import { truncateSync } from "node:fs";
import { expect, test } from "vitest";
import { compareSites } from "../../src/cli/diff.ts";
import { folderOf } from "../support/content.ts";

test("a video above 2 GiB is compared, too", () => {
  const site = folderOf({ "index.html": "<!doctype html>", "media/a.webm": "" });
  const other = folderOf({ "index.html": "<!doctype html>", "media/a.webm": "" });
  // It takes no space on the disk, for there are only zeros in it.
  truncateSync(join(site, "media/a.webm"), 2 ** 31 + 1);
  expect(compareSites(site, other)).toEqual({ added: [], changed: ["/media/a.webm"], removed: [] });
});
