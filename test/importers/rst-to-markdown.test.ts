/** reStructuredText of other systems: our page of it shows the text, links and lists that it stands for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rstToMarkdown } from "../../src/importers/parts/rst-to-markdown.ts";
import { shownMarkdown } from "./shown.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { runs } from "../support/long.ts";

const E = "https://e.example/";

describe("inline markup", () => {
  test.each<[string, string, string[]]>([
    ["*one* **two** ``three``", "one two three", []],
    [`\`text <${E}a_b>\`_ and \`more\n<${E}c>\`__.`, "text and more.", [`${E}a_b`, `${E}c`]],
    [`\`Two\nlines\`_ and word_.\n\n.. _two lines: ${E}1\n.. _word: ${E}\n   2`, "Two lines and word.", [`${E}1`, `${E}2`]],
    [`See this__ and \`that\`__.\n\n.. __: ${E}1\n__ ${E}2`, "See this and that.", [`${E}1`, `${E}2`]],
    [`\`named <${E}n>\`_ again: named_`, "named again: named", [`${E}n`, `${E}n`]],
    [`a_ b_\n\n.. _a: b_\n.. _b: ${E}b`, "a b", [`${E}b`, `${E}b`]],
    [`See ${E}a_b_c. (${E}d)`, `See ${E}a_b_c. (${E}d)`, [`${E}a_b_c`, `${E}d`]],
    ["write to a.b@e.example", "write to a.b@e.example", ["mailto:a.b@e.example"]],
    ["`text <javascript:alert(1)>`_", "text", []],
    ["unknown_ stays, snake_case stays, 2 * 3 * 4, f(*args, **kw)", "unknown_ stays, snake_case stays, 2 * 3 * 4, f(*args, **kw)", []],
    ["\\*not\\* **thi\\*s** ``raw\\n`` join\\ *ed*", "*not* thi*s raw\\n joined", []],
    [":func:`os.path` :sup:`2` :pep:`8` `interpreted`", "os.path 2 PEP 8 interpreted", ["https://peps.python.org/pep-0008"]],
    ["|name| is |other|\n\n.. |name| replace:: the *long* name", "the long name is |other|", []],
    ["a note [1]_\n\n.. [1] at the end", "a note [1] [1] at the end", []],
    ["<b>tags</b> & &amp; [x](y)", "<b>tags</b> & &amp; [x](y)", []],
  ])("%j", (rst, text, links) => {
    expect(shownMarkdown(rstToMarkdown(rst))).toMatchObject({ text, links, active: [] });
  });
});

describe("blocks", () => {
  test.each([
    ["nested lists", "- a\n\n  1. b\n  2. c\n\n- d\n  goes on", "- a\n  1. b\n  2. c\n- d goes on"],
    ["items with forgotten indentation", "* a\ngoes on\n* b", "- a goes on\n- b"],
    ["a literal block", "Say::\n\n    x = *1*\n\n      y\n\nmore", "Say:\n\n```\nx = *1*\n\n  y\n```\n\nmore"],
    ["a block quote", "He said:\n\n    wise words", "He said:\n\n> wise words"],
    ["a formula in both places", ".. math:: a = b\n\n   c = d", "```\na = b\nc = d\n```"],
    ["the heads of a table", '.. csv-table:: Days\n   :header: "Day", "Talk"\n\n   "1", "One"', 'Days\n\n"Day", "Talk" "1", "One"'],
    ["terms", "Xen\n    A hypervisor.\nKVM\n    Another.", "- **Xen**\n\n  A hypervisor.\n\n- **KVM**\n\n  Another."],
    ["fields", ":Level: easy\n:Needs: a laptop", "- **Level:** easy\n- **Needs:** a laptop"],
    ["lines", "| one\n| *two*\n|\n| three", "one\\\n_two_\\\nthree"],
    ["titles", "Top\n===\n\nSub\n---\n\ntext", "# Top\n\n## Sub\n\ntext"],
    ["code", ".. code-block:: python\n   :linenos:\n\n   def f():\n       pass", "```\ndef f():\n    pass\n```"],
    ["a session", ">>> 1 + 1\n2\n\nnext", "```\n>>> 1 + 1\n2\n```\n\nnext"],
    ["a note", ".. note:: Bring a laptop.", "**Note:** Bring a laptop."],
    ["a picture", `.. image:: ${E}a.png\n   :alt: Diagram`, `[Diagram](${E}a.png)`],
    ["raw HTML", ".. raw:: html\n\n   <b>bold</b><script>alert(1)</script>", "**bold**"],
    ["a comment", "a\n\n.. not shown\n   at all\n\nb", "a\n\nb"],
    ["an empty comment, and what is indented below it", "a\n\n..\n\n   quoted\n\nb", "a\n\n> quoted\n\nb"],
    ["an unknown directive", ".. mystery:: words\n\n   more words", "words\n\nmore words"],
    ["a table", "=== ===\na   b\n=== ===\n1   2\n=== ===", "```\n=== ===\na   b\n=== ===\n1   2\n=== ===\n```"],
    ["a rule", "a\n\n----\n\nb", "a\n\n---\n\nb"],
    ["a year that starts a paragraph", "1984. It was\na good year.", "1984\\. It was a good year."],
  ])("%s", (_, rst, markdown) => {
    expect(rstToMarkdown(rst)).toBe(markdown);
  });
});

test("escaped text is shown as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][\x21-\x7eäЖ漢 ]{0,40}$/), (text) => {
      const rst = text.replace(/[^\s\p{L}\p{N}]/gu, "\\$&");
      expect(shownMarkdown(rstToMarkdown(rst)).text).toBe(text.replace(/\s+/g, " ").trim());
    }),
    { numRuns: runs(500) },
  );
});

test("no text is lost, whatever stands in it", () => {
  const part = fc.constantFrom(
    "*",
    "**",
    "`",
    "``",
    "_",
    "__",
    "|",
    "[1]_",
    "::",
    "..",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "    ",
    ":a:",
    "<http://e.example/>",
    "===",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.constant("word ")), { maxLength: 40 }), (parts) => {
      const words = parts.filter((one) => one === "word ").length;
      // comments and targets are not shown
      const hides = /\.\.|(^|\n)\s*__\s/.test(parts.join(""));
      if (!hides) expect(shownMarkdown(rstToMarkdown(parts.join(""))).text.split("word").length - 1).toBe(words);
    }),
    { numRuns: runs(1000) },
  );
});

describe("hostile texts are quick", () => {
  test.each([
    ["stars", "*x ".repeat(30_000)],
    ["ticks", "`x ``y ".repeat(15_000)],
    ["references", "x_ |y| [1]_ ".repeat(8_000)],
    ["indentation", Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth)}- x`).join("\n\n")],
    ["quotes", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(1_000 - depth)}x`).join("\n\n")],
    ["titles", "x\n=\n\n".repeat(10_000)],
    ["backslashes", "\\".repeat(100_000)],
    ["targets", ".. _a: http://e.example/\n".repeat(10_000)],
    ["open links", "`a <b ".repeat(20_000)],
    ["underscores", "a_".repeat(50_000)],
    ["blanks", `\`a${" ".repeat(200_000)}b\`_`],
  ])("%s", (_, rst) => {
    expect(cpuSeconds(() => void shownMarkdown(rstToMarkdown(rst).slice(0, 100_000)))).toBeLessThan(10);
  });
});
