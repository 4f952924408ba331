/** The walk through a folder whose files are kept: the same order on every machine, without links that may lead elsewhere. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Paths of all regular files below a folder, with forward slashes; names that start with a dot are left out. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk("");
  return found.sort();
}
