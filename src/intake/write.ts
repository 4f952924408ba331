/** The writing of an import so that it can be killed at any moment: whole files only, and a plan that the next run finds. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatLedger, importsFolder, type Ledger, ledgerFile, pendingFile } from "./import-state.ts";

/** A file as it shall be. */
export interface Change {
  file: string;
  text: string;
}

/**
 * Writes the plan (the next ledger) first, then the records, each under another name before it takes its place, and at last
 * puts the ledger in place. A run that finds a plan knows that files may be as the plan says already.
 */
export function writeImport(
  contentDir: string,
  event: string,
  ledger: Ledger,
  changes: readonly Change[],
  onProgress: (done: number, all: number) => void = () => {},
): void {
  const temporary = join(importsFolder(contentDir), "tmp");
  mkdirSync(temporary, { recursive: true });
  const replace = (file: string, text: string) => {
    const draft = join(temporary, "draft");
    writeFileSync(draft, text);
    mkdirSync(dirname(file), { recursive: true });
    renameSync(draft, file);
  };
  const pending = pendingFile(contentDir, event);
  replace(pending, formatLedger(ledger));
  for (const [index, { file, text }] of changes.entries()) {
    replace(file, text);
    onProgress(index + 1, changes.length);
  }
  renameSync(pending, ledgerFile(contentDir, event));
  rmSync(temporary, { recursive: true, force: true });
}
