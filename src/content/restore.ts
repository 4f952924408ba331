/** The way back from the archive's data to records: `data/*.json` in, the files of `content/` out. */
import { append } from "../text/append.ts";
import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { z } from "zod";
import { DATA_FILES, type DataKind, type VocabularyData } from "../publishing/data-format.ts";
import type { RecordKind } from "../model/records/index.ts";
import { isWindowsName } from "../model/records/addresses.ts";
import { clip } from "../model/records/fields.ts";
import { readSafely, UnreadableError } from "./read-safely.ts";
import { count } from "../text/wording.ts";
import { formatExactly } from "./write-record.ts";

/** Bytes of one file of the data and of all together, values in a file and in one of its entries, and characters of what is said about a broken one. */
const LARGEST_DATA = 100_000_000;
const MOST_DATA = 500_000_000;
const MOST_VALUES = 5_000_000;
const MOST_VALUES_OF_ONE = 300_000;
const MOST_COMPLAINTS = 2000;

/** Why data cannot be made into records, in one sentence. */
export class RestoreError extends Error {}

export interface RestoredFile {
  /** Below the content folder. */
  path: string;
  text: string;
}

/** All record files that the data of a built site holds, as each file of the data is read. Nothing in the data can name a file outside. */
export function* restoreRecords(siteDir: string): Generator<RestoredFile> {
  const paths = new Set<string>();
  for (const one of recordsIn(siteDir)) {
    if (paths.has(one.path)) throw new RestoreError(`The data holds the record \`${one.path}\` twice.`);
    paths.add(one.path);
    yield one;
  }
}

function* recordsIn(siteDir: string): Generator<RestoredFile> {
  let room = MOST_DATA;
  const read = <Kind extends DataKind>(path: string, kind: Kind) => {
    const bytes = bytesOf(siteDir, path);
    room -= bytes.length;
    if (room < 0) throw new RestoreError(`The data have more than ${count(MOST_DATA, "byte")}. They are no data of an archive.`);
    return checked(join(siteDir, path), bytes, kind);
  };
  const { site, files } = read("data/archive.json", "archive");
  // A file that is named a thousand times would be read as often.
  const named = new Set<string>();
  for (const { path } of files) {
    if (named.has(path)) throw new RestoreError(`data/archive.json names the file \`${path}\` twice.`);
    named.add(path);
  }
  yield file("site", "site.yaml", site);
  for (const { kind, path, count: number } of files) {
    // An interrupted copy of a newer site has files of two.
    const refuseOthers = (list: readonly unknown[]) => {
      if (list.length !== number)
        throw new RestoreError(
          `\`${join(siteDir, path)}\` has ${list.length}, and not ${count(number, "entry", "entries")} as data/archive.json says: they are of two builds, or damaged. Copy the site again.`,
        );
    };
    if (kind === "event") {
      const { event, talks } = read(path, kind);
      refuseOthers(talks);
      const folder = `events/${nameIn(path, event.id)}`;
      yield file("event", `${folder}/event.md`, event.record);
      for (const { id, record } of talks) {
        const [of = ""] = id.split("/");
        if (of !== event.id) throw new RestoreError(`${path}: the talk \`${id}\` is not of this event.`);
        // What a record says by leaving it out.
        const { kind: session, ...rest } = record;
        yield file("talk", `${folder}/talks/${nameIn(path, id.slice(of.length + 1))}.md`, session === "talk" ? rest : record);
      }
    } else if (kind === "vocabularies") {
      const { entries } = read(path, kind) as { entries: VocabularyData[] };
      refuseOthers(entries);
      for (const { id, record } of entries) yield file(id, `${id}.yaml`, record);
    } else if (kind === "speakers" || kind === "papers" || kind === "pages") {
      const { entries } = read(path, kind) as { entries: { id: string; record?: object }[] };
      refuseOthers(entries);
      const of = ({ speakers: "speaker", papers: "paper", pages: "page" } as const)[kind];
      for (const { id, record } of entries) if (record) yield file(of, `${kind}/${nameIn(path, id)}.md`, record);
    }
  }
}

