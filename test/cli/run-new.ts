/** Runs the command `new` inside the test's own process, which saves the start of one for every call. */
import { Command, CommanderError } from "commander";
import { vi } from "vitest";
import { define } from "../../src/cli/new.ts";
import type { Run } from "../support/cli.ts";

/** Does what `npm run archive -- new …` does. */
export async function runNew(args: readonly string[]): Promise<Run> {
  const run: Run = { code: 0, stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      run[name] += String(text);
      return true;
    }),
  );
  const command = new Command("new");
  define(command);
  for (const one of command.commands) one.exitOverride();
  try {
    await command.parseAsync(args, { from: "user" });
    run.code = Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    run.code = error.exitCode;
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
  return run;
}
