/** The list of years. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { presentations } from "../model/archive.ts";
import { listPartPath, PATHS } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import { yearsOf } from "../model/years.ts";
import type { PageKind } from "./page-kind.ts";

interface YearsView extends PageHead {
  parts: PartLink[];
  years: (Link & { size: string; events: Link[] })[];
}

export const yearsPages: PageKind<YearsView> = {
  name: "years",
  *views(archive) {
    for (const part of cutIntoParts(archive, yearsOf(archive).toReversed(), PATHS.years, (number) => listPartPath(PATHS.years, number)))
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `Years${part.suffix}`,
          description: `The ${archive.site.record.name} year by year: editions, talks and papers.`,
          folder: "events",
          section: PATHS.years,
        }),
        parts: part.parts,
        years: part.items.map(({ year, path, events, papers }) => {
          const talks = events.reduce((sum, event) => sum + presentations(event.talks).length, 0);
          const size = [talks && count(talks, "talk"), papers.length && count(papers.length, "paper")].filter(Boolean).join(", ");
          return {
            ...link(archive, path, year),
            size: size || "no talks recorded",
            events: events.map((event) => link(archive, event.path, event.record.name)),
          };
        }),
      };
  },
};
