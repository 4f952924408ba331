/** How files are known again: without reading them, by their size and times. */
import { constants, lstatSync, type Stats, statSync } from "node:fs";

/** Size, times and number of a file, which together change with every write. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Whether a file had been at rest when it was looked at (milliseconds since 1970): a second write within the same tick of the
 * file system's clock would leave its times as they are. Some file systems only count whole seconds.
 */
export function isSettled({ ctimeMs, mtimeMs }: Stats, at: number): boolean {
  const latest = Math.max(ctimeMs, mtimeMs);
  return latest < at - (latest % 1000 === 0 ? 2000 : 50);
}

/** What tells that a file is the one that was there before, and as it was; empty where there is none. Its links elsewhere do not count. */
export function looksOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ino}` : "";
}

/** What is at a path itself, be it a link; nothing also where a folder above it is a file now. */
export function linkStatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Whether something is at a path. Unlike `existsSync` it throws where nobody can tell, since a folder above may not be entered: what must not
 * be forgotten, such as names that have to go, would count as never written.
 */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * How to open what was a file when it was looked at: what took its place since must not be waited for, as a pipe would be, nor lead elsewhere,
 * as a link may.
 */
export const AS_FILE_ALONE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
