/** What a saved list of presentations says: a talk for every row of a table or entry of a list. */
import { append } from "../../text/append.ts";
import type { ForeignFile, ForeignTalk, Place } from "../importer.ts";
import { type Column, columnsOf } from "./columns.ts";
import { type Element, elementsBelow, textBelow } from "../../text/html.ts";
import { placeMedia } from "./media-links.ts";
import { isGenericLabel, linksBelow, type PageLink } from "./page-links.ts";
import { printedPeople, type PrintedPerson } from "./page-people.ts";
import { peopleAsText } from "./people.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { readTableRow, TableRow } from "./table-row.ts";

/** A row that can be a talk, and how to read it. */
export interface ListRow {
  place: Place;
  read(reading: Reading): ForeignTalk | undefined;
}

const ROWS: ReadonlySet<string> = new Set(["tr", "li", "dd"]);
const TABLES: ReadonlySet<string> = new Set(["table"]);

/** Whether one of these elements is in another. It stops at the first, so that all rows of a deep page take no longer than the page. */
function holds(element: Element, names: ReadonlySet<string>): boolean {
  for (const { name } of elementsBelow(element)) if (names.has(name)) return true;
  return false;
}

/** The rows of a page, fewer than two of which are no list, and the words of lines that are no such rows. */
export function listRows(content: Element, file: ForeignFile, base: string | undefined): { rows: ListRow[]; left: string[] } {
  const rows: ListRow[] = [];
  const left: string[] = [];
  const done = new Set<Element>();
  for (const element of elementsBelow(content)) {
    if (done.has(element)) continue;
    const noRows: string[] = [];
    const found = element.name === "table" ? tableRows(element, file, base, noRows) : [];
    if (found.length > 0) {
      for (const inner of elementsBelow(element)) done.add(inner);
      append(rows, found);
      append(left, noRows);
    }
    const isRow = ROWS.has(element.name);
    const hasRows = isRow && holds(element, ROWS);
    const row = isRow && !hasRows ? looseRow(element, file, base) : undefined;
    if (row) rows.push(row);
    else if (isRow && !hasRows) append(left, wordsOf(element));
  }
  return { rows, left };
}

function wordsOf(row: Element): string[] {
  const cells = row.name === "tr" ? row.children.filter((one): one is Element => typeof one !== "string") : [row];
  const text = cells
    .map((cell) => lineOf(textBelow(cell)))
    .join(" ")
    .trim();
  return isGenericLabel(text) ? [] : [text];
}

/** The innermost tables with headings over their columns. Words of lines that are no rows are added to `left`. */
function tableRows(table: Element, file: ForeignFile, base: string | undefined, left: string[]): ListRow[] {
  if (holds(table, TABLES)) return [];
  const lines = [...elementsBelow(table)]
    .filter(({ name }) => name === "tr")
    .map((row) => ({ row, cells: row.children.filter((one): one is Element => typeof one !== "string" && /^t[dh]$/.test(one.name)) }));
  const head = lines.slice(0, 3).findIndex(({ cells }) => columnsOf(cells.map((cell) => lineOf(textBelow(cell)))) !== undefined);
  const heads = (lines[head]?.cells ?? []).map((cell) => lineOf(textBelow(cell)));
  const columns = columnsOf(heads);
  if (!columns) return [];
  for (const { row } of lines.slice(0, head)) append(left, wordsOf(row));
  return lines.slice(head + 1).flatMap(({ row, cells }) => {
    const texts = cells.map((cell, index) => cellText(cell, columns[index], base));
    const place = placeOf(row, file);
    if (cells.length < 2 || texts.every((text) => text === "")) {
      append(left, wordsOf(row));
      return [];
    }
    return [
      {
        place,
        read: (reading: Reading) =>
          withLinks(
            readTableRow(new TableRow(place, { columns, cells: heads }, texts, reading), undefined, reading),
            row,
            place,
            base,
            reading,
          ),
      },
    ];
  });
}

/** Of slides and videos the address counts, of everything else the words. */
function cellText(cell: Element, column: Column | undefined, base: string | undefined): string {
  const links = linksBelow(cell, base);
  if (column?.field === "slides" || column?.field === "video" || column?.field === "url") return links.map(({ url }) => url).join(" ");
  return lineOf(textBelow(cell));
}

