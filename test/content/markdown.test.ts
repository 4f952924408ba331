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

test("paths of the site get the prefix; nothing else does", () => {
  const { html } = createMarkdown("/archive")("[a](/events/) [b](https://e.example/x) [c](#d)");
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="/archive/events/"', 'href="https://e.example/x"', 'href="#d"']);
});
