/** Owns what an output is: a function from the archive to files, added to the table with one line. */
import type { Archive } from "../model/archive.ts";

/** What an output may know beside the archive. */
export interface OutputContext {
  /** Site paths of all pages that search engines should know, in order. */
  pagePaths: readonly string[];
  /** Reads a file below `assets/media/`. */
  readMedia: (path: string) => Uint8Array;
}

/** A file below the output folder. */
export interface OutputFile {
  path: string;
  content: string | Uint8Array;
}

export interface OutputFormat {
  name: string;
  files(archive: Archive, context: OutputContext): Iterable<OutputFile>;
}
