/** The home page: what this is, the editions through time, featured talks. */
import { archiveFeed, type Download } from "../components/downloads.ts";
import { type EventItem, eventItem } from "../components/event-item.ts";
import { type History, historyOf, scaleOf } from "../components/history.ts";
import { archiveThings } from "../components/linked-data.ts";
import { type Link, link } from "../components/links.ts";
import { dataSignpost } from "../components/signposts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations } from "../model/archive.ts";
import { newestFirst } from "../model/order.ts";
import { hasSeriesPages, largestSeries, MANY_EVENTS } from "../model/series.ts";
import { dataPath, PATHS } from "../model/urls.ts";
import type { PageKind } from "./page-kind.ts";

interface HomeView extends PageHead {
  tagline: string;
  introduction: string | null;
  /** What is in the archive: the amount and its noun apart. */
  numbers: (Link & { amount: string })[];
  /** The newest first; of many events, only the newest. */
  events: EventItem[];
  /** What stands above them. */
  editions: string;
  /** The list of all events, where these are not all. */
  allEvents: Link | null;
  /** The largest series of many events, and the list of all. */
  series: { all: Link; largest: (Link & { size: number })[] } | null;
  history: History | null;
  /** Blocks of the largest edition, and how many talks one of them stands for. */
  scale: ReturnType<typeof scaleOf>;
  featured: TalkItem[];
  downloads: Download[];
}

/** Of many events so many are on the page, and of their series so many. */
const NEWEST = 20;
const MOST_SERIES = 24;

export const homePage: PageKind<HomeView> = {
  name: "home",
  *views(archive) {
    const { record, introduction } = archive.site;
    const featured = (record.featured ?? []).flatMap((id) => archive.talks.filter((talk) => talk.id === id));
    const talks = presentations(archive.talks);
    const labels = archive.words.home.numbers;
    const events = newestFirst(archive.events);
    const isLong = events.length > MANY_EVENTS;
    const numbers = [
      number(archive, PATHS.events, archive.events.length, labels.events),
      number(archive, PATHS.presentations, talks.length, labels.talks),
      number(archive, PATHS.speakers, archive.people.length, labels.speakers),
      number(archive, PATHS.topics, archive.topics.length, labels.topics),
      ...(archive.papers.length ? [number(archive, PATHS.papers, archive.papers.length, labels.papers)] : []),
    ];
    yield {
      ...pageHead(archive, {
        path: PATHS.home,
        title: record.name,
        description: record.tagline,
        file: archive.site.file,
        programs: { make: () => ({ things: archiveThings(archive), signposts: [dataSignpost(archive)] }) },
        data: dataPath("archive"),
      }),
      tagline: record.tagline,
      introduction: introduction?.html ?? null,
      numbers,
      events: events.slice(0, isLong ? NEWEST : undefined).map((event) => eventItem(archive, event)),
      editions: isLong ? archive.words.sections.events : archive.words.home.editions,
      allEvents: isLong ? link(archive, PATHS.events, archive.words.home.editions) : null,
      series: hasSeriesPages(archive)
        ? {
            all: link(archive, PATHS.series, archive.words.sections.series),
            largest: largestSeries(archive, MOST_SERIES).map(({ name, path, events: all }) => ({
              ...link(archive, path, name),
              size: all.length,
            })),
          }
        : null,
      history: historyOf(archive),
      scale: scaleOf(archive),
      featured: featured.map((talk) => talkItem(archive, talk)),
      downloads: [archiveFeed(archive)],
    };
  },
};

function number(archive: Archive, path: string, amount: number, labelOf: (number: number) => string): HomeView["numbers"][number] {
  return { ...link(archive, path, labelOf(amount)), amount: archive.words.number(amount) };
}
