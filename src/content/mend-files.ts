/** Mending record files on disk: findings for what could be mended, and the writing that never leaves half a file. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { writtenName } from "../model/vocabulary.ts";
import { wordKey } from "../text/slug.ts";
import { listRecords, type RecordFile } from "./files.ts";
import { mend, mendsOf } from "./mend.ts";
import { readText } from "./read-text.ts";
import { replaceFile } from "./write-whole.ts";

/** A warning for everything in the records that `check --fix` would mend. Topics have a check of their own. */
export function findMends(contentDir: string): Finding[] {
  const none = new Map<string, string>();
  return listRecords(contentDir).files.flatMap(({ kind, file }) => {
    const { text, finding } = readText(file);
    if (text === undefined || finding) return [];
    const warnings = mendsOf(text, kind, none).filter((one) => one.isError !== true);
    return warnings.map(({ rule, message, hint, start, end, place }): Finding => {
      return { rule, severity: "warning", message, hint, file, range: place ?? { start, end } };
    });
  });
}

/** Mends the given records and returns the files that changed. A topic is written as in most records of the archive. */
export function mendFiles(records: readonly RecordFile[], archive: Archive): string[] {
  const spellings = new Map(archive.topics.map((topic) => [wordKey(writtenName(topic)), writtenName(topic)]));
  return records.flatMap(({ kind, file }) => {
    const { text, finding } = readText(file);
    if (text === undefined || finding) return [];
    const mended = mend(text, kind, spellings);
    if (mended === text) return [];
    replaceFile(file, mended);
    return [file];
  });
}
