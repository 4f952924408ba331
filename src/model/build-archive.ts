/** The making of an archive: the one place where records are related to each other. */
import { withOwnWords } from "../words/own-words.ts";
import { wordsFor } from "../words/words.ts";
import { isUsualYear } from "./dates.ts";
import { NOTHING_MADE } from "./made-media.ts";
import {
  type Appearance,
  type Archive,
  type Event,
  type Filed,
  isTalk,
  type Page,
  type Paper,
  type Prose,
  type Records,
  type Talk,
  type Topic,
} from "./archive.ts";
import { Organizations, organizationsIn } from "./organizations.ts";
import { byProgramme, byTime } from "./order.ts";
import { People } from "./people.ts";
import type { Finding } from "./problem.ts";
import type { EventRecord } from "./records/event.ts";
import type { TalkRecord } from "./records/talk.ts";
import { talkMediaOf } from "./talk-media.ts";
import { Topics } from "./topics.ts";
import { type Base, eventPath, pagePath, talkPath } from "./urls.ts";
import { withoutContent } from "./unpublished.ts";
import { whenOf } from "./when.ts";

/** Turns Markdown into HTML whose headings start at the given level, and which may have pictures of the archive's own media. */
export type RenderProse = (markdown: string, headingLevel?: number, hasPictures?: boolean) => Prose;

