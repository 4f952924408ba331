/** The people of a site of Hugo, Jekyll or Eleventy who have pages of their own, and how talks and they name each other. */
import { addTo } from "../../text/add-to.ts";
import type { ForeignSpeaker } from "../importer.ts";
import { draftOf, type ForeignPage, isDraftOfPerson } from "./front-matter.ts";
import { fieldNamed, nameByPage, partsOfName, PERSON_FIELDS, profilesOf } from "./listed-people.ts";
import { linesOf, type Mapping, plainId, textOfField, wholeAddress } from "./page-mapping.ts";
import { plainTitle, titleOf } from "./programme.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { isYes, saysWhether } from "./stated.ts";
import { textToMarkdown } from "./text-to-markdown.ts";
import { plainName } from "./withheld-fields.ts";
import type { YamlValue } from "./yaml.ts";

const PEOPLE = "(?:speakers?|presenters?|persons?|people|authors?|panell?ists?|participants?)";
/** The kinds of their pages: `speaker`, `speaker-template`. */
const KIND_OF_PERSON = new RegExp(`^${PEOPLE}(?:[-_ ](?:template|layout|page|details?|profile|single))?$`, "i");
const FOLDER_OF_PEOPLE = new RegExp(`(?:^|/)_?${PEOPLE}/([^/]+/)?[^/]+$`, "i");
const NAMES_PEOPLE = /^(?:speaker|presenter)s?$/i;

const LIST =
  /(?:^|\/)_?(?:speakers?|presenters?|people|talks|sessions|presentations|program(?:me)?|schedule|lectures|events)\/_?index\.[a-z]+$/i;

/** Whether a page is the list of all speakers or talks, and so none of them. */
export const isListPage = ({ path }: ForeignPage) => LIST.test(path);

/** Whether a page is that of a person. */
export function isPageOfPerson(page: ForeignPage): boolean {
  const { fields, path } = page;
  const names = fields.fields.names();
  const type = ["type", "layout", "kind", "collection"]
    .map((name) => names.find((one) => one.toLowerCase() === name))
    .find((name) => name !== undefined && KIND_OF_PERSON.test(fields.line(name)));
  const ofPeople = names.filter((name) => NAMES_PEOPLE.test(name)).map((name) => fields.fields.peek(name)?.text ?? "");
  // `speaker: true` says it of the person.
  const isBelow = FOLDER_OF_PEOPLE.test(path) && ofPeople.every(isYes);
  // An entry may say to which pages something applies, as `scope: { type: speakers }` does in the settings of Jekyll.
  if (page.list !== undefined && type !== undefined && !isBelow && !hasNameOfPerson(page)) return false;
  return !isListPage(page) && (type !== undefined || isBelow) && !isOfTalk(page);
}

const hasNameOfPerson = ({ fields }: ForeignPage) =>
  [PERSON_FIELDS.name, PERSON_FIELDS.firstName].some((usual) => fieldNamed(fields, usual) !== undefined);

/**
 * Whether an entry of a list of people is the talk of one, with its abstract; its title is what the talk is called, and no role. Where it has a title
 * and a talk, the title is a role, unless the talk is an address or says only that there is one.
 */
export function isOfTalk({ list, fields }: ForeignPage): boolean {
  const text = (name: string) => fields.fields.peek(fieldNamed(fields, [name]) ?? "")?.text ?? "";
  const isCalled = (name: string) => text(name) !== "" && !/^https?:/i.test(text(name)) && !saysWhether(text(name));
  return list !== undefined && text("abstract") !== "" && isCalled("title") !== isCalled("talk");
}

/** What pages of people say. */
export interface People {
  /** Names, by the names of their pages; talks that name a draft in words keep the name. What pages of several people are called has none. */
  names: ReadonlyMap<string, string>;
  /** The same but for drafts and pages whose day is to come: their names stand nowhere else. */
  shown: ReadonlyMap<string, string>;
  /** Those who say that they gave a talk, by the name of its page or its number, where no other talk has that. */
  givers: ReadonlyMap<ForeignPage, readonly Giver[]>;
  /** What a person is, where the page of nobody else of that name could say it, too. */
  roleOf(name: string): string | undefined;
}

