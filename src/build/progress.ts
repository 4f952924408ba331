/** What a build tells those who ask for it. */
import type { Finding } from "../model/problem.ts";
import type { Unpublished } from "../model/unpublished.ts";
import type { Holder } from "./lock.ts";
import type { Site } from "./site.ts";

/** What came of a build. */
export interface BuildResult {
  warnings: Finding[];
  /** Records that stayed out. */
  unpublished: Unpublished[];
  pages: number;
  /** How many of the pages were out of date. */
  written: number;
  seconds: number;
}

/** The same with the site itself. */
export interface BuildSummary extends BuildResult {
  site: Site;
}

/** Told how far a build is. */
export interface Progress {
  records?: (done: number, all: number) => void;
  /** What is made of which media file. */
  media?: (text: string) => void;
  /** Groups of pages and files that are out of date. */
  made?: (done: number, all: number) => void;
  /** Another process builds into a folder, and is waited for. */
  waiting?: (folder: string, other: Holder) => void;
  /** Things in the search index, which is waited for when all pages are written. */
  search?: (done: number, all: number) => void;
}
