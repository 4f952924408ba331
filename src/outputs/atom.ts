/** The feeds (Atom, RFC 4287): the newest talks of the archive, and all talks of each event, with their whole text. */
import { uuidOf } from "../publishing/identifiers.ts";
import { summaryHtml } from "../components/talk-summary.ts";
import { eventMoment, NO_MOMENT, talkMoment } from "../publishing/timestamps.ts";
import { xmlDocument } from "../components/xml.ts";
import { type Archive, presentations, type Talk } from "../model/archive.ts";
import { licenceOf } from "../model/licences.ts";
import { licenceAddress, licenceName } from "../text/licences.ts";
import { absolute, eventFeedPath, PATHS } from "../model/urls.ts";
import type { OutputFile, OutputFormat } from "./output-format.ts";

/** How many talks the feed of the whole archive holds. */
const NEWEST = 50;

/**
 * Feed readers know a new entry by its id and a changed one by its `updated`. A build has no clock, so that is the field
 * `updated` of the record where an editor has written it, and else the time of the talk as far as it is known.
 */
export const atom = {
  name: "atom",
  *files(archive) {
    const { name, tagline } = archive.site.record;
    const newest = newestFirst(presentations(archive.talks)).slice(0, NEWEST);
    yield feed(archive, { path: PATHS.feed, page: PATHS.home, title: name, subtitle: tagline, updated: NO_MOMENT, talks: newest });
  },
  *eventFiles(archive, event) {
    const talks = newestFirst(presentations(event.talks));
    const { name } = event.record;
    yield feed(archive, {
      path: eventFeedPath(event.id),
      page: event.path,
      title: name,
      subtitle: archive.site.record.name,
      updated: eventMoment(event),
      talks,
    });
  },
} satisfies OutputFormat;

function newestFirst(talks: readonly Talk[]): Talk[] {
  const dated = talks.map((talk) => ({ talk, moment: talkMoment(talk) }));
  return dated
    .sort((a, b) => (a.moment < b.moment ? 1 : a.moment > b.moment ? -1 : a.talk.id < b.talk.id ? -1 : 1))
    .map(({ talk }) => talk);
}

interface FeedFacts {
  path: string;
  /** The page that the feed belongs to. */
  page: string;
  title: string;
  subtitle: string;
  /** The moment of a feed without entries. */
  updated: string;
  talks: readonly Talk[];
}

function feed(archive: Archive, { path, page, title, subtitle, updated, talks }: FeedFacts): OutputFile {
  const { base, record } = archive.site;
  const tree = {
    "@_xmlns": "http://www.w3.org/2005/Atom",
    "@_xml:lang": record.language,
    id: `urn:uuid:${uuidOf(archive, path)}`,
    title,
    subtitle,
    updated: talks[0] ? talkMoment(talks[0]) : updated,
    author: { name: record.name, uri: absolute(base, PATHS.home) },
    rights: record.licence.text,
    link: [
      { "@_rel": "self", "@_type": "application/atom+xml", "@_href": absolute(base, path) },
      { "@_rel": "alternate", "@_type": "text/html", "@_href": absolute(base, page) },
    ],
    entry: talks.map((talk) => entry(archive, talk)),
  };
  return { path: path.slice(1), content: xmlDocument({ feed: tree }) };
}

function entry(archive: Archive, talk: Talk): object {
  const { base, record } = archive.site;
  const url = absolute(base, talk.path);
  const licence = licenceOf(archive.site, talk);
  const authors = talk.speakers.map(({ name, person }) => ({ name, uri: absolute(base, person.path) }));
  return {
    ...(talk.language === record.language ? {} : { "@_xml:lang": talk.language }),
    id: `urn:uuid:${uuidOf(archive, talk.path)}`,
    title: talk.title,
    updated: talkMoment(talk),
    ...(authors.length > 0 && { author: authors }),
    ...(licence !== undefined && { rights: `${licenceName(licence)}, ${licenceAddress(licence)}` }),
    link: { "@_rel": "alternate", "@_type": "text/html", "@_href": url },
    category: talk.keywords.map((name) => ({ "@_term": name })),
    content: { "@_type": "html", "@_xml:base": url, "#text": summaryHtml(archive, talk) },
  };
}
