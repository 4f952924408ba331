/** Checksums of files, read piece by piece so that a video of any size fits. */
import { createHash } from "node:crypto";
import { closeSync, constants, openSync, readSync } from "node:fs";

const PIECE = 1 << 20;

/** What took the place of a file since it was seen there must not be waited for, as a pipe would be, nor lead elsewhere. */
const HOW_TO_OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The checksum of a file in small hexadecimal digits. */
export function hashFile(file: string, algorithm: "sha256" | "sha512"): string {
  const hash = createHash(algorithm);
  const piece = Buffer.allocUnsafe(PIECE);
  const handle = openSync(file, HOW_TO_OPEN);
  try {
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) hash.update(piece.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
