/**
 * The paths of the site: which path every thing has, and how a path becomes a link under any prefix. Each of them has a row in
 * `addresses.ts`, which says whose it is and what is served there.
 */
import { remembered } from "../text/memo.ts";

/** Where the site is published: origin without a slash at the end, prefix empty or `/archive`. */
export interface Base {
  origin: string;
  prefix: string;
}

/** Reads the address of the site; an address without a slash at the end means the same. */
export function parseBase(url: string): Base {
  const { origin, pathname } = new URL(url);
  return { origin, prefix: pathname.replace(/\/+$/, "") };
}

/** A site path as a link on the page. */
export function href(base: Base, path: string): string {
  return `${base.prefix}${path}`;
}

/** A site path as a full address. */
export function absolute(base: Base, path: string): string {
  return `${base.origin}${base.prefix}${path}`;
}

export const PATHS = {
  home: "/",
  events: "/events/",
  presentations: "/presentations/",
  talkIndex: "/presentations/talks.json",
  talksCsv: "/presentations/talks.csv",
  feed: "/feed.atom",
  speakers: "/speakers/",
  topics: "/topics/",
  organizations: "/organizations/",
  series: "/series/",
  years: "/years/",
  explore: "/explore/",
  papers: "/papers/",
  search: "/search/",
  accessibility: "/accessibility/",
  notFound: "/404.html",
  sitemap: "/sitemap.xml",
  robots: "/robots.txt",
  /** The web editor, which a build makes only when it is asked to. */
  editor: "/admin/",
} as const;

/** The folder of the search index, below which only `search/` and its scripts know names. */
export const INDEX_FOLDER = "/pagefind/";

/** Files in which web servers and hosts find the former addresses. */
export const REDIRECTS = { hosts: "/_redirects", nginx: "/_redirects.nginx", caddy: "/_redirects.caddy" } as const;

/** Files in which web servers and hosts find the headers of answers. */
export const HEADERS = {
  hosts: "/_headers",
  nginxMaps: "/_headers.nginx-http",
  nginx: "/_headers.nginx",
  caddy: "/_headers.caddy",
} as const;

/** A part of the index of very many talks, or the words of all of them, by what its name ends in. */
export const talkIndexPath = (part: string) => PATHS.talkIndex.replace(/\.json$/, `-${part}.json`);
/** A part of a long sitemap. */
export const sitemapPartPath = (part: number | string) => `/sitemap-${part}.xml`;
/** A further part of a long list of the archive, such as that of all topics. */
export const listPartPath = (list: string, part: number | string) => `${list}list/${part}/`;
export const presentationsOfYearPath = (year: string) => `${PATHS.presentations}${year}/`;
/** The speakers of a letter, where there are too many for one page. */
export const letterPath = (letter: string) => `${PATHS.speakers}a-z/${letterName(letter)}/`;
/** A letter as addresses have it: `a`, or of another alphabet its number, such as `u643`. */
export const letterName = (letter: string) =>
  [...letter].length === 1 && letter > "\u007f" ? `u${letter.codePointAt(0)?.toString(16)}` : letter.toLowerCase();

/** The events of a series, where there are many events. */
export const seriesPath = (series: string) => `${PATHS.series}${series}/`;

export const eventPath = (event: string) => `/events/${event}/`;
export const agendaPath = (event: string) => `/events/${event}/agenda/`;
export const agendaDayPath = (event: string, day: string, part: number | string = 1) =>
  `/events/${event}/agenda/${day}/${part === 1 ? "" : `${part}/`}`;
/** A further part of the talks of an event. */
export const eventTalksPath = (event: string, part: number | string) => `/events/${event}/talks/${part}/`;
export const slidesZipPath = (event: string) => `/events/${event}/slides.zip`;
export const archiveZipPath = (event: string) => `/events/${event}/archive.zip`;
export const eventDataPath = (event: string) => `/events/${event}/event.json`;
export const eventTablePath = (event: string) => `/events/${event}/talks.csv`;
export const linksetPath = (event: string) => `/events/${event}/linkset.json`;
export const dataPath = (file: string, part = 1) => `/data/${file}${part > 1 ? `-${part}` : ""}.json`;
export const talkPath = (event: string, talk: string) => `/events/${event}/${talk}/`;
export const transcriptPath = (event: string, talk: string, part = 1) =>
  `/events/${event}/${talk}/transcript/${part > 1 ? `${part}/` : ""}`;
export const citationPath = (event: string, talk: string, format: "bib" | "ris" | "csl.json") =>
  `/events/${event}/${talk}/${talk}.${format}`;
export const eventCalendarPath = (event: string) => `/events/${event}/calendar.ics`;
export const schedulePath = (event: string, format: "xml" | "json") => `/events/${event}/schedule.${format}`;
export const eventFeedPath = (event: string) => `/events/${event}/feed.atom`;
/** Named after the talk, since it is downloaded under that name. */
export const talkCalendarPath = (event: string, talk: string) => `/events/${event}/${talk}/${talk}.ics`;
export const speakerPath = (speaker: string) => `/speakers/${speaker}/`;
export const topicPath = (topic: string) => `/topics/${topic}/`;
export const organizationPath = (organization: string) => `/organizations/${organization}/`;
export const yearPath = (year: string) => `/years/${year}/`;
export const exploreDataPath = (name: string) => `/explore/${name}.csv`;
export const pagePath = (page: string) => `/${page}/`;
export const mediaPath = (file: string) => `/media/${file}`;
/** The folder of what was made of a media file; its name changes with the bytes, as that of every asset does. */
export const madePath = (name: string) => `/assets/media/${name}/`;
/** A card for social media; its name changes with whatever is drawn on it. */
export const cardPath = (file: string) => `/assets/cards/${file}`;
/** The slides of a talk; where the archive shows several decks of it, those of each, counted from 1. */
export const slidesPath = (event: string, talk: string, deck: number | string = 1) =>
  `/events/${event}/${talk}/slides${deck === 1 ? "" : `-${deck}`}/`;

/** The file that a site path is served from, below the output folder. */
export function outputFile(path: string): string {
  const file = path.slice(1);
  if (file === "" || file.endsWith("/")) return `${file}index.html`;
  return /\.[A-Za-z0-9]+$/.test(file) ? file : `${file}/index.html`;
}

/** Letters, digits and what no server gives a meaning stay; the rest is percent-encoded. */
export function encodedPath(path: string): string {
  return path.replace(/[^A-Za-z0-9/._~%@-]/gu, (character) =>
    encodeURIComponent(character).replace(/^[!'()*]$/, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

/** A path as servers see it. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The host of an address as readers know it, without `www.`. */
export function hostName(url: string): string {
  return hostOf(/^[^:]*:\/\/[^/\\?#]*/.exec(url)?.[0] ?? url);
}

const hostOf = remembered((start) => new URL(start).hostname.replace(/^www\./, ""));
