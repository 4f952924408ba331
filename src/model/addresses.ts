/**
 * The table of addresses: for every family of paths of the site who publishes it, its media type, and how long it may be kept. What
 * else knows addresses (clashes, reserved names, former addresses, headers, the preview, the README) reads it here or is held to it by
 * a test. The paths themselves are spelled in `urls.ts`.
 */
import { addTo } from "../text/add-to.ts";
import {
  agendaDayPath,
  agendaPath,
  archiveZipPath,
  citationPath,
  dataPath,
  eventCalendarPath,
  eventDataPath,
  eventFeedPath,
  eventPath,
  eventTablePath,
  eventTalksPath,
  exploreDataPath,
  HEADERS,
  INDEX_FOLDER,
  letterPath,
  linksetPath,
  listPartPath,
  cardPath,
  madePath,
  mediaPath,
  organizationPath,
  outputFile,
  pagePath,
  PATHS,
  presentationsOfYearPath,
  REDIRECTS,
  schedulePath,
  seriesPath,
  sitemapPartPath,
  slidesPath,
  slidesZipPath,
  speakerPath,
  talkCalendarPath,
  talkIndexPath,
  talkPath,
  topicPath,
  transcriptPath,
  yearPath,
} from "./urls.ts";
import { claimedKind } from "./media-kinds.ts";
import { formerPath } from "./records/addresses.ts";

/** Who publishes what is at an address. `former` is any record that had another address on an older site. */
export type Owner = "archive" | "event" | "talk" | "person" | "topic" | "organization" | "year" | "page" | "media" | "former";

/** One family of addresses. */
export interface Address {
  /**
   * A site path with variables: `<talk>` stands for one segment or a piece of one, `<part>` for a number, `<path>` for one segment or
   * more. A variable that comes twice stands for the same text.
   */
  pattern: string;
  owner: Owner;
  /** What is there, as messages and readers call it: `the agenda`. */
  what: string;
  /** The media type without a charset; undefined where it follows from the end of the name. */
  type: string | undefined;
  /** `unchanging` where the name changes with the content, so that nobody has to ask again. */
  cache: "unchanging" | "ask";
  /** Whether it is a file for other programs: the README lists it, and scripts of other sites may read it. */
  forPrograms: boolean;
  /** Whether no reader keeps the address: names that change with the content, tools, and what is for machines. */
  forMachines: boolean;
  /** Whether it is the page of a record. Where no such record is, the address is free for former addresses. */
  ofRecord: boolean;
}

/** Media types by the end of the name, or by the whole name; of two that fit the longer one is meant. */
const TYPES_BY_NAME: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  "csl.json": "application/vnd.citationstyles.csl+json",
  "linkset.json": "application/linkset+json",
  yml: "text/yaml",
  xml: "application/xml",
  atom: "application/atom+xml",
  ics: "text/calendar",
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  csv: "text/csv",
  txt: "text/plain",
  vtt: "text/vtt",
  pdf: "application/pdf",
  zip: "application/zip",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  woff2: "font/woff2",
  webm: "video/webm",
  mp4: "video/mp4",
};

/** The media type of a file by its name: `application/vnd.citationstyles.csl+json` of `/events/e/t/t.csl.json`. */
export function typeByName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (name === "") return TYPES_BY_NAME["html"];
  for (let from = 0; from < name.length; ) {
    const end = name.slice(from);
    if (Object.hasOwn(TYPES_BY_NAME, end)) return TYPES_BY_NAME[end];
    const dot = name.indexOf(".", from);
    if (dot < 0) return undefined;
    from = dot + 1;
  }
  return undefined;
}

