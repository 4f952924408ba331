/** Makes what tests share: the compiled program, whose maker of media starts soonest, and a folder for sites, which is removed after the last. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { compiledProgram } from "../../src/cli/compile.js";

export default async function setup(project: TestProject): Promise<() => void> {
  // It names the maker in the environment, which the processes of the tests get.
  await compiledProgram();
  const folder = mkdtempSync(join(tmpdir(), "archive-shared-sites-"));
  project.provide("sharedSites", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