function file(kind: RecordKind, path: string, record: object): RestoredFile {
  return { path, text: formatExactly(kind, record as Record<string, unknown>) };
}

function bytesOf(siteDir: string, path: string): Buffer {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(path))
    throw new RestoreError(`\`${path}\` is not the path of a data file.`);
  try {
    return readSafely(join(siteDir, path), LARGEST_DATA);
  } catch (error) {
    if (error instanceof UnreadableError) throw new RestoreError(`\`${join(siteDir, path)}\` ${error.message}.`);
    throw error;
  }
}

type Issues = Pick<z.ZodError, "issues">;

/** What is in a file, entry by entry: a million faulty ones would be a million complaints. */
function checked<Kind extends DataKind>(file: string, bytes: Buffer, kind: Kind): z.infer<(typeof DATA_FILES)[Kind]> {
  const refuse = ({ issues }: Issues): never => {
    const complaints = clip(z.prettifyError({ issues } as z.ZodError), MOST_COMPLAINTS);
    throw new RestoreError(`\`${file}\` is not in the format of the archive's data:\n${complaints}`);
  };
  const schema = DATA_FILES[kind];
  const whole = parsed(file, bytes);
  const list = kind === "archive" ? "files" : kind === "event" ? "talks" : "entries";
  const { [list]: entries, ...rest } = (Object(whole) === whole ? whole : {}) as Record<string, unknown>;
  if (!Array.isArray(entries)) return refuse(schema.safeParse(hasMore(whole) ? {} : whole).error ?? { issues: [] });
  const check = (some: unknown[], at: number) => {
    const part = { ...rest, [list]: some };
    if (hasMore(part))
      throw new RestoreError(`\`${file}\` has an entry of more than ${count(MOST_VALUES_OF_ONE, "value")}, which no record has.`);
    const { data, error } = schema.safeParse(part);
    if (error)
      refuse({
        issues: error.issues.map((one) => ({
          ...one,
          path: one.path.map((key, depth) => (depth === 1 && one.path[0] === list ? at : key)),
        })),
      });
    return data as Record<string, unknown>;
  };
  const head = check([], 0);
  const all = entries.flatMap((one, at) => check([one], at)[list] as unknown[]);
  return { ...head, [list]: all } as z.infer<(typeof DATA_FILES)[Kind]>;
}

function parsed(file: string, bytes: Buffer): unknown {
  let values = 0;
  for (const byte of bytes) if (byte === COMMA || byte === BRACKET || byte === BRACE) values++;
  if (values > MOST_VALUES)
    throw new RestoreError(`\`${file}\` has more than ${count(MOST_VALUES, "value")}, which no data of an archive have.`);
  // Bytes that are no letters would come back as other letters.
  if (!isUtf8(bytes))
    throw new RestoreError(`\`${file}\` holds bytes that are not UTF-8, so that it is damaged. Take another copy of the site.`);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new RestoreError(`\`${file}\` cannot be read as JSON (${(error as Error).message}).`);
  }
}

/** What begins a value in JSON, or the next one; in a text they may mean nothing. */
const [COMMA, BRACKET, BRACE] = [44, 91, 123];

/** Whether a value holds more values than any record, counted without recursion. */
function hasMore(value: unknown): boolean {
  const waiting: unknown[] = [value];
  let left = MOST_VALUES_OF_ONE;
  for (let one = waiting.pop(); left > 0; one = waiting.pop()) {
    left--;
    if (typeof one === "object" && one !== null) {
      const inner = Object.values(one);
      if (inner.length > left) return true;
      append(waiting, inner);
    }
    if (waiting.length === 0) return false;
  }
  return true;
}

/** A name that may become the name of a file or folder. */
function nameIn(path: string, id: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 100 || isWindowsName(id))
    throw new RestoreError(`${path}: \`${id}\` cannot be the name of a record.`);
  return id;
}
