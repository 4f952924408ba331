/** What an output is: a function from the archive to files, added to the table with one line. */
import type { Archive, Event, Filed, Talk } from "../model/archive.ts";
import type { SectionPolicy } from "../publishing/section-policies.ts";

/** What an output may know beside the archive. */
export interface OutputContext {
  /** Site paths of all pages that search engines should know, in order. */
  pagePaths: readonly string[];
  /** What the pages of each part of the site are allowed. */
  sections: readonly SectionPolicy[];
  /** Reads a file below `assets/media/`. */
  readMedia: (path: string) => Uint8Array;
  /** Reads the file of a record, without what it tells of records that are not published. */
  readRecord: (filed: Filed<unknown>) => Uint8Array;
}

/** A file below the output folder. */
export interface OutputFile {
  path: string;
  content: string | Uint8Array;
}

/**
 * At least one of the three functions; each is pure, so that a build can leave out what cannot have changed. Those of extensions are
 * called whenever any record has changed.
 */
export interface OutputFormat {
  name: string;
  /** What else `files` depends on than the archive. */
  alsoOf?(context: OutputContext): unknown;
  /** Files made of the whole archive. */
  files?(archive: Archive, context: OutputContext): Iterable<OutputFile>;
  /** Whether `eventFiles` depend on the records that all events share, too. */
  readsShared?: boolean;
  /** Files that depend on nothing but the site record, one event, its talks and their speakers. */
  eventFiles?(archive: Archive, event: Event, context: OutputContext): Iterable<OutputFile>;
  /** Files that depend on nothing but the site record, one talk, the record of its event and its speakers. */
  talkFiles?(archive: Archive, talk: Talk, context: OutputContext): Iterable<OutputFile>;
}
