import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeForeign } from "../../src/intake/decode.ts";
import { describe, expect, test } from "vitest";
import type { IntakeOptions } from "../../src/intake/intake.ts";
import { planIntake, writePlan } from "../../src/intake/intake.ts";
import { loadArchive } from "../../src/content/load.ts";
import { languagesOf } from "../../src/importers/parts/language.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { readInput } from "../../src/intake/input.ts";
import { readStore } from "../../src/intake/existing-records.ts";
import { errorsIn, filesIn } from "../intake/make.ts";
import { folderOf, SITE } from "../support/content.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/imports");

interface Came {
  /** Records by their paths below the content folder. */
  records: Record<string, string>;
  /** As `line:column rule: message`. */
  told: string[];
  notKept: Record<string, number>;
  refused: number;
}

/** Imports files as the command does. */
function importInto(folder: string, path: string, options: Partial<IntakeOptions> = {}): Came {
  const input = readInput(path, undefined);
  const came: Came = { records: {}, told: [], notKept: {}, refused: 0 };
  const problems = [...input.problems];
  for (const [importer, files] of input.groups) {
    const imported = importer.read(files);
    const plan = planIntake(readStore(folder), importer.name, imported, { contentDir: folder, ...options });
    writePlan(plan);
    problems.push(...plan.run.problems);
    for (const [name, number] of imported.notKept) came.notKept[name] = number;
    came.refused += plan.run.counts.refused;
    came.told.push(...plan.run.findings.map(({ rule, message }) => `${rule}: ${message}`));
  }
  came.told.push(...problems.map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`));
  const records = Object.entries(filesIn(folder)).filter(([name]) => !name.startsWith(".imports") && name !== "site.yaml");
  return { ...came, records: Object.fromEntries(records) };
}

/** Imports a fixture into an empty archive, twice: the second time must change nothing, and all records must pass the check. */
function taken(name: string, options: Partial<IntakeOptions> = {}): Came {
  const folder = folderOf({ "site.yaml": SITE });
  const first = importInto(folder, join(FIXTURES, name), options);
  const second = importInto(folder, join(FIXTURES, name), options);
  expect(second.records, "the second import changes nothing").toEqual(first.records);
  expect(errorsIn(folder)).toEqual([]);
  return first;
}

const rules = ({ told }: Came) => told.map((one) => /[a-z-]+(?=: )/.exec(one)?.[0]).sort();

describe("bytes", () => {
  test("a line that is folded inside a letter", () => {
    const { records, told } = taken("fold-in-letter.ics");
    expect(told).toEqual([]);
    expect(Object.values(records).join("\n")).toContain("title: Le café numérique");
  });

  test("bad bytes in a file of UTF-8 cost no other letter, and are told with their places", () => {
    const { records, told } = taken("bad-byte.csv");
    expect(Object.values(records).join("\n")).toContain("speaker: José");
    expect(told.filter((one) => one.includes("not-utf-8"))).toEqual([
      "3:14 not-utf-8: The byte E9 here is not UTF-8, as the rest of the file is; it became “\ufffd”.",
      "3:16 not-utf-8: The byte E9 here is not UTF-8, as the rest of the file is; it became “\ufffd”.",
    ]);
  });

  test("people whose names differ in letters without a Latin form alone are two", () => {
    const folder = folderOf({ "site.yaml": SITE });
    const input = folderOf({ "a.csv": "title,speaker\nOne,राज Kumar\nTwo,अमित Kumar\nThree,राज Kumar\nFour,KUMAR\n" });
    importInto(folder, join(input, "a.csv"));
    const { archive, findings } = loadArchive({ contentDir: folder, assetsDir: join(folder, "none") });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(archive.people.map(({ name, appearances }) => `${name}: ${appearances.length}`).sort()).toEqual([
      "KUMAR: 1",
      "अमित Kumar: 1",
      "राज Kumar: 2",
    ]);
    expect(new Set(archive.people.map(({ path }) => path)).size).toBe(3);
  });

  test("a file in another encoding is read in it, and a declared one counts", () => {
    const folder = folderOf({ "site.yaml": SITE });
    const input = folderOf({});
    writeFileSync(join(input, "a.csv"), Buffer.from("title,speaker\nCafé,José\nDéjà vu,Ann\n", "latin1"));
    const { records, told } = importInto(folder, join(input, "a.csv"));
    expect(Object.values(records).join("\n")).toContain("title: Déjà vu");
    expect(told.filter((one) => one.includes("not-utf-8"))).toEqual(["1:1 not-utf-8: The file is not UTF-8; it was read as windows-1252."]);
    // “Smart” – as spreadsheets on Windows write it…
    const bytes = Buffer.from("title,speaker\n\x93Smart\x94 \x96 it\x92s 5 \x80\x85,Jos\xe9\n", "latin1");
    for (const declared of ["windows-1252", "iso-8859-1"])
      expect(decodeForeign(Buffer.concat([Buffer.from(`<?xml encoding="${declared}"?>`), bytes])).text).toContain(
        "“Smart” – it’s 5 €…,José",
      );
    // 講 and Ж of saved pages
    const page = (charset: string, text: number[]) =>
      decodeForeign(
        Buffer.concat([
          Buffer.from(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">`),
          Buffer.from(text),
        ]),
      ).text;
    expect(page("shift_jis", [0x8d, 0x75])).toMatch(/講$/);
    expect(page("windows-1251", [0xc6])).toMatch(/Ж$/);
    expect(decodeForeign(bytes).text).toContain("“Smart” – it’s 5 €…,José");
  });
});

