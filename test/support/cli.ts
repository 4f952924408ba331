/** Runs the command line as a user would, in a process of its own. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "../..");

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `npm run archive -- …` with the given environment added; a build knows nothing of earlier ones unless it is given a cache. */
export function archive(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const output = args[args.indexOf("--output") + 1];
  const cache = args[0] === "build" && args.includes("--output") && !args.includes("--cache") ? ["--cache", `${output}.cache`] : [];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["src/cli/start.js", ...args, ...cache], {
      cwd: PROJECT,
      env: { ...process.env, NO_COLOR: "1", ...environment },
    });
    const run = { code: -1, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (run.stdout += chunk));
    child.stderr.on("data", (chunk) => (run.stderr += chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ ...run, code: code ?? -1 }));
  });
}
