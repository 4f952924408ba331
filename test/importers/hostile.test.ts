/** Files that are made to keep an import busy, or to break it: one for each way that once did. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { importerFor } from "../../src/importers/index.ts";
import { columnsOf } from "../../src/importers/parts/columns.ts";
import { Reading, TooManyRowsError } from "../../src/importers/parts/reading.ts";
import { scheduleXml } from "../../src/importers/schedule-xml.ts";
import { cleanName } from "../../src/intake/fit-to-schema.ts";
import { readInput } from "../../src/intake/input.ts";
import { folderOf } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";

const LONG = 200_000;
const linksOf = (number: number) => Array.from({ length: number }, (_, at) => `<link href="https://a.example/${at}">x</link>`).join("");

test.each([
  ["empty lines between rows", "csv", `title,speaker\n${"\n".repeat(LONG)}T,Ada\n`, 1],
  ["line ends in a cell", "csv", `title,speaker\n"T${"\n".repeat(LONG)}x",Ada\n`, 1],
  ["separators among addresses", "csv", `title,speaker,slides\nT,Ada,"https://a.example/${"; ".repeat(LONG)}x"\n`, 1],
  ["blanks in a cell", "csv", `title,speaker\n"${" ".repeat(LONG)}T",Ada\n`, 1],
  ["blanks within a name", "csv", `title,speaker\nT,"Ada${" ".repeat(LONG)}Example"\n`, 1],
  ["blanks in what stays as it is written", "csv", `title,abstract\nT,<p>x</p><pre>a${" ".repeat(LONG)}b</pre>\n`, 1],
  ["blanks in a line of Markdown", "csv", `title,abstract\nT,"[a](https://a.example/)${" ".repeat(LONG)}b\nc"\n`, 1],
  ["brackets in a heading", "front-matter", `+++\ntitle = "T"\nspeaker = "Ada"\n"${"(".repeat(LONG)}" = 1\n+++\n`, 1],
  [
    "empty lines before the days",
    "rubyevents",
    `days:${"\n".repeat(LONG / 4)}  - date: 2020-05-04\n    grid:\n      - items:\n        - T\n`,
    1,
  ],
  [
    "small words of names in a title",
    "icalendar",
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T (A${" der".repeat(45)} 1)\nDTSTART:20200504T100000Z\nEND:VEVENT\nEND:VCALENDAR\n`,
    1,
  ],
  [
    "blanks in the name of a product",
    "icalendar",
    `BEGIN:VCALENDAR\nPRODID:-//Sched ${" ".repeat(LONG)}x\nBEGIN:VEVENT\nSUMMARY:T\nDTSTART:20200504T100000Z\nEND:VEVENT\nEND:VCALENDAR\n`,
    1,
  ],
  [
    "addresses of one link",
    "schedule-xml",
    `<schedule><day><room><event><title>T</title><abstract>**x** &lt;a ${"href=http:p".repeat(5000)}&lt;b>x&lt;/b></abstract></event></room></day></schedule>`,
    1,
  ],
  [
    "addresses of nothing",
    "pyvideo",
    JSON.stringify({ title: "T", speakers: ["Ada"], videos: [], description: `${"http://<".repeat(LONG / 2)} *x*` }),
    1,
  ],
  ["tasks beside events", "icalendar", `BEGIN:VCALENDAR\n${"BEGIN:VTODO\nEND:VTODO\n".repeat(25_000)}END:VCALENDAR\n`, 0],
  [
    "links of one talk",
    "schedule-xml",
    `<schedule><day><room><event><title>T</title><links>${linksOf(20_000)}</links></event></room></day></schedule>`,
    1,
  ],
  [
    "times of talks with one code",
    "pretalx-api",
    `[${'{"submission":"A","room":1,"start":"","schedule":1},{"code":"A","title":"T"},'.repeat(4000)}0]`,
    4000,
  ],
  [
    "links of one page",
    "xen-page",
    `<html><body><h1>T</h1>${Array.from({ length: 8_000 }, (_, at) => `<p><a href="https://a.org/${at}.html">Words of ${at}</a></p><a href="https://a.org/${at}.pdf">Slides</a>`).join("")}</body></html>`,
    1,
  ],
  ["brackets, commas and blanks before a key", "front-matter", `[{"title":"T","speakers":["Ada"]${`,${" ".repeat(59)}{`.repeat(3000)}`, 1],
  ["slots of one talk", "front-matter", `[{"id":1,"title":"T","speakers":["Ada"]}${',{"time":"9:00","sessionIds":[1]}'.repeat(6_000)}]`, 1],
  ["talks with one title", "front-matter", `[${'{"title":"T","speakers":["Ada"],"time":"9:00"},'.repeat(4000)}{}]`, 4000],
  ["parts of parts", "indico", `{"_type":"Conference","contributions":[${'{"title":"T","contributions":['.repeat(20_000)}`, 0],
])("%s", (_, name, text, rows) => {
  const file = { path: "talks/file", text };
  const importer = importerFor(file);
  expect(importer?.name).toBe(name);
  const seconds = cpuSeconds(() => {
    const read = importer?.read([file]);
    expect(read?.rows).toBe(rows);
    if (name === "indico")
      expect(read?.problems.map(({ message }) => message)).toEqual(["The JSON is nested deeper than any data of talks."]);
  });
  expect(seconds).toBeLessThan(5);
});

/** A calendar whose own zone has a rule. */
const zoned = (...rules: string[]) => `BEGIN:VCALENDAR
VERSION:2.0
${rules
  .map(
    (rule, at) =>
      `BEGIN:VTIMEZONE\nTZID:Mine ${at}\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n${rule}\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:${at}@x\nSUMMARY:A talk\nDTSTART;TZID=Mine ${at}:20200504T100000\nEND:VEVENT\n`,
  )
  .join("")}END:VCALENDAR
`;
const SEVEN = "8,9,10,11,12,13,14";

