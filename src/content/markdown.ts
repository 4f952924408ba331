/** Markdown (markdown-it): a stranger's text becomes HTML that holds text, links and lists, and nothing active. */
import MarkdownIt from "markdown-it";
import type { Prose } from "../model/archive.ts";
import { FORBIDDEN_CHARACTER } from "../model/records/fields.ts";
import { Deferred } from "../text/deferred.ts";
import { isSafeLink } from "../text/safe-link.ts";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** What no field may hold can still be written as an entity, such as `&#x202e;`. */
const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, "gu");

/**
 * A renderer for one site. Site paths (`/about/`) get the site's path prefix; headings are renumbered to start at
 * `headingLevel` and never skip a level; pictures become links, so that no page loads anything from elsewhere, but for those of the
 * site's own media where a text may have some.
 */
export function createMarkdown(prefix: string, headingLevel = 3, hasPictures = false): (markdown: string) => Prose {
  const renderer = new MarkdownIt({ html: false, linkify: true, typographer: false, maxNesting: 20 });
  renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // No such address becomes a link, and to look for them takes minutes in a text of nothing but slashes.
  for (const schema of ["//", "ftp:"]) renderer.linkify.add(schema, null);
  renderer.disable("image");
  renderer.validateLink = isSafeLink;
  if (hasPictures) renderer.core.ruler.before("text_join", "pictures", (state) => placePictures(state, prefix));
  renderer.core.ruler.push("link_text", (state) => limitLinks(state.tokens));
  renderer.core.ruler.push("words_of_links", nameLinks);
  renderer.core.ruler.push("empty_headings", (state) => {
    state.tokens = withoutEmptyHeadings(state.tokens);
  });
  renderer.core.ruler.push("headings", (state) => renumberHeadings(state.tokens, headingLevel));
  renderer.core.ruler.push("site_paths", (state) => prefixSitePaths(state.tokens, prefix));
  renderer.core.ruler.push("attributes", (state) => keepAttributes(state.tokens));
  const render = (markdown: string): Rendered => {
    const tokens = renderer.parse(markdown, {});
    const html = renderer.renderer.render(tokens, renderer.options, {}).trim();
    return { html: html.replace(FORBIDDEN, "\ufffd"), text: plainText(tokens).replace(FORBIDDEN, "\ufffd") };
  };
  return (markdown) => new RenderedProse(markdown, render);
}

interface Rendered {
  html: string;
  text: string;
}

/** Letters of a text that is kept once it is rendered, because a dozen pages and files show it. */
const KEPT = 5000;

/** Prose that is rendered when somebody looks at it; its source stands for it in digests. */
class RenderedProse extends Deferred<Rendered> implements Prose {
  readonly markdown: string;

  constructor(markdown: string, render: (markdown: string) => Rendered) {
    super(() => render(markdown), markdown, markdown.length < KEPT);
    this.markdown = markdown;
  }

  get html(): string {
    return this.value.html;
  }

  get text(): string {
    return MARKUP.test(this.markdown) ? this.value.text : wordsOfPlain(this.markdown);
  }
}

