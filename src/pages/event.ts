/** The page of an edition: welcome, facts, pointers to slides and videos, every talk. */
import { eventCard } from "../components/card.ts";
import { affiliationParts, type TextPart } from "../components/affiliation.ts";
import { eventDigest } from "../components/digests.ts";
import { type Download, eventDownloads, eventFeed } from "../components/downloads.ts";
import { eventItem } from "../components/event-item.ts";
import { eventThing } from "../components/linked-data.ts";
import { type Link, link, type OutsideLink, outside, type SourceLink, sourceLinks, licenceLink } from "../components/links.ts";
import { cutIntoParts, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { stripMark } from "../components/strip.ts";
import { eventSignposts, linksetSignpost } from "../components/signposts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { openingUse } from "../publishing/page-needs.ts";
import { htmlWithPictures } from "../components/picture.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, type Event, presentations, type Talk } from "../model/archive.ts";
import { weightInProgramme } from "../model/list-weight.ts";
import { hasSeriesPages, seriesOfEvent } from "../model/series.ts";
import { slidesOf } from "../model/slides.ts";
import { agendaPath, eventDataPath, eventTalksPath, href, PATHS, slidesZipPath } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
import { grouped } from "./page-kind.ts";

/** How much of something there is; a link where there is any, to the list of all talks that shows just that. */
interface Pointer {
  text: string;
  href: string | null;
}

interface EventView extends PageHead {
  /** What became of it; `{event}` in the text stands for the link. */
  notice: { text: string; link: Link | null } | null;
  /** When and where, in one line. */
  occasion: string;
  /** How many talks are known; empty where none is. */
  size: string;
  welcome: string | null;
  note: string | null;
  facts: { term: string; parts: TextPart[] }[];
  licences: { term: string; link: OutsideLink }[];
  /** The agenda, which has rooms side by side and the times in the zone of the reader; nothing where no talk is known. */
  agenda: Link | null;
  slides: Pointer;
  videos: Pointer;
  zip: Link | null;
  /** The programme by day, or by its headings. */
  groups: { id: string; heading: string; hasRooms: boolean; talks: TalkItem[] }[];
  /** Whether some time is known. */
  isTimed: boolean;
  parts: PartLink[];
  downloads: Download[];
  links: OutsideLink[];
  sources: SourceLink[];
  previous: Link | null;
  next: Link | null;
}

export const eventPages = grouped<EventView>("event", function* groups(archive) {
  for (const event of archive.events) {
    const neighbours = [event.previous, event.next].map((other) => other && [other.path, other.record.name]);
    yield {
      id: event.id,
      key: () =>
        `${eventDigest(archive, event)} ${JSON.stringify([neighbours, stripMark(archive, event.talks), seriesOfEvent(archive, event)?.path])}`,
      *views() {
        const parts = cutIntoParts(archive, event.talks, event.path, {
          ...TALKS_CUT,
          weightOf: weightInProgramme(event),
          restPath: (number: number) => eventTalksPath(event.id, number),
        });
        for (const part of parts) yield eventView(archive, event, part.items, part.path, part.parts, part.suffix);
      },
    };
  }
});

function eventView(archive: Archive, event: Event, talks: Talk[], path: string, parts: PartLink[], suffix: string): EventView {
  const { record } = event;
  const all = presentations(event.talks);
  const zipped = slidesOf(archive, event);
  const zippable = zipped.fitting.length + zipped.left.length;
  const { dates, place, size, status } = eventItem(archive, event);
  const { count, event: words, sections } = archive.words;
  return {
    ...pageHead(archive, {
      path,
      title: `${record.name}${suffix}`,
      description: words.description({ event: record.name, facts: [status ?? "", dates, place, size].filter(Boolean) }),
      above: [link(archive, PATHS.events, sections.events), ...seriesAbove(archive, event)],
      section: PATHS.events,
      file: event.file,
      alternates: [eventFeed(archive, event)],
      uses: openingUse(archive, talks),
      sources: record.sources,
      data: eventDataPath(event.id),
      card: eventCard(archive, event),
      talks: event.talks,
      ...(path === event.path && {
        programs: {
          make: () => ({
            things: [eventThing(archive, event)],
            signposts: [...eventSignposts(archive, event, (to) => href(archive.site.base, to)), linksetSignpost(archive, event)],
          }),
        },
      }),
    }),
    occasion: [dates, place, record.venue].filter(Boolean).join(" · "),
    notice: noticeOf(archive, event),
    size: all.length ? count.talks(all.length) : "",
    welcome: htmlWithPictures(archive, event.welcome),
    note: event.note?.html ?? null,
    facts: factsOf(archive, event),
    licences: licencesOf(archive, event),
    agenda: event.talks.length > 0 ? link(archive, agendaPath(event.id), words.agenda) : null,
    slides: amount(archive, event, all.filter((talk) => talk.slides).length, "slides", words.withSlides),
    videos: amount(archive, event, all.filter((talk) => talk.video).length, "video", words.withVideo),
    zip: zipped.fitting.length
      ? link(
          archive,
          slidesZipPath(event.id),
          zipped.left.length ? words.zipOfSome({ files: zipped.fitting.length, all: zippable }) : words.zip(zippable),
        )
      : null,
    groups: groupTalks(archive, talks),
    isTimed: talks.some((talk) => talk.when?.start !== undefined),
    parts,
    downloads: eventDownloads(archive, event),
    links: (record.links ?? []).map(({ url, title }) => outside(url, title)),
    sources: sourceLinks(record.sources),
    previous: event.previous ? link(archive, event.previous.path, event.previous.record.name) : null,
    next: event.next ? link(archive, event.next.path, event.next.record.name) : null,
  };
}

function amount(archive: Archive, event: Event, number: number, field: "slides" | "video", sized: (talks: number) => string): Pointer {
  if (number === 0) return { text: sized(0), href: null };
  const filter = `${PATHS.presentations}?event=${encodeURIComponent(event.record.name)}&${field}=1`;
  return { text: sized(number), href: href(archive.site.base, filter) };
}

/** The series of the event, where it has a page. */
function seriesAbove(archive: Archive, event: Event): Link[] {
  const series = hasSeriesPages(archive) ? seriesOfEvent(archive, event) : undefined;
  return series ? [link(archive, series.path, series.name)] : [];
}

function factsOf(archive: Archive, event: Event): EventView["facts"] {
  const { knownDays, timezone } = event.record;
  const series = seriesOfEvent(archive, event);
  const { dates, event: words, list } = archive.words;
  const facts: [string, string | TextPart[] | undefined][] = [
    [words.days, list.commas((knownDays ?? []).map(dates.date))],
    [words.host, affiliationParts(archive, event.hosts)],
    [words.zone, timezone],
    [words.series, series && [{ text: series.name, href: href(archive.site.base, series.path) }]],
  ];
  return facts.flatMap(([term, text]) => (text?.length ? [{ term, parts: typeof text === "string" ? [{ text, href: null }] : text }] : []));
}

/** What became of an event that did not take place as announced, and the one that took its place. */
function noticeOf(archive: Archive, { record, postponedTo }: Event): EventView["notice"] {
  const { event: words } = archive.words;
  if (record.status === undefined) return null;
  if (postponedTo) return { text: words.postponedTo, link: link(archive, postponedTo.path, postponedTo.record.name) };
  return { text: words.status[record.status], link: null };
}

/** The licences that talks of the event have unless their records say otherwise. */
function licencesOf({ site, words: { event: words } }: Archive, { record }: Event): EventView["licences"] {
  const { talks, slides, recordings } = { ...site.record.licences, ...record.licences };
  const all: [string, string | undefined][] = [
    [words.licence, talks],
    [words.slidesLicence, slides],
    [words.recordingLicence, recordings],
  ];
  return all.flatMap(([term, licence]) => (licence === undefined ? [] : [{ term, link: licenceLink(licence) }]));
}

function groupTalks(archive: Archive, talks: readonly Talk[]): EventView["groups"] {
  const { dates, event: words } = archive.words;
  const tracked = talks.some((talk) => talk.record.track !== undefined);
  const groups = new Map<string | null, Talk[]>();
  for (const talk of talks) {
    const heading = talk.when ? dates.day(talk.when.day) : tracked ? (talk.record.track ?? null) : null;
    addTo(groups, heading, talk);
  }
  const dated = talks.some((talk) => talk.when);
  return [...groups].map(([heading, list], index) => ({
    id: `programme-${index + 1}`,
    heading: heading ?? (groups.size === 1 ? words.talks : dated ? dates.dayNotKnown : words.otherTalks),
    hasRooms: talks.some((talk) => talk.record.room !== undefined),
    talks: list.map((talk) => talkItem(archive, talk)),
  }));
}