/** Somebody whose page names a talk, in this field. */
interface Giver {
  name: string;
  field: string;
}

/** Fields of people that name talks, in small letters and without signs. */
const GAVE: ReadonlySet<string> = new Set(["talk", "talks", "talkid", "talkids", "session", "sessions", "sessionid", "sessionids"]);

function giversOf(people: readonly ReadPerson[], talks: readonly ForeignPage[], reading: Reading): People["givers"] {
  const called = new Map<string, ForeignPage[]>();
  for (const talk of talks) for (const key of keysOf(talk)) addTo(called, key, talk);
  const talkOf = (key: string) => {
    const [talk, another] = called.get(key) ?? [];
    return another === undefined ? talk : undefined;
  };
  const givers = new Map<ForeignPage, Giver[]>();
  for (const { page, name, speaker } of people)
    for (const { name: field, text } of isShown(speaker) ? page.fields.fields.fields() : []) {
      const keys = GAVE.has(plainName(field)) ? linesOf(text()) : [];
      const given = new Set(keys.map(talkOf).filter((talk) => talk !== undefined));
      if (given.size === 0) continue;
      for (const talk of given) addTo(givers, talk, { name, field });
      for (const line of linesOf(textOfField(page, field))) if (talkOf(line) === undefined) reading.drop(field);
    }
  return givers;
}

/** What other pages may call the page of a talk. */
function keysOf({ name, fields }: ForeignPage): string[] {
  const own = [...fields.fields.fields()].filter((field) => ["id", "slug", "talkid", "sessionid"].includes(plainName(field.name)));
  return [...new Set([name, ...own.map((field) => field.text())])].filter((key) => key !== "");
}

/** Reads the pages of people; `talks` are the pages that they may name. */
export function readPeople(
  people: readonly ForeignPage[],
  talks: readonly ForeignPage[],
  mapping: Mapping | undefined,
  reading: Reading,
): People & { speakers: ForeignSpeaker[]; drafts: ForeignSpeaker[] } {
  const read = people.flatMap((page) => readPerson(page, mapping, reading) ?? []);
  const names = namesByKey(read);
  const drafts = new Set(read.filter(({ speaker }) => !isShown(speaker)).flatMap(({ page }) => namesOfPage(page)));
  const shown = new Map([...names].filter(([key]) => !drafts.has(key)));
  return {
    speakers: withoutRepeats(read, reading),
    drafts: read.flatMap(({ page, name, speaker }) => (speaker ? [] : [{ rows: [], key: page.name || name, name, draft: true as const }])),
    names,
    shown,
    roleOf: rolesOf(read, areOne(read), new Set(talks.map((talk) => titleOf(talk, mapping)))),
    givers: giversOf(read, talks, reading),
  };
}

/**
 * The names that no list of a site has twice, nor its pages: who is in several of them is one person, such as in `speakers.yml` and in a page, unless
 * they have different profiles on the same site, as father and son have.
 */
