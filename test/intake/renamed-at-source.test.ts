/** Talks that a source calls otherwise, or holds at another time, than before, where it has nothing but titles to tell them by. */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { edit, errorsIn, filesIn, schedule, take, text } from "./make.ts";

const empty = () => folderOf({ "site.yaml": SITE });
const of = { event: "small30", timezone: "Europe/Berlin" };
const names = (folder: string) => Object.keys(filesIn(join(folder, "events/small30/talks")));
const table = (...rows: string[]) => `title,speakers,date,start,room,abstract,url\n${rows.join("\n")}\n`;
const TEXT = "Of what holds two machines together that never meet.";

describe("a talk of a table whose title is corrected", () => {
  test("is known by its time and speakers, and keeps what editors wrote", () => {
    const folder = empty();
    take(folder, table("One,Ann Able,2030-05-01,10:00,Hall,,", "Two,Cy Fu,2030-05-01,11:00,Hall,,"), of);
    edit(folder, "events/small30/talks/two.md", (record) => record.replace("\n---\n", "\ntopics: [second]\n---\n"));
    const came = take(folder, table("One,Ann Able,2030-05-01,10:00,Hall,,", "The Second,Cy Fu,2030-05-01,11:00,Hall,,"), of);
    expect(came).toMatchObject({ written: 1, merged: 1, told: [] });
    expect(names(folder)).toEqual(["one.md", "two.md"]);
    expect(text(folder, "events/small30/talks/two.md")).toMatch(/title: The Second\n.*second/s);
  });

  test("is another one where an editor deleted the talk that had its place, unless it has the same text", () => {
    const folder = empty();
    take(folder, table("One,Ann Able,2030-05-01,10:00,Hall,,", `Two,Cy Fu,2030-05-01,11:00,Hall,${TEXT},`), of);
    for (const name of names(folder)) rmSync(join(folder, "events/small30/talks", name));
    const came = take(folder, table("Three,Ann Able,2030-05-01,10:00,Hall,,", `Two!! Anew,Cy Fu,2030-05-01,11:00,Hall,${TEXT},`), of);
    expect(came).toMatchObject({ written: 1, leftOut: 1 });
    expect(names(folder)).toEqual(["three.md"]);
  });

  test("in place of one that a source with numbers of its own withdrew is another one", () => {
    const folder = empty();
    const talk = (id: string, title: string) =>
      schedule([{ id, title, date: "2030-05-01T10:00:00+02:00", speakers: ["Ann Able"] }], { zone: "Europe/Berlin" });
    take(folder, talk("00000000-0000-4000-8000-000000000001", "One"));
    expect(take(folder, talk("00000000-0000-4000-8000-000000000002", "Another"))).toMatchObject({ written: 1, told: ["gone-at-source"] });
    expect(names(folder)).toEqual(["another.md", "one.md"]);
  });
});

describe("several talks of one title, without times or numbers", () => {
  const people = [
    "Ann Able",
    "Bo Case",
    "Cy Fu",
    "Di Gow",
    "Ed Hall",
    "Flo Ives",
    "Gus Joy",
    "Hal Kay",
    "Ida Lee",
    "Jo Moe",
    "Kit Nye",
    "Lou Orr",
  ];
  const lightning = (names: readonly string[]) => table(...names.map((name) => `Lightning talk,${name},,,,${TEXT} By ${name}.,`));
  const speakers = (folder: string) =>
    Object.values(filesIn(join(folder, "events/small30/talks"))).map((record) => /speaker: (.*)/.exec(record)?.[1]);

  test("are the records that they were, also where they are more than nine", () => {
    const folder = empty();
    take(folder, lightning(people), of);
    const before = filesIn(folder);
    expect(take(folder, lightning(people), of)).toMatchObject({ written: 0, merged: 12 });
    expect(filesIn(folder)).toEqual(before);
  });

  test("stay whose they are where one goes, one comes and the text of one changes", () => {
    const folder = empty();
    take(folder, lightning(people.slice(0, 4)), of);
    edit(folder, "events/small30/talks/lightning-talk-2.md", (record) => record.replace("\n---\n", "\ntopics: [of bo]\n---\n"));
    take(folder, lightning(["Cy Fu", "Bo Case", "Zoe Zed", "Di Gow"]).replace("By Bo", "Said by Bo"), of);
    expect(speakers(folder)).toEqual(["Bo Case", "Cy Fu", "Di Gow", "Zoe Zed", "Ann Able"]);
    expect(text(folder, "events/small30/talks/lightning-talk-2.md")).toMatch(/Bo Case.*of bo.*Said by Bo/s);
  });
});

