/** The walk through a folder whose files are kept: the same order on every machine, without links that may lead elsewhere. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { looksOf } from "../content/file-state.ts";

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

/** Keeps in mind how the files at some places look, below those that are folders; later it tells one that was changed, added or removed since. */
export function changedFileIn(places: readonly string[]): () => string | undefined {
  const look = () => {
    const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
    const files = places.flatMap((place) => (isFolder(place) ? filesBelow(place).map((path) => join(place, path)) : [place]));
    return new Map(files.map((file) => [file, looksOf(file)]));
  };
  const then = look();
  return () => {
    const now = look();
    return [...then.keys(), ...now.keys()].find((file) => then.get(file) !== now.get(file));
  };
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
