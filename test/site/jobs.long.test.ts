/** Worker processes that fail: the build says so, and the next one goes on. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { DEFAULT_SETTINGS } from "../../src/build/settings.ts";
import { WorkerError } from "../../src/build/worker-pool.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { EXAMPLE, rootExample } from "../support/example.ts";
import { bytesBelow, workers } from "../support/workers.ts";

test("a worker that is killed fails the build in a sentence, and the next build goes on", async () => {
  const folder = temporaryFolder();
  const settings = {
    ...DEFAULT_SETTINGS,
    contentDir: folderOf(EXAMPLE),
    assetsDir: (await rootExample()).assets,
    outputDir: join(folder, "site"),
    cacheDir: join(folder, "cache"),
    leave: ["search", "cards"] as const,
  };
  const killed = workers(1, (child) => child.kill("SIGKILL"));
  const failed = build(settings, {}, killed.options);
  await expect(failed).rejects.toThrow(WorkerError);
  await expect(failed).rejects.toThrow(/^A process that makes pages ended \(SIGKILL\)/);
  const { pages, written } = await build(settings);
  expect(written).toBeLessThanOrEqual(pages);
  const anew = { ...settings, outputDir: join(folder, "anew"), cacheDir: join(folder, "anew-cache") };
  await build(anew);
  expect(bytesBelow(settings.outputDir)).toEqual(bytesBelow(anew.outputDir));
});

test("what a worker complains of fails the build", async () => {
  const folder = temporaryFolder();
  const contentDir = folderOf(EXAMPLE);
  const talk = join(contentDir, "events/2014-summit/talks/port.md");
  // The records change after the build has read all of them, before the worker does.
  const records = (done: number, all: number) => {
    if (done === all) writeFileSync(talk, `${readFileSync(talk, "utf8")}\nAnd more.\n`);
  };
  const settings = {
    ...DEFAULT_SETTINGS,
    contentDir,
    assetsDir: (await rootExample()).assets,
    outputDir: join(folder, "site"),
    cacheDir: join(folder, "cache"),
  };
  await expect(build({ ...settings, leave: ["search", "cards"] as const }, { records }, workers(1).options)).rejects.toThrow(
    /Records changed while the site was built/,
  );
});

const NEVER_LOADED = /^The extensions cannot be loaded: they wait for something that never comes\.$/;

test.each<[name: string, code: string, message: RegExp, atLoad?: string, atStart?: string]>([
  [
    "fails in a worker names itself",
    "throw new Error('No luck');",
    /^The output `a` of `.*index\.mjs` failed: No luck\n {2}at .*index\.mjs:\d+:\d+$/,
  ],
  [
    "ends a worker is named",
    "process.exit(0);",
    /^A process that makes pages was ended from within, as by `process\.exit` in an extension\.$/,
  ],
  ["is never loaded in a worker is named", "", NEVER_LOADED, "await new Promise(() => {});"],
  ["never gives its lists in a worker is named", "", NEVER_LOADED, "", "await new Promise(() => {});"],
])("an extension that %s, without a stack of ours", async (_, code, message, atLoad = "", atStart = "") => {
  const inWorker = (what: string) => `if (process.argv.includes("build-worker")) { ${what} }`;
  // The build itself is slow, so that something is left for its workers.
  const folder = folderOf({
    "extensions/index.mjs": `${inWorker(atLoad)} export default async () => { ${inWorker(atStart)} return { outputs: [{ name: "a", *talkFiles() {
      ${inWorker(code)}
      for (const end = Date.now() + 50; Date.now() < end; );
    } }] }; };`,
  });
  const talks = Array.from({ length: 300 }, (_, at) => [`events/2020-spring/talks/t${at}.md`, `---\ntitle: T${at}\n---\n`]);
  const contentDir = folderOf({ ...LITTLE, ...(Object.fromEntries(talks) as Record<string, string>) });
  const settings = { ...DEFAULT_SETTINGS, contentDir, assetsDir: join(folder, "assets") };
  const [outputDir, cacheDir] = [join(folder, "site"), join(folder, "cache")];
  const run = build({ ...settings, outputDir, cacheDir, extensionsDir: join(folder, "extensions") }, {}, workers(2).options);
  await expect(run).rejects.toThrow(WorkerError);
  await expect(run).rejects.toThrow(message);
});
