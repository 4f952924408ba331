import { describe, expect, test } from "vitest";
import { calendar } from "../../src/outputs/calendar.ts";
import { talksCsv } from "../../src/outputs/talks-csv.ts";
import { scheduleJson } from "../../src/outputs/schedule-json.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { TALKS_TABLE } from "../../src/publishing/talks-table.ts";
import { WORD_LANGUAGES, wordsFor } from "../../src/words/words.ts";
import { folderOf, SITE } from "../support/content.ts";
import { errorsIn, exported, records, schedule, take } from "./make.ts";

const TALKS = [
  {
    title: "One & <all>",
    id: "1",
    date: "2030-05-01T10:00:00+02:00",
    duration: "00:45",
    speakers: ["Ann Able", "Bob Baker"],
    url: "https://conf.example/one/",
  },
  {
    title: "Same",
    id: "2",
    date: "2030-05-01T11:00:00+02:00",
    abstract: "Line one\nline two\n\n- a *list*\n- `code`  \n\n    indented",
    room: "Saal Ä",
  },
  { title: "Same", id: "3", date: "2030-05-02T00:30:00+02:00", duration: "01:00", speakers: ["山田太郎"] },
  { title: "Without a time", id: "4" },
  { title: "Without a length", id: "5", date: "2030-05-02T12:00:00+02:00" },
];

/** Of those, schedule.xml can hold none without a day, a time and a length. */
const COMPLETE = TALKS.filter(({ date, duration }) => date !== undefined && duration !== undefined);

describe.each([
  ["schedule.xml", scheduleXml, COMPLETE],
  ["schedule.json", scheduleJson, TALKS],
] as const)("our %s", (_, format, held) => {
  const imported = (talks: readonly (typeof TALKS)[number][] = TALKS) => {
    const folder = folderOf({ "site.yaml": SITE });
    expect(take(folder, schedule([...talks], { zone: "Europe/Berlin" }))).toMatchObject({ written: talks.length, told: [] });
    return folder;
  };

  test("imported where it comes from changes nothing", () => {
    const folder = imported();
    const before = records(folder);
    for (const text of exported(folder, format))
      expect(take(folder, text)).toMatchObject({ written: 0, merged: held.length, refused: 0, told: [] });
    expect(records(folder)).toEqual(before);
  });

  test("imported into an empty archive gives the same records, but for what the format cannot say", () => {
    const [folder, fresh] = [imported(held), folderOf({ "site.yaml": SITE })];
    for (const text of exported(folder, format)) expect(take(fresh, text)).toMatchObject({ written: held.length, refused: 0, told: [] });
    const sayable = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/^(formerUrls|sources):\n( {2}- .*\n)+/gm, "")]));
    expect(sayable(records(fresh))).toEqual(sayable(records(folder)));
    expect(errorsIn(fresh)).toEqual([]);
  });
});

test("our own tables change nothing where they come from, and fill an empty archive under the same names", () => {
  const [folder, fresh] = [folderOf({ "site.yaml": SITE }), folderOf({ "site.yaml": SITE })];
  take(folder, schedule(TALKS, { zone: "Europe/Berlin" }));
  const before = records(folder);
  const tables = exported(folder, talksCsv);
  expect(tables.length).toBeGreaterThan(0);
  for (const text of tables) expect(take(folder, text)).toMatchObject({ written: 0, merged: TALKS.length, refused: 0 });
  for (const text of tables) expect(take(fresh, text)).toMatchObject({ written: TALKS.length, refused: 0 });
  // Those of sites in other languages, too, one of which the program does not know.
  const inOther = (heads: readonly string[]) => (text: string) => text.replace(/^.*/, heads.join(","));
  const others = [...WORD_LANGUAGES.map((language) => wordsFor(language).csv.talks), TALKS_TABLE.map((_, index) => `ž${index}`)];
  for (const heads of others) {
    expect(heads).toHaveLength(TALKS_TABLE.length);
    const told = tables.map(inOther(heads));
    for (const text of told) expect(take(folder, text)).toMatchObject({ written: 0, merged: TALKS.length, refused: 0 });
    expect(records(folder)).toEqual(before);
    const other = folderOf({ "site.yaml": SITE });
    for (const text of told) expect(take(other, text)).toMatchObject({ written: TALKS.length, refused: 0 });
    expect(records(other)).toEqual(records(fresh));
  }
  expect(Object.keys(records(fresh)).filter((path) => path.includes("/talks/"))).toEqual(
    Object.keys(before).filter((path) => path.includes("/talks/")),
  );
});

