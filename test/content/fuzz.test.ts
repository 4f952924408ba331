/** Random input: whatever bytes a record holds, it is read, refused or rendered without a crash, and every place lies in its file. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { formatProblems } from "../../src/problems/pretty.ts";
import { listRecords } from "../../src/content/files.ts";
import { splitFrontMatter } from "../../src/content/front-matter.ts";
import { locate } from "../../src/content/locate.ts";
import { createMarkdown } from "../../src/content/markdown.ts";
import { readRecord } from "../../src/content/read.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { isPartialDate, isRealDate } from "../../src/model/dates.ts";
import { guessDate, guessMonth, guessName, guessTime } from "../../src/model/records/guesses.ts";
import { RECORDS, type RecordKind } from "../../src/model/records/index.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { activeParts } from "./inert.ts";
import { LONG } from "../support/long.ts";

// One seed for all runs, so that a failure on one machine is a failure on all; raise the runs to search further.
fc.configureGlobal({ seed: 20_120_827, numRuns: Number(process.env["FUZZ_RUNS"] ?? (LONG ? 2000 : 500)) });
afterAll(() => fc.resetConfigureGlobal());

const pieces = (...words: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 40 })
    .map((all) => all.join(""));

const yamlText = pieces(
  "\n",
  "\n  ",
  "\n- ",
  "\n  - ",
  "title: ",
  "speaker: ",
  "speakers:",
  "slides: ",
  "topics:",
  "date: ",
  "start: ",
  ": ",
  ":",
  "- ",
  "? ",
  "|",
  ">",
  "|2-\n",
  "[",
  "]",
  "{",
  "}",
  ",",
  "&a ",
  "*a",
  "!t ",
  "!!binary ",
  "'",
  '"',
  "#",
  " #",
  "%",
  "@",
  "`",
  "---\n",
  "...\n",
  "<<: ",
  "~",
  "null",
  "1",
  "4.10",
  "true",
  "\t",
  "\r\n",
  "\\",
  "\u0000",
  "\u202e",
  "\ufeff",
  "2012-08-27",
  "09:30",
  "https://example.org/",
);

const markdownText = pieces(
  "\n",
  "\n\n",
  "# ",
  "> ",
  "- ",
  "1. ",
  "* ",
  "**",
  "_",
  "~~",
  "`",
  "```",
  "    ",
  "[",
  "](",
  ")",
  "![",
  "[a]: ",
  "<",
  ">",
  "</",
  "<script>",
  "<!--",
  "-->",
  "javascript:",
  "https://",
  "mailto:",
  "data:",
  "//",
  "&",
  "&#",
  ";",
  "&#106;",
  "%",
  "\\",
  '"',
  "'",
  "|",
  "| - |",
  "---",
  "===",
  "{{ 7 * 7 }}",
  "{%",
  "%}",
  "onclick=",
  "\t",
  "\u0000",
  "\u200f",
  "www.a.example",
  "a@b.example",
);

const kinds = fc.constantFrom(...(Object.keys(RECORDS) as RecordKind[]));

/** Reads a text as a record and proves what every finding must be. */
function expectWhole(kind: RecordKind, text: string): void {
  const file = join(folder, kind === "site" ? "site.yaml" : "record.md");
  writeFileSync(file, text);
  const { record, findings } = readRecord({ kind, id: "record", file });
  expect((record === undefined) === findings.length > 0).toBe(true);
  const lines = text.replace(/\ufffd/g, "?").split("\n");
  for (const problem of locate(findings)) {
    expect(problem.message).toMatch(/\.$/);
    expect(problem.hint).not.toBe("");
    expect(problem.line).toBeLessThanOrEqual(lines.length);
    expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1]?.length ?? 0) + 1);
    expect(problem.endLine).toBeLessThanOrEqual(lines.length);
    expect(formatProblems([problem], false)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
}

const folder = temporaryFolder();

