/** The charts of the whole archive: editions, topics through the years, who came back, each with its data as a table and a file. */
import type { Archive } from "../model/archive.ts";
import { attendances, type Occasion, talksByYear, yearsWithin } from "../model/statistics.ts";
import { exploreDataPath, href } from "../model/urls.ts";
import { count } from "../text/wording.ts";
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
  return download(archive, exploreDataPath(name), { label: "Download the data", of, format: "CSV" });
}

/** The year below the first of its editions. */
function labels(list: readonly Occasion[]): string[] {
  return list.map(({ year }, index) => (list[index - 1]?.year === year ? "" : year.slice(2) && `’${year.slice(2)}`));
}

/** How large each edition, or year, was. */
export function editionsSection(archive: Archive, list: readonly Occasion[]): ExploreSection {
  const names = labels(list);
  const figure = (id: string, title: string, noun: string, sizeOf: (occasion: Occasion) => number): Figure => {
    const most = list.reduce((best, occasion) => (sizeOf(occasion) > sizeOf(best) ? occasion : best));
    const columns = list.map((occasion, index) => ({ label: names[index] ?? "", values: [sizeOf(occasion)] }));
    const about = `The most, ${count(sizeOf(most), noun)}, at ${most.name}.`;
    return { id, title, about, chart: columnChart(columns, STEP, 72), key: [] };
  };
  return {
    id: "editions",
    heading: "Talks, speakers and organizations at each edition",
    text: "As far as they are known: a short column can also mean that little of the programme has survived. Years stand below their first edition.",
    figures: [
      figure("talks", "Talks", "talk", ({ talks }) => talks),
      figure("speakers", "Speakers", "speaker", ({ people }) => people.size),
      figure("organizations", "Organizations of the speakers", "organization", ({ organizations }) => organizations.size),
    ],
    table: {
      summary: "The numbers as a table",
      caption: "Talks, speakers and organizations at each edition",
      heads: ["Edition", "Talks", "Speakers", "Organizations"],
      rows: list.map(({ name, events, talks, people, organizations }) => ({
        label: name,
        href: events.length === 1 && events[0] ? href(archive.site.base, events[0].path) : null,
        cells: [talks, people.size, organizations.size].map(String),
      })),
    },
    file: csv(archive, "editions", "all editions"),
  };
}

/** Which topics had talks when: the curated ones, or all where none are curated. */
export function topicsSections(archive: Archive): ExploreSection[] {
  const years = yearsWithin(archive);
  const hasVocabulary = archive.topics.some(({ term }) => term);
  const rows = archive.topics
    .filter(({ term }) => term || !hasVocabulary)
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
      heading: rows.length === MOST_TOPICS ? `The ${MOST_TOPICS} largest topics` : "Topics",
      text: "The larger the dot, the more talks of that year. A talk with several topics counts in each of them.",
      figures: [
        {
          id: "topics-chart",
          title: "Topics through the years",
          about: `The largest is ${largest.topic.name} with ${count(largest.total, "talk")}.`,
          chart: dotChart(chartRows, yearLabels(years, STEP), room, STEP),
          key: [],
        },
      ],
      table: {
        summary: "The numbers as a table",
        caption: "Talks of each topic by year",
        heads: ["Topic", "Talks", ...years],
        rows: rows.map(({ topic, values, total }) => ({
          label: topic.name,
          href: href(archive.site.base, topic.path),
          cells: [String(total), ...cellsOf(values)],
        })),
      },
      file: csv(archive, "topics", "all topics"),
    },
  ];
}

/** Who was new at each edition, and who had spoken before. */
export function speakersSections(archive: Archive, list: readonly Occasion[]): ExploreSection[] {
  const held = list.filter(({ people }) => people.size > 0);
  const people = attendances(archive);
  if (held.length === 0) return [];
  const came = people.filter(({ events }) => events.length > 1).length;
  const names = labels(held);
  const columns = held.map(({ firstTime, returning }, index) => ({ label: names[index] ?? "", values: [returning, firstTime] }));
  return [
    {
      id: "returning",
      heading: "New and returning speakers at each edition",
      text: `Of ${count(people.length, "speaker")}, ${came} spoke at more than one edition. Everyone is new at the first edition whose speakers are known.`,
      figures: [
        {
          id: "returning-chart",
          title: "Speakers at each edition",
          about: `Returning speakers below, new ones above; ${held.at(-1)?.returning} of ${held.at(-1)?.people.size} had spoken before at ${held.at(-1)?.name}.`,
          chart: columnChart(columns, STEP, 120),
          key: ["had spoken before", "for the first time"],
        },
      ],
      table: {
        summary: "The numbers as a table",
        caption: "New and returning speakers at each edition",
        heads: ["Edition", "Speakers", "For the first time", "Had spoken before"],
        rows: held.map(({ name, events, people: all, firstTime, returning }) => ({
          label: name,
          href: events.length === 1 && events[0] ? href(archive.site.base, events[0].path) : null,
          cells: [all.size, firstTime, returning].map(String),
        })),
      },
      file: csv(archive, "speakers", "all speakers"),
    },
  ];
}
