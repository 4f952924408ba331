/** Which media files of records something is made of, and the record and field that name each. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath } from "../model/problem.ts";

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
  const want = (kind: Wanted["kind"], path: string | undefined, record: string, ...field: string[]) => {
    const looksLike = path === undefined ? undefined : archive.media.get(path)?.looksLike;
    if (path === undefined || looksLike === undefined || looksLike === "refused" || (looksLike === "pdf") !== (kind === "deck")) return;
    if (!found.has(`${kind} ${path}`)) found.set(`${kind} ${path}`, { kind, path, record, field });
  };
  for (const { file, slides, video } of archive.talks) {
    want("deck", slides?.file, file, "slides", "file");
    want("picture", video?.poster, file, "video", "poster");
    want("transcript", video?.captions, file, "video", "captions");
  }
  for (const { record } of archive.people) if (record) want("picture", record.record.photo, record.file, "photo");
  return [...found.values()];
}
