/** Commands of which only one at a time may be at work on a folder: each would write what only it has seen, or clear away what another writes. */
import { join, resolve } from "node:path";
import { lockFolder } from "../build/lock.ts";
import { digest } from "../text/digest.ts";
import { usualFolders } from "./project.ts";
import { tellWait } from "./report.ts";

/** Where they wait for each other: not in the folder itself, whose files other machines get too. */
export function placeToWait(folder: string): string {
  return join(usualFolders().cacheDir, "at-work", digest(resolve(folder)));
}

/** Does something once no other process does such a thing with the folder. */
export async function oneAtATime(folder: string, action: () => void | Promise<void>): Promise<void> {
  const release = await lockFolder(placeToWait(folder), (other) => tellWait(folder, other));
  try {
    await action();
  } finally {
    release();
  }
}
