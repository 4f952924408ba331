/** The writing of an import so that it can be killed at any moment: whole files only, and a plan that the next run finds. */
import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { looksOf } from "../content/file-state.ts";
import { makeFolder, replaceFile } from "../content/write-whole.ts";
import { formatLedger, importDrafts, type Ledger, ledgerFile, pendingFile, removeImportDrafts } from "./import-state.ts";

/** A file as it shall be. */
export interface Change {
  file: string;
  text: string;
  /** How the file looked when that was decided; empty where there was none. */
  looks: string;
}

/** A file that somebody else changed while the import was at work; it stays as it is. */
export class ChangedError extends Error {}

/** What is written for one event. */
export interface EventImport {
  event: string;
  ledger: Ledger;
  changes: readonly Change[];
  /** The records that are made, as the plan tells them. */
  made?: readonly string[];
}

/**
 * Writes event by event: the plan (the next ledger) first, then the records, each under another name before it takes its place,
 * and at last puts the ledger in place. A run that finds a plan knows that files may be as the plan says already.
 */
export function writeImports(
  contentDir: string,
  imports: readonly EventImport[],
  onProgress: (done: number, all: number) => void = () => {},
): void {
  const all = imports.reduce((sum, { changes }) => sum + changes.length, 0);
  const temporary = importDrafts(contentDir);
  const draft = join(temporary, "draft");
  mkdirSync(temporary, { recursive: true });
  let folder = "";
  const replace = (file: string, text: string) => {
    const write = () => replaceFile(file, text, draft);
    // Most files of an event lie in one folder.
    if (dirname(file) === folder) write();
    else makeFolder(dirname(file), write);
    folder = dirname(file);
  };
  let done = 0;
  for (const { event, ledger, changes, made = [] } of imports) {
    const pending = pendingFile(contentDir, event);
    replace(pending, formatLedger({ ...ledger, ...(made.length > 0 && { made }) }));
    for (const { file, text, looks } of changes) {
      if (looksOf(file) !== looks)
        throw new ChangedError(
          `\`${file}\` was changed by somebody else while the import was at work, and stays as it is. Run the import again.`,
        );
      replace(file, text);
      onProgress(++done, all);
    }
    // What was made is of no use to later imports.
    if (made.length > 0) replace(pending, formatLedger(ledger));
    renameSync(pending, ledgerFile(contentDir, event));
  }
  removeImportDrafts(contentDir);
}
