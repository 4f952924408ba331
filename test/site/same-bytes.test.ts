/** Two builds of one content are the same bytes, whatever the folder, time zone, locale and order of files. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { ROOT } from "../support/bases.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { rootExample } from "../support/example.ts";
import { filesBelow } from "../support/html.ts";

function digest(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

test("two builds in different folders, time zones and file orders are identical", async () => {
  const other = temporaryFolder();
  const { content, assets, site } = await rootExample();
  for (const [from, to] of [
    [content, join(other, "deep/er")],
    [assets, join(other, "media")],
  ] as const)
    for (const file of filesBelow(from).reverse()) {
      mkdirSync(dirname(join(to, file)), { recursive: true });
      writeFileSync(join(to, file), readFileSync(join(from, file)));
    }
  const folders = ["--content", join(other, "deep/er"), "--assets", join(other, "media"), "--output", join(other, "out")];
  const run = await archive(["build", ...folders, "--base-url", ROOT], {
    TZ: "Pacific/Kiritimati",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
  });
  expect(run.code, run.stderr).toBe(0);
  const [first, second] = [digest(site), digest(join(other, "out"))];
  expect(Object.keys(first).length).toBeGreaterThan(400);
  expect(second).toEqual(first);
});

test("SOURCE_DATE_EPOCH is printed as the day of the build, and nothing else tells the time", async () => {
  const folder = temporaryFolder();
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", join(folder, "site")], {
    SOURCE_DATE_EPOCH: "1346025600",
  });
  expect(run.code).toBe(0);
  expect(readFileSync(join(folder, "site/index.html"), "utf8")).toMatch(/Built from plain text records by .* on 27 August 2012/);
});
