/** The smallest archive, one event with one talk, is a whole site; `npm run test:quick` builds this one alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow, readPage } from "../support/html.ts";

test("another conference needs nothing but its own content", async () => {
  const site = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", site]);
  expect(run.code, run.stderr).toBe(0);
  const talk = readPage(site, "events/2020-spring/a-talk/index.html");
  expect(talk.text).toContain("A talk");
  expect(talk.text).toContain("Mon 4 May 2020, 09:30–10:00 · Hall");
  expect(talk.text).toContain("Time zoneEurope/Berlin");
  const everything = filesBelow(site).map((file) => readFileSync(join(site, file), "utf8"));
  // The program says its own name.
  const generator =
    /Made from plain text records by Xen Summit Archive|"name": "xen-summit-archive"|<generator name="xen-summit-archive">/g;
  expect(everything.join("").replaceAll(generator, "")).not.toMatch(/xen/i);
});
