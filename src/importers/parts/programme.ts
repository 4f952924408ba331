/** What the programme of a site says of talks that stand elsewhere in it: when and where they are. */
import { addTo } from "../../text/add-to.ts";
import { tidy } from "../../text/normal.ts";
import { columnsOf, type Field } from "./columns.ts";
import { draftOf, type ForeignPage, type SaidAround } from "./front-matter.ts";
import { innermost, saidOf, type Slot, textOf } from "./item-pages.ts";
import { fieldNamed, NAMES_PAGES, PERSON_FIELDS } from "./listed-people.ts";
import { type Mapping, plainId } from "./page-mapping.ts";
import type { Reading } from "./reading.ts";

/**
 * Talks with what slots say of them. A slot names a talk by its id or its title; an entry of a list that has the title of a talk of another list, or
 * of a page, is one too, unless the two differ in their people or their time. A slot of which no talk is known is a talk of its own where it has a
 * title, and else told as not kept. What a source does not show of its programme, it says of no talk. `nameOf` has people by what entries call them.
 */
export function withProgramme(
  talks: readonly ForeignPage[],
  slots: readonly Slot[],
  mapping: Mapping | undefined,
  nameOf: ReadonlyMap<string, string>,
  reading: Reading,
): ForeignPage[] {
  const kept = withoutRepeats(talks, mapping, nameOf);
  const byId = new Map<string, ForeignPage[]>();
  const byTitle = new Map<string, ForeignPage[]>();
  for (const talk of kept) {
    if (talk.name !== "") addTo(byId, talk.name, talk);
    addTo(byTitle, titleOf(talk, mapping), talk);
  }
  const only = (found: readonly ForeignPage[] | undefined) => (found?.length === 1 ? found[0] : undefined);
  const slotsOf = new Map<ForeignPage, Slot[]>();
  const own: ForeignPage[] = [];
  for (const slot of slots) {
    const found = slot.named.map(({ id }) => only(byId.get(plainId(id))) ?? only(byTitle.get(plainTitle(id))));
    const [{ id: title = "" } = {}, another] = slot.named;
    // What is an id, or that of several, is no title.
    const isTitle = /\p{L}/u.test(title) && !/^[\da-z_-]+$/.test(title) && !byId.has(plainId(title)) && !byTitle.has(plainTitle(title));
    const isTalk = isTitle && another === undefined;
    if (isTalk) own.push(slot.page);
    const isShown = Object.keys(draftOf(slot.page)).length === 0;
    // That the talk has what the slot says is how the id is kept.
    if (!isTalk) for (const field of new Set(slot.named.map((one) => one.field))) void slot.page.fields.fields.get(field)?.items;
    for (const [index, { field }] of isTalk ? [] : slot.named.entries()) {
      const talk = found[index];
      if (talk && isShown) addTo(slotsOf, talk, slot);
      else reading.drop(field);
    }
  }
  for (const talk of kept) if (!slotsOf.has(talk) && statusOf(talk).every(({ look }) => look() === "")) talk.keptOut ??= talk.proposed;
  for (const [talk, [slot, another]] of slotsOf) if (slot && !another) talk.around = innermost(talk.around ?? [], slot.around);
  return [...kept, ...own];
}

/** Whether an entry of a list is a room with an id. */
export const isRoom = ({ list = "", name, fields }: ForeignPage) =>
  /(?:^|\/)_?rooms?$/i.test(list) && name !== "" && fieldNamed(fields, NAMES_OF_ROOMS) !== undefined;

/** The names of rooms by their ids, but for ids that are those of several rooms, such as in lists of two years. */
export function roomsOf(entries: readonly ForeignPage[]): Map<string, string> {
  const rooms = new Map<string, string>();
  for (const { name: id, fields } of entries.filter(isRoom)) {
    const name = fields.line(fieldNamed(fields, NAMES_OF_ROOMS) ?? "");
    rooms.set(id, (rooms.get(id) ?? name) === name ? name : "");
  }
  return new Map([...rooms].filter(([, name]) => name !== ""));
}

const NAMES_OF_ROOMS = ["title", "name", "label"];

/**
 * Without entries of lists that only say of a talk that stands elsewhere when and where it is; that has it then, and is as little shown as they are. Two
 * entries of one title that are at different times, such as two coffee breaks, are two.
 */
function withoutRepeats(talks: readonly ForeignPage[], mapping: Mapping | undefined, nameOf: ReadonlyMap<string, string>): ForeignPage[] {
  const byTitle = new Map<string, ForeignPage[]>();
  for (const talk of talks) addTo(byTitle, titleOf(talk, mapping), talk);
  const repeats = new Set<ForeignPage>();
  for (const [title, alike] of byTitle) {
    const isEachElsewhere = new Set(alike.map(({ list }) => list)).size === alike.length;
    if (title === "" || alike.length === 1 || alike.length > MOST_ALIKE || !isEachElsewhere) continue;
    const mains: ForeignPage[] = [];
    for (const talk of alike.toSorted((a, b) => weightOf(b, mapping) - weightOf(a, mapping))) {
      const main = talk.list === undefined ? undefined : mains.find((one) => canHave(one, talk, mapping) && !areTwo(one, talk, nameOf));
      if (main === undefined) mains.push(talk);
      else {
        repeats.add(talk);
        main.around = innermost(main.around ?? [], [...innermost(saidOf(talk.fields), talk.around ?? []), ...statusOf(talk)]);
        main.keptOut ??= talk.keptOut;
        // What is in a list of another name, too, was chosen.
        main.proposed = main.proposed !== undefined && talk.proposed !== undefined ? main.proposed : undefined;
        main.above = [...main.above, talk.fields, ...talk.above];
      }
    }
  }
  return talks.filter((talk) => !repeats.has(talk));
}

