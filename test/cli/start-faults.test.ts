/** The program that cannot start from its source says why in a sentence, and what to do. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { whyNotStarted } from "../../src/cli/start-faults.js";
import { packageFile } from "../../src/media/packages.ts";
import { explainSystemError } from "../../src/problems/system-errors.ts";
import { folderOf } from "../support/content.ts";

const SOURCE = Object.fromEntries(
  ["src/cli/start.js", "src/cli/start-faults.js", "src/cli/compile.js"].map((path) => [path, readFileSync(path, "utf8")]),
);

/** Starts a program whose compiler fails so; without one, no package is there at all. */
function started(failure?: string) {
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    ...SOURCE,
    ...(failure !== undefined && {
      "node_modules/esbuild/package.json": '{ "type": "module", "exports": "./esbuild.js" }',
      "node_modules/esbuild/esbuild.js": `export function build() { throw ${failure}; }`,
    }),
  });
  const { status, stderr } = spawnSync(process.execPath, ["src/cli/start.js", "check"], { cwd, encoding: "utf8" });
  return { status, stderr: stderr.replaceAll(cwd, "PROJECT") };
}

const withErrors = (...errors: object[]) => `Object.assign(new Error("Build failed"), { errors: ${JSON.stringify(errors)} })`;
const unresolved = (name: string) => ({ text: `Could not resolve "${name}"`, location: { file: "src/a.ts", line: 1, column: 7 } });
const missing = (names: string) =>
  `Packages of the program are not installed, or not those of this version of it: ${names}. Run \`npm ci\` in PROJECT, then the command again.\n`;

test.each<[name: string, failure: string | undefined, said: string]>([
  ["no package at all", undefined, missing("tsx")],
  ["one package, as after an update of the source alone", withErrors(unresolved("new-package")), missing("new-package")],
  ["many", withErrors(...["zod", "@a/b", "yaml", "zod", "saxes"].map(unresolved)), missing("zod, @a/b, yaml and others")],
  [
    "the program of the compiler for this machine",
    `new Error('The package "@esbuild/linux-x64" could not be found, and is needed by esbuild.\\n\\nMore.')`,
    missing("@esbuild/linux-x64"),
  ],
])("without %s", (_, failure, said) => {
  expect(started(failure)).toEqual({ status: 1, stderr: said });
});

test("with a mistake in the source, or a compiler that the system ends", () => {
  const text = 'Expected ";" but found "x"';
  const mistake = withErrors({ text, location: { file: "src/a.ts", line: 3, column: 4 } }, unresolved("./b.ts"));
  expect(started(mistake)).toEqual({
    status: 1,
    stderr: `The program cannot be compiled.\nsrc/a.ts:3:5: ${text}\nsrc/a.ts:1:8: Could not resolve "./b.ts"\n`,
  });
  expect(started('new Error("The service was stopped")')).toEqual({
    status: 1,
    stderr: "esbuild, which compiles the program, was ended by the system, as where memory is short. Run the command again.\n",
  });
  const lost = "Cannot find module '/a/node_modules/.cache/conference-archive/1/chunk.js' imported from /a/node_modules/.cache/b.js";
  expect(started(`new Error(${JSON.stringify(lost)})`)).toEqual({
    status: 1,
    stderr: "The program was deleted while it started, as `npm ci` does. Run the command again.\n",
  });
  expect(started('new Error("Something else")').stderr).toContain("Something else\n    at ");
});

test("`npm start` without a package starts once it is installed", async () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const [, file = ""] = /^tsx watch .* (src\/cli\/\S+) serve$/.exec(scripts.start) ?? [];
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    "node_modules/.package-lock.json": "{}",
    ...SOURCE,
    [file]: readFileSync(file, "utf8"),
    "src/cli/main.ts": 'import { name } from "new-package";\nconsole.log(`started with ${name}`);\n',
  });
  const child = spawn(process.execPath, [join(process.cwd(), "node_modules/tsx/dist/cli.mjs"), "watch", "--clear-screen=false", file], {
    cwd,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  try {
    await expect.poll(() => said, { timeout: 20_000 }).toContain("not installed, or not those of this version of it: new-package");
    mkdirSync(join(cwd, "node_modules/new-package"));
    writeFileSync(join(cwd, "node_modules/new-package/package.json"), '{ "type": "module", "exports": "./a.js" }');
    writeFileSync(join(cwd, "node_modules/new-package/a.js"), 'export const name = "it";\n');
    writeFileSync(join(cwd, "node_modules/.package-lock.json"), "{ }");
    await expect.poll(() => said, { timeout: 20_000 }).toContain("started with it");
  } finally {
    child.kill();
  }
});

test("what `npm start` starts beside it ends without a package, and waits for none", () => {
  const file = "src/cli/start-watched.js";
  const cwd = folderOf({
    "package.json": '{ "type": "module" }',
    ...SOURCE,
    [file]: readFileSync(file, "utf8"),
    "src/cli/main.ts": 'import "new-package";\n',
  });
  const args = ["--import", pathToFileURL("node_modules/tsx/dist/loader.mjs").href, file, "build-worker"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", timeout: 30_000 });
  expect(stderr.replaceAll(cwd, "PROJECT")).toBe(missing("new-package"));
  expect(status).toBe(1);
});

test("a file of the program is no package, also on Windows", () => {
  const said = (message: string) => whyNotStarted(new Error(message), "PROJECT");
  expect(said("Cannot find module 'C:\\a\\src\\b.ts' imported from C:\\a\\src\\cli\\main.ts")).toBeUndefined();
  expect(`${said("Cannot find package 'C:\\a\\node_modules\\@b\\c\\d.js' imported from C:\\a\\e.js")}\n`).toBe(missing("@b\\c"));
});

test("a package that is missed later is told, too; a file of a user that is not there is none", async () => {
  const told = async (action: () => unknown) => {
    try {
      await action();
    } catch (error) {
      return explainSystemError(error);
    }
  };
  const folder = folderOf({
    "a.mjs": 'import "no-such-package";\n',
    "b.mjs": 'import "./c.mjs";\n',
    "node_modules/d/d.mjs": 'import "./e.mjs";\n',
  });
  const run = (file: string) => () => {
    const { stderr } = spawnSync(process.execPath, [join(folder, file)], { encoding: "utf8" });
    const [, message = ""] = /^Error \[ERR_MODULE_NOT_FOUND\]: (.*)$/m.exec(stderr) ?? [];
    throw Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });
  };
  const sentence =
    "The package `no-such-package` is not installed, or another version of it is. Run `npm ci`, and try again. (ERR_MODULE_NOT_FOUND)";
  expect(await told(() => packageFile("no-such-package", folder))).toBe(sentence);
  expect(await told(run("a.mjs"))).toBe(sentence);
  expect(await told(run("b.mjs"))).toBeUndefined();
  expect(await told(run("node_modules/d/d.mjs"))).toBe(
    "A part of the program is not there any more: packages were installed anew while it ran. Run the command again.",
  );
});
