/** CSV: separators, headings and times in the ways people write them. */
import { describe, expect, test } from "vitest";
import { dateOrder, looseClocks, looseDate, looseOffset } from "../../src/importers/parts/loose-times.ts";
import { peopleAsText, splitNames, splitPeople } from "../../src/importers/parts/people.ts";
import { TALKS_TABLE } from "../../src/publishing/talks-table.ts";
import { en } from "../../src/words/en.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { brief, read } from "./read.ts";

describe("a table that an archive made", () => {
  const HEADINGS = en.csv.talks;
  const CELLS = TALKS_TABLE.map(
    (column) =>
      ({ id: "conf/one", title: "One", speakers: "Ann Lee; Bob Ray", room: "Hall A", address: "https://example.org/events/conf/one/" })[
        column as string
      ] ?? "",
  );
  const swapped = ([id = "", title = "", speakers = "", ...more]: readonly string[]) => [id, speakers, title, ...more];
  test.each<[how: string, lines: (readonly string[])[]]>([
    ["as it is", [HEADINGS, CELLS]],
    ["in words of which none is known", [HEADINGS.map((_, index) => `Wort ${index}`), CELLS]],
    ["with columns in another order", [swapped(HEADINGS), swapped(CELLS)]],
    ["below a line of its own", [["All talks"], HEADINGS, CELLS]],
    ["below a line of a spreadsheet", [["All talks", ...Array<string>(28).fill("")], HEADINGS, CELLS]],
    [
      "with columns of an editor",
      [
        [...HEADINGS, "role"],
        [...CELLS, "Manager; Engineer"],
      ],
    ],
  ])("is read by what it holds %s", (_, lines) => {
    const { conference, told } = read("csv", { "a.csv": lines.map((cells) => `${cells.join(",")}\n`).join("") });
    expect(
      conference.talks.map(({ record, speakers, slug }) => [slug, record.title, record.room, speakers.map(({ name }) => name)]),
    ).toEqual([["one", "One", "Hall A", ["Ann Lee", "Bob Ray"]]]);
    expect(told).toEqual([]);
  });
});

test("a row that is a draft stays one, whatever but “no” says so", () => {
  const { conference, notKept } = read("csv", {
    "a.csv": "title,speaker,Draft\nOne,Ann Lee,yes\nTwo,Ann Lee,no\nThree,Ann Lee,\nFour,Ann Lee,until May\nFive,Ann Lee,FALSE\n",
  });
  expect(conference.talks.map(({ record }) => record.draft ?? false)).toEqual([true, false, false, true, false]);
  expect([...notKept]).toEqual([]);
});

test("an organization and a role that differ from those behind a name are told", () => {
  const { conference, notKept } = read("csv", {
    "a.csv": "title,speaker,company,role\nOne,Ann Lee (AMD),Intel,\nTwo,Bob Ray (Arm),Arm,Manager\n",
  });
  expect(conference.talks.flatMap(({ speakers }) => speakers)).toEqual([
    { name: "Ann Lee", organization: "AMD" },
    { name: "Bob Ray", organization: "Arm", role: "Manager" },
  ]);
  expect(Object.fromEntries(notKept)).toEqual({ company: 1 });
});

test("a row without a date or a start says once what is left out of it, and how to keep it", () => {
  const { problems } = read("csv", {
    "a.csv": "title,speaker,date,start,end\nOne,Ann Lee,Monday,9:00,10:00\nTwo,Ann Lee,,9:00,10:00\nThree,Ann Lee,2012-04-03,,10:00\n",
  });
  expect(problems.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
    "`Monday` of “One” cannot be read as one certain date, so `9:00 – 10:00` is left out, too. Write it as `2012-08-27`, or add it to the record by hand.",
    "`9:00 – 10:00` of “Two” cannot be read as a time, for the row has no date. Give the row a date such as `2012-08-27`, or add it to the record by hand.",
    "`10:00` of “Three” cannot be read as an end, for the row has no start. Give the row a start such as `09:30`, or add it to the record by hand.",
  ]);
});

test("a heading that comes twice belongs to a second speaker, and what has no place is told", () => {
  const { conference, notKept } = read("csv", {
    "a.csv": "Title,Speaker,Company,Speaker,Company,Title,Room,Room\nOne,Ann Lee,Intel,Bob Ray,Arm,Subtitle,R1,R2\nTwo,Cy Fu,,,,,,\n",
  });
  expect(conference.talks.map(({ record, speakers }) => [record.title, record.room, speakers])).toEqual([
    [
      "One",
      "R1",
      [
        { name: "Ann Lee", organization: "Intel" },
        { name: "Bob Ray", organization: "Arm" },
      ],
    ],
    ["Two", undefined, [{ name: "Cy Fu" }]],
  ]);
  expect(Object.fromEntries(notKept)).toEqual({ "Room (column 8)": 1, "Title (column 6)": 1 });
});

