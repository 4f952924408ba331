/** What a citation of a talk says, whatever format it is written in. */
import { digest } from "../text/digest.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { type CitedName, citedName, readingName } from "../text/person-names.ts";
import { placeOf } from "../model/place.ts";
import { statusOf } from "../model/status.ts";
import { absolute } from "../model/urls.ts";
import { capitalize } from "../text/wording.ts";
import type { Words } from "../words/words.ts";

/** The formats in which a citation is published, by the ends of their files, and what readers call them. */
export const CITATION_FORMATS = [
  { format: "bib", label: "BibTeX" },
  { format: "ris", label: "RIS" },
  { format: "csl.json", label: "CSL-JSON" },
] as const;

export interface Citation {
  /** The same for all time, and of one talk only: `2012-north-america:intel-update`. */
  key: string;
  /** In square brackets where it is the archive's own description, as catalogues write it. */
  title: string;
  authors: CitedName[];
  /** Whether there are more authors, whose names are withheld. */
  hasMoreAuthors: boolean;
  /** The day of the talk, or what the dates of its event leave no doubt about: a month, a year, nothing. */
  date: string | undefined;
  event: { name: string; place: string | undefined; host: string | undefined; start: string | undefined; end: string | undefined };
  language: string;
  keywords: string[];
  /** Names that are withheld, what became of a talk that did not take place as announced, and its number among several sessions, as sentences. */
  notes: string[];
  /** The archive, which publishes the page. */
  publisher: string;
  url: string;
  /** A PDF of the slides that can still be had. */
  pdf: string | undefined;
}

/** Whether a talk can be cited: every session but a break and what is withheld. */
export function isCitable(talk: Talk): boolean {
  return !talk.isBreak && talk.record.withheld !== true;
}

/** Whether talks have files of their own beside their pages, citations and calendars; `talkFiles` in `site.yaml` says so. */
export function hasTalkFiles({ site }: Archive): boolean {
  return site.record.talkFiles !== false;
}

/**
 * Several formats and the page ask for the same citation. By record, because a talk can get another one (see `amendTalk`), and by archive,
 * because records outlive it under `npm start`, while those of their event and speakers change.
 */
const known = new WeakMap<Archive, WeakMap<Talk["record"], Citation>>();

/** The citation of a talk. */
export function citationOf(archive: Archive, talk: Talk): Citation {
  const ofArchive = known.get(archive) ?? new WeakMap<Talk["record"], Citation>();
  known.set(archive, ofArchive);
  const citation = ofArchive.get(talk.record) ?? makeCitation(archive, talk);
  ofArchive.set(talk.record, citation);
  return citation;
}

function makeCitation(archive: Archive, talk: Talk): Citation {
  const { event } = talk;
  const { name, host, startDate, endDate } = event.record;
  return {
    key: citationKey(`${event.id}:${talk.slug}`),
    title: talk.record.titleBy === "archive" ? `[${talk.title}]` : talk.title,
    authors: talk.speakers.map(({ name, organization }) => (name === organization ? { literal: name } : citedName(name))),
    hasMoreAuthors: talk.record.namesWithheld !== undefined,
    date: talk.when?.date ?? sharedDate(event),
    event: { name, place: placeOf(archive, event) || undefined, host, start: startDate, end: endDate },
    language: talk.language,
    keywords: talk.keywords,
    notes: notesOf(archive, talk),
    publisher: archive.site.record.name,
    url: absolute(archive.site.base, talk.path),
    pdf: pdfOf(archive, talk),
  };
}

function notesOf({ words: { links, talk: words, talkItem } }: Archive, talk: Talk): string[] {
  const { part, parts, namesWithheld } = talk.record;
  const status = statusOf(talk);
  return [
    ...(namesWithheld === undefined ? [] : [withFullStop(talkItem.withheldNames(namesWithheld))]),
    ...(part === undefined ? [] : [withFullStop(capitalize(links.part(words.partOf({ part, parts }))))]),
    ...(status === undefined ? [] : [words.status[status]]),
  ];
}

/**
 * The parts of the citation as a reader would write it by hand, with blanks between them. What of it is a name, a title or a place, which may be
 * written in the other direction, is marked by `own`.
 */
export function citationParts(
  { title, authors, date, event, notes, publisher, url }: Citation,
  { citation, dates, list }: Words,
  own = (text: string) => text,
): string[] {
  const names = list.and(authors.map((author) => own(readingName(author))));
  const occasion = list.commas([own(event.name), event.place && own(event.place), date && dates.date(date)]);
  const titled = (title.startsWith("[") ? withFullStop(title) : citation.title(title)).replace(title, () => own(title));
  return [names && withFullStop(names), titled, withFullStop(occasion), ...notes, withFullStop(own(publisher)), own(url)].filter(Boolean);
}

const withFullStop = (text: string) => (/[.!?؟…。！？]\u2069?$/u.test(text) ? text : `${text}.`);

/** What first and last day of an event have in common; a first day alone says no more than the year. */
function sharedDate({ record, year }: Event): string | undefined {
  const { startDate, endDate } = record;
  if (startDate === undefined) return year;
  if (endDate === undefined) return startDate.length === 10 ? year : startDate;
  const shared = [startDate, startDate.slice(0, 7), startDate.slice(0, 4)].find((part) => endDate.startsWith(part));
  return shared;
}

function pdfOf(archive: Archive, { slides }: Talk): string | undefined {
  if (slides?.file !== undefined && archive.media.get(slides.file)?.looksLike === "pdf")
    return absolute(archive.site.base, `/media/${slides.file}`);
  const isPdf = slides?.url !== undefined && /\.pdf$/i.test(new URL(slides.url).pathname);
  return isPdf && slides.unavailable === undefined ? slides.url : undefined;
}

/** Some programs that read BibTeX take no longer key. */
const LONGEST_KEY = 100;

/** The key of a citation: the event and the talk; a longer one is cut, and told apart by a digest. */
function citationKey(whole: string): string {
  if (whole.length <= LONGEST_KEY) return whole;
  const mark = digest(whole)
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 6);
  return `${whole.slice(0, LONGEST_KEY - 1 - mark.length).replace(/-[^-]*$/, "")}-${mark}`;
}
