/** Reads saved web pages of talks, as the old Xen site had them: the page of a talk, or a list of presentations. */
import { append } from "../text/append.ts";
import type { ForeignConference, ForeignFile, ForeignTalk, Importer } from "./importer.ts";
import { type Element, elementsBelow, readPage, textBelow } from "../text/html.ts";
import { savedFrom } from "./parts/page-links.ts";
import { tellLeft, tellRelative } from "./parts/page-left.ts";
import { listRows } from "./parts/page-list.ts";
import { readPageTalk } from "./parts/page-talk.ts";
import { wholeFile } from "./parts/place.ts";
import { filled, lineOf, Reading } from "./parts/reading.ts";
import { commandName } from "../text/commands.ts";

export const xenPage: Importer = {
  name: "xen-page",
  title: "saved HTML page of the old Xen site (a talk, or a list of presentations)",
  recognises: ({ text }) =>
    /^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body|title|h[1-3]|table|div)\b/i.test(withoutComments(text.slice(0, 20_000))),
  isDoubtful,
  read(files) {
    const reading = new Reading();
    const conferences = new Map<string, ForeignConference>();
    for (const file of files) {
      const page = readPage(file.text);
      const talks = readFile(file, page, reading);
      if (talks.length > 0 && isDoubtful(file))
        reading.warn(
          wholeFile(file),
          "other-site",
          "The page does not name Xen, and is read as one of the old Xen site all the same.",
          "Look at what came of it, or import the data that the site was made of.",
        );
      const name = eventName(page);
      const key = name ?? /([^/]+)\/[^/]*$/.exec(file.path)?.[1] ?? "saved pages";
      const conference: ForeignConference = conferences.get(key) ?? { key, event: filled({ name }), talks: [], speakers: [] };
      conferences.set(key, conference);
      append(conference.talks, talks);
    }
    return reading.finish([...conferences.values()].filter(({ talks }) => talks.length > 0));
  },
};

/** Whether a page is not one of the old Xen site, whose pages all name it. */
function isDoubtful({ text }: ForeignFile): boolean {
  return !/\bxen/i.test(text);
}

function withoutComments(text: string): string {
  return text.replace(/<!--(?:[^-]|-(?!->))*-->/g, "");
}

function readFile(file: ForeignFile, page: Element, reading: Reading): ForeignTalk[] {
  const base = savedFrom(file.text, page);
  const content = contentOf(page);
  const place = { file, start: 0, end: Math.max(0, file.text.search(/[\r\n]|$/)) };
  const { rows, left } = listRows(content, file, base);
  if (rows.length >= 2) {
    tellLeft(left, "list", place, reading);
    tellRelative(content, base, place, reading);
    return rows.flatMap((row) => {
      reading.row();
      return row.read(reading) ?? [];
    });
  }
  reading.row();
  const talk = readPageTalk(content, page, place, base, reading);
  if (!talk) return [];
  const { abstract, slides, video } = talk.record;
  // Any page has a heading and a text, that of a privacy policy, too.
  const isOfTalk = /xen|\b(?:abstract|bio(?:graphy)?|speakers?)\b/i.test(file.text);
  if ((abstract !== undefined && isOfTalk) || slides !== undefined || video !== undefined || talk.speakers.length > 0) return [talk];
  reading.refuse(
    place,
    "no-talk",
    "The page holds neither a talk nor a list of talks that could be told.",
    `Write the talk by hand with \`${commandName("new")} talk\`.`,
  );
  return [];
}

const FRAME = /^(nav|header|footer|aside|script|style|noscript|form)$/;
const FRAME_NAME = /\b(nav|navigation|navbar|menu|footer|sidebar|breadcrumbs?|cookie|share|comments?|pagination|related)\b/i;
const MAIN_NAME = /^(main|content|main-?content|primary|article|body-?content|mainContent|xen_content)$/i;

/** The page without what frames it on every page of the site. */
function contentOf(page: Element): Element {
  const all = [...elementsBelow(page)];
  const body = all.find(({ name }) => name === "body") ?? page;
  const main = all.find((one) => one.name === "main" || one.name === "article" || MAIN_NAME.test(one.attributes.get("id") ?? ""));
  const content = main && lineOf(textBelow(main)).length > 40 ? main : body;
  for (const one of [...elementsBelow(content)]) {
    const names = `${one.attributes.get("id") ?? ""} ${one.attributes.get("class") ?? ""}`.replaceAll(/[_-]/g, " ");
    if (FRAME.test(one.name) || (/^(div|ul|ol|table|td|section)$/.test(one.name) && FRAME_NAME.test(names))) one.children.splice(0);
  }
  return content;
}

/** The name of the summit as the page prints it, with its year. */
function eventName(page: Element): string | undefined {
  const pattern =
    /\bXen(?: ?Project)? ?(?:Developer |User |Design |and |& )*Summit,?(?: (?:North America|Asia|Europe|Fall|Spring|Tokyo|Boston|Cambridge|AMD|Intel|Oracle|at \w+|Winter|Summer))*,? ?(?:20\d\d)\b/i;
  const [name] = pattern.exec(lineOf(textBelow(page))) ?? [];
  return name;
}
