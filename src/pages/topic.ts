/** The page of a topic: what it is, how it grew over the years, its talks and papers, the newest first. */
import { type Chart, columnChart, yearLabels } from "../components/chart.ts";
import type { ChartTable } from "../components/chart-table.ts";
import { topicDigest } from "../components/digests.ts";
import { type Link, link } from "../components/links.ts";
import { type PaperItem, paperItem, paperListPath } from "../components/paper-item.ts";
import { cutIntoParts, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { stripMark } from "../components/strip.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, presentations, type Topic } from "../model/archive.ts";
import { talksByYear, yearsWithin } from "../model/statistics.ts";
import { widerTopics } from "../model/topics.ts";
import { href, PATHS, yearPath } from "../model/urls.ts";
import { capitalize } from "../text/wording.ts";
import { grouped } from "./page-kind.ts";

interface TopicView extends PageHead {
  size: string;
  about: string | null;
  otherNames: string | null;
  broader: Link | null;
  narrower: (Link & { size: number })[];
  growth: { about: string; chart: Chart; table: ChartTable } | null;
  parts: PartLink[];
  talks: TalkItem[];
  papers: PaperItem[];
}

/** Fewer talks than this have no growth to see. */
const LEAST_TALKS = 3;
/** So narrow that twenty years fit on a phone; and as wide as the name of a year where there are few. */
const [STEP, FEW, STEP_OF_FEW] = [13, 6, 40];

export const topicPages = grouped<TopicView>("topic", function* groups(archive) {
  const years = yearsWithin(archive);
  const span = `${years[0]} ${years.at(-1)}`;
  for (const topic of archive.topics)
    yield {
      id: topic.slug,
      key: () =>
        `${span} ${topicDigest(archive, topic)} ${JSON.stringify([stripMark(archive, topic.talks), topic.papers.map((paper) => paperListPath(archive, paper))])}`,
      views: () => topicViews(archive, topic, years),
    };
});

function topicViews(archive: Archive, topic: Topic, years: readonly string[]): TopicView[] {
  const { name, term, broader, otherNames } = topic;
  const { count, list, sections, topic: words } = archive.words;
  const size = list.commas([
    topic.talks.length && count.talks(topic.talks.length),
    topic.papers.length && count.papers(topic.papers.length),
  ]);
  const weightOfRest = 110 * topic.papers.length + (term?.description?.length ?? 0) / 2 + 25 * topic.narrower.length;
  return cutIntoParts(archive, topic.talks.toReversed(), topic.path, { ...TALKS_CUT, taken: weightOfRest }).map((part) => ({
    ...pageHead(archive, {
      path: part.path,
      title: `${capitalize(name)}${part.suffix}`,
      description: [term?.description, words.description({ size, topic: name, archive: archive.site.record.name })]
        .filter(Boolean)
        .join(" "),
      above: [
        link(archive, PATHS.topics, sections.topics),
        ...widerTopics(topic).map((other) => link(archive, other.path, capitalize(other.name))),
      ],
      section: PATHS.topics,
      talks: topic.talks,
      ...(term ? { file: archive.vocabularies.topics?.file } : { folder: "events" }),
    }),
    size: size || words.nothing,
    about: term?.description ?? null,
    otherNames: otherNames.length ? list.and(otherNames) : null,
    broader: broader ? link(archive, broader.path, broader.name) : null,
    narrower: topic.narrower.map((other) => ({ ...link(archive, other.path, other.name), size: other.talks.length + other.papers.length })),
    growth: part.number === 1 ? growthOf(archive, topic, years) : null,
    parts: part.parts,
    talks: part.items.map((talk) => talkItem(archive, talk)),
    papers: part.number === 1 ? topic.papers.map((paper) => paperItem(archive, paper)) : [],
  }));
}

function growthOf(archive: Archive, topic: Topic, years: readonly string[]): TopicView["growth"] {
  const words = archive.words.topic;
  const values = talksByYear(topic, years);
  const dated = values.reduce((sum, value) => sum + value, 0);
  if (presentations(topic.talks).length < LEAST_TALKS || dated < LEAST_TALKS || years.length < 2) return null;
  const step = years.length > FEW ? STEP : STEP_OF_FEW;
  const labels = yearLabels(years, step);
  const columns = values.map((value, index) => ({ label: labels[index] ?? "", values: [value] }));
  const used = years.filter((_, index) => (values[index] ?? 0) > 0);
  const most = Math.max(...values);
  return {
    about: words.growthAbout({ first: used[0] ?? "", last: used.at(-1) ?? "", most, year: years[values.indexOf(most)] ?? "" }),
    chart: columnChart(columns, step, 56),
    table: {
      summary: words.asTable,
      caption: words.caption(topic.name),
      heads: words.heads,
      rows: used.map((year) => ({
        label: year,
        href: href(archive.site.base, yearPath(year)),
        cells: [String(values[years.indexOf(year)] ?? 0)],
      })),
    },
  };
}
