/**
 * Reads conference sites of Hugo, Jekyll and Eleventy: a page for each talk and speaker, or lists of them in YAML or JSON, and a mapping file for what
 * their fields are called.
 */
import { canBeFormer } from "../model/addresses.ts";
import { isTimeZone } from "../model/time.ts";
import { append } from "../text/append.ts";
import type { ForeignConference, ForeignFile, ForeignSpeaker, ForeignTalk, Importer } from "./importer.ts";
import { type Column, columnsOf, type Field, isField } from "./parts/columns.ts";
import { cascade, draftOf, type ForeignPage, hasFrontMatter, readForeignPage } from "./parts/front-matter.ts";
import {
  fieldNamed,
  listedPeople,
  MOST_PEOPLE,
  nameByPage,
  nameInTalk,
  NAMES_PAGES,
  type PageCell,
  PERSON_FIELDS,
  peopleCells,
  profilesOf,
  withProfiles,
} from "./parts/listed-people.ts";
import { isDataFile, isEmpty, type ListedItems, readItems, type Slot, textOf } from "./parts/item-pages.ts";
import { dateOrder } from "./parts/loose-times.ts";
import { isRoom, roomsOf, withProgramme } from "./parts/programme.ts";
import { tellLeftOut } from "./parts/left-out.ts";
import { isPath, linesOf, type Mapping, MAPPING, plainId, readMapping, textOfField, wholeAddress } from "./parts/page-mapping.ts";
import {
  isListPage,
  isOfTalk,
  isPageOfPerson,
  namesByPage,
  namesOfPeople,
  pagesNamed,
  type People,
  readPeople,
} from "./parts/pages-of-people.ts";
import { filled, lineOf, Reading } from "./parts/reading.ts";
import { isKind } from "./parts/schedule-text.ts";
import { saysWhether } from "./parts/stated.ts";
import { readTableRow, TableRow } from "./parts/table-row.ts";
import { isCalledOff, plainName, wasCalledOff } from "./parts/withheld-fields.ts";
import type { YamlValue } from "./parts/yaml.ts";

export const frontMatter: Importer = {
  name: "front-matter",
  title:
    "sites of Hugo, Jekyll or Eleventy (pages with front matter, lists in YAML or JSON), with a mapping file where fields have names of their own",
  recognises: ({ text }) => hasFrontMatter(text) || MAPPING.test(text.slice(0, 5000)) || isDataFile(text),
  read(files, today) {
    const reading = new Reading();
    const [mapping] = files.filter(({ text }) => !hasFrontMatter(text) && MAPPING.test(text));
    const others = files.filter((file) => file !== mapping);
    const pages = others.flatMap((file) => readForeignPage(file, reading) ?? []);
    cascade(pages);
    const lists = others.filter(({ text }) => !hasFrontMatter(text)).map((file) => ({ file, ...readItems(file, reading) }));
    // With a mapping file, titles may have any name.
    const isLeft = (list: ListedItems) => (mapping ? list.pages.length + list.slots.length === 0 : isEmpty(list));
    const empty = lists.flatMap((list) => (isLeft(list) ? [list.file] : []));
    const entries = lists.flatMap((list) => (isLeft(list) ? [] : list.pages));
    const rooms = roomsOf(entries);
    append(
      pages,
      entries.filter((entry) => !isRoom(entry)),
    );
    const slots = lists.flatMap((list) => list.slots);
    for (const page of [...pages, ...slots.map((slot) => slot.page)]) {
      page.today = today;
      page.rooms = rooms;
    }
    return reading.finish(readPages({ pages, slots, empty }, mapping && readMapping(mapping, reading), reading));
  },
};

/** What the files of a site hold. */
interface FoundPages {
  pages: readonly ForeignPage[];
  slots: readonly Slot[];
  /** Files of data without lists. */
  empty: readonly ForeignFile[];
}

