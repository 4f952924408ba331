/** The real content, built once a run of the tests: at the root of a host, and under a path prefix. */
import { join } from "node:path";
import { inject } from "vitest";
import { PREFIXED, ROOT } from "./bases.ts";
import { archive } from "./cli.ts";
import { onceARun } from "./sites.ts";

/** The folder of the site at the root of a host. */
export const rootSite = (): Promise<string> => realSite("real-root", ROOT);

/** The folder of the site under a path prefix. */
export const prefixedSite = (): Promise<string> => realSite("real-prefixed", PREFIXED);

async function realSite(name: string, baseUrl: string): Promise<string> {
  const folder = join(inject("sharedSites"), name);
  const output = join(folder, "site");
  await onceARun(folder, () => archive(["build", "--output", output, "--base-url", baseUrl]));
  return output;
}
