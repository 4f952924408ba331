/** Reads tables of talks: commas, semicolons, tabs or bars between the cells, headings in the first lines. */
import { append } from "../text/append.ts";
import type { ForeignConference, ForeignFile, ForeignLink, ForeignTalk, Importer, Place } from "./importer.ts";
import { type Cells, parseCells } from "./parts/cells.ts";
import { areColumnsOfPeople, type Column, columnsOf, type Headings, ownColumnsOf } from "./parts/columns.ts";
import { type DateOrder, dateOrder, looseDate } from "./parts/loose-times.ts";
import { areFamilyFirst } from "./parts/people.ts";
import { problemAt, wholeFile } from "./parts/place.ts";
import { profileLink } from "./parts/profiles.ts";
import { isTalksRow } from "../publishing/talks-table.ts";
import { count } from "../text/wording.ts";
import { lineOf, Reading } from "./parts/reading.ts";
import { readTableRow, TableRow } from "./parts/table-row.ts";
import { isAboutShowing, isCalledOff, isRelease, keepsOut, plainName, wasCalledOff } from "./parts/withheld-fields.ts";

export const csv: Importer = {
  name: "csv",
  title: "CSV with a line of headings (commas, semicolons or tabs)",
  recognises: ({ text }) => !/^\s*([[{<]|BEGIN:|---\s)/i.test(text) && !isProgram(text) && headingsOf(text) !== undefined,
  read(files, today) {
    const reading = new Reading();
    return reading.finish(files.flatMap((file) => readFile(file, reading, today)));
  },
};

/** The first lines of programs, in which names of columns may stand beside each other, too. */
const PROGRAM =
  /^(#!|import [\w.{*]|from [\w.]+ import |(?:async )?def \w+\(|class \w+[:({]|#include|package \w|using \w|use [\w:]+;|<\?php|function \w+\()/m;

/** Whether what stands above the headings is a program; cells below them may begin as its lines do: `using science and statistics`. */
function isProgram(text: string): boolean {
  const top = text.slice(0, 5000);
  const headings = headingsOf(top);
  return PROGRAM.test(headings ? top.slice(0, headings.start) : top);
}

/** How many lines may stand above the headings. */
const MOST_LINES_ABOVE = 15;

function headingsOf(text: string): Headings | undefined {
  const top = text.slice(0, 20_000);
  for (const delimiter of [",", ";", "\t", "|"]) {
    const { records } = parseCells(top.includes("\n") ? top.slice(0, top.lastIndexOf("\n")) : top, delimiter);
    for (const [index, { record, start }] of records.slice(0, MOST_LINES_ABOVE).entries()) {
      const next = records.slice(index + 1, index + 6);
      const own = next.some((one) => isTalksRow(one.record)) && !isTalksRow(record) ? ownColumnsOf(record) : undefined;
      if (own) return { delimiter, index, start, columns: own, cells: record };
      const columns = columnsOf(record);
      const isTable = next.filter((one) => one.record.length > 1).length * 2 > next.length || next.length === 0;
      // a sentence or a line of a program can look like headings, but names of columns have no such marks, and rows of cells follow
      if (columns && isTable && record.every((cell) => !/[={}]|\($|:$/.test(cell.trim())))
        return { delimiter, index, start, columns, cells: record };
    }
  }
  return undefined;
}

function readFile(file: ForeignFile, reading: Reading, today: string | undefined): ForeignConference[] {
  const headings = headingsOf(file.text);
  if (!headings) {
    const hint =
      "Write a line of headings above the rows, with `title` and others such as `speakers`, `abstract`, `date`, `start` and `room`.";
    reading.refuse(wholeFile(file), "headings-missing", "No line of the file names its columns.", hint);
    reading.row();
    return [];
  }
  if (areColumnsOfPeople(headings.columns, headings.cells)) {
    const message = "The table is one of people and not of talks, and is left out.";
    const hint = "If it has talks, call the column of their titles `talk title`.";
    reading.add(problemAt(wholeFile(file), { rule: "not-a-talk", severity: "error", message, hint }));
    return [];
  }
  const { records, broken } = parseCells(file.text, headings.delimiter);
  const rows = records.slice(headings.index + 1).filter(({ record }) => record.some((cell) => !/^:?-*:?$/.test(cell.trim())));
  const { order, span } = dateOrder(cellsOf(/^(date|start|end)$/, headings.columns, rows));
  const notices = noticesOf(headings);
  const isFamilyFirst = areFamilyFirst(cellsOf(/^speakers$/, headings.columns, rows));
  if (span !== undefined) {
    const message = `The dates of the table are read with the ${order} first: so they lie within ${count(span + 1, "day")}.`;
    reading.warn(wholeFile(file), "date-order", message, "If that is wrong, write the dates as `2012-08-27` and import again.");
  }
  const name = /([^/]+?)(\.\w+)?$/.exec(file.path)?.[1] ?? "csv";
  const conferences = new Map<string, ForeignConference>();
  const people = new Map<string, Linked>();
  const known = new Map<string, { talk: ForeignTalk; rows: Place[]; names: Set<string> }>();
  for (const { record, start, end } of rows) {
    const place = placeOf(file, start, end);
    reading.row();
    if (record.slice(headings.columns.length).some((cell) => cell.trim() !== "")) {
      const message = `The row has ${record.length} cells, but there are ${headings.columns.length} headings; the last cells are left out.`;
      reading.warn(place, "too-many-cells", message, "Put cells that hold the separator into double quotes.");
    }
    const row = new TableRow(place, headings, record, reading);
    const read = readTableRow(row, order, reading, { areFamilyFirst: isFamilyFirst });
    if (!read) continue;
    const { homePage, ...stated } = read;
    Object.assign(stated.record, shownOf(row, notices, order, today, reading));
    const own = row.ownPage();
    // What identifies a talk is the title as it is written, also where the record has it without HTML.
    if (stated.key === stated.record.title) stated.key = lineOf(row.text("title"));
    const talk = own ? { ...stated, url: own.url, slug: own.slug } : stated;
    const event = lineOf(row.text("event"));
    // In the language of another site the heading of the event is not known.
    const key = event || own?.event || name;
    const conference = conferences.get(key) ?? { key, event: event === "" ? {} : { name: event }, talks: [], speakers: [] };
    conferences.set(key, conference);
    const [speaker, second] = talk.speakers;
    // Links are those of the only speaker, but what a draft says of people is as private as the draft.
    const whose = second === undefined && talk.record.draft !== true ? speaker : undefined;
    if (homePage !== undefined && whose) addLink(people, conference, whose.name, { title: "Website", url: homePage });
    else if (homePage !== undefined) talk.record.links = [...(talk.record.links ?? []), { title: homePage, url: homePage }];
    if (whose) for (const link of profilesIn(row, headings, reading)) addLink(people, conference, whose.name, link);
    const sameness = JSON.stringify([key, row.text("id"), { ...talk, rows: undefined, speakers: undefined }]);
    const before = known.get(sameness);
    if (before) joinSpeakers(before, talk);
    else known.set(sameness, { talk, rows: [], names: new Set(talk.speakers.map(({ name: one }) => one)) });
    if (!before) conference.talks.push(talk);
    // Our own tables have the licences and languages that follow from other records, and no texts.
    if (own) conference.isSummary = true;
  }
  for (const { talk, rows: more } of known.values()) if (more.length > 0) talk.rows = [...talk.rows, ...more];
  for (const { start, end } of broken) {
    reading.row();
    const hint = "Close every double quote that opens a cell, and write one inside a cell twice.";
    reading.refuse(placeOf(file, start, end), "bad-csv", "A double quote in this line is never closed.", hint);
  }
  return [...conferences.values()];
}

/** The columns with names of their own that say who may see a talk, or whether it was called off. */
function noticesOf({ cells, columns }: Headings): { heading: string; name: string }[] {
  const others = cells.filter((_, index) => !columns[index]).map((cell) => ({ heading: lineOf(cell), name: plainName(cell) }));
  return others.filter(({ name }) => isAboutShowing(name) || isRelease(name) || isCalledOff(name));
}

/** What such columns say; what is neither kept nor understood is told. */
function shownOf(
  row: TableRow,
  notices: ReturnType<typeof noticesOf>,
  order: DateOrder,
  today: string | undefined,
  reading: Reading,
): Pick<ForeignTalk["record"], "draft" | "publishFrom" | "status"> {
  const said: Pick<ForeignTalk["record"], "draft" | "publishFrom" | "status"> = {};
  for (const { heading, name } of notices) {
    const text = row.under(heading.toLowerCase());
    if (text === "") continue;
    const day = isRelease(name) ? looseDate(text, order ?? dateOrder([text]).order) : undefined;
    if (day !== undefined && (today === undefined || day > today)) said.publishFrom = day;
    if (day === undefined && isAboutShowing(name) && keepsOut(name, text)) said.draft = true;
    if (day === undefined && !isAboutShowing(name) && !isCalledOff(name)) reading.drop(heading);
    if (isCalledOff(name) && wasCalledOff(heading, text, reading)) said.status = "cancelled";
  }
  return said;
}

/** Some tables have a row for every speaker of a talk. */
function joinSpeakers({ talk, rows, names }: { talk: ForeignTalk; rows: Place[]; names: Set<string> }, other: ForeignTalk): void {
  append(rows, other.rows);
  for (const speaker of other.speakers) {
    if (!names.has(speaker.name)) talk.speakers.push(speaker);
    names.add(speaker.name);
  }
}

/** Columns of names on other sites, such as `Speaker GitHub URL`. */
const PROFILE =
  /^(?:speakers?|presenters?)?[\s_-]*(github|gitlab|twitter|linkedin|mastodon|bluesky|facebook|instagram)(?:[\s_-]*(?:url|link|handle|profile|account|username|id))?$/i;

/** Columns with the speaker's own page. */
const OWN_PAGE = /^(?:speakers?|presenters?)(?:['’]s)?[\s_-]*(?:website|homepage|web|page|url|link|blog|site)$/i;

/** The profiles of the only speaker of a row. */
function profilesIn(row: TableRow, { cells, columns }: Headings, reading: Reading): ForeignLink[] {
  return cells.flatMap((heading, index) => {
    const [, site] = columns[index] ? [] : (PROFILE.exec(lineOf(heading)) ?? (OWN_PAGE.test(lineOf(heading)) ? ["", "website"] : []));
    const link = site === undefined ? undefined : profileLink(site, row.under(lineOf(heading).toLowerCase()));
    const url = link && reading.address(link.written, row.place);
    return link && url !== undefined ? [{ title: link.title, url }] : [];
  });
}

/** The links of a person, and the addresses and titles that they have. */
interface Linked {
  links: ForeignLink[];
  said: Set<string>;
}

/** What belongs to the person, not to the talk. */
function addLink(people: Map<string, Linked>, conference: ForeignConference, name: string, link: ForeignLink): void {
  const key = `${conference.key}\n${name}`;
  const person = people.get(key) ?? { links: [], said: new Set() };
  if (!people.has(key)) conference.speakers.push({ rows: [], key: name, name, links: person.links });
  people.set(key, person);
  if (person.said.has(link.url)) return;
  // Of two pages of one title, the second is called after its address.
  person.links.push(person.said.has(link.title) ? { ...link, title: link.url } : link);
  person.said.add(link.url).add(link.title);
}

/** The cells of some columns. */
function* cellsOf(fields: RegExp, columns: readonly (Column | undefined)[], rows: readonly Cells[]): Generator<string> {
  for (const { record } of rows)
    for (const [index, column] of columns.entries()) if (column && fields.test(column.field)) yield record[index] ?? "";
}

/** Without the line ends around the row, of which there may be any number. */
function placeOf(file: ForeignFile, start: number, end: number): Place {
  const isLineEnd = (at: number) => file.text[at] === "\n" || file.text[at] === "\r";
  let [first, last] = [start, end];
  while (first < last && isLineEnd(first)) first++;
  while (last > first && isLineEnd(last - 1)) last--;
  return { file, start: first, end: last };
}
