/** Foreign files in every state of disrepair: no importer throws, loses a row or takes long. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMPORTERS } from "../../src/importers/index.ts";
import { shownMarkdown } from "./shown.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { runs } from "../support/long.ts";

const SAMPLES: Record<string, string> = {
  sessionize:
    '{"sessions":[{"id":"1","title":"A","description":"x\\n- y","startsAt":"2023-09-29T17:50:00Z","endsAt":null,"isServiceSession":false,"speakers":["s"]}],"speakers":[{"id":"s","fullName":"Ann Lee","tagLine":"T","bio":"B","links":[{"url":"https://e.example/"}]}],"rooms":[],"categories":[{"items":[{"id":1}]}]}',
  pyvideo:
    '{"title":"A","speakers":["Ann Lee"],"recorded":"2014-07-23","videos":[{"type":"youtube","url":"https://youtu.be/abcdefg","length":3}],"description":"*x* `y <https://e.example/>`_\\n\\n::\\n\\n  z","related_urls":["https://e.example/a.pdf"],"tags":["a"]}',
  rubyevents:
    '- title: "A: b"\n  speakers:\n    - Ann Lee\n  date: "2024-11-13"\n  video_provider: youtube\n  video_id: "abcdefghijk"\n  talks:\n    - title: B\n  description: |-\n    x\n',
  icalendar:
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:a\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20190709T140000\r\nDTEND:20190709T143000Z\r\nSUMMARY:A\r\nDESCRIPTION:Speakers: Ann Lee\\n\\n<b>x</b>\r\n y\r\nCATEGORIES:A,B\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  csv: 'title;speaker;date;start;abstract\n"A";"Ann Lee, Bob Ray";27.8.2012;9:30;"x ""y"" <b>z</b>"\nB;;;;\n',
  "xen-page":
    '<html><head><title>Xen Summit</title></head><body><h2>A</h2><p>x <a href="https://e.example/a.pdf">slides</a></p><h3>Ann Lee, Engineer, Example</h3><p>bio</p><table><tr><th>Title</th><th>Speaker</th></tr><tr><td>B</td><td>Bob Ray</td></tr></table><ul><li><a href="https://e.example/b.pdf">C</a> - Cy Fu</li></ul></body></html>',
};

function readAll(name: string, text: string): void {
  const importer = IMPORTERS.find((one) => one.name === name);
  for (const one of IMPORTERS) one.recognises({ path: "a", text });
  const { conferences, rows, refused, problems } = importer?.read([{ path: "a", text }]) ?? {
    conferences: [],
    rows: -1,
    refused: [],
    problems: [],
  };
  const taken = conferences.flatMap(({ talks, speakers }) => [...talks, ...speakers]);
  expect(taken.flatMap((one) => one.rows).length + refused.length).toBe(rows);
  expect(problems.every(({ line, column, message, hint }) => line >= 1 && column >= 1 && message !== "" && hint !== "")).toBe(true);
  for (const talk of conferences.flatMap(({ talks }) => talks)) {
    expect(talk.record.title.trim()).not.toBe("");
    expect(shownMarkdown(talk.record.abstract ?? "").active).toEqual([]);
  }
}

describe.each(Object.entries(SAMPLES))("%s", (name, sample) => {
  const piece = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\n",
    "\t",
    "null",
    "1e999",
    "\\",
    "<",
    ">",
    "&",
    ";",
    "\u0000",
    "\u202e",
    "\ud800",
    "javascript:alert(1)",
    "<script>alert(1)</script>",
    "- ",
    "  ",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "</table>",
    "é",
  );
  const edit = fc.record({ at: fc.nat(sample.length), cut: fc.nat(6), text: fc.oneof(piece, fc.constant("")) });

  test("no edit makes it throw or lose a row", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.option(fc.nat(sample.length), { nil: undefined }), (edits, end) => {
        const text = edits.reduce((all, { at, cut, text }) => all.slice(0, at) + text + all.slice(at + cut), sample);
        readAll(name, text.slice(0, end));
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ["nothing", ""],
    ["nothing but opening", '[{"a":'.repeat(20_000)],
    ["nothing but tags", "<div><table><tr><td><ul><li>".repeat(1_000)],
    ["comments", "<!---->".repeat(2_000)],
    ["newlines", "\n".repeat(100_000)],
    ["quotes", '"'.repeat(50_000)],
    ["one long line", `title,speaker\n${"a,".repeat(100_000)}`],
    ["dashes", "- ".repeat(2_000)],
    ["blank lines before the fields of a page", `---\n${"\n".repeat(20_000)}title: T\n---\n`],
    [
      "blanks in a length",
      `<schedule><conference><title>C</title></conference><day date="2012-08-28"><room name="R"><event id="1"><title>T</title><duration>P${" ".repeat(20_000)}x</duration></event></room></day></schedule>`,
    ],
    [
      "commas after a place",
      `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20120828T093000Z\nSUMMARY:T\nLOCATION:R${",".repeat(200_000)}x\nEND:VEVENT\nEND:VCALENDAR\n`,
    ],
    [
      "blanks in a link",
      JSON.stringify({ title: "T", speakers: ["Ada"], recorded: "2012-01-01", description: `\`${" ".repeat(300_000)}x` }),
    ],
    ["continuations", `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:${"\n x".repeat(50_000)}`],
    [
      "properties of one event",
      `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20120828T093000Z\nSUMMARY:T\n${"X-A:b\n".repeat(40_000)}END:VEVENT\nEND:VCALENDAR\n`,
    ],
    [
      "names in reStructuredText",
      JSON.stringify({ title: "T", speakers: ["Ada"], recorded: "2012-01-01", description: "a:".repeat(100_000) }),
    ],
    ["lists in lists", `<html><body><h1>Xen</h1>${"<ul><li>".repeat(20_000)}`],
    ["tables in tables", `<html><body><h1>Xen</h1>${"<table><tr><td>".repeat(4_000)}`],
    [
      "addresses in one cell",
      `title,speakers,slides\nT,Ada,"${Array.from({ length: 12_000 }, (_, index) => `https://a.example/${index}.pdf`).join(" ")}"\n`,
    ],
  ])("%s is read or refused quickly", (_, text) => {
    expect(cpuSeconds(() => void readAll(name, text))).toBeLessThan(5);
  });
});
