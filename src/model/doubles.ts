/** People who may be in the archive twice, under two spellings: the pairs, what speaks for each and against it, and a grade. */
import type { Archive, Event, Person, Talk } from "./archive.ts";
import { organizationsIn } from "./organizations.ts";
import { overlaps } from "./overlaps.ts";
import { type Alike, isBetter, type Likeness, NameLikeness, type ReadName, readName } from "../text/name-likeness.ts";
import { Nicknames } from "../text/nicknames.ts";
import { count, enumerate } from "../text/wording.ts";
import { addTo } from "../text/add-to.ts";
import { digestOf } from "../text/digest.ts";
import { recall, remember } from "./remembered.ts";

export const GRADES = ["high", "medium", "low"] as const;
/** How likely it is that two are one. */
export type Grade = (typeof GRADES)[number];

/** One thing that speaks for two people being one, or against it. */
export interface Evidence {
  isFor: boolean;
  text: string;
}

/** Two people who may be one. */
export interface Double {
  /** The one of whom more is known. */
  known: Person;
  other: Person;
  /** What makes their names alike. */
  kind: Likeness;
  grade: Grade;
  evidence: Evidence[];
}

/** All pairs, and keys that so many names share that they were not compared. */
export interface Doubles {
  pairs: Double[];
  crowds: { key: string; people: number }[];
}

/** Names that more people share than this say nothing, and would take long to compare. */
const LARGEST_GROUP = 200;
/** A family name that so many have says little. */
const COMMON_FAMILY = 12;
/** A given name that so many have is no slip of another one. */
const COMMON_GIVEN = 4;
const LONG_AGO = 12;

/** Finds all pairs, the likeliest first. The time grows with the number of people, not with its square. */
export function findDoubles(archive: Archive): Doubles {
  const { people } = archive;
  const names = people.map(({ name, record }) => [name, ...(record?.record.aliases ?? [])]);
  const { alike, crowds } = alikeNames(names, archive.site.record.nicknames ?? []);
  const facts = new Facts(people);
  const pairs = alike.flatMap(({ one, other, best }) => {
    const [first, second] = [people[one], people[other]];
    return first && second && !knownToDiffer(first, second) ? [graded(first, second, best, facts)] : [];
  });
  return { pairs: pairs.sort(byGrade), crowds };
}

/** Pairs of people by their numbers, and what makes their names alike. */
interface AlikeNames {
  alike: readonly { one: number; other: number; best: Alike }[];
  crowds: Doubles["crowds"];
}

/** Compares the names of people, of whom each may have several; few edits change a name. */
function alikeNames(names: readonly (readonly string[])[], nicknames: readonly (readonly string[])[]): AlikeNames {
  const asked = digestOf([names, nicknames]);
  return recall<AlikeNames>("alike names", asked) ?? remember("alike names", asked, findAlike(names, nicknames));
}

function findAlike(names: readonly (readonly string[])[], nicknames: readonly (readonly string[])[]): AlikeNames {
  const likeness = new NameLikeness(new Nicknames(nicknames.map((group) => group.flatMap(wordsOf))));
  const read = names.map((some) => some.map(readName));
  const groups = new Map<string, number[]>();
  for (const [person, some] of read.entries())
    for (const key of new Set(some.flatMap((name) => [...likeness.keysOf(name)]))) addTo(groups, key, person);
  const alike: { one: number; other: number; best: Alike }[] = [];
  const crowds: Doubles["crowds"] = [];
  const seen = read.map(() => new Set<number>());
  for (const [key, group] of groups) {
    if (group.length > LARGEST_GROUP) crowds.push({ key, people: group.length });
    else
      for (const [index, one] of group.entries())
        for (const other of group.slice(index + 1)) {
          if (seen[one]?.has(other)) continue;
          seen[one]?.add(other);
          const best = bestOf(read[one] ?? [], read[other] ?? [], likeness);
          if (best) alike.push({ one, other, best });
        }
  }
  return { alike, crowds };
}

const wordsOf = (name: string) => readName(name).forms[0]?.words ?? [];

