/** `npm run archive` starts a compiled program, which is the program as it is written now. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { LITTLE } from "../support/little.ts";
import { LONG } from "../support/long.ts";
import { copyProject } from "../support/project-copy.ts";
import { builtSite } from "../support/sites.ts";

const start = (cwd: string, ...args: string[]) => spawnSync(process.execPath, ["src/cli/start.js", ...args], { cwd, encoding: "utf8" });

/** In a folder whose name means something else in an address. */
const project = join(temporaryFolder(), "Archiv #1, 100 %20");
mkdirSync(project);
copyProject(project);

test("it builds wherever it lies, and the same site", async () => {
  const { site, content } = await builtSite(LITTLE);
  const output = join(project, "site");
  const built = start(project, "build", "--content", content, "--output", output, "--cache", join(project, "cache"));
  expect([built.status, built.stderr]).toEqual([0, expect.stringContaining("Wrote")]);
  const bytesOf = (folder: string) => filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]);
  expect(bytesOf(output)).toEqual(bytesOf(site));
});

test("it is compiled again when the program changes", () => {
  expect(start(project, "--help").stdout).toContain("Builds and keeps a conference archive.");
  const compiled = join(project, "node_modules/.cache/conference-archive");
  const [first] = filesBelow(compiled).map((file) => file.split("/")[0]);
  expect(start(project, "--help").stdout).toContain("Builds and keeps a conference archive.");
  expect(filesBelow(compiled)[0]).toMatch(new RegExp(`^${first}/`));
  const main = join(project, "src/cli/main.ts");
  writeFileSync(main, readFileSync(main, "utf8").replace("Builds and keeps a conference archive.", "Something else."));
  // A process that still runs the old program may load more of it at any time.
  const users = join(compiled, String(first), "in-use");
  expect(existsSync(users) ? readdirSync(users) : []).toEqual([]);
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, `${process.pid}`), "");
  expect(start(project, "--help").stdout).toContain("Something else.");
  expect(existsSync(join(compiled, String(first)))).toBe(true);
  if (!LONG) return;
  rmSync(join(users, `${process.pid}`));
  writeFileSync(main, readFileSync(main, "utf8").replace("Something else.", "A third thing."));
  expect(start(project, "--help").stdout).toContain("A third thing.");
  expect(existsSync(join(compiled, String(first)))).toBe(false);
});
