/** The splitting of long lists into pages of a readable size, and the links between them. */
import type { Archive } from "../model/archive.ts";
import { PART_SIZE } from "../publishing/page-needs.ts";
import { type Link, link } from "./links.ts";

export interface PartLink extends Link {
  current: boolean;
}

/** One page of a long list. */
export interface Part<T> {
  path: string;
  number: number;
  items: T[];
  /** Links to all parts; empty when there is only one. */
  parts: PartLink[];
  /** ` (2 of 5)` for titles, empty for a whole list. */
  suffix: string;
}

/** Cuts a list into parts; the first is at `path`, the second at `restPath(2)`. An empty list is one empty part. */
export function cutIntoParts<T>(
  archive: Archive,
  items: readonly T[],
  path: string,
  restPath = (number: number) => `${path}${number}/`,
  size = PART_SIZE,
): Part<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const paths = Array.from({ length: count }, (_, index) => (index === 0 ? path : restPath(index + 1)));
  return paths.map((partPath, index) => ({
    path: partPath,
    number: index + 1,
    items: items.slice(index * size, (index + 1) * size),
    parts:
      count === 1
        ? []
        : paths.map((to, at) => ({
            ...link(archive, to, `${at * size + 1}–${Math.min((at + 1) * size, items.length)}`),
            current: at === index,
          })),
    suffix: count === 1 ? "" : archive.words.parts.suffix({ number: index + 1, all: count }),
  }));
}