function readPages({ pages, slots, empty }: FoundPages, mapping: Mapping | undefined, reading: Reading): ForeignConference[] {
  const isBelow = ({ path }: ForeignPage, folder: string) => `/${path}`.includes(`/${folder.replace(/^\/|\/$/g, "")}/`);
  const certain = new Set(pages.filter((page) => (mapping?.speakers ? isBelow(page, mapping.speakers) : isPageOfPerson(page))));
  const likely = pages.filter((page) => !certain.has(page) && (mapping?.talks ? isBelow(page, mapping.talks) : isTalk(page, mapping)));
  const found = mapping?.talks ? likely : withoutNews(likely);
  const [areLikely, areTalks] = [new Set(likely), new Set(found)];
  const posts = likely.filter((page) => !areTalks.has(page));
  const others = pages.filter((page) => !certain.has(page) && !areLikely.has(page));
  const named = mapping?.speakers ? new Set<ForeignPage>() : pagesNamed(found, others);
  const people = pages.filter((page) => certain.has(page) || named.has(page));
  const talks = withProgramme(found, slots, mapping, namesOfPeople(people), reading);
  const rest = others.filter((page) => !named.has(page));
  tellLeftOut({ others: rest, posts, empty }, people.length + talks.length === 0, reading);
  const { speakers, drafts, ...known } = readPeople(people, talks, mapping, reading);
  const { order } = dateOrder(talks.flatMap((page) => datesOf(page, mapping)));
  const conferences = new Map<string, ForeignConference>();
  const withLinks: ForeignSpeaker[] = [];
  for (const page of talks) {
    reading.row();
    const read = readTalk(page, mapping, known, order, reading);
    if (!read) continue;
    const { talk, event, people: listed } = read;
    append(withLinks, listed);
    const key = mapping?.event?.line("name") || event || "front-matter";
    const conference = conferences.get(key) ?? { key, ...eventOf(mapping, event, reading), talks: [], speakers: [] };
    conferences.set(key, conference);
    conference.talks.push(talk);
  }
  const first = [...conferences.values()][0] ?? { key: "front-matter", ...eventOf(mapping, "", reading), talks: [], speakers: [] };
  return speakers.length + talks.length === 0
    ? []
    : [{ ...first, speakers: [...withProfiles(speakers, withLinks), ...drafts] }, ...[...conferences.values()].slice(1)];
}

function eventOf(mapping: Mapping | undefined, name: string, reading: Reading): Pick<ForeignConference, "event" | "slug"> {
  const event = mapping?.event;
  const zone = event?.line("timezone") ?? "";
  if (zone !== "" && !isTimeZone(zone) && event)
    reading.warn(event.place, "bad-time-zone", `\`${zone}\` is not a time zone.`, "Write an IANA name, such as `Europe/Berlin`.");
  return {
    event: filled({
      name: event?.line("name") || name,
      timezone: isTimeZone(zone) ? zone : undefined,
      city: event?.line("city"),
      country: event?.line("country"),
      venue: event?.line("venue"),
    }),
    ...filled({ slug: event?.line("id") }),
  };
}

/** The days that a page and what stands around it name. */
const datesOf = (page: ForeignPage, mapping: Mapping | undefined): string[] => [
  textOfField(page, mapping?.fields.get("date") ?? "date"),
  ...(page.around ?? []).flatMap(({ column, text }) => (column.field === "date" ? [text()] : [])),
];

/** A page with a title that names speakers, or a time, or lies where talks lie. */
function isTalk(page: ForeignPage, mapping: Mapping | undefined): boolean {
  const { fields, path } = page;
  // In a list each entry may have all fields, also those that it leaves empty.
  const all = fields.fields.names();
  const names = page.list === undefined ? all : all.filter((name) => textOf(fields, name) !== "");
  const columns = columnsOf([...names, "abstract"]) ?? [];
  const known = new Set(columns.flatMap((column) => column?.field ?? []));
  const mapped = mapping !== undefined && [...mapping.fields.values()].filter((name) => names.includes(name)).length >= 2;
  const inFolder = /(?:^|\/)_?(talks?|sessions?|presentations?|program(me)?|schedule|lectures?|events?)\/([^/]+\/)?[^/]+$/i.test(path);
  if (!mapped && (isListPage(page) || PACKAGES.test(page.list ?? ""))) return false;
  const namesPeople = isOfTalk(page) || names.some((name, index) => NAMES_PAGES.test(name) || isOfPeople(page, name, columns[index]));
  // What has a time in another list may be a slide or a chapter.
  const isTimed = known.has("start") && (page.list === undefined || PROGRAMME.test(page.list.slice(page.file.path.lastIndexOf("/") + 1)));
  return mapped || (known.has("title") && (namesPeople || isTimed || (inFolder && known.size > 2)));
}