test("what can be read in several ways is told with how it was read, each text once, and what has one meaning is not", () => {
  const { guesses } = read("csv", {
    "a.csv": `title,speakers,organization,day,start,end,length
One,"Ann Lee, Red Hat",,3/4/2024,9-10am,,1.5 h
Two,Ann Lee; Bob Ray,,2024-04-03,10:00 - 10:30,,30
Three,Cy Fu (Arm),,3 April 2024,"9:15 AM",9:45 AM,45 min
Four,"Lee, Ann and Dee Do",,13/4/2024,10.00 (UTC+2),11h,
Five,"Ann Lee, Red Hat",,3/4/2024,9 am,,1h30
`,
    "b.csv": 'title,speakers\nSix,"Eve Fa, CTO, Intel"\nSeven,Various\n',
  });
  expect((guesses ?? []).map(({ written, read: taken }) => `${written} → ${taken}`)).toEqual([
    "Ann Lee, Red Hat → Ann Lee; Red Hat",
    "3/4/2024 → 2024-04-03",
    "9-10am → 09:00 to 10:00",
    "3 April 2024 → 2024-04-03",
    "Lee, Ann and Dee Do → Ann Lee; Dee Do",
    "13/4/2024 → 2024-04-13",
    "10.00 (UTC+2) → 10:00 +02:00",
    "11h → 11:00",
    "9 am → 09:00",
    "1h30 → 90 min",
    "Eve Fa, CTO, Intel → Eve Fa (CTO, Intel)",
    "Various → nobody",
  ]);
});

test("semicolons, a line above the headings, quotes, a night, a row for each speaker", () => {
  const { conference, told, rows } = read("csv", {
    "lists/talks.csv": `Example Days 2012;;;;\r
\r
Talk Title;Speaker(s);Datum;Time;Raum;Abstract;Slides URL;Video;Tags\r
"One; two";Ann Lee (Intel), Bob Ray;27/08/2012;2:00 - 3:30 PM;R1;"First
second ""q""";https://e.example/a.pdf;https://youtu.be/abcdefg;"Cloud, ARM"\r
Two;"Lee, Ann";28/08/2012;9.30;;<p>An <b>HTML</b> text</p><script>x</script>;n/a;;\r
;Nobody;28/08/2012;;;;;;\r
"Never closed;x;y\r
Late;Zoë Ö.;30.08.2012;23:30–00:30;;;;;\r
Late;Max;30.08.2012;23:30–00:30;;;;;;extra\r
Odd;Cy Fu;32.08.2012;noon;;;;;\r
;;;;;;;;\r
`,
  });
  expect(conference).toMatchObject({ key: "talks", event: {} });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "One; two",
      rows: 1,
      when: { date: "2012-08-27", start: "14:00", end: { date: "2012-08-27", time: "15:30" } },
      record: {
        title: "One; two",
        abstract: 'First\\\nsecond "q"',
        room: "R1",
        topics: ["cloud", "arm"],
        video: "https://youtu.be/abcdefg",
        slides: "https://e.example/a.pdf",
      },
      speakers: ["Ann Lee", "Bob Ray"],
    },
    {
      key: "Two",
      rows: 1,
      when: { date: "2012-08-28", start: "09:30" },
      record: { title: "Two", abstract: "An **HTML** text" },
      speakers: ["Ann Lee"],
    },
    {
      key: "Late",
      rows: 2,
      when: { date: "2012-08-30", start: "23:30", end: { date: "2012-08-31", time: "00:30" } },
      record: { title: "Late" },
      speakers: ["Zoë Ö.", "Max"],
    },
    { key: "Odd", rows: 1, record: { title: "Odd" }, speakers: ["Cy Fu"] },
  ]);
  expect(conference.talks[0]?.speakers[0]).toEqual({ name: "Ann Lee", organization: "Intel" });
  expect(rows).toBe(7);
  expect(told).toEqual([
    "lists/talks.csv:7:1 title-missing: The row has no title.",
    "lists/talks.csv:10:1 too-many-cells: The row has 10 cells, but there are 9 headings; the last cells are left out.",
    "lists/talks.csv:11:1 bad-time: `noon` of “Odd” cannot be read as a time.",
    "lists/talks.csv:11:1 bad-time: `32.08.2012` of “Odd” cannot be read as one certain date.",
    "lists/talks.csv:8:1 bad-csv: A double quote in this line is never closed.",
  ]);
});

test("tabs, columns for each speaker, editions in one table, times with an offset", () => {
  const { conferences } = read("csv", {
    "a.tsv":
      "Conference\tSession Name\tSpeaker 1 First Name\tSpeaker 1 Last Name\tSpeaker 1 Company\tSpeaker 2 Name\tStarts At\tLength\n" +
      "Ex 1\tOne\tAnn\tLee\tIntel\tBob Ray\t2012-08-27T09:30:00+02:00\t45\n" +
      "Ex 2\tTwo\t\t\t\t\t2013-08-27 09:30\t1:30\n",
  });
  expect(conferences.map(({ key, talks }) => [key, talks.map(brief)])).toEqual([
    [
      "Ex 1",
      [
        {
          key: "One",
          rows: 1,
          when: { date: "2012-08-27", start: "09:30", offset: "+02:00", duration: 45 },
          record: { title: "One" },
          speakers: ["Ann Lee", "Bob Ray"],
        },
      ],
    ],
    ["Ex 2", [{ key: "Two", rows: 1, when: { date: "2013-08-27", start: "09:30", duration: 90 }, record: { title: "Two" }, speakers: [] }]],
  ]);
});

test("a start in two columns, one for its date and one for its time", () => {
  const { conference, notKept } = read("csv", {
    "a.csv": "title,Start (date),Start (time),End (date),End (time),*Room/Location (Optional)\nOne,2012-08-27,9:00,2012-08-28,10:00,R\n",
  });
  expect(conference.talks[0]?.when).toEqual({ date: "2012-08-27", start: "09:00", end: { date: "2012-08-28", time: "10:00" } });
  expect(conference.talks[0]?.record.room).toBe("R");
  expect(Object.fromEntries(notKept)).toEqual({});
});

