/** What a build is made of: steps, each with groups of files that a key says what they are made of. One loop (`run-steps.ts`) writes them all. */
import type { PageHead } from "../layouts/frame.ts";

/** A part of a build, such as the pages or the search index. */
export interface Step {
  name: string;
  /** Its groups of files, in one order on every machine. What it yields may depend on what earlier steps have registered. */
  groups(): Iterable<FileGroup>;
  /** Whether its groups need what the files of all steps before say, so that those have to be made first. */
  comesLast?: boolean;
}

/** Files that are made together, of the same things. They are kept while `key` or `exactKey` is what it was when they were made. */
export interface FileGroup {
  /** Unlike that of any other group of all steps. */
  name: string;
  /** What the files are made of: it changes whenever one of them could. Left out where nobody can tell; then each file is asked for its own. */
  key?: () => string;
  /** A key that takes longer to know and changes less often; it is asked only when `key` has changed. */
  exactKey?: () => string;
  /**
   * Makes the files, or the views of pages that are printed later. A promise is made in another process: the loop goes on meanwhile,
   * and writes those files when all other steps are done.
   */
  files: () => Iterable<StepFile> | AsyncIterable<StepFile> | Promise<Iterable<StepFile>>;
  /** Whether its files are pages, which a build counts. */
  printed?: boolean;
  /** Told the files of a group that is kept, or made by another process. */
  onKept?: (paths: readonly string[]) => void;
  /**
   * Whether it is made of the archive alone, so that a worker process, which has the same archive, can make it. It has a key and no promise, and
   * it may be made after groups that follow it.
   */
  isPortable?: boolean;
  /** Whether its key takes long to know, so that somebody who waits is better served with all others first. */
  isDear?: boolean;
  /** Leaves the files of the last build as they are, good or not, for this time. */
  postponed?: boolean;
}

/** A file below the output folder, by its path there. */
export type StepFile = MadeFile | CopiedFile | PageFile;

export interface MadeFile {
  path: string;
  content: string | Uint8Array;
  /** What it is made of, where that is known sooner than its digest. */
  key?: string;
}

export interface CopiedFile {
  path: string;
  /** The file to copy. */
  from: string;
  /** Changes whenever that file does. */
  key: string;
}

/** A page that Eleventy prints, in a batch with others. */
export interface PageFile {
  path: string;
  /** The name of its template in `pages/`. */
  kind: string;
  view: PageHead;
  /** What it is made of; that of its group where it is left out. */
  key?: () => string;
}
