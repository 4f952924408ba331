/** Owns which talks are worth reading next: those that share rare topics. */
import type { Talk } from "./archive.ts";
import { byEventAndProgramme } from "./order.ts";

/** A topic with more talks than this says too little to relate any two of them. */
const COMMON_TOPIC = 200;

/** Talks that share topics, the rarer the topic the better; talks by the same people are listed elsewhere. */
export function relatedTalks(talk: Talk, most = 4): Talk[] {
  const scores = new Map<Talk, number>();
  for (const topic of talk.topics) {
    if (topic.talks.length > COMMON_TOPIC) continue;
    const weight = 1 / Math.log2(1 + topic.talks.length);
    for (const other of topic.talks) scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  const people = new Set(talk.speakers.map((speaker) => speaker.person));
  const best: [other: Talk, score: number][] = [];
  const compare = ([a, x]: [Talk, number], [b, y]: [Talk, number]) =>
    y - x || distance(a, talk) - distance(b, talk) || (a.id < b.id ? -1 : 1);
  for (const candidate of scores) {
    const [other] = candidate;
    const worst = best[most - 1];
    if (worst && compare(candidate, worst) > 0) continue;
    if (other === talk || other.isBreak || other.speakers.some((speaker) => people.has(speaker.person))) continue;
    best.push(candidate);
    best.sort(compare);
    best.length = Math.min(best.length, most);
  }
  return best.map(([other]) => other);
}

function distance(a: Talk, b: Talk): number {
  return Math.abs(Number(a.event.year ?? 0) - Number(b.event.year ?? 0));
}

/** Other talks of the speakers of a talk, newest first, each once. */
export function moreBySpeakers(talk: Talk, most = 12): Talk[] {
  const others = talk.speakers.flatMap((speaker) => speaker.person.appearances.map((appearance) => appearance.talk));
  return [...new Set(others)]
    .filter((other) => other !== talk)
    .sort((a, b) => byEventAndProgramme(b, a))
    .slice(0, most);
}