describe("times", () => {
  test.each([
    ["clocks-forward.xml", "spring24", "04:30"],
    ["clocks-back.xml", "autumn24", "03:30"],
  ])("a length is added to the instant, not to the clock: %s", (file, event, end) => {
    const folder = folderOf({ "site.yaml": SITE });
    const { records } = importInto(folder, join(FIXTURES, file));
    expect(records[`events/${event}/talks/talk-${event}.md`]).toContain(`end: "${end}"`);
    // and goes out again as it came in
    const { archive } = loadArchive({ contentDir: folder, assetsDir: join(folder, "none") });
    const given = /<duration>(.*)<\/duration>/.exec(readFileSync(join(FIXTURES, file), "utf8"))?.[1];
    const written = archive.events
      .flatMap((one) => [...scheduleXml.eventFiles(archive, one)].map(({ content }) => String(content)))
      .join("");
    expect(/<duration>(.*)<\/duration>/.exec(written)?.[1]).toBe(given);
  });

  test("a film over the change of clocks ends by the clock; a session without a day has none", () => {
    const [film = ""] = Object.entries(taken("night.json").records).flatMap(([path, text]) => (path.includes("/talks/") ? [text] : []));
    expect(film).toMatch(/date: 2024-10-26\nstart: "23:00"\nend: "03:00"/);
    const undated = readFileSync(join(FIXTURES, "sessionize.json"), "utf8").replaceAll(/"(startsAt|endsAt)":"[^"]*"/g, '"$1":null');
    const { records } = importInto(folderOf({ "site.yaml": SITE }), join(folderOf({ "a.json": undated }), "a.json"), { event: "small" });
    expect(Object.values(records).join("\n")).not.toMatch(/^(date|start|end):/m);
    expect(Object.keys(records)).toContain("events/small/talks/talk-one.md");
  });

  test("lengths of days, of many hours, and absurd ones", () => {
    const { records, told } = taken("mixed.xml");
    const talk = (name: string) => records[`events/mix24/talks/${name}.md`] ?? "";
    // the clocks were changed on 31 March, so that two days and five hours later it is 16:00
    expect(talk("hackathon-of-two-days-and-five-hours-d-hh-mm")).toContain('endDate: 2024-04-01\nstart: "10:00"\nend: "16:00"');
    expect(talk("art-installation-53-hours")).toContain('endDate: 2024-04-01\nstart: "12:00"\nend: "18:00"');
    expect(talk("very-long-session")).not.toMatch(/duration|end:/);
    expect(told).toContain(
      "12:1 time-left-out: “Very long session”: Its length, 10,000,060 minutes, cannot be right; the end is left out.",
    );
  });

  test("a zone is what the file defines, whatever its name", () => {
    const given = taken("defined-zone.ics", { timezone: "Europe/London" });
    expect(given.records["events/demo-26/talks/compilers-jane-roe.md"]).toContain('start: "10:20"');
    expect(given.told.join("\n")).toContain("The file defines `GMT` by other rules than those of the zone GMT");
    expect(taken("defined-zone.ics").records["events/demo-26/event.md"]).toContain("timezone: Etc/GMT-1");
  });

  test("a name of Windows becomes the zone with its rules, and is told", () => {
    const { records, told } = taken("windows-zone.ics");
    expect(records["events/outlook-conf/event.md"]).toContain("timezone: Europe/Berlin");
    expect(records["events/outlook-conf/talks/keynote.md"]).toContain('start: "09:00"');
    expect(told.join("\n")).toContain("`W. Europe Standard Time` is a name of Windows; the zone Europe/Berlin was taken");
  });

  test("--timezone wins over the zone of the source, and that is told", () => {
    const { records, told } = taken("clocks-forward.xml", { timezone: "Europe/London" });
    expect(records["events/spring24/talks/talk-spring24.md"]).toContain('start: "00:30"');
    expect(told.join("\n")).toContain("the source names the time zone Europe/Berlin; Europe/London was taken, as `--timezone` says");
  });

  test("lengths and whole days of calendars", () => {
    const { records } = taken("lengths.ics");
    const talk = (name: string) => records[`events/demo-2017/talks/${name}.md`] ?? "";
    expect(talk("le-design-la-data")).toContain('start: "09:00"\nend: "09:55"');
    expect(talk("le-design-la-data")).toContain("Ligne 1\\\nLigne 2, suite");
    expect(talk("soiree")).toContain('start: "22:00"\nend: "02:00"');
    expect(records["events/demo-2017/event.md"]).toContain("endDate: 2017-10-07");
    expect(talk("exposition-de-trois-jours")).toContain("date: 2017-10-05\nendDate: 2017-10-07\n");
  });
});