describe("calendars without a name of their own", () => {
  const calendar = (path: string, uid: string, title: string, day: string, of = title) => ({
    path,
    text: `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:${uid}\nSUMMARY:${title}\nDTSTART:202405${day}T090000\nDESCRIPTION:${of} ${TEXT}\nEND:VEVENT\nEND:VCALENDAR\n`,
  });

  test("are told by their files, so that talks with one number stay two", () => {
    const folder = empty();
    take(folder, calendar("ics/one.ics", "0@x", "One", "01"), of);
    expect(take(folder, calendar("ics/two.ics", "0@x", "Two", "01"), of)).toMatchObject({ written: 1, told: [] });
    expect(names(folder)).toEqual(["one.md", "two.md"]);
  });

  test("a number stands for another talk where nothing else is the same", () => {
    const folder = empty();
    take(folder, calendar("all.ics", "0@x", "One", "01"), of);
    expect(take(folder, calendar("all.ics", "0@x", "Two", "02"), of)).toMatchObject({ written: 1, told: ["gone-at-source"] });
    expect(take(folder, calendar("all.ics", "0@x", "Two, anew", "03", "Two"), of)).toMatchObject({ written: 1 });
    expect(names(folder)).toEqual(["one.md", "two.md"]);
  });
});

test("a talk of pyvideo whose title is corrected is known by its text and speakers", () => {
  const folder = empty();
  const video = (title: string) => ({
    path: "small30/videos/a.json",
    text: JSON.stringify({ title, description: TEXT, recorded: "2030-05-01", speakers: ["Cy Fu"], thumbnail_url: "", videos: [] }),
  });
  take(folder, video("Tow"), of);
  expect(take(folder, video("Two"), of)).toMatchObject({ written: 1, told: [] });
  expect(names(folder)).toEqual(["tow.md"]);
});

test("breaks that move, each of a title that every day has, stay the records that they are", () => {
  const folder = empty();
  const programme = (...starts: string[]) => ({
    path: "small30/schedule.yml",
    text: `days:\n${["2030-05-01", "2030-05-02"]
      .map(
        (day) =>
          `  - date: "${day}"\n    grid:\n${starts.map((start) => `      - start_time: "${start}"\n        slots: 1\n        items:\n          - Coffee\n`).join("")}`,
      )
      .join("")}`,
  });
  take(folder, programme("10:30", "15:00"), of);
  const before = names(folder);
  edit(folder, "events/small30/talks/coffee-3.md", (record) => record.replace('"10:30"', '"10:30" # in the yard'));
  expect(take(folder, programme("10:45", "15:15"), of)).toMatchObject({ written: 4, told: [] });
  expect(names(folder)).toEqual(before);
  expect(text(folder, "events/small30/talks/coffee-4.md")).toContain('start: "15:15"');
});

describe("a conference that is put off by a day", () => {
  const on = (day: number) => {
    const talk = (id: number, title: string, start: string) => ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      title,
      date: `2030-05-0${day}T${start}:00+02:00`,
      speakers: ["Ann Able"],
    });
    const days = { zone: "Europe/Berlin", start: `2030-05-0${day}`, end: `2030-05-0${day}` };
    return schedule([talk(1, "One", "10:00"), talk(2, "Two", "11:00")], days);
  };

  test("has the day, too, of a talk to which an editor gave a time of its own, so that the archive can be built", () => {
    const folder = empty();
    take(folder, on(1));
    edit(folder, "events/small30/talks/two.md", (record) => record.replace("11:00", "11:10"));
    for (const _ of [1, 2]) expect(take(folder, on(2)).told).toEqual(["import-conflict", "outside-event"]);
    expect(errorsIn(folder)).toEqual([]);
    expect(text(folder, "events/small30/event.md")).toContain("startDate: 2030-05-01\nendDate: 2030-05-02\n");
    // Once the editor has mended it, the days are those of the source again.
    edit(folder, "events/small30/talks/two.md", (record) => record.replace("2030-05-01", "2030-05-02").replace("11:10", "11:00"));
    expect(take(folder, on(2)).told).toEqual([]);
    expect(text(folder, "events/small30/event.md")).toContain("startDate: 2030-05-02\nendDate: 2030-05-02\n");
  });

  test("takes its breaks along, whose titles are on each day", () => {
    const folder = empty();
    const breaks = (...days: number[]) => [
      {
        path: "small30/event.yml",
        text: `id: small30\ntitle: Small 2030\nstart_date: 2030-05-0${days[0]}\nend_date: 2030-05-0${days.at(-1)}\n`,
      },
      {
        path: "small30/schedule.yml",
        text: `days:\n${days.map((day) => `  - date: "2030-05-0${day}"\n    grid:\n      - start_time: "12:00"\n        slots: 1\n        items:\n          - Lunch\n`).join("")}`,
      },
    ];
    take(folder, breaks(1, 2), of);
    expect(take(folder, breaks(3, 4), of)).toMatchObject({ written: 2, told: [] });
    expect(names(folder)).toEqual(["lunch-2.md", "lunch.md"]);
    expect(text(folder, "events/small30/talks/lunch-2.md")).toContain("date: 2030-05-04");
    // One day less: the day of the lunch that is gone stays a day of the event.
    expect(take(folder, breaks(4), of).told).toEqual(["gone-at-source", "outside-event"]);
    expect(errorsIn(folder)).toEqual([]);
  });
});

