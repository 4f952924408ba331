/** Owns which talks are worth reading next: those that share rare topics. */
import type { Archive, Talk, Topic } from "./archive.ts";
import { byEventAndProgramme } from "./order.ts";

/** A topic with more talks than this says too little to relate any two of them. */
export const COMMON_TOPIC = 200;

/** Every talk by its number, with what the choice looks at in arrays, because it looks at each pair that shares a topic. */
class Numbered {
  readonly talks: readonly Talk[];
  readonly numberOf: ReadonlyMap<Talk, number>;
  readonly years: Int32Array;
  /** The place of a talk when all are sorted by name. */
  readonly ranks: Int32Array;
  readonly scores: Float64Array;
  readonly #members = new Map<Topic, Int32Array>();

  constructor({ talks }: Archive) {
    this.talks = talks;
    this.numberOf = new Map(talks.map((talk, number) => [talk, number]));
    this.years = Int32Array.from(talks, (talk) => Number(talk.event.year ?? 0));
    this.ranks = new Int32Array(talks.length);
    this.scores = new Float64Array(talks.length);
    const byId = Uint32Array.from(talks.keys()).sort((a, b) => ((talks[a]?.id ?? "") < (talks[b]?.id ?? "") ? -1 : 1));
    for (const [rank, number] of byId.entries()) this.ranks[number] = rank;
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

const numbered = new WeakMap<readonly Talk[], Numbered>();

/** Talks that share topics, the rarer the topic the better; talks by the same people are listed elsewhere. */
export function relatedTalks(archive: Archive, talk: Talk, most = 4): Talk[] {
  let all = numbered.get(archive.talks);
  if (!all) {
    all = new Numbered(archive);
    numbered.set(archive.talks, all);
  }
  const { scores } = all;
  const candidates: number[] = [];
  for (const topic of talk.topics) {
    if (topic.talks.length > COMMON_TOPIC) continue;
    const weight = 1 / Math.log2(1 + topic.talks.length);
    for (const other of all.members(topic)) {
      if (scores[other] === 0) candidates.push(other);
      scores[other] = (scores[other] ?? 0) + weight;
    }
  }
  const people = new Set(talk.speakers.map((speaker) => speaker.person));
  const year = Number(talk.event.year ?? 0);
  const best: number[] = [];
  for (const candidate of candidates) {
    const worst = best[most - 1];
    if (worst !== undefined && !all.isBetter(candidate, worst, year)) continue;
    const other = all.talks[candidate];
    if (!other || other === talk || other.isBreak || other.speakers.some((speaker) => people.has(speaker.person))) continue;
    let place = best.length;
    while (place > 0 && all.isBetter(candidate, best[place - 1] ?? 0, year)) place--;
    best.splice(place, 0, candidate);
    best.length = Math.min(best.length, most);
  }
  for (const candidate of candidates) scores[candidate] = 0;
  return best.flatMap((number) => all.talks[number] ?? []);
}

/** Other talks of the speakers of a talk, newest first, each once. */
export function moreBySpeakers(talk: Talk, most = 12): Talk[] {
  const others = talk.speakers.flatMap((speaker) => speaker.person.appearances.map((appearance) => appearance.talk));
  return [...new Set(others)]
    .filter((other) => other !== talk)
    .sort((a, b) => byEventAndProgramme(b, a))
    .slice(0, most);
}
