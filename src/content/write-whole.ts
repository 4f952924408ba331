/** Writes files so that a full disk or a killed run leaves the former file, or none, and never half of one under its name. */
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Puts a file in its place, or in that of the former one, whose permissions it keeps. It is written beside it first. */
export function replaceFile(file: string, text: string, draft = draftOf(file)): void {
  writeDraft(file, text, draft);
  renameSync(draft, file);
}

const draftOf = (file: string) => `${file}.writing`;

function writeDraft(file: string, text: string, draft: string): void {
  writeOrRemove(draft, text, "w", statSync(file, { throwIfNoEntry: false })?.mode);
}

/**
 * Puts several files in their places: all are written beside them before the first takes its place, so that a disk that has no room for
 * one of them leaves all as they were.
 */
export function replaceFiles(texts: Iterable<readonly [file: string, text: string]>): void {
  const written: string[] = [];
  try {
    for (const [file, text] of texts) {
      writeDraft(file, text, draftOf(file));
      written.push(file);
    }
  } catch (error) {
    for (const file of written) rmSync(draftOf(file), { force: true });
    throw error;
  }
  for (const file of written) renameSync(draftOf(file), file);
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
