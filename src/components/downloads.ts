/** Owns the view of a download: a file of the archive in the format of another program. */
import type { Archive } from "../model/archive.ts";
import { href } from "../model/urls.ts";
import type { Link } from "./links.ts";

export interface Download extends Link {
  /** The media type of the file. */
  type: string;
  /** The format as its users call it, or the size of the file; printed small after the label. */
  format: string;
}

/** A file at a site path. `label` says what is in it, such as `Calendar`. */
export function download(archive: Archive, path: string, label: string, format: string, type: string): Download {
  return { label, href: href(archive.site.base, path), type, format };
}
