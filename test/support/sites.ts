/** Sites that tests look at and change nothing in: each is built once in a run of the tests, whichever file asks for it first. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { archive, type Run } from "./cli.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the sites of this run. */
    sharedSites: string;
  }
}

/** Files by their paths below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface BuiltSite {
  /** The folder of the built site. */
  site: string;
  content: string;
  assets: string;
  /** What later builds of the same content may use. */
  cache: string;
  /** What the build said, for instance its warnings. */
  told: string;
}

/**
 * Builds a site of made-up records, unless this run has built the same before; further arguments are those of `build`.
 * Without assets it is built with an empty folder of them besides the styles and scripts of the program.
 *
 * @example const { site } = await builtSite(LITTLE, {}, "--base-url", "https://example.org/archive/");
 */
export async function builtSite(records: Files, media: Files = {}, ...args: string[]): Promise<BuiltSite> {
  const digest = createHash("sha256").update(JSON.stringify(args));
  for (const files of [records, media])
    for (const [path, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) digest.update(`\0${path}\0`).update(text);
  const folder = join(inject("sharedSites"), digest.digest("hex").slice(0, 16));
  const [content, assets, site, cache] = ["content", "assets", "site", "cache"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const told = await onceARun(folder, () => {
    write(content, records);
    write(assets, media);
    return archive(["build", "--content", content, "--assets", assets, "--output", site, "--cache", cache, ...args]);
  });
  return { site, content, assets, cache, told };
}

/** Builds into a folder of the sites of this run, unless that was done in this run, and gives what the build said. Fails where it fails. */
export async function onceARun(folder: string, build: () => Promise<Run>): Promise<string> {
  const end = join(folder, "end.json");
  try {
    mkdirSync(folder);
    const { code, stderr } = await build();
    writeFileSync(`${end}.draft`, JSON.stringify({ code, stderr }));
    renameSync(`${end}.draft`, end);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Another process builds it at this moment; the time limit of the test ends the wait if that process is gone.
    while (!existsSync(end)) await new Promise((done) => setTimeout(done, 50));
  }
  const { code, stderr } = JSON.parse(readFileSync(end, "utf8")) as Pick<Run, "code" | "stderr">;
  if (code !== 0) throw new Error(`The records do not build:\n${stderr}`);
  return stderr;
}

function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
