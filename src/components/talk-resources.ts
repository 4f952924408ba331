/** What belongs to a talk, with full addresses, for files that are read outside the site. */
import type { Archive, Talk } from "../model/archive.ts";
import { formatDate } from "../model/dates.ts";
import { absolute, mediaPath } from "../model/urls.ts";

export interface TalkResource {
  kind: "slides" | "video" | "link";
  title: string;
  url: string;
  /** A file of the archive itself. */
  isLocal: boolean;
}

/** Slides, video, the original page and further links. An address that is gone gives way to its archived copy. */
export function talkResources(archive: Archive, talk: Talk): TalkResource[] {
  const { original, links = [] } = talk.record;
  return [
    ...media(archive, "slides", talk.slides),
    ...media(archive, "video", talk.video),
    ...(original === undefined ? [] : [{ kind: "link" as const, title: "Original page", url: original, isLocal: false }]),
    ...links.map(({ title, url }) => ({ kind: "link" as const, title, url, isLocal: false })),
  ];
}

function media(archive: Archive, kind: "slides" | "video", record: Talk["slides"] | Talk["video"]): TalkResource[] {
  if (!record) return [];
  const { file, url, unavailable, archived, archivedOn } = record;
  const title = record.title ?? (kind === "slides" ? "Slides" : "Video");
  const resources: TalkResource[] = [];
  if (file !== undefined) resources.push({ kind, title, url: absolute(archive.site.base, mediaPath(file)), isLocal: true });
  if (url !== undefined && unavailable === undefined) resources.push({ kind, title, url, isLocal: false });
  if (archived !== undefined) {
    const copy = `archived copy${archivedOn ? ` of ${formatDate(archivedOn)}` : ""}`;
    resources.push({ kind, title: `${title} (${copy})`, url: archived, isLocal: false });
  }
  return resources;
}
