/** Runs the command line as a user would, in a process of its own. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "../..");

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Of a system that gives a program less than usual. */
export interface Restrictions {
  /** What `ulimit` of the shell is told, such as `-n 64` for as many open files. */
  ulimit?: string;
  /** Whether permissions of files count, as they do for everybody but root; then a test of root runs as another user. */
  unprivileged?: boolean;
}

/** The user and group `nobody`, for tests that root runs. */
const NOBODY = 65_534;

/** Runs `npm run archive -- …` with the given environment added; a build knows nothing of earlier ones unless it is given a cache. */
export function archive(
  args: readonly string[],
  environment: Record<string, string> = {},
  { ulimit, unprivileged = false }: Restrictions = {},
): Promise<Run> {
  const output = args[args.indexOf("--output") + 1];
  const cache = args[0] === "build" && args.includes("--output") && !args.includes("--cache") ? ["--cache", `${output}.cache`] : [];
  return new Promise((done, fail) => {
    const program = [process.execPath, "src/cli/start.js", ...args, ...cache];
    const [command = "", ...words] = ulimit === undefined ? program : ["sh", "-c", `ulimit ${ulimit} && exec "$@"`, "sh", ...program];
    const child = spawn(command, words, {
      cwd: PROJECT,
      ...(unprivileged && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
      env: { ...process.env, NO_COLOR: "1", ...environment },
    });
    const run = { code: -1, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (run.stdout += chunk));
    child.stderr.on("data", (chunk) => (run.stderr += chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ ...run, code: code ?? -1 }));
  });
}

/** The same for several commands, one after another in one process. */
export async function archives(commands: readonly (readonly string[])[]): Promise<Run[]> {
  const program = [join(import.meta.dirname, "several.js"), JSON.stringify(commands)];
  const child = spawn(process.execPath, program, { cwd: PROJECT, env: { ...process.env, NO_COLOR: "1" } });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0 || out === "") throw new Error(`One of these commands ended the process (${code}): ${err}`);
  return JSON.parse(out) as Run[];
}
