/** The splitting of long lists into pages of a readable size, and the links between them. */
import type { Archive, Talk } from "../model/archive.ts";
import { cutByWeight, MOST_TALKS, talkWeight } from "../model/list-weight.ts";
import { type Link, link } from "./links.ts";

/** The most that the names of one page may weigh. */
const MOST_NAMES = 5_800;

/** More parts than this are not all linked from each. */
const MOST_LINKS = 20;

/** The least that a name weighs, so that no page lists more than a reader can look through. */
const LEAST_NAME = MOST_NAMES / 290;

export interface PartLink extends Link {
  current: boolean;
}

/** One page of a long list. */
export interface Part<T> {
  path: string;
  number: number;
  items: T[];
  /** Links to all parts, or of very many to those around it, every so many, and the ends; empty when there is only one. */
  parts: PartLink[];
  /** ` (2 of 5)` for titles, empty for a whole list. */
  suffix: string;
}

/** How a list is cut, where that is not as all others are. */
interface Cut<T> {
  /** Where the further parts are; below the first where left out. */
  restPath?: (number: number) => string;
  /** What an entry weighs, and the most that a page of them may; see `model/list-weight.ts`. */
  weightOf: (item: T) => number;
  most: number;
  /** The weight of what else the first page has. */
  taken?: number;
  /** How many entries the first page has besides, which are counted where pages are named by their entries. */
  besides?: number;
}

/** How lists of talks are cut. */
export const TALKS_CUT: Cut<Talk> = { weightOf: talkWeight, most: MOST_TALKS };

/** How lists of names are cut, each with so many letters and a few figures. */
export function namesCut<T>(lettersOf: (item: T) => number): Cut<T> {
  return { weightOf: (item) => Math.max(LEAST_NAME, 12 + 0.8 * lettersOf(item)), most: MOST_NAMES };
}

/** Cuts a list into parts; the first is at `path`, the second at `restPath(2)`. An empty list is one empty part. */
export function cutIntoParts<T>(archive: Archive, items: readonly T[], path: string, cut: Cut<T>): Part<T>[] {
  const { restPath = (number: number) => `${path}${number}/`, weightOf, most, taken, besides = 0 } = cut;
  const pieces = cutByWeight(items, weightOf, most, taken);
  const count = pieces.length;
  let end = 0;
  const links = pieces.map((piece, index) => {
    const start = end + 1;
    end += piece.length + (index === 0 ? besides : 0);
    return { path: index === 0 ? path : restPath(index + 1), label: end > start ? `${start}–${end}` : `${start}` };
  });
  const isLinked = (at: number, from: number) =>
    count <= MOST_LINKS || at === 0 || at === count - 1 || Math.abs(at - from) <= 2 || at % Math.ceil(count / 10) === 0;
  return pieces.map((piece, index) => ({
    path: links[index]?.path ?? path,
    number: index + 1,
    items: piece,
    parts:
      count === 1
        ? []
        : links.flatMap((to, at) => (isLinked(at, index) ? { ...link(archive, to.path, to.label), current: at === index } : [])),
    suffix: count === 1 ? "" : archive.words.parts.suffix({ number: index + 1, all: count }),
  }));
}
