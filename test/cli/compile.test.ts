/** The program that is compiled at its first start: what is not done where nothing can be kept of it. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceDigest } from "../../src/build/fingerprint.ts";
import { folderOf } from "../support/content.ts";

const SOURCE = { "src/cli/compile.js": readFileSync("src/cli/compile.js", "utf8") };

test("where nothing can be written, nothing is compiled, which would take long at every start", () => {
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    ...SOURCE,
    // Nothing can be put into a file.
    "node_modules/.cache/conference-archive": "",
    "node_modules/esbuild/package.json": '{ "type": "module", "exports": "./esbuild.js" }',
    "node_modules/esbuild/esbuild.js": "export function build() { throw new Error('It is compiled.'); }",
  });
  const start = 'import { compiledProgram } from "./src/cli/compile.js"; console.log(await compiledProgram());';
  expect(execFileSync(process.execPath, ["--input-type=module", "--eval", start], { cwd, encoding: "utf8" })).toBe("undefined\n");
});

test("a compiled program that is not whole any more is compiled anew", () => {
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    ...SOURCE,
    "node_modules/esbuild/package.json": '{ "type": "module", "exports": "./esbuild.js" }',
    "node_modules/esbuild/esbuild.js": `export const build = ({ outdir }) =>
      ({ outputFiles: ["src/cli/main.js", "chunk.js"].map((name) => ({ path: outdir + "/" + name, contents: Buffer.from("whole;") })) });`,
  });
  const start = 'import { compiledProgram } from "./src/cli/compile.js"; console.log(await compiledProgram());';
  const run = () => execFileSync(process.execPath, ["--input-type=module", "--eval", start], { cwd, encoding: "utf8" }).trim();
  const folder = run();
  for (const damage of [
    () => writeFileSync(join(folder, "chunk.js"), ""),
    () => rmSync(join(folder, "src/cli/main.js")),
    () => rmSync(join(folder, "files.json")),
  ]) {
    damage();
    expect(run()).toBe(folder);
    expect(["chunk.js", "src/cli/main.js"].map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(["whole;", "whole;"]);
    expect(readdirSync(join(folder, ".."))).toHaveLength(1);
  }
});

test("links to nowhere by which Emacs marks what it edits are no source", () => {
  const { cwd, run } = projectWith("");
  const before = run();
  symlinkSync("somebody@machine.1:2", join(cwd, "src/cli/.#main.ts"));
  expect(run()).toEqual(before);
  expect(sourceDigest(join(cwd, "src"))).toBe(before.source);
});

/** A project whose compiler puts what it is told to read into the compiled program, and does something else meanwhile. */
function projectWith(meanwhile: string) {
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    ...SOURCE,
    "src/cli/main.ts": "first",
    "node_modules/.package-lock.json": "{}",
    "node_modules/esbuild/package.json": '{ "type": "module", "exports": "./esbuild.js" }',
    "node_modules/esbuild/esbuild.js": `import { existsSync, readFileSync, writeFileSync } from "node:fs";
      export function build({ outdir }) {
        const contents = Buffer.from(readFileSync("src/cli/main.ts") + " with " + readFileSync("node_modules/.package-lock.json"));
        ${meanwhile}
        return { outputFiles: [{ path: outdir + "/src/cli/main.js", contents }] };
      }`,
  });
  const start = 'import { compiledProgram } from "./src/cli/compile.js"; console.log(await compiledProgram(), globalThis.compiledFrom);';
  const run = () => {
    const [folder = "", source] = execFileSync(process.execPath, ["--input-type=module", "--eval", start], { cwd, encoding: "utf8" })
      .trim()
      .split(" ");
    return { folder, source, program: readFileSync(join(folder, "src/cli/main.js"), "utf8") };
  };
  return { cwd, run };
}

test("what is compiled while the source changes is kept as no state of it: the program runs that is there in the end", () => {
  const { cwd, run } = projectWith(
    'if (!existsSync("changed")) for (const file of ["changed", "src/cli/main.ts"]) writeFileSync(file, "second");',
  );
  const first = run();
  expect(first.program).toBe("second with {}");
  writeFileSync(join(cwd, "src/cli/main.ts"), "first");
  const back = run();
  expect(back.program).toBe("first with {}");
  expect(back.source).not.toBe(first.source);
  // By it a build knows what made the files of the one before, also one that is not compiled.
  expect(back.source).toBe(sourceDigest(join(cwd, "src")));
  expect(readdirSync(join(back.folder, ".."))).toHaveLength(1);
});

test("other packages are compiled in when npm has installed them, also where the list of those wanted was new before", () => {
  const { cwd, run } = projectWith("");
  writeFileSync(join(cwd, "package-lock.json"), '{ "wanted": 2 }');
  const before = run();
  expect(before.program).toBe("first with {}");
  writeFileSync(join(cwd, "node_modules/.package-lock.json"), '{ "installed": 2 }');
  expect(run().program).toBe('first with { "installed": 2 }');
  expect(existsSync(before.folder)).toBe(false);
});
