/** The process in which inputs are tried, so that one that hangs or fills the memory can be ended and told. */
import { rmSync } from "node:fs";
import { KINDS, scratchFolder } from "./kinds.ts";
import { randomOf } from "./random.ts";

const folder = scratchFolder();
process.on("message", ({ kind, seed }: { kind: string; seed: number }) => {
  let why = "";
  try {
    KINDS[kind]?.(randomOf(seed), folder);
  } catch (error) {
    why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  process.send?.(why.slice(0, 2000));
});
process.on("disconnect", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