/** A title that more lists have, such as that of a break, is none by which a talk is known. */
const MOST_ALIKE = 50;

/** What an entry says of its status, such as that it was rejected. */
function statusOf({ fields }: ForeignPage): SaidAround[] {
  const names = fields.fields.names();
  const columns = columnsOf([...names, "title", "abstract"]) ?? [];
  return names.flatMap((heading, index) => {
    const column = columns[index];
    return column?.field === "status" ? [{ heading, column, text: () => fields.line(heading), look: () => textOf(fields, heading) }] : [];
  });
}

/** Whether two entries of one title are two talks: by other people, or on another day or at another time. */
function areTwo(one: ForeignPage, another: ForeignPage, nameOf: ReadonlyMap<string, string>): boolean {
  const [people, others] = [peopleOf(one, nameOf), peopleOf(another, nameOf)];
  const isKey = (text: string) => !text.includes(" ");
  const canBeCompared =
    people.length > 0 && others.length > 0 && [...people, ...others].every((text, _, [first = ""]) => isKey(text) === isKey(first));
  if (canBeCompared && !people.some((person) => others.some((other) => person.includes(other) || other.includes(person)))) return true;
  return (["date", "start"] as const).some((field) => {
    const [said, other] = [saidBy(one, field), saidBy(another, field)];
    // Days and times in different forms may be the same.
    const isSameForm = said.replace(/\d/g, "0") === other.replace(/\d/g, "0");
    return said !== other && isSameForm;
  });
}

/** The day or time of an entry; `09:30` for `9:30`. */
function saidBy({ fields, around = [] }: ForeignPage, field: "date" | "start"): string {
  const said = innermost(saidOf(fields), around).find(({ column }) => column.field === field);
  return (said?.look() ?? "").replace(/^\d(?=[:.]\d\d)/, "0$&");
}

/** Whether a talk can have what an entry of its title says: it says more than when it is, and in its own file only an entry that knows its time repeats it. */
function canHave(talk: ForeignPage, entry: ForeignPage, mapping: Mapping | undefined): boolean {
  if (talk.list === undefined) return true;
  return saysOfTalk(talk, mapping) && (talk.file !== entry.file || (saidBy(talk, "start") === "" && saidBy(entry, "start") !== ""));
}

/** Whether an entry has people or an abstract. */
function saysOfTalk({ fields }: ForeignPage, mapping: Mapping | undefined): boolean {
  const names = fields.fields.names().filter((name) => textOf(fields, name) !== "");
  const columns = columnsOf([...names, "title"]) ?? [];
  const mapped = ["speakers", "abstract", "description"].map((field) => mapping?.fields.get(field));
  return names.some((name, index) => OF_TALK.has(columns[index]?.field ?? "title") || NAMES_PAGES.test(name) || mapped.includes(name));
}

const OF_TALK: ReadonlySet<Field> = new Set<Field>(["speakers", "firstName", "abstract", "description"]);

/** The people of an entry, in small letters: by their names, or else as they are written. */
function peopleOf({ fields }: ForeignPage, nameOf: ReadonlyMap<string, string>): string[] {
  const names = fields.fields.names();
  const columns = columnsOf([...names, "title", "abstract"]) ?? [];
  const texts = names.flatMap((name, index) => {
    const value = columns[index]?.field === "speakers" ? fields.fields.peek(name) : undefined;
    const all = value === undefined ? [] : value.all.length > 0 ? value.all : [value];
    return all.slice(0, MOST_ALIKE).map((one) => {
      const parts = [PERSON_FIELDS.name, PERSON_FIELDS.firstName, PERSON_FIELDS.lastName].map((usual) => fieldNamed(one, usual) ?? "");
      return one.text.trim() || parts.map((part) => one.fields.peek(part)?.text ?? "").join(" ");
    });
  });
  return texts.map((text) => plainTitle(nameOf.get(plainId(text.trim())) ?? text)).filter((text) => text !== "");
}

/** A page counts more than an entry of a list, and of those one with people or an abstract more than others, and one with more fields. */
function weightOf(page: ForeignPage, mapping: Mapping | undefined): number {
  if (page.list === undefined) return Infinity;
  return page.fields.fields.names().length + (saysOfTalk(page, mapping) ? 1e6 : 0);
}

/** The title of a talk, as it is compared. */
export function titleOf({ fields }: ForeignPage, mapping: Mapping | undefined): string {
  const names = fields.fields.names();
  const columns = columnsOf([...names, "abstract"]) ?? [];
  const name = mapping?.fields.get("title") ?? names.find((_, index) => columns[index]?.field === "title");
  return plainTitle(fields.fields.peek(name ?? "")?.text ?? "");
}

/** A title or a name, as it is compared. */
export const plainTitle = (title: string) => tidy(title).toLowerCase();
