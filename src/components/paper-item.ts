/** The view of a paper in a list. */
import type { Archive, Paper } from "../model/archive.ts";
import { href, PATHS } from "../model/urls.ts";
import { type Link, link, type OutsideLink, outside, sourceLinks } from "./links.ts";

/** Papers have notes and sources, so that few of them make a page heavy. */
export const PAPERS_PART = 25;

export interface PaperItem {
  id: string;
  title: string;
  href: string | null;
  /** Where the list of papers tells more. */
  details: string;
  authors: string;
  published: string;
  doi: OutsideLink | null;
  note: string | null;
  noteBy: string | null;
  topics: Link[];
  links: OutsideLink[];
  sources: OutsideLink[];
}

export function paperItem(archive: Archive, paper: Paper): PaperItem {
  const { record } = paper;
  const { list, paperItem: words } = archive.words;
  return {
    id: paper.id,
    title: record.title,
    href: record.url ?? null,
    details: href(archive.site.base, `${paperListPath(archive, paper)}#paper-${paper.id}`),
    authors: list.commas(record.authors ?? []),
    published: list.commas([record.venue, record.pages === undefined ? undefined : words.pages(record.pages), record.year]),
    doi: record.doi === undefined ? null : outside(`https://doi.org/${encodeURI(record.doi)}`, `doi:${record.doi}`),
    note: paper.note?.html ?? null,
    noteBy: record.noteBy === "archive" ? words.ownNote : null,
    topics: paper.topics.map((topic) => link(archive, topic.path, topic.name)),
    links: (record.links ?? []).map(({ url, title }) => outside(url, title)),
    sources: sourceLinks(record.sources),
  };
}

/** The papers as their list has them: the newest first, and those without a year last. */
export function listedPapers({ papers }: Archive): Paper[] {
  const isDated = ({ record }: Paper) => record.year !== undefined;
  return [...papers.filter(isDated).toReversed(), ...papers.filter((paper) => !isDated(paper))];
}

const places = new WeakMap<Archive, ReadonlyMap<Paper, number>>();

/** The place of each paper in that list, counted from 0; every mention of a paper asks. */
function placesOf(archive: Archive): ReadonlyMap<Paper, number> {
  const known = places.get(archive) ?? new Map(listedPapers(archive).map((paper, index) => [paper, index]));
  places.set(archive, known);
  return known;
}

/** The page of the list of papers that holds a paper. */
export function paperListPath(archive: Archive, paper: Paper): string {
  const number = Math.floor((placesOf(archive).get(paper) ?? 0) / PAPERS_PART) + 1;
  return number === 1 ? PATHS.papers : `${PATHS.papers}${number}/`;
}
