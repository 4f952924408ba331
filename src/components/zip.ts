/** The making and reading of zips (fflate): the same bytes on every build and machine. */
import { unzipSync, type Zippable, zipSync } from "fflate";

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

/** What is in a zip, by path; nothing of one that is encrypted, damaged, or holds more than so many bytes. */
export function readZip(bytes: Uint8Array, mostBytes: number): Record<string, Uint8Array> | undefined {
  if (isEncrypted(bytes)) return undefined;
  let left = mostBytes;
  const fits = ({ originalSize }: { originalSize: number }) => {
    left -= originalSize;
    return left >= 0;
  };
  try {
    const found = unzipSync(bytes, { filter: fits });
    return left < 0 ? undefined : found;
  } catch {
    return undefined;
  }
}

/** Whether any entry of the list at the end of a zip says that it is encrypted. */
function isEncrypted(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = all.indexOf("PK\x01\x02"); at >= 0; at = all.indexOf("PK\x01\x02", at + 4)) if (((all[at + 8] ?? 0) & 1) === 1) return true;
  return false;
}
