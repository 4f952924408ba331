/** The data of the charts can be read by other programs, and no name becomes a formula. */
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { editionsSection } from "../../src/components/explore-charts.ts";
import { occasions } from "../../src/model/statistics.ts";
import { explore } from "../../src/outputs/explore.ts";
import { archiveOf } from "../model/make.ts";

const NAMES = ['=HYPERLINK("https://example.org")', "+1", "-2", "@sum", " =1+1", 'Ada, "the first"', "Bob"];

const files = (archive: ReturnType<typeof archiveOf>) =>
  new Map([...explore.files(archive)].map(({ path, content }) => [path, parse(content, { columns: true }) as Record<string, string>[]]));

test("names come back, with an apostrophe before what a spreadsheet would compute", () => {
  const archive = archiveOf({
    events: { "2020-spring": { name: "=cmd()", startDate: "2020-05-01" } },
    talks: Object.fromEntries(NAMES.map((speaker, index) => [`2020-spring/talk-${index}`, { speaker, topics: ["-arm", "x, y"] }])),
  });
  const read = files(archive);
  expect([...read.keys()]).toEqual(["explore/editions.csv", "explore/topics.csv", "explore/speakers.csv"]);
  expect(read.get("explore/editions.csv")).toEqual([
    {
      edition: "'=cmd()",
      year: "2020",
      start: "2020-05-01",
      talks: "7",
      speakers: "7",
      organizations: "0",
      "new speakers": "7",
      "returning speakers": "0",
    },
  ]);
  expect(read.get("explore/topics.csv")).toEqual([
    { topic: "'-arm", year: "2020", talks: "7" },
    { topic: "x, y", year: "2020", talks: "7" },
  ]);
  const speakers = read.get("explore/speakers.csv")?.map(({ speaker }) => speaker);
  expect(speakers?.toSorted()).toEqual(NAMES.map((name) => (/^\s*[=+\-@]/.test(name) ? `'${name.trim()}` : name)).toSorted());
});

test("an empty archive has files with their heads alone", () => {
  for (const rows of files(archiveOf({})).values()) expect(rows).toEqual([]);
});

test("the chart of events says how many talks it leaves out, since they were not held", () => {
  const events = { "2020-spring": { name: "Spring", startDate: "2020-05-01" } };
  const textOf = (talks: Record<string, Record<string, unknown>>) => {
    const archive = archiveOf({ events, talks });
    return editionsSection(archive, occasions(archive, 60)).text;
  };
  expect(textOf({ "2020-spring/a": {}, "2020-spring/b": { status: "cancelled" } })).toMatch(/scale\. Not counted, .+: 1 talk\.$/);
  expect(textOf({ "2020-spring/a": {} })).toMatch(/scale\.$/);
});