test("of several columns of one kind the best named counts; two texts are joined", () => {
  const { conference } = read("csv", {
    "a.csv":
      "Session Id,Session,Proposal title,Session type,Name,Speaker names,Abstract,Description,Scheduled At,Scheduled Duration,State\n" +
      "7,Morning,One,Workshop,Organizer,Ann Lee,Short.,Long text.,2012-08-27 09:30,90,accepted\n8,Morning,Two,,,,,,,,withdrawn\n",
  });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "7",
      rows: 1,
      when: { date: "2012-08-27", start: "09:30", duration: 90 },
      record: { title: "One", kind: "workshop", abstract: "Short.\n\nLong text." },
      speakers: ["Ann Lee"],
    },
  ]);
});

test("an end that is a date is the last day of a talk without a start", () => {
  const { conference, told } = read("csv", {
    "a.csv":
      "title,date,end,last day\nOne,2012-04-03,2012-04-05,\nTwo,2012-04-03,2012-04-02,\nThree,2012-04-03,2012-04-05 10:00,\nFour,2012-04-03,,soon\n",
  });
  expect(conference.talks.map(({ when }) => when)).toEqual([
    { date: "2012-04-03", end: { date: "2012-04-05" } },
    { date: "2012-04-03" },
    { date: "2012-04-03", end: { date: "2012-04-05" } },
    { date: "2012-04-03" },
  ]);
  expect(told).toEqual([
    "a.csv:3:1 bad-time: `2012-04-02` of “Two” cannot be read as a time.",
    "a.csv:4:1 bad-time: `2012-04-05 10:00` of “Three” cannot be read as an end, for the row has no start.",
    "a.csv:5:1 bad-time: `soon` of “Four” cannot be read as one certain date.",
  ]);
});

test.each([
  "name,affiliation\nAnn Lee,Intel",
  "Name,Email,Company\nAnn Lee,ann@example.org,Intel",
  "First Name (required),Last Name (required),Title,Company,Description\nAnn,Lee,Project Manager,Intel,Builds things",
  "Name,Title,Organization,Bio\nAnn Lee,CEO,Intel,Builds things",
])("a table of people is none of talks: %j", (table) => {
  const { conferences, problems } = read("csv", { "a.csv": `${table}\n` });
  expect(conferences).toEqual([]);
  expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([["not-a-talk", "error"]]);
});

test.each([
  "name,speakers\nOne,Ann Lee",
  "name,description,company\nOne,About it,Intel",
  "name,bio,date\nOne,Ann builds things,2024-05-01",
  "Speaker,Title,Affiliation\nAnn Lee,One,Intel",
  "Title,First name,Last name,Company\nOne,Ann,Lee,Intel",
  "First name,Last name,Talk title,Company\nAnn,Lee,One,Intel",
  "Name,Title,Company,Abstract\nAnn Lee,One,Intel,About it",
])("but one of talks with people is: %j", (table) => {
  expect(read("csv", { "a.csv": `${table}\n` }).conference.talks.map(({ record }) => record.title)).toEqual(["One"]);
});

test.each([
  [
    "Ann Lee: Institute of Science and Technology; Bob von Ray: Intel",
    "Ann Lee (Institute of Science and Technology); Bob von Ray (Intel)",
  ],
  ["Panel Chair: Ann Lee; Panel Members: Bob Ray, University of X", "Panel Chair: Ann Lee; Panel Members: Bob Ray; University of X"],
  ["Moderator: Ann Lee; Panelists: Bob Ray", "Ann Lee (Moderator); Bob Ray"],
])("what stands behind the colons of %s is told from other people", (cell, people) => {
  expect(peopleAsText(splitPeople(cell))).toBe(people);
});

test("no false facts come of a number in a list, a lone dot, the name of a panel, the number of a day, or of when a form was filled", () => {
  const facts = (table: string) => read("csv", { "a.csv": `${table}\n` }).conference.talks.map(brief);
  const one = { key: "One", rows: 1, record: { title: "One" } };
  expect(facts("title,authors,position\nOne,Ann Lee,2")).toEqual([{ ...one, speakers: ["Ann Lee"] }]);
  expect(facts("title,speakers,abstract\nOne,.,.")).toEqual([{ ...one, speakers: [] }]);
  expect(facts("title,name,panelists\nOne,Panel 1,Ann Lee; Bob Ray")).toEqual([{ ...one, speakers: ["Ann Lee", "Bob Ray"] }]);
  expect(facts("title,speakers,day,start_date\nOne,Ann Lee,1,2023-11-05")).toEqual([
    { ...one, speakers: ["Ann Lee"], when: { date: "2023-11-05" } },
  ]);
  expect(
    facts("ID,Start time,Completion time,Email,Name,Talk title\nA1,1/2/24 10:00:00,1/2/24 10:10:00,a@example.org,Ann Lee,One"),
  ).toEqual([{ ...one, key: "A1", speakers: ["Ann Lee"] }]);
  expect(facts('title,speakers\n"1<sup>st</sup> One",Ann Lee')[0]?.record.title).toBe("1st One");
});

test("dates that could mean two days are not guessed", () => {
  const { conference, told } = read("csv", { "a.csv": "title,date,start\nOne,03/04/2012,9:00\n" });
  expect(conference.talks.map(brief)).toEqual([{ key: "One", rows: 1, record: { title: "One" }, speakers: [] }]);
  expect(told).toEqual(["a.csv:2:1 bad-time: `03/04/2012` of “One” cannot be read as one certain date, so `9:00` is left out, too."]);
});

