/** Owns `check`: all problems of all records in one run. */
import { resolve, sep } from "node:path";
import type { Command } from "commander";
import { runChecks } from "../checks/index.ts";
import { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { addInputOptions, settingsFrom } from "./options.ts";
import { printProblems, progress, runCommand } from "./report.ts";

export function define(command: Command): void {
  addInputOptions(command.argument("[paths...]", "report only problems in these files and folders; everything is read all the same"))
    .addHelpText("after", "\nExit code 1 means that there are errors; warnings alone leave it at 0.\n\nExample:\n  npm run archive -- check content/events/2012-north-america\n")
    .action((paths: string[], options) =>
      runCommand(async () => {
        const settings = settingsFrom(options);
        const { archive, findings } = loadArchive({ ...settings, onProgress: progress("Reading records") });
        const problems = sortProblems(locate([...findings, ...runChecks(archive)])).filter((problem) => isBelow(problem, paths));
        printProblems(problems);
        if (problems.some((problem) => problem.severity === "error")) process.exitCode = 1;
      }),
    );
}

function isBelow(problem: Problem, paths: readonly string[]): boolean {
  const file = resolve(problem.file);
  return paths.length === 0 || paths.map((path) => resolve(path)).some((path) => file === path || file.startsWith(`${path}${sep}`));
}
