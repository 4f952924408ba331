/** What `diff` prints of two sites. */
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";

test("pages are named by their address, and the files of the search index are one line", async () => {
  const old = folderOf({ "index.html": "1", "a/index.html": "1", "pagefind/index/1.txt": "1", "pagefind/entry.json": "1" });
  const fresh = folderOf({ "index.html": "2", "b/index.html": "1", "pagefind/index/2.txt": "1", "pagefind/entry.json": "2" });
  const { code, stdout } = await archive(["diff", old, fresh]);
  expect([code, stdout]).toEqual([
    0,
    `added    /b/
added    /pagefind/ (1 file of the search index)
changed  /
changed  /pagefind/ (1 file of the search index)
removed  /a/
removed  /pagefind/ (1 file of the search index)
2 pages and files added, 2 pages and files changed, 2 pages and files removed.
`,
  ]);
  const markdown = (await archive(["diff", old, fresh, "--format", "markdown"])).stdout;
  expect(markdown).toContain("- `/pagefind/ (1 file of the search index)`\n");
  expect(JSON.parse((await archive(["diff", old, fresh, "--format", "json"])).stdout)).toMatchObject({
    removed: ["/a/", "/pagefind/index/1.txt"],
  });
});
