/** The renaming and moving of records and media files: the file, what names it, its former addresses, what imports remember. */
import { existsSync } from "node:fs";
import { isDayOf } from "../../checks/event-days.ts";
import { holdsNothing } from "../../content/files.ts";
import { formatRecord } from "../../content/write-record.ts";
import { type Entry, keysOf, mapValues } from "../../intake/import-state.ts";
import { wordOfPerson } from "../../intake/withheld-names.ts";
import { fieldOf, ID_FIELDS } from "../../model/change-texts.ts";
import type { Event, Talk } from "../../model/archive.ts";
import { RESERVED_TALKS } from "../../model/addresses.ts";
import { isWindowsName } from "../../model/records/addresses.ts";
import { addressesSchema } from "../../model/records/changes.ts";
import type { RecordKind } from "../../model/records/index.ts";
import { clockMinutes } from "../../model/time.ts";
import { absolute, eventPath, mediaPath, PATHS, pagePath, speakerPath, talkCalendarPath, talkPath } from "../../model/urls.ts";
import { formerAddress, formerPages } from "../../publishing/former.ts";
import { UsageError } from "../options.ts";
import type { Life } from "./archive.ts";
import { filesBelow } from "../../preservation/walk.ts";
import { note } from "./remove.ts";
import { changeIds, changeLinks, changeTexts, MEDIA_FIELDS } from "./references.ts";

export const KINDS = ["talk", "event", "speaker", "paper", "page", "media"] as const;
export type Kind = (typeof KINDS)[number];

/** Whether the old address leads on; where it holds a name that must not be told, it does not. */
export interface RenameOptions {
  keepsAddress: boolean;
  /** The day and the time of a talk that moves to another event. */
  date?: string | undefined;
  start?: string | undefined;
}

/** Decides all changes of a new name. */
export function rename(life: Life, kind: Kind, from: string, to: string, options: RenameOptions = { keepsAddress: true }): void {
  if (kind !== "talk" && (options.date !== undefined || options.start !== undefined))
    throw new UsageError("`--date` and `--start` are for talks; nothing was changed.");
  if (from === to) throw new UsageError("The new name is the old one; nothing was changed.");
  const run = { talk: renameTalk, event: renameEvent, speaker: renameSpeaker, paper: renamePaper, page: renamePage, media: renameMedia };
  run[kind](life, from, to, options);
}

function renameTalk(life: Life, from: string, to: string, options: RenameOptions): void {
  const talk = life.archive.talks.find(({ id }) => id === from) ?? unknown("talk", from, "as `event/talk`");
  const [event = "", name = "", more] = to.split("/");
  if (more !== undefined || name === "")
    throw new UsageError(`\`${to}\` is not the name of a talk. Write its event too, as \`event/talk\`.`);
  const target = life.archive.events.find(({ id }) => id === event) ?? unknown("event", event, "");
  checkName(name);
  if (RESERVED_TALKS.has(name)) throw new UsageError(`A talk cannot be called \`${name}\`: every event has a page of that name.`);
  const file = life.file("events", event, "talks", `${name}.md`);
  refuseTaken(life, file, talkPath(event, name));
  moveRecord(life, "talk", talk.file, file, [talk.path, talkPath(event, name)], options);
  changeTime(life, talk, target, options);
  changeIds(life, ID_FIELDS.talk, (id) => (id === from ? to : id));
  life.changeImports((ledger, of) => {
    if (of !== talk.event.id || of !== event) return ledger;
    return { ...ledger, sources: mapValues(ledger.sources, (source) => ({ ...source, talks: renamedKey(source.talks, talk.slug, name) })) };
  });
}

/** The time that is given, or none where the event has no such day. */
function changeTime(life: Life, talk: Talk, event: Event, { date, start }: RenameOptions): void {
  const before = talk.record;
  if (date === undefined && start === undefined) {
    if (before.date === undefined || isDayOf(event, talk.when?.day ?? before.date)) return;
    const calendar = talkCalendarPath(talk.event.id, talk.slug);
    const formers = formerPages(talk).map((former) => formerAddress(calendar, talk.path, former));
    note(life, life.published([calendar, ...formers]), { date: life.today, reason: undefined });
    life.tell(
      `${before.date} is no day of ${event.record.name}, so that the talk has no day there. Give it one with \`--date\` and \`--start\`.`,
    );
  }
  const length =
    before.start !== undefined && before.end !== undefined && before.endDate === undefined
      ? (clockMinutes(before.end) - clockMinutes(before.start) + DAY) % DAY
      : before.duration;
  const day = date ?? (before.date !== undefined && isDayOf(event, before.date) ? before.date : undefined);
  if (start !== undefined && day === undefined) throw new UsageError("`--start` needs a day: give `--date` as well; nothing was changed.");
  life.change({ kind: "talk", file: talk.file }, ({ date: _, endDate, start: begins, end, duration, ...fields }) => ({
    ...fields,
    ...(day !== undefined && { date: day, ...((start ?? begins) !== undefined && { start: start ?? begins }) }),
    ...(day !== undefined && start === undefined && end !== undefined && endDate === undefined && { end }),
    ...((day === undefined || start !== undefined || end === undefined) && length !== undefined && { duration: length }),
  }));
}

