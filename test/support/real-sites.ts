/** The real content, built once a run of the tests: at the root of a host, and under a path prefix. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { PREFIXED, ROOT } from "./bases.ts";
import { launch } from "./browser.ts";
import { archive } from "./cli.ts";
import { type Place, serveFolder } from "./served.ts";
import { onceARun } from "./sites.ts";

/** The folder of the site at the root of a host. */
export const rootSite = (): Promise<string> => realSite("real-root", ROOT);

/** The folder of the site under a path prefix. */
export const prefixedSite = (): Promise<string> => realSite("real-prefixed", PREFIXED);

/** A server of the site at the root and a browser, for all tests of the file that asks for them when it is loaded. */
export function visitRootSite(): { browser: () => Browser; at: Place["at"] } {
  let [place, browser]: [Place?, Browser?] = [];
  const known = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("Asked for before the tests of the file began.");
    return thing;
  };
  beforeAll(async () => {
    [place, browser] = await Promise.all([serveFolder(await rootSite()), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    place?.close();
  });
  return { browser: () => known(browser), at: (path, query) => known(place).at(path, query) };
}

async function realSite(name: string, baseUrl: string): Promise<string> {
  const folder = join(inject("sharedSites"), name);
  const output = join(folder, "site");
  await onceARun(folder, () => archive(["build", "--output", output, "--base-url", baseUrl]));
  return output;
}