/** The names of lists of a programme. */
const PROGRAMME =
  /schedul|program|agenda|timetable|session|talk|presentation|event|slot|days?\b|tracks?\b|lecture|vortr|fahrplan|horari|orari/i;

/** Lists of what a program needs, which has authors and a time, too: that of `composer.lock`. */
const PACKAGES = /(?:^|\/)(?:packages|(?:\w*-?)dependencies)(?:-dev)?$/i;

/**
 * Whether a field has the people of a talk. In a list, a `name` beside a title is that of somebody, such as an organizer, whose title is a role; and
 * what has an author, but no abstract, may be a post.
 */
function isOfPeople({ list, fields }: ForeignPage, name: string, column: Column | undefined): boolean {
  const hasAbstract = fields.fields.names().some((one) => plainName(one) === "abstract");
  if (column?.field === "firstName") return list === undefined && !isNameOfPerson(fields);
  // `speaker: true` says it of the person whose page it is.
  if (column?.field !== "speakers" || saysWhether(textOf(fields, name))) return false;
  if (list === undefined) return !/^(?:full)?name$/.test(plainName(name)) || !isNameOfPerson(fields);
  return !/^(?:full)?names?$|^by$|^author/.test(plainName(name)) || (/^author/.test(plainName(name)) && hasAbstract);
}

/** Whether the title of a page is the name of the person whose page it is, such as an organizer. */
function isNameOfPerson(fields: YamlValue): boolean {
  const text = (usual: readonly string[]) => textOf(fields, fieldNamed(fields, usual) ?? "").trim();
  const names = [text(PERSON_FIELDS.name), `${text(PERSON_FIELDS.firstName)} ${text(PERSON_FIELDS.lastName)}`];
  return text(["title"]) !== "" && names.includes(text(["title"]));
}

const FOLDER_OF_NEWS = /(?:^|\/)(?:_posts|posts?|blogs?|news)\//i;
const FOLDER_OF_TALKS = /(?:^|\/)_?(?:talks|sessions|presentations|lectures)\//i;

/**
 * Without the posts of a site that has its talks elsewhere: they name an author and a day, too. Where all talks are posts, they stay; and beside lists,
 * those that name a speaker.
 */
function withoutNews(pages: readonly ForeignPage[]): readonly ForeignPage[] {
  const haveFolder = pages.some(({ path }) => FOLDER_OF_TALKS.test(path));
  if (!haveFolder && !pages.some(({ list }) => list !== undefined)) return pages;
  const namesSpeaker = ({ fields }: ForeignPage) => fields.fields.names().some((name) => /^(?:speaker|presenter)/i.test(name));
  return pages.filter((page) => !FOLDER_OF_NEWS.test(page.path) || FOLDER_OF_TALKS.test(page.path) || (!haveFolder && namesSpeaker(page)));
}

interface ReadTalk {
  talk: ForeignTalk;
  event: string;
  /** Its people who have profiles on other sites. */
  people: ForeignSpeaker[];
}

