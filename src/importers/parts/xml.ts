/** The lenient reading of XML (saxes): a tree with places, and every departure from the standard as a warning. */
import { SaxesParser } from "../../text/xml-parser.ts";
import type { Problem } from "../../model/problem.ts";
import { clip } from "../../model/records/fields.ts";
import type { ForeignFile } from "../importer.ts";
import type { ForeignFields } from "./field-use.ts";
import { problemAt } from "./place.ts";
import type { Reading } from "./reading.ts";

/** Names are in lower case without a prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text between its tags, that of its children left out. */
  text: string;
  /** From the start of its opening tag to the end of its closing tag. */
  start: number;
  end: number;
  /** What stands between its tags, as it is written. */
  innerStart: number;
  innerEnd: number;
  /** Whether the file ends before the element does. */
  cutOff: boolean;
  /** What was asked for: `element` when the element itself was, else the names of its attributes. */
  used: Set<string>;
  /** Whether its fields are told by their own names alone, as those of an event are. */
  isRow: boolean;
}

/** The mark in `used` for the element itself, or for all that is in it; no attribute has such a name. */
export const [ITSELF, WHOLE] = ["<>", "<*>"];

/** An element as fields: its children and attributes. */
function xmlFields(element: XmlElement): ForeignFields {
  return {
    isRow: element.isRow,
    *fields() {
      for (const [name, text] of Object.entries(element.attributes))
        yield {
          name,
          isUsed: element.used.has(name) || element.used.has(WHOLE),
          text: () => text.trim(),
          isPlain: true,
          isGroup: false,
          inner: () => [],
        };
      for (const child of element.children)
        yield {
          name: child.name,
          isUsed: child.used.has(ITSELF) || child.used.has(WHOLE),
          text: () =>
            [child.text, ...Object.values(child.attributes)].join("\n").trim() || (child.children.length > 0 ? `<${child.name}>` : ""),
          isPlain: child.children.length === 0,
          isGroup: child.children.length > 0,
          inner: () => (child.used.has(WHOLE) ? [] : [xmlFields(child)]),
        };
    },
  };
}

/** Entities of HTML that programs write into XML, where only five exist. */
const ENTITIES: Record<string, string> = {
  nbsp: "\u00a0",
  shy: "",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  aring: "å",
  oslash: "ø",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  bull: "•",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
};

/** Bare `&` and `<` are read as text; these take their places, for the places of all the rest must stay. */
const [BARE_AND, BARE_LESS] = ["\ufdd0", "\ufdd1"];
const BARE = /&(?!#\d{1,7};|#x[\da-f]{1,6};|\w{1,31};)|<(?![\p{L}_:/!?])/giu;

const MOST_PROBLEMS = 20;
const DEEPEST = 100;

/** Reads as much as there is. Nothing is fetched and no entity of the file's own is expanded. */
export function readXml(file: ForeignFile, reading: Reading): { root: XmlElement | undefined; problems: Problem[] } {
  const bare = [...file.text.matchAll(BARE)];
  const source = bare.length === 0 ? file.text : file.text.replace(BARE, (mark) => (mark === "&" ? BARE_AND : BARE_LESS));
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, ENTITIES);
  const problems: Problem[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let ended = false;
  parser.on("error", (error) => {
    if (ended || problems.length >= MOST_PROBLEMS) return;
    const start = Math.max(0, parser.position - 1);
    problems.push(
      problemAt(
        { file, start, end: start + 1 },
        {
          rule: "bad-xml",
          severity: "warning",
          message: `The XML breaks its rules: ${clip(error.message.replace(/^\d+:\d+: /, ""))}`,
          hint: "The rest is read all the same; compare the records with the source, or mend the file.",
        },
      ),
    );
  });
  let start = 0;
  parser.on("opentagstart", () => {
    start = Math.max(0, file.text.lastIndexOf("<", parser.position - 1));
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [localName(key), asWritten(String(value))]));
    const innerStart = parser.position;
    const element: XmlElement = {
      name,
      attributes,
      children: [],
      text: "",
      start,
      end: innerStart,
      innerStart,
      innerEnd: innerStart,
      cutOff: false,
      used: new Set(),
      isRow: false,
    };
    if (open.length < DEEPEST) open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    // the place is near, so that looking back for it costs nothing; an empty tag has no closing one
    element.innerEnd = isSelfClosing ? element.innerStart : Math.max(element.innerStart, file.text.lastIndexOf("</", parser.position));
    element.cutOff = ended;
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += asWritten(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(source);
  ended = true;
  const left = open.length;
  for (const element of open) Object.assign(element, { end: file.text.length, innerEnd: file.text.length, cutOff: true });
  if (left > 0)
    problems.push(
      problemAt(
        { file, start: Math.max(0, file.text.trimEnd().length - 1), end: file.text.trimEnd().length },
        {
          rule: "file-cut-off",
          severity: "error",
          message: `The file ends in the middle, inside \`<${clip(open.at(-1)?.name ?? "")}>\`.`,
          hint: "Get the whole file from its source and import it again; what is whole was read.",
        },
      ),
    );
  if (root) reading.watch(xmlFields(root));
  return { root, problems };
}

function asWritten(text: string): string {
  return text.replaceAll(BARE_AND, "&").replaceAll(BARE_LESS, "<");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}
