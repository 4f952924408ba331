/** The list of papers by year. */
import { type PaperItem, paperItem } from "../components/paper-item.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { dataPath, PATHS } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import type { PageKind } from "./page-kind.ts";

interface PapersView extends PageHead {
  total: string;
  /** Whether all notes are the archive's own words. */
  hasOwnNotes: boolean;
  parts: PartLink[];
  years: { id: string; year: string; papers: PaperItem[] }[];
}

export const papersPages: PageKind<PapersView> = {
  name: "papers",
  *views(archive) {
    if (archive.papers.length === 0) return;
    const total = count(archive.papers.length, "paper");
    const noted = archive.papers.filter(({ note }) => note);
    for (const part of cutIntoParts(archive, archive.papers.toReversed(), PATHS.papers)) {
      const years = new Map<string, PaperItem[]>();
      for (const paper of part.items) {
        const year = paper.record.year === undefined ? "Year not known" : String(paper.record.year);
        years.set(year, [...(years.get(year) ?? []), paperItem(archive, paper)]);
      }
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `Papers${part.suffix}`,
          description: `${total} in the ${archive.site.record.name}, with authors, venues and addresses.`,
          folder: "papers",
          section: PATHS.papers,
          data: dataPath("papers"),
        }),
        total,
        hasOwnNotes: noted.length > 0 && noted.every(({ record }) => record.noteBy === "archive"),
        parts: part.parts,
        years: [...years].map(([year, papers], index) => ({ id: `year-${index + 1}`, year, papers })),
      };
    }
  },
};
