/** Owns Markdown (markdown-it): a stranger's text becomes HTML that holds text, links and lists, and nothing active. */
import MarkdownIt from "markdown-it";
import type { Prose } from "../model/archive.ts";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

const SAFE_LINK = /^(https?:\/\/[^/\\]|mailto:[^\s/]|\/(?![/\\])|#|[A-Za-z0-9_-]+(\/|\.html|$))/i;

/**
 * A renderer for one site. Site paths (`/about/`) get the site's path prefix; headings are renumbered to start at
 * `headingLevel` and never skip a level; pictures become links, so that no page loads anything from elsewhere.
 */
export function createMarkdown(prefix: string, headingLevel = 3): (markdown: string) => Prose {
  const renderer = new MarkdownIt({ html: false, linkify: true, typographer: false, maxNesting: 20 });
  renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  renderer.disable("image");
  renderer.validateLink = (url) => SAFE_LINK.test(decodeLoosely(url));
  renderer.core.ruler.push("headings", (state) => renumberHeadings(state.tokens, headingLevel));
  renderer.core.ruler.push("site_paths", (state) => prefixSitePaths(state.tokens, prefix));
  renderer.core.ruler.push("attributes", (state) => keepAttributes(state.tokens));
  return (markdown) => {
    const tokens = renderer.parse(markdown, {});
    return { markdown, html: renderer.renderer.render(tokens, renderer.options, {}).trim(), text: plainText(tokens) };
  };
}

/** Sees through percent-encoding and control characters, as a browser would. */
function decodeLoosely(url: string): string {
  let text = url;
  try {
    text = decodeURIComponent(url);
  } catch {
    // a stray % stays as it is
  }
  return text.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
}

function renumberHeadings(tokens: Token[], first: number): void {
  const levels = [...new Set(tokens.filter((token) => token.type === "heading_open").map((token) => token.tag))].sort();
  let depth = -1;
  for (const token of tokens) {
    if (token.type === "heading_open") depth = Math.min(levels.indexOf(token.tag), depth + 1);
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = `h${Math.min(6, first + depth)}`;
  }
}

function prefixSitePaths(tokens: Token[], prefix: string): void {
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      const href = child.type === "link_open" ? child.attrGet("href") : null;
      if (typeof href === "string" && href.startsWith("/")) child.attrSet("href", `${prefix}${href}`);
    }
  }
}

const ATTRIBUTES = new Set(["href", "start"]);

/** Takes away what the site's policy forbids (styles of table cells) and what no reader needs (titles, languages of code). */
function keepAttributes(tokens: Token[]): void {
  for (const token of tokens) {
    token.attrs = token.attrs?.filter(([name]) => ATTRIBUTES.has(name)) ?? null;
    if (token.type === "fence") token.info = "";
    if (token.children) keepAttributes(token.children);
  }
}

function plainText(tokens: Token[]): string {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.children) words.push(plainText(token.children));
    else if (token.type === "softbreak" || token.type === "hardbreak") words.push(" ");
    else if (["text", "code_inline", "fence", "code_block", "text_special"].includes(token.type)) words.push(token.content);
    else if (token.block) words.push("\n");
  }
  return words
    .join("")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}
