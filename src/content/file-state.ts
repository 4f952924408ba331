/** Owns how files are known again: by a digest of their bytes, or without reading them by their size and times. */
import { hash } from "node:crypto";
import type { Stats } from "node:fs";

/** A digest of texts or bytes, 132 bits of SHA-256. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 22);
}

/** Size, times and number of a file, which together change with every write. */
export function looks({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Whether a file had been at rest when it was looked at (milliseconds since 1970): a second write within the same tick of the
 * file system's clock would leave its times as they are. Some file systems only count whole seconds.
 */
export function wasAtRest({ ctimeMs, mtimeMs }: Stats, at: number): boolean {
  const latest = Math.max(ctimeMs, mtimeMs);
  return latest < at - (latest % 1000 === 0 ? 2000 : 50);
}
