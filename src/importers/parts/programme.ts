/** What the programme of a site says of talks that stand elsewhere in it: when and where they are. */
import { addTo } from "../../text/add-to.ts";
import { tidy } from "../../text/normal.ts";
import { columnsOf } from "./columns.ts";
import type { ForeignPage } from "./front-matter.ts";
import { fieldNamed } from "./listed-people.ts";
import { innermost, saidOf, type Slot } from "./item-pages.ts";
import { type Mapping, plainId } from "./page-mapping.ts";
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

/** Without entries of lists that only say of a talk that stands elsewhere when and where it is; that has it then. */
function withoutRepeats(talks: readonly ForeignPage[], mapping: Mapping | undefined): ForeignPage[] {
  const byTitle = new Map<string, ForeignPage[]>();
  for (const talk of talks) addTo(byTitle, titleOf(talk, mapping), talk);
  const repeats = new Set<ForeignPage>();
  for (const [title, alike] of byTitle) {
    const isEachElsewhere = new Set(alike.map(({ list }) => list)).size === alike.length;
    if (title === "" || alike.length === 1 || !isEachElsewhere) continue;
    const [main, ...others] = alike.toSorted((a, b) => weightOf(b) - weightOf(a));
    for (const other of others) {
      if (!main || other.list === undefined) continue;
      repeats.add(other);
      main.around = innermost(main.around ?? [], innermost(saidOf(other.fields), other.around ?? []));
    }
  }
  return talks.filter((talk) => !repeats.has(talk));
}

/** A page counts more than a list, and of lists the one that says more of a talk. */
const weightOf = ({ list, fields }: ForeignPage) => (list === undefined ? Infinity : fields.fields.names().length);

function titleOf({ fields }: ForeignPage, mapping: Mapping | undefined): string {
  const names = fields.fields.names();
  const columns = columnsOf([...names, "abstract"]) ?? [];
  const name = mapping?.fields.get("title") ?? names.find((_, index) => columns[index]?.field === "title");
  return plainTitle(fields.fields.peek(name ?? "")?.text ?? "");
}

const plainTitle = (title: string) => tidy(title).toLowerCase();
