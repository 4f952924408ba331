/** Former addresses: which paths of older sites lead on to which pages. */
import type { Archive, Event, Talk } from "../model/archive.ts";
import { aliasSlugs, type Term } from "../model/vocabulary.ts";
import { agendaPath, decodedPath, encodedPath, href, organizationPath, outputFile, PATHS, topicPath } from "../model/urls.ts";
import { slug } from "../text/slug.ts";
import { formerAddress, formerPages, pagesBelow } from "./former.ts";

/** A former path, the path of the page it leads to, and that page's title with its language where one is known. */
export interface Moved {
  from: string;
  to: string;
  title: string;
  lang?: string;
}

/** Every former path of the archive, in the order of events, talks, people and pages, those of pages below them too; then other words for topics and organizations, and words that are none. */
export function movedPaths(archive: Archive): Moved[] {
  const moved = (formerUrls: readonly string[] | undefined, to: string, title: string) =>
    (formerUrls ?? []).map((from) => ({ from, to, title }));
  const { words, vocabularies } = archive;
  const { topics, organizations } = vocabularies;
  return [
    ...archive.events.flatMap((event) => [
      ...moved(event.record.formerUrls, event.path, event.record.name),
      ...movedBelow(archive, event, event.record.name),
    ]),
    // It may have had an agenda, when talks were known that are gone now.
    ...archive.events
      .filter(({ talks }) => talks.length === 0)
      .flatMap((event) => {
        const agenda = agendaPath(event.id);
        const formers = formerPages(event).map((former) => formerAddress(agenda, event.path, former));
        return moved([agenda, ...formers], event.path, event.record.name);
      }),
    ...archive.talks.flatMap((talk) =>
      [...moved(talk.record.formerUrls, talk.path, talk.title), ...movedBelow(archive, talk, talk.title)].map((one) => ({
        ...one,
        lang: talk.language,
      })),
    ),
    ...archive.people.flatMap((person) => moved(person.record?.record.formerUrls, person.path, person.name)),
    ...archive.pages.flatMap((page) => moved(page.record.formerUrls, page.path, page.record.title)),
    ...notTaken(archive, [
      ...archive.topics.flatMap(({ term, path, name }) => moved(aliasPaths(term, topicPath), path, name)),
      ...archive.organizations.flatMap(({ term, path, name }) => moved(aliasPaths(term, organizationPath), path, name)),
      ...moved(ignoredPaths(topics?.record.notTopics, topicPath), PATHS.topics, words.topics.title),
      ...moved(ignoredPaths(organizations?.record.notOrganizations, organizationPath), PATHS.organizations, words.organizations.title),
    ]),
  ];
}

/** Those from where no topic and no organization has its page, each once: words that differ may have one address. */
function notTaken({ topics, organizations }: Archive, all: readonly Moved[]): Moved[] {
  const taken = new Set([...topics, ...organizations].map(({ path }) => path));
  return all.filter(({ from }) => !taken.has(from) && taken.add(from));
}

/** The pages below that of a talk or an event, at its former addresses. */
function movedBelow(archive: Archive, thing: Talk | Event, title: string): Moved[] {
  const formers = formerPages(thing);
  if (formers.length === 0) return [];
  return pagesBelow(archive, thing).flatMap((to) => formers.map((former) => ({ from: formerAddress(to, thing.path, former), to, title })));
}

/** Where pages of the other words of a term were, or would be. */
function aliasPaths(term: Term | undefined, pathOf: (slug: string) => string): string[] {
  return term ? aliasSlugs(term).map(pathOf) : [];
}

/** Where pages of words were that the vocabulary says are no terms; the list of all terms takes their place. */
export function ignoredPaths(words: readonly string[] | undefined, pathOf: (slug: string) => string): string[] {
  return [...new Set((words ?? []).map((word) => pathOf(slug(word))))];
}

/** A rule for a web server. All paths are under the prefix of the site. */
export interface Redirect {
  /** The path that a reader asks for, percent-encoded. */
  from: string;
  /** The same path as servers see it, decoded. */
  decoded: string;
  /** Where the reader is sent, percent-encoded. */
  to: string;
}

/** All rules, sorted. A former page in a folder of its own was reached with and without the slash at its end. */
export function redirects(archive: Archive): Redirect[] {
  const { base } = archive.site;
  return movedPaths(archive)
    .flatMap(({ from, to }) => variants(from).map((path) => ({ path: href(base, path), to: encodedPath(href(base, to)) })))
    .map(({ path, to }) => ({ from: encodedPath(path), decoded: decodedPath(path), to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function variants(from: string): string[] {
  if (outputFile(from) === from.slice(1)) return [from];
  const bare = from.replace(/\/$/, "");
  return [bare, `${bare}/`];
}