describe("people", () => {
  test("who may be a speaker is offered, not guessed", () => {
    const { records, told, notKept } = taken("lengths.ics");
    expect(notKept).toMatchObject({ organizer: 1 });
    expect(Object.values(records).join("\n")).not.toContain("speaker");
    expect(told.join("\n")).toContain(
      "“Soirée” names no speaker; it may be Jane Roe, who stands in the first line of its description; or Ann Lee, who stands in `ORGANIZER`",
    );
    const titles = taken("names-in-titles.ics");
    expect(Object.values(titles.records).join("\n")).not.toContain("speaker");
    expect(titles.told.join("\n")).toContain("it may be Alain Exemple and Franck Exemple, who stand in brackets at the end of its title");
  });

  test("a talk without a speaker has none", () => {
    expect(taken("no-speaker.csv").records["events/no-speaker/talks/hackathon.md"]).toBe("---\ntitle: Hackathon\n---\n");
  });
});

describe("tables", () => {
  test("lists, the order of dates, links, and pages that are the speakers'", () => {
    const came = taken("lists.csv");
    const [first, second] = [came.records["events/lists/talks/talk-1.md"] ?? "", came.records["events/lists/talks/talk-2.md"] ?? ""];
    expect(first).toContain("topics:\n  - flask\n  - api\n");
    expect(second).toContain("topics:\n  - python\n  - web\n");
    expect([first, second].map((text) => /date: (.*)/.exec(text)?.[1])).toEqual(["2018-10-06", "2018-10-07"]);
    expect(came.told.join("\n")).toContain("read with the day first: so they lie within 2 days");
    expect(first).toContain("See [the paper](https://example.org/p.pdf) and *this*.");
    expect(first + second).not.toMatch(/original|formerUrls|sources/);
    expect(came.records["speakers/ann-lee.md"]).toContain("url: https://example.org/people/annlee/");
  });

  test("no address of this archive's own pages is claimed", () => {
    expect(Object.values(taken("own-addresses.csv").records).join("\n")).not.toContain("formerUrls");
  });

  test("columns that nobody knows are told with how many cells they fill, and headings may have line ends", () => {
    const input = folderOf({ "t.csv": '"Talk\ntitle","Speaker\n(name)",Shoe size\nOne,Ann Lee,42\nTwo,Bob Ray,43\n' });
    const { records, notKept } = importInto(folderOf({ "site.yaml": SITE }), input);
    expect(notKept).toEqual({ "Shoe size": 2 });
    expect(records["events/t/talks/one.md"]).toContain("speaker: Ann Lee");
  });

  test.each([
    'title,speaker,abstract\nOne,Ann Lee,"This is about numbers.\n\nusing statistics, we learn."\n',
    "title,speaker\nimport this,Ann Lee\n",
    "title,speaker\npackage managers,Ann Lee\n",
  ])("a table is one, though cells begin as programs do: %j", (table) => {
    const { problems, groups } = readInput(folderOf({ "a.csv": table }), undefined);
    expect([groups.size, problems]).toEqual([1, []]);
  });

  test.each([
    "import csv\n\ntitle, speaker = row\nprint(title, speaker)\n",
    'fields = [\n    "title", "speaker", "date",\n    "room", "track", "kind",\n]\nfor title, speaker in rows:\n    print(title)\n',
    "#!/usr/bin/env python3\ntitle,speaker\nprint(1)\n",
  ])("a program is no table: %j", (program) => {
    const { problems, groups } = readInput(folderOf({ "a.py": program }), undefined);
    expect([groups.size, problems.map(({ rule }) => rule)]).toEqual([0, ["unknown-format"]]);
  });

  test("a page of the web that does not mention Xen is read alone, or where its format is named, and not among files of others", () => {
    const html = (word: string) => `<html><body><h1>${word}</h1><h2>Sponsors</h2><p>Gold</p></body></html>`;
    const files = {
      "index.html": html("Conference"),
      "xen.html": html("Xen on Arm"),
      "talks/a.md": "---\ntitle: One\nspeaker: Ann Lee\n---\n",
    };
    const namesOf = ({ groups }: ReturnType<typeof readInput>) =>
      [...groups].map(([{ name }, found]) => [name, found.map(({ path }) => path.split("/").at(-1))]);
    const input = readInput(folderOf(files), undefined);
    expect(namesOf(input)).toEqual([
      ["front-matter", ["a.md"]],
      ["xen-page", ["xen.html"]],
    ]);
    expect(input.problems.map(({ rule }) => rule)).toEqual(["unknown-format"]);
    expect(namesOf(readInput(folderOf({ "index.html": files["index.html"] }), undefined))).toEqual([["xen-page", ["index.html"]]]);
    expect(namesOf(readInput(folderOf(files), "xen-page"))[0]?.[1]).toContain("index.html");
  });

  test("data of a site of this program lead to the command that reads them", () => {
    const data = '{"$schema":"https://example.org/data/schema.json","version":1,"kind":"talks","entries":[]}';
    const { problems } = readInput(folderOf({ "talks.json": data }), undefined);
    expect(problems.map(({ hint }) => hint)).toEqual([expect.stringContaining("restore`")]);
  });
});