/** A media type as a header says it. Texts of the archive are UTF-8; JSON always is (RFC 8259). */
export function contentType(type: string): string {
  return /^text\/|^application\/(?:xml|atom\+xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}

type Facts = Partial<Omit<Address, "pattern" | "owner" | "what">>;

function row(pattern: string, owner: Owner, what: string, facts: Facts = {}): Address {
  return {
    pattern,
    owner,
    what,
    type: typeByName(pattern),
    cache: "ask",
    forPrograms: false,
    forMachines: false,
    ofRecord: false,
    ...facts,
  };
}

const PROGRAMS: Facts = { forPrograms: true };
const MACHINES: Facts = { forMachines: true };
const RECORD: Facts = { ofRecord: true };
const SERVERS: Facts = { forMachines: true, type: "text/plain" };
const UNCHANGING: Facts = { forMachines: true, cache: "unchanging" };
const INDEX_PART: Facts = { ...UNCHANGING, type: "text/plain" };

const [EVENT, TALK, PART] = ["<event>", "<talk>", "<part>"];

export const ADDRESSES: readonly Address[] = [
  row(PATHS.home, "archive", "the home page"),
  row(PATHS.notFound, "archive", "the page for addresses without a page", MACHINES),
  row(PATHS.feed, "archive", "the feed", PROGRAMS),
  row(PATHS.sitemap, "archive", "the sitemap", MACHINES),
  row(sitemapPartPath(PART), "archive", "a part of the sitemap", MACHINES),
  row(PATHS.robots, "archive", "the rules for robots", MACHINES),
  ...Object.values(REDIRECTS).map((path) => row(path, "archive", "the former addresses for a server", SERVERS)),
  ...Object.values(HEADERS).map((path) => row(path, "archive", "the headers for a server", SERVERS)),

  row(PATHS.events, "archive", "the list of events"),
  row(listPartPath(PATHS.events, PART), "archive", "a part of the list of events"),
  row(PATHS.series, "archive", "the list of series"),
  row(listPartPath(PATHS.series, PART), "archive", "a part of the list of series"),
  row(seriesPath("<series>"), "archive", "the events of a series"),
  row(`${seriesPath("<series>")}${PART}/`, "archive", "a part of the events of a series"),
  row(eventPath(EVENT), "event", "the page", RECORD),
  row(eventTalksPath(EVENT, PART), "event", "a part of the talks"),
  row(agendaPath(EVENT), "event", "the agenda"),
  row(agendaDayPath(EVENT, "<day>"), "event", "a day of the agenda"),
  row(agendaDayPath(EVENT, "<day>", PART), "event", "a part of a day of the agenda"),
  row(eventCalendarPath(EVENT), "event", "the programme", PROGRAMS),
  row(schedulePath(EVENT, "xml"), "event", "the programme", PROGRAMS),
  row(schedulePath(EVENT, "json"), "event", "the programme", PROGRAMS),
  row(eventFeedPath(EVENT), "event", "the feed", PROGRAMS),
  row(slidesZipPath(EVENT), "event", "the slides"),
  row(archiveZipPath(EVENT), "event", "the records", PROGRAMS),
  row(eventDataPath(EVENT), "event", "the data", PROGRAMS),
  row(eventTablePath(EVENT), "event", "the table of talks", PROGRAMS),
  row(linksetPath(EVENT), "event", "the typed links", PROGRAMS),

  row(talkPath(EVENT, TALK), "talk", "the page", RECORD),
  row(slidesPath(EVENT, TALK), "talk", "the slides"),
  row(`${slidesPath(EVENT, TALK)}${PART}/`, "talk", "a part of the slides"),
  row(slidesPath(EVENT, TALK, "<deck>"), "talk", "further slides"),
  row(`${slidesPath(EVENT, TALK, "<deck>")}${PART}/`, "talk", "a part of further slides"),
  row(transcriptPath(EVENT, TALK), "talk", "the transcript"),
  row(`${transcriptPath(EVENT, TALK)}${PART}/`, "talk", "a part of the transcript"),
  row(talkCalendarPath(EVENT, TALK), "talk", "the calendar", PROGRAMS),
  row(citationPath(EVENT, TALK, "bib"), "talk", "the citation", PROGRAMS),
  row(citationPath(EVENT, TALK, "ris"), "talk", "the citation", PROGRAMS),
  row(citationPath(EVENT, TALK, "csl.json"), "talk", "the citation", PROGRAMS),

  row(PATHS.presentations, "archive", "the list of talks"),
  row(presentationsOfYearPath("<year>"), "archive", "the talks of a year"),
  row(`${presentationsOfYearPath("<year>")}${PART}/`, "archive", "a part of the talks of a year"),
  row(PATHS.talkIndex, "archive", "the index of talks"),
  row(talkIndexPath("<file>"), "archive", "a part of the index of talks", MACHINES),
  row(PATHS.talksCsv, "archive", "the table of talks", PROGRAMS),
  row(PATHS.speakers, "archive", "the list of speakers"),
  row(letterPath("<letter>"), "archive", "the speakers of a letter"),
  row(`${letterPath("<letter>")}${PART}/`, "archive", "a part of the speakers of a letter"),
  row(speakerPath("<person>"), "person", "the page", RECORD),
  row(`${speakerPath("<person>")}${PART}/`, "person", "a part of the talks"),
  row(PATHS.topics, "archive", "the list of topics"),
  row(listPartPath(PATHS.topics, PART), "archive", "a part of the list of topics"),
  row(topicPath("<topic>"), "topic", "the page", RECORD),
  row(`${topicPath("<topic>")}${PART}/`, "topic", "a part of the talks"),
  row(PATHS.organizations, "archive", "the list of organizations"),
  row(listPartPath(PATHS.organizations, PART), "archive", "a part of the list of organizations"),
  row(organizationPath("<organization>"), "organization", "the page", RECORD),
  row(`${organizationPath("<organization>")}${PART}/`, "organization", "a part of the talks"),
  row(PATHS.years, "archive", "the list of years"),
  row(listPartPath(PATHS.years, PART), "archive", "a part of the list of years"),
  row(yearPath("<year>"), "year", "the page"),
  row(`${yearPath("<year>")}${PART}/`, "year", "a part of the talks"),
  row(PATHS.papers, "archive", "the list of papers"),
  row(`${PATHS.papers}${PART}/`, "archive", "a part of the list of papers"),
  row(PATHS.explore, "archive", "the charts"),
  row(`${PATHS.explore}<chart>/`, "archive", "further charts"),
  row(exploreDataPath("<chart>"), "archive", "the numbers of the charts", PROGRAMS),
  row(PATHS.search, "archive", "the search"),
  row(PATHS.accessibility, "archive", "the page on accessibility"),
  row(pagePath("<page>"), "page", "the page", RECORD),

  row(dataPath("<list>"), "archive", "the data", PROGRAMS),
  row(mediaPath("<path>"), "media", "the file", { type: undefined }),
  row(cardPath("<card>"), "archive", "a card for social media", { ...UNCHANGING, type: undefined }),
  row(`${madePath("<picture>")}<file>`, "media", "a picture made of a file", { ...UNCHANGING, type: undefined }),
  row("/assets/<file>", "archive", "a script or picture of the site", { ...UNCHANGING, type: undefined }),
  row(`${INDEX_FOLDER}index/<file>`, "archive", "a part of the search index", INDEX_PART),
  row(`${INDEX_FOLDER}fragment/<file>`, "archive", "a part of the search index", INDEX_PART),
  row(`${INDEX_FOLDER}filter/<file>`, "archive", "a part of the search index", INDEX_PART),
  row(`${INDEX_FOLDER}<file>.txt`, "archive", "the search index", { ...MACHINES, type: "text/plain" }),
  row(`${INDEX_FOLDER}<file>.wasm`, "archive", "the program of the search", MACHINES),
  row(`${INDEX_FOLDER}<file>.json`, "archive", "the search index", MACHINES),
  row(PATHS.editor, "archive", "the web editor", MACHINES),
  row(`${PATHS.editor}<file>`, "archive", "a file of the web editor", { ...MACHINES, type: undefined }),

  row("/<path>", "former", "the page at a former address", { type: "text/html" }),
];

/**
 * Folders that are the archive's own with all that is below them, whether anything is there or not, so that the archive can grow: no
 * free page and no former address may be there.
 */
const RESERVED_FOLDERS = [
  PATHS.editor,
  "/assets/",
  "/data/",
  "/media/",
  INDEX_FOLDER,
  PATHS.presentations,
  PATHS.organizations,
  PATHS.years,
  PATHS.explore,
  PATHS.search,
  PATHS.accessibility,
  `${PATHS.topics}list/`,
  `${PATHS.speakers}a-z/`,
  agendaPath(EVENT),
  `${eventPath(EVENT)}talks/`,
  slidesPath(EVENT, TALK),
  slidesPath(EVENT, TALK, "<deck>"),
  transcriptPath(EVENT, TALK),
];

const isFixed = (pattern: string) => !pattern.includes("<");

/** The paths that every archive has, whatever its records are. */
export const FIXED_PATHS: readonly string[] = ADDRESSES.map(({ pattern }) => pattern).filter(isFixed);

/** Folders at the top of the site below which the archive publishes something: `events`, `media`. */
const TOP_FOLDERS = new Set(ADDRESSES.flatMap(({ pattern }) => /^\/([^/<]+)\//.exec(pattern)?.[1] ?? []));

/** Names that other pages of every event have taken, so that no talk can have them. */
export const RESERVED_TALKS: ReadonlySet<string> = new Set(
  ADDRESSES.flatMap(({ pattern }) => {
    const [name = "", below] = pattern.startsWith(eventPath(EVENT)) ? pattern.slice(eventPath(EVENT).length).split("/") : [];
    return name !== "" && isFixed(name) && below !== undefined ? [name] : [];
  }),
);

/** Folders all of whose files are named after their content, and never change; none lies in another. */
export const UNCHANGING_FOLDERS: readonly string[] = ADDRESSES.filter(({ cache }) => cache === "unchanging")
  .map(({ pattern }) => pattern.slice(0, pattern.indexOf("<")))
  .filter((folder, _, all) => !all.some((other) => folder !== other && folder.startsWith(other)));

/** A pattern as a regular expression; hosts do not all tell capitals apart. */
function regexOf(pattern: string): string {
  const met = new Set<string>();
  return pattern.replace(/<(\w+)>|[.]/g, (found, name?: string) => {
    if (name === undefined) return `\\${found}`;
    if (met.has(name)) return `\\k<${name}>`;
    met.add(name);
    return `(?<${name}>${name === "part" ? "[0-9]+" : name === "path" ? ".+" : "[^/]+"})`;
  });
}

/** How much a pattern says of each segment: what sorts first says more. */
function rankOf(pattern: string): string {
  const rank = (segment: string) =>
    isFixed(segment) ? "0" : segment === "<path>" ? "4" : segment === PART ? "2" : /^<\w+>$/.test(segment) ? "3" : "1";
  return pattern.split("/").map(rank).join("");
}

interface Matcher {
  address: Address;
  rank: string;
  matches: RegExp;
}

/** By the folder at the top, so that a path is compared with few patterns; those without one are under no name. */
const MATCHERS = new Map<string, Matcher[]>();
for (const address of ADDRESSES) {
  const { pattern } = address;
  // Whether a server adds the slash at the end or not, it is one address.
  const matches = new RegExp(`^${regexOf(pattern).replace(/\/$/, "(?:/|/index\\.html)")}$`, "i");
  const top = /^\/([^/<]+)\//.exec(pattern)?.[1] ?? "";
  addTo(MATCHERS, top, { address, rank: rankOf(pattern), matches });
}
for (const matchers of MATCHERS.values()) matchers.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
/** The same for paths below each of those folders, with what any path may fit behind. */
const MATCHERS_BY_TOP = new Map([...MATCHERS].map(([top, own]) => [top, top === "" ? own : [...own, ...(MATCHERS.get("") ?? [])]]));

/** An address with what the variables of its pattern stand for. */
export interface FoundAddress {
  address: Address;
  /** In small letters, as names of records are. */
  variables: Readonly<Record<string, string>>;
}

/**
 * The families that a site path fits, the one that says most of it first: of `/events/e/agenda/` the agenda before the page of a talk.
 * The last one is always that of former addresses, which fits everything but the home page.
 */
export function* addressesOf(path: string): Generator<FoundAddress> {
  for (const { address, matches } of matchersFor(path)) {
    const found = matches.exec(path);
    if (found) yield { address, variables: { ...mapValues(found.groups) } };
  }
}

/** Those that a site path may fit, in their order. */
function matchersFor(path: string): readonly Matcher[] {
  const top = /^\/([^/]+)\//.exec(path)?.[1]?.toLowerCase() ?? "";
  return MATCHERS_BY_TOP.get(top) ?? MATCHERS.get("") ?? [];
}

function mapValues(groups: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(groups ?? {}).map(([name, text]) => [name, text.toLowerCase()]));
}

/** The family that a site path belongs to. */
export function addressOf(path: string): FoundAddress | undefined {
  for (const found of addressesOf(path)) return found;
  return undefined;
}

/** The media type of what a site path leads to, without a charset; undefined where nobody can tell. */
export function mediaTypeOf(path: string): string | undefined {
  const address = matchersFor(path).find(({ matches }) => matches.test(path))?.address;
  if (address?.owner === "media") return claimedKind(path)?.type;
  return address && address.owner !== "former" && address.type !== undefined ? address.type : typeByName(path);
}

const IN_RESERVED_FOLDER = new RegExp(
  `^(?:${RESERVED_FOLDERS.map((pattern) => regexOf(pattern).replace(/\?<\w+>/g, "?:")).join("|")})`,
  "i",
);

/** The folder of the archive's own, as the path writes it, that holds a path or is it. */
export function reservedFolder(path: string): string | undefined {
  return IN_RESERVED_FOLDER.exec(path)?.[0];
}

/** No address of the archive's own has more letters; one in a text may have a hundred thousand, with a folder at every other. */
const LONGEST = 1000;

/**
 * What of the archive's own is at a path, or where the path would need a folder: neither the page of a record nor a former address.
 * Free pages and former addresses must not be there.
 */
export function ownAddress(path: string): (FoundAddress & { path: string }) | undefined {
  const file = `/${outputFile(path)}`.slice(0, LONGEST);
  for (let end = file.length; end > 0; end = file.lastIndexOf("/", end - 1)) {
    const own = file.slice(0, end);
    const found = addressOf(own);
    if (found && !found.address.ofRecord && found.address.owner !== "former")
      return { ...found, path: own.replace(/\/index\.html$/i, "/") };
  }
  return undefined;
}

/** Whether the archive publishes something there, or could when it grows: an import leaves such a path alone. */
export function isForArchive(path: string): boolean {
  const [, top = ""] = path.split("/");
  return TOP_FOLDERS.has(top.toLowerCase()) || ownAddress(path) !== undefined;
}

const former = formerPath("A former path.");

/** Whether a path can lead on to the page of a record: a site can keep it, and the archive has nothing there. */
export const canBeFormer = (path: string) => former.safeParse(path).success && !isForArchive(path);
