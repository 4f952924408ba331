/** The way back from the archive's data to records: `data/*.json` in, the files of `content/` out. */
import { join } from "node:path";
import { z } from "zod";
import { DATA_FILES, type DataKind, type VocabularyData } from "../publishing/data-format.ts";
import type { RecordKind } from "../model/records/index.ts";
import { isWindowsName } from "../model/records/addresses.ts";
import { clip } from "../model/records/fields.ts";
import { readSafely, UnreadableError } from "./read-safely.ts";
import { formatExactly } from "./write-record.ts";

/** Bytes of one file of the data, and characters of what is said about a broken one. */
const LARGEST_DATA = 200_000_000;
const MOST_COMPLAINTS = 2000;

/** Why data cannot be made into records, in one sentence. */
export class RestoreError extends Error {}

export interface RestoredFile {
  /** Below the content folder. */
  path: string;
  text: string;
}

/** All record files that the data of a built site holds. Nothing in the data can name a file outside. */
export function restoreRecords(siteDir: string): RestoredFile[] {
  const { site, files } = read(siteDir, "data/archive.json", "archive");
  // A file that is named a thousand times would be read as often.
  refuseTwice(files, (path) => `data/archive.json names the file \`${path}\` twice.`);
  const restored: RestoredFile[] = [file("site", "site.yaml", site)];
  for (const { kind, path } of files) {
    if (kind === "event") {
      const { event, talks } = read(siteDir, path, kind);
      const folder = `events/${nameIn(path, event.id)}`;
      restored.push(file("event", `${folder}/event.md`, event.record));
      for (const { id, record } of talks) {
        const [of, name = ""] = id.split("/");
        if (of !== event.id) throw new RestoreError(`${path}: the talk \`${id}\` is not of this event.`);
        // What a record says by leaving it out.
        const { kind: session, ...rest } = record;
        restored.push(file("talk", `${folder}/talks/${nameIn(path, name)}.md`, session === "talk" ? rest : record));
      }
    } else if (kind === "vocabularies") {
      const { entries } = read(siteDir, path, kind) as { entries: VocabularyData[] };
      for (const { id, record } of entries) restored.push(file(id, `${id}.yaml`, record));
    } else if (kind === "speakers" || kind === "papers" || kind === "pages") {
      const { entries } = read(siteDir, path, kind) as { entries: { id: string; record?: object }[] };
      const of = ({ speakers: "speaker", papers: "paper", pages: "page" } as const)[kind];
      for (const { id, record } of entries) if (record) restored.push(file(of, `${kind}/${nameIn(path, id)}.md`, record));
    }
  }
  refuseTwice(restored, (path) => `The data holds the record \`${path}\` twice.`);
  return restored;
}

function refuseTwice(files: readonly { path: string }[], say: (path: string) => string): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new RestoreError(say(path));
    paths.add(path);
  }
}

function file(kind: RecordKind, path: string, record: object): RestoredFile {
  return { path, text: formatExactly(kind, record as Record<string, unknown>) };
}

function read<Kind extends DataKind>(siteDir: string, path: string, kind: Kind): z.infer<(typeof DATA_FILES)[Kind]> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(path))
    throw new RestoreError(`\`${path}\` is not the path of a data file.`);
  let data: unknown;
  try {
    data = JSON.parse(readSafely(join(siteDir, path), LARGEST_DATA).toString("utf8"));
  } catch (error) {
    if (error instanceof UnreadableError) throw new RestoreError(`\`${join(siteDir, path)}\` ${error.message}.`);
    throw new RestoreError(`\`${join(siteDir, path)}\` cannot be read as JSON (${(error as Error).message}).`);
  }
  const result = DATA_FILES[kind].safeParse(data);
  if (!result.success)
    throw new RestoreError(
      `\`${join(siteDir, path)}\` is not in the format of the archive's data:\n${clip(z.prettifyError(result.error), MOST_COMPLAINTS)}`,
    );
  return result.data as z.infer<(typeof DATA_FILES)[Kind]>;
}

/** A name that may become the name of a file or folder. */
function nameIn(path: string, id: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 100 || isWindowsName(id))
    throw new RestoreError(`${path}: \`${id}\` cannot be the name of a record.`);
  return id;
}
