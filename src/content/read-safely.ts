/** Reads a file that a stranger may have put there: never a pipe or a device, and never more than a limit. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { count } from "../text/wording.ts";
import { AS_FILE_ALONE } from "./file-state.ts";

/** Why a file is not read, as the end of a sentence: `cannot be read (EACCES)`. */
export class UnreadableError extends Error {}

/** A pipe that nobody writes to must not be waited for; where the system knows no such flag, it knows no such pipes. */
const HOW_TO_OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** No text of the program itself, such as a ledger, is longer: a text of JavaScript can hardly be. */
const LARGEST_TEXT = 400_000_000;

/**
 * The text of a file that a command needs and cannot leave out. Links are followed.
 *
 * @throws the error of the system, which commands explain, also where there is a pipe or a device, which is never waited for.
 */
export function ownText(file: string): string {
  const stats = statSync(file);
  const refuse = (code: string) => Object.assign(new Error(code), { code, path: file });
  if (!stats.isFile()) throw refuse(stats.isDirectory() ? "EISDIR" : "ENXIO");
  if (stats.size > LARGEST_TEXT) throw refuse("ERR_STRING_TOO_LONG");
  return readFileSync(file, "utf8");
}

/** The bytes of a file, at most `largest`; links are followed, and it is looked at what is behind them. */
export function readSafely(file: string, largest: number): Buffer {
  let handle: number | undefined;
  try {
    handle = openSync(file, HOW_TO_OPEN);
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new UnreadableError("is a folder and not a file");
    if (!stats.isFile()) throw new UnreadableError("is neither a file nor a folder");
    if (stats.size > largest)
      throw new UnreadableError(`has ${count(stats.size, "byte")}; at most ${count(largest, "", "").trim()} are read`);
    return firstBytes(handle, stats.size);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * The bytes of what was a file when it was listed, of `size` bytes where that is given. Nothing where it is of another size by now, as one that
 * is being copied into its place, or where something else has taken its place, which is neither followed nor waited for.
 *
 * @throws the error of the system, which commands explain.
 */
export function readListed(file: string, size?: number): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(file, AS_FILE_ALONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOOP") return undefined;
    throw error;
  }
  try {
    const stats = fstatSync(handle);
    return stats.isFile() && stats.size === (size ?? stats.size) ? firstBytes(handle, stats.size) : undefined;
  } finally {
    closeSync(handle);
  }
}

function firstBytes(handle: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for (let more = -1; more !== 0 && length < bytes.length; length += more)
    more = readSync(handle, bytes, length, bytes.length - length, length);
  return bytes.subarray(0, length);
}
