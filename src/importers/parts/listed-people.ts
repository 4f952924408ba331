/** The people of a page of Hugo, Jekyll or Eleventy: what their fields are called, and talks that list them as records of their own. */
import type { ForeignLink, ForeignSpeaker, ForeignTalk, Place } from "../importer.ts";
import type { Column } from "./columns.ts";
import { sayDraft } from "./front-matter.ts";
import { plainId } from "./page-mapping.ts";
import { splitPeople } from "./people.ts";
import { profileLink } from "./profiles.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { parseUrl } from "../../text/parse-url.ts";
import { plainName } from "./withheld-fields.ts";
import { isRecord, type YamlValue } from "./yaml.ts";

/** The usual names of the fields of a person, in small letters and without signs. */
export const PERSON_FIELDS = {
  name: ["name", "fullname"],
  firstName: ["firstname", "givenname", "first", "given"],
  lastName: ["lastname", "familyname", "surname", "last", "family"],
  organization: ["organization", "organisation", "company", "affiliation"],
  role: ["role", "jobtitle", "position", "job", "tagline"],
  bio: ["bio", "biography", "description"],
} as const;

/** Fields of talks that name the pages of people. */
export const NAMES_PAGES = /^(?:speaker|presenter|author|people|person)s?[-_]?(?:slug|id|key)s?$/i;

/** What stands in one field of a page, and what it is of a talk. */
export interface PageCell {
  heading: string;
  column: Column;
  text: string;
}

/** The name of a field that is there; nothing where none of the usual ones is. */
export function fieldNamed({ fields }: YamlValue, usual: readonly string[]): string | undefined {
  return fields.names().find((name) => usual.includes(plainName(name)));
}

/** More people than this are read by their names alone, as a row of a table has no more. */
export const MOST_PEOPLE = 20;

/** Whether a person of a list is not to be shown; as of those whose pages are drafts, talks have the name all the same. */
const isPrivate = (person: YamlValue) => sayDraft([person]);

/** Each person of a field whose people, or some of them, are records; nothing where all are texts. */
export function listedPeople(value: YamlValue | undefined): readonly YamlValue[] | undefined {
  const people = value === undefined ? [] : isRecord(value) ? [value] : value.all;
  return people.length <= MOST_PEOPLE && people.some(isRecord) ? (value?.items.length === 0 ? people : value?.items) : undefined;
}

/**
 * What such a list says of each person. `known` has the names of people who have pages of their own, by the names of these pages, and `shown` those
 * that are no drafts.
 */
export function peopleCells(
  heading: string,
  people: readonly YamlValue[],
  { known, shown }: { known: ReadonlyMap<string, string>; shown: ReadonlyMap<string, string> },
): PageCell[] {
  return people.flatMap((person, speaker) => {
    const cell = (field: Column["field"], name: string, text: string): PageCell => ({
      heading: `${heading}[${speaker}]${name === "" ? "" : `.${name}`}`,
      column: { field, speaker },
      text,
    });
    if (!isRecord(person)) return [cell("speakers", "", nameByPage(person.text, known) || person.text)];
    const { name, first, last } = nameOf(person, shown);
    const shownOf = isPrivate(person) ? [] : (["organization", "role", "bio"] as const);
    const about = shownOf.flatMap((field) => {
      const found = fieldNamed(person, PERSON_FIELDS[field]);
      return found === undefined ? [] : [cell(field, found, person.fields.get(found)?.text ?? "")];
    });
    return [cell("speakers", "name", name), cell("firstName", "first", first), cell("lastName", "last", last), ...about];
  });
}

