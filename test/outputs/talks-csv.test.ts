/** The tables of talks, read back by a parser of its own. */
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvText } from "../../src/components/csv.ts";
import { talksCsv } from "../../src/outputs/talks-csv.ts";
import { unguarded } from "../../src/text/formula.ts";
import { archiveOf, existing } from "../model/make.ts";

const ARCHIVE = archiveOf({
  events: { "2020-spring": { name: "Spring", timezone: "Europe/Berlin" }, "2021-spring": { name: "Later" } },
  talks: {
    "2020-spring/a": {
      title: '=1+1, "quoted"',
      speakers: [
        { name: "Ada", organization: "Example" },
        { name: "Bob", organization: "Example" },
      ],
      date: "2020-05-04",
      start: "09:30",
      end: "10:00",
      languages: ["en", "ja"],
      status: "cancelled",
      topics: ["arm", "non-uniform memory", "beginner"],
      slides: { file: "a.pdf", url: "https://example.org/a.pdf" },
      recordings: [{ url: "https://vimeo.com/1" }, { url: "https://vimeo.com/2", licence: "CC0-1.0" }],
      licence: "CC-BY-4.0",
      namesWithheld: 1,
      part: 1,
      parts: 2,
      alsoGivenAt: ["2021-spring/b"],
      documents: [{ kind: "code", url: "https://example.org/code" }],
    },
    "2020-spring/lunch": { kind: "break" },
    "2021-spring/b": {
      title: "B",
      speakers: [{ name: "Ada", organization: "Example" }, { name: "Bob" }, { name: "Cy", organization: "Other" }],
    },
  },
  topics: [{ name: "numa", label: "NUMA", aliases: ["non-uniform memory"] }],
  notTopics: ["beginner"],
});

const read = (text: unknown): Record<string, string>[] => parse(String(text), { columns: true });

test("a table holds what is known of each talk, and no break", () => {
  const [file] = talksCsv.eventFiles(ARCHIVE, existing(ARCHIVE.events[0]));
  expect(file?.path).toBe("events/2020-spring/talks.csv");
  expect(read(file?.content)).toEqual([
    {
      id: "2020-spring/a",
      title: `'=1+1, "quoted"`,
      speakers: "Ada; Bob",
      organizations: "Example",
      event: "Spring",
      date: "2020-05-04",
      "last day": "",
      start: "09:30",
      end: "10:00",
      minutes: "30",
      room: "",
      track: "",
      kind: "talk",
      languages: "en; ja",
      status: "cancelled",
      topics: "arm; NUMA",
      slides: "https://little.example.org/media/a.pdf; https://example.org/a.pdf",
      video: "https://vimeo.com/1; https://vimeo.com/2",
      licence: "CC-BY-4.0",
      address: "https://little.example.org/events/2020-spring/a/",
      "names withheld": "1",
      part: "1",
      parts: "2",
      "recording status": "",
      "postponed to": "",
      "also given at": "2021-spring/b",
      documents: "https://example.org/code",
      "slides licence": "CC-BY-4.0",
      "recording licence": "CC-BY-4.0; CC0-1.0",
    },
  ]);
});

test("the whole archive has one table", () => {
  const files = [...talksCsv.files(ARCHIVE)];
  expect(files.map(({ path }) => path)).toEqual(["presentations/talks.csv"]);
  expect(read(files[0]?.content).map(({ id }) => id)).toEqual(["2020-spring/a", "2021-spring/b"]);
  // Of one organization all are; else each has its own place.
  expect(read(files[0]?.content).map(({ organizations }) => organizations)).toEqual(["Example", "Example; ; Other"]);
});

test.each(["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1+1", "＋1", "－1", "＠SUM(1)", " ＝1", "'=1", "'' -1"])(
  "a title that a spreadsheet would compute is text: %j",
  (title) => {
    const [row] = read(csvText(["title"], [[title]]));
    expect(row?.["title"]).toBe(`'${title}`);
    expect(unguarded(`'${title}`)).toBe(title);
  },
);
