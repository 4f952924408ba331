/** The charts of the whole archive: editions, topics through the years, who came back, each with its data as a table and a file. */
import { type Archive, presentations } from "../model/archive.ts";
import { attendances, type Occasion, talksByYear, yearsWithin } from "../model/statistics.ts";
import { held } from "../model/status.ts";
import { isTagForEverything } from "../model/topics.ts";
import { exploreDataPath, href } from "../model/urls.ts";
import { type Chart, columnChart, dotChart, yearLabels } from "./chart.ts";
import { type ChartTable, cellsOf } from "./chart-table.ts";
import { type Download, download } from "./downloads.ts";

interface Figure {
  id: string;
  title: string;
  about: string;
  chart: Chart;
  /** What the colours of its series mean. */
  key: string[];
}

export interface ExploreSection {
  id: string;
  heading: string;
  text: string;
  figures: Figure[];
  table: ChartTable;
  file: Download;
}

const MOST_TOPICS = 30;
const STEP = 28;
/** Longer names are cut in the chart; the table has them whole. */
const LONGEST_NAME = 28;

function csv(archive: Archive, name: string, of: string): Download {
  return download(archive, exploreDataPath(name), { label: archive.words.exploreCharts.download, of, format: "CSV" });
}

/** The year below the first of its editions. */
function labels(list: readonly Occasion[]): string[] {
  return list.map(({ year }, index) => (list[index - 1]?.year === year ? "" : year.slice(2) && `’${year.slice(2)}`));
}

/** How large each edition, or year, was. */
export function editionsSection(archive: Archive, list: readonly Occasion[]): ExploreSection {
  const { count, exploreCharts } = archive.words;
  const words = exploreCharts.editions;
  const names = labels(list);
  const talks = presentations(archive.talks);
  const notHeld = talks.length - held(talks).length;
  const largest = Math.max(...list.flatMap(({ talks, people, organizations }) => [talks, people.size, organizations.size]));
  const figure = (id: string, title: string, sized: (size: number) => string, sizeOf: (occasion: Occasion) => number): Figure => {
    const most = list.reduce((best, occasion) => (sizeOf(occasion) > sizeOf(best) ? occasion : best));
    const columns = list.map((occasion, index) => ({ label: names[index] ?? "", values: [sizeOf(occasion)] }));
    const about = words.most({ size: sized(sizeOf(most)), edition: most.name });
    return { id, title, about, chart: columnChart(columns, STEP, 72, largest), key: [] };
  };
  return {
    id: "editions",
    heading: words.heading,
    text: [words.text, ...(notHeld > 0 ? [words.notHeld(count.talks(notHeld))] : [])].join(" "),
    figures: [
      figure("talks", words.talks, count.talks, ({ talks }) => talks),
      figure("speakers", words.speakers, count.speakers, ({ people }) => people.size),
      figure("organizations", words.organizations, count.organizations, ({ organizations }) => organizations.size),
    ],
    table: {
      summary: exploreCharts.asTable,
      caption: words.heading,
      heads: words.heads,
      rows: list.map(({ name, events, talks, people, organizations }) => ({
        label: name,
        href: events.length === 1 && events[0] ? href(archive.site.base, events[0].path) : null,
        cells: [talks, people.size, organizations.size].map(String),
      })),
    },
    file: csv(archive, "editions", exploreCharts.allEditions),
  };
}

/** Which topics had talks when: the curated ones, or where none are curated all but tags for everything. */
export function topicsSections(archive: Archive): ExploreSection[] {
  const { exploreCharts } = archive.words;
  const words = exploreCharts.topics;
  const years = yearsWithin(archive);
  const hasVocabulary = archive.topics.some(({ term }) => term);
  const rows = archive.topics
    .filter((topic) => topic.term || (!hasVocabulary && !isTagForEverything(topic)))
    .map((topic) => ({ topic, values: talksByYear(topic, years) }))
    .map((row) => ({ ...row, total: row.values.reduce((sum, value) => sum + value, 0) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_TOPICS);
  const [largest] = rows;
  if (!largest) return [];
  const clipped = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
  const chartRows = rows.map(({ topic, values }) => ({ label: clipped(topic.name), values }));
  const room = 12 + 6 * Math.max(...chartRows.map(({ label }) => label.length));
  return [
    {
      id: "topics",
      heading: rows.length === MOST_TOPICS ? words.largest(MOST_TOPICS) : words.heading,
      text: words.text,
      figures: [
        {
          id: "topics-chart",
          title: words.title,
          about: words.about({ topic: largest.topic.name, talks: largest.total }),
          chart: dotChart(chartRows, yearLabels(years, STEP), room, STEP),
          key: [],
        },
      ],
      table: {
        summary: exploreCharts.asTable,
        caption: words.caption,
        heads: [...words.heads, ...years],
        rows: rows.map(({ topic, values, total }) => ({
          label: topic.name,
          href: href(archive.site.base, topic.path),
          cells: [String(total), ...cellsOf(values)],
        })),
      },
      file: csv(archive, "topics", exploreCharts.allTopics),
    },
  ];
}

/** Who was new at each edition, and who had spoken before. */
export function speakersSections(archive: Archive, list: readonly Occasion[]): ExploreSection[] {
  const { exploreCharts } = archive.words;
  const words = exploreCharts.speakers;
  const held = list.filter(({ people }) => people.size > 0);
  const people = attendances(archive);
  const last = held.at(-1);
  if (!last) return [];
  const came = people.filter(({ events }) => events.length > 1).length;
  const names = labels(held);
  const columns = held.map(({ firstTime, returning }, index) => ({ label: names[index] ?? "", values: [returning, firstTime] }));
  return [
    {
      id: "returning",
      heading: words.heading,
      text: words.text({ speakers: people.length, came }),
      figures: [
        {
          id: "returning-chart",
          title: words.title,
          about: words.about({ returning: last.returning, all: last.people.size, edition: last.name }),
          chart: columnChart(columns, STEP, 120),
          key: [words.hadSpoken, words.firstTime],
        },
      ],
      table: {
        summary: exploreCharts.asTable,
        caption: words.heading,
        heads: words.heads,
        rows: held.map(({ name, events, people: all, firstTime, returning }) => ({
          label: name,
          href: events.length === 1 && events[0] ? href(archive.site.base, events[0].path) : null,
          cells: [all.size, firstTime, returning].map(String),
        })),
      },
      file: csv(archive, "speakers", exploreCharts.allSpeakers),
    },
  ];
}
