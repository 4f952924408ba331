/** Groups of files with their keys, for tests that hold what a key stands for against what is made. */
import type { Archive } from "../../src/model/archive.ts";
import { outputGroups } from "../../src/outputs/index.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { searchable } from "../../src/search/documents.ts";

export interface Keyed {
  key: string;
  /** All that the files say. It is made when asked for. */
  made: () => string;
}

/** A font for cards, so that pages name theirs. */
const CARDS = { key: "a font", letters: [[0x20, 0x7e] as const] };

/** The groups of pages that have keys, by kind and name. */
export function pageGroups(archive: Archive): Map<string, Keyed> {
  archive.made = { ...archive.made, cards: CARDS };
  const all = PAGE_KINDS.flatMap(({ name, groups }) =>
    [...(groups?.(archive) ?? [])].flatMap(({ id, key, views }) =>
      key ? [[`${name} ${id}`, { key: key(), made: () => JSON.stringify([...views()]) }] as const] : [],
    ),
  );
  return new Map(all);
}

/** The groups of other files, and what the search finds. */
export function otherGroups(archive: Archive): Map<string, Keyed> {
  const none = () => new Uint8Array();
  const context = { pagePaths: [], sections: [], readMedia: none, readRecord: none };
  const files = [...outputGroups(archive, context)].map(({ name, key, files }) => {
    const made = () => JSON.stringify([...files()].map(({ path, content }) => [path, String(content)]));
    return [name, { key: key(), made }] as const;
  });
  const found = [...searchable(archive)].flatMap(({ key, make }) => {
    if (!key) return [];
    const document = make();
    return [[`search ${document.path}`, { key: key(), made: () => JSON.stringify(document) }] as const];
  });
  return new Map([...files, ...found]);
}

/** The groups that say something else under the same key. */
export function staleGroups(before: ReadonlyMap<string, Keyed>, after: ReadonlyMap<string, Keyed>): string[] {
  return [...before].flatMap(([name, old]) => {
    const now = after.get(name);
    return now && now.key === old.key && now.made() !== old.made() ? [name] : [];
  });
}
