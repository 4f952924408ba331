/** The list of series, where each has a page of its own. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { presentations } from "../model/archive.ts";
import { hasSeriesPages, type Series, seriesOf } from "../model/series.ts";
import { listPartPath, PATHS } from "../model/urls.ts";
import type { PageKind } from "./page-kind.ts";

interface SeriesView extends PageHead {
  parts: PartLink[];
  series: (Link & { size: string; about: string | null })[];
}

const SERIES_CUT = namesCut<Series>(({ name, description = "" }) => name.length + 30 + description.length);

export const seriesPage: PageKind<SeriesView> = {
  name: "series",
  *views(archive) {
    if (!hasSeriesPages(archive)) return;
    const { count, events: words, list, sections } = archive.words;
    const cut = { ...SERIES_CUT, restPath: (number: number) => listPartPath(PATHS.series, number) };
    for (const part of cutIntoParts(archive, seriesOf(archive), PATHS.series, cut))
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `${sections.series}${part.suffix}`,
          description: `${sections.series}. ${words.description({ events: archive.events.length, archive: archive.site.record.name })}`,
          above: [link(archive, PATHS.events, sections.events)],
          section: PATHS.events,
          file: archive.site.file,
        }),
        parts: part.parts,
        series: part.items.map(({ name, path, description, events }) => ({
          ...link(archive, path, name),
          size: list.commas([yearsOf(events), count.events(events.length), talksOf(events) && count.talks(talksOf(events))]),
          about: description ?? null,
        })),
      };
  },
};

const talksOf = (events: Series["events"]) => events.reduce((sum, { talks }) => sum + presentations(talks).length, 0);

/** From the first year to the last, as far as they are known; events come with the newest first. */
function yearsOf(events: Series["events"]): string {
  const years = events.flatMap(({ year }) => year ?? []);
  return [...new Set([years.at(-1), years[0]])].filter((year) => year !== undefined).join("–");
}
