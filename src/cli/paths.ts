/** Paths on the command line: what they narrow a command to, and files that it reads. */
import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { readSafely, UnreadableError } from "../content/read-safely.ts";
import { visible } from "../problems/visible.ts";
import { UsageError } from "./options.ts";

/** A mistyped path must not look like a clean bill of health. */
export function refuseUnknownPaths(paths: readonly string[], contentDir: string): void {
  const content = resolve(contentDir);
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`There is no file or folder \`${path}\`.`);
    if (!isBelow(path, [content]) && !isBelow(content, [path]))
      throw new UsageError(`\`${path}\` is not among the records in \`${contentDir}\`.`);
  }
}

/** Whether a file is one of the paths or below one; every file is where there are none. */
export function isBelow(file: string, paths: readonly string[]): boolean {
  const full = resolve(file);
  return paths.length === 0 || paths.map((path) => resolve(path)).some((path) => full === path || full.startsWith(`${path}${sep}`));
}

/** The bytes of a file that the user names, at most so many. */
export function readNamed(file: string, largest: number): Buffer {
  try {
    return readSafely(file, largest);
  } catch (error) {
    throw error instanceof UnreadableError ? new UsageError(`\`${visible(file)}\` ${error.message}. Nothing was changed.`) : error;
  }
}
