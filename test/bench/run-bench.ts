/** Runs the benchmark as a reader of its README does, for tests. */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { PROJECT } from "../support/cli.ts";

/** What the benchmark left in its temporary folder. */
export const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("archive-bench-"));

/** Runs the benchmark with a temporary folder of its own; `killAt` ends it when its progress says so. */
export function bench(args: readonly string[], temporary: string, killAt?: string) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "test/bench/bench.ts", ...args], {
      cwd: PROJECT,
      env: { ...process.env, TMPDIR: temporary },
    });
    const run = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (run.stdout += chunk));
    child.stderr.on("data", (chunk) => {
      run.stderr += chunk;
      if (killAt && run.stderr.includes(killAt)) child.kill("SIGINT");
    });
    child.on("close", (code) => done({ ...run, code }));
  });
}
