/** The fonts that cards are drawn with: those of the program, and those that an archive adds to its theme. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CardFonts } from "../model/cards.ts";
import { lettersOf } from "./font-letters.ts";
import { makerVersion } from "./maker-version.ts";

/** Thrown when a font cannot be read; the message says which and why. */
export class FontError extends Error {}

/** The font files of some folders, each folder in order of names. */
export function fontFiles(folders: readonly string[]): string[] {
  const files = [...new Set(folders.map((folder) => resolve(folder)))].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[^.].*\.(woff2|ttf|otf)$/i.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  return files;
}

/**
 * What there is to draw with; `read` gives the bytes of a file.
 *
 * @throws {FontError} when one of the files is no font.
 */
export function readCardFonts(files: readonly string[], read: (file: string) => Buffer): CardFonts {
  const sum = createHash("sha256").update(makerVersion());
  const letters = files.flatMap((file) => {
    const bytes = read(file);
    sum.update(`\0${bytes.length}\0`).update(bytes);
    try {
      return lettersOf(bytes);
    } catch (error) {
      throw new FontError(`The font ${file} cannot be read. ${(error as Error).message}`);
    }
  });
  return { key: sum.digest("hex").slice(0, 16), letters: letters.sort(([a], [b]) => a - b) };
}
