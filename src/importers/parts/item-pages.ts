/**
 * Lists of talks and people in YAML or JSON, as sites keep them as data (`_data/talks.yml`, `speakers.json`): each entry as a page of its own, and
 * what a programme beside them says of the talks that it names.
 */
import type { ForeignFile } from "../importer.ts";
import { columnsOf, type Field } from "./columns.ts";
import type { ForeignPage, SaidAround } from "./front-matter.ts";
import { plainId } from "./page-mapping.ts";
import { filled, type Reading } from "./reading.ts";
import { foldersAround, nameOfProposals, nameThatKeepsOut, plainName } from "./withheld-fields.ts";
import { isRecord, textIn, valueOfFile, watchYaml, type YamlValue } from "./yaml.ts";

/** What a slot of a programme says of talks. */
export interface Slot {
  /** Ids or titles of talks, and the fields that have them. */
  named: readonly { id: string; field: string }[];
  around: readonly SaidAround[];
  /** The slot as a talk of its own, as `{ time: 9:00, talk: Opening }` is where no other talk has that title. */
  page: ForeignPage;
}

/** What the lists of a file hold. */
export interface ListedItems {
  pages: ForeignPage[];
  slots: Slot[];
}

/** Whether no entry of a file is of anything that has a name, such as a talk, somebody or a room: it has no lists of such then. */
export const isEmpty = ({ pages, slots }: ListedItems) => slots.length === 0 && !pages.some(({ fields }) => hasName(fields.fields.names()));

const hasName = (names: readonly string[]) =>
  columnsOf([...names, "abstract"]) !== undefined || names.some((name) => ["label", "firstname", "givenname"].includes(plainName(name)));

