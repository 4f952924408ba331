/** The walk through a folder whose files are kept: the same order on every machine, without links that may lead elsewhere. */
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** Names that start with a dot are left out, but for the one folder of that kind that is made to be published (RFC 8615). */
export const isLeftOut = (name: string) => name.startsWith(".") && name !== ".well-known";

/** Paths of all regular files below a folder, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder, (entry) => entry.isFile());
}

/** Paths of all symbolic links below a folder, which `filesBelow` does not have. */
export function linksBelow(folder: string): string[] {
  return entriesBelow(folder, (entry) => entry.isSymbolicLink());
}

function entriesBelow(folder: string, isWanted: (entry: Dirent) => boolean): string[] {
  const found: string[] = [];
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      if (isLeftOut(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (isWanted(entry)) found.push(path);
    }
  };
  walk("");
  return found.sort();
}
