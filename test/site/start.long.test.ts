/** The compiled program does what its source does. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/bases.ts";
import { PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { rootExample } from "../support/example.ts";
import { filesBelow } from "../support/html.ts";

test("it writes the same bytes whatever the command that started it", async () => {
  const folder = temporaryFolder();
  const output = join(folder, "site");
  const { site: expected, content, assets } = await rootExample();
  const options = ["--content", content, "--assets", assets, "--output", output, "--cache", join(folder, "cache"), "--base-url", ROOT];
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", "build", ...options], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  expect(filesBelow(output)).toEqual(filesBelow(expected));
  for (const file of filesBelow(output))
    expect(readFileSync(join(output, file)).equals(readFileSync(join(expected, file))), file).toBe(true);
});
