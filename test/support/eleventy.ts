/** Runs Eleventy's own command in the folder of a user, whose configuration adds the archive as a plugin. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { PROJECT, type Run } from "./cli.ts";
import { filesBelow } from "./html.ts";

/** A configuration as a user writes it, with what they add to the archive. */
export const config = (more = "", returns = "archiveFolders(import.meta.dirname)", options = "root: import.meta.dirname") => `
import conferenceArchive, { archiveFolders } from ${JSON.stringify(join(PROJECT, "src/index.ts"))};
export default function configure(config) {
  config.addPlugin(conferenceArchive, { ${options} });
  ${more}
  return ${returns};
}
`;

/** Starts a program of this project in another folder. */
export const startProgram = (program: string, cwd: string, ...args: string[]) =>
  spawn(process.execPath, ["--import", import.meta.resolve("tsx"), join(PROJECT, program), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
  });
export const start = (cwd: string, ...args: string[]) => startProgram("node_modules/@11ty/eleventy/cmd.cjs", cwd, ...args);

/** Runs Eleventy's own command. */
export function eleventy(cwd: string, ...args: string[]): Promise<Run> {
  const child = start(cwd, "--config=.eleventy.ts", ...args);
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
