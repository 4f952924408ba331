/** Owns the joining of what several files of one format state. */
import type { Imported } from "../importer.ts";

/** All of it, in the order of the files. */
export function joinImported(parts: readonly Imported[]): Imported {
  return {
    conferences: parts.flatMap((part) => part.conferences),
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    refused: parts.flatMap((part) => part.refused),
    problems: parts.flatMap((part) => part.problems),
  };
}
