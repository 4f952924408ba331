/**
 * The format of `presentations/talks.json`, which `outputs/talk-index.ts` writes and the filter of a large archive reads: a whole index,
 * or of a very large archive what leads to its parts, each of which is an index of some events. The names of parts change with their
 * content, so that a page that is open while a newer build takes the place of an older one never reads parts of both.
 */

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

/** What leads to the parts of a very large index. Filters choose by it which parts they need, and offer their choices. */
export interface IndexOfParts {
  /** What the names of their files end in, in their order: `9c1185a5c5` of `talks-9c1185a5c5.json`. */
  parts: string[];
  /** The same of the file with the words of all talks (`IndexedWords`). */
  words: string;
  /** In the order of all parts together. */
  events: EventOfIndex[];
  /** Each with pairs of numbers: the place of an event, and how many of its talks have it. */
  topics: [name: string, ...eventsAndTalks: number[]][];
  languages: [name: string, ...eventsAndTalks: number[]][];
}

export type EventOfIndex = [name: string, year: string, part: number, talks: number, slides: number, video: number];

/**
 * Every word of titles and speakers, folded, a blank, and the parts that have it, each as one
 * character.
 */
export type IndexedWords = string[];
