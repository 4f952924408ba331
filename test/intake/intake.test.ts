import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { eventId } from "../../src/intake/ids.ts";
import { folderOf, LITTLE, SITE } from "../support/content.ts";
import { edit, errorsIn, filesIn, schedule, take, text } from "./make.ts";

const empty = () => folderOf({ "site.yaml": SITE });
const TALKS = "events/small30/talks";

describe("a first import", () => {
  test("keeps the day from which on a source has a talk, until that day", () => {
    const folder = empty();
    const page = { path: "talks/one.md", text: "---\ntitle: One\nspeaker: Ann Able\npublishDate: 2030-05-01\n---\nText.\n" };
    const came = (today: string) => {
      take(folder, page, { event: "small", today });
      return text(folder, "events/small/talks/one.md");
    };
    expect(came("2030-04-30")).toContain("publishFrom: 2030-05-01");
    expect(came("2030-05-01")).not.toContain("publishFrom");
  });

  test("keeps the day from which on a source has the page of a person, until that day", () => {
    const folder = empty();
    const pages = [
      { path: "talks/one.md", text: "---\ntitle: One\nspeakers: [ann]\n---\nText.\n" },
      { path: "people/ann.md", text: "---\nname: Ann Able\npublishDate: 2030-05-01\n---\nWrites.\n" },
    ];
    const came = (today: string) => {
      take(folder, pages, { event: "small", today });
      return text(folder, "speakers/ann-able.md");
    };
    expect(came("2030-04-30")).toContain("publishFrom: 2030-05-01");
    expect(came("2030-05-01")).not.toContain("publishFrom");
  });

  test("writes an event and its talks, which pass the check", () => {
    const folder = empty();
    const came = take(
      folder,
      schedule(
        [
          {
            title: "One",
            id: "1",
            date: "2030-05-01T10:00:00+02:00",
            duration: "00:45",
            speakers: ["Ann Able"],
            url: "https://conf.example/one/",
            abstract: "A *text*.",
          },
        ],
        { zone: "Europe/Berlin" },
      ),
    );
    expect(came).toEqual({ written: 1, merged: 0, leftOut: 0, refused: 0, told: [], messages: [] });
    expect(text(folder, `${TALKS}/one.md`)).toBe(`---
title: One
speaker: Ann Able
date: 2030-05-01
start: "10:00"
end: "10:45"
room: Hall
original: https://conf.example/one/
formerUrls:
  - /one/
sources:
  - https://conf.example/one/
---

A *text*.
`);
    expect(text(folder, "events/small30/event.md")).toContain("timezone: Europe/Berlin");
    expect(errorsIn(folder)).toEqual([]);
  });

  test("keeps repeated titles, nights, overlaps and other scripts", () => {
    const folder = empty();
    const at = (time: string) => `2030-05-0${time}:00+02:00`;
    const came = take(
      folder,
      schedule(
        [
          { title: "Same", id: "1", date: at("1T10:00"), duration: "01:00" },
          { title: "Same", id: "2", date: at("1T10:30"), duration: "01:00" },
          { title: "agenda", id: "3", date: at("1T09:00") },
          { title: "夜のトーク", id: "4", date: at("2T00:30"), duration: "01:30" },
          { title: "CON", id: "5", date: at("2T09:00") },
          { title: "???", id: "6", date: at("2T09:00") },
        ],
        { zone: "Europe/Berlin" },
      ),
    );
    expect(came).toMatchObject({ written: 6, refused: 0, told: [] });
    expect(Object.keys(filesIn(join(folder, TALKS))).sort()).toEqual(
      ["same.md", "same-2.md", "agenda-talk.md", "con-talk.md", "u3f-u3f-u3f.md", "u591c-u306e-u30c8-u30fc-u30af.md"].sort(),
    );
    expect(errorsIn(folder)).toEqual([]);
  });

  test.each([
    ["+02:00", "Etc/GMT-2"],
    ["-07:00", "Etc/GMT+7"],
    ["Z", "UTC"],
    ["+05:30", undefined],
  ])("with no zone but the offset %s has the zone %s, and says so", (offset, zone) => {
    const folder = empty();
    const came = take(folder, schedule([{ title: "One", date: `2030-05-01T10:00:00${offset}` }]));
    expect(came.told).toEqual(["time-zone-missing"]);
    const event = text(folder, "events/small30/event.md");
    if (zone) expect(event).toContain(`timezone: ${zone}\n`);
    else expect(event).not.toContain("timezone");
    expect(text(folder, `${TALKS}/one.md`)).toContain('start: "10:00"');
  });

  test("tells times in the event's zone, and leaves out those of the hour that happens twice", () => {
    const folder = empty();
    const came = take(
      folder,
      schedule(
        [
          { title: "Noon", date: "2030-10-27T12:00:00Z", duration: "00:30" },
          { title: "Twice", date: "2030-10-27T02:30:00+02:00", duration: "00:30" },
        ],
        { zone: "Europe/Berlin", start: "2030-10-26", end: "2030-10-27" },
      ),
    );
    expect(came.told).toEqual(["time-left-out"]);
    expect(text(folder, `${TALKS}/noon.md`)).toContain('start: "13:00"');
    expect(text(folder, `${TALKS}/twice.md`)).not.toContain("start");
    expect(errorsIn(folder)).toEqual([]);
  });

  test("an address where the archive has pages of its own is no former address, and a talk may be called slides", () => {
    const folder = empty();
    const paths = ["/search/a", "/years/2030/a.html", "/organizations/a", "/explore/a", "/accessibility/a", "/data/a.json", "/papers/2/"];
    take(folder, schedule([...paths, "/old/a.html"].map((path, index) => ({ title: `Talk ${index}`, url: `https://x.example${path}` }))));
    take(folder, schedule([{ title: "Slides", url: "https://x.example/slides" }]));
    const claimed = Object.entries(filesIn(join(folder, TALKS))).flatMap(([name, record]) => (/formerUrls/.test(record) ? [name] : []));
    expect(claimed.sort()).toEqual(["slides.md", "talk-7.md"]);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("an address that several talks share is the page of none of them", () => {
    const folder = empty();
    const url = "https://conf.example/programme/";
    take(
      folder,
      schedule([
        { title: "One", url },
        { title: "Two", url },
        { title: "Three", url: "https://conf.example/three.html" },
      ]),
    );
    for (const name of ["one", "two"]) {
      expect(text(folder, `${TALKS}/${name}.md`)).toContain(`sources:\n  - ${url}\n`);
      expect(text(folder, `${TALKS}/${name}.md`)).not.toMatch(/original|formerUrls/);
    }
    expect(text(folder, `${TALKS}/three.md`)).toContain("formerUrls:\n  - /three.html\n");
    expect(
      take(
        folder,
        schedule([
          { title: "Two", url },
          { title: "One", url },
          { title: "Four", url },
        ]),
      ),
    ).toMatchObject({ written: 1, merged: 2 });
  });

  test("shortens and leaves out what no record can hold, and tells it", () => {
    const folder = empty();
    const came = take(
      folder,
      schedule([
        {
          title: "x".repeat(600),
          room: "r".repeat(300),
          abstract: "a ".repeat(80_000),
          speakers: ["n".repeat(300), "Ann\u0000 \u202eAble", " "],
        },
        { title: "Two\nlines", date: "2030-05-02", speakers: Array.from({ length: 300 }, (_, index) => `Person ${index}`) },
      ]),
    );
    expect(came).toMatchObject({ written: 2, refused: 0 });
    expect(came.told.filter((rule) => rule === "field-mended").length).toBeGreaterThanOrEqual(4);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("no text of a talk can become a field or markup of its record", () => {
    const folder = empty();
    const hostile = [
      "---\ntitle: no\n---\n",
      "{{ 7 * 7 }}",
      "<script>alert(1)</script>",
      "[x](javascript:alert(1))",
      "&#x202e;",
      "a: b\n- c",
      "'\"\\",
      "!!js/function x",
      "*a &b",
    ];
    take(
      folder,
      schedule(
        hostile.map((one, index) => ({ title: one, id: String(index), abstract: one, room: one, speakers: [one], date: "2030-05-01" })),
      ),
    );
    expect(errorsIn(folder)).toEqual([]);
    for (const record of Object.values(filesIn(join(folder, TALKS)))) expect(record).not.toContain("\ntitle: no\n---\n\n");
  });
});

describe("names", () => {
  test("go to the known speaker, whatever the capitals, accents, order or alias", () => {
    const folder = folderOf({
      "site.yaml": SITE,
      "speakers/mihai-dontu.md": "---\nname: Mihai Donțu\naliases:\n  - Mihai D.\n---\n",
    });
    take(
      folder,
      schedule(
        ["Mihai Donțu", "Mihai D.", "MIHAI DONTU", "Donțu, Mihai", "Mihaela Donțu"].map((name, index) => ({
          title: `Talk ${index}`,
          speakers: [name],
        })),
      ),
    );
    const person = (index: number) => /person: (.*)/.exec(text(folder, `${TALKS}/talk-${index}.md`) ?? "")?.[1];
    expect([0, 1, 2, 3, 4].map(person)).toEqual([undefined, undefined, "mihai-dontu", "mihai-dontu", undefined]);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("that differ in capitals only are one person, unless the source counts two", () => {
    const folder = empty();
    const came = take(
      folder,
      schedule([
        { title: "A", speakers: ["Jörg Bär", { id: "1", name: "Max" }] },
        { title: "B", speakers: ["jorg bar", { id: "2", name: "max" }, { id: "3", name: "MAX" }] },
      ]),
    );
    expect(came.refused).toBe(0);
    expect(Object.keys(filesIn(join(folder, "speakers")))).toEqual(["jorg-bar.md", "max-2.md", "max-3.md"]);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("of several people are refused, but for the organization or an editor's word", () => {
    const folder = folderOf({
      "site.yaml": SITE,
      "speakers/dan-one.md": "---\nname: Dan Smith\ndifferentFrom: [dan-two]\n---\n",
      "speakers/dan-two.md": "---\nname: Dan Smith\n---\n",
    });
    const came = take(
      folder,
      schedule([
        { title: "A", id: "1", speakers: ["Dan Smith"] },
        { title: "B", id: "2" },
      ]),
    );
    expect(came).toMatchObject({ written: 1, refused: 1 });
    expect(came.told).toContain("ambiguous-person");
    expect(errorsIn(folder)).toEqual([]);
  });
});

describe("importing again", () => {
  const first = [
    {
      title: "One",
      id: "1",
      date: "2030-05-01T10:00:00+02:00",
      duration: "00:30",
      speakers: ["Ann Able"],
      abstract: "First text.",
      url: "https://conf.example/1/",
    },
    { title: "Two", id: "2", date: "2030-05-01T11:00:00+02:00", duration: "00:30" },
    { title: "Same", id: "3", date: "2030-05-01T12:00:00+02:00" },
    { title: "Same", id: "4", date: "2030-05-01T13:00:00+02:00" },
  ];
  const zone = { zone: "Europe/Berlin" };
  const imported = () => {
    const folder = empty();
    take(folder, schedule(first, zone));
    return folder;
  };

  test("the same changes nothing, in any order of its rows", () => {
    const folder = imported();
    const before = filesIn(folder);
    expect(take(folder, schedule(first, zone))).toMatchObject({ written: 0, merged: 4, refused: 0, told: [] });
    expect(take(folder, schedule([...first].reverse(), zone))).toMatchObject({ written: 0, merged: 4 });
    expect(filesIn(folder)).toEqual(before);
  });

  test("the same changes nothing where each export has keys of its own", () => {
    const folder = imported();
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("title: Two", "title: Two, really"));
    const before = filesIn(folder);
    const anew = [...first].reverse().map((talk, index) => ({ ...talk, id: `anew-${index}` }));
    expect(take(folder, schedule(anew, zone))).toMatchObject({ written: 0, merged: 4, told: [] });
    const { ".imports/small30.json": _, ...records } = filesIn(folder);
    expect(before).toMatchObject(records);
  });

  test("numbers of rows, which change where a row comes or goes, lead no talk into the record of another", () => {
    const folder = folderOf({ "site.yaml": SITE });
    const numbered = (titles: readonly string[]) =>
      schedule(
        titles.map((title, index) => ({
          title,
          id: String(index + 1),
          date: "2030-05-01",
          abstract: `About ${title}.`,
          speakers: [`Ann ${title}`],
        })),
      );
    take(folder, numbered(["One", "Two", "Three", "Four"]));
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("\n---\n", "\ntopics: [second]\n---\n"));
    rmSync(join(folder, `${TALKS}/three.md`));
    const came = take(folder, numbered(["New", "Four", "Three", "Two"]));
    expect(came).toMatchObject({ written: 1, merged: 2, leftOut: 1 });
    expect(came.told).toEqual(["gone-at-source", "record-deleted"]);
    expect(text(folder, `${TALKS}/two.md`)).toMatch(/title: Two\n.*topics: \[second\]\n.*About Two\./s);
    expect(Object.keys(filesIn(join(folder, TALKS)))).toEqual(["four.md", "new.md", "one.md", "two.md"]);
  });

  test("a further talk of a title that stood for another one takes not its record", () => {
    const folder = imported();
    const at = (hour: number) => ({ date: `2030-05-02T${hour}:00:00+02:00` });
    take(folder, schedule([...first, { title: "TBA", id: "5", ...at(10) }], zone));
    edit(folder, `${TALKS}/tba.md`, (record) => record.replace("\n---\n", "\ntopics: [fifth]\n---\n"));
    take(folder, schedule([...first, { title: "Five", id: "5", ...at(10) }, { title: "TBA", id: "6", ...at(11) }], zone));
    expect(text(folder, `${TALKS}/tba.md`)).toMatch(/title: Five\n.*topics: \[fifth\]/s);
    expect(text(folder, `${TALKS}/tba-2.md`)).toContain("title: TBA");
  });

  test("no talk is written at an address that another record had before", () => {
    const folder = imported();
    const record = text(folder, `${TALKS}/two.md`) ?? "";
    rmSync(join(folder, TALKS, "two.md"));
    const renamed = record.replace("\n---\n", `\nformerUrls: [/events/small30/two/]\n---\n`);
    edit(folder, ".imports/small30.json", (ledger) => ledger.replace('"two":', '"second":'));
    const now = folderOf({ ...filesIn(folder), [`${TALKS}/second.md`]: renamed });
    const came = take(now, schedule([...first, { title: "Two", id: "9", date: "2030-05-02T11:00:00+02:00" }], zone));
    expect(came).toMatchObject({ written: 1, merged: 4 });
    expect(Object.keys(filesIn(join(now, TALKS)))).toContain("two-2.md");
    expect(errorsIn(now)).toEqual([]);
  });

  test("an event that was renamed is found under its former name too, by `--event` and by the source's own", () => {
    const folder = imported();
    const moved = Object.entries(filesIn(folder)).map(([path, content]) => [path.replace("events/small30", "events/little-2030"), content]);
    const files = Object.fromEntries(moved) as Record<string, string>;
    const record = files["events/little-2030/event.md"] ?? "";
    const now = folderOf({ ...files, "events/little-2030/event.md": record.replace("\n---\n", "\nformerUrls: [/events/small30/]\n---\n") });
    for (const options of [{ event: "small30" }, {}]) {
      const came = take(now, schedule(first, zone), options);
      expect(came).toMatchObject({ written: 0, merged: 4, told: "event" in options ? ["record-moved"] : [] });
    }
    expect(Object.keys(filesIn(join(now, "events"))).filter((path) => path.includes("small30"))).toEqual([]);
    expect(errorsIn(now)).toEqual([]);
  });

  test("the same changes nothing where the source does not state the days of the event", () => {
    const folder = empty();
    const text = schedule([{ title: "One", date: "2030-05-01T10:00:00Z" }], { start: "", end: "", zone: "UTC" });
    take(folder, text);
    const before = filesIn(folder);
    expect(before["events/small30/event.md"]).toContain("startDate: 2030-05-01\nendDate: 2030-05-01\n");
    expect(take(folder, text)).toMatchObject({ written: 0, merged: 1, told: [] });
    expect(filesIn(folder)).toEqual(before);
  });

  test("a newer version changes only what changed there, and keeps what an editor changed", () => {
    const folder = imported();
    edit(folder, `${TALKS}/one.md`, (record) =>
      record.replace("title: One\n", "title: One\n# checked by hand\ntitleBy: archive\n").replace("First text.", "First text, corrected."),
    );
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("title: Two", "title: Two, really"));
    const newer = first.map((talk) => ({ ...talk, room: "Attic", ...(talk.id === "2" && { duration: "00:45" }) }));
    const came = take(folder, schedule(newer, zone));
    expect(came).toMatchObject({ written: 4, refused: 0, told: [] });
    const one = text(folder, `${TALKS}/one.md`);
    expect(one).toContain("# checked by hand\ntitleBy: archive\n");
    expect(one).toContain("First text, corrected.");
    expect(one).toContain("room: Attic");
    const two = text(folder, `${TALKS}/two.md`);
    expect(two).toContain("title: Two, really");
    expect(two).toContain('end: "11:45"');
    expect(errorsIn(folder)).toEqual([]);
    expect(take(folder, schedule(newer, zone))).toMatchObject({ written: 0, merged: 4, told: [] });
  });

  test("where both changed a field, the editor's stays and the conflict is told each time", () => {
    const folder = imported();
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("room: Hall", "room: Cellar"));
    const newer = schedule(
      first.map((talk) => ({ ...talk, room: "Attic" })),
      zone,
    );
    for (const _ of [1, 2]) {
      const came = take(folder, newer);
      expect(came.told).toEqual(["import-conflict"]);
      expect(came.messages[0]).toContain("“Attic”");
      expect(text(folder, `${TALKS}/two.md`)).toContain("room: Cellar");
    }
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("room: Cellar", "room: Attic"));
    expect(take(folder, newer).told).toEqual([]);
  });

  test("a talk that was moved, renamed there, renamed here or deleted here stays what it is", () => {
    const folder = imported();
    const record = text(folder, `${TALKS}/one.md`) ?? "";
    rmSync(join(folder, TALKS, "one.md"));
    edit(folder, `${TALKS}/two.md`, (two) => two.replace("room: Hall", "room: Hall "));
    const renamed = folderOf({ ...filesIn(folder), [`${TALKS}/the-first.md`]: record });
    const newer = schedule(
      [
        { ...first[0], title: "One, renamed" },
        { ...first[1], title: "Two, renamed", date: "2030-05-02T11:00:00+02:00" },
        ...first.slice(2),
      ] as typeof first,
      zone,
    );
    expect(take(renamed, newer)).toMatchObject({ written: 2, merged: 2, refused: 0 });
    expect(Object.keys(filesIn(join(renamed, TALKS)))).toEqual(["same-2.md", "same.md", "the-first.md", "two.md"]);
    expect(text(renamed, `${TALKS}/the-first.md`)).toContain("One, renamed");

    const came = take(folder, newer);
    expect(came).toMatchObject({ leftOut: 1, refused: 0 });
    expect(came.told).toEqual(["record-deleted"]);
    expect(text(folder, `${TALKS}/one.md`)).toBeUndefined();
  });

  test("what the source has no more is told and kept; what it takes back is taken back", () => {
    const folder = imported();
    const { abstract: _, ...bare } = first[0] ?? { title: "" };
    const came = take(folder, schedule([bare, ...first.slice(2)], zone));
    expect(came.told).toEqual(["gone-at-source"]);
    expect(text(folder, `${TALKS}/two.md`)).toBeDefined();
    expect(text(folder, `${TALKS}/one.md`)).not.toContain("First text");
  });

  test("a talk that the source has moved to another event is told with what keeps the words of editors and its address", () => {
    const folder = empty();
    const rows = (year: number) =>
      `title,speakers,event,date\nMoved,Ann Able,E ${year},${year}-05-01\nOpening,,E 2030,2030-05-01\nOpening,,E 2031,2031-05-01\n`;
    take(folder, rows(2030));
    const came = take(folder, rows(2031));
    expect(came.told).toEqual(["gone-at-source"]);
    expect(came.messages).toEqual([expect.stringContaining("e-2031/moved is called the same, by the same people")]);
    // A talk that is held twice at one event and once then has not moved.
    const twice = empty();
    const held = (...days: number[]) => `title,speakers,event,date\n${days.map((day) => `Held,Ann Able,E,2030-05-0${day}\n`).join("")}`;
    take(twice, held(1, 2));
    expect(take(twice, held(1)).messages).toEqual(["The source had this talk at the last import and has it no more."]);
    // One of every year has not moved to the year before.
    const yearly = empty();
    const update = (year: number, talk = `Update,Ann Able,E ${year},${year}-05-01\n`) =>
      `title,speakers,event,date\n${talk}Opening,,E ${year},${year}-05-01\n`;
    for (const year of [2030, 2031]) take(yearly, update(year));
    const without = take(yearly, update(2031, ""));
    expect(without.messages).toEqual(["The source had this talk at the last import and has it no more."]);
    // Openings are at every conference.
    const next = take(folder, "title,speakers,event,date\nMoved,Ann Able,E 2031,2031-05-01\n");
    expect(next.messages).toEqual(["The source had this talk at the last import and has it no more."]);
  });

  test("of several talks with one number each stays that of its people, whatever it is called now and whenever it is", () => {
    const folder = empty();
    const rows = (...all: string[]) => `id,title,speakers,event,date,start\n${all.map((row) => `5,${row}\n`).join("")}`;
    take(folder, rows("Alpha,Ann Able,E,2030-05-01,10:00", "Beta,Bob Baker,E,2030-05-01,11:00"));
    take(folder, rows("Beta anew,Bob Baker,E,2030-05-01,09:00", "Alpha anew,Ann Able,E,2030-05-01,12:00"));
    const titles = ["alpha", "beta"].map((name) => /^title: (.*)$/m.exec(text(folder, `events/e/talks/${name}.md`) ?? "")?.[1]);
    expect(titles).toEqual(["Alpha anew", "Beta anew"]);
  });

  test("the days of an event hold those of talks that the source has no more, unless they are of before it was put off", () => {
    const folder = empty();
    const rows = (...days: string[]) =>
      `id,title,event,date\n${days
        .map((day, index) => `${index},T${index},E,2030-${day}\n`)
        .reverse()
        .join("")}`;
    take(folder, rows("05-03", "05-02", "05-01"));
    expect(take(folder, rows("05-03", "05-02")).told).toContain("gone-at-source");
    expect(errorsIn(folder)).toEqual([]);
    expect(text(folder, "events/e/event.md")).toContain("startDate: 2030-05-01\nendDate: 2030-05-03\n");
    take(folder, rows("09-03", "09-02"));
    expect(text(folder, "events/e/event.md")).toContain("startDate: 2030-09-02\nendDate: 2030-09-03\n");
  });

  test("a person whom the source calls otherwise by now is told once, with both names: nobody guesses who is who", () => {
    const of = (fullName: string) =>
      JSON.stringify({ speakers: [{ id: "u1", fullName, bio: "Speaks.", tagLine: "", links: [], sessions: [] }] });
    const folder = empty();
    expect(take(folder, of("Ann Able")).told).not.toContain("renamed-at-source");
    const came = take(folder, of("Ann Baker"));
    expect(came.told).toContain("renamed-at-source");
    expect(came.messages).toContainEqual(
      expect.stringMatching(/ “Ann Baker” by now, whose record is \S+\/ann-baker\.md; this one stays\.$/),
    );
    expect(take(folder, of("Ann Baker")).told).not.toContain("renamed-at-source");
  });

  test("into an event that editors wrote, talks of one title are merged, and nothing is overwritten", () => {
    const folder = folderOf(LITTLE);
    const came = take(
      folder,
      schedule(
        [
          {
            title: "A Talk",
            date: "2020-05-04T09:30:00+02:00",
            duration: "00:30",
            room: "Attic",
            abstract: "Another text.",
            url: "https://conf.example/a/",
          },
          { title: "New", date: "2020-05-05T10:00:00+02:00" },
        ],
        { start: "2020-05-04", end: "2020-05-05", title: "Little Conference 2020", zone: "Europe/Berlin" },
      ),
      { event: "2020-spring" },
    );
    expect(came).toMatchObject({ written: 2, refused: 0 });
    const talk = text(folder, "events/2020-spring/talks/a-talk.md");
    expect(talk).toContain("title: A talk\n");
    expect(talk).toContain("room: Hall\n");
    expect(talk).toContain("What it is about.");
    expect(talk).toContain("original: https://conf.example/a/");
    expect(came.told.every((rule) => rule === "import-conflict")).toBe(true);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("a record that cannot be read is not touched", () => {
    const folder = imported();
    edit(folder, `${TALKS}/two.md`, (record) => record.replace("title: Two", "titel: Two"));
    const before = text(folder, `${TALKS}/two.md`);
    const came = take(
      folder,
      schedule(
        first.map((talk) => ({ ...talk, room: "Attic" })),
        zone,
      ),
    );
    expect(came).toMatchObject({ written: 3, refused: 1, told: ["unreadable-record"] });
    expect(text(folder, `${TALKS}/two.md`)).toBe(before);
  });

  test("no talk is written anew beside a record by hand that cannot be read and may be its own", () => {
    const folder = folderOf({ ...LITTLE, "events/2020-spring/talks/a-talk.md": "---\ntitle: [A talk\n---\n" });
    const days = { title: "Little Conference 2020", start: "2020-05-04", end: "2020-05-05" };
    const came = () => take(folder, schedule([{ title: "A talk", date: "2020-05-04" }], days), { event: "2020-spring" });
    expect(came()).toMatchObject({ written: 0, refused: 1, told: ["unreadable-record"] });
    expect(Object.keys(filesIn(folder)).filter((file) => file.includes("/talks/"))).toEqual(["events/2020-spring/talks/a-talk.md"]);
    edit(folder, "events/2020-spring/talks/a-talk.md", (record) => record.replace("[", ""));
    expect(came()).toMatchObject({ refused: 0, told: [] });
    expect(Object.keys(filesIn(folder)).filter((file) => file.includes("/talks/"))).toEqual(["events/2020-spring/talks/a-talk.md"]);
  });

  test("the next edition of one acronym is another event", () => {
    const folder = empty();
    const of = (year: number) =>
      schedule([{ title: "Opening", date: `${year}-05-01T10:00:00Z` }], {
        acronym: "small",
        title: `Small ${year}`,
        start: `${year}-05-01`,
        end: `${year}-05-01`,
        zone: "UTC",
      });
    take(folder, of(2030));
    take(folder, of(2031));
    expect(take(folder, of(2030))).toMatchObject({ written: 0, merged: 1 });
    expect(Object.keys(filesIn(join(folder, "events"))).sort()).toEqual([
      "small-2030/event.md",
      "small-2030/talks/opening.md",
      "small-2031/event.md",
      "small-2031/talks/opening.md",
    ]);
  });
});

test("two people whose names differ in what their addresses do not have are two; other spellings of one are one", () => {
  const talksOf = (names: readonly string[]) =>
    schedule(names.map((name, index) => ({ title: `Talk ${index}`, id: `${index}`, speakers: [name] })));
  const people = (...names: string[]) => {
    const folder = empty();
    take(folder, talksOf(names));
    expect(errorsIn(folder)).toEqual([]);
    return loadArchive({ contentDir: folder, assetsDir: join(folder, "none") }).archive.people.map(({ name }) => name);
  };
  expect(people("Nguyễn Văn Hùng", "Nguyễn Văn Hưng")).toHaveLength(2);
  expect(people("Lê Thị Dung", "Lê Thị Dũng")).toHaveLength(2);
  expect(people("زاهر علي", "ظاهر علي")).toHaveLength(2);
  expect(people("Lê Thị Dũng", "Le Thi Dung", "LÊ THỊ DŨNG")).toHaveLength(1);
  expect(people("José Muñoz", "Jose Muñoz", "Josè Munoz")).toHaveLength(1);
  expect(people("Иван Петров", "Ivan Petrov")).toHaveLength(1);
  expect(people("کریم علی", "كريم علي")).toHaveLength(1);
});

test("the folder of an event has a name, whatever its source is called", () => {
  expect([eventId(" ", undefined), eventId("", "2021-05-04"), eventId("!", undefined)]).toEqual(["event", "event-2021", "u21"]);
});

test("an address that cannot be read ends no import", () => {
  const list = (address: string) =>
    `<html><body><h1>Xen Summit 2008</h1><ul><li><a href="${address}">One thing</a> - Ann Lee, Red Hat</li><li><a href="https://a.example/two">Two things</a> - Bob Ray, Intel</li></ul></body></html>`;
  const page = (address: string) =>
    `<html><head><link rel="canonical" href="${address}"></head><body><h1>One thing</h1><p>What it is about. <a href="https://youtu.be/abcdefghijk">Video</a></p></body></html>`;
  for (const text of [list("///"), list("https://[x/"), list("https://a.example:99999/"), page("https://[x")]) {
    const folder = empty();
    const came = take(folder, text, { event: "small" });
    expect(came.refused).toBe(0);
    expect(came.told).toContain("field-mended");
    expect(errorsIn(folder)).toEqual([]);
  }
});

test.each([
  ["Jose Garcia", "José García"],
  ["José García", "Jose Garcia"],
  ["John A Smith", "John A. Smith"],
  ["Иван Петров", "Ivan Petrov"],
])("%s, known by a talk alone, is %s, whom another source describes, whether a talk of it has the name or not", (known, described) => {
  for (const speaker of ["it", "other"]) {
    const folder = empty();
    take(folder, `title,speaker\nOne,${known}\n`, { event: "one" });
    const people = [
      { id: "it", fullName: described, tagLine: "", bio: "A bio." },
      { id: "other", fullName: "Other Person", tagLine: "", bio: "A bio." },
    ];
    const session = { id: "1", title: "Two", isServiceSession: false, startsAt: "2030-05-01T10:00:00", speakers: [speaker] };
    const source = JSON.stringify({ sessions: [session], speakers: people, rooms: [], categories: [], questions: [] });
    take(folder, source, { event: "two" });
    expect(errorsIn(folder)).toEqual([]);
    const before = filesIn(folder);
    expect(take(folder, source, { event: "two" }).written).toBe(0);
    expect(filesIn(folder)).toEqual(before);
    const { archive } = loadArchive({ contentDir: folder, assetsDir: join(folder, "none") });
    expect(archive.people.map(({ name, record }) => [name, record?.record.aliases])).toContainEqual([described, [known]]);
  }
});

test("where a source has two people of a name, a talk of before that does not say which it means is told", () => {
  const folder = empty();
  take(folder, "title,speaker\nOne,Ann Lee\n", { event: "one" });
  const person = (id: string) => ({ id, fullName: "Ann Lee", tagLine: "", bio: `A bio of ${id}.` });
  const session = (id: string, speaker: string) => ({ id, title: `Talk ${id}`, isServiceSession: false, speakers: [speaker] });
  const source = (...ids: string[]) =>
    JSON.stringify({ sessions: ids.map((id) => session(id, id)), speakers: ids.map(person), rooms: [], categories: [], questions: [] });
  expect(take(folder, source("a"), { event: "two" }).told).not.toContain("ambiguous-person");
  const came = take(folder, source("a", "b"), { event: "two" });
  expect(came.told.filter((rule) => rule === "ambiguous-person")).toHaveLength(1);
  expect(came.messages).toContainEqual(expect.stringContaining("“One” does not say which it means."));
  edit(folder, "events/one/talks/one.md", (text) => text.replace("speaker: Ann Lee", "speaker: Ann Lee\nperson: ann-lee"));
  expect(errorsIn(folder)).toEqual([]);
  expect(take(folder, source("a", "b"), { event: "two" }).told).not.toContain("ambiguous-person");
});

test("what was taken of a person's page is a draft once the source shows the page to nobody, and until it does again", () => {
  const folder = folderOf({ "site.yaml": SITE });
  const pages = (field: string) => [
    { path: "people/ann.md", text: `---\nname: Ann Able\ngithub: ann\n${field}---\nWhat she does.\n` },
    { path: "people/bob.md", text: "---\nname: Bob Ray\ndraft: true\n---\nNot yet.\n" },
    { path: "talks/one.md", text: "---\ntitle: One\nspeakers: [ann, bob]\n---\nText.\n" },
  ];
  const of = { event: "small30" };
  take(folder, pages(""), of);
  const shown = text(folder, "speakers/ann-able.md") ?? "";
  edit(folder, "speakers/ann-able.md", (record) => record.replace("What she does.", "What an editor wrote."));
  expect(take(folder, pages("private: true\n"), of).told).toEqual(["draft-of-person", "draft-of-person"]);
  expect(text(folder, "speakers/ann-able.md")).toMatch(/draft: true.*What an editor wrote\./s);
  expect(Object.keys(filesIn(join(folder, "speakers")))).toEqual(["ann-able.md"]);
  take(folder, pages(""), of);
  expect(text(folder, "speakers/ann-able.md")).toBe(shown.replace("What she does.", "What an editor wrote."));
});
