/** The people of a site of Hugo, Jekyll or Eleventy who have pages of their own, and how talks and they name each other. */
import { addTo } from "../../text/add-to.ts";
import type { ForeignSpeaker } from "../importer.ts";
import { draftOf, type ForeignPage, isDraftOfPerson } from "./front-matter.ts";
import { fieldNamed, nameByPage, PERSON_FIELDS, plainName, profilesOf } from "./listed-people.ts";
import { linesOf, type Mapping, textOfField, wholeAddress } from "./page-mapping.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { textToMarkdown } from "./text-to-markdown.ts";

const PEOPLE = "(?:speakers?|presenters?|persons?|people|authors?|panell?ists?|participants?)";
/** The kinds of their pages: `speaker`, `speaker-template`. */
const KIND_OF_PERSON = new RegExp(`^${PEOPLE}(?:[-_ ](?:template|layout|page|details?|profile|single))?$`, "i");
const FOLDER_OF_PEOPLE = new RegExp(`(?:^|/)_?${PEOPLE}/([^/]+/)?[^/]+$`, "i");
const NAMES_PEOPLE = /^(?:speaker|presenter)s?$/i;

/** Whether a page is that of a person. */
export function isPageOfPerson({ fields, file }: ForeignPage): boolean {
  const names = fields.fields.names();
  const type = ["type", "layout", "kind", "collection"]
    .map((name) => names.find((one) => one.toLowerCase() === name))
    .find((name) => name !== undefined && KIND_OF_PERSON.test(fields.line(name)));
  return type !== undefined || (FOLDER_OF_PEOPLE.test(file.path) && !names.some((name) => NAMES_PEOPLE.test(name)));
}

/** What pages of people say. */
export interface People {
  /** Names, by the names of their pages; talks that name a draft in words keep the name. */
  names: ReadonlyMap<string, string>;
  /** The same but for drafts, whose names stand nowhere else. */
  shown: ReadonlyMap<string, string>;
  /** The names of those who say that they gave a talk, by the name of its page or its number, where no other talk has that. */
  givers: ReadonlyMap<ForeignPage, readonly string[]>;
  /** What people are, by their names, where their pages say it. */
  roles: ReadonlyMap<string, string>;
}

/** Fields of people that name talks, in small letters and without signs. */
const GAVE: ReadonlySet<string> = new Set(["talk", "talks", "talkid", "talkids", "session", "sessions", "sessionid", "sessionids"]);

function giversOf(people: readonly ForeignPage[], talks: readonly ForeignPage[], names: ReadonlyMap<string, string>): People["givers"] {
  const called = new Map<string, ForeignPage[]>();
  for (const talk of talks) for (const key of keysOf(talk)) addTo(called, key, talk);
  const givers = new Map<ForeignPage, string[]>();
  for (const page of people) {
    const name = names.get(page.name);
    for (const { name: field, text } of name === undefined ? [] : page.fields.fields.fields()) {
      const keys = GAVE.has(plainName(field)) ? linesOf(text()) : [];
      const given = new Set(keys.flatMap((key) => ((called.get(key)?.length ?? 0) > 1 ? [] : (called.get(key) ?? []))));
      if (name === undefined || given.size === 0) continue;
      textOfField(page, field);
      for (const talk of given) addTo(givers, talk, name);
    }
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
): People & { speakers: ForeignSpeaker[] } {
  const names = new Map<string, string>();
  const roles = new Map<string, string>();
  const speakers = people.flatMap((page) => {
    const found = readSpeaker(page, mapping, names, reading);
    const role = fieldNamed(page.fields, PERSON_FIELDS.role);
    for (const { name } of role === undefined ? [] : found) {
      // Of two people of one name nobody knows who it is.
      if (role !== undefined) roles.set(name, roles.has(name) ? "" : page.fields.line(role));
    }
    return found;
  });
  const drafts = new Set(people.filter((page) => draftOf(page).draft).flatMap(namesOfPage));
  const shown = new Map([...names].filter(([key]) => !drafts.has(key)));
  return { speakers, names, shown, roles, givers: giversOf(people, talks, shown) };
}

/** Fields of talks that name the pages of people. */
export const NAMES_PAGES = /^(?:speaker|presenter|author|people|person)s?[-_]?(?:slug|id|key)s?$/i;

/** The names that a field gives of pages. What is the name of none is told as not kept. */
export function namesByPage(page: ForeignPage, field: string, shown: ReadonlyMap<string, string>, reading: Reading): string {
  const found = linesOf(textOfField(page, field)).map((key) => nameByPage(key, shown));
  for (const name of found) if (name === undefined) reading.drop(field);
  return found.filter((name) => name !== undefined).join("\n");
}

/** What talks may call the page of a person. */
const namesOfPage = ({ name, fields }: ForeignPage) => [name, fields.line("slug")].filter((key) => key !== "");

function readSpeaker(page: ForeignPage, mapping: Mapping | undefined, names: Map<string, string>, reading: Reading): ForeignSpeaker[] {
  reading.row();
  const named = (field: "name" | "bio" | "organization", usual: readonly string[] = PERSON_FIELDS[field]) => {
    const name = mapping?.speakerFields.get(field) ?? fieldNamed(page.fields, usual);
    return name === undefined ? "" : lineOf(textOfField(page, name));
  };
  const name = named("name") || named("name", ["title"]);
  if (name === "") {
    reading.refuse(
      page.place,
      "name-missing",
      "The speaker has no name.",
      "Write the name as `name` in the file, or say in a mapping file which field it is.",
    );
    return [];
  }
  for (const key of namesOfPage(page)) names.set(key, name);
  if (isDraftOfPerson(page, name, reading)) return [];
  const bio = page.body || textToMarkdown(named("bio"));
  const links = profilesOf(page.fields, page.place, reading);
  const url = mapping?.site ? wholeAddress(page.fields.line("permalink"), mapping) : undefined;
  return [{ rows: [page.place], key: page.name, name, ...filled({ bio, organization: named("organization"), links, url }) }];
}
