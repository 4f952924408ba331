/** The list of papers by year. */
import { listedPapers, PAPERS_PART, type PaperItem, paperItem } from "../components/paper-item.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { dataPath, PATHS } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
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
    const { count, dates, papers: words } = archive.words;
    const noted = archive.papers.filter(({ note }) => note);
    for (const part of cutIntoParts(archive, listedPapers(archive), PATHS.papers, { weightOf: () => 1, most: PAPERS_PART })) {
      const years = new Map<string, PaperItem[]>();
      for (const paper of part.items) {
        const year = paper.record.year === undefined ? dates.yearNotKnown : String(paper.record.year);
        addTo(years, year, paperItem(archive, paper));
      }
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `${words.title}${part.suffix}`,
          description: words.description({ papers: archive.papers.length, archive: archive.site.record.name }),
          folder: "papers",
          section: PATHS.papers,
          data: dataPath("papers"),
        }),
        total: count.papers(archive.papers.length),
        hasOwnNotes: noted.length > 0 && noted.every(({ record }) => record.noteBy === "archive"),
        parts: part.parts,
        years: [...years].map(([year, papers], index) => ({ id: `year-${index + 1}`, year, papers })),
      };
    }
  },
};
