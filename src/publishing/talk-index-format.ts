/** The format of `presentations/talks.json`, which `outputs/talk-index.ts` writes and the filter of a large archive reads. */

/** Every talk as lists show it; numbers in talks are places in the tables. */
export interface TalkIndex {
  /** Names and addresses. */
  people: [name: string, href: string][];
  topics: string[];
  /** What slides and videos have in common: where they are, whether they are gone, and the name of an archived copy. */
  media: [kind: string, label: string, where: string, isGone: 0 | 1, copy: string][];
  /** Newest first, each with its talks. */
  events: [name: string, href: string, year: string, talks: IndexedTalk[]][];
}

/** A talk; its path is below that of its event. Kind and language are there where they are not the usual ones. */
export type IndexedTalk = [
  title: string,
  path: string,
  people: number[],
  topics: number[],
  media: [media: number, href: string, copy?: string][],
  kind?: string,
  lang?: string,
  /** Names of all its languages with `|` between them, where they are not the site's alone. */
  languages?: string,
  status?: string,
  /** The address of its small picture. */
  picture?: string,
];
