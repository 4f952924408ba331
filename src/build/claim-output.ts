/** Which folder may be the output folder: an empty one, or one that a build wrote. */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { liesIn } from "../content/real-place.ts";
import { replaceFile } from "../content/write-whole.ts";
import { LOCK } from "./lock.ts";

/** The file by which a build knows an output folder again. */
export const MARKER = ".archive-output";
const MARKER_TEXT = "This folder is written by the archive's build, which deletes from it whatever it did not write.\n";

/** Why a folder cannot be the output folder; the message says what to do. */
export class OutputError extends Error {}

interface ClaimOptions {
  /** The folder of the cache, which must not lie where a build deletes. */
  cacheDir?: string | undefined;
  /** Whether others may have written into the folder before. */
  shared?: boolean | undefined;
  /** What names the folder on the command line, if not `--output`. */
  option?: string | undefined;
  /** Only looks. */
  dryRun?: boolean | undefined;
}

/** Makes sure that a build may write into the folder and delete from it. `keep` are folders it must not touch. */
export function claimOutput(
  outputDir: string,
  keep: readonly string[],
  { cacheDir, shared = false, option = "--output", dryRun = false }: ClaimOptions = {},
): void {
  for (const folder of keep)
    if (liesIn(outputDir, folder) || liesIn(folder, outputDir))
      throw new OutputError(
        `The output folder \`${outputDir}\` and \`${folder}\` lie in each other. Choose a folder of its own with \`${option}\`.`,
      );
  if (cacheDir !== undefined && liesIn(cacheDir, outputDir))
    throw new OutputError(
      `The cache \`${cacheDir}\` lies in the output folder \`${outputDir}\`, where a build deletes what is not of the site. Choose another folder with \`--cache\`.`,
    );
  const strewn = keep.find((folder) => cacheDir !== undefined && liesIn(cacheDir, folder));
  // `.cache` in a folder of records, which is passed over there, is the usual place where the records are a project of their own.
  if (cacheDir !== undefined && strewn !== undefined && !basename(cacheDir).startsWith("."))
    throw new OutputError(`The cache \`${cacheDir}\` lies in \`${strewn}\`. Choose a folder of its own with \`--cache\`.`);
  const stats = statSync(outputDir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new OutputError(`\`${outputDir}\` is a file. Choose a folder for the site with \`${option}\`.`);
  const inside = stats ? readdirSync(outputDir).filter((name) => name !== LOCK) : [];
  if (!shared && inside.length > 0 && !inside.includes(MARKER))
    throw new OutputError(
      `The folder \`${outputDir}\` holds files that no build of this archive wrote. Choose an empty folder with \`${option}\`, or empty it yourself.`,
    );
  if (dryRun) return;
  mark(outputDir);
}

/**
 * Writes the mark into a folder that is ours; it may have been emptied or deleted while a build wrote into it. What stands at its place is
 * replaced and never written to: a link, or a second name of a file, may lead to a record.
 */
export function mark(outputDir: string): void {
  mkdirSync(outputDir, { recursive: true });
  replaceFile(join(outputDir, MARKER), MARKER_TEXT);
}
