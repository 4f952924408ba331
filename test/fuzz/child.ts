/** The process in which inputs are tried, so that one that hangs or fills the memory can be ended and told. */
import { rmSync } from "node:fs";
import { KINDS, scratchFolder } from "./kinds.ts";
import { randomOf } from "./random.ts";

const folder = scratchFolder();

/** Why an input fails, with so many lines of a stack: parsers make errors by the thousand, and of most nobody reads the stack. */
function failure(kind: string, seed: number, lines: number): string {
  Error.stackTraceLimit = lines;
  try {
    KINDS[kind]?.(randomOf(seed), folder);
    return "";
  } catch (error) {
    return error instanceof Error ? error.stack || error.message || error.name : String(error);
  }
}

process.on("message", ({ kind, seed }: { kind: string; seed: number }) => {
  const why = failure(kind, seed, 0);
  process.send?.((why && (failure(kind, seed, 10) || why)).slice(0, 2000));
});
process.on("disconnect", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
