/** Which media files of the archive are published, and which of them belong to an event. */
import type { Archive, Event, Prose } from "./archive.ts";
import type { MediaFile } from "./made-media.ts";
import { addTo } from "../text/add-to.ts";
import { mediaFilesOf } from "./talk-media.ts";

/**
 * The media files that records and pages name, in a field or with a link, in order of their paths. Only these are published, and of
 * these only those of a kind in `media-kinds.ts`: a file that nobody names may be there by mistake.
 */
export function publishedMedia(archive: Archive): MediaFile[] {
  const named = namedMedia(archive);
  return [...archive.media.values()].filter(({ path, looksLike }) => looksLike !== "refused" && named.has(path));
}

/** The paths below `assets/media/` that records and pages name, whether there are such files or not. */
export const namedMedia = (archive: Archive): ReadonlySet<string> => namedIn(archive, archive);

/** The same of the records of one event, its talks and its speakers. */
export function namedByEvent(archive: Archive, event: Event): ReadonlySet<string> {
  const people = new Set(event.talks.flatMap(({ speakers }) => speakers.map(({ person }) => person)));
  return namedIn(archive, { events: [event], talks: event.talks, people: [...people] });
}

/** The same of what all pages share. */
export const namedBySite = (archive: Archive): ReadonlySet<string> =>
  namedIn(archive, { site: archive.site, vocabularies: archive.vocabularies });

/** Records of an archive, or all of them. */
type Part = Partial<Pick<Archive, "site" | "events" | "talks" | "people" | "papers" | "pages" | "vocabularies">>;

function namedIn(archive: Archive, part: Part): Set<string> {
  const named = new Set<string>();
  // An archive without media need not be searched.
  if (archive.media.size === 0) return named;
  const { origin, prefix } = archive.site.base;
  const link = (address: string) => {
    const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
    const below = path.startsWith(`${prefix}/media/`) ? prefix.length : path.startsWith("/media/") ? 0 : undefined;
    if (below !== undefined) named.add(decoded(path.slice(below + "/media/".length).replace(/[?#].*$/, "")));
  };
  for (const prose of prosesOf(part))
    if (prose.markdown.includes("media"))
      for (const [, address = ""] of prose.html.matchAll(/ (?:href|src)="([^"]*)"/g)) link(address.replaceAll("&amp;", "&"));
  for (const record of recordsOf(part))
    for (const text of stringsIn(record)) {
      // Fields name a file by its path, whatever they are called.
      if (archive.media.has(text)) named.add(text);
      else if (text.includes("/media/")) link(text);
    }
  return named;
}

/** A picture in a text: its file below `assets/media/`, the words that describe it, and how it stands in the HTML. */
export interface TextPicture {
  path: string;
  /** As HTML writes it. */
  alt: string;
  html: string;
}

/** The pictures in a text that may have some, such as that of a free page. */
export function picturesIn({ site }: Pick<Archive, "site">, prose: Prose | undefined): TextPicture[] {
  if (!prose?.markdown.includes("/media/")) return [];
  const before = `${site.base.prefix}/media/`.length;
  return [...prose.html.matchAll(/<img src="([^"]*)" alt="([^"]*)">/g)].map(([html, src = "", alt = ""]) => ({
    path: decoded(src.slice(before).replaceAll("&amp;", "&")),
    alt,
    html,
  }));
}

/** The texts of an archive that may have pictures: welcomes of events, and free pages. */
export function textsWithPictures({ events, pages }: Archive): { file: string; field: "welcome" | "text"; prose: Prose | undefined }[] {
  return [
    ...events.map(({ file, welcome }) => ({ file, field: "welcome" as const, prose: welcome })),
    ...pages.map(({ file, text }) => ({ file, field: "text" as const, prose: text })),
  ];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function prosesOf({ site, events = [], talks = [], people = [], papers = [], pages = [] }: Part): Prose[] {
  return [
    site?.notice,
    site?.introduction,
    ...events.flatMap(({ welcome, note }) => [welcome, note]),
    ...talks.flatMap(({ abstract, speakers }) => [abstract, ...speakers.map(({ bio }) => bio)]),
    ...people.map(({ bio }) => bio),
    ...papers.map(({ note }) => note),
    ...pages.flatMap(({ text, entries }) => [text, ...entries.map(({ description }) => description)]),
  ].filter((prose) => prose !== undefined);
}

function recordsOf({ site, events = [], talks = [], people = [], papers = [], pages = [], vocabularies }: Part): unknown[] {
  const filed = [...events, ...talks, ...people.map(({ record }) => record), ...papers, ...pages];
  return [site, ...filed, vocabularies?.topics, vocabularies?.organizations].map((one) => one?.record);
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* stringsIn(inner);
}

/**
 * The local files that the records of an event, its talks and its speakers name, each once: slides, captions and pictures by path, then
 * videos by path. What is of no kind that is published is not among them.
 */
export function mediaOf(archive: Archive, event: Event): MediaFile[] {
  const videos = new Set(event.talks.flatMap((talk) => mediaFilesOf(talk).videos));
  const named = [...namedByEvent(archive, event)].sort();
  return [...named.filter((path) => !videos.has(path)), ...named.filter((path) => videos.has(path))]
    .flatMap((path) => archive.media.get(path) ?? [])
    .filter(({ looksLike }) => looksLike !== "refused");
}

const formers = new WeakMap<Archive, ReadonlyMap<string, readonly string[]>>();

/** The names that a media file had; the archive keeps giving it under each of them. Every file asks. */
export function formerNames(archive: Archive, path: string): readonly string[] {
  const known = formers.get(archive) ?? formersOf(archive);
  formers.set(archive, known);
  return known.get(path) ?? [];
}

function formersOf({ vocabularies }: Archive): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { from, to } of vocabularies.addresses?.record.movedMedia ?? []) addTo(names, to, from);
  return names;
}
