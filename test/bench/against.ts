/** An earlier commit of this program, taken out into a folder, so that it can be measured in the same run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Program, programIn } from "./measurements.ts";
import { PROJECT } from "./workspace.ts";

/** The full name of a commit. Throws when there is none. */
export function commitOf(commit: string): string {
  const found = spawnSync("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^{commit}`], { cwd: PROJECT });
  if (found.status !== 0) throw new Error(`\`--against ${commit}\` is no commit of this project.`);
  return found.stdout.toString().trim();
}

/** Takes the program of a commit out into a folder that is there, with packages of its own. Throws when they cannot be installed. */
export function takeOut(commit: string, folder: string): Program {
  const archive = join(folder, "program.tar");
  run(PROJECT, "git", "archive", "--output", archive, commitOf(commit));
  run(folder, "tar", "-xf", archive);
  run(folder, "npm", "ci", "--no-audit", "--no-fund");
  const program = programIn(folder, "against");
  // It is compiled at its first start.
  run(folder, ...program.cli, "check", "--help");
  return program;
}

function run(cwd: string, ...[command = "", ...args]: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`\`${command} ${args.join(" ")}\` failed in ${cwd}:\n${stderr}`);
}
