/** Links of Markdown by reference: `[words][label]`, `[label][]` and `[label]`, whose address stands elsewhere as `[label]: address "title"`. */

/** A definition of an address, with its line. */
export interface LinkDefinition {
  start: number;
  end: number;
  label: string;
  address: string;
}

/** A stretch of a text. */
interface Cut {
  start: number;
  end: number;
}

const LABEL = String.raw`(?:[^[\]\\\n]|\\.){1,500}`;
const TITLE = String.raw`(?:"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|\((?:[^()\\\n]|\\.){0,500}\))`;
/** What follows on the address, up to the end of the line: nothing, or a title, which may have a line of its own. */
const REST = String.raw`(?:(?:[ \t]{1,20}|[ \t]{0,20}\r?\n[ \t]{0,20})${TITLE})?[ \t]{0,20}\r?(?:\n|(?![\s\S]))`;
const DEFINITION = new RegExp(String.raw`^ {0,3}\[(${LABEL})\]:[ \t]{0,20}(?:\r?\n[ \t]{0,20})?<?([^\s<>]{1,2000})>?${REST}`, "gmu");
const USE = new RegExp(String.raw`!?\[(${LABEL})\](?!\()(?:\[(${LABEL})?\])?`, "gu");

/** All definitions of a text, in their order. */
export function definitionsIn(text: string): LinkDefinition[] {
  if (!text.includes("]:")) return [];
  return [...text.matchAll(DEFINITION)].map(({ index, 0: whole, 1: label = "", 2: address = "" }) => ({
    start: index,
    end: index + whole.length,
    label: comparable(label),
    address,
  }));
}

/** What goes with some definitions: these, and all of their links but the words. */
export function cutsWithout(text: string, definitions: readonly LinkDefinition[]): Cut[] {
  if (definitions.length === 0) return [];
  const labels = new Set(definitions.map(({ label }) => label));
  const cuts: Cut[] = definitions.map(({ start, end }) => ({ start, end }));
  let next = 0;
  for (const { index, 0: whole, 1: words = "", 2: label = words } of text.matchAll(USE)) {
    const first = whole.indexOf("[") + 1;
    while ((definitions[next]?.end ?? Infinity) <= index) next++;
    const isDefinition = (definitions[next]?.start ?? Infinity) <= index;
    if (isDefinition || !labels.has(comparable(label))) continue;
    cuts.push({ start: index, end: index + first }, { start: index + first + words.length, end: index + whole.length });
  }
  return cuts.sort((a, b) => a.start - b.start);
}

/** A text without some definitions; the words of their links stay. */
export function withoutDefinitions(text: string, definitions: readonly LinkDefinition[]): string {
  let [left, at] = ["", 0];
  for (const { start, end } of cutsWithout(text, definitions)) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

/** Labels that differ in capitals and blanks alone are one. */
const comparable = (label: string) => label.trim().replace(/\s+/g, " ").toLowerCase();
