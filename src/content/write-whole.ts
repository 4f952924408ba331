/** Writes files so that a full disk or a killed run leaves the former file, or none, and never half of one under its name. */
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Puts a file in its place, or in that of the former one, whose permissions it keeps. It is written beside it first. */
export function replaceFile(file: string, text: string, draft = `${file}.writing`): void {
  writeOrRemove(draft, text, "w", statSync(file, { throwIfNoEntry: false })?.mode);
  renameSync(draft, file);
}

/** Writes a file where there is none yet. Throws `EEXIST` where there is one. */
export function createFile(file: string, text: string): void {
  writeOrRemove(file, text, "wx");
}

function writeOrRemove(file: string, text: string, flag: "w" | "wx", mode?: number): void {
  try {
    writeFileSync(file, text, { flag, ...(mode !== undefined && { mode }) });
  } catch (error) {
    // What could be opened and not written is ours, and half of a file.
    if ((error as NodeJS.ErrnoException).syscall === "write") rmSync(file, { force: true });
    throw error;
  }
}
