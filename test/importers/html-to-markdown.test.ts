/** HTML of other systems: our page of it shows the same text, links and lists, and nothing active. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/importers/parts/html-to-markdown.ts";
import { shown, shownMarkdown } from "./shown.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { runs } from "../support/long.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function expectSame(html: string): void {
  const markdown = htmlToMarkdown(html);
  const [source, page] = [shown(html), shownMarkdown(markdown)];
  expect(page.text, markdown).toBe(source.text);
  expect(page.lists, markdown).toBe(source.lists);
  expect(new Set(page.links), markdown).toEqual(new Set(source.links));
  expect(page.active).toEqual([]);
}

describe("generated HTML", () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[a-zA-ZäЖ漢0-9 ]{0,8}$/) },
    { weight: 3, arbitrary: fc.stringMatching(/^[\x20-\x7e]{0,6}$/) },
    fc.constantFrom(
      "**",
      "__",
      "~~",
      "`",
      "# ",
      "1. ",
      "- ",
      "+ ",
      "---",
      "===",
      "|--|",
      "a | b",
      "&amp;",
      "<b>",
      "[x](y)",
      "\\",
      "!",
      "~~~",
      "* * *",
      ":-",
    ),
  );
  const words = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(""));
  const { inline } = fc.letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 4 },
      words.map(escaped),
      fc.constantFrom("<br>", "&nbsp;", "\n", " "),
      fc
        .tuple(fc.constantFrom("b", "i", "em", "strong", "span", "code", "s", "u", "font"), fc.array(tie("inline"), { maxLength: 4 }))
        .map(([tag, inner]) => `<${tag}>${inner.join("")}</${tag}>`),
      fc
        .tuple(fc.constantFrom("1", "2"), words, fc.constantFrom("b", "i", "code", "span"), words)
        .map(([to, one, tag, two]) => `<a href="https://e.example/${to}">x${escaped(one)}<${tag}>${escaped(two)}</${tag}></a>`),
    ),
  }));
  const run = fc.array(inline, { maxLength: 4 }).map((parts) => parts.join(""));
  const { block } = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 4 },
      run.map((inner) => `<p>${inner}</p>`),
      run,
      words.map((text) => `<pre>${escaped(text)}</pre>`),
      fc.tuple(fc.integer({ min: 1, max: 6 }), run).map(([level, inner]) => `<h${level}>${inner}</h${level}>`),
      fc
        .tuple(fc.constantFrom("ul", "ol"), fc.array(fc.tuple(words, tie("block")), { minLength: 1, maxLength: 3 }))
        .map(([tag, items]) => `<${tag}>${items.map(([text, inner]) => `<li>x${escaped(text)}${inner}</li>`).join("")}</${tag}>`),
      fc.tuple(fc.constantFrom("div", "blockquote", "section"), tie("block")).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc
        .array(fc.array(run, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`),
      fc.constant("<hr>"),
    ),
  }));

  test("is shown with the same text and lists", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => expectSame(blocks.join("\n"))),
      { numRuns: runs(600) },
    );
  });
});

describe("links", () => {
  test.each([
    ['<a href="https://e.example/a_b(c)?q=1&amp;copy;=2&lang=de">text [1]</a>', ["https://e.example/a_b(c)?q=1&copy;=2&lang=de"]],
    ['<a href="https://e.example/a)b(">x</a>', ["https://e.example/a)b("]],
    ['<a href=" https://e.example/%20c ">https://e.example/%20c</a>', ["https://e.example/%20c"]],
    ["<p>(see https://e.example/a_b_c). And http://e.example/?x=1&y=2!</p>", ["https://e.example/a_b_c", "http://e.example/?x=1&y=2"]],
    ['<a href="mailto:a@e.example">write</a>', ["mailto:a@e.example"]],
    ['<a href="https://e.example/"><b>bold</b> and <div>block</div></a>', ["https://e.example/", "https://e.example/"]],
    ['<a href="https://e.example/"><img src="p.png" alt="A picture"></a>', ["https://e.example/"]],
    ['<a href="javascript:alert(1)">x</a><a href="data:text/html,x">y</a><a href="JaVa&#9;script:x">z</a><a href="//e.example">s</a>', []],
    ['<a href="https://user:pass@e.example/">x</a>', []],
    ['<a href="/relative">x</a>', []],
  ])("%s", (html, links) => {
    const page = shownMarkdown(htmlToMarkdown(html));
    expect(page.links).toEqual(links.map((link) => new URL(link).href.replaceAll("[", "%5B")));
    expect(page.active).toEqual([]);
  });

  test("relative ones are resolved where the page's address is known", () => {
    const markdown = htmlToMarkdown('<a href="../slides.pdf">Slides</a> <a href="#top">x</a>', "https://e.example/talks/a/");
    expect(shownMarkdown(markdown).links).toEqual(["https://e.example/talks/slides.pdf", "https://e.example/talks/a/#top"]);
  });

  test("pictures and players become links", () => {
    const page = shownMarkdown(
      htmlToMarkdown('<img src="https://e.example/a.png" alt="Diagram"><iframe src="https://video.example/1"></iframe>'),
    );
    expect(page).toMatchObject({
      text: "Diagram https://video.example/1",
      links: ["https://e.example/a.png", "https://video.example/1"],
      active: [],
    });
  });
});

describe("HTML as people write it", () => {
  test.each([
    ["two line breaks part paragraphs", "one<br><br>two<br/>three", "one\n\ntwo\\\nthree"],
    ["a full stop in bold before a word", "<b>Who:</b>everyone", "**Who**:everyone"],
    ["items that are never closed", "<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"],
    ["lists right in lists", "<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"],
    ["items without a list", "a<li>b</li> <li>c</li>d", "a\n\n- b\n- c\n\nd"],
    ["terms", "<dl><dt>Xen<dd>A hypervisor.</dl>", "- **Xen**\n\n  A hypervisor."],
    ["what is not shown", "a<script>alert(1)</script><style>p{}</style><!-- c --><title>t</title><p hidden>h</p>", "a"],
    ["a start of its own", "<ol start=3><li>c</ol>", "3. c"],
    ["invisible characters", "a\u202eb\u0007c\ufeff", "abc"],
  ])("%s", (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe("hostile HTML is quick, keeps its words and stays inert", () => {
  test.each([
    ["open elements", "<div>".repeat(20_000), 0],
    ["open bold paragraphs", "<b><p>x".repeat(3_000), 3_000],
    ["deep lists", "<ul><li>x".repeat(3_000), 3_000],
    ["deep tables", "<table><tr><td>x".repeat(3_000), 3_000],
    ["many links", "<a href=http://e.example/>x".repeat(5_000), 5_000],
    ["marks", "*_[`<~x".repeat(10_000), 10_000],
    ["addresses", "http://x/".repeat(10_000), 10_000],
    ["brackets after an address", `http://x/${")(".repeat(50_000)}`, 1],
    ["blanks in bold", "<b> &nbsp;</b>".repeat(10_000), 0],
    ["code with ticks", "<code>`</code>x".repeat(5_000), 5_000],
  ])("%s", (_, html, count) => {
    let markdown = "";
    const seconds = cpuSeconds(() => {
      markdown = htmlToMarkdown(html);
    });
    expect(seconds).toBeLessThan(5);
    const page = shownMarkdown(markdown);
    expect(page.text.split("x").length - 1).toBe(count);
    expect(page.active).toEqual([]);
  });
});
