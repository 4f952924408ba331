/** The presentation page: everything that is known about one talk. */
import { talkPageDigest } from "../components/digests.ts";
import { sharedCardPath, talkCard } from "../components/card.ts";
import { affiliationParts, type TextPart } from "../components/affiliation.ts";
import { type BioView, bioAtTalk } from "../components/bio.ts";
import { citationDownloads, type Download, talkDownloads } from "../components/downloads.ts";
import { noticesOf } from "../components/notices.ts";
import { recordsBehind, talkMetadata } from "../components/metadata.ts";
import {
  licenceLink,
  type Link,
  link,
  type MediaLink,
  type OutsideLink,
  outside,
  type SourceLink,
  sourceLinks,
  talkLink,
} from "../components/links.ts";
import { documentTitle, recordingTitle } from "../components/media-titles.ts";
import {
  type ChapterView,
  chaptersOf,
  type FurtherPlayer,
  type PlayerView,
  furtherPlayers,
  playerView,
  slidesFronts,
} from "../components/player.ts";
import { type DeckCover, deckCover } from "../components/slides.ts";
import { stripMark } from "../components/strip.ts";
import { MOST_NAMES, otherLanguages, type TalkItem, talkItem, talkItemWithout, whenText, withheldNames } from "../components/talk-item.ts";
import { allTalkMedia } from "../components/talk-media.ts";
import { talkUse } from "../publishing/page-needs.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { sessionPath } from "../model/agenda.ts";
import { type Archive, type Event, isTalk, type Prose, type Talk } from "../model/archive.ts";
import { citationOf, citationParts, isCitable } from "../publishing/citation.ts";
import { placeOf } from "../model/place.ts";
import { Deferred } from "../text/deferred.ts";
import { isolated, piecesOf } from "../text/direction.ts";
import { moreBySpeakers, relatedTalks } from "../model/related.ts";
import { formatSeconds } from "../text/clock.ts";
import { transcriptParts } from "../model/transcript.ts";
import { eventDataPath, href, PATHS } from "../model/urls.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { isCalledOff, statusOf } from "../model/status.ts";
import { isLong, minutesOf } from "../model/when.ts";
import { capitalize } from "../text/wording.ts";
import { grouped, type PageGroup } from "./page-kind.ts";

interface SpeakerAtTalk extends Link {
  role: string | null;
  /** The organization as published, with links. */
  affiliation: TextPart[];
  bio: BioView | null;
}

interface Fact {
  term: string;
  /** In parts between which a line may break, as behind the slash of `Europe/Berlin`. */
  text: string[];
  href: string | null;
  /** Another site, which then says all. */
  outside: OutsideLink | null;
}

interface TalkView extends PageHead {
  titleNote: string | null;
  /** Whether to say that nobody knows who spoke. */
  noSpeaker: boolean;
  /** What became of it, and what is not shown. */
  notices: { text: string; link: Link | null }[];
  isWithheld: boolean;
  /** In place of names that are not published. */
  withheldNames: string | null;
  /** Why there is no recording. */
  recordingNote: string | null;
  /** The parts of the talk, with their places in the first recording. */
  chapters: ChapterView[];
  speakers: SpeakerAtTalk[];
  /** Day, time and place in one line, as far as they are known. */
  occasion: string;
  /** Speakers of whom more is known than their name, and whether to say whose bio is whose. */
  bios: SpeakerAtTalk[];
  hasNamedBios: boolean;
  facts: Fact[];
  agenda: Link;
  abstract: Prose | null;
  abstractNote: string | null;
  media: MediaLink[];
  player: PlayerView | null;
  transcript: (Link & { length: string }) | null;
  /** The front of slides on another host. */
  slides: PlayerView[];
  /** The recordings after the first. */
  furtherPlayers: FurtherPlayer[];
  /** The slides that the archive shows itself. */
  deck: DeckCover | null;
  original: OutsideLink | null;
  links: OutsideLink[];
  citation: Deferred<{ parts: string[][]; formats: Download[] }> | null;
  topics: Link[];
  downloads: Download[];
  sources: SourceLink[];
  previous: ReturnType<typeof talkLink> | null;
  next: ReturnType<typeof talkLink> | null;
  more: TalkItem[];
  related: TalkItem[];
}

/** Their keys know which talks are related, for which all texts are compared. */
export const talkPages = grouped<TalkView>("talk", groupsOf, { isDear: true });

function* groupsOf(archive: Archive): Generator<PageGroup<TalkView>> {
  for (const event of archive.events)
    for (const [index, talk] of event.talks.entries()) {
      const [previous, next] = [event.talks[index - 1], event.talks[index + 1]];
      yield {
        id: talk.id,
        key: () =>
          `${talkPageDigest(archive, talk, [previous, next])} ${sessionPath(talk)} ${sharedCardPath(archive, talk)} ${JSON.stringify(stripMark(archive, [talk]))}`,
        isOnePage: true,
        views: () => [talkView(archive, talk, previous, next)],
      };
    }
}

