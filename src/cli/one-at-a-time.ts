/** Commands of which only one at a time may be at work on a folder: each would write what only it has seen, or clear away what another writes. */
import { basename, dirname, join } from "node:path";
import { lockFolder, removeEmptied } from "../build/lock.ts";
import { realPlace } from "../content/real-place.ts";
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
export async function oneAtATime(folder: string, action: () => void | Promise<void>): Promise<void> {
  const place = placeToWait(folder);
  const release = await lockFolder(place, (other) => tellWait(folder, other));
  try {
    await action();
  } finally {
    release();
    removeEmptied(place);
  }
}
