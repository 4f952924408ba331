/** Which talks are worth reading next: those that share rare topics or telling words. */
import type { Archive, Person, Talk, Topic } from "./archive.ts";
import type { MadeMedia } from "./made-media.ts";
import { byEventAndProgramme } from "./order.ts";
import { decksOf } from "./slides.ts";
import { TextLikeness } from "./text-likeness.ts";
import { Deferred } from "../text/deferred.ts";
import { digestOf } from "../text/digest.ts";
import { recall, remember } from "./remembered.ts";

/** A topic with more talks than this says too little to relate any two of them. */
const COMMON_TOPIC = 200;

/** Every talk by its number, with what the choice looks at in arrays, because it looks at each pair that shares a topic. */
class Numbered {
  readonly talks: readonly Talk[];
  readonly numberOf: ReadonlyMap<Talk, number>;
  readonly years: Int32Array;
  /** The place of a talk when all are sorted by name. */
  readonly ranks: Int32Array;
  readonly scores: Float64Array;
  readonly alike: Float64Array;
  readonly shared: Uint8Array;
  readonly texts: Deferred<TextLikeness>;
  readonly made: MadeMedia;
  /** What was found for each talk that was asked for, by its number. */
  readonly found: (readonly number[] | undefined)[];
  readonly #members = new Map<Topic, Int32Array>();
  readonly #madeOf: string;
  #missing: number;

