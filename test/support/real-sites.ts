/** Builds the real content once for all tests: at the root of a host, and under a path prefix. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { archive } from "./cli.ts";
import { PREFIXED, ROOT } from "./bases.ts";

declare module "vitest" {
  interface ProvidedContext {
    rootSite: string;
    prefixedSite: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "archive-sites-"));
  const build = async (name: string, ...args: string[]) => {
    const output = join(folder, name);
    const run = await archive(["build", "--output", output, ...args]);
    if (run.code !== 0) throw new Error(`The real content does not build:\n${run.stderr}`);
    return output;
  };
  const [rootSite, prefixedSite] = await Promise.all([build("root", "--base-url", ROOT), build("prefixed", "--base-url", PREFIXED)]);
  project.provide("rootSite", rootSite);
  project.provide("prefixedSite", prefixedSite);
  return () => rmSync(folder, { recursive: true, force: true });
}
