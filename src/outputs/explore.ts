/** The data of the charts as CSV. */
import { type Cell, csvText } from "../components/csv.ts";
import type { Archive } from "../model/archive.ts";
import { attendances, editions, talksByYear, yearsWithin } from "../model/statistics.ts";
import { exploreDataPath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const explore = {
  name: "explore",
  *files(archive: Archive) {
    const { csv: heads } = archive.words;
    yield csv("editions", heads.editions, [...editionRows(archive)]);
    yield csv("topics", heads.topics, [...topicRows(archive)]);
    yield csv("speakers", heads.speakers, [...speakerRows(archive)]);
  },
} satisfies OutputFormat;

function* editionRows(archive: Archive): Generator<Cell[]> {
  for (const { name, year, events, talks, people, organizations, firstTime, returning } of editions(archive))
    yield [name, year, events[0]?.record.startDate, talks, people.size, organizations.size, firstTime, returning];
}

function* topicRows(archive: Archive): Generator<Cell[]> {
  const years = yearsWithin(archive);
  for (const topic of archive.topics)
    for (const [index, talks] of talksByYear(topic, years).entries()) if (talks > 0) yield [topic.name, years[index], talks];
}

function* speakerRows(archive: Archive): Generator<Cell[]> {
  for (const { person, events, talks } of attendances(archive)) {
    const years = events.flatMap(({ year }) => year ?? []);
    yield [person.name, events.length, talks, years[0], years.at(-1)];
  }
}

function csv(name: string, heads: string[], rows: readonly Cell[][]) {
  return { path: exploreDataPath(name).slice(1), content: csvText(heads, rows) };
}
