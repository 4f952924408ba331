/** The view of a paper in a list. */
import type { Archive, Paper } from "../model/archive.ts";
import { type Link, link, type OutsideLink, outside, type SourceLink, sourceLinks } from "./links.ts";

export interface PaperItem {
  id: string;
  title: string;
  href: string | null;
  authors: string;
  published: string;
  doi: OutsideLink | null;
  note: string | null;
  noteBy: string | null;
  topics: Link[];
  links: OutsideLink[];
  sources: SourceLink[];
}

export function paperItem(archive: Archive, paper: Paper): PaperItem {
  const { record } = paper;
  const { list, paperItem: words } = archive.words;
  return {
    id: paper.id,
    title: record.title,
    href: record.url ?? null,
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
