/** Proves that other people's readers of BibTeX, RIS and CSL-JSON find in our citations what the records say. */
import { type CslItem, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isolated, piecesOf } from "../../src/text/direction.ts";
import { type Citation, citationOf, citationParts } from "../../src/publishing/citation.ts";
import { citedName, readingName } from "../../src/text/person-names.ts";
import { bibtex, bibtexEntry } from "../../src/outputs/bibtex.ts";
import { cslItem, cslJson } from "../../src/outputs/csl-json.ts";
import { ris, risRecord } from "../../src/outputs/ris.ts";
import { wordsFor } from "../../src/words/words.ts";
import { archiveOf, existing, talkOf } from "../model/make.ts";

const read = (text: string): CslItem[] => plugins.input.chain(text);
const one = (text: string): CslItem => {
  const items = read(text);
  expect(items).toHaveLength(1);
  return existing(items[0]);
};

const EVENT = { name: "Xen Summit", startDate: "2012-08-27", endDate: "2012-08-28", city: "San Diego", country: "USA", host: "A & B" };

function cite(talk: Record<string, unknown>, event: Record<string, unknown> = {}): Citation {
  const archive = archiveOf({ events: { "2012-summit": { ...EVENT, ...event } }, talks: { "2012-summit/a-talk": talk } });
  return citationOf(archive, talkOf(archive, "2012-summit/a-talk"));
}

const HARD = cite({
  title: "100 % of “it” & more: C# for $5_000 \\ {x} ~ ^ <b> | é–ß",
  speakers: [
    { name: "Jürgen Groß" },
    { name: "Ludwig van Beethoven" },
    { name: "Michał Żygowski" },
    { name: "Mihai Donțu" },
    { name: "Martin Luther King Jr." },
    { name: "Smith and Wesson Company" },
    { name: "Plato" },
    { name: "山田 太郎" },
  ],
  date: "2012-08-28",
  topics: ["arm", "live migration"],
});

/** A name as family, particle and given, whichever way a reader cuts particles. */
function nameOf(author: NonNullable<CslItem["author"]>[number]): string {
  if (author.literal !== undefined || author.given === undefined) return author.literal ?? author.family ?? "";
  const family = [author["non-dropping-particle"] ?? author["dropping-particle"], author.family].filter(Boolean).join(" ");
  return [`${family}, ${author.given}`, author.suffix].filter(Boolean).join(", ");
}

const NAMES = [
  "Groß, Jürgen",
  "van Beethoven, Ludwig",
  "Żygowski, Michał",
  "Donțu, Mihai",
  "King, Martin Luther, Jr.",
  "Smith and Wesson Company",
  "Plato",
  "山田, 太郎",
];

describe("a citation", () => {
  it("says what became of an event in the meantime, though the record of the talk is the same one", () => {
    const talks = { "2012-summit/a-talk": { title: "A talk" } };
    const before = archiveOf({ events: { "2012-summit": EVENT }, talks });
    const after = archiveOf({ events: { "2012-summit": { ...EVENT, status: "cancelled" } }, talks });
    const talk = talkOf(before, "2012-summit/a-talk");
    expect(citationOf(before, talk).notes).toEqual([]);
    const later = { ...talkOf(after, "2012-summit/a-talk"), record: talk.record };
    expect(citationOf(after, later).notes).toEqual(["This talk was cancelled."]);
  });
});

describe("a citation of a talk with names that are withheld", () => {
  const talk = { title: "A talk", speakers: [{ name: "Ann Lee" }, { name: "Bo Example" }], namesWithheld: 2 };

  it("does not give those that are published as all authors", () => {
    const entry = bibtexEntry(cite(talk));
    expect(entry).toContain("author = {Lee, Ann and Example, Bo and others},");
    expect(entry).toContain("note = {2 names withheld.},");
    expect(risRecord(cite(talk))).toContain("N1  - 2 names withheld.");
    expect(cslItem(cite(talk))).toMatchObject({ note: "2 names withheld." });
    expect(citationParts(cite(talk), wordsFor("en")).join(" ")).toContain("2 names withheld.");
    expect(bibtexEntry(cite({ title: "A talk", namesWithheld: 1 }))).not.toContain("others");
  });
});

