/** Owns the memory of records that have been read before: a file with the same bytes is not read and checked again. */
import { lstatSync } from "node:fs";
import type { RecordFile } from "./files.ts";
import { digest, looks, wasAtRest } from "./file-state.ts";
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

export class RecordCache {
  readonly #before: KnownRecords;
  readonly #now: KnownRecords = {};
  /** Files that had to be read. */
  read = 0;

  constructor(before: KnownRecords) {
    this.#before = before;
  }

  /** Reads a record, or remembers it. `digest` stands for the bytes of the file. */
  recall(found: RecordFile): ReadResult & { digest?: string } {
    const key = `${found.kind} ${found.id}`;
    const before = Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
    const now = Date.now();
    const stats = lstatSync(found.file, { throwIfNoEntry: false });
    const seen = stats?.isFile() ? looks(stats) : "";
    if (before && seen && before.seen === seen) return this.#keep(key, before);
    this.read++;
    const file = readBytes(found.file);
    if (file.finding) return { record: undefined, findings: [file.finding] };
    const bytes = digest(file.bytes);
    const rest = stats && wasAtRest(stats, now) ? seen : "";
    if (before?.bytes === bytes) return this.#keep(key, { ...before, seen: rest });
    const result = parseRecord(found, file.bytes);
    if (result.record === undefined || result.findings.length > 0) return { ...result, digest: bytes };
    return this.#keep(key, { bytes, seen: rest, record: result.record });
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
