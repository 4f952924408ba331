/** The view of a download: a file of the archive in the format of another program. */
import { type Archive, type Event, presentations, type Talk } from "../model/archive.ts";
import { mediaTypeOf } from "../model/addresses.ts";
import {
  archiveZipPath,
  citationPath,
  eventCalendarPath,
  eventDataPath,
  eventFeedPath,
  eventTablePath,
  href,
  PATHS,
  schedulePath,
  talkCalendarPath,
} from "../model/urls.ts";
import { hasKnownDay } from "../model/when.ts";
import { hasKnownTime, hasScheduleXml } from "./schedule.ts";
import { CITATION_FORMATS, hasTalkFiles } from "../publishing/citation.ts";
import { foreignLanguage, type Link } from "./links.ts";

export interface Download extends Link {
  /** What it belongs to, for readers who hear the link alone or see it in a feed reader. */
  of: string;
  /** The language of that, where it is not that of the page. */
  ofLang?: string | null;
  /** The media type of the file. */
  type: string;
  /** The format as its users call it; printed small after the label. */
  format: string;
}

/** A file at a site path. `label` says what is in it, such as `Calendar`. */
export function download(archive: Archive, path: string, facts: Omit<Download, "href" | "type">): Download {
  return { ...facts, type: mediaTypeOf(path) ?? "application/octet-stream", href: href(archive.site.base, path) };
}

const CALENDAR = { format: "iCalendar" };
const CSV = { format: "CSV" };
const FEED = { format: "Atom" };

/** The feed of the whole archive. */
export function archiveFeed(archive: Archive): Download {
  return download(archive, PATHS.feed, { ...FEED, label: archive.words.downloads.feed, of: archive.site.record.name });
}

/** The table of all talks. */
export function archiveTalks(archive: Archive): Download {
  return download(archive, PATHS.talksCsv, { ...CSV, label: archive.words.downloads.talks, of: archive.site.record.name });
}

/** The feed of an event. */
export function eventFeed(archive: Archive, event: Event): Download {
  return download(archive, eventFeedPath(event.id), { ...FEED, label: archive.words.downloads.feed, of: event.record.name });
}

/** The programme of an event; there is no calendar where no day is known. */
export function programmeDownloads(archive: Archive, event: Event): Download[] {
  if (event.talks.length === 0) return [];
  const of = event.record.name;
  const words = archive.words.downloads;
  const schedule = { label: words.schedule, of };
  const isWhole = event.talks.every(hasKnownTime);
  // What no session is in, nobody needs; the file stays for those who have its address.
  const hasXml = hasScheduleXml(event) && event.talks.some(hasKnownTime);
  const talks = presentations(event.talks);
  const known = talks.filter(hasKnownTime).length;
  const label = isWhole ? schedule.label : words.someOf({ label: schedule.label, talks: known, all: talks.length });
  return [
    ...(hasKnownDay(event) ? [download(archive, eventCalendarPath(event.id), { ...CALENDAR, label: words.calendar, of })] : []),
    ...(hasXml ? [download(archive, schedulePath(event.id, "xml"), { ...schedule, label, format: "XML" })] : []),
    download(archive, schedulePath(event.id, "json"), { ...schedule, format: "JSON" }),
  ];
}

/** All files of an event. */
export function eventDownloads(archive: Archive, event: Event): Download[] {
  const of = event.record.name;
  const words = archive.words.downloads;
  return [
    ...programmeDownloads(archive, event),
    eventFeed(archive, event),
    download(archive, eventTablePath(event.id), { ...CSV, label: words.talks, of }),
    download(archive, eventDataPath(event.id), { label: words.data, of, format: "JSON" }),
    download(archive, archiveZipPath(event.id), { label: words.recordsAndFiles, of, format: "zip" }),
  ];
}

/** All files of a talk. */
export function talkDownloads(archive: Archive, talk: Talk): Download[] {
  const label = archive.words.downloads.calendar;
  return talk.when && hasTalkFiles(archive)
    ? [download(archive, talkCalendarPath(talk.event.id, talk.slug), { ...CALENDAR, label, ...ofTalk(archive, talk) })]
    : [];
}

/** The citation of a talk in every format. */
export function citationDownloads(archive: Archive, talk: Talk): Download[] {
  return (hasTalkFiles(archive) ? CITATION_FORMATS : []).map(({ format, label }) =>
    download(archive, citationPath(talk.event.id, talk.slug, format), { label, ...ofTalk(archive, talk), format: `.${format}` }),
  );
}

const ofTalk = (archive: Archive, talk: Talk) => ({ of: talk.title, ofLang: foreignLanguage(archive, talk) });
