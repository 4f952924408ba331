/** The memory of records that have been read before: a file with the same bytes is not read and checked again. */
import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import type { MediaFile } from "../model/made-media.ts";
import type { Finding } from "../model/problem.ts";
import type { RecordFile } from "./files.ts";
import { stampOf, isSettled } from "./file-state.ts";
import { digest } from "../text/digest.ts";
import { parseRecord, type ReadResult } from "./read.ts";
import { readBytes } from "./read-text.ts";

/** A record without any problem, as it was read. */
interface KnownRecord {
  /** A digest of the file's bytes. */
  bytes: string;
  /** How the file looked, or nothing where it had only just been written. */
  seen: string;
  record: unknown;
}

/** Known records by id and kind; plain data, to be kept between two runs of the same program. */
export type KnownRecords = Record<string, KnownRecord>;

/** What lies in the folders of the records and the media. */
export interface Listing {
  files: readonly RecordFile[];
  findings: readonly Finding[];
  media: ReadonlyMap<string, MediaFile>;
}

/** What somebody who watches the folders knows: nothing but these files changed since they were listed. */
export interface Watched {
  listing: Listing;
  /** Absolute paths. */
  changed: ReadonlySet<string>;
}

const keyOf = ({ kind, id }: RecordFile) => `${kind} ${id}`;

export class RecordCache {
  #before: KnownRecords;
  readonly #watched: Watched | undefined;
  readonly #now: KnownRecords = {};
  /** Files that had to be read. */
  read = 0;

  /** What the folders hold, once records were loaded. */
  listing: Listing | undefined;

  constructor(before: KnownRecords, watched?: Watched) {
    this.#before = before;
    this.#watched = watched;
  }

  /** Lists the folders once, unless nothing can have come or gone. */
  list(look: () => Listing): Listing {
    this.listing ??= this.#watched?.listing ?? look();
    return this.listing;
  }

  /** The files of which nothing is known. */
  unknown({ files }: Listing): RecordFile[] {
    return files.filter((found) => !Object.hasOwn(this.#before, keyOf(found)));
  }

  /** Takes over what others have read just now. */
  learn(known: KnownRecords): void {
    this.#before = { ...this.#before, ...known };
    this.read += Object.keys(known).length;
  }

  /** Reads a record, or remembers it. `digest` stands for the bytes of the file. */
  recall(found: RecordFile): ReadResult & { digest?: string } {
    const key = keyOf(found);
    const before = Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
    if (before && this.#watched && !this.#watched.changed.has(resolve(found.file))) return this.#keep(key, before);
    const now = Date.now();
    const stats = lstatSync(found.file, { throwIfNoEntry: false });
    const seen = stats?.isFile() ? stampOf(stats) : "";
    if (before && seen && before.seen === seen) return this.#keep(key, before);
    this.read++;
    const file = readBytes(found.file);
    if (file.finding) return { record: undefined, findings: [file.finding] };
    const bytes = digest(file.bytes);
    const rest = stats && isSettled(stats, now) ? seen : "";
    if (before?.bytes === bytes) return this.#keep(key, { ...before, seen: rest });
    const result = parseRecord(found, file.bytes);
    if (result.record === undefined || result.findings.length > 0) return { ...result, digest: bytes };
    // Its texts are pieces of that of the file, and would keep all of it in memory; what is read from the cache has texts of its own.
    return this.#keep(key, { bytes, seen: rest, record: JSON.parse(JSON.stringify(result.record)) });
  }

  /** What to keep for the next run. */
  known(): KnownRecords {
    return this.#now;
  }

  #keep(key: string, known: KnownRecord): ReadResult & { digest: string } {
    this.#now[key] = known;
    return { record: known.record, findings: [], digest: known.bytes };
  }
}
