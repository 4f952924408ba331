/** The ways into the whole archive that every page offers. */
import type { Archive } from "../model/archive.ts";
import { PATHS, pagePath } from "../model/urls.ts";
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
  return (
    archive.site.record.sections ?? [
      { label: "Events", url: PATHS.events },
      { label: "Presentations and Videos", url: PATHS.presentations },
      ...(archive.papers.length > 0 ? [{ label: "Papers", url: PATHS.papers }] : []),
      ...archive.pages.map((page) => ({ label: page.record.title, url: pagePath(page.id) })),
      { label: "Speakers", url: PATHS.speakers },
      { label: "Topics", url: PATHS.topics },
    ]
  );
}

/** The lists and overviews of the archive, each only where its page is there, and called as the section is that leads to it. */
export function waysIn(archive: Archive): Way[] {
  const sections = new Map(sectionsOf(archive).map(({ label, url }) => [url, label]));
  const ways: [label: string, path: string, isThere?: boolean][] = [
    ["Events", PATHS.events],
    ["Presentations", PATHS.presentations],
    ["Speakers", PATHS.speakers],
    ["Topics", PATHS.topics],
    ["Organizations", PATHS.organizations, archive.organizations.length > 0],
    ["Years", PATHS.years, yearsOf(archive).length > 0],
    ["Papers", PATHS.papers, archive.papers.length > 0],
    ["Explore", PATHS.explore, archive.events.length > 0],
  ];
  return ways.flatMap(([label, path, isThere = true]) => (isThere ? [{ ...link(archive, path, sections.get(path) ?? label), path }] : []));
}
