/** The words that a mistyped one may have meant: those of names, titles and topics. */
import { type Archive, presentations } from "../model/archive.ts";
import { fold } from "../text/fold.ts";
import { inLatinLetters } from "../text/indexed-words.ts";
import type { IndexFile } from "./pagefind.ts";
import { nameDigest } from "../text/digest.ts";

/** Bytes of a part of the list from which on the next begins: a small archive has one part. */
const PART = 24_000;

/** All of them in small letters without accents, in order. */
export function searchNames(archive: Archive): string[] {
  const texts = [
    ...presentations(archive.talks).map(({ title }) => title),
    ...archive.papers.map(({ record }) => record.title),
    ...archive.topics.flatMap(({ name, otherNames, term }) => [name, ...otherNames, ...(term?.words ?? [])]),
    ...archive.events.flatMap(({ record }) => [record.name, record.city ?? "", record.country ?? ""]),
    ...archive.organizations.map(({ name }) => name),
  ];
  const words = new Set<string>();
  for (const text of texts)
    for (const word of wordsIn(text)) if (/^\p{Script=Latin}[\p{L}\p{M}\p{N}]{4,}$/u.test(word)) words.add(fold(word));
  // Of a plural, its singular is enough.
  const names = archive.people
    .flatMap(({ name }) => [...wordsIn(name).map(fold), ...inLatinLetters([name])])
    .filter((word) => word.length > 2);
  return [...new Set([...names, ...[...words].filter((word) => !words.has(word.slice(0, -1)))])].sort();
}

const wordsIn = (text: string) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);

/** The list in parts as `assets/js/parts/search-names.ts` reads them, each with its first and last word. */
export function namesInParts(words: readonly string[]): { parts: [first: string, last: string, path: string][]; files: IndexFile[] } {
  const files: IndexFile[] = [];
  const parts: [first: string, last: string, path: string][] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    for (let size = 0; to < words.length && size < PART; to++) size += (words[to]?.length ?? 0) + 1;
    const some = words.slice(from, to);
    const content = Buffer.from(some.join("\n"));
    const path = `index/names-${nameDigest(content)}.txt`;
    files.push({ path, content });
    parts.push([some[0] ?? "", some.at(-1) ?? "", path]);
  }
  return { parts, files };
}
