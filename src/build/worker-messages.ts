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

export type Order = { read: readonly RecordFile[] } | { begin: SiteToMake } | { make: Work };

/**
 * The answer to each order to read or to make something: what was made, or records in which nothing is wrong (`KnownRecords`) as JSON. What
 * a worker made before it failed is good.
 */
export interface Answer {
  done?: Done;
  known?: string;
  failed?: string;
}