const DAY = 24 * 60;

function renameEvent(life: Life, from: string, to: string, options: RenameOptions): void {
  const event = life.archive.events.find(({ id }) => id === from) ?? unknown("event", from, "as its folder is called");
  checkName(to);
  const folder = life.file("events", to);
  if (existsSync(folder) && !holdsNothing(folder)) throw new UsageError(`There is a folder \`${folder}\` already; nothing was changed.`);
  refuseTaken(life, `${folder}/event.md`, eventPath(to));
  const before = life.file("events", from);
  for (const path of filesBelow(before)) life.edits.move(`${before}/${path}`, `${folder}/${path}`);
  leaveAddress(life, "event", event.file, [event.path, eventPath(to)], options);
  for (const talk of event.talks) leaveAddress(life, "talk", talk.file, [talk.path, talkPath(to, talk.slug)], options);
  changeLinks(life, event.path, eventPath(to));
  const fields = [...new Set([...ID_FIELDS.talk, ...ID_FIELDS.event])];
  changeIds(life, fields, (id) => (id === from ? to : id.startsWith(`${from}/`) ? `${to}${id.slice(from.length)}` : id));
  for (const ending of [".json", ".next.json"]) {
    const state = life.file(".imports", `${from}${ending}`);
    if (existsSync(state)) life.edits.move(state, life.file(".imports", `${to}${ending}`));
  }
}

function renameSpeaker(life: Life, from: string, to: string, options: RenameOptions): void {
  const person = life.archive.people.find(({ slug }) => slug === from) ?? unknown("speaker", from, "as in the address of the page");
  checkName(to);
  const file = life.file("speakers", `${to}.md`);
  refuseTaken(life, file, speakerPath(to));
  const other = life.archive.people.find(({ slug }) => slug === to);
  if (other) throw new UsageError(`\`${to}\` is ${other.name} already; nothing was changed.`);
  if (person.record) moveRecord(life, "speaker", person.record.file, file, [person.path, speakerPath(to)], options);
  else {
    // A page made of talks alone is called after the name; another name needs a record.
    life.edits.write(file, formatRecord("speaker", { name: person.name, formerUrls: options.keepsAddress ? [person.path] : [] }));
    changeLinks(life, person.path, speakerPath(to));
  }
  changeIds(life, ID_FIELDS.speaker, (id) => (id === from ? to : id));
  changePersonOfImports(life, from, to);
  renameSealed(life, from, to);
}

/** Gives a person another name where sealed names lead to one. */
export function renameSealed(life: Life, from: string, to: string): void {
  const names = life.names.entries;
  const renamed = [...names].flatMap(([sealed, word]) => {
    const other = wordOfPerson(word, from, to);
    return other === word ? [] : [[sealed, other] as const];
  });
  if (renamed.length > 0) life.edits.write(life.namesFile, life.names.with(renamed).format(undefined));
}

/** Gives a person another name in what imports remember. */
export function changePersonOfImports(life: Life, from: string, to: string): void {
  changePeopleOfImports(life, new Map([[from, to]]));
}

/** Gives people other names in what imports remember; two may get the same one. */
export function changePeopleOfImports(life: Life, names: ReadonlyMap<string, string>): void {
  life.changeImports(
    (ledger) => ({
      ...ledger,
      sources: mapValues(ledger.sources, (source) => ({
        ...source,
        speakers: withJoined(source.speakers, names),
        talks: mapValues(source.talks, (entry) => ({ ...entry, record: withPeople(entry.record, names) })),
      })),
    }),
    namesPeople,
  );
}

/** Of several that become one, what the source said of the one who stays counts; who the others are there is kept. */
function withJoined(entries: Readonly<Record<string, Entry>>, names: ReadonlyMap<string, string>): Record<string, Entry> {
  const joined: Record<string, Entry> = {};
  const whoStay = Object.entries(entries).filter(([id]) => !names.has(id));
  const others = Object.entries(entries).filter(([id]) => names.has(id));
  for (const [id, entry] of [...whoStay, ...others]) {
    const to = names.get(id) ?? id;
    const first = joined[to];
    joined[to] = first ? { ...first, joined: [...keysOf(first).slice(1), ...keysOf(entry)] } : entry;
  }
  return joined;
}

