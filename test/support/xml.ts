/** Reads XML with a parser that is not the one that writes it (xmldom), and checks documents against rules of our own. */
import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom";

export type { Element };

/** The root element; fails where the text is not well-formed or has entities of its own. */
export function parseXml(text: string): Element {
  if (text.includes("<!")) throw new Error("The document has a declaration or a comment.");
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "application/xml").documentElement;
  if (!root) throw new Error("The document has no root element.");
  return root;
}

/** The elements right below, of that name if one is given. */
export function children(element: Element, name?: string): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === 1 && (name === undefined || node.nodeName === name));
}

/** The text of the only child of that name. */
export function childText(element: Element, name: string): string | undefined {
  return children(element, name)[0]?.textContent ?? undefined;
}

/** What an element may hold: a pattern for its text, or rules for its children; `?` may be missing, `*` may be any number, `+` must be there. */
export interface Rule {
  attributes?: Record<string, RegExp>;
  text?: RegExp;
  children?: Record<string, [times: "1" | "?" | "*" | "+", rule: Rule]>;
}

/** Everything that breaks the rule, with the path of the element. An attribute whose name ends in `?` may be missing. */
export function breaks(element: Element, rule: Rule, path = element.nodeName): string[] {
  const found: string[] = [];
  const attributes = Object.entries(rule.attributes ?? {}).map(([name, pattern]) => ({
    name: name.replace("?", ""),
    must: !name.endsWith("?"),
    pattern,
  }));
  for (const { name, must, pattern } of attributes) {
    const value = element.getAttribute(name);
    if (value === null ? must : !pattern.test(value)) found.push(`${path}@${name} ${value === null ? "is missing" : `is ${value}`}`);
  }
  for (const { name } of element.attributes)
    if (!name.startsWith("xmlns") && !attributes.some((known) => known.name === name)) found.push(`${path}@${name} is not known`);
  const all = children(element);
  if (rule.text && (all.length > 0 || !rule.text.test(element.textContent ?? ""))) found.push(`${path} is ${element.textContent}`);
  if (!rule.text) {
    for (const node of element.childNodes) if (node.nodeType === 3 && (node.nodeValue ?? "").trim()) found.push(`${path} holds text`);
    for (const { nodeName } of all) if (!(nodeName in (rule.children ?? {}))) found.push(`${path}/${nodeName} is not known`);
    for (const [name, [times, inner]] of Object.entries(rule.children ?? {})) {
      const these = children(element, name);
      if (these.length === 0 && (times === "1" || times === "+")) found.push(`${path}/${name} is missing`);
      if (these.length > 1 && (times === "1" || times === "?")) found.push(`${path}/${name} is there ${these.length} times`);
      for (const one of these) found.push(...breaks(one, inner, `${path}/${name}`));
    }
  }
  return found;
}
