/** What the index knows of a thing that can be found. */
import type { Event, Topic } from "../model/archive.ts";
import { countryNames } from "../text/countries.ts";
import { initials } from "../text/indexed-words.ts";
import type { Words } from "../words/words.ts";

/** A stretch of text with a place of its own: a slide, half a minute of a transcript. */
export interface Stretch {
  /** Where it is, from the address of the document on; nothing for the document itself. */
  place: string;
  /** Its small picture, as a site path. */
  picture?: { path: string; width: number; height: number } | undefined;
  text: string;
  /** Its language, where that is not the site's. */
  lang?: string;
}

/** One thing as the index takes it in. */
export interface SearchDocument {
  /** Its site path. */
  path: string;
  /** What weighs more than its text; how much, says `assets/js/parts/search-engine.ts`. */
  meta: { title: string } & Partial<Record<MetaField, string>>;
  /** What it is called: a question that consists of one of these means it. */
  names?: string[];
  stretches: Stretch[];
  filters: Partial<Record<FilterName, string[]>>;
  kind: DocumentKind;
  /** What readers are shown of it but nobody looks for. */
  shown: Partial<Record<"day" | "lang", string>>;
  /** `YYYY-MM-DD`, with zeros for what is not known. */
  date: string;
}

/**
 * Speakers and their names in other spellings, topics and kind of session, organizations, event or venue, other spellings of the title, and
 * the words under which readers look for it and for its topics.
 */
export type MetaField = "by" | "known" | "about" | "from" | "event" | "also" | "words" | "asked";

/** What a document is, whatever the language of the site calls it. */
export type DocumentKind = "talk" | "speaker" | "event" | "paper" | "topic" | "organization" | "page";

/** In the order in which readers find them. The first value of `kind` is the name of the document's kind. */
const FILTERS = ["kind", "event", "year", "topic", "speaker", "organization", "language", "slides", "video"] as const;
export type FilterName = (typeof FILTERS)[number];

/**
 * The words under which readers look for a talk or paper, as editors keep them: those of its topics, `gnttab` for grant tables, with the
 * initials of its title, and its own, with its year. Longer phrases for a topic lead to the topic itself.
 */
export function searchWords(
  { title, words = [] }: { title: string; words?: string[] | undefined },
  topics: readonly Topic[],
  year: string | undefined,
) {
  const ofTopics = topics.flatMap(({ term }) => [...(term?.aliases ?? []), ...(term?.words ?? [])]);
  return {
    ...some("words", unique([...ofTopics.filter((word) => !/\s/u.test(word)), ...initials([title])]).join(" ")),
    ...some("asked", apart([...words, ...(year === undefined ? [] : [year])])),
  };
}

/** A year, unless a name that is indexed beside it says it already. */
export function yearBeside(year: string | undefined, name: string | undefined): string | undefined {
  return year !== undefined && name?.includes(year) ? undefined : year;
}

/** The words of phrases, the first of each, then the second of each: a quoted phrase is found only where readers can see it. */
function apart(phrases: readonly string[]): string {
  const all = phrases.flatMap((phrase) => phrase.split(/\s+/u).map((word, place) => ({ word, place })));
  return unique(all.sort((a, b) => a.place - b.place).map(({ word }) => word)).join(" ");
}

/** The names by which the place of an event is asked for: its city, what stands in brackets after that, and its country. */
export function placesOf({ record: { city, country, status } }: Event): string[] {
  const parts = city?.split(/[()]/u).map((name) => name.trim()) ?? [];
  const names = unique([...parts, ...(country === undefined ? [] : countryNames(country))]);
  return status === "online" ? [] : names.filter((name) => name !== "" && !/^online$/iu.test(name));
}

/** The names by which the time of an event is asked for: each month and each day of it, without the year, which its talks have. */
export function timesOf({ record: { startDate, endDate }, talks }: Event, { dates }: Words): string[] {
  const days = unique([startDate, endDate, ...talks.map(({ when }) => when?.day)]).filter((day) => day.length > 4);
  const withoutYear = (date: string) => dates.date(date).replace(date.slice(0, 4), "").trim();
  return unique(
    days.flatMap((day) => {
      const month = withoutYear(day.slice(0, 7));
      return day.length === 10 ? [month, withoutYear(day), `${month} ${Number(day.slice(8))}`, day] : [month];
    }),
  );
}

/** A field, unless its text is empty. */
export function some<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  return (text ? { [name]: text } : {}) as Partial<Record<Name, string>>;
}

/** What is known of a list, each once. */
export function unique<Value>(values: readonly (Value | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** A date that may lack its month or day, for sorting. */
export function sortingDate(date: string | undefined): string {
  return `${date ?? "0000"}-00-00`.slice(0, 10);
}
