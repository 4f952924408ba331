/** Commands of which only one at a time may be at work on a folder: each would write what only it has seen, or clear away what another writes. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { killedIn, lockFolder, removeEmptied } from "../build/lock.ts";
import { realPlace } from "../content/real-place.ts";
import { visible } from "../problems/visible.ts";
import { tellWait } from "./report.ts";

/**
 * Where they wait for each other: beside the folder, whose files other machines get too, so that commands of two projects with one folder
 * of records meet there, by whatever links they reach it.
 */
export function placeToWait(folder: string): string {
  const real = realPlace(folder);
  return join(dirname(real), `.${basename(real).replace(/^\./, "")}.at-work`);
}

/** Does something once no other process does such a thing with the folder. */
export async function oneAtATime<Result>(folder: string, action: () => Result | Promise<Result>): Promise<Result> {
  const place = placeToWait(folder);
  const release = await lockFolder(place, (other) => tellWait(folder, other));
  try {
    return await action();
  } finally {
    release();
    removeEmptied(place);
  }
}

/** Does something with the records of a folder once no other command changes them. Where there is no such folder, what is done says so. */
export async function withRecordsAlone<Result>(contentDir: string, action: () => Result): Promise<Result> {
  return existsSync(contentDir) ? oneAtATime(contentDir, action) : action();
}

/** Tells of a command that was killed while it changed the files of a folder: it may have left some as they were. */
export function tellKilled(folder: string): void {
  const id = killedIn(placeToWait(folder));
  if (id === undefined) return;
  process.stderr.write(
    `A command (process ${id}) was killed while it changed ${visible(folder)}: some files may be as it wanted them and others as they were. Look at the changes (\`git status\`). Run an import or \`people --undo\` again; after another command take them back with the history of the repository, then run it again. This is told until a command that changes records comes to its end.\n`,
  );
}