describe("times as people write them", () => {
  test.each([
    ["2012-08-27", "2012-08-27"],
    ["27.8.2012", "2012-08-27"],
    ["27/08/12", "2012-08-27"],
    ["Mon, August 27th, 2012", "2012-08-27"],
    ["27 Aug 2012 at 9", "2012-08-27"],
    ["20120827", "2012-08-27"],
    ["31/02/2012", undefined],
    ["Day 1", undefined],
  ])("the date %j", (text, date) => {
    expect(looseDate(text, dateOrder([text]).order)).toBe(date);
  });

  test.each([
    ["9:30", ["09:30"]],
    ["9.30 – 10.00 Uhr", ["09:30", "10:00"]],
    ["11:30 - 1:00 PM", ["11:30", "13:00"]],
    ["2:00–3:30 pm", ["14:00", "15:30"]],
    ["12 am to 12:15 a.m.", ["00:00", "00:15"]],
    ["09:00-10:00", ["09:00", "10:00"]],
    ["2012-08-27 09:00-10:00", ["09:00", "10:00"]],
    ["9-10am", ["09:00", "10:00"]],
    ["Mon 1-2:30 PM", ["13:00", "14:30"]],
    ["Day 1 - 9:00", ["09:00"]],
    ["14h-15h30", ["14:00", "15:30"]],
    ["9.00-9.45", ["09:00", "09:45"]],
    ["10:30 - 12:15 PM", ["10:30", "12:15"]],
    ["11:30 - 12:15 AM", ["23:30", "00:15"]],
    ["2:00 PM - 3:30", ["14:00", "15:30"]],
    ["12:00 at Hall A", ["12:00"]],
    ["0.375", []],
    ["2012-08-27 09:30:00", ["09:30"]],
    ["2012-08-27T09:30:00+02:00", ["09:30"]],
    ["25:00", []],
    ["noon", []],
  ])("the clocks %j", (text, clocks) => {
    expect(looseClocks(text)).toEqual(clocks);
  });

  test.each([
    ["2012-08-27T09:30-07:00", "-07:00"],
    ["2012-08-27 09:30 -0700", "-07:00"],
    ["2012-08-27 09:30-07:00", "-07:00"],
    ["Mon Aug 27 2012 09:30:00 GMT+0900 (Japan Standard Time)", "+09:00"],
    ["9:30 AM UTC", "Z"],
    ["17:30 GMT+2", "+02:00"],
    ["09:00-10:00", undefined],
    ["2012-08-27 09:00-10:00", undefined],
    ["9:00 (Berlin)", undefined],
    ["9:00+99:00", undefined],
  ])("the offset of %j", (text, offset) => {
    expect(looseOffset(text)).toBe(offset);
  });

  test("lengths are read as people write them, and what is none is told", () => {
    const lengths = ["45", "45'", "0:45", "1h30", "1.5 h", "1 hr", "90分", "45:00", "about 30", "one hour"];
    const rows = lengths.map((length, index) => `Talk ${index},2012-08-27,9:00,${length}\n`);
    const { conference, notKept } = read("csv", { "a.csv": `title,date,start,Length\n${rows.join("")}` });
    expect(conference.talks.map(({ when }) => when?.duration)).toEqual([45, 45, 45, 90, 90, 60, 90, undefined, undefined, undefined]);
    expect(Object.fromEntries(notKept)).toEqual({ Length: 3 });
  });

  test.each([
    ["14:00 (3h)", "14:00", 180],
    ["10:00 (1h30)", "10:00", 90],
    ["9:00, 2 hours", "09:00", 120],
    ["10:00 (45 min)", "10:00", 45],
    ["9h (2h)", "09:00", 120],
  ])("what stands behind a time in %j is its length", (time, start, duration) => {
    const { conference } = read("csv", { "a.csv": `title,date,time\nOne,2012-08-27,"${time}"\n` });
    expect(conference.talks[0]?.when).toEqual({ date: "2012-08-27", start, duration });
  });

  test("brackets of a heading tell the offset of its times and the unit of its lengths; zones named by letters are told", () => {
    const { conference, notKept } = read("csv", {
      "a.csv": "title,date,Start (UTC),Duration (hours)\nOne,2012-08-27,9:00,1\nTwo,2012-08-27,9:00 EST,1.5\n",
      "b.csv": "title,date,Start (CEST),Length (sec)\nThree,2012-08-27,9:00 (UTC+2),2700\nFour,2012-08-27,10:00,\n",
    });
    expect(conference.talks.map(({ when }) => [when?.start, when?.offset, when?.duration])).toEqual([
      ["09:00", "Z", 60],
      ["09:00", "Z", 90],
    ]);
    expect(Object.fromEntries(notKept)).toEqual({ "Length (sec)": 1, "time zone CEST": 1 });
  });

  test.each([
    ["3-5 April 2024", "2024-04-03", "2024-04-05"],
    ["Wed 3 – Fri 5 April 2024", "2024-04-03", "2024-04-05"],
    ["3 & 4 April 2024", "2024-04-03", "2024-04-04"],
    ["30 April–2 May 2024", "2024-04-30", "2024-05-02"],
    ["3.-5.4.2024", "2024-04-03", "2024-04-05"],
    ["2024-04-03 to 2024-04-05", "2024-04-03", "2024-04-05"],
    ["Session 1 - 3 April 2024", "2024-04-03", undefined],
    ["3 & 5 April 2024", undefined, undefined],
  ])("of the days in %j the first is the day of a talk, and the last its last", (text, date, last) => {
    const { conference } = read("csv", { "a.csv": `title,speaker,date\nOne,Ann Lee,${text}\n` });
    expect(conference.talks[0]?.when).toEqual(date && { date, ...(last && { end: { date: last } }) });
  });

  test("a time with a hyphen and no blanks has a start and an end, whatever the zone of the event", () => {
    const { conference } = read("csv", { "a.csv": "title,date,time\nOne,2012-08-27,09:00-10:00\n" });
    expect(conference.talks[0]?.when).toEqual({ date: "2012-08-27", start: "09:00", end: { date: "2012-08-27", time: "10:00" } });
  });
});

