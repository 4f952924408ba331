/** Where a path leads. */
import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

/** The place of a path with all links followed, also of one that is not there yet. */
export function realPlace(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const above = dirname(full);
    return above === full ? full : join(realPlace(above), basename(full));
  }
}

/** Whether a path is a folder or lies in it, by whatever links either is reached. */
export function liesIn(path: string, folder: string): boolean {
  const apart = relative(realPlace(folder), realPlace(path));
  return apart === "" || !/^\.\.(?:[/\\]|$)/.test(apart);
}
