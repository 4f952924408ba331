/** Checksums of files, read piece by piece so that a video of any size fits. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { AS_FILE_ALONE } from "../content/file-state.ts";

const PIECE = 1 << 20;

/** The checksum of a file in small hexadecimal digits. */
export function hashFile(file: string, algorithm: "sha256" | "sha512"): string {
  const hash = createHash(algorithm);
  const piece = Buffer.allocUnsafe(PIECE);
  const handle = openSync(file, AS_FILE_ALONE);
  try {
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) hash.update(piece.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
