/** The pages that show the whole archive as charts: editions, topics, speakers. */
import { editionsSection, type ExploreSection, speakersSections, topicsSections } from "../components/explore-charts.ts";
import { type Link, link } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations } from "../model/archive.ts";
import { attendances, occasions } from "../model/statistics.ts";
import { PATHS } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import type { PageKind } from "./page-kind.ts";

interface ExploreView extends PageHead {
  lead: string;
  pages: (Link & { current: boolean })[];
  sections: ExploreSection[];
  /** Those who spoke at the most editions. */
  regulars: (Link & { size: string })[];
}

/** More editions than this are counted by year. */
const MOST_EDITIONS = 60;
const REGULARS = 12;

const PAGES = [
  { path: PATHS.explore, title: "Explore", label: "Editions" },
  { path: `${PATHS.explore}topics/`, title: "Topics through the years", label: "Topics" },
  { path: `${PATHS.explore}speakers/`, title: "Who came back", label: "Speakers" },
] as const;

export const explorePages: PageKind<ExploreView> = {
  name: "explore",
  *views(archive) {
    const [editions, topics, speakers] = PAGES;
    const talks = presentations(archive.talks).length;
    const sizes = [count(archive.events.length, "event"), count(talks, "talk"), count(archive.people.length, "speaker")];
    const all = `${sizes.join(", ")} and ${count(archive.organizations.length, "organization")}`;
    const list = archive.events.length ? occasions(archive, MOST_EDITIONS) : [];
    yield view(archive, editions, `The whole archive in charts: ${all}`, list.length ? [editionsSection(archive, list)] : []);
    yield view(archive, topics, "Which topics had talks in which year", topicsSections(archive));
    yield view(archive, speakers, "How many speakers were new, and how many had spoken before", speakersSections(archive, list));
  },
};

function view(archive: Archive, page: (typeof PAGES)[number], lead: string, sections: ExploreSection[]): ExploreView {
  const isFirst = page.path === PATHS.explore;
  return {
    ...pageHead(archive, {
      path: page.path,
      title: page.title,
      description: `${lead}. ${archive.site.record.name}.`,
      above: isFirst ? [] : [link(archive, PATHS.explore, "Explore")],
      section: PATHS.explore,
    }),
    lead,
    pages: PAGES.map(({ path, label }) => ({ ...link(archive, path, label), current: path === page.path })),
    sections,
    regulars: page === PAGES[2] ? regularsOf(archive) : [],
  };
}

function regularsOf(archive: Archive): ExploreView["regulars"] {
  return attendances(archive)
    .filter(({ events }) => events.length > 2)
    .slice(0, REGULARS)
    .map(({ person, events, talks }) => ({
      ...link(archive, person.path, person.name),
      size: `${count(events.length, "edition")}, ${count(talks, "talk")}`,
    }));
}
