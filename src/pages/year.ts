/** The page of a year: its editions, talks, speakers and papers. */
import { eventDigest, yearDigest } from "../components/digests.ts";
import { type EventItem, eventItem } from "../components/event-item.ts";
import { type Link, link } from "../components/links.ts";
import { type PaperItem, paperItem, paperListPath } from "../components/paper-item.ts";
import { cutIntoParts, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, type Event, presentations, type Talk } from "../model/archive.ts";
import { bySortName } from "../model/people.ts";
import { PATHS } from "../model/urls.ts";
import { type Year, yearsOf } from "../model/years.ts";
import { addTo } from "../text/add-to.ts";
import { grouped } from "./page-kind.ts";

interface YearView extends PageHead {
  size: string;
  events: EventItem[];
  parts: PartLink[];
  editions: { id: string; event: Link; talks: TalkItem[] }[];
  speakers: Link[];
  papers: PaperItem[];
  previous: Link | null;
  next: Link | null;
}

/** A longer list of names helps nobody on a page of talks; there is the list of speakers. */
const MOST_SPEAKERS = 100;

export const yearPages = grouped<YearView>("year", function* groups(archive) {
  const years = yearsOf(archive);
  for (const [index, year] of years.entries()) {
    const [previous, next] = [years[index - 1], years[index + 1]];
    yield {
      id: year.year,
      key: () =>
        `${year.papers.map((paper) => paperListPath(archive, paper))} ${previous?.year} ${next?.year} ${yearDigest(archive, year)} ${year.events.map((event) => eventDigest(archive, event))}`,
      views: () => yearViews(archive, year, previous, next),
    };
  }
});

function yearViews(archive: Archive, { year, path, events, papers }: Year, previous: Year | undefined, next: Year | undefined): YearView[] {
  const talks = events.flatMap((event) => presentations(event.talks));
  const people = [...new Set(talks.flatMap(({ speakers }) => speakers.map(({ person }) => person)))].sort(bySortName);
  const { count, list, sections, year: words } = archive.words;
  const size = list.commas([
    events.length && count.events(events.length),
    talks.length && count.talks(talks.length),
    people.length && count.speakers(people.length),
    papers.length && count.papers(papers.length),
  ]);
  const named = people.length <= MOST_SPEAKERS ? people : [];
  const weightOfRest = 20 * named.length + 60 * events.length + 90 * papers.length;
  return cutIntoParts(archive, talks, path, { ...TALKS_CUT, taken: weightOfRest }).map((part) => ({
    ...pageHead(archive, {
      path: part.path,
      title: `${year}${part.suffix}`,
      description: words.description({ year, archive: archive.site.record.name, size }),
      above: [link(archive, PATHS.years, sections.years)],
      folder: "events",
      section: PATHS.years,
    }),
    size,
    events: part.number === 1 ? events.map((event) => eventItem(archive, event)) : [],
    parts: part.parts,
    editions: byEdition(archive, part.items),
    speakers: part.number === 1 ? named.map((person) => link(archive, person.path, person.name)) : [],
    papers: part.number === 1 ? papers.map((paper) => paperItem(archive, paper)) : [],
    previous: previous ? link(archive, previous.path, previous.year) : null,
    next: next ? link(archive, next.path, next.year) : null,
  }));
}

function byEdition(archive: Archive, talks: readonly Talk[]): YearView["editions"] {
  const editions = new Map<Event, Talk[]>();
  for (const talk of talks) addTo(editions, talk.event, talk);
  return [...editions].map(([event, list]) => ({
    id: `talks-${event.id}`,
    event: link(archive, event.path, event.record.name),
    talks: list.map((talk) => talkItem(archive, talk)),
  }));
}
