/** What can be found in an archive, in one order on every machine. */
import { talkDigest } from "../components/digests.ts";
import { paperListPath } from "../components/paper-item.ts";
import {
  type Appearance,
  type Archive,
  type Event,
  type Filed,
  type Organization,
  type Page,
  type Paper,
  type Person,
  presentations,
  type Topic,
} from "../model/archive.ts";
import { membersOf, organizationsIn, talksOf, yearsOf } from "../model/organizations.ts";
import type { Words } from "../words/words.ts";
import { placesOf, type SearchDocument, searchWords, some, sortingDate, timesOf, unique, yearBeside } from "./document.ts";
import { talkDocument } from "./talk-document.ts";
import type { Indexable } from "./pagefind.ts";
import { digest, digestOf } from "../text/digest.ts";
import { citedName } from "../text/person-names.ts";
import { inLatinLetters, otherSpellings } from "../text/indexed-words.ts";

/**
 * Everything that can be found: talks, people, events, papers, topics, organizations and free pages. A topic of one talk would only be found beside
 * that talk, and take its place.
 */
export function* searchDocuments(archive: Archive): Iterable<SearchDocument> {
  for (const { make } of searchable(archive)) yield make();
}

/** A document as the index takes it in, which digests it. */
export function indexable(document: SearchDocument): Indexable {
  const text = JSON.stringify(document);
  return { digest: digest(text), size: text.length, make: () => document };
}

/** Something that can be found, before its document is made. */
export interface Searchable {
  /** What its document is made of; left out where that takes as long to know as to make it. */
  key?: () => string;
  make: () => SearchDocument;
}

/** All that can be found, in the order of `searchDocuments`. */
export function* searchable(archive: Archive): Generator<Searchable> {
  const { words } = archive;
  const vocabularies = digestOf(Object.values(archive.vocabularies).map(({ digest, record }: Filed<unknown>) => digest ?? record));
  for (const talk of presentations(archive.talks)) {
    if (talk.record.withheld) continue;
    yield {
      key: () => digestOf([talkDigest(archive, talk), vocabularies, talk.speakers.map(organizationsAt)]),
      make: () => talkDocument(archive, talk, organizationsAt),
    };
  }
  const employed = employersOf(archive);
  for (const person of archive.people) yield { make: () => personDocument(words, person, [...(employed.get(person) ?? [])]) };
  for (const event of archive.events) yield { make: () => eventDocument(words, event) };
  for (const paper of archive.papers.toReversed()) yield { make: () => paperDocument(words, paper, paperListPath(archive, paper)) };
  for (const topic of archive.topics)
    if (topic.term || topic.talks.length + topic.papers.length > 1) yield { make: () => topicDocument(words, topic) };
  for (const organization of archive.organizations) yield { make: () => organizationDocument(words, organization) };
  for (const page of archive.pages) yield { make: () => pageDocument(words, page) };
}

/** The names by which the organizations are known that somebody is shown with at a talk; what names none stands for itself. */
function organizationsAt({ affiliation, organization }: Appearance): string[] {
  const names = organizationsIn(affiliation).map(({ name }) => name);
  return names.length > 0 || organization === undefined ? names : [organization];
}

function personDocument(words: Words, person: Person, organizations: string[]): SearchDocument {
  const { name, record, bio, appearances } = person;
  const names = unique([...(record?.record.aliases ?? []), ...appearances.map((appearance) => appearance.name)]);
  const talks = appearances.map(({ talk }) => talk).filter(({ isBreak }) => !isBreak);
  const years = unique(talks.map(({ event }) => event.year)).sort();
  return {
    path: person.path,
    meta: {
      title: name,
      ...some("from", words.list.commas(organizations)),
      ...some(
        "also",
        unique([...names.filter((other) => other !== name), ...otherSpellings([name, ...names]), ...inLatinLetters([name, ...names])]).join(
          " ",
        ),
      ),
    },
    stretches: stretch(bio?.text),
    names: [name, ...names, ...familyName(name)],
    kind: "speaker",
    filters: { kind: [words.found.speaker], year: years, speaker: [name], organization: organizations },
    shown: some("day", size(words, talks.length, years)),
    date: sortingDate(years.at(-1)),
  };
}

/** By which a person is often asked for. */
function familyName(name: string): string[] {
  const cited = citedName(name);
  return "family" in cited ? [cited.family] : [];
}