function talkView(archive: Archive, talk: Talk, previous: Talk | undefined, next: Talk | undefined): TalkView {
  const { record, event } = talk;
  const { sections, talk: words } = archive.words;
  const status = statusOf(talk);
  const player = playerView(archive, talk);
  const only = talk.speakers.length === 1 ? talk.speakers[0] : undefined;
  const speakers = talk.speakers.map((speaker) => ({
    ...link(archive, speaker.person.path, speaker.name),
    role: speaker.role ?? null,
    affiliation: affiliationParts(archive, speaker.affiliation),
    bio: bioAtTalk(archive, speaker),
  }));
  return {
    ...pageHead(archive, {
      path: talk.path,
      title: talk.title,
      titleLang: talkLink(archive, talk).lang,
      // What others show of a page is all that their readers see.
      description: isCalledOff(status)
        ? `${inSentence(archive, talk)} ${words.status[status]}`
        : (talk.abstract ?? inSentence(archive, talk)),
      above: [link(archive, PATHS.events, sections.events), link(archive, event.path, event.record.name)],
      section: PATHS.events,
      file: talk.file,
      ogType: "article",
      card: talkCard(archive, talk),
      alternates: talkDownloads(archive, talk),
      sources: record.sources,
      uses: talkUse(archive, talk),
      programs: talkMetadata(archive, talk),
      data: eventDataPath(event.id),
      talks: [talk],
      isOfPeople: true,
    }),
    windowTitle: `${talk.title} · ${event.record.name}`,
    titleNote: record.titleBy === "archive" ? words.ownTitle : null,
    noSpeaker: !talk.isBreak && record.kind !== "social" && !record.withheld,
    notices: noticesOf(archive, talk).map(({ text, place }) => ({
      text,
      link: place ? link(archive, place.path, placeName(place)) : null,
    })),
    isWithheld: record.withheld === true,
    withheldNames: withheldNames(archive, talk),
    recordingNote: record.recording === undefined ? null : words.recording[record.recording],
    chapters: chaptersOf(talk.video, player),
    speakers,
    occasion: occasionOf(archive, talk),
    bios: speakers.filter((speaker) => speaker.bio),
    hasNamedBios: speakers.length > 1,
    facts: factsOf(archive, talk),
    agenda: link(archive, sessionPath(talk), words.inAgenda),
    abstract: talk.abstract ?? null,
    abstractNote: record.abstractBy === "archive" ? words.ownSummary : null,
    media: allTalkMedia(archive, talk),
    player,
    transcript: transcriptLink(archive, talk),
    furtherPlayers: furtherPlayers(archive, talk),
    slides: slidesFronts(archive, talk),
    deck: deckCover(archive, talk),
    original: originalOf(archive, talk),
    links: (record.links ?? []).map(({ url, title }) => outside(url, title)),
    citation: isCitable(talk) ? new Deferred(() => citationView(archive, talk), recordsBehind(archive, talk)) : null,
    topics: talk.topics.map((topic) => link(archive, topic.path, topic.name)),
    downloads: talkDownloads(archive, talk),
    sources: sourceLinks(record.sources),
    previous: previous ? talkLink(archive, previous) : null,
    next: next ? talkLink(archive, next) : null,
    more: moreBySpeakers(talk).map((other) => (only ? talkItemWithout(archive, other, only.person) : talkItem(archive, other))),
    related: relatedTalks(archive, talk).map((other) => talkItem(archive, other)),
  };
}

/** The page of the talk on the original site; nothing where that address only leads back to this page. */
function originalOf(archive: Archive, { record, path }: Talk): OutsideLink | null {
  const { original, formerUrls = [] } = record;
  if (original === undefined) return null;
  const { host, pathname } = new URL(original);
  const own = [archive.site.base.origin, archive.site.record.url].map((url) => new URL(url).host);
  const isHere = own.includes(host) && [path, ...formerUrls].includes(pathname);
  return isHere ? null : outside(original, archive.words.talk.original);
}

function transcriptLink(archive: Archive, talk: Talk): TalkView["transcript"] {
  const parts = transcriptParts(archive, talk);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { ...link(archive, first.path, archive.words.talk.transcript), length: formatSeconds(last.to) } : null;
}

function citationView(archive: Archive, talk: Talk) {
  return {
    parts: citationParts(citationOf(archive, talk), archive.words, isolated).map(piecesOf),
    formats: citationDownloads(archive, talk),
  };
}

