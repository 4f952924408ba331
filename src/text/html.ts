/** Reads HTML (parse5): elements with their attributes and places, as a browser would see them. */
import { append } from "./append.ts";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Node[];
  parent: Element | undefined;
  /** Characters from the start of the text; both 0 for what the text does not state. */
  start: number;
  end: number;
}

export type Node = Element | string;

type Foreign = DefaultTreeAdapterTypes.ChildNode;

/** Reads a whole page. */
export function readPage(html: string): Element {
  return convert(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
}

/** Reads a piece of HTML, such as an abstract. */
export function readFragment(html: string): Element {
  return convert(parseFragment(html, { scriptingEnabled: false }));
}

/** Without recursion: strangers nest as deep as they like. */
function convert(root: { childNodes: Foreign[] }): Element {
  const top: Element = { name: "", attributes: new Map(), children: [], parent: undefined, start: 0, end: 0 };
  const waiting: { from: Foreign[]; to: Element }[] = [{ from: root.childNodes, to: top }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const node of next.from) {
      if (node.nodeName === "#text") next.to.children.push((node as DefaultTreeAdapterTypes.TextNode).value);
      if (!("tagName" in node)) continue;
      const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const element = { name: node.tagName, attributes, children: [], parent: next.to, start: startOffset, end: endOffset };
      next.to.children.push(element);
      waiting.push({ from: node.childNodes, to: element });
    }
  }
  return top;
}

/** All elements below one, in the order of the text. */
export function* elementsBelow(top: Element): Generator<Element> {
  const waiting: Node[] = top.children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") continue;
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] ?? "");
  }
}

/** The text below a node, as written. */
export function textBelow(top: Node): string {
  const parts: string[] = [];
  const waiting: Node[] = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") parts.push(next);
    else for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] ?? "");
  }
  return parts.join("");
}

/** Text in which `&amp;` and its like stand for characters, and nothing else of HTML means anything. */
export function decodeEntities(text: string): string {
  return /&[#\w]+;/.test(text) ? textBelow(readFragment(text.replaceAll("<", "&lt;"))) : text;
}

/** The table around an element. */
export function closestTable(row: Element): Element | undefined {
  let parent = row.parent;
  while (parent && parent.name !== "table") parent = parent.parent;
  return parent;
}

/** A stretch of a text, in characters from its start. */
export interface Place {
  start: number;
  end: number;
}

/** A start tag as a text has it. */
export interface Tag extends Place {
  name: string;
  /** Attributes with the places of all that they say, name and value. */
  attributes: ReadonlyMap<string, Place & { value: string }>;
  /** What is between it and its end tag, if it has one. */
  inside: Place | undefined;
}

/** The start tags of a page with their places, in templates too, in the order of the text; what a browser adds by itself is not among them. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const waiting: Foreign[] = [...parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    append(waiting, node.childNodes);
    if ("content" in node) append(waiting, node.content.childNodes);
    const { sourceCodeLocation: found } = node;
    const tag = found?.startTag ?? found;
    if (!found || !tag) continue;
    const attributes = new Map<string, Place & { value: string }>();
    for (const { prefix, name, value } of node.attrs) {
      const written = `${prefix ? `${prefix}:` : ""}${name}`;
      const place = found.attrs?.[written] ?? found.attrs?.[written.toLowerCase()];
      if (place) attributes.set(written, { value, start: place.startOffset, end: place.endOffset });
    }
    const inside = found.endTag && { start: tag.endOffset, end: found.endTag.startOffset };
    tags.push({ name: node.tagName, attributes, start: tag.startOffset, end: tag.endOffset, inside });
  }
  return tags.sort((a, b) => a.start - b.start);
}
