/** What the programme of a site says of talks that stand elsewhere in it: when and where they are. */
import { addTo } from "../../text/add-to.ts";
import { tidy } from "../../text/normal.ts";
import { columnsOf, type Field } from "./columns.ts";
import type { ForeignPage } from "./front-matter.ts";
import { fieldNamed } from "./listed-people.ts";
import { innermost, saidOf, type Slot, textOfAll } from "./item-pages.ts";
import { type Mapping, plainId } from "./page-mapping.ts";
import { NAMES_PAGES } from "./pages-of-people.ts";
import type { Reading } from "./reading.ts";

/**
 * Talks with what slots say of them. A slot names a talk by its id or its title; an entry of a list that has the title of a talk of another list, or
 * of a page, is one too. A slot of which no talk is known is a talk of its own where it has a title, and else told as not kept.
 */
export function withProgramme(
  talks: readonly ForeignPage[],
  slots: readonly Slot[],
  mapping: Mapping | undefined,
  reading: Reading,
): ForeignPage[] {
  const kept = withoutRepeats(talks, mapping);
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
    const isTalk = found.every((talk) => talk === undefined) && slot.named.length === 1 && /\p{L}/u.test(slot.named[0]?.id ?? "");
    if (isTalk) own.push(slot.page);
    for (const [index, { field }] of isTalk ? [] : slot.named.entries()) {
      // That the talk has what the slot says is how the id is kept.
      void slot.page.fields.fields.get(field)?.items;
      const talk = found[index];
      if (talk) addTo(slotsOf, talk, slot);
      else reading.drop(field);
    }
  }
  for (const [talk, [slot, another]] of slotsOf) if (slot && !another) talk.around = innermost(talk.around ?? [], slot.around);
  return [...kept, ...own];
}

/** Whether an entry of a list is a room with an id. */
export const isRoom = ({ list = "", name, fields }: ForeignPage) =>
  /(?:^|\/)_?rooms?$/i.test(list) && name !== "" && fieldNamed(fields, NAMES_OF_ROOMS) !== undefined;

/** The names of rooms by their ids. */
export function roomsOf(entries: readonly ForeignPage[]): Map<string, string> {
  const rooms = entries
    .filter(isRoom)
    .map(({ name, fields }): [string, string] => [name, fields.line(fieldNamed(fields, NAMES_OF_ROOMS) ?? "")]);
  return new Map(rooms.filter(([, name]) => name !== ""));
}

const NAMES_OF_ROOMS = ["title", "name", "label"];

/**
 * Without entries of lists that only say of a talk that stands elsewhere when and where it is, which that has then. Two entries of one title that are
 * at different times, such as two coffee breaks, are two.
 */
function withoutRepeats(talks: readonly ForeignPage[], mapping: Mapping | undefined): ForeignPage[] {
  const byTitle = new Map<string, ForeignPage[]>();
  for (const talk of talks) addTo(byTitle, titleOf(talk, mapping), talk);
  const repeats = new Set<ForeignPage>();
  for (const [title, alike] of byTitle) {
    const isEachElsewhere = new Set(alike.map(({ list }) => list)).size === alike.length;
    if (title === "" || alike.length === 1 || !isEachElsewhere) continue;
    const [main, ...others] = alike.toSorted((a, b) => weightOf(b, mapping) - weightOf(a, mapping));
    for (const other of others) {
      if (!main || other.list === undefined || !isSameTalk(main, other, mapping)) continue;
      repeats.add(other);
      main.around = innermost(main.around ?? [], innermost(saidOf(other.fields), other.around ?? []));
    }
  }
  return talks.filter((talk) => !repeats.has(talk));
}

/** Whether two entries of one title are one talk: the first says more than when it is, and neither says another day or time than the other. */
function isSameTalk(main: ForeignPage, other: ForeignPage, mapping: Mapping | undefined): boolean {
  const said = ({ fields, around = [] }: ForeignPage, field: Field) =>
    innermost(saidOf(fields), around)
      .find(({ column }) => column.field === field)
      ?.look() ?? "";
  const isAgreed = ([one, two]: readonly string[]) => one === "" || two === "" || one === two;
  const [day, time] = (["date", "start"] as const).map((field) => [said(main, field), said(other, field)]);
  if (!day || !time || !isAgreed(day) || !isAgreed(time)) return false;
  const hasMore = main.body !== "" || main.list === undefined || saysOfTalk(main, mapping);
  return hasMore && (main.file !== other.file || (time[0] === "" && time[1] !== ""));
}

/** Whether an entry has people or an abstract. */
function saysOfTalk({ fields }: ForeignPage, mapping: Mapping | undefined): boolean {
  const names = fields.fields.names().filter((name) => textOfAll(fields.fields.peek(name)) !== "");
  const columns = columnsOf([...names, "title"]) ?? [];
  const mapped = ["speakers", "abstract", "description"].map((field) => mapping?.fields.get(field));
  return names.some((name, index) => OF_TALK.has(columns[index]?.field ?? "title") || NAMES_PAGES.test(name) || mapped.includes(name));
}

const OF_TALK: ReadonlySet<Field> = new Set<Field>(["speakers", "firstName", "abstract", "description"]);

/** A page counts more than an entry of a list, and of those one with people or an abstract more than others, and one with more fields. */
function weightOf(page: ForeignPage, mapping: Mapping | undefined): number {
  if (page.list === undefined) return Infinity;
  return page.fields.fields.names().length + (saysOfTalk(page, mapping) ? 1e6 : 0);
}

function titleOf({ fields }: ForeignPage, mapping: Mapping | undefined): string {
  const names = fields.fields.names();
  const columns = columnsOf([...names, "abstract"]) ?? [];
  const name = mapping?.fields.get("title") ?? names.find((_, index) => columns[index]?.field === "title");
  return plainTitle(fields.fields.peek(name ?? "")?.text ?? "");
}

const plainTitle = (title: string) => tidy(title).toLowerCase();
