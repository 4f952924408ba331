/** Another name, or none, in place of a name in a text. Addresses stay whole or go whole; markup that a name cuts goes with it. */
import { withoutAtEnd } from "./blanks.ts";
import { cutsWithout } from "./link-references.ts";
import { addressesIn, type NameFinder, type NameHit } from "./name-pattern.ts";
import { inOrder, lastBefore, outside, type Stretch } from "./stretches.ts";

/** What stands in texts in place of the name of somebody who left. */
export const NO_NAME = "[…]";

/** What becomes of a name: another one, or none. */
export interface NameChange {
  finder: NameFinder;
  /** The name that the person has now; none for somebody who left. */
  name: string | undefined;
  /** Whether what may be the name is taken out as well; no other name is put in its place. */
  isWide?: boolean;
  /** Whether a place in a text holds that name, and not a longer one of somebody else. */
  isMeant?: (text: string, hit: NameHit) => boolean;
}

/** Whether a text is an address and nothing else. */
export const isAddress = (text: string): boolean => /^(?:https?:\/\/|mailto:)\S*$/i.test(text);

/** A text without the old names: replaced, or nothing of an address that holds one. */
export function changeText(text: string, changes: readonly NameChange[]): string | undefined {
  let changed = text;
  for (const { finder, name, isWide, isMeant = () => true } of changes) {
    const before = changed;
    const hits = finder.find(before, isWide).filter((hit) => isMeant(before, hit));
    if (hits.length === 0) continue;
    if (isAddress(changed)) return undefined;
    changed = replaceHits(changed, hits, (hit) => (hit.isPerhaps ? undefined : name), finder);
  }
  return changed;
}

/** A text with other words in some places; without a word what stands for a name, and titles before it go as well. */
export function replaceHits(
  text: string,
  hits: readonly NameHit[],
  wordOf: (hit: NameHit) => string | undefined,
  finder: NameFinder,
): string {
  const inText = inOrder(hits);
  const edits = [...dissolvedAddresses(text, inText)];
  for (const hit of outside(inText, edits)) {
    const word = wordOf(hit);
    const { start, end } = withMarkup(text, hit);
    edits.push({ start: word === undefined ? finder.withTitles(text, { start }) : start, end, put: word ?? NO_NAME });
  }
  edits.sort((a, b) => a.start - b.start);
  let done = "";
  let at = 0;
  for (const { start, end, put } of edits) {
    if (start < at) continue;
    done += text.slice(at, start) + put;
    at = end;
  }
  return done + text.slice(at);
}

/** Whether markup begins or ends within a name, or a cue of captions, so that only a person can say what should stay of it. */
export function isCut(text: string, hit: NameHit): boolean {
  const { start, end } = withMarkup(text, hit);
  const found = text.slice(start, end);
  // The name of a tag is a word of few names: `<li>Ed` for Ed Li.
  return !isBalanced(found) || found.includes("-->") || (found.includes(">") && /<\/?$/.test(text.slice(Math.max(0, start - 2), start)));
}

interface Edit extends Stretch {
  put: string;
}

/** `[label](address "title")`. */
const LINK = /!?\[((?:[^[\]\\\n]|\\.){0,500})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,5})\)/gu;

/** Addresses that hold a name: links become their words, others what stands for a name. The hits are in order. */
function* dissolvedAddresses(text: string, hits: readonly NameHit[]): Generator<Edit> {
  const holding = (start: number, end: number) => (lastBefore(hits, end)?.start ?? -1) >= start;
  let done = 0;
  const places: Edit[] = [];
  for (const match of text.matchAll(LINK)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const inside = end - 1 - (match[2] ?? "").length;
    // A name that begins in the label and ends beyond takes all of the link with it.
    const fits = (lastBefore(hits, start)?.end ?? 0) <= start && (lastBefore(hits, end)?.end ?? 0) <= end;
    if (!fits || !holding(inside, end)) continue;
    places.push({ start, end: start + (match[0].startsWith("!") ? 2 : 1), put: "" }, { start: inside - 2, end, put: "" });
  }
  for (const cut of cutsWithout(text, ({ start, end }) => holding(start, end))) places.push({ ...cut, put: "" });
  for (const { start, end } of addressesIn(text)) {
    if (!holding(start, end)) continue;
    const isBracketed = text[start - 1] === "<" && text[end] === ">";
    places.push({ start: isBracketed ? start - 1 : start, end: isBracketed ? end + 1 : withoutStop(text, start, end), put: NO_NAME });
  }
  for (const place of places.sort((a, b) => a.start - b.start)) {
    if (place.start < done) continue;
    done = place.end;
    yield place;
  }
}

/** An address in a sentence ends before its full stop, and before what a link of Markdown ends with. */
function withoutStop(text: string, start: number, end: number): number {
  return start + withoutAtEnd(text.slice(start, end), /[.,;:!?)\]'*_]/).length;
}

const MARKS_BEFORE = /(?:<[a-z][^<>]{0,200}>|[*`~[{]|\b_)*$/iu;
const MARKS_AFTER = /^(?:<\/[^<>]{0,200}>|[*`~}]|\](?:\([^()\n]{0,2000}\))?)*/u;

/** A hit with the markup around it, where some of it is inside. */
function withMarkup(text: string, { start, end }: NameHit): { start: number; end: number } {
  if (isBalanced(text.slice(start, end))) return { start, end };
  const before = MARKS_BEFORE.exec(text.slice(Math.max(0, start - 300), start))?.[0].length ?? 0;
  const after = MARKS_AFTER.exec(text.slice(end, end + 2500))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

const MARK = /<(\/?)([a-z][\w-]*)[^<>]*>|\*+|`+|~~|[[\]{}]/giu;

/** Whether all markup that begins in a text ends there. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark, close, tag] of text.matchAll(MARK)) {
    if (tag !== undefined) {
      if (close !== "/") open.push(tag);
      else if (open.pop() !== tag) return false;
    } else if (mark === "[" || mark === "{") open.push(mark);
    else if (mark === "]" || mark === "}") {
      if (open.pop() !== (mark === "]" ? "[" : "{")) return false;
    } else if (open.at(-1) === mark) open.pop();
    else open.push(mark);
  }
  return open.length === 0;
}