/** `A talk, a keynote by Ada Example at Example Summit 2012.` */
function inSentence({ words: { list, talk: words } }: Archive, { title, record, event, speakers }: Talk): string {
  const names = speakers.slice(0, MOST_NAMES).map((speaker) => speaker.name);
  const unnamed = speakers.length - names.length;
  const all = list.and(unnamed > 0 ? [...names, words.moreSpeakers(unnamed)] : names);
  return words.description({ title, session: words.session[record.kind], speakers: all, event: event.record.name });
}

/** `Edinburgh, United Kingdom · Thu 24 October 2013, 09:15–10:30 · Moorfoot Hall`; without a day the dates of the event. */
function occasionOf(archive: Archive, talk: Talk): string {
  const { dates, talk: words } = archive.words;
  const { record, event, when } = talk;
  const span = dates.range(event.record.startDate, event.record.endDate);
  const isOneDay = event.record.startDate !== undefined && event.record.startDate === event.record.endDate;
  const day = when ? whenText(archive, talk, dates.shortDay) : span && (isOneDay ? span : words.dayNotKnown(span));
  return [placeOf(archive, event), day, record.room].filter(Boolean).join(" · ");
}

/** What the line above the title does not say. */
function factsOf(archive: Archive, talk: Talk): Fact[] {
  const { record, event, when } = talk;
  const { dates, kinds, list, minutes: formatMinutes, talk: words } = archive.words;
  const minutes = minutesOf(talk);
  const facts: [term: string, text: string | string[] | undefined, href?: string][] = [
    [words.programme, when && when.day !== when.date && !isLong(talk) ? dates.day(when.day) : undefined],
    [words.length, minutes === undefined || isLong(talk) ? undefined : formatMinutes(minutes)],
    [words.zone, when?.start === undefined ? undefined : event.record.timezone?.split(/(?<=\/)/)],
    [words.track, record.track],
    [words.kind, record.kind === "talk" ? undefined : capitalize(kinds[record.kind])],
    [talk.languages.length > 1 ? words.languages : words.language, list.commas(otherLanguages(archive, talk)) || undefined],
    [words.part, record.part === undefined ? undefined : words.partOf({ part: record.part, parts: record.parts })],
    ...related(words.continues, talk.continues ? [talk.continues] : []),
    ...related(words.continuedBy, talk.continuedBy),
    ...related(words.alsoGivenAt, talk.alsoGivenAt),
  ];
  const stated = facts.flatMap(([term, text, path]): Fact[] =>
    text === undefined
      ? []
      : [{ term, text: [text].flat(), href: path === undefined ? null : href(archive.site.base, path), outside: null }],
  );
  return [...stated, ...licenceFacts(archive, talk)];
}

/** Facts that lead to other talks and events. */
function related(term: string, others: readonly (Talk | Event)[]): [string, string, string][] {
  return others.map((other) => [term, placeName(other), other.path]);
}

/** The licence of the talk, and those of its documents and recordings that differ from it. */
function licenceFacts(archive: Archive, talk: Talk): Fact[] {
  const { site, words } = archive;
  const own = licenceOf(site, talk);
  const [slides, others] = [talk.documents.filter(({ kind }) => kind === "slides"), talk.documents.filter(({ kind }) => kind !== "slides")];
  const ofDocuments = (documents: Talk["documents"]) =>
    documents.map((document): Licensed => [documentTitle(archive, talk, document), documentLicence(site, talk, document)]);
  const ofRecordings = talk.recordings.map(
    (recording): Licensed => [recordingTitle(archive, talk, recording), recordingLicence(site, talk, recording)],
  );
  // One fact for all of a kind where they agree, else one for each that differs from the talk.
  const together = (term: string, all: readonly Licensed[]): Licensed[] =>
    new Set(all.map(([, licence]) => licence)).size === 1 ? [[term, all[0]?.[1]]] : each(all);
  const each = (all: readonly Licensed[]) => all.map(([title, licence]): Licensed => [words.talk.licenceOf(title), licence]);
  const parts = [
    ...together(words.talk.slidesLicence, ofDocuments(slides)),
    ...each(ofDocuments(others)),
    ...together(words.talk.recordingLicence, ofRecordings),
  ];
  const facts: Licensed[] = [[words.talk.licence, own], ...parts.filter(([, licence]) => licence !== own)];
  return facts.flatMap(([term, licence]) =>
    licence === undefined ? [] : [{ term, text: [licence], href: null, outside: licenceLink(licence) }],
  );
}

/** What has a licence, and the licence. */
type Licensed = [term: string, licence: string | undefined];

/** A talk elsewhere as “title, event”, an event by its name. */
function placeName(other: Talk | Event): string {
  return isTalk(other) ? `${other.title}, ${other.event.record.name}` : other.record.name;
}