/** Relates checked records. Findings are about references that lead nowhere; the archive is whole all the same. */
export function buildArchive(records: Records, base: Base, render: RenderProse): { archive: Archive; findings: Finding[] } {
  const prose = (markdown: string | undefined, level?: number, hasPictures?: boolean) =>
    markdown === undefined ? undefined : render(markdown, level, hasPictures);
  const { language } = records.site.record;
  const { ownWords } = records;
  const words = ownWords ? withOwnWords(wordsFor(language), ownWords.record, language) : wordsFor(language);
  const people = new People(records.speakers);
  const topics = new Topics(records.vocabularies.topics?.record);
  const organizations = new Organizations(records.vocabularies.organizations?.record);

  const events = records.events.map((filed) => makeEvent(filed, prose, organizations)).sort(byTime);
  const eventsById = new Map(events.map((event) => [event.id, event]));
  linkNeighbours(events);
  for (const filed of records.talks) {
    const event = eventsById.get(filed.id.slice(0, filed.id.indexOf("/")));
    if (event) event.talks.push(makeTalk(filed, event));
  }
  for (const event of events) event.talks.sort(byProgramme);
  const talks = events.flatMap((event) => event.talks);
  relateSessions(events, talks);
  for (const talk of talks) for (const topic of talk.topics) topic.talks.push(talk);
  for (const talk of talks) for (const appearance of talk.speakers) appearance.person.appearances.push(appearance);
  for (const talk of talks)
    for (const appearance of talk.speakers)
      for (const organization of organizationsIn(appearance.affiliation)) organization.appearances.push(appearance);
  for (const event of events) for (const organization of organizationsIn(event.hosts)) organization.hosted.push(event);

  const papers: Paper[] = records.papers
    .map((filed) => ({ ...filed, note: prose(filed.record.note), topics: topicsOf(filed.record.topics) }))
    .sort((a, b) => (a.record.year ?? 9999) - (b.record.year ?? 9999) || (a.id < b.id ? -1 : 1));
  for (const paper of papers) for (const topic of paper.topics) topic.papers.push(paper);

  const everyone = people.all();
  for (const person of everyone) {
    person.bio = prose(person.record?.record.bio);
    person.affiliations = (person.record?.record.organizations ?? []).map(({ name }) => organizations.resolve(name));
    for (const organization of organizationsIn(person.affiliations.flat())) organization.recorded.push(person);
  }
  const site = { ...records.site, base, notice: render(records.site.record.notice), introduction: prose(records.site.record.introduction) };
  const pages = records.pages.map((filed) => makePage(filed, prose)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const archive: Archive = {
    site,
    words,
    ...(ownWords && { ownWords }),
    events,
    talks,
    people: everyone,
    topics: topics.all(),
    organizations: organizations.all(),
    papers,
    pages,
    vocabularies: records.vocabularies,
    media: records.media,
    hidden: records.hidden,
    made: NOTHING_MADE,
  };
  return { archive, findings: people.findings };

  function makeTalk(written: Filed<TalkRecord>, event: Event): Talk {
    const filed = written.record.withheld ? withoutContent(written, words.talk.withheldTitle) : written;
    const { record, id, file, digest, isAbridged, shortened } = filed;
    const { documents, recordings, slides, video } = talkMediaOf(record);
    const languages = [...(record.language === undefined ? [] : [record.language]), ...(record.languages ?? [])];
    const language = languages[0] ?? event.record.language ?? records.site.record.language;
    const slug = id.slice(event.id.length + 1);
    // Nothing is spread: V8 would give each talk a shape of its own then, and look up each field of each anew. The type wants all fields.
    const talk: Talk & Record<keyof Filed<TalkRecord>, unknown> = {
      id,
      file,
      digest,
      isAbridged,
      shortened,
      record,
      slug,
      path: talkPath(event.id, slug),
      event,
      title: record.title,
      abstract: prose(record.abstract),
      speakers: [],
      topics: topicsOf(record.topics),
      keywords: [...new Set((record.topics ?? []).flatMap((word) => topics.keywordOf(word) ?? []))],
      documents,
      recordings,
      slides,
      video,
      when: whenOf(record, event.record),
      language,
      languages: [...new Set([language, ...languages])],
      postponedTo: undefined,
      continues: undefined,
      continuedBy: [],
      alsoGivenAt: [],
      isBreak: record.kind === "break",
    };
    const listed =
      record.speakers ??
      (record.speaker === undefined
        ? []
        : [{ name: record.speaker, person: record.person, role: record.role, organization: record.organization, bio: record.bio }]);
    talk.speakers = listed.map((speaker, index): Appearance => {
      const person = people.resolve(speaker.name, speaker.person, file, record.speakers ? ["speakers", index] : []);
      const { name, role, organization } = speaker;
      const affiliation = organization === undefined ? [] : organizations.resolve(organization);
      return { talk, person, name, role, organization, affiliation, bio: prose(speaker.bio) };
    });
    return talk;
  }

  function topicsOf(named: readonly string[] | undefined): Topic[] {
    return [...new Set((named ?? []).flatMap((word) => topics.resolve(word) ?? []))];
  }
}

type OptionalProse = (markdown: string | undefined, level?: number, hasPictures?: boolean) => Prose | undefined;

function makeEvent(filed: Filed<EventRecord>, prose: OptionalProse, organizations: Organizations): Event {
  const { record, id } = filed;
  return {
    ...filed,
    path: eventPath(id),
    year: record.startDate?.slice(0, 4) ?? yearIn(id),
    welcome: prose(record.welcome, 2, true),
    note: prose(record.note),
    hosts: record.host === undefined ? [] : organizations.resolve(record.host),
    talks: [],
    previous: undefined,
    next: undefined,
    postponedTo: undefined,
  };
}

/** The year with which the name of an event's folder begins; 5784 and 2567 are those of other calendars. */
function yearIn(id: string): string | undefined {
  const [year] = /^\d{4}(?=-|$)/.exec(id) ?? [];
  return year !== undefined && isUsualYear(year) ? year : undefined;
}

function makePage(filed: Records["pages"][number], prose: OptionalProse): Page {
  const entries = (filed.record.entries ?? []).map((record) => ({ record, description: prose(record.description, 4) }));
  return { ...filed, path: pagePath(filed.id), text: prose(filed.record.text, 2, true), entries };
}

/** Relates talks and events to those that their records name; a name that leads nowhere is a finding of `checks/references.ts`. */
function relateSessions(events: readonly Event[], talks: readonly Talk[]): void {
  const named = new Map<string, Talk | Event>([...events, ...talks].map((thing) => [thing.id, thing]));
  const find = (id: string | undefined) => (id === undefined ? undefined : named.get(id));
  const given = new Map<Talk, Set<Talk | Event>>();
  const addGiven = (talk: Talk, other: Talk | Event) => given.set(talk, (given.get(talk) ?? new Set()).add(other));
  for (const event of events) {
    const other = find(event.record.postponedTo);
    if (other && !isTalk(other)) event.postponedTo = other;
  }
  for (const talk of talks) {
    talk.postponedTo = find(talk.record.postponedTo);
    const before = find(talk.record.continues);
    if (before && isTalk(before) && before !== talk) {
      talk.continues = before;
      before.continuedBy.push(talk);
    }
    for (const id of talk.record.alsoGivenAt ?? []) {
      const other = find(id);
      if (!other || other === talk) continue;
      addGiven(talk, other);
      if (isTalk(other)) addGiven(other, talk);
    }
  }
  const eventOf = (thing: Talk | Event) => (isTalk(thing) ? thing.event : thing);
  for (const [talk, others] of given)
    talk.alsoGivenAt = [...others].sort((a, b) => byTime(eventOf(a), eventOf(b)) || (a.id < b.id ? -1 : 1));
}

function linkNeighbours(events: Event[]): void {
  for (const [index, event] of events.entries()) {
    event.previous = events[index - 1];
    event.next = events[index + 1];
  }
}