function areOne(people: readonly ReadPerson[]): Set<string> {
  const places = new Map<string, string[]>();
  const profiles = new Map<string, string[]>();
  const differ = new Set<string>();
  for (const { page, name, speaker } of people) {
    addTo(places, name, page.list ?? "pages");
    const bySite = new Map<string, string[]>();
    for (const { url } of speaker?.links ?? []) {
      // What is behind a question mark says what to show of a profile, but for the oldest on Facebook (`profile.php?id=4`).
      const address = url
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?|(?<!\.php)[?#].*$/gs, "")
        .replace(/\/$/, "");
      addTo(bySite, JSON.stringify([name, address.replace(/\/.*$/s, "")]), address);
    }
    for (const [site, addresses] of bySite) {
      const known = profiles.get(site);
      if (known && !addresses.some((address) => known.includes(address))) differ.add(name);
      for (const address of addresses) addTo(profiles, site, address);
    }
  }
  return new Set([...places].filter(([name, all]) => !differ.has(name) && new Set(all).size === all.length).map(([name]) => name));
}

const FACTS = ["bio", "organization", "url", "links"] as const;

/**
 * People, those in several lists once, with what the first list says of each fact; what the others say otherwise is told as not kept. So is all that is
 * to be shown on a later day than what another list says: until then it is as private as that.
 */
function withoutRepeats(people: readonly ReadPerson[], reading: Reading): ForeignSpeaker[] {
  const one = areOne(people);
  const found = new Map<unknown, ForeignSpeaker>();
  for (const { name, speaker } of people) {
    if (speaker === undefined) continue;
    const before = one.has(name) ? found.get(name) : undefined;
    if (before === undefined) {
      found.set(one.has(name) ? name : speaker, speaker);
      continue;
    }
    const [day, other] = [before.publishFrom ?? "", speaker.publishFrom ?? ""];
    const [first, second] = day <= other ? [before, speaker] : [speaker, before];
    const isOtherwise = (fact: (typeof FACTS)[number]) => fact !== "links" && first[fact] !== undefined && first[fact] !== second[fact];
    for (const fact of FACTS) if (second[fact] !== undefined && (day !== other || isOtherwise(fact))) reading.drop(fact);
    const said = day === other ? { ...second, ...first } : first;
    const links = day === other ? [...(first.links ?? []), ...(second.links ?? [])] : (first.links ?? []);
    const all = [...new Map(links.map((link) => [link.url, link])).values()];
    found.set(name, { ...said, key: before.key, rows: [...before.rows, ...speaker.rows], ...filled({ links: all }) });
  }
  return [...found.values()];
}

/** Names by what talks may call the pages; of what means several people, none. */
function namesByKey(people: readonly ReadPerson[]): Map<string, string> {
  const names = new Map<string, string>();
  const several = new Set<string>();
  for (const { page, name } of people)
    for (const key of namesOfPage(page)) {
      if (names.has(key) && names.get(key) !== name) several.add(key);
      names.set(key, name);
    }
  for (const key of several) names.set(key, "");
  return names;
}

/** What people are, by their names. It is read where a talk has the person, and else told as not kept; a number is a place in a list. */
function rolesOf(people: readonly ReadPerson[], one: ReadonlySet<string>, titles: ReadonlySet<string>): People["roleOf"] {
  const roles = new Map<string, { page: ForeignPage; field: string } | undefined>();
  for (const { page, name, speaker } of people) {
    if (!isShown(speaker)) continue;
    const said = [...page.fields.fields.fields()].filter((field) => /\p{L}/u.test(field.text()) && !titles.has(plainTitle(field.text())));
    // Beside a name, a title is what somebody is, but for that of a talk.
    const isTitle = (field: string) => field === "title" && page.list !== undefined && fieldNamed(page.fields, PERSON_FIELDS.name);
    const field = (said.find((one) => ROLES.includes(plainName(one.name))) ?? said.find((one) => isTitle(plainName(one.name))))?.name;
    if (one.has(name) && (roles.get(name) || field === undefined)) continue;
    roles.set(name, (roles.has(name) && !one.has(name)) || field === undefined ? undefined : { page, field });
  }
  return (name) => {
    const said = roles.get(name);
    return said?.page.fields.line(said.field);
  };
}

const ROLES: readonly string[] = PERSON_FIELDS.role;

/** The names that a field gives of pages. What is the name of none is told as not kept. */
export function namesByPage(page: ForeignPage, field: string, shown: ReadonlyMap<string, string>, reading: Reading): string {
  const found = linesOf(textOfField(page, field)).map((key) => nameByPage(key, shown));
  for (const name of found) if (!name) reading.drop(field);
  return found.filter(Boolean).join("\n");
}

/** What talks may call the page of a person; a number alone may be that of anything, but for an entry of a list of people. */
const namesOfPage = ({ name, list, fields }: ForeignPage) => {
  const all = new Map([...fields.fields.fields()].map((field) => [plainName(field.name), field.text]));
  const given = ["slug", "key", "id"].map((field) => lineOf(all.get(field)?.() ?? ""));
  return [...new Set([name, ...given])].filter((key) => key !== "" && (list !== undefined || !/^\d+$/.test(key)));
};

/** The names of people, by what talks may call their pages, before they are read: for those who compare talks alone. */
export function namesOfPeople(people: readonly ForeignPage[]): Map<string, string> {
  return new Map(
    people.flatMap((page) => {
      const parts = [PERSON_FIELDS.name, PERSON_FIELDS.firstName, PERSON_FIELDS.lastName].map((usual) => fieldNamed(page.fields, usual));
      const name = parts.flatMap((part) => page.fields.fields.peek(part ?? "")?.text.trim() || []).join(" ");
      return name === "" ? [] : namesOfPage(page).map((key): [string, string] => [plainId(key), name]);
    }),
  );
}

/**
 * The pages that talks name as those of their speakers, wherever they lie: `speaker: ann-lee` and a page `_profiles/ann-lee.md` with a `name`. What
 * has a blank is a name itself.
 */
export function pagesNamed(talks: readonly ForeignPage[], rest: readonly ForeignPage[]): Set<ForeignPage> {
  const keys = new Set(
    talks.flatMap((page) =>
      page.fields.fields
        .names()
        .filter((field) => NAMES_PEOPLE.test(field))
        .flatMap((field) => listedTexts(page.fields.fields.peek(field)))
        .filter((text) => /\D/.test(text) && !/\s/.test(text)),
    ),
  );
  return new Set(rest.filter((page) => namesOfPage(page).some((key) => keys.has(key)) && fieldNamed(page.fields, PERSON_FIELDS.name)));
}

/** The entries of a list of texts, or the only text; to look at them is not to read them. */
const listedTexts = (value: YamlValue | undefined): string[] =>
  value === undefined ? [] : value.all.length > 0 ? value.all.map(({ text }) => text.trim()) : [value.text.trim()];

interface ReadPerson {
  page: ForeignPage;
  name: string;
  /** Nothing of a draft. */
  speaker: ForeignSpeaker | undefined;
}

/** Whether a source shows the page of a person to everybody now: it is no draft, and waits for no day. */
const isShown = (speaker: ForeignSpeaker | undefined) => speaker !== undefined && speaker.publishFrom === undefined;

function readPerson(page: ForeignPage, mapping: Mapping | undefined, reading: Reading): ReadPerson | undefined {
  reading.row();
  const named = (field: "name" | "bio" | "organization", usual: readonly string[] = PERSON_FIELDS[field]) => {
    const name = mapping?.speakerFields.get(field) ?? fieldNamed(page.fields, usual);
    return name === undefined ? "" : textOfField(page, name);
  };
  const whole = mapping?.speakerFields.has("name") ? undefined : lineOf(Object.values(partsOfName(page.fields)).join(" "));
  const name = (whole ?? lineOf(named("name"))) || lineOf(named("name", ["title"]));
  if (name === "")
    return reading.refuse(
      page.place,
      "name-missing",
      "The speaker has no name.",
      "Write the name as `name` in the file, or say in a mapping file which field it is.",
    );
  if (isDraftOfPerson(page, name, reading)) return { page, name, speaker: undefined };
  const bio = page.body || textToMarkdown(named("bio"));
  const links = profilesOf(page.fields, page.place, reading);
  const path = mapping?.site ? page.fields.line("permalink") : "";
  const url = wholeAddress(path, mapping);
  if (path !== "" && url === undefined) reading.drop("permalink");
  const facts = filled({ bio, organization: lineOf(named("organization")), links, url, publishFrom: draftOf(page).publishFrom });
  return { page, name, speaker: { rows: [page.place], key: page.name || name, name, ...facts } };
}
