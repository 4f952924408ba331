/** Which media files of records something is made of, and the record and field that name each. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath } from "../model/problem.ts";
import { picturesIn, textsWithPictures } from "../model/media.ts";
import { documentsIn, recordingsIn } from "../model/talk-media.ts";

export interface Wanted {
  kind: "deck" | "picture" | "transcript";
  /** Below the folder of media. */
  path: string;
  /** The record and field that name it first, for warnings. */
  record: string;
  field: FieldPath;
}

/** Each file once, in the order of the archive. */
export function wantedMedia(archive: Archive): Wanted[] {
  const found = new Map<string, Wanted>();
  const want = (kind: Wanted["kind"], path: string | undefined, record: string, ...field: FieldPath) => {
    const looksLike = path === undefined ? undefined : archive.media.get(path)?.looksLike;
    if (path === undefined || looksLike === undefined || looksLike === "refused" || (kind === "deck" && looksLike !== "pdf")) return;
    if (!found.has(`${kind} ${path}`)) found.set(`${kind} ${path}`, { kind, path, record, field });
  };
  for (const { file, record } of archive.talks) {
    for (const { entry, path } of documentsIn(record)) if (entry.kind === "slides") want("deck", entry.file, file, ...path, "file");
    for (const { entry, path } of recordingsIn(record)) {
      want("picture", entry.poster, file, ...path, "poster");
      want("transcript", entry.captions, file, ...path, "captions");
    }
  }
  for (const { record } of archive.people) if (record) want("picture", record.record.photo, record.file, "photo");
  const { file, record } = archive.site;
  want("picture", record.logo, file, "logo");
  for (const [index, sponsor] of (record.sponsors ?? []).entries()) want("picture", sponsor.logo, file, "sponsors", index, "logo");
  for (const { file: text, field, prose } of textsWithPictures(archive))
    for (const { path } of picturesIn(archive, prose)) want("picture", path, text, field);
  return [...found.values()];
}
