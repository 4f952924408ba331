/** The quick change of one talk in an archive that is whole, for a preview that cannot wait until everything is related anew. */
import type { Archive, Filed } from "./archive.ts";
import type { RenderProse } from "./build-archive.ts";
import type { TalkRecord } from "./records/talk.ts";
import { talkMediaOf } from "./talk-media.ts";

/** Fields that relate a talk to nothing: whatever they say, all other things stay as they are. */
const ALONE = new Set([
  "title",
  "titleBy",
  "abstract",
  "abstractBy",
  "slides",
  "documents",
  "video",
  "recordings",
  "recording",
  "licence",
  "links",
  "original",
  "sources",
  "updated",
  "room",
]);

/**
 * The same archive with another record of a talk that it has; the talk itself is changed, so the given archive is of no more use.
 * Undefined where more changed than its words and addresses, and only a new archive can tell what becomes of it.
 */
export function amendTalk(archive: Archive, filed: Filed<TalkRecord>, render: RenderProse): Archive | undefined {
  const talk = archive.talks.find(({ id }) => id === filed.id);
  const rest = (record: TalkRecord) => JSON.stringify(Object.entries(record).filter(([field]) => !ALONE.has(field)));
  if (!talk || rest(talk.record) !== rest(filed.record)) return undefined;
  const { record } = filed;
  Object.assign(talk, filed, {
    title: record.title,
    abstract: record.abstract === undefined ? undefined : render(record.abstract),
    ...talkMediaOf(record),
  });
  // What was made of the archive before is remembered by the archive.
  return { ...archive };
}
