/** The proof that rendered Markdown is inert: only elements, attributes and addresses that cannot act. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

const ELEMENTS = new Set("p a em strong s code pre ul ol li blockquote h2 h3 h4 h5 h6 hr br table thead tbody tr th td".split(" "));
const ATTRIBUTES: Record<string, readonly string[]> = { a: ["href"], ol: ["start"] };

/** Everything in a piece of HTML that could act: elements, attributes and addresses outside the allowed ones. */
export function activeParts(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeName === "#comment") found.push("a comment");
    if ("tagName" in node) {
      if (!ELEMENTS.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (!ATTRIBUTES[node.tagName]?.includes(name)) found.push(`${name} on <${node.tagName}>`);
        if (name === "href" && !isInert(value)) found.push(`href ${value}`);
        if (name === "start" && !/^\d+$/.test(value)) found.push(`start ${value}`);
      }
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

/** Whether an address, read as a browser reads it, leads to a web page, a mail program or this site. */
function isInert(value: string): boolean {
  if (/[\u0000-\u001f\u007f\\]/.test(value)) return false;
  const { protocol, host, pathname } = new URL(value, "https://archive.example.org/events/");
  if (protocol === "mailto:") return /^mailto:[^/]/i.test(value);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return /^https?:\/\/[^/]/i.test(value) || (host === "archive.example.org" && pathname.startsWith("/"));
}

/** The text of a piece of HTML as a reader sees it. */
export function visibleText(html: string): string {
  const text = (node: Node): string => ("value" in node ? node.value : "childNodes" in node ? node.childNodes.map(text).join("") : "");
  return text(parseFragment(html));
}