/** Whether a ledger names people by their records at all; most do not. */
const namesPeople = (text: string) => /"person":|"speakers": ?\{\s*"/.test(text);

function withPeople(record: Record<string, unknown>, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const renamed = (one: Record<string, unknown>) => {
    const to = names.get(String(one["person"]));
    return to === undefined ? one : { ...one, person: to };
  };
  const speakers = record["speakers"];
  return renamed(Array.isArray(speakers) ? { ...record, speakers: (speakers as Record<string, unknown>[]).map(renamed) } : record);
}

function renamePaper(life: Life, from: string, to: string): void {
  const paper = life.archive.papers.find(({ id }) => id === from) ?? unknown("paper", from, "as its file without `.md`");
  checkName(to);
  const file = life.file("papers", `${to}.md`);
  refuseTaken(life, file, undefined);
  life.edits.move(paper.file, file);
  // Papers have places in the list and no pages, so that no address leads on, not even a full one.
  const place = (id: string) => `${PATHS.papers}#paper-${id}`;
  changeLinks(life, place(from), place(to));
  const { base } = life.archive.site;
  changeLinks(life, absolute(base, place(from)), absolute(base, place(to)));
}

function renamePage(life: Life, from: string, to: string, options: RenameOptions): void {
  const page = life.archive.pages.find(({ id }) => id === from) ?? unknown("page", from, "as its file without `.md`");
  checkName(to);
  const file = life.file("pages", `${to}.md`);
  refuseTaken(life, file, pagePath(to));
  moveRecord(life, "page", page.file, file, [page.path, pagePath(to)], options);
}

function renameMedia(life: Life, from: string, to: string, { keepsAddress }: RenameOptions): void {
  if (!life.archive.media.has(from)) unknown("media file", from, "as its path below `assets/media/`");
  const entry = { from, to };
  if (from.slice(from.lastIndexOf(".")).toLowerCase() !== to.slice(to.lastIndexOf(".")).toLowerCase())
    throw new UsageError(`\`${to}\` has another ending than \`${from}\`, which says what is in it; nothing was changed.`);
  const wrong = addressesSchema.safeParse({ movedMedia: [entry] });
  if (!wrong.success) throw new UsageError(`\`${to}\` cannot be the path of a media file; nothing was changed.`);
  if (existsSync(life.media(to))) throw new UsageError(`There is a file \`${life.media(to)}\` already; nothing was changed.`);
  refuseTaken(life, life.media(to), mediaPath(to));
  life.edits.move(life.media(from), life.media(to));
  const fields: readonly string[] = MEDIA_FIELDS;
  changeTexts(life, (text, path) => (text === from && fields.includes(fieldOf(path)) ? to : text));
  changeLinks(life, mediaPath(from), mediaPath(to));
  life.changeAddresses(({ movedMedia = [], ...rest }) => ({
    ...rest,
    movedMedia: [
      ...movedMedia.map((one) => (one.to === from ? { ...one, to } : one)).filter((one) => one.from !== one.to),
      ...(keepsAddress ? [entry] : []),
    ],
  }));
}

/** A record at another place: its file, its former address, links to it. */
function moveRecord(
  life: Life,
  kind: RecordKind,
  file: string,
  to: string,
  paths: readonly [from: string, to: string],
  options: RenameOptions,
): void {
  life.edits.move(file, to);
  leaveAddress(life, kind, file, paths, options);
  changeLinks(life, ...paths);
}

/** Notes the old address in the record; the new one is no former address any more. */
function leaveAddress(
  life: Life,
  kind: RecordKind,
  file: string,
  [from, to]: readonly [string, string],
  { keepsAddress }: RenameOptions,
): void {
  life.change({ kind, file }, ({ formerUrls, ...fields }) => {
    const before = Array.isArray(formerUrls) ? (formerUrls as string[]) : [];
    const after = [...new Set([...before, ...(keepsAddress ? [from] : [])])].filter((path) => path !== to);
    return { ...fields, ...(after.length > 0 && { formerUrls: after }) };
  });
}

function renamedKey<Value>(entries: Readonly<Record<string, Value>>, from: string, to: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key === from ? to : key, value]));
}

function unknown(what: string, name: string, how: string): never {
  throw new UsageError(`There is no ${what} \`${name}\`. Write its name${how === "" ? "" : ` ${how}`}; nothing was changed.`);
}

function checkName(name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 100 && !isWindowsName(name)) return;
  throw new UsageError(
    `\`${name}\` cannot be the name of a record. Write at most 100 small letters, digits and single hyphens; nothing was changed.`,
  );
}

function refuseTaken(life: Life, file: string, path: string | undefined): void {
  if (existsSync(file)) throw new UsageError(`There is a file \`${file}\` already; nothing was changed.`);
  const removed = life.archive.vocabularies.addresses?.record.removed ?? [];
  if (path !== undefined && removed.some((one) => one.path === path))
    throw new UsageError(`\`${path}\` is the address of something that was removed, as addresses.yaml says; nothing was changed.`);
}