function readTalk(
  page: ForeignPage,
  mapping: Mapping | undefined,
  { names: known, shown, givers, roleOf }: People,
  order: ReturnType<typeof dateOrder>["order"],
  reading: Reading,
): ReadTalk | undefined {
  const columns = columnsOfPage(page, mapping, shown);
  const lists = [...columns].flatMap(([name, { field }]) => {
    const people = field === "speakers" ? listedPeople(page.fields.fields.get(name)) : undefined;
    return people ? [{ name, people }] : [];
  });
  const cells = [...columns].flatMap(([name, column]): PageCell[] => {
    const people = lists.find((list) => list.name === name)?.people;
    if (people) return peopleCells(name, people, { known, shown });
    const text =
      NAMES_PAGES.test(name) && column.field === "speakers"
        ? namesByPage(page, name, shown, reading)
        : cellText(page, name, column, known, reading);
    return [{ heading: name, column, text }];
  });
  for (const { heading, column, text } of page.around ?? [])
    if (cells.every((cell) => cell.column.field !== column.field)) cells.push({ heading, column, text: text() });
  const isNamed = NAMED.some((field) => [...columns.values()].some((column) => column.field === field));
  const gave = givers.get(page) ?? [];
  if (!isNamed) append(cells, giverCells(gave));
  const own = cells.find(({ column, text }) => column.field === "url" && isPath(text));
  const row = new TableRow(
    page.place,
    { columns: cells.map(({ column }) => column), cells: cells.map(({ heading }) => heading) },
    // Without its site the path of the page is no address, and is kept as a former path alone.
    cells.map(({ column, text }) =>
      column.field === "room"
        ? (page.rooms?.get(plainId(text)) ?? text)
        : ADDRESSES.has(column.field) && isPath(text)
          ? (wholeAddress(text, mapping) ?? (column === own?.column ? "" : text))
          : text,
    ),
    reading,
  );
  const read = readTableRow(row, order, reading, { markdown: page.body });
  if (!read) return undefined;
  const { homePage, ...talk } = read;
  const links = homePage === undefined ? {} : { links: [...(talk.record.links ?? []), { title: homePage, url: homePage }] };
  const ownPaths = own === undefined || talk.url !== undefined ? [] : keptPaths(own.heading, own.text, reading);
  const paths = [...ownPaths, ...formerPathsOf(page, reading)];
  const record = {
    ...talk.record,
    ...links,
    ...filled({ formerUrls: paths }),
    ...calledOff(page, reading),
    ...draftOf(page),
  };
  // The name of its list or folder keeps it out.
  if (page.keptOut !== undefined)
    reading.guess(page.keptOut, `${page.keptOut === page.proposed ? "talks that were handed in, and so " : ""}drafts, which no page shows`);
  const speakers = talk.speakers.map((one) => ({ ...one, ...filled({ role: one.role ?? roleOf(one.name) }) }));
  // The talk says itself who gave it.
  for (const { name, field } of isNamed ? gave : []) if (!speakers.some((one) => one.name === name)) reading.drop(field);
  // What a draft, or a page whose day is to come, says of people is as private as the page.
  const listed = record.draft || record.publishFrom !== undefined ? [] : lists.flatMap(({ people }) => people);
  return {
    talk: { ...talk, speakers, record, ...namedAs(page, talk) },
    event: lineOf(row.text("event")),
    people: listed.flatMap((person) => {
      const name = nameInTalk(person, shown, talk);
      const profiles = name === undefined ? [] : profilesOf(person, page.place, reading);
      return name === undefined || profiles.length === 0 ? [] : [{ rows: [], key: name, name, links: profiles }];
    }),
  };
}

/** What identifies a talk, and what its file may be called; a number is no name of a file, and an entry of a list may have neither. */
function namedAs({ name, list }: ForeignPage, { key, record }: ForeignTalk): Pick<ForeignTalk, "key" | "slug"> {
  const isName = list === undefined || /\p{L}/u.test(name);
  return { key: key === record.title && name !== "" ? name : key, ...filled({ slug: isName ? name : undefined }) };
}

/** Those whose pages name a talk, as its speakers: each in a cell of its own, as names may have commas, or all in one. */
function giverCells(givers: readonly { name: string }[]): PageCell[] {
  const names = [...new Set(givers.map(({ name }) => name))];
  const texts = names.length > MOST_PEOPLE ? [names.join("\n")] : names;
  return texts.map((text, speaker) => ({ heading: `speakers[${speaker}]`, column: { field: "speakers", speaker }, text }));
}

/** A talk whose page says so under a name of its own, such as `cancelled: true`. */
function calledOff({ fields }: ForeignPage, reading: Reading): Pick<ForeignTalk["record"], "status"> {
  const name = fields.fields.names().find((one) => isCalledOff(plainName(one)));
  return name !== undefined && wasCalledOff(name, fields.line(name), reading) ? { status: "cancelled" } : {};
}

/** The paths that lead on to a page, as Hugo (`aliases`) and a plugin of Jekyll (`redirect_from`) have them. */
function formerPathsOf(page: ForeignPage, reading: Reading): string[] {
  const names = page.fields.fields.names().filter((name) => ["aliases", "redirectfrom"].includes(plainName(name)));
  return names.flatMap((name) => keptPaths(name, textOfField(page, name), reading));
}

