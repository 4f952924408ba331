/** The check that two sites are worth comparing: the same pages, and on them the same words and links. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attribute, elements, filesBelow } from "../support/html.ts";
import { evenly, OURS_ALONE, oursAlone, ourNames, share, shared, wordsOf } from "./equal-words.ts";

const SAMPLE = 25;

/** Which addresses belong to which kind of page; the first that fits counts. */
const KINDS: [kind: string, address: RegExp][] = [
  ["home", /^index\.html$/],
  ["agenda", /^events\/[^/]+\/agenda\//],
  ["event", /^events\/([^/]+\/(talks\/\d+\/)?)?index\.html$/],
  ["talk", /^events\/[^/]+\/[^/]+\/index\.html$/],
  ["presentations", /^presentations\//],
  ["speakers A to Z", /^speakers\/(a-z\/|index)/],
  ["speaker", /^speakers\//],
  ["topic", /^topics\//],
  ["organization", /^organizations\//],
  ["year", /^years\//],
];

/** Compares the pages of two built sites, in Markdown lines. */
export function comparePages(ours: string, theirs: string): string[] {
  const [left, right] = [pagesOf(ours), pagesOf(theirs)];
  const there = new Set(right);
  const here = new Set(left);
  const [lacking, extra] = [left.filter((page) => !there.has(page)), right.filter((page) => !here.has(page))];
  const [alone, missing] = [lacking.filter((page) => OURS_ALONE.test(page)), lacking.filter((page) => !OURS_ALONE.test(page))];
  const few = (pages: readonly string[]) => pages.slice(0, 5).join(", ");
  const rows = KINDS.flatMap(([kind], index) => {
    const pages = left.filter((page) => there.has(page) && KINDS.findIndex(([, address]) => address.test(page)) === index);
    return pages.length ? [row(kind, pages, ours, theirs)] : [];
  });
  return [
    `Same addresses: ${left.length - lacking.length} of ${left.length} pages.`,
    ...oursAlone(alone),
    ...(missing.length ? [`Not made by Hugo: ${missing.length} (${few(missing)}).`] : []),
    ...(extra.length ? [`Made by Hugo alone: ${extra.length} (${few(extra)}).`] : []),
    "",
    "| kind of page | compared | same words | same links | same words in the head and for programs | bytes of Hugo's HTML to ours |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ];
}

function pagesOf(folder: string): string[] {
  return filesBelow(folder).filter((file) => file.endsWith(".html"));
}

/** Shares of a sample of pages, evenly spread. */
function row(kind: string, pages: readonly string[], ours: string, theirs: string): string {
  const sample = evenly(pages, SAMPLE);
  const counts = { words: [0, 0], links: [0, 0], head: [0, 0] };
  const bytes = [0, 0];
  for (const page of sample) {
    const [a, b] = [readFileSync(join(ours, page), "utf8"), readFileSync(join(theirs, page), "utf8")];
    bytes[0] = (bytes[0] ?? 0) + Buffer.byteLength(a);
    bytes[1] = (bytes[1] ?? 0) + Buffer.byteLength(b);
    const [x, y] = [contentOf(a), contentOf(b)];
    for (const key of ["words", "links", "head"] as const) {
      counts[key][0] = (counts[key][0] ?? 0) + shared(x[key], y[key]);
      counts[key][1] = (counts[key][1] ?? 0) + Math.max(x[key].length, y[key].length);
    }
  }
  return `| ${kind} | ${sample.length} of ${pages.length} | ${[counts.words, counts.links, counts.head, bytes.reverse()].map(([part = 0, all = 0]) => share(part, all)).join(" | ")} |`;
}

interface Content {
  words: string[];
  links: string[];
  head: string[];
}

/** What a reader finds on a page: words that are shown, addresses that are linked, and what head and linked data say. */
function contentOf(html: string): Content {
  const content: Content = { words: [], links: [], head: [] };
  for (const element of elements(html)) {
    const text = element.childNodes.map((node) => ("value" in node ? node.value : "")).join(" ");
    if (element.tagName === "title" || element.tagName === "meta")
      content.head.push(...wordsOf(element.tagName === "title" ? text : (attribute(element, "content") ?? "")));
    else if (element.tagName === "link")
      content.head.push(...wordsOf(`${attribute(element, "rel")} ${ourNames(attribute(element, "href") ?? "")}`));
    else if (attribute(element, "type") === "application/ld+json") content.head.push(...wordsOf(text));
    else if (!["script", "style"].includes(element.tagName)) content.words.push(...wordsOf(text));
    const address = element.tagName === "a" ? attribute(element, "href") : undefined;
    if (address !== undefined) content.links.push(ourNames(decodeURI(address).replaceAll("+", " ")));
  }
  return content;
}
