/** The words that a mistyped one may have meant: those of names, titles and topics. */
import { type Archive, presentations } from "../model/archive.ts";

/** What the search reads (`assets/js/parts/search-names.ts`): names of people as they are, and all other words in small letters. */
export interface SearchNames {
  people: string[];
  words: string[];
}

export function searchNames(archive: Archive): SearchNames {
  const texts = [
    ...presentations(archive.talks).map(({ title }) => title),
    ...archive.papers.map(({ record }) => record.title),
    ...archive.topics.flatMap(({ name, otherNames }) => [name, ...otherNames]),
    ...archive.events.flatMap(({ record }) => [record.name, record.city ?? "", record.country ?? ""]),
    ...archive.organizations.map(({ name }) => name),
  ];
  const words = new Set<string>();
  for (const text of texts)
    for (const word of text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))
      if (/^\p{Script=Latin}[\p{L}\p{M}\p{N}]{4,}$/u.test(word)) words.add(word);
  // Of a plural, its singular is enough.
  return { people: archive.people.map(({ name }) => name), words: [...words].filter((word) => !words.has(word.slice(0, -1))).sort() };
}
