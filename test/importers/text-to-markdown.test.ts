/** Plain text, or text that may be HTML, of other systems: our page of it shows the same lines and lists. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainToMarkdown, textToMarkdown } from "../../src/importers/parts/text-to-markdown.ts";
import { shownMarkdown } from "./shown.ts";
import { runs } from "../support/long.ts";

test.each([
  ["one\ntwo\r\n\r\nthree", "one\\\ntwo\n\nthree"],
  ["*not* _emphasis_ # x", "\\*not\\* \\_emphasis\\_ # x"],
  ["Points:\n- a\n- b\n  goes on\n\n• c", "Points:\n\n- a\n- b\\\n  goes on\n- c"],
  ["1. a\n2. b\n\n1984. A year", "1. a\n2. b\n\n1984\\. A year"],
  ["3. lone", "3\\. lone"],
  ["see https://e.example/a_b.", "see <https://e.example/a_b>."],
  ["1 < 2 & 3 > 2", "1 < 2 & 3 > 2"],
  ["a &amp; b\n\n<b>bold</b>", "a & b\n\n**bold**"],
  ["<p>one</p>\n<p>two<br>three</p>", "one\n\ntwo\\\nthree"],
])("%j", (text, markdown) => {
  expect(textToMarkdown(text)).toBe(markdown);
});

test("no plain text means anything in Markdown", () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[\x20-\x7eäЖ漢]{0,12}$/),
    fc.constantFrom(
      "# a",
      "> a",
      "```",
      "~~~",
      "    code",
      "===",
      "---",
      "***",
      "| a | b |",
      "|---|---|",
      "[a]: b",
      "[a](b)",
      "![a](b)",
      "<b>",
      "&amp;",
      "a\\",
      "~~a~~",
      "  ",
      "http://e.example/%20",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
      const lines = parts.filter((line) => !/^\s*(?:[-*+•‣⁃▪●◦·–]|\d{1,3}[.)])\s/u.test(line));
      const page = shownMarkdown(plainToMarkdown(lines.join("\n")));
      expect(page.text).toBe(lines.join("\n").replace(/\s+/g, " ").trim());
      expect([page.lists, page.active]).toEqual(["", []]);
    }),
    { numRuns: runs(1000) },
  );
});
