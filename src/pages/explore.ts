/** The pages that show the whole archive as charts: editions, topics, speakers. */
import { editionsSection, type ExploreSection, speakersSections, topicsSections } from "../components/explore-charts.ts";
import { type Link, link } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations } from "../model/archive.ts";
import { attendances, occasions } from "../model/statistics.ts";
import { PATHS } from "../model/urls.ts";
import type { Words } from "../words/words.ts";
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

interface ChartPage {
  path: string;
  title: string;
  label: string;
}

const SPEAKERS = `${PATHS.explore}speakers/`;

function pagesOf({ explore: { title, editions, topics, speakers } }: Words): [editions: ChartPage, topics: ChartPage, speakers: ChartPage] {
  return [
    { path: PATHS.explore, title, label: editions.label },
    { path: `${PATHS.explore}topics/`, title: topics.title, label: topics.label },
    { path: SPEAKERS, title: speakers.title, label: speakers.label },
  ];
}

export const explorePages: PageKind<ExploreView> = {
  name: "explore",
  *views(archive) {
    const { count, explore: words, list: lists } = archive.words;
    const [editions, topics, speakers] = pagesOf(archive.words);
    const all = lists.and([
      count.events(archive.events.length),
      count.talks(presentations(archive.talks).length),
      count.speakers(archive.people.length),
      count.organizations(archive.organizations.length),
    ]);
    const list = archive.events.length ? occasions(archive, MOST_EDITIONS) : [];
    yield view(archive, editions, words.editions.lead(all), list.length ? [editionsSection(archive, list)] : []);
    yield view(archive, topics, words.topics.lead, topicsSections(archive));
    yield view(archive, speakers, words.speakers.lead, speakersSections(archive, list));
  },
};

function view(archive: Archive, page: ChartPage, lead: string, sections: ExploreSection[]): ExploreView {
  const { explore: words, sections: names } = archive.words;
  const isFirst = page.path === PATHS.explore;
  return {
    ...pageHead(archive, {
      path: page.path,
      title: page.title,
      description: words.description({ lead, archive: archive.site.record.name }),
      above: isFirst ? [] : [link(archive, PATHS.explore, names.explore)],
      section: PATHS.explore,
    }),
    lead,
    pages: pagesOf(archive.words).map(({ path, label }) => ({ ...link(archive, path, label), current: path === page.path })),
    sections,
    regulars: page.path === SPEAKERS ? regularsOf(archive) : [],
  };
}

function regularsOf(archive: Archive): ExploreView["regulars"] {
  const { count, list } = archive.words;
  return attendances(archive)
    .filter(({ events }) => events.length > 2)
    .slice(0, REGULARS)
    .map(({ person, events, talks }) => ({
      ...link(archive, person.path, person.name),
      size: list.commas([count.events(events.length), count.talks(talks)]),
    }));
}
