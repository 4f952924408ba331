/** Worker processes: a site that several processes make is the site that one makes, also after edits and after a worker was killed. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { DEFAULT_SETTINGS } from "../../src/build/settings.ts";
import { WorkerError } from "../../src/build/worker-pool.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { EXAMPLE, rootExample } from "../support/example.ts";
import { filesBelow } from "../support/html.ts";

/** Starts workers as the command does, however little there is to do. */
function workers(most: number, onStart: (child: ChildProcess) => void = () => {}) {
  let started = 0;
  const start = () => {
    started++;
    const child = fork(join(PROJECT, "src/cli/start.js"), ["build-worker"], {
      cwd: PROJECT,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    onStart(child);
    return child;
  };
  return { options: { most, start, groups: 10 }, started: () => started };
}

function bytesBelow(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]));
}

test("the same bytes, whoever makes them; an edit starts no process, and later builds know what workers made", async () => {
  const folder = temporaryFolder();
  const contentDir = folderOf(EXAMPLE);
  const { assets } = await rootExample();
  const at = (name: string) => ({
    ...DEFAULT_SETTINGS,
    contentDir,
    assetsDir: assets,
    outputDir: join(folder, name),
    cacheDir: join(folder, `${name}-cache`),
  });
  const [alone, shared] = [at("alone"), at("shared")];
  const two = workers(2);
  const all = await build(shared, {}, two.options);
  expect(two.started()).toBe(2);
  const single = await build(alone);
  expect([all.pages, all.written]).toEqual([single.pages, single.written]);
  expect(bytesBelow(shared.outputDir)).toEqual(bytesBelow(alone.outputDir));

  const none = workers(2);
  const again = await build(shared, {}, none.options);
  expect([none.started(), again.pages, again.written], "all is up to date").toEqual([0, all.pages, 0]);

  const talk = join(contentDir, "events/2014-summit/talks/port.md");
  writeFileSync(talk, readFileSync(talk, "utf8").replace("The port to small boards", "The port to tiny boards"));
  const edited = await build(shared, {}, workers(1).options);
  const anew = await build({ ...alone, clean: true });
  expect(edited.pages).toBe(anew.pages);
  expect(edited.written, "pages that say the same are kept").toBeLessThan(anew.written);
  expect(bytesBelow(shared.outputDir)).toEqual(bytesBelow(alone.outputDir));
});

test("a worker that is killed fails the build in a sentence, and the next build goes on", async () => {
  const folder = temporaryFolder();
  const settings = {
    ...DEFAULT_SETTINGS,
    contentDir: folderOf(EXAMPLE),
    assetsDir: (await rootExample()).assets,
    outputDir: join(folder, "site"),
    cacheDir: join(folder, "cache"),
    searchLater: true,
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
  await expect(build({ ...settings, searchLater: true }, { records }, workers(1).options)).rejects.toThrow(
    /Records changed while the site was built/,
  );
});

test.each(["0", "-1", "two", "1000"])("--jobs %s is refused", async (jobs) => {
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", join(temporaryFolder(), "site"), "--jobs", jobs]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("Write a number from 1 to 999.");
});