describe("random records", () => {
  test("of YAML-like text", () => {
    fc.assert(
      fc.property(kinds, yamlText, markdownText, fc.constantFrom("\n", "\r\n"), (kind, yaml, body, end) => {
        expectWhole(kind, kind === "site" ? yaml : `---${end}${yaml}${end}---${end}${body}`);
      }),
    );
  });

  test("of data of any shape in known fields", () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const fields = fc.constantFrom(
      ..."title speaker speakers slides video date start end duration topics links url file name aliases entries formerUrls series featured navigation liveSite startDate endDate knownDays timezone kind language person abstract".split(
        " ",
      ),
    );
    const data = fc.dictionary(fields, fc.oneof(value, fc.array(fc.dictionary(fields, value, { maxKeys: 4 }), { maxLength: 3 })), {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(kinds, data, (kind, record) => {
        const yaml = JSON.stringify(record);
        expectWhole(kind, kind === "site" ? yaml : `---\n${yaml}\n---\n`);
      }),
    );
  });

  test("of bytes", () => {
    // A record that may be empty may also be a few blanks.
    const demanding = kinds.filter((kind) => !RECORDS[kind].schema.safeParse({}).success);
    fc.assert(
      fc.property(demanding, fc.uint8Array({ maxLength: 300 }), (kind, bytes) => {
        const file = join(folder, "bytes.md");
        writeFileSync(file, bytes);
        expect(locate(readRecord({ kind, id: "bytes", file }).findings).length).toBeGreaterThan(0);
      }),
    );
  });

  test("keep a good text as it is", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).filter((one) => one.trim() !== "");
    fc.assert(
      fc.property(text, text, (title, body) => {
        const file = join(folder, "good.md");
        writeFileSync(file, `---\ntitle: ${JSON.stringify(title)}\nabstract: ${JSON.stringify(body)}\n---\n`);
        const { record, findings } = readRecord({ kind: "talk", id: "good", file });
        const refused = findings.map((finding) => finding.rule);
        if (refused.length > 0) expect(["forbidden-character", "one-line-text"]).toContain(refused[0]);
        else expect(record).toMatchObject({ title, abstract: body });
      }),
    );
  });
});

describe("random texts", () => {
  test("of YAML are data or complaints whose places lie in the text", () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const { complaints = [] } = readYaml(text);
        for (const { range } of complaints) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.start).toBeLessThanOrEqual(text.length);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
        }
      }),
    );
  });

  test("of front matter are split without a loss", () => {
    fc.assert(
      fc.property(yamlText, markdownText, (yaml, body) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const split = splitFrontMatter(text);
        if (!("parts" in split)) return;
        const { parts } = split;
        expect(text.slice(parts.yamlStart, parts.yamlStart + parts.yaml.length)).toBe(parts.yaml);
        expect(text.slice(parts.bodyStart, parts.bodyStart + parts.body.length)).toBe(parts.body);
        expect(text.slice(parts.bodyStart + parts.body.length).trim()).toBe("");
      }),
    );
  });

  test("of Markdown become inert HTML", () => {
    const render = createMarkdown("/archive");
    fc.assert(
      fc.property(markdownText, (text) => {
        const { html } = render(text);
        expect(activeParts(html), html).toEqual([]);
      }),
    );
  });

  test("of words alone have the text that Markdown makes of them", () => {
    const render = createMarkdown("");
    const textOf = (markdown: string) => render(markdown).text;
    const blanks = [" ", "  ", "\n", "\n\n", "\u00a0", "\u2028", "\ufeff"];
    const marks = [
      ".",
      ",",
      "(",
      ")",
      "'",
      "\u2019",
      ":",
      "//",
      "http:",
      "mailto:a",
      "-",
      "1.",
      "=",
      "+",
      "#",
      "|",
      "!",
      "$",
      "^",
      "@",
      "%",
    ];
    fc.assert(
      fc.property(pieces("a", "Word", "\u00e9", "\u4eee", "\u0301", ...blanks, ...marks), (text) => {
        // A mark at the end has it taken apart.
        expect(`${textOf(text)}\n!`.trim()).toBe(textOf(`${text}\n\n\\!`));
      }),
    );
  });

  test("lead to guesses that are right or to none", () => {
    const text = pieces("2012", "27", "8", "08", ".", "/", "-", " ", "Aug", "August", "May", ",", "st", "am", "pm", ":", "30", "9", ".md");
    fc.assert(
      fc.property(text, (one) => {
        expect(isRealDate(guessDate(one) ?? "2012-08-27")).toBe(true);
        expect(isPartialDate(guessMonth(one) ?? "2012-08")).toBe(true);
        expect(guessTime(one) ?? "09:30").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(guessName(one) ?? "a").toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/);
      }),
    );
  });

  test("as file names are records or refused with a better name", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((one) => !/[/\u0000]|^\./.test(one));
    fc.assert(
      fc.property(name, (one) => {
        const { files, findings } = listRecords(folderOf({ "site.yaml": "", [`papers/${one}.md`]: "---\n---\n" }));
        expect(files).toHaveLength(2);
        for (const { rule, hint } of findings) {
          expect(rule).toBe("bad-file-name");
          expect(hint).toMatch(/`[a-z0-9]+(-[a-z0-9]+)*\.md`/);
        }
      }),
      { numRuns: 100 },
    );
  });
});
