/** Owns what commands say on the terminal: progress, problems, and mistakes in one sentence. */
import type { Problem } from "../model/problem.ts";
import { OutputError } from "../eleventy/output.ts";
import { RecordsError } from "../eleventy/site.ts";
import { UsageError } from "./options.ts";
import { formatProblems } from "./problems/pretty.ts";

export const wantsColour = (stream: NodeJS.WriteStream) => stream.isTTY === true && !process.env["NO_COLOR"];

export function printProblems(problems: readonly Problem[]): void {
  process.stderr.write(formatProblems(problems, wantsColour(process.stderr)));
}

/** Shows how far a long piece of work is, on a terminal only, on one line that is overwritten. */
export function progress(what: string): (done: number, all: number) => void {
  if (process.stderr.isTTY !== true) return () => {};
  return (done, all) => {
    if (done === all || done % 100 === 0) process.stderr.write(`\r${what} ${done} of ${all}${done === all ? "\n" : ""}`);
  };
}

/** Runs a command; what a user can mend becomes a message and exit code 1, anything else stays an error of ours. */
export async function runCommand(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof RecordsError) {
      printProblems(error.problems);
      process.stderr.write("Nothing was written.\n");
    } else if (error instanceof OutputError || error instanceof UsageError) process.stderr.write(`${error.message}\n`);
    else throw error;
  }
}