describe("languages", () => {
  test("codes of three letters, names, and several", () => {
    const { records, notKept } = taken("languages.xml");
    const of = (name: string) => /language: (.*)/.exec(records[`events/e24/talks/${name}.md`] ?? "")?.[1];
    expect([of("english"), of("german"), of("word"), of("both")]).toEqual([undefined, "de", "de", "de"]);
    expect(records["events/e24/talks/both.md"]).toContain("languages:\n  - de\n  - en\n");
    expect(notKept).not.toHaveProperty("language");
  });
});

describe("codes of languages", () => {
  test("a country's code is its language's where it is of no other, and what is of none is not taken", () => {
    expect(["jp", "cn, de", "uk", "xx", "us-EN", "sr-Latn", "yue"].map(languagesOf)).toEqual([
      ["ja"],
      ["zh", "de"],
      ["uk"],
      undefined,
      undefined,
      ["sr-Latn"],
      ["yue"],
    ]);
  });
});

describe("what became of a talk", () => {
  test("cancelled talks are no held ones, and who opts out of recordings is heard", () => {
    const { records } = taken("mixed.xml");
    expect(records["events/mix24/talks/cancelled-introduction-to-git.md"]).toContain("status: cancelled\n");
    expect(records["events/mix24/talks/session-before-the-day-starts.md"]).toContain("recording: declined\n");
    expect(taken("pretalx.json").records["events/pretalx/talks/a-talk.md"]).toContain("recording: declined\n");
  });

  test("a licence is that of the recording, if there is one and the words leave no doubt", () => {
    const row = (licence: string, video: string) =>
      `<event><title>T</title><recording><license>${licence}</license><optout>false</optout></recording><links><link href="${video}">Video</link></links></event>`;
    const input = folderOf({
      "a.xml": `<schedule><conference><title>A 2030</title></conference><day date="2030-01-01"><room name="R">${row("CC BY-SA 4.0", "https://youtu.be/OUzUfVo77PI")}</room></day></schedule>`,
      "b.xml": `<schedule><conference><title>B 2030</title></conference><day date="2030-01-01"><room name="R">${row("some licence of ours", "https://youtu.be/OUzUfVo77PI")}</room></day></schedule>`,
      "c.xml": `<schedule><conference><title>C 2030</title></conference><day date="2030-01-01"><room name="R">${row("https://creativecommons.org/licenses/by-nc/3.0/us/", "https://youtu.be/OUzUfVo77PI")}</room></day></schedule>`,
    });
    const folder = folderOf({ "site.yaml": SITE });
    const { records, notKept } = importInto(folder, input);
    expect(records["events/a-2030/talks/t.md"]).toContain("video:\n  url: https://youtu.be/OUzUfVo77PI\n  licence: CC-BY-SA-4.0\n");
    expect(records["events/b-2030/talks/t.md"]).toContain("video: https://youtu.be/OUzUfVo77PI\n");
    // Without commercial use, and of the USA: SPDX has no identifier of that, and the nearest allows more.
    expect(records["events/c-2030/talks/t.md"]).toContain("  licence: https://creativecommons.org/licenses/by-nc/3.0/us/\n");
    expect(notKept).toMatchObject({ license: 1 });
    expect(errorsIn(folder)).toEqual([]);
  });
});

