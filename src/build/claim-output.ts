/** Which folder may be the output folder: an empty one, or one that a build wrote. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

import { LOCK } from "./lock.ts";

/** The file by which a build knows an output folder again. */
export const MARKER = ".archive-output";
const MARKER_TEXT = "This folder is written by the archive's build, which deletes from it whatever it did not write.\n";

/** Why a folder cannot be the output folder; the message says what to do. */
export class OutputError extends Error {}

/**
 * Makes sure that a build may write into the folder and delete from it. `keep` are folders it must not touch. In a shared folder, others may
 * have written before. A dry run only looks.
 */
export function claimOutput(
  outputDir: string,
  keep: readonly string[],
  { shared = false, dryRun = false }: { shared?: boolean | undefined; dryRun?: boolean | undefined } = {},
): void {
  for (const folder of keep) {
    const apart = relative(resolve(folder), resolve(outputDir));
    const back = relative(resolve(outputDir), resolve(folder));
    if (apart === "" || !apart.startsWith("..") || !back.startsWith(".."))
      throw new OutputError(
        `The output folder \`${outputDir}\` and \`${folder}\` lie in each other. Choose a folder of its own with \`--output\`.`,
      );
  }
  const stats = statSync(outputDir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new OutputError(`\`${outputDir}\` is a file. Choose a folder for the site with \`--output\`.`);
  const inside = stats ? readdirSync(outputDir).filter((name) => name !== LOCK) : [];
  if (!shared && inside.length > 0 && !inside.includes(MARKER))
    throw new OutputError(
      `The folder \`${outputDir}\` holds files that no build of this archive wrote. Choose an empty folder with \`--output\`, or empty it yourself.`,
    );
  if (dryRun) return;
  mark(outputDir);
}

/** Writes the mark into a folder that is ours; it may have been emptied or deleted while a build wrote into it. */
export function mark(outputDir: string): void {
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, MARKER), MARKER_TEXT);
}
