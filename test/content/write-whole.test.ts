/** What is left where files cannot be written, such as on a full disk: the former files, and no half of anything. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noteBatch, undoBatch } from "../../src/cli/people/undo.ts";
import { Edits } from "../../src/cli/life/edits.ts";
import { replaceFiles } from "../../src/content/all-or-none.ts";
import { createRecordFile } from "../../src/content/write-record.ts";
import { putFile, replaceFile } from "../../src/content/write-whole.ts";
import { writeImports } from "../../src/intake/write.ts";
import { extendLedger, readLedger } from "../../src/preservation/ledger.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";

/** Keeps this process from writing a file: nothing can be written in the place of a folder. */
const keepFrom = (file: string) => mkdirSync(file.replace(/[^/]*$/, (name) => `.${name}.${process.pid}.writing`));

test.each([
  ["of a new ledger", {}, undefined],
  ["of a ledger that is there", { "addresses.txt": "/\n", "media.sha256": "" }, ["/"]],
])("neither half %s is written where one cannot be", (_, files, known) => {
  const folder = folderOf(files);
  keepFrom(join(folder, "media.sha256"));
  expect(() => extendLedger(folder, readLedger(folder), ["/a/"], [["a.pdf", "0".repeat(64)]])).toThrow();
  expect(readLedger(folder)?.addresses.lines.map(({ name }) => name)).toEqual(known);
});

test("a record that cannot be written leaves no folder, which no build could read", () => {
  const folder = temporaryFolder();
  expect(() => createRecordFile(join(folder, "events/2030", `${"x".repeat(300)}.md`), "")).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test("an import that cannot write an event leaves no folder of it", () => {
  const content = temporaryFolder();
  const changes = [{ file: join(content, "events/2030", "x".repeat(300)), text: "", looks: "" }];
  expect(() => writeImports(content, [{ event: "2030", ledger: { version: 1, sources: {} }, changes }])).toThrow();
  expect(existsSync(join(content, "events"))).toBe(false);
});

test("a file that cannot be put back, since something else has its place by now, is not deleted", () => {
  const folder = folderOf({ "a.md": "the only one" });
  const change = () =>
    replaceFiles([], ({ remove }) => {
      remove(join(folder, "a.md"));
      mkdirSync(join(folder, "a.md"));
      throw new Error("disk");
    });
  expect(change).toThrow("disk");
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => readFileSync(join(folder, name), "utf8"))).toEqual(["the only one"]);
});

test("decisions that are made stay made, and can be taken back, where that cannot be noted", () => {
  const [cache, content] = [temporaryFolder(), folderOf({ "a.md": "before" })];
  const edits = new Edits();
  edits.write(join(content, "a.md"), "after");
  const settle = noteBatch(cache, content, edits, 1);
  edits.apply();
  keepFrom(join(cache, "people/1.json"));
  settle();
  undoBatch(cache, content).edits.apply();
  expect(readFileSync(join(content, "a.md"), "utf8")).toBe("before");
});

test("a file that the user names stays whole, and what is no file, such as a link, is written to and not replaced", () => {
  const folder = folderOf({ "report.json": "before", "other.json": "before" });
  const [file, link] = [join(folder, "report.json"), join(folder, "link.json")];
  symlinkSync("other.json", link);
  putFile(link, "after");
  expect([readFileSync(join(folder, "other.json"), "utf8"), lstatSync(link).isSymbolicLink()]).toEqual(["after", true]);
  keepFrom(file);
  expect(() => putFile(file, "after")).toThrow();
  expect(readFileSync(file, "utf8")).toBe("before");
});

test("a file that cannot take its place is not left beside it", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.md/b"), { recursive: true });
  expect(() => replaceFile(join(folder, "a.md"), "after")).toThrow();
  expect(readdirSync(folder)).toEqual(["a.md"]);
});
