/** Reads built HTML pages for tests (parse5). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Every file below a folder, as sorted paths relative to it. */
export function filesBelow(folder: string, inside = ""): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => {
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

/** All elements of a page in document order. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node) => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
    if ("content" in node && node.nodeName === "template") visit((node as DefaultTreeAdapterTypes.Template).content);
  };
  visit(parse(html));
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text of an element, white space folded. */
export function textOf(node: Node): string {
  const text = (inner: Node): string => ("value" in inner ? inner.value : "childNodes" in inner ? inner.childNodes.map(text).join("") : "");
  return text(node).replace(/\s+/g, " ").trim();
}

export interface PageFacts {
  ids: Set<string>;
  /** Addresses of links, in order, and then those that forms lead to. */
  links: string[];
  /** Addresses of what the page loads: styles, scripts, pictures, media. */
  loads: string[];
  text: string;
}

/** What a page links and loads. */
export function readPage(folder: string, file: string): PageFacts {
  const all = elements(readFileSync(join(folder, file), "utf8"));
  const of = (name: string, ...tags: string[]) =>
    all.filter((element) => tags.includes(element.tagName)).flatMap((element) => attribute(element, name) ?? []);
  const stylesAndIcons = all.filter(
    (element) => element.tagName === "link" && /stylesheet|icon|preload/.test(attribute(element, "rel") ?? ""),
  );
  const body = all.find((element) => element.tagName === "body");
  return {
    ids: new Set(all.flatMap((element) => attribute(element, "id") ?? [])),
    links: [...of("href", "a", "area"), ...of("action", "form")],
    loads: [
      ...stylesAndIcons.flatMap((element) => attribute(element, "href") ?? []),
      ...of("src", "script", "img", "source", "track", "video", "audio", "iframe", "embed"),
      ...of("poster", "video"),
    ],
    text: body ? textOf(body) : "",
  };
}
