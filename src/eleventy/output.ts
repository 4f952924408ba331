/** Owns the output folder: it writes only into a folder that is empty or its own, and removes what a build no longer makes. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const MARKER = ".archive-output";
const MARKER_TEXT = "This folder is written by the archive's build, which deletes from it whatever it did not write.\n";

/** Why a folder cannot be the output folder; the message says what to do. */
export class OutputError extends Error {}

/** Makes sure that a build may write into the folder and delete from it. `keep` are folders it must not touch. */
export function claimOutput(outputDir: string, keep: readonly string[]): void {
  for (const folder of keep) {
    const apart = relative(resolve(folder), resolve(outputDir));
    const back = relative(resolve(outputDir), resolve(folder));
    if (apart === "" || !apart.startsWith("..") || !back.startsWith(".."))
      throw new OutputError(
        `The output folder \`${outputDir}\` and \`${folder}\` lie in each other. Choose a folder of its own with \`--output\`.`,
      );
  }
  if (existsSync(outputDir) && readdirSync(outputDir).length > 0 && !existsSync(join(outputDir, MARKER)))
    throw new OutputError(
      `The folder \`${outputDir}\` holds files that no build of this archive wrote. Choose an empty folder with \`--output\`, or empty it yourself.`,
    );
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, MARKER), MARKER_TEXT);
}

/** Collects what a build writes beside Eleventy's pages, and in the end deletes everything else. */
export class Output {
  readonly #dir: string;
  readonly #written = new Set<string>([MARKER]);

  constructor(outputDir: string) {
    this.#dir = outputDir;
  }

  /** Notes a file that Eleventy writes. */
  note(path: string): void {
    this.#written.add(path);
  }

  write(path: string, bytes: Uint8Array | string): void {
    this.note(path);
    mkdirSync(dirname(join(this.#dir, path)), { recursive: true });
    writeFileSync(join(this.#dir, path), bytes);
  }

  copy(path: string, from: string): void {
    this.note(path);
    mkdirSync(dirname(join(this.#dir, path)), { recursive: true });
    copyFileSync(from, join(this.#dir, path));
  }

  /** Deletes files that this build did not write, and folders that are empty then. */
  prune(folder = ""): void {
    for (const entry of readdirSync(join(this.#dir, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        this.prune(path);
        if (readdirSync(join(this.#dir, path)).length === 0) rmdirSync(join(this.#dir, path));
      } else if (!this.#written.has(path)) rmSync(join(this.#dir, path));
    }
  }
}
