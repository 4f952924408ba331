/** Makes the folder for the sites that tests share, and removes it after the last of them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "archive-shared-sites-"));
  project.provide("sharedSites", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
