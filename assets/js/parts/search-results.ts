/** Draws what the search found. Nothing of the index is taken for markup. */
import * as words from "words";
import { formatSeconds } from "text/clock.ts";
import { foldWord } from "text/fold.ts";
import type { Piece } from "text/search-words.ts";
import { make } from "./dom.ts";
import type { Answer, Ranked } from "./search-answer.ts";
import type { Found, FoundPlace } from "./search-found.ts";

/** Words with those that were found marked, but for the dot or comma after them; neighbours are one mark. */
function marked(pieces: readonly Piece[]): (Node | string)[] {
  const children: (HTMLElement | string)[] = [];
  for (const { text, isHit } of pieces) {
    const last = children.at(-1);
    if (!isHit) children.push(text);
    else if (last instanceof Element) last.append(text);
    else {
      const [word = "", ...signs] = text.split(/(?=[,.]+$)/u);
      children.push(make("mark", {}, word), ...signs);
    }
  }
  return children;
}

/** How something is written: in a language that is named where it is not the page's, and in the direction of its letters. */
const written = (lang?: string) => ({ dir: "auto", ...(lang && { lang }) });

/** The words of a title, of which those that begin like a word of the reader's are marked. */
function titleOf(title: string, asked: readonly string[]): (Node | string)[] {
  const isHit = (text: string) => asked.some((word) => word.length > 1 && foldWord(text).startsWith(word.replace(/(?<=...)s$/u, "")));
  return marked(title.split(/(\s+)/u).map((text) => ({ text, isHit: isHit(text) })));
}

/** Cells are what the arrow keys lead to, each with one link; see `search-keys.ts`. */
function cell(className: string, ...children: Node[]): HTMLElement {
  const element = make("div", { className }, ...children);
  element.setAttribute("role", "gridcell");
  return element;
}

/** `Slide 7`, `At 12:34`. */
function placeName(where: string): string {
  const [, kind, number = ""] = /#(slide|t)-(\d+)$/.exec(where) ?? [];
  if (kind === "slide") return words.slidePlace(number);
  return kind === "t" ? words.timePlace(formatSeconds(Number(number))) : words.furtherDown;
}

function drawPlace(page: string, base: string, title: string, { where, excerpt }: FoundPlace): HTMLElement {
  const [address = "", picture, width, height, lang] = where;
  const link = make("a", { className: "place", href: base + (address.startsWith("/") ? address : page + address) });
  if (picture) {
    const size = { width: Number(width), height: Number(height) };
    link.append(make("img", { src: base + picture, ...size, alt: "", loading: "lazy", decoding: "async" }));
  }
  const name = make("b", {}, placeName(address), make("span", { className: "visually-hidden" }, words.placeOf(title)));
  link.append(make("span", {}, name, " ", make("span", { className: "place-text", ...written(lang) }, ...marked(excerpt))));
  return cell("place-cell", link);
}

function rowOf(...cells: HTMLElement[]): HTMLElement {
  const element = make("div", { className: "hit" }, ...cells);
  element.setAttribute("role", "row");
  return element;
}

/** In what a result is not what was asked for. Of talks alone it is known what they lack: pages that are lists have more words. */
const differences = ({ lacks, likes }: Ranked, { shown }: Found) =>
  [lacks.length > 0 && shown["kind"] === "talk" && words.without(lacks), likes.length > 0 && words.similar(likes)].filter(Boolean);

/** What has to be said of an answer beside the number of its results, but for corrected words; `first` are the results that are shown at first. */
export function remarksOn({ results, unknown }: Answer, first: readonly Ranked[]): string[] {
  if (results.length === 0) return [];
  const whole = results.filter(({ lacks, likes }) => lacks.length + likes.length === 0);
  const missing = unknown.length > 0 ? words.leftOut(unknown) : results.every(({ lacks }) => lacks.length > 0) ? words.someLack : "";
  // Fewer than five are few.
  return [missing, whole.length < 5 && first.some(({ likes }) => likes.length > 0) ? words.someLike : ""].filter(Boolean);
}

/** What is said where nothing was found. */
export const nothing = ({ isCommon }: Answer, query: string, within: string): string =>
  isCommon ? words.tooCommon(query) : words.nothingFound(query, within);

/** The sentence on corrected words, before and after what was looked for in their place; nothing where all are as they were typed. */
export function correctionOf({ corrected, results }: Answer): [before: string, meant: string, after: string] | undefined {
  if (corrected.length === 0 || results.length === 0) return undefined;
  const typed = corrected.map((one) => one.typed).join(" ");
  const [before = "", after = ""] = words.corrected.split("{meant}").map((part) => part.replace("{typed}", () => typed));
  return [before, corrected.map(({ meant }) => meant).join(" "), after];
}

/** Facts beside each other, each of which may be written in another direction than the page. */
const inLine = (facts: readonly unknown[]) => facts.flatMap((fact, index) => [index > 0 ? " · " : "", make("bdi", {}, `${fact}`)]);

/** One thing that was found, in one line and a half for the field in the head of a page. */
export function drawShort(found: Found, one: Ranked, base: string, asked: readonly string[]): HTMLElement {
  const { url, meta, shown, filters } = found;
  const { title = "", by, event } = meta;
  const [kind] = shown["kind"] === "talk" ? [] : (filters["kind"] ?? []);
  const facts = [kind, by, event, kind && shown["day"], ...differences(one, found)].filter(Boolean);
  const link = make("a", { href: base + url }, make("span", written(shown["lang"]), ...titleOf(title, asked)));
  if (facts.length > 0) link.append(make("small", {}, ...inLine(facts)));
  return rowOf(cell("hit-main", link));
}

/** The way to all results. */
export const drawAll = (href: string, size: number): HTMLElement => rowOf(cell("hit-main", make("a", { href }, words.allResults(size))));

/** One thing that was found, as a row of the grid; `asked` are the words that were looked for. */
export function drawResult(found: Found, one: Ranked, base: string, asked: readonly string[]): HTMLElement {
  const { url, meta, shown, filters, excerpt, places, count } = found;
  const [first, second] = filters["kind"] ?? [];
  const kind = shown["kind"] === "talk" ? second : first;
  const { title: name = "", by, event, from, about } = meta;
  const hasEmployer = shown["kind"] === "speaker" || shown["kind"] === "event";
  // What was found by its topics alone says which those are.
  const { hits, facts: having } = one;
  const isByTopic = hits.length === 0 && !having.includes("title") && !having.includes("by");
  const title = make("a", { href: base + url, ...written(shown["lang"]) }, ...titleOf(name, asked));
  const item = cell("hit-main", make("p", { className: "talk-title" }, title));
  const row = rowOf(item);
  const facts = [kind, by, event, hasEmployer ? from : "", isByTopic ? about : "", shown["day"]].filter(Boolean);
  if (facts.length) item.append(make("p", { className: "talk-facts" }, ...inLine(facts)));
  const less = differences(one, found);
  if (less.length) item.append(make("p", { className: "hit-lacks" }, less.join(" · ")));
  if (excerpt.length) item.append(make("p", { className: "hit-text", ...written(shown["text"]) }, ...marked(excerpt)));
  if (places.length) {
    if (count > places.length) item.append(make("p", { className: "hint" }, words.bestPlaces(count, places.length)));
    row.append(make("div", { className: "places" }, ...places.map((place) => drawPlace(url, base, name, place))));
  }
  return row;
}
