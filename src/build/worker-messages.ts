/** What a build and its worker processes say to each other. */
import type { RecordFile } from "../content/files.ts";
import type { MadeMedia } from "../model/made-media.ts";
import type { Assets } from "./assets.ts";
import type { Done, Work } from "./run-steps.ts";
import type { BuildSettings } from "./settings.ts";

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

/** `load` comes before `begin`, and as soon as the cache has the records, so that the two processes load them side by side. */
export type Order = { read: readonly RecordFile[] } | { load: RecordsToLoad } | { begin: SiteToMake } | { make: Work };

/**
 * The answer to each order to read or to make something: what was made, or records in which nothing is wrong (`KnownRecords`) as JSON. What
 * a worker made before it failed is good.
 */
export interface Answer {
  done?: Done;
  known?: string;
  failed?: string;
}
