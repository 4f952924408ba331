/** Owns the views of links: inside the archive, to other hosts, to sources. */
import type { Archive, Talk } from "../model/archive.ts";
import { formatDate } from "../model/dates.ts";
import { hostName, href } from "../model/urls.ts";
import { count } from "../model/wording.ts";

/** A link inside the archive. */
export interface Link {
  label: string;
  href: string;
}

/** A link to a talk by its title. */
export interface TalkLink extends Link {
  lang: string | null;
}

export function talkLink(archive: Archive, talk: Talk): TalkLink {
  return { ...link(archive, talk.path, talk.title), lang: foreignLanguage(archive, talk) };
}

/** The language of a talk, where it is not that of the pages. */
export function foreignLanguage(archive: Archive, talk: Talk): string | null {
  return talk.language === archive.site.record.language ? null : talk.language;
}

/** A link to another site, with the name of its host to say so. */
export interface OutsideLink extends Link {
  host: string;
}

export function link(archive: Archive, path: string, label: string): Link {
  return { label, href: href(archive.site.base, path) };
}

export function outside(url: string, label: string): OutsideLink {
  return { label, href: url, host: hostName(url) };
}

/** A link that shows its address, cut into parts between which a line may break. */
export interface SourceLink extends OutsideLink {
  parts: string[];
}

/** Sources as links that show the address itself, shortened in the middle of nothing: host and path. */
export function sourceLinks(urls: readonly string[] | undefined): SourceLink[] {
  return (urls ?? []).map((url) => {
    const label = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
    return { ...outside(url, label), parts: label.split(/(?<=[/_.-])(?![/_.-])/) };
  });
}

/** A place where slides or a video are, and whether they still are. */
export interface MediaLink extends Link {
  kind: "slides" | "video";
  /** Where it leads: the host's name, or the file's type and size for a local file. */
  where: string;
  local: boolean;
  /** The title of the talk, for readers who hear the link alone. */
  of: string;
  /** The language of that title, where it is not that of the page. */
  ofLang: string | null;
  unavailable: string | null;
  archived: Link | null;
}

interface MediaRecord {
  url?: string | undefined;
  file?: string | undefined;
  title?: string | undefined;
  unavailable?: string | undefined;
  archived?: string | undefined;
  archivedOn?: string | undefined;
  /** The length of a video. */
  duration?: string | undefined;
}

/** The links to slides or video of a talk: the local file first, then the address elsewhere. */
export function mediaLinks(
  archive: Archive,
  kind: "slides" | "video",
  record: MediaRecord | undefined,
  of: string,
  ofLang: string | null = null,
): MediaLink[] {
  if (!record) return [];
  const links: MediaLink[] = [];
  const label = record.title ?? (kind === "slides" ? "Slides" : "Video");
  const length = record.duration === undefined ? "" : `, ${record.duration}`;
  if (record.file) {
    const bytes = archive.media.get(record.file)?.bytes ?? 0;
    const type = record.file.slice(record.file.lastIndexOf(".") + 1).toUpperCase();
    links.push({
      kind,
      label,
      href: href(archive.site.base, `/media/${record.file}`),
      where: `${type}, ${formatBytes(bytes)}${length}`,
      local: true,
      of,
      ofLang,
      unavailable: null,
      archived: null,
    });
  }
  if (record.url) {
    const archived = record.archived
      ? link(archive, "", `archived copy${record.archivedOn ? ` of ${formatDate(record.archivedOn)}` : ""}`)
      : null;
    links.push({
      kind,
      label,
      href: record.url,
      where: `${hostName(record.url)}${length}`,
      local: false,
      of,
      ofLang,
      unavailable: record.unavailable ? formatDate(record.unavailable) : null,
      archived: archived && { ...archived, href: record.archived ?? "" },
    });
  }
  return links;
}

/** `1.2 MB`; decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
