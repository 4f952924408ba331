/** The program that is compiled at its first start: what is not done where nothing can be kept of it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