describe("a record that an editor put under another name by hand", () => {
  const ID = "00000000-0000-4000-8000-000000000002";
  const two = (title: string, more = {}) =>
    schedule([{ id: ID, title, date: "2030-05-01T11:00:00+02:00", speakers: ["Cy Fu"], ...more }], { zone: "Europe/Berlin" });
  const move = (folder: string) =>
    renameSync(join(folder, "events/small30/talks/two.md"), join(folder, "events/small30/talks/the-second.md"));

  test("gets the title that the source has now", () => {
    const folder = empty();
    take(folder, two("Two"));
    move(folder);
    expect(take(folder, two("Two at last"))).toMatchObject({ written: 1, told: [] });
    expect(names(folder)).toEqual(["the-second.md"]);
    expect(text(folder, "events/small30/talks/the-second.md")).toContain("title: Two at last\n");
  });

  test("has what all sources say, whichever of them comes first", () => {
    const folder = empty();
    const rows = (room: string) => table(`Two,Cy Fu,2030-05-01,11:00,${room},,`);
    for (const file of [two("Two", { abstract: TEXT }), rows("Hall")]) take(folder, file, of);
    move(folder);
    take(folder, rows("Cellar"), of);
    expect(take(folder, two("Two", { abstract: TEXT, room: "Attic" }), of).told).toEqual([]);
    expect(text(folder, "events/small30/talks/the-second.md")).toContain("room: Attic\n");
  });
});

test("the address of a talk that was removed for good is claimed by no other, which would end every build", () => {
  const page = "https://conf.example/talks/2/";
  const site = folderOf({ "site.yaml": SITE, "addresses.yaml": "removed:\n  - path: /talks/2/\n    date: 2030-06-01\n" });
  expect(take(site, table(`Another,Eve Hu,2030-05-01,11:00,Hall,,${page}`), of)).toMatchObject({ written: 1 });
  expect(errorsIn(site)).toEqual([]);
});

describe("people whom a list of speakers names", () => {
  const list = (...people: [id: string, name: string, bio: string][]) =>
    JSON.stringify({
      sessions: [
        {
          id: "1",
          title: "One",
          isServiceSession: false,
          startsAt: "2030-05-01T10:00:00",
          endsAt: "2030-05-01T11:00:00",
          speakers: people.map(([id]) => id),
        },
      ],
      speakers: people.map(([id, fullName, bio]) => ({ id, fullName, bio, sessions: [1] })),
    });
  const one = "aaaaaaaa-0000-4000-8000-000000000001";
  const two = "aaaaaaaa-0000-4000-8000-000000000002";

  test.each(["FLO IVES", "Fló Ives", "Ives Flo"])("keep their pages where it spells them otherwise: %s", (spelling) => {
    const folder = folderOf({
      "site.yaml": SITE,
      "events/former/event.md": "---\nname: Former\nstartDate: 2029-05-01\n---\n",
      "events/former/talks/another.md": "---\ntitle: Another\nspeaker: Flo Ives\n---\n",
    });
    take(folder, list([one, "Flo Ives", "Of Flo."]), of);
    expect(take(folder, list([one, spelling, "Of Flo."]), of)).toMatchObject({ written: 2, told: [] });
    expect(text(folder, "speakers/flo-ives.md")).toBe(`---\nname: ${spelling}\naliases:\n  - Flo Ives\n---\n\nOf Flo.\n`);
    expect(errorsIn(folder)).toEqual([]);
    const before = filesIn(folder);
    expect(take(folder, list([one, spelling, "Of Flo."]), of).written).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  test("keep the spelling of the archive where a list of another event has another one, however often that comes", () => {
    const folder = empty();
    take(folder, list([one, "Ives, Flo", "Of Flo."]), { ...of, event: "former" });
    take(folder, list([two, "Flo Ives", "Of Flo."]), of);
    const before = filesIn(folder);
    expect(take(folder, list([two, "Flo Ives", "Of Flo."]), of)).toMatchObject({ written: 0, told: [] });
    expect(filesIn(folder)).toEqual(before);
    expect(text(folder, "speakers/ives-flo.md")).toContain("name: Ives, Flo\n");
    expect(text(folder, "events/small30/talks/one.md")).toContain("speaker: Flo Ives\nperson: ives-flo\n");
    expect(errorsIn(folder)).toEqual([]);
  });

  test("get no alias that no talk needs", () => {
    const folder = empty();
    take(folder, list([one, "Flo Ives", "Of Flo."]), of);
    take(folder, list([one, "FLO IVES", "Of Flo."]), of);
    expect(text(folder, "speakers/flo-ives.md")).toBe("---\nname: FLO IVES\n---\n\nOf Flo.\n");
  });

  test("are two where a talk is by two of one name", () => {
    const folder = empty();
    expect(take(folder, list([one, "Flo Ives", "The first."], [two, "Flo Ives", "The second."]), of).told).toEqual(["name-missing"]);
    expect(text(folder, "events/small30/talks/one.md")).toMatch(/person: flo-ives\n.*\n *person: flo-ives-2\n/s);
    expect(errorsIn(folder)).toEqual([]);
  });
});
