/** The warning that a link in a text leads to a page or a file of the archive's own that is not there. */
import { addressesOf, isForArchive } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import { clip } from "../model/records/fields.ts";
import type { Finding } from "../model/problem.ts";
import { hasSeriesPages, seriesOf } from "../model/series.ts";
import { textsOf } from "../model/texts.ts";
import { decodedPath, mediaPath, outputFile, parseBase, PATHS } from "../model/urls.ts";
import { yearsOf } from "../model/years.ts";
import { WHOLE_LIST } from "../publishing/page-needs.ts";
import { movedPaths } from "../publishing/moved.ts";
import { foldersAbove } from "../publishing/removed.ts";
import { guesser } from "../text/similar.ts";

/** No text is told of more often; an editor who mends these is told of the rest. */
const MOST_IN_TEXT = 100;

export function deadLinks(archive: Archive, ownPaths: readonly string[]): Finding[] {
  let pages: OwnPages | undefined;
  const findings: Finding[] = [];
  const bases = [archive.site.base, parseBase(archive.site.record.url)];
  const starts = [...new Set(bases.map(({ origin, prefix }) => `${origin}${prefix}/`))];
  for (const { file, path, prose } of textsOf(archive)) {
    // Most texts have no such link, and are not even made HTML.
    if (!/\]\(\s*<?(?![a-z]+:|\/\/|#)|\]:/i.test(prose.markdown) && !starts.some((start) => prose.markdown.includes(start))) continue;
    pages ??= new OwnPages(archive, ownPaths);
    const links = new Set([...prose.html.matchAll(/<a href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&")));
    let told = 0;
    for (const href of links) {
      const link = linkOf(href, archive.site.base.prefix, starts);
      if (!link || told === MOST_IN_TEXT) continue;
      const { site, isRelative, isFull } = link;
      const place = { rule: "dead-link", severity: "warning", file, path } as const;
      const ways = isRelative ? [href] : isFull ? [href, decodedPath(href)] : [];
      const within = [...ways, site, decodedPath(site)].find((one) => prose.markdown.includes(one)) ?? site;
      const exists = pages.has(site);
      if (href === "")
        findings.push({
          ...place,
          within: prose.markdown.includes("]()") ? "]()" : "",
          message: "A link has no address.",
          hint: "Write it between the parentheses, or take the brackets away.",
        });
      else if (isRelative)
        findings.push({
          ...place,
          within,
          message: `The link \`${clip(within)}\` does not begin with a slash, so that it leads elsewhere from every page that shows the text.`,
          hint: exists ? `Write \`${site}\`.` : "Write the path of a page of this archive from its first slash on, or a whole address.",
        });
      // Beside the archive's own folders there may be other things on its host.
      else if (!exists && !(isFull && !isForArchive(bare(site)))) findings.push({ ...place, within, ...pages.complaint(bare(site)) });
      else continue;
      told += 1;
    }
  }
  return findings;
}

interface OwnLink {
  /** The site path, as the page links to it. */
  site: string;
  isRelative: boolean;
  /** It is a whole address. */
  isFull: boolean;
}

/** A link of a page as a path of this site; nothing for other hosts and places of the page itself. */
function linkOf(href: string, prefix: string, starts: readonly string[]): OwnLink | undefined {
  const start = starts.find((one) => href.startsWith(one));
  if (start !== undefined) return { site: href.slice(start.length - 1), isRelative: false, isFull: true };
  if (href.startsWith("//") || href.startsWith("#") || /^[a-z]+:/i.test(href)) return undefined;
  if (href.startsWith(`${prefix}/`)) return { site: href.slice(prefix.length), isRelative: false, isFull: false };
  return { site: `/${href}`, isRelative: true, isFull: false };
}

const bare = (site: string) => decodedPath(site.replace(/[?#].*$/, ""));

/** Which paths of the site there are. Of lists in parts and of files of data, the list is asked for. */
class OwnPages {
  readonly #archive: Archive;
  readonly #talks = new Map<string, Archive["talks"][number]>();
  readonly #known: Readonly<Record<string, ReadonlySet<string>>>;
  /** Files at paths of older sites, of pages of extensions, and of what was removed. */
  readonly #others: ReadonlySet<string>;
  readonly #removed: ReadonlySet<string>;
  readonly #guess = guesser();

  constructor(archive: Archive, ownPaths: readonly string[]) {
    this.#archive = archive;
    for (const talk of archive.talks) this.#talks.set(`${talk.event.id}/${talk.slug}`, talk);
    const slugs = (things: readonly { slug: string }[]) => new Set(things.map(({ slug }) => slug));
    this.#known = {
      event: new Set(archive.events.map(({ id }) => id)),
      person: slugs(archive.people),
      topic: slugs(archive.topics),
      organization: slugs(archive.organizations),
      year: new Set(yearsOf(archive).map(({ year }) => year)),
      page: new Set(archive.pages.map(({ id }) => id)),
    };
    const { movedMedia = [], removed = [] } = archive.vocabularies.addresses?.record ?? {};
    const moved = [...movedPaths(archive).map(({ from }) => from), ...movedMedia.map(({ from }) => mediaPath(from))];
    this.#others = new Set([...moved, ...ownPaths].map((path) => outputFile(decodedPath(path))));
    this.#removed = new Set(removed.map(({ path }) => path));
  }

  has(link: string): boolean {
    const path = bare(link);
    // Servers lead on to the page of a folder.
    return this.#isThere(path) || (/\/[^/.]+$/.test(path) && this.#isThere(`${path}/`));
  }

  #isThere(path: string): boolean {
    if (path === PATHS.home || this.#others.has(outputFile(path)) || [...foldersAbove(path), path].some((one) => this.#removed.has(one)))
      return true;
    for (const { address, variables } of addressesOf(path)) {
      if (address.owner === "former") break;
      // Not every host takes capitals for small letters; only names of media and of what programs make have some.
      const smallest = address.owner === "media" ? mediaPath("") : address.forMachines ? "" : path;
      if (path.slice(0, smallest.length) !== smallest.toLowerCase()) continue;
      if (this.#holds(address.owner, address.pattern, variables, path)) return true;
    }
    // Files of data may be made by extensions.
    return /\.(?:txt|json|xml|csv|ics|atom|yml)$/i.test(path) && !isForArchive(path);
  }

  #holds(owner: string, pattern: string, { event, talk, ...variables }: Readonly<Record<string, string>>, path: string): boolean {
    if (owner === "archive") return this.#hasList(pattern, variables);
    if (owner === "media") return pattern !== mediaPath("<path>") || this.#archive.media.has(path.slice(mediaPath("").length));
    if (owner === "talk") {
      const found = this.#talks.get(`${event}/${talk}`);
      if (pattern.includes("/transcript/")) return found?.recordings.some(({ captions }) => captions !== undefined) === true;
      if (pattern.includes("/slides"))
        return found?.documents.some(({ kind, file }) => kind === "slides" && /\.pdf$/i.test(file ?? "")) === true;
      return found !== undefined;
    }
    return this.#known[owner]?.has((owner === "event" ? event : variables[owner]) ?? "") === true;
  }

  /** Whether an archive of this size has a list. */
  #hasList(pattern: string, { series, year }: Readonly<Record<string, string>>): boolean {
    const { papers, talks } = this.#archive;
    if (pattern.startsWith(PATHS.papers)) return papers.length > 0;
    if (pattern.startsWith(PATHS.series))
      return hasSeriesPages(this.#archive) && (series === undefined || seriesOf(this.#archive).some(({ id }) => id === series));
    if (pattern.startsWith(PATHS.presentations) && year !== undefined)
      return talks.length > WHOLE_LIST && this.#known["year"]?.has(year) === true;
    return true;
  }

  /** What is wrong with a path at which there is nothing. */
  complaint(path: string): Pick<Finding, "message" | "hint"> {
    const isMedia = path.startsWith(mediaPath(""));
    // Texts leave out the folder that the site is published in.
    const { prefix } = this.#archive.site.base;
    const isBelow = prefix !== "" && path.startsWith(`${prefix}/`) && this.has(path.slice(prefix.length));
    const near = isBelow ? path.slice(prefix.length) : this.#guess(path, this.#near(path));
    const what = isMedia ? "file" : /\.[a-z]{2,4}$/i.test(path) && !/\.html?$/i.test(path) ? "file" : "page";
    return {
      message: `The link leads to \`${clip(path, 200)}\`, and there is no such ${what}.`,
      hint: near
        ? `Did you mean \`${near}\`?`
        : isMedia
          ? "Put the file below `assets/media/`, or correct the link."
          : "Write the path of a page of this archive, or the whole address of another site.",
    };
  }

  /** Paths of the same kind, of which one may be meant. */
  *#near(path: string): Generator<string> {
    const { events, talks, people, topics, organizations, pages, media } = this.#archive;
    const [, top, event = ""] = path.split("/");
    const of = (things: readonly { path: string }[]) => things.map((thing) => thing.path);
    if (top === "media") for (const file of media.keys()) yield mediaPath(file);
    else if (top === "events") {
      const own = talks.filter((talk) => talk.event.id === event);
      yield* of(own.length > 0 && path !== `/events/${event}/` ? own : [...events, ...talks]);
    } else if (top === "speakers") yield* of(people);
    else if (top === "topics") yield* of(topics);
    else if (top === "organizations") yield* of(organizations);
    else for (const one of [...Object.values(PATHS), ...of(pages), ...of(yearsOf(this.#archive))]) if (this.has(one)) yield one;
  }
}
