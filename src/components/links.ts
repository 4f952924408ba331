/** The views of links: inside the archive, to other hosts, to sources. */
import { licenceAddress, licenceName } from "../text/licences.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { absolute, hostName, href } from "../model/urls.ts";
import { type StretchOfVideo, stretchFragment, stretchOf } from "./media-titles.ts";
import { hostLabel } from "../publishing/host-labels.ts";
import { inRepository } from "../publishing/repository.ts";

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

/** The language of a talk, or of something of it, where it is not that of the pages. */
export function foreignLanguage(archive: Archive, { language }: Pick<Talk, "language">): string | null {
  return language === archive.site.record.language ? null : language;
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

/** A link to a source shows its address, host and path: whole, and in parts between which a line may break. */
export interface SourceLink extends OutsideLink {
  address: string[];
}

export function sourceLinks(urls: readonly string[] | undefined): SourceLink[] {
  return (urls ?? []).map((url) => ({ ...outside(url, bareAddress(url)), address: breakable(bareAddress(url)) }));
}

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/** Parts that are at most half as long as the narrowest line, where its words allow that; more places to break would make long lists heavy. */
function breakable(address: string): string[] {
  return address.match(/.{16,}?[/_-](?![/_-])|.+$/g) ?? [];
}

/** A place where slides or a video are, and whether they still are. */
export interface MediaLink extends Link {
  /** `document` is any but slides. */
  kind: "slides" | "document" | "video";
  /** Where it leads: the host's name, or the file's type and size for a local file. */
  where: string;
  local: boolean;
  /** The title of the talk, for readers who hear the link alone. */
  of: string;
  /** The language of that title, where it is not that of the page. */
  ofLang: string | null;
  unavailable: string | null;
  /** An address elsewhere without its scheme, cut into parts between which a line may break; for a local file the whole one, for paper. */
  address: string[];
  /** A copy in a web archive: its address, that of the original, and the day on which it was made as far as known. */
  archived: (Link & { original: string; date: string | null }) | null;
  /** How it plays where it is listed; see `assets/js/open-in-place.ts`. */
  play: { title: string; embed: string | null; needsReferrer: boolean; captions: string | null; lang: string | null } | null;
}

interface MediaRecord extends StretchOfVideo {
  url?: string | undefined;
  file?: string | undefined;
  title?: string | undefined;
  unavailable?: string | undefined;
  archived?: string | undefined;
  archivedOn?: string | undefined;
}

/** The link to a licence, an SPDX identifier or an address. */
export function licenceLink(licence: string): OutsideLink {
  return outside(licenceAddress(licence), licenceName(licence));
}

/** The links to a document or a recording of a talk: the local file first, then the address elsewhere. `name` is what readers call it. */
export function mediaLinks(
  archive: Archive,
  kind: MediaLink["kind"],
  record: MediaRecord | undefined,
  of: string,
  ofLang: string | null = null,
  name?: string,
): MediaLink[] {
  if (!record) return [];
  const { file, url } = record;
  const { bytes, dates, links: words, list } = archive.words;
  const usual = kind === "video" ? words.video : kind === "slides" ? words.documents.slides : words.documents.other;
  const label = name ?? record.title ?? usual;
  const common = { kind, label, of, ofLang, play: null };
  const length = stretchOf(archive, record) ?? record.duration;
  const links: MediaLink[] = [];
  if (file) {
    const size = bytes(archive.media.get(file)?.bytes ?? 0);
    const where = list.commas([file.slice(file.lastIndexOf(".") + 1).toUpperCase(), size, length]);
    const [to, address] = [
      href(archive.site.base, `/media/${file}`) + stretchFragment(record),
      [absolute(archive.site.base, `/media/${file}`)],
    ];
    links.push({ ...common, href: to, where, local: true, address, unavailable: null, archived: null });
  }
  if (url)
    links.push({
      ...common,
      href: url,
      where: list.commas([hostLabel(url), length]),
      local: false,
      address: breakable(bareAddress(url)),
      unavailable: record.unavailable ? dates.date(record.unavailable) : null,
      archived: record.archived ? copyOf(archive, url, record.archived, record.archivedOn) : null,
    });
  return links;
}

/** A copy of an address, as robust links tell of it: https://robustlinks.mementoweb.org/spec/ */
function copyOf(archive: Archive, original: string, copy: string, madeOn: string | undefined): MediaLink["archived"] {
  const [, year, month, day] = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d\d)(\d\d)\d*\D/.exec(copy) ?? [];
  const stamp = year === undefined ? undefined : `${year}-${month}-${day}`;
  return {
    label: copyLabel(archive, madeOn),
    href: copy,
    original,
    date: (madeOn === undefined || stamp?.startsWith(madeOn) ? stamp : madeOn) ?? null,
  };
}

/** What a copy in a web archive is called, with the day on which it was made. */
export function copyLabel({ words: { dates, links } }: Archive, madeOn: string | undefined): string {
  return madeOn ? links.copyOf(dates.date(madeOn)) : links.copy;
}

/** Where a talk of an event is added in the repository, without any program. */
export function newTalkLink(archive: Archive, event: Event): Link | null {
  const { repository } = archive.site.record;
  if (!repository) return null;
  const folder = inRepository(repository, "new", repository.branch, repository.folder, "events", event.id, "talks");
  return { label: archive.words.page.addTalk, href: `${folder}?filename=name-of-the-talk.md` };
}