  constructor(archive: Archive) {
    const { talks } = archive;
    this.made = archive.made;
    this.texts = new Deferred(() => new TextLikeness(archive), undefined, true);
    this.#madeOf = digestOf(talks.map((talk) => digestOf(comparedParts(archive, talk))));
    this.found = recall<readonly number[][]>(REMEMBERED, this.#madeOf)?.slice() ?? [];
    this.#missing = talks.length - this.found.length;
    this.talks = talks;
    this.numberOf = new Map(talks.map((talk, number) => [talk, number]));
    this.years = Int32Array.from(talks, (talk) => Number(talk.event.year ?? 0));
    this.ranks = new Int32Array(talks.length);
    this.scores = new Float64Array(talks.length);
    this.alike = new Float64Array(talks.length);
    this.shared = new Uint8Array(talks.length);
    const byId = Uint32Array.from(talks.keys()).sort((a, b) => ((talks[a]?.id ?? "") < (talks[b]?.id ?? "") ? -1 : 1));
    for (const [rank, number] of byId.entries()) this.ranks[number] = rank;
  }

  /** Notes what was found for a talk; once all were asked for, the next build need not look again. */
  note(number: number, found: readonly number[]): void {
    this.found[number] = found;
    if (--this.#missing === 0) remember(REMEMBERED, this.#madeOf, this.found);
  }

  /** The numbers of a topic's talks. */
  members(topic: Topic): Int32Array {
    let members = this.#members.get(topic);
    if (!members) {
      members = Int32Array.from(topic.talks, (talk) => this.numberOf.get(talk) ?? 0);
      this.#members.set(topic, members);
    }
    return members;
  }

  /** Whether `a` is to be named before `b` beside a talk of that year. */
  isBetter(a: number, b: number, year: number): boolean {
    const { scores, years, ranks } = this;
    const byScore = (scores[a] ?? 0) - (scores[b] ?? 0);
    if (byScore !== 0) return byScore > 0;
    const byDistance = Math.abs((years[a] ?? 0) - year) - Math.abs((years[b] ?? 0) - year);
    return byDistance === 0 ? (ranks[a] ?? 0) < (ranks[b] ?? 0) : byDistance < 0;
  }
}

/** How much a text that is wholly alike counts beside topics, of which a rare one counts about a half. */
const TEXT = 3;
/** Texts less alike than this are not related by them alone. */
const LEAST_ALIKE = 0.13;
const LEAST_BY_ONE_WORD = 0.35;
/** Having spoken with one of the speakers elsewhere adds a little to what is related anyway. */
const ACQUAINTED = 0.15;
/** What nobody reads for its subject. */
const ROUTINE: ReadonlySet<string> = new Set(["break", "opening", "closing", "social"]);

const numbered = new WeakMap<readonly Talk[], Numbered>();

/**
 * Talks worth reading next: those that share topics, the rarer the topic the better, and those whose title, abstract and slides use
 * the same telling words. Talks by the same people are listed elsewhere.
 */
export function relatedTalks(archive: Archive, talk: Talk): readonly Talk[] {
  let all = numbered.get(archive.talks);
  if (!all || all.made !== archive.made) {
    all = new Numbered(archive);
    numbered.set(archive.talks, all);
  }
  const number = all.numberOf.get(talk) ?? 0;
  if (!all.found[number]) all.note(number, related(all, talk));
  return (all.found[number] ?? []).flatMap((other) => all.talks[other] ?? []);
}

/** The name of what was found for all talks. */
const REMEMBERED = "related talks";

/** All that is compared of a talk. */
function comparedParts(archive: Archive, talk: Talk): unknown[] {
  const { id, title, language, isBreak, record, event, abstract, topics, speakers } = talk;
  const decks = decksOf(archive, talk).map(({ deck }) => deck.pages.map(({ lines }) => lines));
  const [topicSlugs, people] = [topics.map(({ slug }) => slug), speakers.map(({ person }) => person.slug)];
  return [id, title, language, isBreak, record.kind, event.year, abstract?.markdown, topicSlugs, people, decks];
}

/** How many talks are named. */
const MOST = 4;

function related(all: Numbered, talk: Talk): number[] {
  const { scores, alike, shared } = all;
  const candidates: number[] = [];
  all.texts.value.compare(all.numberOf.get(talk) ?? 0, all, candidates);
  for (const topic of talk.topics) {
    if (topic.talks.length > COMMON_TOPIC) continue;
    const weight = 1 / Math.log2(1 + topic.talks.length);
    for (const other of all.members(topic)) {
      if (scores[other] === 0 && shared[other] === 0) candidates.push(other);
      scores[other] = (scores[other] ?? 0) + weight;
    }
  }
  const company = talk.speakers.map(({ person }) => companyOf(person));
  for (const other of candidates)
    if ((scores[other] ?? 0) > 0 && all.talks[other]?.speakers.some(({ person }) => company.some((known) => known.has(person))))
      scores[other] = (scores[other] ?? 0) + ACQUAINTED;
  for (const other of candidates) {
    const isRelated = (scores[other] ?? 0) > 0 || (alike[other] ?? 0) >= ((shared[other] ?? 0) > 1 ? LEAST_ALIKE : LEAST_BY_ONE_WORD);
    // Rounded, so that equals are equal whatever their sums were made of.
    scores[other] = isRelated ? Math.round(((scores[other] ?? 0) + TEXT * (alike[other] ?? 0)) * 1e6) : 0;
  }
  const people = new Set(talk.speakers.map((speaker) => speaker.person));
  const year = Number(talk.event.year ?? 0);
  const best: number[] = [];
  for (const candidate of candidates) {
    if (scores[candidate] === 0) continue;
    const worst = best[MOST - 1];
    if (worst !== undefined && !all.isBetter(candidate, worst, year)) continue;
    const other = all.talks[candidate];
    if (!other || other === talk || ROUTINE.has(other.record.kind) || other.speakers.some((speaker) => people.has(speaker.person)))
      continue;
    let place = best.length;
    while (place > 0 && all.isBetter(candidate, best[place - 1] ?? 0, year)) place--;
    best.splice(place, 0, candidate);
    best.length = Math.min(best.length, MOST);
  }
  for (const candidate of candidates) scores[candidate] = alike[candidate] = shared[candidate] = 0;
  return best;
}

const companies = new WeakMap<Person, ReadonlySet<Person>>();

/** All who ever spoke together with a person, that person among them; large panels tell nothing. */
function companyOf(person: Person): ReadonlySet<Person> {
  let company = companies.get(person);
  if (!company) {
    const talks = person.appearances.map(({ talk }) => talk).filter(({ speakers }) => speakers.length <= 5);
    company = new Set(talks.flatMap(({ speakers }) => speakers.map((speaker) => speaker.person)));
    companies.set(person, company);
  }
  return company;
}

const inOrder = new WeakMap<Person, readonly Talk[]>();

/** The talks of a person, newest first, each once. They are put in order once: a host may have thousands, each of which names the newest. */
function newestOf(person: Person): readonly Talk[] {
  let talks = inOrder.get(person);
  if (!talks) {
    talks = [...new Set(person.appearances.map(({ talk }) => talk))].sort((a, b) => byEventAndProgramme(b, a));
    inOrder.set(person, talks);
  }
  return talks;
}

/** Other talks of the speakers of a talk, newest first, each once. */
export function moreBySpeakers(talk: Talk, most = 12): Talk[] {
  // One of them may be the talk itself.
  const others = talk.speakers.flatMap(({ person }) => newestOf(person).slice(0, most + 1));
  return [...new Set(others)]
    .filter((other) => other !== talk)
    .sort((a, b) => byEventAndProgramme(b, a))
    .slice(0, most);
}
