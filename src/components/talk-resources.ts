/** What belongs to a talk, with full addresses, for files that are read outside the site. */
import type { Archive, Talk } from "../model/archive.ts";
import { absolute, mediaPath } from "../model/urls.ts";
import { copyLabel } from "./links.ts";
import { outsidePlayer } from "../publishing/players.ts";
import { documentTitle, recordingTitle, stretchFragment, stretchOf } from "./media-titles.ts";

export interface TalkResource {
  kind: "document" | "video" | "link";
  title: string;
  url: string;
  /** A file of the archive itself. */
  isLocal: boolean;
  /** Of a talk in a longer video: from where to where it is, and the address at which it starts there. */
  part?: { stretch: string; watch: string };
}

/** Slides, video, the original page and further links. An address that is gone gives way to its archived copy. */
export function talkResources(archive: Archive, talk: Talk): TalkResource[] {
  const { original, links = [] } = talk.record;
  return [
    ...talk.documents.flatMap((document) => media(archive, "document", documentTitle(archive, talk, document), document)),
    ...talk.recordings.flatMap((recording) => recordingResources(archive, talk, recording)),
    ...(original === undefined
      ? []
      : [{ kind: "link" as const, title: archive.words.talkResources.original, url: original, isLocal: false }]),
    ...links.map(({ title, url }) => ({ kind: "link" as const, title, url, isLocal: false })),
  ];
}

function recordingResources(archive: Archive, talk: Talk, recording: Talk["recordings"][number]): TalkResource[] {
  const resources = media(archive, "video", recordingTitle(archive, talk, recording), recording);
  const stretch = stretchOf(archive, recording);
  if (stretch === undefined) return resources;
  const player = outsidePlayer(archive, recording);
  return resources.map((one) => {
    const watch = one.isLocal ? one.url + stretchFragment(recording) : one.url === recording.url ? player?.watch : undefined;
    return { ...one, part: { stretch, watch: watch ?? one.url } };
  });
}

type Media = Talk["documents"][number] | Talk["recordings"][number];

function media(archive: Archive, kind: "document" | "video", title: string, record: Media): TalkResource[] {
  const { file, url, unavailable, archived, archivedOn } = record;
  const { talkResources: words } = archive.words;
  const resources: TalkResource[] = [];
  if (file !== undefined) resources.push({ kind, title, url: absolute(archive.site.base, mediaPath(file)), isLocal: true });
  if (url !== undefined && unavailable === undefined) resources.push({ kind, title, url, isLocal: false });
  if (archived !== undefined)
    resources.push({ kind, title: words.copy({ title, copy: copyLabel(archive, archivedOn) }), url: archived, isLocal: false });
  return resources;
}
