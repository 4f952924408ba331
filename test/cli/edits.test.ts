/** Changes that were decided are not made over what somebody else wrote meanwhile, such as while questions are open or a copy is tried. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCK, lockFolder, nameOfProcess } from "../../src/build/lock.ts";
import { Life } from "../../src/cli/life/archive.ts";
import { Edits, inCopy } from "../../src/cli/life/edits.ts";
import { placeToWait } from "../../src/cli/one-at-a-time.ts";
import { rename } from "../../src/cli/life/rename.ts";
import { UsageError } from "../../src/cli/options.ts";
import { afterThisFile } from "../support/cleanup.ts";
import { archive, unprivileged, whileWaiting } from "../support/cli.ts";
import { runNew } from "./run-new.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";

test.each([
  ["a file that it changes was edited", (at: (name: string) => string) => writeFileSync(at("changed.md"), "by hand, longer")],
  ["a file that it deletes was edited", (at: (name: string) => string) => writeFileSync(at("deleted.md"), "by hand, longer")],
  ["a file that it writes is there by now", (at: (name: string) => string) => writeFileSync(at("new.md"), "by hand")],
  ["a file is in the place to which it moves one", (at: (name: string) => string) => writeFileSync(at("there.md"), "by hand")],
  ["a file that it moves is gone", (at: (name: string) => string) => rmSync(at("here.md"))],
  ["nothing of these happened", () => {}],
])("%s", (name, meanwhile) => {
  const folder = folderOf({ "changed.md": "1", "deleted.md": "2", "here.md": "3" });
  const at = (file: string) => join(folder, file);
  const edits = new Edits();
  edits.write(at("changed.md"), `${edits.read(at("changed.md"))} and more`);
  edits.remove(at("deleted.md"));
  edits.write(at("new.md"), "new");
  edits.move(at("here.md"), at("there.md"));
  inCopy(edits, { content: folder }, folder, () => meanwhile(at));
  const isFree = name === "nothing of these happened";
  if (isFree) edits.apply();
  else expect(() => edits.apply()).toThrow(UsageError);
  expect(readFileSync(at("changed.md"), "utf8") === "1 and more").toBe(isFree);
  expect(existsSync(at("deleted.md"))).toBe(!isFree);
});

test("the copy that a killed command left is removed by the next one, and that of a living one is not", () => {
  const place = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const [living, dead] = [`.trial-${nameOfProcess()}-abcdef`, `.trial-${nameOfProcess().replace(/^\d+/, String(pid))}-abcdef`];
  for (const name of [living, dead, "content"]) mkdirSync(join(place, name));
  // Nobody else reads in the copy what the folder of the records may keep to itself.
  const look = (copy: string) => expect(statSync(copy).mode & 0o077).toBe(0);
  inCopy(new Edits(), { content: join(place, "content") }, join(place, "content"), look);
  expect(readdirSync(place)).toEqual([living, "content"]);
});

test("where one text cannot be written, such as on a full disk, all files stay as they were", () => {
  const folder = folderOf({ "a.md": "1", "from/b.md": "2", "z.md": "3" });
  const at = (file: string) => join(folder, file);
  const edits = new Edits();
  for (const name of ["a.md", "from/b.md", "z.md"]) edits.write(at(name), "other");
  edits.move(at("from/b.md"), at("to/b.md"));
  // Nothing can be written in the place of a folder.
  mkdirSync(at(`.z.md.${process.pid}.writing`));
  expect(() => edits.apply()).toThrow("EISDIR");
  expect(filesIn(folder)).toEqual({ "a.md": "1", "from/b.md": "2", "z.md": "3" });
  expect(existsSync(at("to"))).toBe(false);
  rmSync(at(`.z.md.${process.pid}.writing`), { recursive: true });
  edits.apply();
  expect(filesIn(folder)).toEqual({ "a.md": "other", "to/b.md": "other", "z.md": "other" });
});

test("where the last of several changes fails, all files are as they were", () => {
  const files = { "a.md": "1", "b.md": "2", "c.md": "3", "d.md": "4", "folder/e.md": "5", "g.md": "6", "h.md": "7", "kept/.gitkeep": "" };
  const folder = folderOf(files);
  const at = (path: string) => join(folder, path);
  const edits = new Edits();
  edits.write(at("a.md"), "other");
  edits.write(at("new/f.md"), "new");
  edits.move(at("b.md"), at("moved/b.md"));
  edits.write(at("c.md"), "other");
  edits.move(at("c.md"), at("moved/c.md"));
  edits.remove(at("d.md"));
  edits.move(at("g.md"), at("h.md"));
  edits.write(at("kept/i.md"), "new");
  // No file takes the place of its own folder.
  edits.move(at("folder/e.md"), at("folder"));
  expect(() => edits.apply()).toThrow();
  expect(filesIn(folder)).toEqual(files);
  expect(readdirSync(folder).sort()).toEqual(["a.md", "b.md", "c.md", "d.md", "folder", "g.md", "h.md", "kept"]);
});

test.each([
  ["deleted from", (edits: Edits, at: (path: string) => string) => edits.remove(at("closed/a.md"))],
  ["moved from", (edits: Edits, at: (path: string) => string) => edits.move(at("closed/a.md"), at("b.md"))],
  ["moved to", (edits: Edits, at: (path: string) => string) => edits.move(at("c.md"), at("closed/c.md"))],
])("where a folder that a file is %s may not be written to, all files stay as they were", (_what, decide) => {
  const files = { "text.md": "1", "closed/a.md": "2", "c.md": "3" };
  const folder = folderOf(files);
  const at = (path: string) => join(folder, path);
  const edits = new Edits();
  edits.write(at("text.md"), "new");
  decide(edits, at);
  chmodSync(folder, 0o777);
  for (const name of Object.keys(files)) chmodSync(at(name), 0o666);
  chmodSync(at("closed"), 0o555);
  unprivileged(() => expect(() => edits.apply()).toThrow("EACCES"));
  chmodSync(at("closed"), 0o777);
  expect(Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(at(name), "utf8")]))).toEqual(files);
});

test("a draft that a killed command left is no record, is not written to by a trial, and goes with the next change", async () => {
  const files = Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]);
  const folder = folderOf({
    ...Object.fromEntries(files),
    "content/events/2020-spring/.event.md.writing": "half",
    "content/.imports/tmp/draft": "half",
    "assets/media/.a.vtt.writing": "half",
    ".ledger/.addresses.txt.writing": "half",
  });
  const draft = join(folder, "content/events/2020-spring/.event.md.writing");
  const life = new Life({ content: join(folder, "content"), assets: join(folder, "assets") });
  expect(life.files.some(({ file }) => file.endsWith(".writing"))).toBe(false);
  const event = life.file("events/2020-spring/event.md");
  life.edits.write(event, `${life.edits.read(event)}\nMore.\n`);
  life.after();
  expect(readFileSync(draft, "utf8")).toBe("half");
  await life.finish("");
  expect(readdirSync(join(folder, "content/.imports"))).toEqual([]);
  expect([existsSync(draft), ...["assets/media", ".ledger"].map((name) => readdirSync(join(folder, name)))]).toEqual([false, [], []]);
  expect(readFileSync(event, "utf8")).toMatch(/More\.\n$/);
});

test("a folder in which a killed command wrote drafts alone is no event without a record, and takes the event all the same", async () => {
  const files = Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]);
  const folder = folderOf({ ...Object.fromEntries(files), "content/events/2020-new/talks/.a-talk.md.7.writing": "half" });
  mkdirSync(join(folder, "content/events/2020-empty/talks"), { recursive: true });
  const life = new Life({ content: join(folder, "content"), assets: join(folder, "assets") });
  rename(life, "event", "2020-spring", "2020-new");
  await life.finish("");
  expect(readdirSync(join(folder, "content/events")).sort()).toEqual(["2020-empty", "2020-new"]);
  expect(readdirSync(join(folder, "content/events/2020-new/talks"))).toEqual(["a-talk.md"]);
});

test("no two files are moved to one place", () => {
  const edits = new Edits();
  edits.move("a", "c");
  edits.move("a", "d");
  edits.move("b", "c");
  edits.remove("b");
  edits.move("e", "c");
  expect(() => edits.move("f", "c")).toThrow("`f` and `e` would both become `c`; nothing was changed.");
});

test.each([
  ["a talk was added", "events/2020-spring/talks/z-talk.md", "---\ntitle: Z\n---\n"],
  ["a record that it leaves alone was edited", "site.yaml", `${LITTLE["site.yaml"]}\n`],
])("what somebody else did meanwhile is not taken for what the command does: %s", async (_, path, text) => {
  const content = folderOf(LITTLE);
  const life = new Life({ content, assets: "no-assets" });
  rename(life, "event", "2020-spring", "2020-fall");
  life.after();
  writeFileSync(join(content, path), text);
  expect(() => life.after()).toThrow(`${path}\` was changed by somebody else`);
  await expect(life.finish("")).rejects.toThrow(`${path}\` was changed by somebody else`);
  expect(existsSync(join(content, "events/2020-fall"))).toBe(false);
});

test("a new talk waits for a command that changes records, and is not put into an event that has gone", async () => {
  const content = folderOf(LITTLE);
  const release = await lockFolder(placeToWait(content), () => {});
  const done = runNew(["talk", "--event", "2020-spring", "--title", "Z", "--yes", "--content", content, "--assets", content]);
  await new Promise((soon) => setTimeout(soon, 20));
  renameSync(join(content, "events/2020-spring"), join(content, "events/2020-fall"));
  release();
  expect([(await done).code, existsSync(join(content, "events/2020-spring"))]).toEqual([1, false]);
});

test("what takes names out of the ledger waits for `verify --update`, which would write them again", async () => {
  const folder = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    ".ledger/a": "1",
  });
  const life = new Life({ content: join(folder, "content"), assets: join(folder, "assets") });
  const file = join(folder, ".ledger/a");
  life.edits.write(file, `${life.edits.read(file)}2`);
  const release = await lockFolder(placeToWait(life.ledgerDir), () => {});
  const done = life.finish("");
  await new Promise((soon) => setTimeout(soon, 20));
  expect(readFileSync(file, "utf8")).toBe("1");
  release();
  await done;
  expect(readFileSync(file, "utf8")).toBe("12");
});

test("a command that was killed while it changed records is told until another one comes to its end; a living one is not", async () => {
  const content = folderOf(LITTLE);
  const place = placeToWait(content);
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const release = await lockFolder(place, () => {});
  const lock = readFileSync(join(place, LOCK), "utf8");
  const told = async (args: string[]) => (await archive([...args, "--content", content])).stderr;
  expect(await told(["check"])).not.toContain("was killed");
  release();
  mkdirSync(place);
  writeFileSync(join(place, LOCK), lock.replace(/^\d+/, String(pid)));
  const message = `A command (process ${pid}) was killed while it changed ${content}: `;
  expect(await told(["check"])).toContain(message);
  // What it was to do was half done, so that it is refused.
  expect(await told(["rename-person", "gone-example", "New Name", "--dry-run"])).toMatch(/was killed[\s\S]*gone-example/);
  expect(await told(["rename", "event", "2020-spring", "2020-may"])).toContain(message);
  expect(await told(["check"])).not.toContain("was killed");
});

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

test("a folder that its last file leaves goes, also where a program that shows folders was in it; what anybody else keeps there stays", () => {
  const folder = folderOf({
    "stays.md": "0",
    "a/talks/one.md": "1",
    "a/talks/.DS_Store": "",
    "a/.DS_Store": "",
    "b/two.md": "2",
    "b/.gitkeep": "",
    "c/three.md": "3",
    "c/.two.md.swp": "by hand",
  });
  const at = (file: string) => join(folder, file);
  const edits = new Edits();
  edits.move(at("a/talks/one.md"), at("d/talks/one.md"));
  edits.remove(at("b/two.md"));
  edits.remove(at("c/three.md"));
  inCopy(edits, { content: folder }, folder, (copy) => expect(readdirSync(join(copy, "content")).sort()).toEqual(["c", "d", "stays.md"]));
  edits.apply();
  expect(filesIn(folder)).toEqual({ "stays.md": "0", "d/talks/one.md": "1", "c/.two.md.swp": "by hand" });
  expect(readdirSync(folder).sort()).toEqual(["c", "d", "stays.md"]);
});

test("`check --fix` waits for a command that changes records, as two of them wait for each other", async () => {
  const content = folderOf({ ...LITTLE, "speakers/ada-example.md": "---\ncountry: Japan\nname: Ada Example\n---\n" });
  const read = () => readFileSync(join(content, "speakers/ada-example.md"), "utf8");
  const before = read();
  const release = await lockFolder(placeToWait(content), () => {});
  let meanwhile = "";
  const { stderr } = await whileWaiting(
    ["check", "--fix", "--content", content, "--assets", temporaryFolder(), "--cache", temporaryFolder()],
    () => {
      meanwhile = read();
      release();
    },
  );
  expect(stderr).toContain("Mended ");
  expect([meanwhile, read()]).toEqual([before, "---\nname: Ada Example\ncountry: Japan\n---\n"]);
});

test("folders that lead elsewhere, and those that the archive is in, stay when nothing is left in them", () => {
  const [folder, elsewhere] = [temporaryFolder(), folderOf({ "deep/a.pdf": "1", "deep/.gitkeep": "", "store/assets/media/b.pdf": "2" })];
  symlinkSync(join(elsewhere, "deep"), join(folder, "media"));
  writeFileSync(join(folder, "z.md"), "3");
  const edits = new Edits([folder, join(elsewhere, "store/assets")]);
  for (const file of [join(folder, "media/a.pdf"), join(elsewhere, "store/assets/media/b.pdf"), join(folder, "z.md")]) edits.remove(file);
  edits.apply();
  expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(["deep", "deep/.gitkeep", "store", "store/assets"]);
  expect(readdirSync(folder)).toEqual(["media"]);
});

const otherDisk = ["/dev/shm", "/var/tmp", "/run"].find(
  (place) => existsSync(place) && statSync(place).dev !== statSync(tmpdir()).dev && spawnSync("test", ["-w", place]).status === 0,
);
test.skipIf(otherDisk === undefined)("a file moves to another disk too, and back, with all that tells of it", () => {
  const [here, there] = [folderOf({ "a.pdf": "1", "talk.md": "a.pdf" }), mkdtempSync(join(otherDisk ?? "", "archive-test-"))];
  afterThisFile(() => rmSync(there, { recursive: true, force: true }));
  const moved = (from: string, to: string) => {
    const edits = new Edits([here, there]);
    edits.write(join(here, "talk.md"), to);
    edits.move(join(from, "a.pdf"), join(to, "a.pdf"));
    edits.apply();
    return [filesIn(here), filesIn(there)];
  };
  expect(moved(here, there)).toEqual([{ "talk.md": there }, { "a.pdf": "1" }]);
  // No text takes its place where there is no room for the file.
  mkdirSync(join(here, `.a.pdf.${process.pid}.writing`));
  expect(() => moved(there, here)).toThrow();
  expect([filesIn(here), filesIn(there)]).toEqual([{ "talk.md": there }, { "a.pdf": "1" }]);
  rmSync(join(here, `.a.pdf.${process.pid}.writing`), { recursive: true, force: true });
  expect(moved(there, here)).toEqual([{ "a.pdf": "1", "talk.md": here }, {}]);
});
