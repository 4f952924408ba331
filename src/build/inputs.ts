/** The state of the files that a site is made of, known without reading any of them. */
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isSettled, stampOf } from "../content/file-state.ts";
import { digest } from "../text/digest.ts";

/**
 * A digest of which files and folders are in a folder and how each file looks. Undefined where that does not tell whether one of them changes: when one has
 * only just been written, or is a link.
 */
export function stateOfFiles(folder: string): string | undefined {
  const now = Date.now();
  const lines: string[] = [];
  const look = (inner: string): boolean =>
    readdirSync(join(folder, inner), { withFileTypes: true }).every((entry) => {
      const path = join(inner, entry.name);
      if (entry.isDirectory()) {
        // An empty one may be an event without its record.
        lines.push(`${path}/`);
        return look(path);
      }
      const stats = entry.isFile() ? lstatSync(join(folder, path), { throwIfNoEntry: false }) : undefined;
      if (!stats || !isSettled(stats, now)) return false;
      lines.push(`${path} ${stampOf(stats)}`);
      return true;
    });
  return !existsSync(folder) || look("") ? digest(lines.sort().join("\n")) : undefined;
}
