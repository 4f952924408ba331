/** What can be found in an archive, in one order on every machine. */
import { cutIntoParts } from "../components/parts.ts";
import {
  type Appearance,
  type Archive,
  type Event,
  type Organization,
  type Page,
  type Paper,
  type Person,
  presentations,
  type Topic,
} from "../model/archive.ts";
import { formatRange } from "../model/dates.ts";
import { membersOf, talksOf, yearsOf } from "../model/organizations.ts";
import { PATHS } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import { type SearchDocument, some, sortingDate, unique } from "./document.ts";
import { talkDocument } from "./talk-document.ts";
import { otherSpellings } from "../text/indexed-words.ts";

/**
 * Everything that can be found: talks, people, events, papers, topics, organizations and free pages. A topic of one talk would only be found beside
 * that talk, and take its place.
 */
export function* searchDocuments(archive: Archive): Iterable<SearchDocument> {
  const employers = new Map(archive.organizations.flatMap(({ name, appearances }) => appearances.map((at) => [at, name] as const)));
  const organizationOf = (at: Appearance) => employers.get(at) ?? at.organization;
  for (const talk of presentations(archive.talks)) yield talkDocument(archive, talk, organizationOf);
  const employed = employersOf(archive);
  for (const person of archive.people) yield personDocument(person, [...(employed.get(person) ?? [])]);
  for (const event of archive.events) yield eventDocument(event);
  for (const { path, items } of cutIntoParts(archive, archive.papers.toReversed(), PATHS.papers))
    for (const paper of items) yield paperDocument(paper, path);
  for (const topic of archive.topics) if (topic.term || topic.talks.length + topic.papers.length > 1) yield topicDocument(topic);
  for (const organization of archive.organizations) yield organizationDocument(organization);
  for (const page of archive.pages) yield pageDocument(page);
}

function personDocument(person: Person, organizations: string[]): SearchDocument {
  const { name, record, bio, appearances } = person;
  const names = unique([...(record?.record.aliases ?? []), ...appearances.map((appearance) => appearance.name)]);
  const talks = appearances.map(({ talk }) => talk).filter(({ isBreak }) => !isBreak);
  const years = unique(talks.map(({ event }) => event.year)).sort();
  return {
    path: person.path,
    meta: {
      title: name,
      ...some("from", organizations.join(", ")),
      ...some("also", unique([...names.filter((other) => other !== name), ...otherSpellings([name, ...names])]).join(" ")),
    },
    stretches: stretch(bio?.text),
    filters: { kind: ["Speaker"], year: years, speaker: [name], organization: organizations },
    shown: some("day", size(talks.length, years)),
    date: sortingDate(years.at(-1)),
  };
}

/** The organizations of every person, in order of names. */
function employersOf(archive: Archive): ReadonlyMap<Person, ReadonlySet<string>> {
  const known = new Map<Person, Set<string>>();
  for (const { name, appearances, recorded } of archive.organizations)
    for (const person of [...recorded, ...appearances.map((at) => at.person)])
      known.set(person, (known.get(person) ?? new Set()).add(name));
  return known;
}

function eventDocument({ path, record, year, talks, welcome }: Event): SearchDocument {
  const where = unique([record.venue, record.city, record.country]).join(", ");
  return {
    path,
    meta: {
      title: record.name,
      ...some("about", where),
      ...some("from", record.host),
      ...some("also", otherSpellings([record.name, where]).join(" ")),
    },
    stretches: stretch(welcome?.text),
    filters: { kind: ["Event"], event: [record.name], year: unique([year]) },
    shown: some("day", [formatRange(record.startDate, record.endDate), size(presentations(talks).length, [])].filter(Boolean).join(", ")),
    date: sortingDate(record.startDate ?? year),
  };
}

function paperDocument({ id, record, note, topics }: Paper, list: string): SearchDocument {
  const names = topics.map((topic) => topic.name);
  const authors = record.authors ?? [];
  const year = record.year?.toString();
  return {
    path: `${list}#paper-${id}`,
    meta: {
      title: record.title,
      ...some("by", authors.join(", ")),
      ...some("about", names.join(", ")),
      ...some("event", record.venue),
      ...some("known", otherSpellings(authors).join(" ")),
      ...some("also", otherSpellings([record.title]).join(" ")),
    },
    stretches: stretch(note?.text),
    filters: { kind: ["Paper"], year: unique([year]), topic: names },
    shown: some("day", year),
    date: sortingDate(year),
  };
}

function topicDocument(topic: Topic): SearchDocument {
  const talks = presentations(topic.talks);
  const years = unique(talks.map(({ event }) => event.year)).sort();
  return {
    path: topic.path,
    meta: { title: topic.name, ...some("also", [...topic.otherNames, ...otherSpellings([topic.name])].join(" ")) },
    stretches: [],
    filters: { kind: ["Topic"], topic: [topic.name] },
    shown: some("day", size(talks.length, years)),
    date: sortingDate(years.at(-1)),
  };
}

function organizationDocument(organization: Organization): SearchDocument {
  const { path, name, otherNames } = organization;
  const years = yearsOf(organization);
  const people = membersOf(organization).length;
  return {
    path,
    meta: { title: name, ...some("also", [...otherNames, ...otherSpellings([name, ...otherNames])].join(" ")) },
    stretches: [],
    filters: { kind: ["Organization"], year: years, organization: [name] },
    shown: some(
      "day",
      [people ? count(people, "speaker") : "", size(presentations(talksOf(organization)).length, years)].filter(Boolean).join(", "),
    ),
    date: sortingDate(years.at(-1)),
  };
}

/** Of a catalogue the names alone: what is said of each would be most of the index of a small archive. */
function pageDocument({ path, record, text, entries }: Page): SearchDocument {
  const names = entries.map(({ record: entry }) => entry.name);
  return {
    path,
    meta: { title: record.title },
    stretches: stretch([text?.text, ...names].filter(Boolean).join("\n")),
    filters: { kind: ["Page"] },
    shown: {},
    date: sortingDate(undefined),
  };
}

const stretch = (text: string | undefined) => (text ? [{ place: "", text }] : []);

/** `12 talks, 2007–2013`. */
function size(talks: number, years: readonly string[]): string {
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? first : `${first}–${last}`;
  return talks === 0 ? "" : [count(talks, "talk"), span].filter(Boolean).join(", ");
}
