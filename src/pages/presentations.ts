/** The lists of all talks: one page for a small archive; years with an overview for a large one. */
import { siteDigest, talkDigests } from "../components/digests.ts";
import { archiveFeed, archiveTalks, type Download } from "../components/downloads.ts";
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, type Part, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { listScripts, NO_NEEDS, WHOLE_LIST } from "../publishing/page-needs.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations, type Talk } from "../model/archive.ts";
import { cutByWeight, talkWeight } from "../model/list-weight.ts";
import { newestFirst } from "../model/order.ts";
import { MANY_EVENTS } from "../model/series.ts";
import { dataPath, href, PATHS, presentationsOfYearPath } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface PresentationsView extends PageHead {
  /** How many talks this page lists, or on an overview leads to. */
  total: number;
  /** The same in words. */
  size: string;
  /** The language of talks that name none, where there are several to choose from. */
  language: string | null;
  /** The index of all talks, for the filter of an overview. */
  index: string | null;
  /** Years with pages of their own, on the overview of a large archive; of many events only the pages of the years tell. */
  years: (Link & { size: string; events: Link[] })[];
  groups: { id: string; event: Link; talks: TalkItem[] }[];
  /** On an overview, the newest events with their talks. */
  newest: PresentationsView["groups"];
  parts: PartLink[];
  downloads: Download[];
}

const NO_YEAR = "undated";
/** An overview begins with the newest events, down to so many talks, or to so heavy ones. */
const NEWEST = 60;
const MOST_NEWEST = 3_400;

export const presentationsPages = grouped<PresentationsView>("presentations", function* groups(archive) {
  const talks = presentations(newestFirst(archive.events).flatMap((event) => event.talks));
  const { count, dates, presentations: words, sections } = archive.words;
  const title =
    archive.site.record.sections?.find((section) => section.url === PATHS.presentations)?.label ?? sections.presentationsAndVideos;
  const description = words.description({ talks: talks.length, archive: archive.site.record.name });
  const facts = { path: PATHS.presentations, title, description, total: talks.length, parts: [] };
  if (talks.length <= WHOLE_LIST) {
    const key = () => `${siteDigest(archive)} ${talkDigests(archive, talks)}`;
    yield { id: "all", key, views: () => [view(archive, { ...facts, talks, years: [] })] };
    return;
  }
  const byYear = new Map<string, Talk[]>();
  for (const talk of talks) {
    const year = talk.event.year ?? NO_YEAR;
    const list = byYear.get(year) ?? [];
    byYear.set(year, list);
    list.push(talk);
  }
  const years = [...byYear].map(([year, list]) => ({
    ...link(archive, presentationsOfYearPath(year), year === NO_YEAR ? dates.yearNotKnown : year),
    size: count.talks(list.length),
    events:
      archive.events.length > MANY_EVENTS
        ? []
        : [...new Set(list.map((talk) => talk.event))].map((event) => link(archive, event.path, event.record.name)),
  }));
  yield { id: "overview", views: () => [{ ...view(archive, { ...facts, talks: [], years }), newest: groupsOf(archive, newestOf(talks)) }] };
  const above = link(archive, PATHS.presentations, title);
  for (const [year, list] of byYear)
    for (const part of cutIntoParts(archive, list, presentationsOfYearPath(year), TALKS_CUT))
      yield {
        id: `${year} ${part.number}`,
        // Each part has links to the others, which heavier talks elsewhere in the year move; and all of them choose among languages or none.
        key: () => `${above.label} ${JSON.stringify(part.parts)} ${hasLanguages(archive)} ${talkDigests(archive, part.items)}`,
        views: () => [partView(archive, year, part, above)],
      };
});

function partView(archive: Archive, year: string, { path, suffix, items, parts }: Part<Talk>, above: Link): PresentationsView {
  const words = archive.words.presentations;
  const title = `${year === NO_YEAR ? words.withoutYear : words.ofYear(year)}${suffix}`;
  const description = words.partDescription({ title, archive: archive.site.record.name });
  return view(archive, { path, title, description, talks: items, total: items.length, years: [], parts }, above);
}

const several = new WeakMap<Archive, boolean>();

/** Whether talks are held in several languages. */
function hasLanguages(archive: Archive): boolean {
  const answer = several.get(archive) ?? new Set(presentations(archive.talks).flatMap(({ languages }) => languages)).size > 1;
  several.set(archive, answer);
  return answer;
}

interface ViewFacts {
  path: string;
  title: string;
  description: string;
  talks: readonly Talk[];
  total: number;
  years: PresentationsView["years"];
  parts: PartLink[];
}

function view(archive: Archive, facts: ViewFacts, above?: Link): PresentationsView {
  const { path, title, description, talks, total, years, parts } = facts;
  return {
    ...pageHead(archive, {
      path,
      title,
      description,
      ...(above && { above: [above] }),
      folder: "events",
      section: PATHS.presentations,
      data: dataPath("talks"),
      uses: { scripts: listScripts(total, years.length > 0), needs: NO_NEEDS },
    }),
    total,
    size: archive.words.count.talks(total),
    language: hasLanguages(archive) ? archive.words.language(archive.site.record.language) : null,
    index: years.length > 0 ? href(archive.site.base, PATHS.talkIndex) : null,
    years,
    groups: groupsOf(archive, talks),
    newest: [],
    parts,
    downloads: [archiveFeed(archive), archiveTalks(archive)],
  };
}

function groupsOf(archive: Archive, talks: readonly Talk[]): PresentationsView["groups"] {
  const groups = new Map<Talk["event"], TalkItem[]>();
  for (const talk of talks) {
    const items = groups.get(talk.event) ?? [];
    groups.set(talk.event, items);
    items.push(talkItem(archive, talk));
  }
  return [...groups].map(([event, items]) => ({
    id: `event-${event.id}`,
    event: link(archive, event.path, event.record.name),
    talks: items,
  }));
}

/** The talks of the newest events, at least one of them, as far as `NEWEST` and `MOST_NEWEST` reach. */
function newestOf(talks: readonly Talk[]): Talk[] {
  const newest = cutByWeight(talks.slice(0, NEWEST), talkWeight, MOST_NEWEST)[0] ?? [];
  const next = talks[newest.length]?.event;
  const first = talks[0]?.event;
  const end = next === undefined ? talks.length : talks.findIndex(({ event }) => event === next);
  return next === first ? newest : talks.slice(0, end);
}