/** The organizations of every person, in order of names. */
function employersOf(archive: Archive): ReadonlyMap<Person, ReadonlySet<string>> {
  const known = new Map<Person, Set<string>>();
  for (const { name, appearances, recorded } of archive.organizations)
    for (const person of [...recorded, ...appearances.map((at) => at.person)])
      known.set(person, (known.get(person) ?? new Set()).add(name));
  return known;
}

function eventDocument(words: Words, event: Event): SearchDocument {
  const { path, record, year, talks, welcome } = event;
  const where = words.list.commas(unique([record.venue, record.city, record.country]));
  return {
    path,
    meta: {
      title: record.name,
      ...some("about", where),
      ...some("from", record.host),
      ...some("asked", yearBeside(year, record.name)),
      ...some("also", otherSpellings([record.name, where]).join(" ")),
    },
    stretches: stretch(welcome?.text),
    names: [record.name, ...placesOf(event), ...timesOf(event, words)],
    kind: "event",
    filters: { kind: [words.found.event], event: [record.name], year: unique([year]) },
    shown: some(
      "day",
      words.list.commas([words.dates.range(record.startDate, record.endDate), size(words, presentations(talks).length, [])]),
    ),
    date: sortingDate(record.startDate ?? year),
  };
}

function paperDocument(words: Words, { id, record, note, topics }: Paper, list: string): SearchDocument {
  const names = topics.map((topic) => topic.name);
  const authors = record.authors ?? [];
  const year = record.year?.toString();
  return {
    path: `${list}#paper-${id}`,
    meta: {
      title: record.title,
      ...some("by", words.list.commas(authors)),
      ...some("about", words.list.commas(names)),
      ...some("event", record.venue),
      ...searchWords(record, topics, yearBeside(year, record.venue)),
      ...some("known", [...otherSpellings(authors), ...inLatinLetters(authors)].join(" ")),
      ...some("also", otherSpellings([record.title]).join(" ")),
    },
    stretches: stretch(note?.text),
    kind: "paper",
    filters: { kind: [words.found.paper], year: unique([year]), topic: names },
    shown: some("day", year),
    date: sortingDate(year),
  };
}

function topicDocument(words: Words, topic: Topic): SearchDocument {
  const talks = presentations(topic.talks);
  const years = unique(talks.map(({ event }) => event.year)).sort();
  return {
    path: topic.path,
    meta: {
      title: topic.name,
      ...some("also", unique([...topic.otherNames, ...(topic.term?.words ?? []), ...otherSpellings([topic.name])]).join(" ")),
    },
    stretches: stretch(topic.term?.description),
    names: [topic.name, ...topic.otherNames, ...(topic.term?.words ?? [])],
    kind: "topic",
    filters: { kind: [words.found.topic], topic: [topic.name] },
    shown: some("day", size(words, talks.length, years)),
    date: sortingDate(years.at(-1)),
  };
}

function organizationDocument(words: Words, organization: Organization): SearchDocument {
  const { path, name, otherNames } = organization;
  const years = yearsOf(organization);
  const people = membersOf(organization).length;
  return {
    path,
    meta: { title: name, ...some("also", [...otherNames, ...otherSpellings([name, ...otherNames])].join(" ")) },
    stretches: [],
    names: [name, ...otherNames],
    kind: "organization",
    filters: { kind: [words.found.organization], year: years, organization: [name] },
    shown: some(
      "day",
      words.list.commas([people && words.count.speakers(people), size(words, presentations(talksOf(organization)).length, years)]),
    ),
    date: sortingDate(years.at(-1)),
  };
}

/** Of a catalogue the names alone: what is said of each would be most of the index of a small archive. */
function pageDocument({ found }: Words, { path, record, text, entries }: Page): SearchDocument {
  const names = entries.map(({ record: entry }) => entry.name);
  return {
    path,
    meta: { title: record.title },
    stretches: stretch([text?.text, ...names].filter(Boolean).join("\n")),
    kind: "page",
    filters: { kind: [found.page] },
    shown: {},
    date: sortingDate(undefined),
  };
}

const stretch = (text: string | undefined) => (text ? [{ place: "", text }] : []);

/** `12 talks, 2007–2013`. */
function size({ count, list }: Words, talks: number, years: readonly string[]): string {
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? first : `${first}–${last}`;
  return talks === 0 ? "" : list.commas([count.talks(talks), span]);
}
