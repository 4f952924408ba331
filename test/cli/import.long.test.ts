/** What an import says of very many mistakes. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, SITE } from "../support/content.ts";

test("of more mistakes than anybody reads the first are told, and the numbers of all others", async () => {
  const rows = Array.from({ length: 4_000 }, (_, row) => `E 2020,T${row},x,y,z\n`).join("");
  const folder = folderOf({ "content/site.yaml": SITE, "many.csv": `event,title,date,start,end\n${rows}` });
  const { stdout, stderr } = await archive(["import", join(folder, "many.csv"), "--content", join(folder, "content"), "--dry-run"]);
  expect(stdout).toMatch(/^csv +1 +4000 +4000 /m);
  expect(stderr).toContain("10,000 warnings in 1 file.");
  expect(stderr).toMatch(/^And more, of these kinds: [0-9]+ \[bad-[a-z]+\].*\. Mend those above first\.$/m);
}, 30_000);
