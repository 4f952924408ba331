/** What an archive is: the finished, related things that pages, outputs and checks read. */
import type { Words } from "../words/words.ts";
import type { HiddenWords } from "./hidden-words.ts";
import type { MadeMedia, MediaFile } from "./made-media.ts";
import type { EventRecord } from "./records/event.ts";
import type { PageRecord } from "./records/page.ts";
import type { PaperRecord } from "./records/paper.ts";
import type { SiteRecord } from "./records/site.ts";
import type { SpeakerRecord } from "./records/speaker.ts";
import type { TalkRecord } from "./records/talk.ts";
import type { OrganizationTerm, TopicTerm } from "./records/vocabulary.ts";
import type { WordsRecord } from "./records/words.ts";
import type { Filed, Vocabularies } from "./record-set.ts";
import type { TalkMedia } from "./talk-media.ts";
import type { LocalTime } from "./time.ts";
import type { Base } from "./urls.ts";

export type { Filed, Records, Vocabularies } from "./record-set.ts";

/** A text of a record: as written, as safe HTML, and as plain text. */
export interface Prose {
  markdown: string;
  html: string;
  text: string;
}

export interface Archive {
  site: Site;
  /** What readers see that no record says, in the language of the site. */
  words: Words;
  /** The record of those that are the archive's own. */
  ownWords?: Filed<WordsRecord>;
  /** In order of time; what has no date comes by name. */
  events: Event[];
  /** In order of events, and within an event of time or published order. */
  talks: Talk[];
  /** In order of sorting names. */
  people: Person[];
  /** In order of names. */
  topics: Topic[];
  /** In order of names. */
  organizations: Organization[];
  /** In order of years; what has none comes last, by name. */
  papers: Paper[];
  /** In order of names of their files. */
  pages: Page[];
  vocabularies: Vocabularies;
  media: ReadonlyMap<string, MediaFile>;
  /** Names of what is not published; nothing where all is. */
  hidden: HiddenWords | undefined;
  /** What the build makes of the media; nothing before that. */
  made: MadeMedia;
}

export interface Site extends Filed<SiteRecord> {
  base: Base;
  notice: Prose;
  introduction: Prose | undefined;
}

export interface Event extends Filed<EventRecord> {
  path: string;
  /** The year of the first day, or of the id; what year pages group by. */
  year: string | undefined;
  welcome: Prose | undefined;
  note: Prose | undefined;
  /** What `host` says, with the organizations that it names. */
  hosts: NamePart[];
  /** Every session in order, breaks included. */
  talks: Talk[];
  previous: Event | undefined;
  next: Event | undefined;
  /** The edition that took its place. */
  postponedTo: Event | undefined;
}

export interface Talk extends Filed<TalkRecord>, TalkMedia {
  slug: string;
  path: string;
  event: Event;
  title: string;
  abstract: Prose | undefined;
  speakers: Appearance[];
  topics: Topic[];
  /** The names of its topics for files of other programs, which depend on no record of another event. */
  keywords: string[];
  when: When | undefined;
  /** The main language. */
  language: string;
  /** All languages, the main one first. */
  languages: string[];
  /** Where it was given in the end. */
  postponedTo: Talk | Event | undefined;
  /** The session that it is the next part of, and those that are the next part of it. */
  continues: Talk | undefined;
  continuedBy: Talk[];
  /** The same talk at other events, and events where no record of it is known; in order of time. */
  alsoGivenAt: (Talk | Event)[];
  /** A break is part of the agenda, but no presentation. */
  isBreak: boolean;
}

/** The time of a talk, local to its event. Minutes of the day may pass 1440 for what starts after midnight. */
export interface When {
  /** The day on which it starts. */
  date: string;
  /** The day of the programme it belongs to. */
  day: string;
  start: string | undefined;
  end: string | undefined;
  /** The last day of a session over several days; else the day of the programme. */
  lastDay: string;
  /** Minutes from midnight of `day` to its start and end. */
  from: number | undefined;
  to: number | undefined;
  startTime: LocalTime | undefined;
  endTime: LocalTime | undefined;
}

/** One person at one talk, as published there. */
export interface Appearance {
  talk: Talk;
  person: Person;
  name: string;
  role: string | undefined;
  organization: string | undefined;
  /** What `organization` says, with the organizations that it names. */
  affiliation: NamePart[];
  bio: Prose | undefined;
}

/** A piece of a published text: the name of an organization, or what stands between two. */
export interface NamePart {
  text: string;
  organization: Organization | undefined;
}

export interface Person {
  slug: string;
  path: string;
  name: string;
  /** Family name first, folded to small letters without marks, for A to Z. */
  sortName: string;
  record: Filed<SpeakerRecord> | undefined;
  bio: Prose | undefined;
  appearances: Appearance[];
  /** The organizations that each of those in the record means. */
  affiliations: NamePart[][];
}

export interface Topic {
  slug: string;
  path: string;
  name: string;
  /** Further words for it. */
  otherNames: string[];
  /** Its entry in the curated vocabulary. */
  term: TopicTerm | undefined;
  broader: Topic | undefined;
  /** In order of names. */
  narrower: Topic[];
  talks: Talk[];
  papers: Paper[];
}

export interface Organization {
  slug: string;
  path: string;
  name: string;
  /** Further spellings of the name. */
  otherNames: string[];
  /** Its entry in the curated vocabulary. */
  term: OrganizationTerm | undefined;
  /** People at talks, shown with it there, in order of the talks. */
  appearances: Appearance[];
  /** People whose records name it. */
  recorded: Person[];
  /** In order of time. */
  hosted: Event[];
}

export interface Paper extends Filed<PaperRecord> {
  note: Prose | undefined;
  topics: Topic[];
}

export interface Page extends Filed<PageRecord> {
  path: string;
  text: Prose | undefined;
  entries: { record: NonNullable<PageRecord["entries"]>[number]; description: Prose | undefined }[];
}

/** Whether a thing that records name is a talk; else it is an event. */
export function isTalk(thing: Talk | Event): thing is Talk {
  return "event" in thing;
}

/** The presentations among talks: everything but breaks. */
export function presentations(talks: readonly Talk[]): Talk[] {
  return talks.filter((talk) => !talk.isBreak);
}
