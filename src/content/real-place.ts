/** Where a path leads. */
import { realpathSync, statSync } from "node:fs";
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

/**
 * Whether a path is a folder or lies in it, by whatever links either is reached, and by whatever name: a folder may be mounted twice, and
 * macOS and Windows do not tell capitals from small letters.
 */
export function liesIn(path: string, folder: string): boolean {
  const [inner, outer] = [realPlace(path), realPlace(folder)];
  const apart = relative(outer, inner);
  if (apart === "" || !/^\.\.(?:[/\\]|$)/.test(apart)) return true;
  const sought = folderAt(outer);
  if (sought === undefined) return false;
  for (let at = inner; ; at = dirname(at)) {
    if (folderAt(at) === sought) return true;
    if (dirname(at) === at) return false;
  }
}

/** By what a system knows a folder, whatever its name. */
function folderAt(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats?.isDirectory() && stats.ino !== 0n ? `${stats.dev} ${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}
