/** The making of zips (fflate): the same bytes on every build and machine. */
import { type Zippable, zipSync } from "fflate";

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/** What is compressed already is stored as it is: to compress it once more takes its time, and as much memory again. */
const COMPRESSED = /\.(webm|mp4|m4v|m4a|mov|ogv|mp3|ogg|oga|opus|flac|jpe?g|png|gif|webp|avif|zip|gz|tgz|od[pt]|pptx|docx)$/i;

/** The first moment that a zip can name (local DOS time, so written as local midnight). */
const FIXED_DATE = new Date(1980, 0, 1);

/** A zip of the entries in their order. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = Object.fromEntries(entries.map(({ path, bytes }) => [path, [bytes, { level: COMPRESSED.test(path) ? 0 : 6 }]]));
  return zipSync(files, { mtime: FIXED_DATE });
}