/** What may be more than words: a mark of Markdown, an address, a blank at the end of a line, a line that begins with no letter. */
const MARKUP = /[\\`*_[\]<>&~\t\r\0]|\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]:| $|^[^\p{L}\n]/mu;

/** The text of paragraphs that are nothing but words, which most are; to take them apart as Markdown takes longer than all else that is made of them. */
function wordsOfPlain(markdown: string): string {
  const paragraphs = markdown.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll("\n", " ").trim());
  return paragraphs.filter(Boolean).join("\n").replace(FORBIDDEN, "\ufffd");
}

function renumberHeadings(tokens: Token[], first: number): void {
  const levels = [...new Set(tokens.filter((token) => token.type === "heading_open").map((token) => token.tag))].sort();
  let depth = -1;
  for (const token of tokens) {
    if (token.type === "heading_open") depth = Math.min(levels.indexOf(token.tag), depth + 1);
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = `h${Math.min(6, first + depth)}`;
  }
}

type State = Parameters<Parameters<InstanceType<typeof MarkdownIt>["core"]["ruler"]["push"]>[1]>[0];

/** What a picture of the site's own media is called among tokens. */
const PICTURE = "media_picture";
const MEDIA_PICTURE = /^\/media\/[^?#]+\.(?:png|jpe?g|webp|avif|gif)$/i;

/** Makes pictures of links to the site's own media that have a `!` before them; the words of the link describe the picture. */
function placePictures({ tokens, Token: NewToken }: State, prefix: string): void {
  for (const token of tokens) {
    const children = token.children ?? [];
    for (let at = children.length - 1; at > 0; at--) {
      const [before, open] = [children[at - 1], children[at]];
      const address = open?.type === "link_open" ? String(open.attrGet("href") ?? "") : "";
      if (before?.type !== "text" || !before.content.endsWith("!") || !MEDIA_PICTURE.test(address)) continue;
      const end = children.findIndex((child, index) => index > at && child.type === "link_close");
      const picture = new NewToken(PICTURE, "img", 0);
      picture.attrs = [
        ["src", `${prefix}${address}`],
        ["alt", plainText(children.slice(at + 1, end)).trim()],
      ];
      before.content = before.content.slice(0, -1);
      children.splice(at, end - at + 1, picture);
    }
  }
}

/** Something that a reader can see. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const isVisible = (tokens: readonly Token[]) => tokens.some(({ type }) => type === PICTURE) || VISIBLE.test(plainText(tokens));

/** Links without words, as of a picture that nobody described, show their addresses: else nobody would see them. */
function nameLinks({ tokens, Token: NewToken }: State): void {
  for (const token of tokens) {
    const named: Token[] = [];
    let open = 0;
    for (const child of token.children ?? []) {
      if (child.type === "link_open") open = named.length;
      if (child.type === "link_close" && !isVisible(named.slice(open))) {
        const words = new NewToken("text", "", 0);
        words.content = String(named[open]?.attrGet("href") ?? "").replace(/^mailto:/i, "");
        named.push(words);
      }
      named.push(child);
    }
    if (token.children) token.children = named;
  }
}

/** Headings with nothing in them would be heard, and lead nowhere. */
function withoutEmptyHeadings(tokens: readonly Token[]): Token[] {
  let skipped = 0;
  return tokens.filter(({ type }, at) => {
    if (type === "heading_open" && !isVisible(tokens[at + 1]?.children ?? [])) skipped = 3;
    return skipped-- <= 0;
  });
}

function prefixSitePaths(tokens: Token[], prefix: string): void {
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      const href = child.type === "link_open" ? child.attrGet("href") : null;
      if (typeof href === "string" && href.startsWith("/")) child.attrSet("href", `${prefix}${href}`);
    }
  }
}

/** More than any text needs; a reference with a long address that is used thousands of times would fill the memory. */
const MOST_LINK_TEXT = 200_000;

/** Leaves the words of a link, but not the link, once a text has too much of them. */
function limitLinks(tokens: Token[]): void {
  let left = MOST_LINK_TEXT;
  for (const child of tokens.flatMap((token) => token.children ?? [])) {
    if (child.type === "link_open") left -= String(child.attrGet("href") ?? "").length;
    if (left < 0 && /^link_(open|close)$/.test(child.type)) Object.assign(child, { type: "text", content: "" });
  }
}

const ATTRIBUTES = new Set(["href", "start"]);

/** Takes away what the site's policy forbids (styles of table cells) and what no reader needs (titles, languages of code). */
function keepAttributes(tokens: Token[]): void {
  for (const token of tokens) {
    if (token.type === PICTURE) continue;
    token.attrs = token.attrs?.filter(([name]) => ATTRIBUTES.has(name)) ?? null;
    if (token.type === "fence") token.info = "";
    if (token.children) keepAttributes(token.children);
  }
}

function plainText(tokens: readonly Token[]): string {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.children) words.push(plainText(token.children));
    else if (token.type === "softbreak" || token.type === "hardbreak") words.push(" ");
    else if (["text", "code_inline", "fence", "code_block", "text_special"].includes(token.type)) words.push(token.content);
    else if (token.block) words.push("\n");
  }
  const lines = words.join("").split("\n");
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
