/** The policies of the parts of the site, which servers say: each lets through what one of its pages needs, and the page that says there is none. */
import { offsetsOf } from "../model/agenda.ts";
import { type Archive, presentations } from "../model/archive.ts";
import { decksOf } from "../model/slides.ts";
import { transcriptOf } from "../model/transcript.ts";
import { hasSeriesPages, seriesOf } from "../model/series.ts";
import { PATHS, seriesPath } from "../model/urls.ts";
import { yearsOf } from "../model/years.ts";
import { addTo } from "../text/add-to.ts";
import { isCitable } from "./citation.ts";
import { movedPaths } from "./moved.ts";
import { listScripts, MOVED_USE, NO_NEEDS, openingUse, SEARCH_USE, transcriptUse } from "./page-needs.ts";
import { hasTombstone, removedOf } from "./removed.ts";
import { allowedByAny, allowedTo, type AssetHashes, headerPolicy, type PageUse, policyText } from "./policy.ts";

/** A part of the site with one policy: a folder at the top, or the pages at the top itself. */
export interface SectionPolicy {
  /** The name of the folder; empty for the pages at the top, whose policy is also that of addresses without a page. */
  section: string;
  /** How many pages it has, each long list counted as one. */
  pages: number;
  /** The Content Security Policy as a header says it. */
  policy: string;
  /** Origins whose players its pages can open, and `'self'` where they frame pages of the site. */
  frames: readonly string[];
  /** Whether its pages open windows of other sites and have to hear from them. */
  opensWindows: boolean;
}

/** The pages of one kind in one part of the site, and what at least one of them uses. */
interface KindInSection extends PageUse {
  /** The site path of one of them, or of the list above them. */
  path: string;
  kind: string;
  pages: number;
}

/**
 * All parts of the site in the order of their names, with the pages of an archive's own kinds. Folders which hold nothing but small pages at
 * former addresses are no part; what these need is let through at the top, where all goes that no folder holds.
 */
export function sectionPolicies(
  archive: Archive,
  hashes: AssetHashes,
  own: readonly (PageUse & { path: string; kind: string })[] = [],
): SectionPolicy[] {
  const sections = new Map<string, KindInSection[]>();
  for (const one of [...kindsOfPages(archive), ...own.map((page) => ({ ...page, pages: 1 }))]) {
    if (one.pages === 0) continue;
    const section = sectionOf(one.path);
    addTo(sections, section, one);
  }
  const notFound = allowedTo(hashes, "not-found", { scripts: [], needs: NO_NEEDS });
  const moved = allowedTo(hashes, "bare", MOVED_USE);
  const withMoved = new Set(movedPaths(archive).map(({ from }) => (sections.has(sectionOf(from)) ? sectionOf(from) : "")));
  return [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([section, kinds]) => {
      const some = kinds.map((one) => allowedTo(hashes, one.kind, one));
      const allowed = allowedByAny([notFound, ...some, ...(withMoved.has(section) ? [moved] : [])]);
      const pages = kinds.reduce((sum, one) => sum + one.pages, 0);
      return { section, pages, policy: headerPolicy(policyText(allowed), allowed), frames: allowed.frames, opensWindows: false };
    });
}

/** The part of the site that a page belongs to, which is the first folder of its path; none at the top. */
export function sectionOf(path: string): string {
  return /^\/([^/]+)\//.exec(path)?.[1] ?? "";
}

/** What the facts of an archive make its pages use. A kind of page without a line here has no policy on servers, which a test tells. */
function* kindsOfPages(archive: Archive): Generator<KindInSection> {
  const { events, talks, people, topics, organizations, papers } = archive;
  const kind = (path: string, name: string, pages = 1, { scripts = [], needs = NO_NEEDS }: Partial<PageUse> = {}): KindInSection => ({
    path,
    kind: name,
    pages,
    scripts,
    needs,
  });
  const opening = openingUse(archive, talks);
  const listed = presentations(talks).length;
  const spoken = talks.filter((talk) => transcriptOf(archive, talk));
  const isOnClock = events.some((event) => event.record.timezone !== undefined && offsetsOf(event.talks).length > 0);

  yield kind(PATHS.home, "home");
  yield kind(PATHS.notFound, "not-found");
  yield kind(PATHS.events, "events");
  if (hasSeriesPages(archive)) {
    yield kind(PATHS.series, "series");
    yield kind(seriesPath("<series>"), "events", seriesOf(archive).length);
  }
  // The agendas list every talk, so that pages of events and talks open nothing that agendas do not.
  yield kind(PATHS.events, "event", events.length);
  const agendas = events.filter((event) => event.talks.length > 0).length;
  yield kind(PATHS.events, "agenda", agendas, isOnClock ? { ...opening, scripts: [...opening.scripts, "agenda-zone"] } : opening);
  yield kind(PATHS.events, "talk", talks.length, { scripts: talks.some(isCitable) ? ["cite"] : [] });
  yield kind(PATHS.events, "slides", talks.flatMap((talk) => decksOf(archive, talk)).length, { scripts: ["slides"] });
  yield kind(PATHS.events, "transcript", spoken.length, {
    scripts: [...new Set(spoken.flatMap((talk) => transcriptUse(archive, talk).scripts))],
  });
  // Below an overview are lists of their own.
  yield kind(PATHS.presentations, "presentations", 1, { scripts: [...new Set([...listScripts(listed), ...listScripts(listed, false)])] });
  yield kind(PATHS.speakers, "speakers");
  yield kind(PATHS.speakers, "speaker", people.length);
  yield kind(PATHS.topics, "topics");
  yield kind(PATHS.topics, "topic", topics.length);
  yield kind(PATHS.organizations, "organizations");
  yield kind(PATHS.organizations, "organization", organizations.length);
  yield kind(PATHS.years, "years");
  yield kind(PATHS.years, "year", yearsOf(archive).length);
  yield kind(PATHS.explore, "explore", 3);
  yield kind(PATHS.papers, "papers", Math.min(1, papers.length));
  yield kind(PATHS.search, "search", 1, SEARCH_USE);
  yield kind(PATHS.accessibility, "accessibility");
  for (const page of archive.pages) yield kind(page.path, "page");
  for (const one of removedOf(archive).filter(hasTombstone)) yield kind(one.path, "removed");
}
