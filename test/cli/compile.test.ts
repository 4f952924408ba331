/** The program that is compiled at its first start: what is not done where nothing can be kept of it. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../support/content.ts";

test("where nothing can be written, nothing is compiled, which would take long at every start", () => {
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    "src/cli/compile.js": readFileSync("src/cli/compile.js", "utf8"),
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
    "src/cli/compile.js": readFileSync("src/cli/compile.js", "utf8"),
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