describe("BibTeX", () => {
  it("gives back title, names, date, event and address", () => {
    const item = one(bibtexEntry(HARD));
    expect(item.type).toBe("paper-conference");
    expect(item.title.replace(/<\/?span[^>]*>/g, "")).toBe(HARD.title);
    expect(item.author?.map(nameOf)).toEqual(NAMES);
    expect(item.issued).toEqual({ "date-parts": [[2012, 8, 28]] });
    expect(item["container-title"]).toBe("Xen Summit");
    expect(item["URL"]).toBe("https://little.example.org/events/2012-summit/a-talk/");
    expect(item["citation-key"]).toBe("2012-summit:a-talk");
  });

  it("keeps hyphens that touch, which TeX would make a dash", () => {
    expect(one(bibtexEntry(cite({ title: "Critical Xen -- an update --- and more" }))).title).toBe(
      "Critical Xen -- an update --- and more",
    );
  });

  it("cuts a long key to what every reader takes, and tells such keys apart", () => {
    const id = (end: string) => `2012-summit/${"a-long-title-".repeat(7)}${end}`;
    const archive = archiveOf({ events: { "2012-summit": EVENT }, talks: { [id("one")]: {}, [id("two")]: {} } });
    const keys = ["one", "two"].map((end) => one(bibtexEntry(citationOf(archive, talkOf(archive, id(end)))))["citation-key"] ?? "");
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(String(key).length).toBeLessThanOrEqual(100);
  });

  it("balances its braces and leaves no bare special character", () => {
    const entry = bibtexEntry(HARD);
    expect([...entry].filter((letter) => letter === "{")).toHaveLength([...entry].filter((letter) => letter === "}").length);
    expect(entry).toContain("organization = {A \\& B}");
    expect(entry).toContain('Gro{\\ss}, J{\\"u}rgen and van Beethoven, Ludwig and {\\.Z}ygowski, Micha{\\l}');
    expect(entry).toContain("and King, Jr., Martin Luther and {Smith and Wesson Company} and {Plato}");
    expect(entry).toContain("month = aug,");
  });
});

describe("RIS", () => {
  it("gives back title, names, date, event and address", () => {
    const item = one(risRecord(HARD));
    expect(item.type).toBe("paper-conference");
    expect(item.title).toBe(HARD.title);
    expect(item.author?.map(nameOf)).toEqual(NAMES);
    expect(item.issued?.["date-parts"][0]).toEqual([2012, 8, 28]);
    expect(item["URL"]).toBe("https://little.example.org/events/2012-summit/a-talk/");
  });

  it("has one field a line, each ended by CR LF", () => {
    const text = risRecord({ ...HARD, title: "One\r\nER  - \nTY  - BOOK\u2028x" });
    expect(text.split("\r\n").slice(0, -1)).toSatisfy((lines: string[]) =>
      lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n\u2028]*$/.test(line)),
    );
    expect(read(text)).toHaveLength(1);
  });
});