/** The paths of a field, one a line; those that cannot lead on, such as `/talks/:title/` and that of the home page, are told as not kept. */
function keptPaths(field: string, text: string, reading: Reading): string[] {
  const paths = linesOf(text).filter((path) => path !== "");
  for (const path of paths) if (!canBeFormer(path)) reading.drop(field);
  return paths.filter(canBeFormer);
}

/** The fields that say who gave a talk. */
const NAMED: readonly Field[] = ["speakers", "firstName"];

const ADDRESSES: ReadonlySet<Field> = new Set<Field>(["url", "slides", "video"]);

/** What each field of a page is, by its name: as the mapping says, or as such fields are usually called. */
function columnsOfPage({ fields }: ForeignPage, mapping: Mapping | undefined, known: ReadonlyMap<string, string>): Map<string, Column> {
  // To look at what they say is not to read them.
  const texts = new Map([...fields.fields.fields()].map(({ name, text }) => [name, text()]));
  // A field without a value stands for none that has one.
  const names = [...texts.keys()].filter((name) => texts.get(name) !== "");
  const guessed = columnsOf(names) ?? columnsOf([...names, "abstract"]) ?? [];
  const mapped = new Map(
    [...(mapping?.fields ?? [])].flatMap(([field, name]): [string, Field][] => (isField(field) ? [[name, field]] : [])),
  );
  const taken = new Set(mapped.values());
  const columns = new Map<string, Column>();
  for (const [index, name] of names.entries()) {
    const field = mapped.get(name);
    const guess = guessed[index];
    if (field) columns.set(name, { field, speaker: 0 });
    else if (guess && !taken.has(guess.field)) columns.set(name, guess);
  }
  const has = (...some: Field[]) => [...columns.values()].some(({ field }) => some.includes(field));
  // Some sites have people in pages of their own alone, and name those pages.
  const byPage = names.find((name) => NAMES_PAGES.test(name) && linesOf(texts.get(name)).some((one) => nameByPage(one, known)));
  if (byPage !== undefined && !has("speakers", "firstName")) columns.set(byPage, { field: "speakers", speaker: 0 });
  // The number of a slot is no time, which another list may tell.
  const slot = names.find((name) => plainName(name) === "slot");
  if (slot !== undefined && !mapped.has(slot) && /^\p{L}*\d{1,2}$/u.test(texts.get(slot) ?? "")) columns.delete(slot);
  // A category is that of the programme, or the kind of the session where it says one.
  const category = names.find((name) => plainName(name) === "category");
  if (category !== undefined && !has("kind") && !mapped.has(category) && isKind(lineOf(texts.get(category))))
    columns.set(category, { field: "kind", speaker: 0 });
  // So are the slides of a talk that has a title, where it is an address.
  const shown = names.find((name) => plainName(name) === "presentation");
  if (shown !== undefined && columns.get(shown)?.field !== "title" && !has("slides") && /^https?:/.test(texts.get(shown) ?? ""))
    columns.set(shown, { field: "slides", speaker: 0 });
  return columns;
}

function cellText(page: ForeignPage, name: string, { field }: Column, known: ReadonlyMap<string, string>, reading: Reading): string {
  const text = textOfField(page, name);
  if (field !== "speakers") return text;
  // Some sites have a key in place of the author of a post: `gerrit`.
  if (/^authors?$/i.test(name) && /^[a-z][a-z0-9_-]*$/.test(text) && !nameByPage(text, known)) return reading.drop(name) ?? "";
  const people = text.split("\n").map((one) => nameByPage(one, known) || one);
  for (const one of people) {
    if (PAGE.test(one)) reading.drop(name);
    else if (nameByPage(one, known) === "") reading.guess(one, "the name as it is written, for several people have that id");
    else if (KEY.test(one)) reading.guess(one, "the name as it is written; if a page has that name, import the page, too");
  }
  return people.filter((one) => !PAGE.test(one)).join("\n");
}

/** What is rather the name of a page than of a person: `ann-lee`. */
const KEY = /^[a-z]+(?:[-_][a-z]+){1,5}$/;

/** The path or number of a page, which is nobody's name where the page is not there. */
const PAGE = /(?:\.(?:md|markdown|html?)|\/)\s*$|^\s*\d+\s*$/i;
