/** The search page: the form that the search runs in, and without it every way to find things. */
import { type Link, link } from "../components/links.ts";
import { waysIn } from "../components/ways-in.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations, type Topic } from "../model/archive.ts";
import { href, INDEX_FOLDER, PATHS } from "../model/urls.ts";
import { yearsOf } from "../model/years.ts";
import { SEARCH_USE } from "../publishing/page-needs.ts";
import type { PageKind } from "./page-kind.ts";

interface Sized extends Link {
  size: string;
}

interface SearchView extends PageHead {
  /** What `assets/js/search.ts` has to know. */
  action: string;
  base: string;
  folder: string;
  lists: Sized[];
  events: Sized[];
  topics: Sized[];
  /** How another search engine is told to look at this site alone. */
  outside: { engine: string; action: string; words: string };
}

/** Longer lists than these are left to their own pages. */
const MOST_EVENTS = 60;
const MOST_TOPICS = 40;

/** The number beside a topic, by which they are sorted too. */
const sizeOf = ({ talks, papers }: Topic): number => talks.length + papers.length;

export const searchPage: PageKind<SearchView> = {
  name: "search",
  *views(archive) {
    const { base, record } = archive.site;
    const words = archive.words.search;
    yield {
      ...pageHead(archive, {
        path: PATHS.search,
        title: words.title,
        description: words.description(record.name),
        uses: SEARCH_USE,
      }),
      action: href(base, PATHS.search),
      base: base.prefix,
      folder: href(base, INDEX_FOLDER),
      lists: listsOf(archive),
      events: archive.events
        .toReversed()
        .slice(0, MOST_EVENTS)
        .map((event) => ({
          ...link(archive, event.path, event.record.name),
          size: archive.words.count.talks(presentations(event.talks).length),
        })),
      topics: archive.topics
        .toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.slug < b.slug ? -1 : 1))
        .slice(0, MOST_TOPICS)
        .map((topic) => ({ ...link(archive, topic.path, topic.name), size: String(sizeOf(topic)) })),
      outside: {
        engine: "DuckDuckGo",
        action: "https://duckduckgo.com/",
        words: `site:${base.origin.replace(/^https?:\/\//, "")}${base.prefix} `,
      },
    };
  },
};

function listsOf(archive: Archive): Sized[] {
  const { events, people, topics, organizations, papers, pages } = archive;
  const sizes: Record<string, number> = {
    [PATHS.presentations]: presentations(archive.talks).length,
    [PATHS.events]: events.length,
    [PATHS.speakers]: people.length,
    [PATHS.topics]: topics.length,
    [PATHS.organizations]: organizations.length,
    [PATHS.years]: yearsOf(archive).length,
    [PATHS.papers]: papers.length,
  };
  return [
    ...waysIn(archive).map(({ path, ...way }) => ({ ...way, size: String(sizes[path] ?? "") })),
    ...pages.map((page) => ({ ...link(archive, page.path, page.record.title), size: "" })),
  ];
}