test.each([
  ["Ann Lee, Bob Ray and Cy Fu", ["Ann Lee", "Bob Ray", "Cy Fu"]],
  ["Lee, Ann", ["Ann Lee"]],
  ["Ann Lee, Jr., Bob Ray", ["Ann Lee, Jr.", "Bob Ray"]],
  ["Ann Lee & Bob Ray; Cy Fu", ["Ann Lee", "Bob Ray", "Cy Fu"]],
  ["Ann Lee (Red Hat, Inc.), Bob Ray (Research and Development)", ["Ann Lee (Red Hat, Inc.)", "Bob Ray (Research and Development)"]],
  ["王伟, 李娜", ["王伟", "李娜"]],
  ["山田太郎、佐藤花子", ["山田太郎", "佐藤花子"]],
  ["山田, 太郎; 佐藤, 花子", ["山田 太郎", "佐藤 花子"]],
  ["أحمد علي، سارة حسن", ["أحمد علي", "سارة حسن"]],
  ["Matz", ["Matz"]],
  ["TBA", []],
])("names in %j", (text, names) => {
  expect(splitNames(text)).toEqual(names);
});

test.each([
  ["Ann Lee, Intel", ["Ann Lee: Intel"]],
  ["Ann Lee, Principal Engineer, Intel", ["Ann Lee: Principal Engineer, Intel"]],
  ["Ann Lee, Intel; Bob Ray, CTO", ["Ann Lee: Intel", "Bob Ray: CTO"]],
  ["Ann Lee, Intel, Bob Ray, University of Cambridge", ["Ann Lee: Intel", "Bob Ray: University of Cambridge"]],
  ["Ann Lee, Example, Inc.", ["Ann Lee: Example, Inc."]],
  ["Ann Lee (Intel), Bob Ray", ["Ann Lee: Intel", "Bob Ray: "]],
  ["Ann Lee, PhD, Bob Ray", ["Ann Lee, PhD: ", "Bob Ray: "]],
  ["Ann Lee, Bob Ray and Cy Fu", ["Ann Lee: ", "Bob Ray: ", "Cy Fu: "]],
  ["Lee, Ann; Ray, Bob", ["Ann Lee: ", "Bob Ray: "]],
  ["van Rossum, Guido", ["Guido van Rossum: "]],
  ["Lee, Ann; García Márquez, Gabriel", ["Ann Lee: ", "Gabriel García Márquez: "]],
  ["Prof. Lee, Ann", ["Prof. Ann Lee: "]],
  ["Ann Lee, PhD, Intel", ["Ann Lee, PhD: Intel"]],
  ["Ann Lee, Intel, USA", ["Ann Lee: Intel, USA"]],
  ["Ann Lee, Head of Sales and Marketing, Intel", ["Ann Lee: Head of Sales and Marketing, Intel"]],
  ["Ann Lee, Intel and Bob Ray, AMD", ["Ann Lee: Intel", "Bob Ray: AMD"]],
  ["Ann Lee, CTO and Bob", ["Ann Lee: CTO", "Bob: "]],
  ["Ann Lee, she/her", ["Ann Lee: "]],
])("people with what they are in %j, where no column tells that", (text, people) => {
  const told = (table: string) =>
    read("csv", { "a.csv": table }).conference.talks[0]?.speakers.map(
      ({ name, role, organization }) => `${name}: ${[role, organization].filter(Boolean).join(", ")}`,
    );
  expect(told(`title,speakers\nA talk,"${text}"\n`)).toEqual(people);
});

test("a cell of several organizations or roles has one for each speaker, and what cannot be told apart is told", () => {
  const { conference, notKept } = read("csv", {
    "a.csv": [
      "title,speakers,organizations,roles",
      "Each,Ann Lee; Bob Ray,Intel; Arm,Engineer; Lead",
      "Some,Ann Lee; Bob Ray,; Arm,Engineer;",
      "All,Ann Lee; Bob Ray,Intel,Engineer",
      "Whose,Ann Lee; Bob Ray,Intel; Arm; AMD,",
      "One,Cy Fu,Intel; Arm,Engineer; Lead",
      "",
    ].join("\n"),
  });
  expect(Object.fromEntries(conference.talks.map(({ record, speakers }) => [record.title, speakers]))).toEqual({
    Each: [
      { name: "Ann Lee", organization: "Intel", role: "Engineer" },
      { name: "Bob Ray", organization: "Arm", role: "Lead" },
    ],
    Some: [
      { name: "Ann Lee", role: "Engineer" },
      { name: "Bob Ray", organization: "Arm" },
    ],
    All: [
      { name: "Ann Lee", organization: "Intel" },
      { name: "Bob Ray", organization: "Intel" },
    ],
    Whose: [{ name: "Ann Lee" }, { name: "Bob Ray" }],
    One: [{ name: "Cy Fu", organization: "Intel; Arm", role: "Engineer; Lead" }],
  });
  expect(Object.fromEntries(notKept)).toEqual({ organizations: 1, roles: 1 });
});