/** The name of a person by that of the page, which may be a path: `_people/ann-lee.md`; empty where several people are called that. */
export function nameByPage(written: string, names: ReadonlyMap<string, string>): string | undefined {
  const key = written.trim();
  return names.get(key) ?? names.get(plainId(key)) ?? names.get(key.replace(/^.*\//, "").replace(/\.(?:md|markdown|html?)$/i, ""));
}

/** The name of a person of a list: whole or in parts, by the name of a page, or under `title` where nothing else has it. */
function nameOf(person: YamlValue, shown: ReadonlyMap<string, string>): { name: string; first: string; last: string } {
  const line = (usual: readonly string[]) => person.line(fieldNamed(person, usual) ?? "");
  const parts = partsOfName(person);
  if (parts.name !== "" || parts.first !== "" || parts.last !== "") return parts;
  // The name of a page that nobody has is told as not kept.
  const key = [...person.fields.fields()].find((field) => PAGE_NAMES.includes(plainName(field.name)));
  const found = key === undefined ? undefined : nameByPage(key.text(), shown);
  if (found) line(PAGE_NAMES);
  return { ...parts, name: found || line(["title"]) };
}

/** The name of a person, whole or in parts; some lists have the given name alone as `name`, beside `surname`. */
export function partsOfName(person: YamlValue): { name: string; first: string; last: string } {
  const [name, first, last] = (["name", "firstName", "lastName"] as const).map((field) =>
    person.line(fieldNamed(person, PERSON_FIELDS[field]) ?? ""),
  ) as [string, string, string];
  if (name === "") return { name, first, last };
  return last === "" || name.toLowerCase().includes(last.toLowerCase()) ? { name, first: "", last: "" } : { name: "", first: name, last };
}

const PAGE_NAMES = ["slug", "id", "key", "ref"];

/** The name that a talk has of a person of a list: `Bob Ray` of `Ray, Bob`. Nothing where the list has several people under one name. */
export function nameInTalk(
  person: YamlValue,
  shown: ReadonlyMap<string, string>,
  { speakers }: Pick<ForeignTalk, "speakers">,
): string | undefined {
  const { name, first, last } = nameOf(person, shown);
  const [one, another] = splitPeople(name || lineOf(`${first} ${last}`));
  return another === undefined && speakers.some((speaker) => speaker.name === one?.name) ? one?.name : undefined;
}

/** The profiles of a person on other sites, as links: each in a field of its own, or all in a list. */
export function profilesOf(person: YamlValue, place: Place, reading: Reading): ForeignLink[] {
  const linkOf = (title: string, written: string) => {
    const url = reading.address(written, place);
    return url === undefined ? [] : [{ title, url }];
  };
  return (isPrivate(person) ? [] : person.fields.names()).flatMap((field) => {
    const value = profileLink(field, "x") || LISTS.has(plainName(field)) ? person.fields.get(field) : undefined;
    if (!value) return [];
    if (LISTS.has(plainName(field))) return value.items.flatMap((one) => listedLink(one, linkOf));
    const link = profileLink(field, lineOf(value.text));
    return link ? linkOf(link.title, link.written) : [];
  });
}

const LISTS: ReadonlySet<string> = new Set(["links", "social", "socials", "sociallinks", "profiles"]);

/** A link of a list, which has a title of its own or is called after its host. */
function listedLink(one: YamlValue, linkOf: (title: string, written: string) => ForeignLink[]): ForeignLink[] {
  const named = (usual: readonly string[]) => one.line(fieldNamed(one, usual) ?? "");
  const written = isRecord(one) ? named(["url", "href", "link"]) : lineOf(one.text);
  if (written === "") return [];
  const title = isRecord(one) ? named(["title", "text", "name", "label", "display", "icon"]) : "";
  return linkOf(title || hostOf(written), written);
}

const hostOf = (address: string) => (parseUrl(address)?.hostname ?? address).replace(/^www\./, "");

/** Those who have pages, and those of lists who have profiles; each profile once. */
export function withProfiles(pages: readonly ForeignSpeaker[], listed: readonly ForeignSpeaker[]): ForeignSpeaker[] {
  const all = [...pages];
  const places = new Map(pages.map(({ name }, place) => [name, place]));
  const linksAt = new Map<number, Map<string, ForeignLink>>();
  for (const person of listed) {
    const place = places.get(person.name) ?? all.length;
    all[place] ??= person;
    places.set(person.name, place);
    const links = linksAt.get(place) ?? new Map((all[place]?.links ?? []).map((link) => [link.url, link]));
    for (const link of person.links ?? []) links.set(link.url, link);
    linksAt.set(place, links);
  }
  return all.map((person, place) => ({ ...person, ...filled({ links: [...(linksAt.get(place)?.values() ?? person.links ?? [])] }) }));
}