const RICH = {
  "events/2020-x/event.md": `---
name: X 2020
startDate: 2020-05-01
endDate: 2020-05-04
timezone: Europe/Berlin
city: Berlin
venue: Big Hall
---
Welcome *all*.
`,
  "events/2020-x/talks/a.md": `---
title: One & <all>
speakers:
  - name: Ann Lee
    role: CTO, Head
    organization: Intel
  - name: 山田 太郎
    organization: Arm
namesWithheld: 1
date: 2020-05-01
start: "10:00"
end: "10:30"
room: Saal Ä
track: Kernel
kind: keynote
language: de
status: cancelled
topics:
  - alpha
slides: https://a.example/s.pdf
video: https://youtu.be/abcdefghijk
licence: CC-BY-4.0
---
Text with *marks*.

- one
- two
`,
  "events/2020-x/talks/b.md": `---
title: Two
speaker: Bob Ray
date: 2020-05-02
start: "23:30"
end: "00:30"
part: 1
parts: 2
recording: declined
---
`,
  "events/2020-x/talks/c.md": `---
title: Three
speaker: Bob Ray
date: 2020-05-03
endDate: 2020-05-04
kind: workshop
languages:
  - en
  - ja
status: online
---
About.
`,
  "events/2020-x/talks/d.md": "---\ntitle: Four\nspeaker: Zoe Zed\n---\n",
  "events/2020-x/talks/lunch.md": `---
title: Lunch
kind: break
date: 2020-05-02
start: "12:00"
end: "13:00"
---
`,
};

test.each([...WORD_LANGUAGES, "pl"])("our own files of a site in %j change nothing where they come from", (language) => {
  const folder = folderOf({ "site.yaml": `${SITE.replace(/^language:.*\n/m, "")}language: ${language}\n`, ...RICH });
  const before = records(folder);
  for (const format of [talksCsv, scheduleJson, scheduleXml, calendar])
    for (const text of exported(folder, format)) {
      expect(take(folder, text)).toMatchObject({ written: 0, refused: 0, told: [] });
      expect(records(folder), text).toEqual(before);
    }
});

test("a table says what became of a talk, its last day, its part, and why it has no recording", () => {
  const fresh = folderOf({ "site.yaml": SITE });
  const heads = "title,date,last day,start,end,status,languages,names withheld,part,parts,recording status";
  const rows = ["Long,2030-05-01,2030-05-03,18:00,12:00,online,en; ja,1,1,2,declined", "Odd,2030-05-01,,,,cancelled,en,x,,2,unknown"];
  expect(take(fresh, `${heads}\n${rows.join("\n")}\n`)).toMatchObject({ written: 2, refused: 0 });
  const all = Object.values(records(fresh)).join("");
  for (const field of ["endDate: 2030-05-03", "status: online", "namesWithheld: 1", "part: 1", "parts: 2", "recording: declined", "  - ja"])
    expect(all).toContain(field);
  expect(errorsIn(fresh)).toEqual([]);
});

test("our own tables know a talk under the address that it had before, and a withheld one", () => {
  const talk = (fields: string) => `---\ntitle: ${fields}\n---\n`;
  const folder = folderOf({
    "site.yaml": SITE,
    "events/2030-new/event.md": "---\nname: Small 2030\n---\n",
    "events/2030-new/talks/new.md": talk("One\nformerUrls:\n  - /events/2030-old/old/"),
    "events/2030-new/talks/secret.md": talk("Not told\nwithheld: true"),
  });
  const before = records(folder);
  const address = (path: string) => `${/^url: (.*)$/m.exec(SITE)?.[1]}events/${path}/`;
  const rows = [
    `2030-old/old,One,Small 2030,${address("2030-old/old")}`,
    `2030-new/secret,Talk withheld,Small 2030,${address("2030-new/secret")}`,
  ];
  expect(take(folder, `id,title,event,address\n${rows.join("\n")}\n`)).toMatchObject({ written: 0, merged: 2, told: [] });
  expect(records(folder)).toEqual(before);
});
