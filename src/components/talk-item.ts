/** The view of a talk in a list. */
import type { Appearance, Archive, Person, Talk } from "../model/archive.ts";
import { listPictureOfTalk } from "../model/slides.ts";
import { isCalledOff, statusOf } from "../model/status.ts";
import { href } from "../model/urls.ts";
import { isLong } from "../model/when.ts";
import { keyed } from "../text/deferred.ts";
import { foreignLanguage, type Link, link, type MediaLink } from "./links.ts";
import { partText } from "./notices.ts";
import { talkMedia } from "./talk-media.ts";

/** No list names more speakers of a talk than this. */
export const MOST_NAMES = 5;

export interface TalkItem {
  title: string;
  href: string;
  lang: string | null;
  kind: string | null;
  /** Its number among several sessions: `part 1 of 2`. */
  part: string | null;
  /** What became of it: `cancelled`. */
  status: string | null;
  /** The languages in which it was held, where they are not the site's alone; for the filter and as a mark. */
  languages: string[];
  /** Its kind, its number among several sessions, what became of it and its languages, each where it is not the usual one. */
  told: string[];
  isBreak: boolean;
  speakers: Link[];
  /** How many speakers are not named here. */
  moreSpeakers: number;
  /** In place of names that are not published. */
  withheldNames: string | null;
  event: Link;
  year: string;
  /** `09:30–10:15` as far as known. */
  time: string;
  /** First and last day of a session over several, with its times there. */
  span: string | null;
  room: string | null;
  media: MediaLink[];
  /** The address of its small picture, which shows nothing that its words do not say. */
  picture: string | null;
  topics: Link[];
}

const items = new WeakMap<Archive, Map<Talk, TalkItem>>();

/** A talk as lists show it; `kind` is named only where the talk is neither just a talk nor a break. */
export function talkItem(archive: Archive, talk: Talk): TalkItem {
  let known = items.get(archive);
  if (!known) {
    known = new Map();
    items.set(archive, known);
  }
  let item = known.get(talk);
  if (!item) {
    item = keyed(fieldsOf(archive, talk));
    known.set(talk, item);
  }
  return item;
}

/** A talk in a list of one speaker's talks, who is not named again. */
export function talkItemWithout(archive: Archive, talk: Talk, person: Person): TalkItem {
  return {
    ...talkItem(archive, talk),
    ...speakerFields(
      archive,
      talk.speakers.filter((speaker) => speaker.person !== person),
    ),
  };
}

function speakerFields(archive: Archive, speakers: readonly Appearance[]): Pick<TalkItem, "speakers" | "moreSpeakers"> {
  return {
    speakers: speakers.slice(0, MOST_NAMES).map((speaker) => link(archive, speaker.person.path, speaker.name)),
    moreSpeakers: Math.max(0, speakers.length - MOST_NAMES),
  };
}

function fieldsOf(archive: Archive, talk: Talk): TalkItem {
  const { record } = talk;
  const { words } = archive;
  const { kinds } = words;
  const status = statusOf(talk);
  // That a whole event moved online, its own page says; each of its talks took place.
  const isTold = status !== undefined && (isCalledOff(status) || status === record.status);
  const lang = foreignLanguage(archive, talk);
  const kind = record.kind === "talk" || talk.isBreak ? null : kinds[record.kind];
  const became = isTold ? words.status[status] : null;
  const languages = otherLanguages(archive, talk);
  const part = partText(archive, talk);
  const picture = listPictureOfTalk(archive, talk);
  return {
    title: talk.title,
    href: href(archive.site.base, talk.path),
    lang,
    kind,
    part,
    status: became,
    languages,
    told: [kind, part, became, ...languages].filter((mark) => mark !== null),
    isBreak: talk.isBreak,
    ...speakerFields(archive, talk.speakers),
    withheldNames: withheldNames(archive, talk),
    event: link(archive, talk.event.path, talk.event.record.name),
    year: talk.event.year ?? "",
    time: timeText(talk),
    span: isLong(talk) ? whenText(archive, talk, words.dates.day) : null,
    room: record.room ?? null,
    media: talkMedia(archive, talk),
    picture: picture === undefined ? null : href(archive.site.base, picture),
    topics: talk.topics.map((topic) => link(archive, topic.path, topic.name)),
  };
}

/** The names of the languages of a talk; none where it is held in that of the site alone. */
export function otherLanguages({ site, words }: Archive, { languages }: Talk): string[] {
  return languages.length === 1 && languages[0] === site.record.language ? [] : languages.map((language) => words.language(language));
}

/** What stands for speakers of a talk whose names are not published. */
export function withheldNames({ words }: Archive, { record }: Talk): string | null {
  return record.namesWithheld === undefined ? null : words.talkItem.withheldNames(record.namesWithheld);
}

/** `09:30–10:15`, or `09:30` where only the start is known, or the end is on another day. */
export function timeText(talk: Talk): string {
  const { start, end } = talk.when ?? {};
  return start ? (end && !isLong(talk) ? `${start}–${end}` : start) : "";
}

/** `Monday, 4 May 2020, 09:30–10:15`; of a session over several days its first and its last day with their times. */
export function whenText(archive: Archive, talk: Talk, dayText: (day: string) => string): string {
  const { date = "", lastDay = "", start, end } = talk.when ?? {};
  const { agendaItem, list } = archive.words;
  if (!isLong(talk)) return list.commas([dayText(date), timeText(talk)]);
  return agendaItem.span({ first: dayText(date), start, last: dayText(lastDay), end });
}