/** How such a file begins, behind comments and blank lines. */
const STARTS = /^(?:-[ \t\r\n]|[[{]|["']?[\w-]{1,60}["']?[ \t]{0,8}:)/;
const BEFORE = /^(?:[ \t]*(?:#[^\n]*)?\r?\n){0,50}(?:---[ \t]*\r?\n)?(?:[ \t]*(?:#[^\n]*)?\r?\n){0,50}[ \t]*/;
/** What a talk with its people has, a person, a programme, a talk with its time, and a room. */
const TALK = [keys("title|name|talk"), keys("speakers?|presenters?|authors?|instructors?|speaker_?(?:name|id|slug)s?")];
const PERSON = [
  keys("name|full_?name|first_?name"),
  keys("bio|biography|company|organi[sz]ation|affiliation|job_?title|last_?name|surname|twitter|github"),
];
const PROGRAMME = [keys("time_?slots|session_?ids?|talk_?ids?")];
const TIMED = [keys("title|name|talk|session"), keys("time|start|begin|start_?time|starts_?at|time_?slot")];
const ROOM = [keys("id|key"), keys("title|name|label")];

/** Keys at the start of a line, or behind a bracket or comma. */
function keys(names: string): RegExp {
  return new RegExp(`(?:^|[{,\\n])[ \\t]{0,60}(?:-[ \\t]{1,8})?["']?(?:${names})["']?[ \\t]{0,8}:`, "i");
}

/** Whether a text may hold such lists. */
export function isDataFile(text: string): boolean {
  const start = text.slice(0, 5000);
  return (
    STARTS.test(start.slice(BEFORE.exec(start)?.[0].length)) &&
    [TALK, PERSON, PROGRAMME, TIMED, ROOM].some((all) => all.every((key) => key.test(text)))
  );
}

/** The entries of the lists of a file; what is broken in it is told. */
export function readItems(file: ForeignFile, reading: Reading): ListedItems {
  const path = file.path.replace(/\.[^./]+$/, "");
  const items: ListedItems = { pages: [], slots: [] };
  const value = valueOfFile(file, reading);
  visit(value, { file, path, key: path.slice(path.lastIndexOf("/") + 1), around: [], above: [], depth: 0 }, items);
  // Of a file without lists, such as the settings of a program, it is told that it is left out, and not what is in it.
  if (items.pages.length + items.slots.length > 0) watchYaml(value, reading);
  return items;
}

/** Lists of talks in a day, a room or a session. */
const GROUPS: ReadonlySet<string> = new Set(
  (
    "talks sessions presentations papers items entries events schedule program programme agenda slots timeslots days lectures " +
    "lightningtalks workshops keynotes posters tracks rooms"
  ).split(" "),
);
/** Lists of people in a list of people. */
const GROUPS_OF_PEOPLE: ReadonlySet<string> = new Set("groups members people speakers presenters list items".split(" "));
/** Fields of a slot that name talks. */
const IDS: ReadonlySet<string> = new Set("sessionid sessionids talkid talkids session sessions talk talks items".split(" "));
/** What a day, a room or a slot says for the talks in it. */
const AROUND: ReadonlySet<Field> = new Set<Field>(["date", "start", "end", "room", "track"]);
/** What entries are called by others. */
const NAMES: ReadonlySet<string> = new Set("slug id key uid code sessionid talkid speakerid".split(" "));
/** What is deeper is no list of talks, and is told as not kept. */
const DEEPEST = 8;

/** Where an entry stands. */
interface Position {
  file: ForeignFile;
  /** The path of the file without its ending, and the names down to here. */
  path: string;
  /** The name under which the entry stands, where its list has names. */
  key: string;
  /** What the groups around it say of when and where it is. */
  around: readonly SaidAround[];
  /** The groups around it, the nearest first. */
  above: readonly YamlValue[];
  depth: number;
}

function visit(value: YamlValue, at: Position, items: ListedItems): void {
  if (at.depth > DEEPEST) return;
  const depth = at.depth + 1;
  const names = value.fields.names();
  if (value.all.length > 0) for (const item of value.items) visit(item, { ...at, key: "", depth }, items);
  else if (names.some((name) => textsOf(value.fields.peek(name)).length > 0)) visitRecord(value, names, at, items);
  else
    for (const name of names) {
      const inner = value.fields.get(name) ?? value;
      const isGroup = isInListOfPeople(at.path) && GROUPS_OF_PEOPLE.has(plainName(name)) && isListOfRecords(inner);
      visit(inner, { ...at, path: isGroup ? at.path : `${at.path}/${name}`, key: isGroup ? "" : name, depth }, items);
    }
}

function visitRecord(value: YamlValue, names: readonly string[], at: Position, items: ListedItems): void {
  // What is in a file is a talk where talks lie, and else what its lists hold.
  const isAll = at.depth === 0 && !isInFolderOfTalks(at.path);
  const ofPeople = isInListOfPeople(at.path);
  const isGroup = (name: string) => isAll || (ofPeople ? GROUPS_OF_PEOPLE : GROUPS).has(name);
  const groups = names.filter((name) => isGroup(plainName(name)) && isListOfRecords(value.fields.peek(name)));
  if (groups.length > 0) {
    const around = innermost(saidForAll(value, at.path), at.around);
    const above = [value, ...at.above];
    for (const name of groups) {
      // People are people in whatever group.
      const path = ofPeople ? at.path : `${at.path}/${name}`;
      visit(value.fields.get(name) ?? value, { ...at, path, key: "", around, above, depth: at.depth + 1 }, items);
    }
    return;
  }
  if (isAll) return;
  const page = pageOf(value, names, at);
  const ids = isSlot(names) ? names.filter((name) => IDS.has(plainName(name))) : [];
  const named = ids.flatMap((field) => textsOf(value.fields.peek(field)).map((id) => ({ id, field })));
  const own = named.length > 1 ? saidForAll(value, at.path) : saidOf(value);
  if (named.length > 0) items.slots.push({ named, page, around: innermost(own, at.around) });
  else items.pages.push(page);
}

/** Whether a record may say of talks when they are, and nothing of a talk of its own. */
function isSlot(names: readonly string[]): boolean {
  const columns = columnsOf([...names.filter((name) => !IDS.has(plainName(name))), "title"]) ?? [];
  return columns.every((column, index) => index === columns.length - 1 || column === undefined || AROUND.has(column.field));
}

/** Whether a list is one of people, as `speakers.yml` is. */
const isInListOfPeople = (path: string) => /(?:^|\/)_?(?:speakers?|presenters?|panell?ists?)(?:[-_]?(?:list|data))?$/i.test(path);

/** Whether a file has a talk, as `talks/xen.yml` has. */
const isInFolderOfTalks = (path: string) => /(?:^|\/)_?(?:talks?|sessions?|presentations?|lectures?)\/[^/]*$/i.test(path);

/** A list of which some entry is a record, or one in which each record has a name. */
function isListOfRecords(value: YamlValue | undefined): boolean {
  if (value === undefined) return false;
  const named = [...value.fields.names()].map((name) => value.fields.peek(name));
  return value.all.some(isRecord) || (named.length > 0 && named.every((one) => one !== undefined && isRecord(one)));
}

/** The text of a value, or those of a list of texts. */
function textsOf(value: YamlValue | undefined): string[] {
  const all = value === undefined ? [] : value.all.length > 0 ? value.all : [value];
  return all.map(({ text }) => text.trim()).filter((text) => text !== "");
}

/** All text of a field, to be looked at alone; empty where there is none. */
export function textOf({ fields }: YamlValue, name: string): string {
  const value = fields.peek(name);
  return value === undefined ? "" : textIn(value);
}

/** What a record says of when and where something is, of itself or for all that is in it. */
export function saidOf(value: YamlValue): SaidAround[] {
  const names = value.fields.names();
  const columns = columnsOf([...names, "title", "abstract"]) ?? [];
  return names.flatMap((heading, index) => {
    const column = columns[index];
    // The place of a day is no room.
    const isMeant =
      column !== undefined && AROUND.has(column.field) && (column.field !== "room" || !/loc|where|place|venue|ort/i.test(heading));
    const isSaid = isMeant && textsOf(value.fields.peek(heading)).length === 1;
    return isSaid ? [{ heading, column, text: () => value.line(heading), look: () => textOf(value, heading) }] : [];
  });
}

/** What a record says for each of several talks in it: the time of a day or a session is none of theirs, but that of a slot is. */
const saidForAll = (value: YamlValue, path: string): SaidAround[] =>
  saidOf(value).filter(({ column }) => (column.field !== "start" && column.field !== "end") || SLOTS.test(path));

const SLOTS = /(?:^|\/)(?:time)?_?slots$/i;

/** What is said nearest counts. */
export function innermost(near: readonly SaidAround[], far: readonly SaidAround[]): SaidAround[] {
  return [...near, ...far.filter(({ column }) => near.every((one) => one.column.field !== column.field))];
}

function pageOf(fields: YamlValue, names: readonly string[], { file, path, key, around, above }: Position): ForeignPage {
  fields.fields.asRow();
  const id = names.find((name) => NAMES.has(plainName(name)) && textsOf(fields.fields.peek(name)).length === 1);
  const name = plainId(key || fields.line(id ?? ""));
  const page = { file, place: fields.place, fields, name, around, above, written: "", body: "" };
  const list = key === "" ? path : path.replace(/\/[^/]*$/, "");
  const folders = foldersAround(file.path);
  const lists = list.split("/").slice(file.path.split("/").length - 1);
  const kept = filled({ keptOut: nameThatKeepsOut(folders, lists), proposed: nameOfProposals(folders, lists) });
  return { ...page, path: key === "" ? `${path}/${name || "entry"}` : path, list, ...kept };
}
