/** What a result of the search is: its facts, the places in it that have the words, and excerpts of their text. */
import { foldWord } from "text/fold.ts";
import { joinPairs, type Piece, readable, type WordRules } from "text/search-words.ts";

/** What a thing that was found is, and the places in it that the words are at. */
export interface Found {
  /** Its site path. */
  url: string;
  meta: Record<string, string>;
  shown: Record<string, string>;
  filters: Record<string, string[]>;
  /** All its words, its facts too, in small letters without accents and marks. */
  text: () => string;
  excerpt: Piece[];
  /** How many places have a hit; the best of them follow. */
  count: number;
  places: FoundPlace[];
}

export interface FoundPlace {
  /** Its address from that of the document on; and of its picture the site path, width and height. */
  where: string[];
  excerpt: Piece[];
}

/** The number of a word in the text, and its score. */
export interface Hit {
  l: number;
  s: number;
}

/** The text of a document in the index. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; location: number }[];
}

const EXCERPT = 22; // words, three lines on a phone
const MOST_HITS = 300; // in a text, among which the best place of an excerpt is looked for: each is held against all

/** A stretch of the text from one word to another, and the hits in it. */
interface Part {
  where: string[] | undefined;
  from: number;
  to: number;
  hits: Hit[];
}

/** What a text of the index tells of a result, whose words stand at some places in it. */
export function describe(fragment: Fragment | undefined, locations: readonly Hit[], rules: WordRules): Found {
  if (!fragment) throw new Error("no text in the index");
  const { url, content, meta, filters, anchors } = fragment;
  const words = content.split(/[^\S\ufeff]+/gu);
  const shown: Record<string, string> = {};
  const starts: { where: string[] | undefined; from: number }[] = [{ where: undefined, from: 0 }];
  for (const { id, location } of anchors) {
    const where = id.split("|").map(decodeURIComponent);
    const [name = "", value = ""] = where;
    if (name.startsWith("=")) shown[name.slice(1)] = value;
    else starts.push({ where, from: location });
  }
  starts.sort((a, b) => a.from - b.from);
  const parts = starts.map(({ where, from }, at): Part => {
    const to = starts[at + 1]?.from ?? words.length;
    return { where, from, to, hits: locations.filter(({ l }) => l >= from && l < to) };
  });
  const plainWord = (word: string, isHit = false) => ({ text: readable(word, rules), isHit });
  const plainText = (text: string) =>
    joinPairs(text.split(/\s+/u).map((word) => plainWord(word)))
      .map(({ text: one }) => one)
      .join("");
  const excerptOf = ({ from, to, hits }: Part): Piece[] => {
    const start = Math.max(from, Math.min(bestStart(hits.slice(0, MOST_HITS)) - 3, to - EXCERPT));
    const end = Math.min(to, start + EXCERPT);
    const marked = new Set(hits.map(({ l }) => l));
    const pieces = words.slice(start, end).map((word, index) => plainWord(word, marked.has(start + index)));
    const dots = (text: string) => ({ text, isHit: false });
    return [dots(start > from ? "… " : ""), ...joinPairs(pieces), dots(end < to ? " …" : "")];
  };
  const score = ({ hits }: Part) => hits.reduce((sum, { s }) => sum + s, 0);
  const hitParts = parts.filter(({ where, hits }) => where && hits.length > 0);
  return {
    ...{ url, shown, filters },
    text: () => foldWords([...Object.values(meta), content].map(plainText).join(" ")),
    meta: Object.fromEntries(Object.entries(meta).map(([name, text]) => [name, plainText(text)])),
    excerpt: shown["bare"] ? [] : parts.slice(0, 1).flatMap(excerptOf),
    count: hitParts.length,
    places: firstOfKinds(hitParts.sort((a, b) => score(b) - score(a) || a.from - b.from)).map((part) => ({
      where: part.where ?? [],
      excerpt: excerptOf(part),
    })),
  };
}

/** The best slide, the best moment of a video, and what is of neither kind: one of each, where they are. */
function firstOfKinds(parts: readonly Part[]): Part[] {
  const kind = ({ where }: Part) => /#(slide|t)-/.exec(where?.[0] ?? "")?.[1];
  return parts.filter((part, at) => parts.findIndex((other) => kind(other) === kind(part)) === at);
}

/** Words as they are compared, with one blank between them and around all. */
export const foldWords = (text: string): string => ` ${text.split(/\s+/u).map(foldWord).filter(Boolean).join(" ")} `;

/** Where the words begin that have the most of what was looked for. */
function bestStart(hits: readonly Hit[]): number {
  const weight = ({ l }: Hit) => hits.reduce((sum, hit) => (hit.l >= l && hit.l < l + EXCERPT - 3 ? sum + hit.s : sum), 0);
  return hits.toSorted((a, b) => weight(b) - weight(a))[0]?.l ?? 0;
}