test("in a table whose names with a comma have the family name first, one of several words is such too", () => {
  const { conference } = read("csv", {
    "a.csv": 'title,authors\nOne,"Lee, Ann"\nTwo,"García Márquez, Gabriel"\nThree,"Ray, Bob; Fu, Cy"\n',
  });
  expect(conference.talks.map(({ speakers }) => speakers)).toEqual([
    [{ name: "Ann Lee" }],
    [{ name: "Gabriel García Márquez" }],
    [{ name: "Bob Ray" }, { name: "Cy Fu" }],
  ]);
});

test.each([
  "just some text\nwith, a comma\n",
  "a,b,c\n1,2,3\n",
  "Title, speaker, and room are given.\nMore is not.\n",
  '{"title": 1}',
  "---\ntitle: x\nspeaker: y\n",
])("%j is no table of talks", async (text) => {
  const { csv } = await import("../../src/importers/csv.ts");
  expect(csv.recognises({ path: "x.csv", text })).toBe(false);
});

test.each([
  ["decision", ["accept", "Accepted", "reject", "desk-reject"], 2],
  ["Status", ["Accepted", "Accept_Queue", "Nominated", "Waitlisted"], 2],
  ["State", ["confirmed", "accepted", "submitted", "withdrawn"], 2],
  ["Accepted", ["yes", "TRUE", "no", "false"], 2],
  ["Proposal state", ["accepted", "confirmed", "rejected"], 1],
  ["Accepted", ["Y", "1", "N", "0", "nein"], 3],
  ["decision", ["accept (short)", "accept", "reject (out of scope)", "Weak reject", "Withdrawn by author"], 3],
])("of submissions, those that %s says were not accepted are refused", (heading, decisions, refused) => {
  const rows = decisions.map((decision, index) => `${index},Talk ${index},Ann Lee,${decision}\n`);
  const imported = read("csv", { "a.csv": `#,title,authors,${heading}\n${rows.join("")}` });
  expect(imported.conference.talks.map(({ record }) => record.title)).toEqual(["Talk 0", "Talk 1"]);
  expect(imported.refused).toHaveLength(refused);
  expect(imported.told.every((one) => one.includes("not-accepted"))).toBe(true);
  expect(imported.notKept.has(heading)).toBe(false);
});

test("licences and the wish not to be recorded are kept where they belong; what is none is told", () => {
  const { conference, notKept } = read("csv", {
    "talks.csv": `title,speaker,video,slides,licence,recording_licence,slides_license,recording_optout
One,Ann Lee,https://youtu.be/abcdefg,https://e.example/a.pdf,CC-BY-4.0,CC BY-SA 4.0,CC0-1.0,no
Two,Bob Ray,,,CC-BY-4.0,,,yes
Three,Cy Fu,,,all mine,CC-BY-4.0,CC-BY-4.0,perhaps
`,
  });
  expect(conference.talks.map(({ record }) => record)).toMatchObject([
    {
      licence: "CC-BY-4.0",
      video: { url: "https://youtu.be/abcdefg", licence: "CC-BY-SA-4.0" },
      slides: { url: "https://e.example/a.pdf", licence: "CC0-1.0" },
    },
    { licence: "CC-BY-4.0", recording: "declined" },
    { title: "Three" },
  ]);
  expect(Object.fromEntries(notKept)).toEqual({ licence: 1, recording_licence: 1, slides_license: 1, recording_optout: 1 });
});

test("a text that is guarded from spreadsheets comes back as it is; other apostrophes stay", () => {
  const { conference } = read("csv", {
    "a.csv": "Title,Speaker\r\n'=1+1 is two,'@ada\r\n'＝1,'Ada'\r\n'90s,Bo\r\n",
  });
  expect(conference.talks.map(({ record, speakers }) => [record.title, speakers.map(({ name }) => name)])).toEqual([
    ["=1+1 is two", ["@ada"]],
    ["＝1", ["'Ada'"]],
    ["'90s", ["Bo"]],
  ]);
});

test("columns that are named as the fields of Hugo's pages of talks are known", () => {
  const { conference, notKept } = read("csv", {
    "a.csv":
      "title,authors,date,date_end,url_slides,url_video\nOne,Ann Lee,2024-04-03T09:00,2024-04-03T09:45,https://e.example/a.pdf,https://v.example/1\n",
  });
  const [talk] = conference.talks;
  expect(talk?.record).toMatchObject({ slides: "https://e.example/a.pdf", video: "https://v.example/1" });
  expect(talk?.when).toEqual({ date: "2024-04-03", start: "09:00", end: { date: "2024-04-03", time: "09:45" } });
  expect([...notKept]).toEqual([]);
});

