/** Links of Markdown by reference: `[words][label]`, `[label][]` and `[label]`, whose address stands elsewhere as `[label]: address "title"`. */
import type { Stretch } from "./stretches.ts";

/** A definition of an address, with its line. */
interface LinkDefinition extends Stretch {
  label: string;
  address: string;
}

const LABEL = String.raw`(?:[^[\]\\\n]|\\.){1,500}`;
const TITLE = String.raw`(?:"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|\((?:[^()\\\n]|\\.){0,500}\))`;
/** What follows on the address, up to the end of the line: nothing, or a title, which may have a line of its own. */
const REST = String.raw`(?:(?:[ \t]{1,20}|[ \t]{0,20}\r?\n[ \t]{0,20})${TITLE})?[ \t]{0,20}\r?(?:\n|(?![\s\S]))`;
const DEFINITION = new RegExp(String.raw`^ {0,3}\[(${LABEL})\]:[ \t]{0,20}(?:\r?\n[ \t]{0,20})?<?([^\s<>]{1,2000})>?${REST}`, "gmu");
/** Such a link, or code, in which there is none. */
const USE = new RegExp(String.raw`\x60[^\x60\n]{1,500}\x60|!?\[(${LABEL})\](?!\()(?:\[(${LABEL})?\])?`, "gu");

/** All definitions of a text, in their order. */
function definitionsIn(text: string): LinkDefinition[] {
  if (!text.includes("]:")) return [];
  return [...text.matchAll(DEFINITION)].map(({ index, 0: whole, 1: label = "", 2: address = "" }) => ({
    start: index,
    end: index + whole.length,
    label: comparable(label),
    address,
  }));
}

/** What goes with the definitions that are to go: these, and all of their links but the words. Of several with one label the first counts. */
export function cutsWithout(text: string, goes: (definition: LinkDefinition) => boolean): Stretch[] {
  const definitions = definitionsIn(text);
  const gone = definitions.filter(goes);
  if (gone.length === 0) return [];
  const firsts = new Map(definitions.toReversed().map((definition) => [definition.label, definition]));
  const labels = new Set(gone.filter((definition) => firsts.get(definition.label) === definition).map(({ label }) => label));
  const cuts: Stretch[] = gone.map(({ start, end }) => ({ start, end }));
  let next = 0;
  for (const { index, 0: whole, 1: words, 2: label = words } of text.matchAll(USE)) {
    const first = whole.indexOf("[") + 1;
    while ((definitions[next]?.end ?? Infinity) <= index) next++;
    const isDefinition = (definitions[next]?.start ?? Infinity) <= index;
    if (isDefinition || words === undefined || label === undefined || !labels.has(comparable(label))) continue;
    cuts.push({ start: index, end: index + first }, { start: index + first + words.length, end: index + whole.length });
  }
  return cuts.sort((a, b) => a.start - b.start);
}

/** A text without some definitions; the words of their links stay. */
export function withoutDefinitions(text: string, goes: (definition: LinkDefinition) => boolean): string {
  let [left, at] = ["", 0];
  for (const { start, end } of cutsWithout(text, goes)) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

/** Labels that differ in capitals and blanks alone are one. */
const comparable = (label: string) => label.trim().replace(/\s+/g, " ").toLowerCase();
