/** Every command over a table of faults of the system: a sentence with the path and what to do, exit code 1, and never a stack. */
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explainSystemError } from "../../src/cli/system-errors.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE } from "../support/content.ts";

const place = folderOf({
  ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
  file: "a file",
  "site/index.html": "<!doctype html>",
  "out/.archive-output": "",
  "out/index.html/a": "a folder in the place of a page",
});
symlinkSync(join(place, "loop"), join(place, "loop"));
execFileSync("mkfifo", [join(place, "pipe")]);

/** Paths that no folder can be made at or read from. */
const FAULTS: Record<string, string> = {
  "below a file": join(place, "file/below"),
  "a file": join(place, "file"),
  "a link in a circle": join(place, "loop"),
  "below a link in a circle": join(place, "loop/below"),
  "a name that is too long": join(place, "x".repeat(300)),
  "a disk that cannot be written to": "/sys/archive-test/below",
  "a pipe": join(place, "pipe"),
};

const content = ["--content", join(place, "content"), "--assets", join(place, "no-assets")];
const fresh = (name: string) => join(place, `fresh-${name}`);

/** Commands in which `PATH` is the faulty path. */
const COMMANDS: Record<string, string[]> = {
  "bag to": ["bag", ...content, "--program", join(place, "file"), "--output", "PATH"],
  "bag of": ["bag", "--content", "PATH", "--output", fresh("bag")],
  "build to": ["build", ...content, "--output", "PATH", "--cache", fresh("cache")],
  "build of": ["build", "--content", "PATH", "--output", fresh("site"), "--cache", fresh("cache")],
  "build with the cache": ["build", ...content, "--output", fresh("other-site"), "--cache", "PATH"],
  check: ["check", "--content", "PATH"],
  diff: ["diff", "PATH", join(place, "site")],
  import: ["import", "PATH", "--content", join(place, "content")],
  "import to": ["import", join(place, "file"), "--content", "PATH"],
  links: ["links", "--content", "PATH", "--wayback", "http://127.0.0.1:9/"],
  new: ["new", "speaker", "--name", "Cy Example", "--yes", "--content", "PATH"],
  "new from": ["new", "talk", "--from-issue", "PATH", ...content],
  "restore from": ["restore", "PATH", "--content", fresh("restored")],
  "restore to": ["restore", join(place, "site"), "--content", "PATH"],
  verify: ["verify", "PATH"],
  "verify to": ["verify", join(place, "site"), "--update", "--ledger", "PATH"],
};

describe.each(Object.keys(COMMANDS))("%s", (name) => {
  test.concurrent.each(Object.keys(FAULTS))("%s", async (fault) => {
    const args = (COMMANDS[name] ?? []).map((word) => (word === "PATH" ? (FAULTS[fault] ?? "") : word));
    const { code, stdout, stderr } = await archive(args);
    const said = `${stdout}${stderr}`;
    expect(said).not.toMatch(/^\s+at .*[:/]|node:internal|Error:/m);
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/[.!?)]$/);
  });
});

test("a folder in the place of a page makes way, or is told", async () => {
  const { code, stderr } = await archive(["build", ...content, "--output", join(place, "out"), "--cache", fresh("cache")]);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(0);
});

test("every sentence names the path, safely for a terminal, and the code", () => {
  const error = (code: string) =>
    Object.assign(new Error(`${code}: x, open '/a\u001b[2Jb'`), { code, syscall: "open", path: "/a\u001b[2Jb" });
  for (const code of [
    "EACCES",
    "EPERM",
    "EROFS",
    "ENOSPC",
    "ENOTDIR",
    "EISDIR",
    "EEXIST",
    "ENAMETOOLONG",
    "ELOOP",
    "EMFILE",
    "ERR_FS_FILE_TOO_LARGE",
  ])
    expect(explainSystemError(error(code))).toMatch(new RegExp(`\`/a\ufffd\\[2Jb\`.*\\. \\(?.*\\(${code}\\)$`));
  expect(explainSystemError(new Error("ours"))).toBeUndefined();
  expect(explainSystemError(error("toString"))).toBeUndefined();
});

test("a port that cannot be opened", async () => {
  const { code, stderr } = await archive([
    "serve",
    ...content,
    "--output",
    fresh("served"),
    "--cache",
    fresh("cache"),
    "--port",
    "notaport",
  ]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("Write a number from 0 to 65535.")]);
});