describe("CSL-JSON", () => {
  it("says all that is known", () => {
    expect(cslItem(HARD)).toEqual({
      id: "2012-summit:a-talk",
      type: "paper-conference",
      title: HARD.title,
      author: [
        { family: "Groß", given: "Jürgen" },
        { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
        { family: "Żygowski", given: "Michał" },
        { family: "Donțu", given: "Mihai" },
        { family: "King", given: "Martin Luther", suffix: "Jr." },
        { literal: "Smith and Wesson Company" },
        { literal: "Plato" },
        { family: "山田", given: "太郎" },
      ],
      issued: { "date-parts": [[2012, 8, 28]] },
      "container-title": "Xen Summit",
      "event-title": "Xen Summit",
      "event-place": "San Diego, USA",
      "event-date": {
        "date-parts": [
          [2012, 8, 27],
          [2012, 8, 28],
        ],
      },
      publisher: "Little Archive",
      language: "en",
      keyword: "arm, live migration",
      URL: "https://little.example.org/events/2012-summit/a-talk/",
    });
  });

  it("is what a reader takes as it is", () => {
    expect(one(JSON.stringify([cslItem(HARD)]))).toMatchObject({ title: HARD.title, author: cslItem(HARD)["author"] });
  });
});

describe("what is not known", () => {
  it.each([
    [{ startDate: "2012-08-27", endDate: "2012-08-28" }, "2012-08"],
    [{ startDate: "2012-08-27", endDate: "2012-08-27" }, "2012-08-27"],
    [{ startDate: "2012-08-31", endDate: "2012-09-01" }, "2012"],
    [{ startDate: "2012-08-27", endDate: undefined }, "2012"],
    [{ startDate: "2012-11", endDate: undefined }, "2012-11"],
    [{ startDate: "2012-12-31", endDate: "2013-01-01" }, undefined],
    [{ startDate: undefined, endDate: undefined }, "2012"],
  ])("of the dates %j leaves %s", (dates, date) => {
    const citation = cite({ title: "A talk" }, dates);
    expect(citation.date).toBe(date);
    const parts = date?.split("-").map(Number);
    expect(one(bibtexEntry(citation)).issued?.["date-parts"][0]).toEqual(parts);
    expect(one(risRecord(citation)).issued?.["date-parts"][0]).toEqual(parts);
  });

  it("is left out", () => {
    const citation = cite({ title: "A talk" }, { city: undefined, country: undefined, host: undefined });
    const all = bibtexEntry(citation) + risRecord(citation) + JSON.stringify(cslItem(citation));
    expect(all).not.toMatch(/undefined|null|\{\}|author|AU {2}-|venue|place/);
    expect(citationParts(citation, wordsFor("en")).join(" ")).toBe(
      "“A talk.” Xen Summit, August 2012. Little Archive. https://little.example.org/events/2012-summit/a-talk/",
    );
  });

  it("a break has no citation", () => {
    const archive = archiveOf({ events: { e: {} }, talks: { "e/tea": { kind: "break" }, "e/talk": {} } });
    const files = [bibtex, ris, cslJson].flatMap((format) => archive.talks.flatMap((talk) => [...format.talkFiles(archive, talk)]));
    expect(files.map(({ path }) => path)).toEqual(["events/e/talk/talk.bib", "events/e/talk/talk.ris", "events/e/talk/talk.csl.json"]);
  });
});

it("the citation as text reads well", () => {
  const citation = cite({ title: "Why?", speakers: [{ name: "Ada Example" }, { name: "山田 太郎" }], date: "2012-08-28" });
  expect(citationParts(citation, wordsFor("en")).join(" ")).toBe(
    "Ada Example and 山田 太郎. “Why?” Xen Summit, San Diego, USA, 28 August 2012. Little Archive. https://little.example.org/events/2012-summit/a-talk/",
  );
});

it("what may be written in the other direction is marked, so that a sentence keeps its order", () => {
  const speakers = [{ name: "Pat O'Brien" }, { name: "أحمد بن محمد" }];
  const { event, ...citation } = cite({ title: "C++ (1)؟", speakers, date: "2012-08-28" });
  const parts = citationParts({ ...citation, event: { ...event, name: "Xen Summit!" } }, wordsFor("ar"), (text) => `<${text}>`);
  expect(parts.slice(0, 2)).toEqual(["<Pat O'Brien> و<أحمد بن محمد>.", "«<C++ (1)؟>»"]);
  expect(parts[2]).toMatch(/^<Xen Summit!>.{1,3}<San Diego.*USA>/u);
  expect(piecesOf(`a ${isolated("b")} c`)).toEqual(["a ", "b", " c"]);
});

it("a title that is the archive's own stands in brackets, and a speaker that is a company stays whole", () => {
  const citation = cite({
    title: "Panel on ARM",
    titleBy: "archive",
    speaker: "Example Systems",
    organization: "Example Systems",
    date: "2012-08-28",
  });
  expect(citationParts(citation, wordsFor("en")).join(" ")).toMatch(/^Example Systems\. \[Panel on ARM\]\. Xen Summit, /);
  expect(bibtexEntry(citation)).toContain("author = {{Example Systems}}");
});

describe("whatever a record says", () => {
  const line = fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...`{}\\$&#%_^~"',@=<>| aéțß–山\n`), minLength: 1 }),
    )
    .filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cf}\ud800-\udfff]/u.test(text));
  const citations = fc.record({ title: line, names: fc.array(line, { maxLength: 4 }), event: line }).map(
    ({ title, names, event }): Citation => ({
      ...HARD,
      title,
      authors: names.map((name) => ({ literal: name })),
      event: { ...HARD.event, name: event },
    }),
  );

  it("BibTeX stays one entry with balanced braces", () => {
    fc.assert(
      fc.property(citations, (citation) => {
        const entry = bibtexEntry(citation);
        let depth = 0;
        for (const letter of entry) {
          depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
          if (depth < 0) return false;
        }
        // Every command is one of ours: nothing of the record can start one.
        const commands = entry.match(/\\([a-zA-Z]+|.)/g) ?? [];
        return (
          depth === 0 &&
          commands.every((command) =>
            /^\\([$&#%_`'^~=."]|[urHvdckiloOL]|ss|ae|AE|oe|OE|text(backslash|braceleft|braceright|asciicircum|asciitilde|less|greater|bar))$/.test(
              command,
            ),
          )
        );
      }),
    );
  });

  it("RIS stays one record with the same title", () => {
    fc.assert(
      fc.property(citations, (citation) => {
        const items = read(risRecord(citation));
        expect(items).toHaveLength(1);
        expect(items[0]?.title).toBe(citation.title.replace(/\s+/gu, " ").trim());
      }),
    );
  });

  it("names are read as they are written", () => {
    const words = fc.array(fc.constantFrom("Ada", "van", "der", "y", "Van", "Żygowski", "山田", "Jr.", "O'Neil", "III", "de"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const name = parts.join(" ");
        expect(readingName(citedName(name))).toBe(name);
      }),
    );
  });
});
