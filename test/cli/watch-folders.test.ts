/** The preview watches its folders and nothing that a link in them leads to. */
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FolderWatcher } from "../../src/cli/watch-folders.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";

/** A watcher of a folder for as long as the test runs, and what it told so far. */
async function watched(folder: string): Promise<{ watcher: FolderWatcher; seen: string[] }> {
  const seen: string[] = [];
  const watcher = new FolderWatcher([folder], {
    ignored: () => false,
    onEvent: (event, path) => seen.push(`${event} ${path}`),
    onTrouble: (error) => seen.push(String(error)),
  });
  onTestFinished(() => watcher.close());
  await watcher.ready();
  return { watcher, seen };
}

test("a link in a folder is not followed, and a folder that is a link is watched under its own name", async () => {
  const [outside, real] = [folderOf({ "a.md": "1" }), folderOf({ "inside/b.md": "1" })];
  symlinkSync(outside, join(real, "link"));
  const given = join(temporaryFolder(), "content");
  symlinkSync(real, given);
  const seen: string[] = [];
  const troubles: unknown[] = [];
  const watcher = new FolderWatcher([given], {
    ignored: () => false,
    onEvent: (_, path) => seen.push(path),
    onTrouble: (error) => troubles.push(error),
  });
  onTestFinished(() => watcher.close());
  await watcher.ready();
  writeFileSync(join(outside, "a.md"), "2");
  mkdirSync(join(outside, "folder"));
  writeFileSync(join(real, "inside/b.md"), "2");
  await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toContain(join(given, "inside/b.md"));
  expect(seen.filter((path) => path !== join(given, "link") && !path.startsWith(join(given, "inside")))).toEqual([]);
  expect(troubles).toEqual([]);
});

test("a folder that goes away and comes back is watched as before", async () => {
  const folder = folderOf({ "content/a.md": "1" });
  const [content, elsewhere] = [join(folder, "content"), join(folder, "elsewhere")];
  const { seen } = await watched(content);
  const isSeen = (event: string, look = () => seen) => expect.poll(look, { timeout: 20_000, interval: 20 }).toContain(event);
  renameSync(content, elsewhere);
  await isSeen(`unlinkDir ${content}`);
  renameSync(elsewhere, content);
  await isSeen(`addDir ${content}`);
  await isSeen(`change ${join(content, "a.md")}`, () => {
    writeFileSync(join(content, "a.md"), `${seen.length} ${performance.now()}`);
    return seen;
  });
});

test("a file that comes or goes while nobody is told of it is found by a look at its folder, once", async () => {
  const folder = folderOf({ "content/events/a.md": "1", "content/events/b.md": "1" });
  const events = join(folder, "content/events");
  let [isDeaf, seen] = [false, [] as string[]];
  const watcher = new FolderWatcher([join(folder, "content")], {
    ignored: (path) => isDeaf && path.endsWith(".md"),
    onEvent: (event, path) => seen.push(`${event} ${path}`),
    onTrouble: (error) => seen.push(String(error)),
  });
  onTestFinished(() => watcher.close());
  await watcher.ready();
  watcher.remember();
  isDeaf = true;
  rmSync(join(events, "b.md"));
  await new Promise((done) => setTimeout(done, 200));
  [isDeaf, seen] = [false, []];
  await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toEqual([`addDir ${events}`]);
});

test("a file that another one of the same time takes the place of is told of", async () => {
  const folder = folderOf({ "content/talks/a.md": "1", "content/talks/b.md": "2", "content/talks/c.md": "3" });
  const talks = join(folder, "content/talks");
  const [a, b, c] = ["a.md", "b.md", "c.md"].map((name) => join(talks, name)) as [string, string, string];
  // They were read since they were written.
  const [read, written] = [new Date("2020-05-05T10:00:00Z"), new Date("2020-05-04T10:00:00Z")];
  for (const file of [a, b, c]) utimesSync(file, read, written);
  const { watcher, seen } = await watched(join(folder, "content"));
  watcher.remember();
  renameSync(a, join(folder, "aside"));
  renameSync(b, a);
  renameSync(join(folder, "aside"), b);
  await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toEqual(expect.arrayContaining([`change ${a}`, `change ${b}`]));
  writeFileSync(join(folder, "new"), "4");
  utimesSync(join(folder, "new"), read, written);
  renameSync(join(folder, "new"), c);
  await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toContain(`change ${c}`);
});

test.each<[what: string, change: (content: string, elsewhere: string) => void]>([
  ["deleted and made again at once", (content) => make(content, rmSync)],
  ["exchanged for another", (content, elsewhere) => make(content, (path) => renameSync(path, elsewhere))],
])("a folder that is %s is watched as before, and so is one in it", async (_, change) => {
  for (const name of ["content", "content/events"]) {
    const folder = folderOf({ "content/events/talks/a.md": "1" });
    const { seen } = await watched(join(folder, "content"));
    change(join(folder, name), join(folder, "elsewhere"));
    // It is told, so that what came with it is read; what is written later is seen.
    await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toContain(`addDir ${join(folder, "content")}`);
    const file = join(folder, "content/events/talks/b.md");
    writeFileSync(file, "1");
    await expect.poll(() => seen, { timeout: 20_000, interval: 20 }).toContain(`add ${file}`);
  }
});

/** Puts new folders in the place of one, as quickly as a program can. */
function make(folder: string, takeAway: (folder: string, options: { recursive: true }) => void): void {
  takeAway(folder, { recursive: true });
  mkdirSync(join(folder, folder.endsWith("events") ? "talks" : "events/talks"), { recursive: true });
}
