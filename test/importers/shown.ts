/** What a reader sees of a piece of HTML, for comparing a foreign text with our page of it (parse5). */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { createMarkdown } from "../../src/content/markdown.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const SKIPPED = new Set(["script", "style", "template", "title", "head"]);
const BLOCKS = new Set(
  "p div section article ul ol li dl dt dd table tr td th caption blockquote pre h1 h2 h3 h4 h5 h6 hr br center address figure figcaption".split(
    " ",
  ),
);

export interface Shown {
  /** All text; blocks and line breaks are a blank, like every other white space. */
  text: string;
  /** The addresses of links, in order. */
  links: string[];
  /** Lists as brackets: `ul(li()li(ol(li())))`. */
  lists: string;
  /** Elements that run or load something. */
  active: string[];
}

export function shown(html: string): Shown {
  const text: string[] = [];
  const links: string[] = [];
  const active: string[] = [];
  const lists: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === "#text") text.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!("tagName" in node)) return;
    const href = node.attrs.find(({ name }) => name === "href")?.value;
    if (node.tagName === "a" && href !== undefined) links.push(href);
    if (
      /^(script|style|iframe|object|embed|img|video|form|svg|math)$/.test(node.tagName) ||
      node.attrs.some(({ name }) => /^on|style/.test(name))
    )
      active.push(node.tagName);
    if (SKIPPED.has(node.tagName)) return;
    const isList = /^(ul|ol|li)$/.test(node.tagName);
    if (BLOCKS.has(node.tagName)) text.push(" ");
    if (isList) lists.push(`${node.tagName}(`);
    node.childNodes.forEach(visit);
    if (isList) lists.push(")");
    if (BLOCKS.has(node.tagName)) text.push(" ");
  };
  parseFragment(html).childNodes.forEach(visit);
  return { text: text.join("").replace(/\s+/g, " ").trim(), links, lists: lists.join(""), active };
}

const render = createMarkdown("");

/** What a reader sees on our page of a Markdown text. */
export function shownMarkdown(markdown: string): Shown {
  return shown(render(markdown).html);
}