test("the profiles of the only speaker of a row are links of the person, each once", () => {
  const { conference, notKept } = read("csv", {
    "t.csv":
      "title,speaker,Twitter,Speaker GitHub URL,LinkedIn\n" +
      "One,Ann Lee,@annlee,https://github.com/annlee,\nTwo,Ann Lee,annlee,,https://www.linkedin.com/in/annlee\nThree,Ann Lee; Bob Ray,@both,,\n",
  });
  expect(conference.speakers.map(({ name, links }) => [name, links])).toEqual([
    [
      "Ann Lee",
      [
        { title: "Twitter", url: "https://twitter.com/annlee" },
        { title: "GitHub", url: "https://github.com/annlee" },
        { title: "LinkedIn", url: "https://www.linkedin.com/in/annlee" },
      ],
    ],
  ]);
  expect(Object.fromEntries(notKept)).toEqual({ Twitter: 1 });
});

test.each([
  ["2024-05-01 00:00,30 min", { duration: 30 }],
  ["2024-05-03 00:00,", { end: { date: "2024-05-03" } }],
  ["2024-05-01 11:00,", { end: { date: "2024-05-01", time: "11:00" } }],
])("the end date and length `%s` are %j", (cells, end) => {
  const { conference } = read("csv", { "t.csv": `title,date,start time,end date,duration\nOne,2024-05-01,10:00,${cells}\n` });
  expect(conference.talks[0]?.when).toEqual({ date: "2024-05-01", start: "10:00", ...end });
});

test("what a row that is a draft says of its speaker is not published before it", () => {
  const { conference, notKept } = read("csv", {
    "t.csv": "title,speaker,link,Twitter,draft\nOne,Ann Lee,https://example.org/people/ann-lee,annlee,yes\nTwo,Ann Lee,,,\n",
  });
  expect([conference.speakers, conference.talks[0]?.record.links?.length]).toEqual([[], 1]);
  expect(Object.fromEntries(notKept)).toEqual({ Twitter: 1 });
});

test.each(["pending", "unavailable", "upcoming"])("%s in a column of videos at a host is no video", (word) => {
  const { conference, problems } = read("csv", { "t.csv": `title,speaker,YouTube\nOne,Ann Lee,${word}\n` });
  expect([conference.talks[0]?.record.video, problems.map(({ rule }) => rule)]).toEqual([undefined, ["bad-address"]]);
});

test("a long title of a break keeps nobody waiting", () => {
  const before = performance.now();
  read("csv", { "t.csv": `title,room\npausa de${" and a".repeat(20_000)}!,Hall\n` });
  expect(performance.now() - before).toBeLessThan(1000);
});

describe("tables in other languages", () => {
  const talksOf = (table: string) => read("csv", { "t.csv": table });

  const REASONS = ["Rechazada (duplicada)", "Abgelehnt – zu spät", "Refusée : hors sujet", "不採択（重複）", "rifiutato, doppio"];
  test.each([...REASONS, "Rechazado", "abgelehnt", "Refusée", "Retirado", "en attente", "Não", "却下", "مرفوض", "отклонена"])(
    "a talk that is `%s` is none",
    (status) => {
      const { conference, refused } = talksOf(`title,speaker,status\nOne,Ann Lee,${status}\nTwo,Bob Ray,accepted\n`);
      expect([conference.talks.map(({ record }) => record.title), refused.length]).toEqual([["Two"], 1]);
    },
  );

  test.each(["Aceptado", "angenommen", "Confirmée", "採択", "مقبول"])("one that is `%s` needs no word more", (status) => {
    const { conference, notKept, guesses } = talksOf(`title,speaker,status\nOne,Ann Lee,${status}\n`);
    expect([conference.talks.length, notKept.size, guesses]).toEqual([1, 0, []]);
  });

  test("a word for a status that nobody knows is told with how it was taken", () => {
    const { conference, guesses, notKept } = talksOf("title,speaker,status\nOne,Ann Lee,Blue\n");
    expect(conference.talks.map(({ record }) => record.draft)).toEqual([true]);
    expect(guesses).toEqual([{ written: "Blue", read: expect.stringMatching(/^a draft/) }]);
    expect(notKept.get("status")).toBe(1);
  });

  test("what was called off, and who said no to a recording, are known", () => {
    const { conference } = talksOf(
      "title,speaker,status,do not record\nOne,Ann Lee,Cancelado,\nTwo,Bob Ray,Verschoben,\nThree,Cy Fu,,Sí\n",
    );
    expect(conference.talks.map(({ record }) => record.status ?? record.recording)).toEqual(["cancelled", "postponed", "declined"]);
  });

  test.each([
    ["Charla", undefined],
    ["Taller", "workshop"],
    ["Mesa redonda", "panel"],
    ["Conférence plénière", "keynote"],
    ["Conferencia magistral", "keynote"],
    ["Clase magistral", "other"],
    ["Sesión plenaria", "other"],
    ["Horas de oficina", "other"],
    ["Oficina", "workshop"],
    ["Talleres", "workshop"],
    ["Éclairage", "other"],
    ["Présentation éclair", "lightning"],
    ["Atelier", "workshop"],
    ["Kurzvortrag", "lightning"],
    ["基調講演", "keynote"],
    ["講演", undefined],
    ["ورشة عمل", "workshop"],
    ["Reunión", "meeting"],
  ])("the kind %s is %s", (kind, known) => {
    const { conference, notKept } = talksOf(`title,speaker,type\nOne,Ann Lee,${kind}\n`);
    expect([conference.talks[0]?.record.kind, notKept.size]).toEqual([known, known === "other" ? 1 : 0]);
  });

  test.each([
    ["Juan Ruiz y Ana Gil", ["Juan Ruiz", "Ana Gil"]],
    ["José Ortega y Gasset", ["José Ortega y Gasset"]],
    ["João Silva e Maria Souza", ["João Silva", "Maria Souza"]],
    ["Juan Ruiz/Ana Gil", ["Juan Ruiz", "Ana Gil"]],
    ["Ann Lee (Intel/AMD)", ["Ann Lee"]],
    ["Ann Lee She/Her Pronouns", ["Ann Lee She/Her Pronouns"]],
    ["Ann Lee and/or Bob Ray", ["Ann Lee and/or Bob Ray"]],
    ["Marie Roy et Luc Petit", ["Marie Roy", "Luc Petit"]],
  ])("%s are %j", (written, names) => {
    const { conference } = talksOf(`title,speaker\nOne,${written}\n`);
    expect(conference.talks[0]?.speakers.map(({ name }) => name)).toEqual(names);
  });
});

