/** Writes files so that a full disk or a killed run leaves the former file, or none, and never half of one under its name. */
import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Puts a file in its place, or in that of the former one, whose permissions it keeps. It is written beside it first. */
export function replaceFile(file: string, text: string, draft = draftOf(file)): void {
  writeDraft(file, text, draft);
  try {
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The same for a place that the user names, which may be none of a file: a pipe or the terminal is written to as it is. */
export function putFile(place: string, text: string): void {
  if (lstatSync(place, { throwIfNoEntry: false })?.isFile() === false) writeFileSync(place, text);
  else replaceFile(place, text);
}

/** Where a file is written first, by this process alone; nobody takes a name with a dot before it for a record. */
export const draftOf = (file: string) => join(dirname(file), `.${basename(file)}.${process.pid}.writing`);
const DRAFT = /^\..*\.writing$/;

/** Whether a path is that of a file which is written first, or was by a killed run. */
export const isDraft = (path: string) => DRAFT.test(basename(path));

/** Writes a file under the name of a draft. */
export function writeDraft(file: string, text: string, draft: string): void {
  // A killed run may have left one, which a copy of the folder shares.
  rmSync(draft, { force: true });
  writeOrRemove(draft, text, statSync(file, { throwIfNoEntry: false })?.mode);
}

/** Removes what killed runs left in a folder, and anywhere below it. */
export function removeDrafts(folder: string, recursive = true): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive, withFileTypes: true }))
    if (entry.isFile() && isDraft(entry.name)) rmSync(join(entry.parentPath, entry.name), { force: true });
}

/** Writes a file where there is none yet. Throws `EEXIST` where there is one. It is written beside its place first, under the name of this process. */
export function createFile(file: string, text: string): void {
  const draft = newDraftIn(dirname(file));
  writeDraft(draft, text, draft);
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some disks know no second name of a file.
    if (existsSync(file) || !NO_LINKS.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    writeOrRemove(file, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes a folder with those above it and puts something into it. Where that fails, folders that were made for it go again. */
export function makeFolder(folder: string, fill: () => void): void {
  fillMade(folder, mkdirSync(folder, { recursive: true }), fill);
}

/** Puts something into a folder. Where that fails, it goes again with those above it from the first that was made for it, as `mkdirSync` tells it. */
export function fillMade<Result>(folder: string, made: string | undefined, fill: () => Result): Result {
  try {
    return fill();
  } catch (error) {
    if (made !== undefined) removeMade(folder, made);
    throw error;
  }
}

/** Removes an empty folder, and those above it down from the first that was made, as `mkdirSync` tells it. */
export function removeMade(folder: string, made: string): void {
  try {
    for (let at = resolve(folder); at.startsWith(resolve(made)); at = dirname(at)) rmdirSync(at);
  } catch {
    // Something was put into it.
  }
}

/** Throws where nothing can be put into a folder, and so nothing be taken out of it. */
export function refuseClosed(folder: string): void {
  const draft = newDraftIn(folder);
  try {
    writeDraft(draft, "", draft);
    rmSync(draft, { force: true });
  } catch (error) {
    throw Object.assign(error as Error, { path: folder });
  }
}

/** Whether a file cannot be moved to a place, but has to be copied: a folder may be the place of another disk. */
export function isOnOtherDisk(file: string, to: string): boolean {
  const name = newDraftIn(dirname(to));
  try {
    linkSync(file, name);
    rmSync(name, { force: true });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EXDEV";
  }
}

/** A file that this process writes where it has no name yet. */
export const newDraftIn = (folder: string) => join(folder, `.${process.pid}.writing`);

/** What a disk without links answers, such as one in the format of cards and sticks. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR", "UNKNOWN"]);

function writeOrRemove(file: string, text: string, mode?: number): void {
  try {
    writeFileSync(file, text, { flag: "wx", ...(mode !== undefined && { mode }) });
  } catch (error) {
    // What could be opened and not written is ours, and half of a file.
    if ((error as NodeJS.ErrnoException).syscall === "write") rmSync(file, { force: true });
    throw error;
  }
}