function withLinks(
  talk: ForeignTalk | undefined,
  row: Element,
  place: Place,
  base: string | undefined,
  reading: Reading,
): ForeignTalk | undefined {
  if (!talk) return undefined;
  const links = rowLinks(row, base);
  const page = talk.url ?? links.find((link) => isTalkPage(link) && lineOf(link.title) === talk.record.title)?.url;
  const media = placeMedia(links.filter(isMedium).map(asMedium), (written) => reading.address(written, place));
  return { ...talk, ...filled({ url: page }), record: { ...media, ...talk.record } };
}

/** In a list, a file behind the title is the presentation. */
const rowLinks = (row: Element, base: string | undefined): PageLink[] =>
  linksBelow(row, base).map((link) => (/\.(pdf|pptx?|odp)([?#]|$)/i.test(link.url) && !link.isVideo ? { ...link, isSlides: true } : link));

const isMedium = (link: PageLink) => link.isVideo === true || link.isSlides === true;
const isTalkPage = (link: PageLink) => !isMedium(link) && link.element.name === "a";
const asMedium = ({ url, title, isVideo, isSlides }: PageLink) => ({ url, title, isVideo: isVideo ?? false, isSlides: isSlides ?? false });

/** An entry with more text is no line of a list. */
const LONGEST_ENTRY = 1500;

/** An entry such as `<a>Title</a> – Ann Lee, Intel (<a>slides</a>, <a>video</a>)`. */
function looseRow(row: Element, file: ForeignFile, base: string | undefined): ListRow | undefined {
  const links = rowLinks(row, base);
  const media = links.filter(isMedium);
  const text = lineOf(textBelow(row));
  if (text.length > LONGEST_ENTRY) return undefined;
  const named = links.find(({ title }) => !isGenericLabel(title));
  const words = links
    .reduce((rest, { title }) => (isGenericLabel(title) ? rest.replace(title, " ") : rest), text)
    .replace(/[([][\s,|/&]*[)\]]/g, " ");
  const { title, people } = takeApart(lineOf(words), named?.title ?? "");
  if (title === "" || title.length > 300 || links.length === 0 || (media.length === 0 && people.length === 0)) return undefined;
  const place = placeOf(row, file);
  return {
    place,
    read: (reading) => {
      reading.guess(lineOf(words), people.length === 0 ? title : `${title}: ${peopleAsText(people)}`);
      return {
        rows: [place],
        key: title,
        record: { title, ...placeMedia(media.map(asMedium), (written) => reading.address(written, place)) },
        ...filled({ url: named && isTalkPage(named) ? named.url : undefined }),
        speakers: people,
      };
    },
  };
}

/** The title and the people of an entry; a link has the title, or else it stands before or after the people. */
function takeApart(words: string, linked: string): { title: string; people: PrintedPerson[] } {
  const people = (text: string) =>
    printedPeople(
      text.replace(/^[\s:,–—|(-]+|[\s,:–—|)-]+$/g, (edge) => (edge.includes(")") ? ")" : "")).replace(/^\)|(?<!\([^)]*)\)$/g, ""),
    );
  if (linked !== "" && words.includes(linked)) {
    const [before = "", ...after] = words.split(linked);
    const around = [before, after.join(linked)].map(people).find((found) => found.length > 0);
    const [, name = "", rest = ""] = /^(.+?\))\s*[,:–-]\s*(.+)$/.exec(linked) ?? [];
    if (!around && people(name).length > 0) return { title: rest, people: people(name) };
    if (around || before.replace(/[^\p{L}]+/gu, "") + after.join("").replace(/[^\p{L}]+/gu, "") === "")
      return { title: linked, people: around ?? [] };
  }
  const [, first = "", second = ""] = /^(.+?\)|[^,:–—]+?)\s*(?:[,:]\s|\s[–—-]\s)\s*(.+)$/.exec(words) ?? [];
  if (people(first).length > 0 && second !== "") return { title: second, people: people(first) };
  for (const match of words.matchAll(/\s(?:[–—|-]|by)\s|,\s|\s\(/g)) {
    const found = people(words.slice(match.index + (match[0].endsWith("(") ? match[0].length : match[0].length)));
    if (found.length > 0) return { title: words.slice(0, match.index).trim(), people: found };
  }
  return { title: linked !== "" ? linked : words.replace(/[\s,:–—|-]+$/, ""), people: [] };
}

function placeOf(element: Element, file: ForeignFile): Place {
  const end = file.text.indexOf("\n", element.start);
  return { file, start: element.start, end: Math.max(element.start, Math.min(element.end, end < 0 ? element.end : end)) };
}