/** What makes two people alike whose names are these. */
function bestOf(names: readonly ReadName[], others: readonly ReadName[], likeness: NameLikeness): Alike | undefined {
  let best: Alike | undefined;
  for (const name of names)
    for (const otherName of others) {
      const alike = likeness.compare(name, otherName);
      if (alike && (!best || isBetter(alike, best))) best = alike;
    }
  return best;
}

function graded(one: Person, other: Person, best: Alike, facts: Facts): Double {
  const { evidence, score } = facts.about(one, other, best);
  const [known, doubtful] = weight(one) >= weight(other) ? [one, other] : [other, one];
  const grade = score >= 4 ? "high" : score >= 2 ? "medium" : "low";
  return { known, other: doubtful, kind: best.kind, grade, evidence };
}

/** Told apart by a record, by two records of one name, or by speaking side by side. */
export function knownToDiffer(one: Person, other: Person): boolean {
  if (one.slug === other.slug || (one.record && other.record && one.name === other.name)) return true;
  const talks = new Set(one.appearances.map((appearance) => appearance.talk));
  if (other.appearances.some((appearance) => talks.has(appearance.talk))) return true;
  const says = (a: Person, b: Person) => a.record?.record.differentFrom?.includes(b.slug) === true;
  return says(one, other) || says(other, one);
}

/** The larger, the more is to be said for this spelling: more talks have it, there is a record, it is a name and nothing else. */
function weight({ appearances, record, name }: Person): number {
  return (
    appearances.length +
    (record ? 0.5 : 0) +
    (/^[\p{L}\p{M}.'’-]+( [\p{L}\p{M}.'’-]+)+$/u.test(name) && !/^(?:dr|prof)\b/i.test(name) ? 0.25 : 0)
  );
}

function byGrade(a: Double, b: Double): number {
  const rank = ({ grade }: Double) => GRADES.indexOf(grade);
  return (
    rank(a) - rank(b) ||
    (a.known.sortName < b.known.sortName ? -1 : a.known.sortName > b.known.sortName ? 1 : a.other.slug < b.other.slug ? -1 : 1)
  );
}

/** What the archive knows of two people beside their names. */
class Facts {
  readonly #families = new Map<string, number>();
  readonly #givens = new Map<string, number>();
  readonly #known = new Map<Person, ReturnType<typeof factsOf>>();