describe("what finds no place", () => {
  test("is named and counted", () => {
    expect(taken("mixed.xml").notKept).toMatchObject({ logo: 1 });
    expect(taken("version2.json").notKept).toMatchObject({ "logo.url": 1 });
    expect(taken("pretalx.json").notKept).toMatchObject({ image: 1, "submission_type.de": 1 });
  });
});

describe("further formats", () => {
  test("schedule.json, version 2", () => {
    const { records, told } = taken("version2.json");
    expect(told).toEqual([]);
    expect(records["events/demo24/talks/a-talk.md"]).toBe(`---
title: A talk
speakers:
  - name: Ann Lee
    bio: Ann makes tools.
  - name: Bob Ray
    role: moderator
date: 2024-05-01
start: "23:30"
end: "00:15"
room: Hall One
track: Tools & More
original: https://example.org/demo24/a-talk/
formerUrls:
  - /demo24/a-talk/
sources:
  - https://example.org/demo24/a-talk/
---

What it is about.
`);
  });

  test("Indico", () => {
    const { records } = taken("indico.json");
    expect(records["events/demo-2024/talks/a-talk.md"]).toContain(`speaker: Jane Roe
organization: Example Lab
date: 2024-10-21
start: "09:00"
end: "09:20"
room: Hall
track: Track 1
`);
    expect(records["events/demo-2024/event.md"]).toContain("timezone: Europe/Zurich");
  });

  test("Indico: the place of a contribution stands beside its room where neither the event nor the room names it", () => {
    const file = join(folderOf({}), "indico.json");
    const talk = (id: number, room: string, location: string) => ({ id, title: `Talk ${id}`, room, location });
    const contributions = [
      talk(1, "503", "CERN"),
      talk(2, "503", "cern"),
      talk(3, "503, Idiap", "IDIAP"),
      talk(4, "503", "Idiap"),
      talk(5, "", "Idiap"),
    ];
    writeFileSync(file, JSON.stringify({ _type: "Conference", id: 7, title: "Demo", location: "CERN, Geneva", contributions }));
    const { records } = importInto(folderOf({ "site.yaml": SITE }), file);
    const rooms = contributions.map(({ id }) => /^room: "?(.*?)"?$/m.exec(records[`events/demo/talks/talk-${id}.md`] ?? "")?.[1]);
    expect(rooms).toEqual(["503", "503", "503, Idiap", "503, Idiap", "Idiap"]);
  });

  test("Indico: parts of contributions, which are numbered anew in each, stay apart when titles change", () => {
    const folder = folderOf({ "site.yaml": SITE });
    const file = join(folderOf({}), "indico.json");
    const talk = (id: number, title: string, subContributions: unknown[] = []) => ({ id, title, description: title, subContributions });
    const came = (...contributions: unknown[]) => {
      writeFileSync(file, JSON.stringify({ _type: "Conference", id: 7, title: "Demo", contributions }));
      return importInto(folder, file).records;
    };
    came(talk(1, "One", [talk(1, "Part of one")]), talk(2, "Two", [talk(1, "Part of two")]));
    const records = came(talk(1, "One"), talk(2, "Two", [talk(1, "Part of two, again")]));
    expect(records["events/demo/talks/part-of-one.md"]).toContain("title: Part of one\n");
    expect(records["events/demo/talks/part-of-two.md"]).toContain("title: Part of two, again\n");
  });

  test("pretalx's API", () => {
    const came = taken("pretalx.json");
    expect(came.records["events/pretalx/talks/a-talk.md"]).toMatch(
      /speaker: Ann Lee\nbio: Ann makes tools.\n[\s\S]*start: "10:00"\nend: "10:45"\nroom: Hall\ntrack: Tools\nkind: workshop\nlanguage: de\n[\s\S]*slides: https:\/\/example.org\/slides.pdf/,
    );
    expect(rules(came)).toEqual(expect.arrayContaining(["not-accepted", "speaker-unknown"]));
    expect(came.refused).toBe(1);
  });

  test("pages of pretalx's API that name things by numbers, each kind by numbers of its own", () => {
    const page = (results: object[], next?: string) => JSON.stringify({ count: 9, next: next ?? null, previous: null, results });
    const talk = {
      code: "ABCDEF",
      title: "A talk",
      state: "confirmed",
      speakers: [],
      submission_type: 1,
      track: 1,
      tags: [1],
      slots: [7, 8],
    };
    const slot = { submission: "ABCDEF", schedule: 3, room: 1, end: null, is_visible: true };
    const submissions = page([{ ...talk, resources: [{ resource: "https://example.org/secret", is_public: false }] }]);
    const pages = {
      "submissions.json": submissions,
      "slots.json": page([
        { ...slot, id: 6, schedule: 2, start: "2025-05-01T08:00:00+02:00" },
        { ...slot, id: 8, start: "2025-05-02T10:00:00+02:00" },
        { ...slot, id: 7, start: "2025-05-01T10:00:00+02:00" },
        { ...slot, id: 9, submission: null, start: "2025-05-01T12:00:00+02:00", duration: 60, description: { en: "Lunch" } },
      ]),
      "rooms.json": page([{ id: 1, name: { en: "Hall" }, capacity: 9, position: 1 }]),
      "tracks.json": page([{ id: 1, name: { en: "Security" }, color: "#f00", position: 1, requires_access_code: false }]),
      "types.json": page([{ id: 1, name: "Workshop", default_duration: 90, requires_access_code: false }]),
      "tags.json": page([{ id: 1, tag: "Xen", description: { en: "About Xen" }, color: "#000", is_public: true }]),
    };
    const { records, told } = importInto(folderOf({ "site.yaml": SITE }), folderOf(pages));
    expect(records["events/pretalx/talks/a-talk.md"]).toBe(
      '---\ntitle: A talk\ndate: 2025-05-01\nstart: "10:00"\nroom: Hall\ntrack: Security\nkind: workshop\ntopics:\n  - xen\n---\n',
    );
    expect(records["events/pretalx/talks/lunch.md"]).toBe(
      '---\ntitle: Lunch\ndate: 2025-05-01\nstart: "12:00"\nend: "13:00"\nroom: Hall\nkind: break\n---\n',
    );
    expect(told.join("\n")).toContain("“A talk” has 2 times; only its first one is taken.");
    const alone = importInto(folderOf({ "site.yaml": SITE }), folderOf({ "a.json": page([talk], "https://p.example.org/a/?page=2") }));
    expect(alone.records["events/pretalx/talks/a-talk.md"]).toBe("---\ntitle: A talk\n---\n");
    expect(rules(alone).filter((rule) => rule !== "name-missing")).toEqual([...Array<string>(4).fill("number-unknown"), "page-missing"]);
  });

  const DEVOPSDAYS = {
    "data/events/2019-town.yml": `name: "2019-town"\nyear: "2019"\ncity: "Town"\nevent_group: "Town"\nstartdate: 2019-10-28T00:00:00+01:00\nprogram:
- title: Lunch\n  type: custom\n  date: 2019-10-28\n  start_time: '12:00'\n  end_time: '13:00'
- title: ann-lee\n  type: talk\n  date: 2019-10-28\n  start_time: '9:00'\n  end_time: '9:15'\n`,
    "content/events/2019-town/program/ann-lee.md": `+++\nTalk_date = ""\nTitle = "On things"\nType = "talk"\nSpeakers = ["ann-lee"]\nyoutube = "OUzUfVo77PI"\n+++\n\nSome **text**.\n`,
    "content/events/2019-town/speakers/ann-lee.md": `+++\nTitle = "Ann Lee"\nTwitter = "annlee"\ntype = "speaker"\nlinktitle = "ann-lee"\n+++\n\nAnn does.\n`,
  };

  test("devopsdays", () => {
    const { records, told } = importInto(folderOf({ "site.yaml": SITE }), folderOf(DEVOPSDAYS));
    expect(told.map((one) => one.replace(/:.*/s, ""))).toEqual(["1"]);
    expect(records["events/2019-town/talks/ann-lee.md"]).toBe(
      '---\ntitle: On things\nspeaker: Ann Lee\ndate: 2019-10-28\nstart: "09:00"\nend: "09:15"\nvideo: https://www.youtube.com/watch?v=OUzUfVo77PI\n---\n\nSome **text**.\n',
    );
    expect(records["events/2019-town/talks/lunch.md"]).toContain("kind: break");
    expect(records["speakers/ann-lee.md"]).toContain("https://twitter.com/annlee");
  });

  test.each(["draft = true", 'draft = "yes"', "published = false"])("devopsdays: a page with `%s` stays a draft", (line) => {
    const files = { ...DEVOPSDAYS };
    const page = "content/events/2019-town/program/ann-lee.md";
    files[page] = files[page].replace('Title = "On things"', `Title = "On things"\n${line}`);
    const { records } = importInto(folderOf({ "site.yaml": SITE }), folderOf(files));
    expect(records["events/2019-town/talks/ann-lee.md"]).toContain("draft: true\n");
  });

  test("pages of people that are drafts are left out, but for the names that talks have", () => {
    const person = "content/events/2019-town/speakers/ann-lee.md";
    const draft = { ...DEVOPSDAYS, [person]: DEVOPSDAYS[person].replace('type = "speaker"', 'type = "speaker"\ndraft = true') };
    const pages = {
      "talks/one.md": "---\ntitle: On things\nspeakers: [ann]\ndate: 2019-10-28\n---\nWords.\n",
      "speakers/ann.md": "---\nname: Ann Lee\npublished: false\n---\nAnn does.\n",
    };
    for (const files of [draft, pages]) {
      const { records, told } = importInto(folderOf({ "site.yaml": SITE }), folderOf(files));
      expect(told.join("\n")).toContain("The page of Ann Lee is a draft.");
      expect(Object.keys(records).filter((file) => file.startsWith("speakers/"))).toEqual([]);
      expect(Object.values(records).join("\n")).toContain("speaker: Ann Lee\n");
      expect(Object.values(records).join("\n")).not.toContain("Ann does.");
    }
  });

  test("devopsdays: the programme gives a talk the time that its page lacks; a second time, and a talk without a page, are told", () => {
    const files = { ...DEVOPSDAYS };
    files["data/events/2019-town.yml"] +=
      "- title: ann-lee\n  type: talk\n  date: 2019-10-29\n  start_time: '9:00'\n- title: no-page\n  type: talk\n";
    files["content/events/2019-town/program/ann-lee.md"] = files["content/events/2019-town/program/ann-lee.md"].replace(
      'Talk_date = ""',
      'Talk_date = "2019-10-28"',
    );
    const { records, told } = importInto(folderOf({ "site.yaml": SITE }), folderOf(files));
    expect(records["events/2019-town/talks/ann-lee.md"]).toContain('date: 2019-10-28\nstart: "09:00"\nend: "09:15"');
    expect(told.filter((one) => /two-times|talk-unknown/.test(one))).toEqual([
      expect.stringContaining("“On things” has another time already, 2019-10-28 09:00, which it keeps."),
      expect.stringContaining("There is no page of the talk `no-page`."),
    ]);
  });

  test("devopsdays: since 2024 the programme and the ignites lie in a file beside the event", () => {
    const { "data/events/2019-town.yml": whole, ...pages } = DEVOPSDAYS;
    const [event = "", programme = ""] = whole.split(/(?=^program:)/m);
    const ignites = "ignites:\n- title: low-growth\n  type: ignite\n  date: 2019-10-28\n  start_time: '13:30'\n  end_time: '13:35'\n";
    const page = "content/events/2019-town/program/low-growth.md";
    const files = {
      ...pages,
      "data/events/2019/town/main.yml": event,
      "data/events/2019/town/program.yml": programme + ignites,
      [page]: DEVOPSDAYS["content/events/2019-town/program/ann-lee.md"].replace("On things", "Low growth"),
    };
    const { records } = importInto(folderOf({ "site.yaml": SITE }), folderOf(files));
    expect(records["events/2019-town/talks/ann-lee.md"]).toContain('date: 2019-10-28\nstart: "09:00"\nend: "09:15"');
    expect(records["events/2019-town/talks/lunch.md"]).toContain("kind: break");
    expect(records["events/2019-town/talks/low-growth.md"]).toContain('date: 2019-10-28\nstart: "13:30"\nend: "13:35"\nkind: lightning');
  });

  const SITE_PAGES = {
    "talks/fast.md":
      '---\nheadline: Fast things\nwho: [bob-ray, Cy Fu]\nday: 2024-05-01\nfrom: "09:30"\nuntil: "10:00"\nlevel: hard\n---\nText *here*.\n',
    "talks/slow.md": "---\nheadline: Slow things\nwho: [Cy Fu]\ndraft: true\n---\n",
    "speakers/bob-ray.md": "---\nname: Bob Ray\ngithub: bobray\ncompany: ACME\n---\nBob.\n",
    "pages/venue.md": "---\ntitle: Venue\n---\nWhere.\n",
    "mapping.yml":
      "import: front-matter\nevent:\n  name: Demo 2024\n  id: 2024-demo\n  timezone: Europe/Berlin\ntalks: talks\nfields:\n  title: headline\n  speakers: who\n  date: day\n  start: from\n  end: until\n",
  };

  test("pages with front matter, their fields named by a mapping file", () => {
    const { records, told, notKept } = importInto(folderOf({ "site.yaml": SITE }), folderOf(SITE_PAGES));
    expect(records["events/2024-demo/talks/fast.md"]).toBe(
      '---\ntitle: Fast things\nspeakers:\n  - name: Bob Ray\n  - name: Cy Fu\ndate: 2024-05-01\nstart: "09:30"\nend: "10:00"\n---\n\nText *here*.\n',
    );
    expect(records["events/2024-demo/talks/slow.md"]).toBe("---\ntitle: Slow things\nspeaker: Cy Fu\ndraft: true\n---\n");
    expect(told).toEqual(["1:1 not-a-talk: 1 page names neither a speaker nor a time and is left out: `pages/venue.md`."]);
    expect(notKept).toEqual({ level: 1, title: 1 });
  });

  test("what no importer knows is told once a folder", () => {
    const input = folderOf({ "a/1.txt": "one", "a/2.txt": "two", "b/3.txt": "three", "t.csv": "title,speaker\nOne,Ann Lee\n" });
    const unknown = importInto(folderOf({ "site.yaml": SITE }), input).told.filter((one) => one.includes("unknown-format"));
    expect(unknown.map((one) => one.replace(/`[^`]*\/(\w+)`/, "`$1`"))).toEqual([
      "1:1 unknown-format: 2 files in `a` are of no format that can be imported: `1.txt` and `2.txt`.",
      "1:1 unknown-format: The content is of no format that can be imported.",
    ]);
  });
});

describe("what an editor deleted", () => {
  test("stays deleted: a talk, and the record of a person", () => {
    const folder = folderOf({ "site.yaml": SITE });
    const options = { event: "small", timezone: "Europe/Berlin" };
    const first = importInto(folder, join(FIXTURES, "sessionize.json"), options);
    expect(Object.keys(first.records)).toEqual([
      "events/small/event.md",
      "events/small/talks/talk-one.md",
      "events/small/talks/talk-two.md",
      "speakers/john-old.md",
      "speakers/sam-gone.md",
    ]);
    for (const path of ["events/small/talks/talk-one.md", "speakers/sam-gone.md"]) rmSync(join(folder, path));
    for (let again = 0; again < 2; again++) {
      const { records, told, refused } = importInto(folder, join(FIXTURES, "sessionize.json"), options);
      expect(Object.keys(records)).toEqual(["events/small/event.md", "events/small/talks/talk-two.md", "speakers/john-old.md"]);
      expect(refused).toBe(0);
      expect(told.filter((one) => one.includes("record-deleted"))).toHaveLength(2);
    }
  });
});
