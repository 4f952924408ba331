/** The data of the built site is enough: records made of it are those of `content/`, and so is the site made of those. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { compareSites } from "../../src/cli/diff.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { dataOf } from "../support/editable.ts";
import { filesBelow } from "../support/html.ts";
import { rootSite } from "../support/real-sites.ts";

test("content/ is made again from the data alone, and builds the same site", async () => {
  const folder = temporaryFolder();
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  const restored = await archive(["restore", await rootSite(), "--content", content]);
  expect(restored.code, restored.stderr).toBe(0);

  const own = join(PROJECT, "content");
  expect(filesBelow(content)).toEqual(filesBelow(own));
  const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");
  const changed = filesBelow(own).filter((file) => read(own, file) !== read(content, file));
  // Comments are not data; every other byte is there.
  expect(changed).toEqual(["organizations.yaml", "site.yaml", "topics.yaml"]);
  for (const file of changed) expect(dataOf(read(content, file))).toEqual(dataOf(read(own, file)));

  const built = await archive(["build", "--content", content, "--output", site, "--base-url", "https://archive.example.org/"]);
  expect(built.code, built.stderr).toBe(0);
  const { added, changed: differing, removed } = compareSites(await rootSite(), site);
  expect([added, removed, differing.filter((path) => !path.endsWith("/archive.zip"))]).toEqual([[], [], []]);
  // Zips hold the same records, with the comments that are no data.
  const entriesOf = (root: string, path: string) =>
    Object.entries(unzipSync(readFileSync(join(root, path)))).map(([name, bytes]) => {
      const text = Buffer.from(bytes).toString();
      return [name, name.endsWith(".yaml") ? dataOf(text) : text];
    });
  for (const path of differing) expect(entriesOf(site, path), path).toEqual(entriesOf(await rootSite(), path));
});
