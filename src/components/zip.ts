/** The making of zips (fflate): the same bytes on every build and machine. */
import { type Zippable, zipSync } from "fflate";

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
  /** What is compressed already, such as videos and pictures, is stored as it is. */
  store?: boolean;
}

/** The first moment that a zip can name (local DOS time, so written as local midnight). */
const FIXED_DATE = new Date(1980, 0, 1);

/** A zip of the entries in their order. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = Object.fromEntries(entries.map(({ path, bytes, store }) => [path, [bytes, { level: store ? 0 : 6 }]]));
  return zipSync(files, { mtime: FIXED_DATE });
}