test.each([
  ["every second, in the parameters every year", ["RRULE;X=FREQ=YEARLY:FREQ=SECONDLY"]],
  ["every year, then every second", ["RRULE:FREQ=YEARLY;FREQ=SECONDLY"]],
  ["a day that no month has, of those that a place in it chooses", ["RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=6MO;BYSETPOS=9"]],
  ["Sundays that are the 30th of February", ["RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=SU;BYMONTHDAY=30"]],
  ["a thousand zones", Array.from({ length: 1000 }, () => `RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=${SEVEN}`)],
  ["a thousand rules", [Array.from({ length: 1000 }, () => `RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=${SEVEN}`).join("\n")]],
])("a zone of a calendar with rules: %s", (_, rules) => {
  const file = { path: "talks/a.ics", text: zoned(...rules) };
  const importer = importerFor(file);
  expect(cpuSeconds(() => expect(importer?.read([file]).rows).toBe(rules.length))).toBeLessThan(5);
});

test("a zone of a calendar with the rules that zones have is taken by them", () => {
  for (const rule of [
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    `RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=${SEVEN};BYDAY=SU;UNTIL=20300310T080000Z`,
  ]) {
    const file = { path: "talks/a.ics", text: zoned(rule) };
    const [talk] = importerFor(file)?.read([file]).conferences[0]?.talks ?? [];
    expect(talk?.when?.offset, rule).toBe("+02:00");
  }
});

test("many files of one conference", () => {
  const text = (at: number) => `<schedule><day><room><event id="${at}"><title>T ${at}</title></event></room></day></schedule>`;
  const files = Array.from({ length: 2500 }, (_, at) => ({ path: `talks/${at}.xml`, text: text(at) }));
  const seconds = cpuSeconds(() => expect(scheduleXml.read(files).conferences.map(({ talks }) => talks.length)).toEqual([2500]));
  expect(seconds).toBeLessThan(5);
});

test("many fields of a page, or columns of a table", () => {
  const names = ["title", "speaker", ...Array.from({ length: LONG }, (_, number) => `x${number}`)];
  expect(cpuSeconds(() => expect(columnsOf(names)?.filter((column) => column !== undefined)).toHaveLength(2))).toBeLessThan(5);
});

test("a folder of many large files is read as far as there is room, and the rest is told", () => {
  const table = `title,speaker\nT,${"x".repeat(60)}\n`;
  const { groups, problems } = readInput(folderOf({ "a.csv": table, "b.csv": table }), undefined, [], 100);
  expect([...groups.values()].flat().map(({ path }) => path.slice(-5))).toEqual(["a.csv"]);
  expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
    ["not-read", expect.stringMatching(/^The file has 77 bytes; at most 23 are read\. Its folder holds more/)],
  ]);
});

test.each(["a", " ", "a ", "mailto:", "a.b@", "@"])("a name of nothing but %j is made one for a record", (part) => {
  const name = `x${part.repeat(LONG)}`;
  expect(cpuSeconds(() => expect(cleanName(name, () => {}).length).toBeLessThanOrEqual(200))).toBeLessThan(2);
});

test.each([
  ["elements", "a.xml", `<schedule><conference><title>T</title></conference>${"<a/>".repeat(600_000)}</schedule>`],
  ["lists", "a.json", `{"schedule":{"conference":{"title":"T","days":[${"[],".repeat(600_000)}[]]}}}`],
  ["lines", "a.csv", `title,speaker\n${"a\n".repeat(1_200_000)}`],
  ["cells", "a.csv", `title,speaker\n${",".repeat(6_000_000)}`],
])("a file of more %s than memory takes well is not read", (_, name, text) => {
  expect(() => readInput(join(folderOf({ [name]: text }), name), undefined)).toThrow(
    /has more than 500,000 elements, more than any schedule/,
  );
});

test("more rows than can be imported at a time end a reading", () => {
  const reading = new Reading();
  const read = (rows: number) => {
    for (let row = 0; row < rows; row++) reading.row();
  };
  read(100_000);
  expect(() => read(1)).toThrow(TooManyRowsError);
});

test("files of a folder that hold more together than memory takes well are told", () => {
  const list = `[${"[],".repeat(400_000)}[]]`;
  const { problems } = readInput(folderOf(Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.json`, list]))), "sessionize");
  expect(problems.map(({ file, message }) => [file.slice(-6), message])).toEqual([
    ["d.json", expect.stringMatching(/^The file has more than [\d,]+ elements\. Its folder holds more than is read at a time/)],
  ]);
});
