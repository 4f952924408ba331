/** Eleventy's own command builds the real site too, byte for byte as the archive's own command. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/bases.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";
import { build, config, differing, SOURCE } from "../support/eleventy.ts";
import { filesBelow } from "../support/html.ts";
import { rootSite } from "../support/real-sites.ts";

test("Eleventy's own command builds the same real site", async () => {
  const options = `content: ${JSON.stringify(join(PROJECT, "content"))}, assets: ${JSON.stringify(join(PROJECT, "assets"))}`;
  const folder = folderOf({
    ".eleventy.ts": config("", undefined, `root: import.meta.dirname, ${options}, baseUrl: ${JSON.stringify(ROOT)}`, SOURCE),
    "package.json": '{ "type": "module" }',
    "templates/README.txt": "Mine.\n",
  });
  const site = await build(folder, "--config=.eleventy.ts");
  expect(filesBelow(site).length).toBeGreaterThan(600);
  expect(differing(site, await rootSite())).toEqual([]);
});
