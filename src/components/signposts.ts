/** What the head of a page tells programs: typed links after https://signposting.org/FAIR/ and Highwire's citation tags. */
import type { Archive, Event, Talk } from "../model/archive.ts";
import { CITATION_FORMATS, citationOf, hasTalkFiles, isCitable } from "../publishing/citation.ts";
import { type CitedName, fullFamily, readingName } from "../text/person-names.ts";
import { mediaTypeOf, typeByName } from "../model/addresses.ts";
import { absolute, archiveZipPath, citationPath, dataPath, eventDataPath, href, linksetPath, mediaPath } from "../model/urls.ts";

/** A typed link to another resource. */
export interface Signpost {
  rel: string;
  href: string;
  type: string | null;
}

export interface MetaTag {
  name: string;
  content: string;
}

/** From a talk to its metadata, content, authors and edition; `url` makes the addresses (of a page, or full ones). */
export function talkSignposts(archive: Archive, talk: Talk, url: (path: string) => string): Signpost[] {
  const { event } = talk;
  const metadata =
    isCitable(talk) && hasTalkFiles(archive)
      ? CITATION_FORMATS.map(({ format }) => fileSignpost("describedby", citationPath(event.id, talk.slug, format), url))
      : [];
  return [
    signpost("cite-as", absolute(archive.site.base, talk.path)),
    signpost("type", "https://schema.org/AboutPage"),
    signpost("type", "https://schema.org/Event"),
    ...[...new Set(talk.speakers.map(({ person }) => url(person.path)))].map((author) => signpost("author", author)),
    ...metadata,
    ...[...talk.documents, ...talk.recordings].flatMap((media) => itemOf(media, url)),
    signpost("collection", url(event.path)),
    ...licenceOf(archive, talk.record.abstractBy === "archive"),
  ];
}

/** From an edition to its data; its talks are named in the link set. */
export function eventSignposts(archive: Archive, event: Event, url: (path: string) => string): Signpost[] {
  return [
    signpost("cite-as", absolute(archive.site.base, event.path)),
    signpost("type", "https://schema.org/AboutPage"),
    signpost("type", "https://schema.org/Event"),
    fileSignpost("describedby", eventDataPath(event.id), url),
    fileSignpost("item", archiveZipPath(event.id), url),
    ...licenceOf(archive, event.welcome !== undefined),
  ];
}

/** The link to the set of all typed links of an edition and its talks (RFC 9264). */
export function linksetSignpost(archive: Archive, event: Event): Signpost {
  return fileSignpost("linkset", linksetPath(event.id), (path) => href(archive.site.base, path));
}

/** The link from the home page to the data of the whole archive. */
export function dataSignpost(archive: Archive): Signpost {
  return fileSignpost("describedby", dataPath("archive"), (path) => href(archive.site.base, path));
}

/** Tags that Zotero and Google Scholar read: a conference paper with all its authors. */
export function citationTags(archive: Archive, talk: Talk): MetaTag[] {
  if (!isCitable(talk)) return [];
  const citation = citationOf(archive, talk);
  const tags: [name: string, content: string | undefined][] = [
    ["title", citation.title],
    ...citation.authors.map((author): [string, string] => ["author", highwireName(author)]),
    ["publication_date", citation.date?.replaceAll("-", "/")],
    ["conference_title", citation.event.name],
    ["publisher", citation.publisher],
    ["language", citation.language],
    ["public_url", citation.url],
    ["pdf_url", citation.pdf],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name: `citation_${name}`, content }]));
}

/**
 * `Nakajima, Jun`. Zotero takes a semicolon, and a comma between two parts that both hold a blank, for the border between two
 * authors; such names come in the order in which they are read.
 */
function highwireName(name: CitedName): string {
  const plain = (text: string) => text.replace(/\s*;\s*/g, " ");
  if ("literal" in name) return plain(name.literal.replace(/\s*,\s*/g, " "));
  const family = fullFamily(name);
  const given = [name.given, name.suffix].filter(Boolean).join(" ");
  return plain(family.includes(" ") && given.includes(" ") ? readingName(name) : `${family}, ${given}`);
}

function signpost(rel: string, address: string, type?: string): Signpost {
  return { rel, href: address, type: type ?? null };
}

/** A link to a file of the archive, whose type the table of addresses knows. */
function fileSignpost(rel: string, path: string, url: (path: string) => string): Signpost {
  return signpost(rel, url(path), mediaTypeOf(path));
}

function itemOf(media: Talk["documents"][number] | Talk["recordings"][number], url: (path: string) => string): Signpost[] {
  if (media.file !== undefined) return [fileSignpost("item", mediaPath(media.file), url)];
  if (media.url === undefined || media.unavailable !== undefined) return [];
  return [signpost("item", media.url, typeElsewhere(new URL(media.url).pathname))];
}

/** What a file of another site is, by its name; a name that ends like a page's says nothing of what it leads to. */
function typeElsewhere(path: string): string | undefined {
  const type = typeByName(path);
  return type === "text/html" ? undefined : type;
}

/** The licence is of the archive's own texts alone, so only a page whose text is the archive's own names it. */
function licenceOf(archive: Archive, isOwnText: boolean): Signpost[] {
  const { url } = archive.site.record.licence;
  return isOwnText && url !== undefined ? [signpost("license", url)] : [];
}
