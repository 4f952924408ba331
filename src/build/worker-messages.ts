/** What a build and its worker processes say to each other. */
import type { RecordFile } from "../content/files.ts";
import type { MadeMedia } from "../model/made-media.ts";
import type { Assets } from "./assets.ts";
import type { Done, Work } from "./run-steps.ts";
import type { BuildSettings } from "./settings.ts";
import type { MadeFile } from "./step.ts";

/** What a worker needs to know of the site, beside the records, which it reads itself. All of it is plain data. */
export interface SiteToMake {
  settings: BuildSettings;
  program: string;
  /** The digest of the archive, by which a worker tells that it has read the same records. */
  archive: string;
  media: MadeMedia;
  links: Assets["links"];
  templates: ReadonlyMap<string, string>;
}

/** Where a worker finds the records, and the cache in which most of them are known. */
export interface RecordsToLoad {
  settings: BuildSettings;
  /** The fingerprint of the program alone. */
  program: string;
}

/** What the index is to be made of, in the preview of a large archive. */
export interface IndexOrder {
  /** The answers to it name it. */
  round: number;
  /** Absolute paths of records, which alone changed since the last order; none where nobody knows. */
  changed: ReadonlySet<string> | undefined;
  media: MadeMedia;
}

/** `index` begins, and `files` asks for what is made. Of whoever makes an index nothing else is asked. */
export type IndexingOrder = { indexer: RecordsToLoad } | { index: IndexOrder } | { files: number };

/** The answers to `index` and `files`, in this order; `saved` when the cache has all of it. What fails is made by whoever asked. */
export type IndexAnswer = { round: number } & (
  | { archive: string; words: string }
  | { files: MadeFile[] }
  | { saved: true }
  | { failed: true }
);

/** `load` comes before `begin`, and as soon as the cache has the records, so that the two processes load them side by side. */
export type Order = { read: readonly RecordFile[] } | { load: RecordsToLoad } | { begin: SiteToMake } | { make: Work } | IndexingOrder;

/**
 * The answer to each order to read or to make something: what was made, or records in which nothing is wrong (`KnownRecords`) as JSON. What
 * a worker made before it failed is good.
 */
export interface Answer {
  done?: Done;
  known?: string;
  failed?: string;
}
