/** Runs Eleventy's own command in the folder of a user, whose configuration adds the archive as a plugin. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { compiledProgram } from "../../src/cli/compile.js";
import { PROJECT, type Run } from "./cli.ts";
import { folderOf, LITTLE } from "./content.ts";
import { filesBelow } from "./html.ts";

const COMPILED = await compiledProgram();
if (COMPILED === undefined) throw new Error("The program cannot be compiled where it is.");

/** Where a configuration finds the archive: its source, as this project's own does, or the same compiled, as in a package, which starts sooner. */
export const SOURCE = join(PROJECT, "src/index.ts");
const PLUGIN = join(COMPILED, "src/index.js");

/** The file of a configuration; Eleventy looks for it. */
export const CONFIG = "eleventy.config.js";

/** A configuration as a user writes it, with what they add to the archive. */
export const config = (
  more = "",
  returns = "archiveFolders(import.meta.dirname)",
  options = "root: import.meta.dirname",
  program = PLUGIN,
) => `
import conferenceArchive, { archiveFolders } from ${JSON.stringify(program)};
export default function configure(config) {
  config.addPlugin(conferenceArchive, { ${options} });
  ${more}
  return ${returns};
}
`;

/** The smallest content, in the folder of a project. */
export const CONTENT = Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]));
export const TALK = "content/events/2020-spring/talks/a-talk.md";

/** A project of its own, with the smallest content and an empty folder of templates. */
export const project = (files: Record<string, string> = {}) =>
  folderOf({ [CONFIG]: config(), "package.json": '{ "type": "module" }', "templates/README.txt": "Mine.\n", ...CONTENT, ...files });

/** Templates of the user: two pages, a collection, a shortcode and a file that is copied. */
export const NOTES = {
  [CONFIG]: config(
    'config.addShortcode("shout", (word) => word.toUpperCase() + "!"); config.addPassthroughCopy({ "templates/README.txt": "mine.txt" });',
  ),
  "templates/notes/first.md": "---\ntitle: First\ntags: notes\npermalink: /notes/first/\n---\n# {{ title }}\n\n{% shout 'hello' %}\n",
  "templates/notes/index.md":
    "---\npermalink: /notes/\n---\n{% for note in collections.notes %}- [{{ note.data.title }}]({{ note.url }})\n{% endfor %}\nOf {{ collections.all | size }}.\n",
};

/** Starts Eleventy's own command in another folder, as `npm run eleventy` does where its configuration is TypeScript. */
export const start = (cwd: string, ...args: string[]) =>
  startNode(cwd, ...(args.some((word) => word.endsWith(".ts")) ? ["--import", import.meta.resolve("tsx")] : []), ELEVENTY, ...args);
const ELEVENTY = join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs");

/** Starts Node in another folder. */
export const startNode = (cwd: string, ...args: string[]) => spawn(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });

/** Runs Eleventy's own command. */
export function eleventy(cwd: string, ...args: string[]): Promise<Run> {
  const child = start(cwd, ...args);
  return ended(child);
}

export function ended(child: ChildProcess): Promise<Run> {
  const run = { code: -1, stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => (run.stdout += chunk));
  child.stderr?.on("data", (chunk) => (run.stderr += chunk));
  return new Promise((done) => child.on("close", (code) => done({ ...run, code: code ?? -1 })));
}

export async function build(folder: string, ...args: string[]): Promise<string> {
  const run = await eleventy(folder, ...args);
  expect(run.code, run.stdout + run.stderr).toBe(0);
  return join(folder, "_site");
}

/** Files that are not the same in both folders. */
export function differing(one: string, other: string): string[] {
  const all = new Set([...filesBelow(one), ...filesBelow(other)]);
  const bytes = (path: string) => (existsSync(path) ? readFileSync(path, "base64") : "");
  return [...all].filter((file) => bytes(join(one, file)) !== bytes(join(other, file))).sort();
}
