/** Bounds before work: no record keeps the program busy for long, whatever of it is repeated how often. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textMarkup } from "../../src/checks/text-markup.ts";
import { splitFrontMatter } from "../../src/content/front-matter.ts";
import { locate } from "../../src/content/locate.ts";
import { createMarkdown } from "../../src/content/markdown.ts";
import { addStandIns, NO_SITE } from "../../src/content/placeholders.ts";
import { readRecord } from "../../src/content/read.ts";
import type { Records } from "../../src/model/archive.ts";
import { archiveOf, render, talkOf } from "../model/make.ts";
import { temporaryFolder } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { LONG } from "../support/long.ts";

const MOST_SECONDS = 5;
const file = join(temporaryFolder(), "record.md");

/** What makes patterns and parsers start again, of YAML and of Markdown. */
const PIECES = [
  ..."\n|\r|\r\n|\u2028| |\t|- |? |: |a: |a: b\n|\n- a|[|{|[a,|]|&a |*a |'|\"|''|\\|\u0301|#\n|# a\n|%a\n|---|...\n|\n--|\n a|x: [\n|a: a: b\n|x: @a\n".split(
    "|",
  ),
  ..."![|](|[a](|[a]:|*|**a |*a_ |`|`a|~~|> |- a\n  |1. |&#|<a|<!--|\\\n|www.|a@b.|https://a.b/(|((|[[|]]|[a][|a|b\n-|-\n".split("|"),
].filter((piece) => piece !== "");

/** The forms that take longest are read with every third piece; `npm run test:all` takes all. */
const SOME = LONG ? PIECES : PIECES.filter((_, place) => place % 3 === 0);

const repeated = (piece: string, length: number) => piece.repeat(Math.floor(length / piece.length));

describe("a piece that is repeated", () => {
  test.each([
    ["as fields", (piece: string) => `---\ntitle: T\n${repeated(piece, 195_000)}\n---\nx`],
    ["as fields above the limit", (piece: string) => `---\n${repeated(piece, 990_000)}\ntitle: T\n---\nx`],
    ["as fields that are never closed", (piece: string) => `---\n${repeated(piece, 990_000)}`],
    ["as text", (piece: string) => `---\ntitle: T\n---\n${repeated(piece, 990_000)}`],
  ])("%s", (_, make) => {
    for (const piece of SOME) {
      writeFileSync(file, make(piece));
      const seconds = cpuSeconds(() => locate(readRecord({ kind: "talk", id: "record", file }).findings));
      expect(seconds, JSON.stringify(piece)).toBeLessThan(MOST_SECONDS);
    }
  });

  test("as line ends within a line that is told", () => {
    writeFileSync(file, `---\ntitle: T\n---\n${repeated("\r", 990_000)}x`);
    const seconds = cpuSeconds(() => {
      const [problem] = locate(readRecord({ kind: "talk", id: "record", file }).findings);
      expect(problem).toMatchObject({ rule: "too-long", line: 4 });
      expect(problem?.excerpt.length).toBe(990_001);
    });
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  test("as Markdown of the longest text", () => {
    const render = createMarkdown("");
    for (const piece of [...SOME, "///a.b", "|/ftp://"])
      expect(
        cpuSeconds(() => render(repeated(piece, 50_000)).html),
        JSON.stringify(piece),
      ).toBeLessThan(MOST_SECONDS);
  });
});

test("the markup in the longest text is looked for in no time, whatever is repeated in it", () => {
  const archive = archiveOf({ events: { e: {} }, talks: { "e/t": {} } });
  for (const piece of [...SOME, "`", "~"]) {
    talkOf(archive, "e/t").abstract = render(`${repeated(piece, 99_000)}[`);
    expect(
      cpuSeconds(() => textMarkup(archive)),
      JSON.stringify(piece),
    ).toBeLessThan(MOST_SECONDS);
  }
});

test.each([
  ["indented lines", `x\n${"   a\n".repeat(17)}`],
  ["blanks in its title", `${" ".repeat(30_000)}\n${" a\n".repeat(99)}`],
])("%s below what looks like a second record", (_, lines) => {
  const archive = archiveOf({ events: { e: {} }, talks: { "e/t": {} } });
  talkOf(archive, "e/t").abstract = render(`---\nA text\n\n---\ntitle: ${lines}b\n`);
  expect(cpuSeconds(() => textMarkup(archive))).toBeLessThan(MOST_SECONDS);
});

test("thousands of speakers whose records are broken stand under all their names, in the time of one walk through the talks", () => {
  const talks = Array.from({ length: 6000 }, (_, at) => ({
    id: `e/t${at}`,
    file: `t${at}.md`,
    record: { title: "T", kind: "talk" as const, speaker: `${at % 2 ? "Ann" : "ANN"} Lee ${at >> 1}` },
  }));
  const records: Records = {
    site: { id: "site", file: "site.yaml", record: NO_SITE },
    events: [],
    talks,
    speakers: [],
    papers: [],
    pages: [],
    vocabularies: {},
    media: new Map(),
  };
  const broken = Array.from({ length: 3000 }, (_, at) => ({ kind: "speaker" as const, id: `ann-lee-${at}`, file: `ann-lee-${at}.md` }));
  const seconds = cpuSeconds(() => addStandIns(records, broken));
  expect(records.speakers[7]?.record).toEqual({ name: "ann-lee-7", aliases: ["ANN Lee 7", "Ann Lee 7"] });
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("lines that are indented in any way are a record or a problem", () => {
  const lines = ['title: "T"', "speaker: S", "topics:", "- name: a", "room: R"];
  const reads = Array.from({ length: 3 ** lines.length }, (_, at) => {
    const text = lines.map((line, index) => `${" ".repeat(Math.floor(at / 3 ** index) % 3)}${line}\n`).join("");
    return [`---\n${text}---\n`, `---\n\n${text}---\n`].map((record) => {
      writeFileSync(file, record);
      return readRecord({ kind: "talk", id: "record", file }).findings.length;
    });
  });
  expect(Math.min(...reads.flat())).toBeGreaterThan(0);
});

test("blank lines and comments among the fields change nothing of what is read", () => {
  const text = "---\n\n\n# a note\n\r\ntitle: T\u2028\n\n---\r\n\nThe text.\n---\nMore.\n";
  expect(splitFrontMatter(text)).toMatchObject({
    parts: {
      yaml: "\n\n\n# a note\n\r\ntitle: T\u2028\n\n",
      yamlStart: 3,
      body: "The text.\n---\nMore.",
      bodyStart: text.indexOf("The text."),
    },
  });
});