test("the room, page and language of a speaker are none of the talk", () => {
  const headings = ["Speaker room", "Speaker page", "Speaker language", "Speaker details", "Presenter date", "Speaker company"];
  const row = ["Hotel 12", "https://ann.example", "de", "Likes tea", "1980-01-01", "Intel"];
  const { conference, notKept } = read("csv", { "a.csv": `title,speakers,${headings.join()}\nOne,Ann Lee,${row.join()}\n` });
  expect(conference.talks.map(({ record, when, url }) => ({ record, when, url }))).toEqual([{ record: { title: "One" } }]);
  expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee", organization: "Intel" }]);
  expect([...notKept.keys()].sort()).toEqual([...headings.slice(0, 1), ...headings.slice(2, 5)].sort());
  expect(conference.speakers.map(({ links }) => links)).toEqual([[{ title: "Website", url: "https://ann.example" }]]);
});

test.each([
  ["https://conf.example/talks/ann-lee", true],
  ["https://x.example/2030/one", true],
  ["https://github.com/conf/slides/tree/one", true],
  ["https://x.com/annlee/status/1234", true],
  ["https://www.facebook.com/events/1234", true],
  ["https://conf.example/in/berlin/one", true],
  ["https://x.com/annlee", false],
  ["https://github.com/annlee/", false],
  ["https://www.linkedin.com/in/annlee", false],
  ["https://blog.example/ann-lee", false],
  ["https://ann.example", false],
])("an address in a column of links is that of the talk or of who gives it: %s", (url, isOfTalk) => {
  const { conference } = read("csv", { "a.csv": `title,speakers,url\nOne,Ann Lee,${url}\n` });
  expect([conference.talks[0]?.url !== undefined, conference.speakers.length > 0]).toEqual([isOfTalk, !isOfTalk]);
});

test("what speakers show is of the talk", () => {
  const { conference } = read("csv", { "a.csv": "title,speakers,Speaker slides\nOne,Ann Lee,https://a.example/one.pdf\n" });
  expect(conference.talks[0]?.record.slides).toBe("https://a.example/one.pdf");
});

test.each(["Regular", "Oral", "30 minutes", "Full paper", "Sponsored", "Доклад"])(
  "a %s is a talk, and what it is beyond that is told",
  (type) => {
    const { conference, notKept } = read("csv", { "a.csv": `title,speakers,type\nOne,Ann Lee,${type}\n` });
    expect([conference.talks[0]?.record.kind, notKept.get("type")]).toEqual([undefined, 1]);
  },
);

test.each([
  ["李明、王芳", "李明; 王芳"],
  ["山田太郎, 鈴木花子", "山田太郎; 鈴木花子"],
  ["Ann&nbsp;Lee; Jos&eacute; Paz", "Ann Lee; José Paz"],
  ["<b>Ann Lee</b>¹ et al.", "Ann Lee"],
  ["[Ann Lee](https://ann.example) & team", "Ann Lee"],
  ["Ann Lee | CTO | Intel", "Ann Lee (CTO, Intel)"],
  ["CTO, Ann Lee", "Ann Lee (CTO)"],
  ["Moderator: Ann Lee; Panelists: Bob Ray, Cy Fu", "Ann Lee (Moderator); Bob Ray; Cy Fu"],
  ["Ann Lee (cancelled), Bob Ray (invited)", "Ann Lee; Bob Ray"],
  ["Ann Lee | Tony Head", "Ann Lee; Tony Head"],
  ["Head, Anthony", "Anthony Head"],
  ["Ann Lee w/ Bob Ray", "Ann Lee; Bob Ray"],
  ["Ann Lee w/ Intel", "Ann Lee with Intel"],
  ["Ann Lee, Arun Kumar KG", "Ann Lee; Arun Kumar KG"],
  ["Ann Lee with Bob Ray", "Ann Lee; Bob Ray"],
  ["Ann Lee and others", "Ann Lee"],
  ["To be announced", "nobody"],
  ["Speaker TBD; ?", "nobody"],
  ["por confirmar", "nobody"],
  ["未定", "nobody"],
])("“%s” names %s", (written, people) => {
  const { conference } = read("csv", { "a.csv": `title,speakers,room\nOne,"${written}",A\n` });
  expect(peopleAsText(conference.talks[0]?.speakers ?? [])).toBe(people);
});

test("floods of markup and marks around names take no time", () => {
  for (const unit of ["<b", "[a", "](http:", "*", "(1", " w/", " and others", "&amp", "https://", "Ann Lee | CTO | ", "Chair: ", "、李"])
    expect(
      cpuSeconds(() => splitPeople(unit.repeat(100_000 / unit.length))),
      unit,
    ).toBeLessThan(2);
});
