/** The list of years. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { presentations } from "../model/archive.ts";
import { listPartPath, PATHS } from "../model/urls.ts";
import { type Year, yearsOf } from "../model/years.ts";
import type { PageKind } from "./page-kind.ts";

interface YearsView extends PageHead {
  parts: PartLink[];
  years: (Link & { size: string; events: Link[] })[];
}

export const yearsPages: PageKind<YearsView> = {
  name: "years",
  *views(archive) {
    const { count, list, years: words } = archive.words;
    for (const part of cutIntoParts(archive, yearsOf(archive).toReversed(), PATHS.years, {
      ...namesCut<Year>(({ events }) => events.reduce((sum, { record }) => sum + 12 + record.name.length / 2, 20)),
      restPath: (number: number) => listPartPath(PATHS.years, number),
    }))
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `${words.title}${part.suffix}`,
          description: words.description(archive.site.record.name),
          folder: "events",
          section: PATHS.years,
        }),
        parts: part.parts,
        years: part.items.map(({ year, path, events, papers }) => {
          const talks = events.reduce((sum, event) => sum + presentations(event.talks).length, 0);
          const size = list.commas([talks && count.talks(talks), papers.length && count.papers(papers.length)]);
          return {
            ...link(archive, path, year),
            size: size || words.noTalks,
            events: events.map((event) => link(archive, event.path, event.record.name)),
          };
        }),
      };
  },
};