  constructor(people: readonly Person[]) {
    for (const { name } of people) {
      const words = wordsOf(name);
      raise(this.#families, words.at(-1));
      raise(this.#givens, words[0]);
    }
  }

  about(one: Person, other: Person, { kind, strength }: Alike): { evidence: Evidence[]; score: number } {
    const evidence: Evidence[] = [];
    let score = [0, 0, 2, 4][strength] ?? 0;
    const say = (isFor: boolean, points: number, text: string) => {
      evidence.push({ isFor, text });
      score += isFor ? points : -points;
    };
    const [mine, others] = [this.#of(one), this.#of(other)];
    const [words, otherWords] = [wordsOf(one.name), wordsOf(other.name)];
    const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] => [...a].filter((value) => b.has(value));
    const links = shared(mine.links, others.links);
    if (links.length > 0) say(true, 4, `the same link ${links[0]}`);
    const titles = shared(mine.titles, others.titles);
    if (titles.length > 0) say(true, 3, `a talk of the same title, “${titles[0]}”`);
    const organizations = shared(mine.organizations, others.organizations);
    if (organizations.length > 0) say(true, 2, `the same organization, ${enumerate(organizations.slice(0, 3))}`);
    const bios = shared(mine.bios, others.bios);
    if (bios.length > 0) say(true, 4, "the same bio");
    const series = shared(mine.series, others.series);
    if (series.length > 0) say(true, 1, `the same series of events, ${enumerate(series.slice(0, 3))}`);
    const company = shared(mine.company, others.company);
    if (company.length > 0) say(true, 2, `talks with the same person, ${company[0]?.name}`);
    const countries = [one.record?.record.country, other.record?.record.country];
    if (countries[0] !== undefined && countries[1] !== undefined && countries[0] !== countries[1])
      say(false, 3, `different countries, ${enumerate(countries as string[])}`);
    if (overlap(one, other)) say(false, 4, "both speak at the same time in two rooms");
    const gap = Math.max(mine.first - others.last, others.first - mine.last);
    // Of people whose talks have no years nothing is known.
    if (Number.isFinite(gap) && gap > LONG_AGO) say(false, 1, `${gap} years between their talks`);
    const family = this.#families.get(words.at(-1) ?? "") ?? 0;
    if (strength < 3 && words.at(-1) === otherWords.at(-1) && family >= COMMON_FAMILY)
      say(false, 1, `${count(family, "person has", "people have")} this family name`);
    if (kind === "slip" || kind === "transliteration") {
      const isSameGiven = words[0] === otherWords[0];
      const [a, b] = isSameGiven ? [words.at(-1), otherWords.at(-1)] : [words[0], otherWords[0]];
      const names = isSameGiven ? this.#families : this.#givens;
      const isCommon = (name: string | undefined) => (names.get(name ?? "") ?? 0) >= COMMON_GIVEN;
      if (isCommon(a) && isCommon(b)) say(false, 1, `“${a}” and “${b}” are both names of several people`);
    }
    return { evidence, score };
  }

  #of(person: Person): ReturnType<typeof factsOf> {
    const known = this.#known.get(person) ?? factsOf(person);
    this.#known.set(person, known);
    return known;
  }
}

function raise(counts: Map<string, number>, key: string | undefined): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function factsOf({ record, appearances, affiliations }: Person) {
  const years = appearances.flatMap(({ talk }) => yearOf(talk) ?? []);
  const plain = (text: string) => text.trim().toLowerCase();
  return {
    links: new Set((record?.record.links ?? []).map(({ url }) => url.replace(/^http:/, "https:").replace(/\/$/, ""))),
    titles: new Set(appearances.map(({ talk }) => talk.title).filter((title) => title.length > 12)),
    organizations: new Set([
      ...affiliations.flatMap(organizationsIn).map(({ name }) => name),
      ...appearances.flatMap(({ affiliation }) => organizationsIn(affiliation)).map(({ name }) => name),
    ]),
    bios: new Set(
      [record?.record.bio, ...appearances.map(({ bio }) => bio?.markdown)].flatMap((bio) =>
        bio !== undefined && bio.length > 40 ? [plain(bio)] : [],
      ),
    ),
    series: new Set(appearances.map(({ talk }) => seriesName(talk.event))),
    company: new Set(appearances.flatMap(({ talk, person }) => talk.speakers.map((one) => one.person).filter((one) => one !== person))),
    first: Math.min(...years),
    last: Math.max(...years),
  };
}

/** The year of a talk, as far as it is known. */
export function yearOf(talk: Talk | undefined): number | undefined {
  const day = talk?.record.date ?? talk?.event.record.startDate;
  return day === undefined ? undefined : Number(day.slice(0, 4));
}

/** The series of an event; where it has none, its name without the year. */
function seriesName({ record }: Event): string {
  return record.series ?? record.name.replace(/\s*\b(?:19|20)\d\d\b\s*/g, " ").trim();
}

/** Whether one speaks while the other does, at one event and not in one session. Only their own talks are looked at, of however many. */
function overlap(one: Person, other: Person): boolean {
  const [mine, others] = [talksOf(one), talksOf(other)];
  const events = new Set([...mine].map(({ event }) => event));
  return [...new Set([...others].map(({ event }) => event))].some((event) => {
    if (!events.has(event)) return false;
    const talks = [...new Set([...mine, ...others])].filter((talk) => talk.event === event);
    return overlaps(talks, () => ["both"]).some(([a, b]) => (mine.has(a) && others.has(b)) || (others.has(a) && mine.has(b)));
  });
}

const talksOf = ({ appearances }: Person) => new Set(appearances.map(({ talk }) => talk));
