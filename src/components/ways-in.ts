/** The ways into the whole archive that every page offers. */
import type { Archive } from "../model/archive.ts";
import { hasSeriesPages } from "../model/series.ts";
import { PATHS, pagePath } from "../model/urls.ts";
import { pagesInFrame } from "../publishing/page-needs.ts";
import { yearsOf } from "../model/years.ts";
import { type Link, link } from "./links.ts";

interface Way extends Link {
  /** The site path. */
  path: string;
}

interface Section {
  label: string;
  url: string;
}

/** The sections of the site as its record names them, else those that every archive has. */
export function sectionsOf(archive: Archive): readonly Section[] {
  const { sections } = archive.words;
  return (
    archive.site.record.sections ?? [
      { label: sections.events, url: PATHS.events },
      { label: sections.presentationsAndVideos, url: PATHS.presentations },
      ...(archive.papers.length > 0 ? [{ label: sections.papers, url: PATHS.papers }] : []),
      ...pagesInFrame(archive).map((page) => ({ label: page.record.title, url: pagePath(page.id) })),
      { label: sections.speakers, url: PATHS.speakers },
      { label: sections.topics, url: PATHS.topics },
    ]
  );
}

/** The lists and overviews of the archive, each only where its page is there, and called as the section is that leads to it. */
export function waysIn(archive: Archive): Way[] {
  const { sections } = archive.words;
  const named = new Map(sectionsOf(archive).map(({ label, url }) => [url, label]));
  const ways: [label: string, path: string, isThere?: boolean][] = [
    [sections.events, PATHS.events],
    [sections.presentations, PATHS.presentations],
    [sections.speakers, PATHS.speakers],
    [sections.topics, PATHS.topics],
    [sections.organizations, PATHS.organizations, archive.organizations.length > 0],
    [sections.series, PATHS.series, hasSeriesPages(archive)],
    [sections.years, PATHS.years, yearsOf(archive).length > 0],
    [sections.papers, PATHS.papers, archive.papers.length > 0],
    [sections.explore, PATHS.explore, archive.events.length > 0],
  ];
  return ways.flatMap(([label, path, isThere = true]) => (isThere ? [{ ...link(archive, path, named.get(path) ?? label), path }] : []));
}
