/** Says what is wrong with an Atom feed, by rules of our own for what RFC 4287 asks. */
import { parseFragment } from "parse5";
import { breaks, childText, children, parseXml, type Rule } from "./xml.ts";

const URI = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const UUID = /^urn:uuid:[0-9a-f-]{36}$/;
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const LINE: Rule = { text: /\S/ };
const PERSON: Rule = { children: { name: ["1", LINE], uri: ["?", { text: URI }] } };
const LINK: Rule = { text: /^$/, attributes: { rel: /^(self|alternate)$/, type: /^[a-z]+\/[a-z+]+$/, href: URI } };

const FEED: Rule = {
  attributes: { "xml:lang?": /^[A-Za-z0-9-]+$/ },
  children: {
    id: ["1", { text: UUID }],
    title: ["1", LINE],
    subtitle: ["?", LINE],
    updated: ["1", { text: MOMENT }],
    author: ["1", PERSON],
    rights: ["?", LINE],
    link: ["+", LINK],
    entry: [
      "*",
      {
        attributes: { "xml:lang?": /^[A-Za-z0-9-]+$/ },
        children: {
          id: ["1", { text: UUID }],
          title: ["1", LINE],
          updated: ["1", { text: MOMENT }],
          author: ["*", PERSON],
          link: ["1", LINK],
          rights: ["?", { text: /\S, https?:\/\// }],
          category: ["*", { text: /^$/, attributes: { term: /\S/ } }],
          content: ["1", { text: /\S/, attributes: { type: /^html$/, "xml:base": URI } }],
        },
      },
    ],
  },
};

export interface FeedEntry {
  id: string;
  title: string;
  updated: string;
  authors: string[];
  href: string;
  content: string;
}

export interface Feed {
  id: string;
  title: string;
  updated: string;
  /** Addresses by relation. */
  links: Record<string, string>;
  entries: FeedEntry[];
}

/** A feed as a reader sees it. */
export function readFeed(text: string): Feed {
  const feed = parseXml(text);
  const get = (element: typeof feed, name: string) => childText(element, name) ?? "";
  return {
    id: get(feed, "id"),
    title: get(feed, "title"),
    updated: get(feed, "updated"),
    links: Object.fromEntries(children(feed, "link").map((link) => [link.getAttribute("rel"), link.getAttribute("href") ?? ""])),
    entries: children(feed, "entry").map((entry) => ({
      id: get(entry, "id"),
      title: get(entry, "title"),
      updated: get(entry, "updated"),
      authors: children(entry, "author").map((author) => get(author, "name")),
      href: children(entry, "link")[0]?.getAttribute("href") ?? "",
      content: get(entry, "content"),
    })),
  };
}

/** Everything that is wrong with a feed that is served from `address`. */
export function feedProblems(text: string, address: string): string[] {
  const root = parseXml(text);
  const feed = readFeed(text);
  const problems = breaks(root, FEED);
  if (root.nodeName !== "feed" || root.namespaceURI !== "http://www.w3.org/2005/Atom") problems.push("the root is no Atom feed");
  if (feed.links["self"] !== address) problems.push(`self is ${feed.links["self"]}`);
  if (feed.links["alternate"] === undefined) problems.push("there is no page of the feed");
  const ids = [feed.id, ...feed.entries.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) problems.push("an id is there twice");
  const newest = feed.entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  if (newest !== undefined && feed.updated !== newest) problems.push(`the feed is of ${feed.updated}, its newest entry of ${newest}`);
  for (const { title, content } of feed.entries) {
    parseFragment(content, { onParseError: ({ code }) => problems.push(`${title}: ${code}`) });
    for (const [, href = ""] of content.matchAll(/<a href="([^"]*)"/g))
      if (href.startsWith("/")) problems.push(`${title}: ${href} is no full address`);
    if (/<(script|img|iframe|style|object|embed|form)\b/i.test(content)) problems.push(`${title}: active content`);
  }
  return problems;
}
