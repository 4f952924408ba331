/** The warning that two topics may be one, written in the singular and plural or with a slip. */
import type { Archive, Topic } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { editDistance } from "../text/similar.ts";
import { wordKey } from "../text/slug.ts";
import { writtenName } from "../model/vocabulary.ts";
import { addTo } from "../text/add-to.ts";

/** More topics that start or end alike than this are a series, not slips, and would take long to compare. */
const LARGEST_GROUP = 200;

export function similarTopics(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  for (const [one, other] of pairs(archive.topics)) {
    // Whoever put both into the vocabulary knows that they are two.
    if (one.term && other.term) continue;
    const [known, doubtful] = one.term || (!other.term && sizeOf(one) >= sizeOf(other)) ? [one, other] : [other, one];
    const place = firstUse(doubtful);
    if (place)
      findings.push({
        rule: "similar-topics",
        severity: "warning",
        ...place,
        message: `The topics “${doubtful.name}” and “${known.name}” may be one.`,
        hint: `If so, write \`${writtenName(known)}\`.`,
      });
  }
  return findings;
}

function pairs(topics: readonly Topic[]): [Topic, Topic][] {
  const byKey = new Map<string, Topic[]>();
  for (const topic of topics) {
    // What looks alike shares its first letters or, when these are wrong, its last.
    const bare = bareWord(topic);
    for (const key of new Set([`^${bare.slice(0, 4)}`, `$${bare.slice(-4)}`])) {
      addTo(byKey, key, topic);
    }
  }
  const found = new Map<string, [Topic, Topic]>();
  for (const group of [...byKey.values()].filter(({ length }) => length <= LARGEST_GROUP))
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1)) if (looksLikeOne(one, other)) found.set(`${one.slug} ${other.slug}`, [one, other]);
  return [...found.values()];
}

function bareWord(topic: Topic): string {
  return topic.slug.replaceAll("-", "");
}

function looksLikeOne(one: Topic, other: Topic): boolean {
  const [a, b] = [bareWord(one), bareWord(other)];
  if (a === b || `${a}s` === b || `${b}s` === a || `${a}es` === b || `${b}es` === a) return true;
  // Numbers tell things apart: `python 2` is not `python 3`.
  return Math.min(a.length, b.length) >= 7 && !/\d/.test(a + b) && editDistance(a, b) === 1;
}

function sizeOf(topic: Topic): number {
  return topic.talks.length + topic.papers.length;
}

function firstUse(topic: Topic): { file: string; path: FieldPath } | undefined {
  const user = topic.talks[0] ?? topic.papers[0];
  const words = new Set([writtenName(topic), ...(topic.term?.aliases ?? [])].map(wordKey));
  const index = (user?.record.topics ?? []).findIndex((word) => words.has(wordKey(word)));
  return user && index >= 0 ? { file: user.file, path: ["topics", index] } : undefined;
}
