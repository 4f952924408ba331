/** Markdown of strangers: what entities can smuggle in, headings, and links of the site. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../src/content/markdown.ts";

test("direction overrides and controls written as entities are shown as boxes", () => {
  const { html, text } = createMarkdown("")('a &#x202e; b &#x2066; c &#x7; [l](https://e.example/ "&#x202e;") `x`');
  for (const printed of [html, text]) expect(printed).not.toMatch(/[\u0007\u202e\u2066]/u);
  expect(text).toBe("a \ufffd b \ufffd c \ufffd l x");
});

test("headings start at the level of the page and skip none", () => {
  const { html } = createMarkdown("", 3)("### A\n\n# B\n\n###### C\n\n## D\n");
  expect(html.match(/<h\d>/g)).toEqual(["<h3>", "<h3>", "<h4>", "<h4>"]);
});

test("headings without words are left out", () => {
  const { html } = createMarkdown("")("# \n\n## **\u200b**\n\nA\n\n## B\n\n### \n");
  expect(html).toBe("<p>A</p>\n<h3>B</h3>");
});

test("links without words show their addresses", () => {
  const render = createMarkdown("/archive");
  expect(render("[](https://e.example/a) [ ](/events/) [](mailto:a@e.example) [b](https://e.example/b)").html).toBe(
    '<p><a href="https://e.example/a">https://e.example/a</a> <a href="/archive/events/"> /events/</a> ' +
      '<a href="mailto:a@e.example">a@e.example</a> <a href="https://e.example/b">b</a></p>',
  );
  expect(render("# ![](https://e.example/x.png)")).toMatchObject({
    html: '<h3>!<a href="https://e.example/x.png">https://e.example/x.png</a></h3>',
    text: "!https://e.example/x.png",
  });
});

test("a long address that links without words name thousands of times does not fill the memory", () => {
  const { html, text } = createMarkdown("")(`${"[ ][a] ".repeat(5000)}\n\n[a]: https://e.example/${"x".repeat(10_000)}\n`);
  expect(html.length).toBeLessThan(1_000_000);
  expect(text.length).toBeLessThan(1_000_000);
  expect(html).toContain("</a>");
});

test("paths of the site get the prefix; nothing else does", () => {
  const { html } = createMarkdown("/archive")("[a](/events/) [b](https://e.example/x) [c](#d)");
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="/archive/events/"', 'href="https://e.example/x"', 'href="#d"']);
});

test("a text that may have pictures has those of the archive's own media, described by the words of their links", () => {
  const render = createMarkdown("/archive", 2, true);
  expect(render('A ![*The* “hall”](/media/2020/hall%20a.jpg "t") b').html).toBe(
    '<p>A <img src="/archive/media/2020/hall%20a.jpg" alt="The “hall”"> b</p>',
  );
  expect(render("![](/media/a.png)![b](/media/b.webp)").html).toBe(
    '<p><img src="/archive/media/a.png" alt=""><img src="/archive/media/b.webp" alt="b"></p>',
  );
});

test.each([
  "![x](https://e.example/x.png)",
  "![x](/media/x.pdf)",
  "![x](/media/x.svg)",
  "![x](//e.example/media/x.png)",
  "\\![x](/media/x.png)",
  "[x](/media/x.png)",
  "`![x](/media/x.png)`",
  "![x](/events/x.png)",
  "![x](/media/x.png?y)",
  '<img src="/media/x.png">',
])("%s is no picture", (markdown) => {
  expect(createMarkdown("", 2, true)(markdown).html).not.toContain("<img");
});

test("other texts have no pictures", () => {
  expect(createMarkdown("")("![x](/media/x.png)").html).toBe('<p>!<a href="/media/x.png">x</a></p>');
});
