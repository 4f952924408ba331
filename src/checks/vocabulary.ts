/** The rules of the curated vocabularies: no word means two things, and broader topics are there and lead upwards. */
import type { Archive, Filed } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import type { TopicsRecord } from "../model/records/vocabulary.ts";
import { guesser } from "../text/similar.ts";
import { wordKey } from "../text/slug.ts";
import { count } from "../text/wording.ts";
import type { Term } from "../model/vocabulary.ts";

export function vocabulary({ vocabularies: { topics, organizations } }: Archive): Finding[] {
  return [
    ...(topics
      ? [...clashes(topics.file, "topics", "topic", topics.record.topics, ["notTopics", topics.record.notTopics]), ...broaderTopics(topics)]
      : []),
    ...(organizations
      ? clashes(organizations.file, "organizations", "organization", organizations.record.organizations, [
          "notOrganizations",
          organizations.record.notOrganizations,
        ])
      : []),
  ];
}

function* clashes(
  file: string,
  field: string,
  what: string,
  terms: readonly Term[],
  [noneField, none = []]: [field: string, words: readonly string[] | undefined],
): Generator<Finding> {
  const owners = new Map<string, { term: Term; words: Set<string> }>();
  const names = terms.map((term, index) => ({ term, word: term.name, path: [field, index, "name"] }));
  const aliases = terms.flatMap((term, index) =>
    (term.aliases ?? []).map((word, place) => ({ term, word, path: [field, index, "aliases", place] })),
  );
  // Names come first, so that the alias is the one to mend.
  for (const { term, word, path } of [...names, ...aliases]) {
    const owner = owners.get(wordKey(word));
    if (!owner) owners.set(wordKey(word), { term, words: new Set([word]) });
    else if (owner.term !== term || owner.words.has(word))
      yield {
        rule: "term-twice",
        severity: "error",
        file,
        path,
        message:
          owner.term === term ? `“${word}” is listed twice.` : `The word “${word}” already belongs to the ${what} “${owner.term.name}”.`,
        hint: owner.term === term ? "Delete one of the two." : "Delete it from one of the two entries, or join the entries.",
      };
    else owner.words.add(word);
  }
  for (const [index, word] of none.entries()) {
    const owner = owners.get(wordKey(word));
    if (owner)
      yield {
        rule: "term-twice",
        severity: "error",
        file,
        path: [noneField, index],
        message: `The word “${word}” belongs to the ${what} “${owner.term.name}”, and is said to be none.`,
        hint: `Delete it here, or in that entry of \`${field}\`.`,
      };
  }
}

/** A page names all topics that its own is part of; no reader follows more of them. */
const MOST_LEVELS = 20;
/** How many topics of a circle are named. */
const MOST_NAMED = 10;

function* broaderTopics({ file, record }: Filed<TopicsRecord>): Generator<Finding> {
  const terms = new Map(record.topics.map((term) => [wordKey(term.name), term]));
  const wider = new Map<string, string>();
  for (const [address, { broader }] of terms) {
    const above = broader === undefined ? "" : wordKey(broader);
    if (terms.has(above)) wider.set(address, above);
  }
  const circles = circlesOf(wider);
  const names = record.topics.map((term) => term.name);
  // Of two topics that share an alias, the first.
  const owners = new Map(
    record.topics.toReversed().flatMap(({ name, aliases = [] }) => aliases.map((alias) => [wordKey(alias), name] as const)),
  );
  const guess = guesser();
  const deep = circles.size > 0 ? -1 : record.topics.findIndex(({ name }) => levelsAbove(wordKey(name), wider) > MOST_LEVELS);
  if (deep >= 0)
    yield {
      rule: "too-deep",
      severity: "error",
      file,
      path: ["topics", deep, "broader"],
      message: `“${names[deep]}” is part of more than ${MOST_LEVELS} topics, each within the next.`,
      hint: "Leave out levels between, so that readers find the way.",
    };
  for (const [index, { name, broader }] of record.topics.entries()) {
    if (broader === undefined) continue;
    const path = ["topics", index, "broader"];
    if (!terms.has(wordKey(broader))) {
      const near = owners.get(wordKey(broader)) ?? guess(broader, names);
      yield {
        rule: "unknown-broader",
        severity: "error",
        file,
        path,
        message: `There is no topic “${broader}” in this list.`,
        hint: near ? `Did you mean \`${near}\`?` : "Add an entry of that name, or delete `broader`.",
      };
      continue;
    }
    const circle = circles.get(wordKey(name));
    if (!circle) continue;
    const way = [...circle, wordKey(name)];
    const shown = way.slice(0, MOST_NAMED).map((address) => `“${terms.get(address)?.name}”`);
    const rest = way.length > MOST_NAMED ? `, and ${count(way.length - MOST_NAMED, "topic")} more` : "";
    yield {
      rule: "broader-cycle",
      severity: "error",
      file,
      path,
      message: `The topic is broader than itself: ${shown.join(", in ")}${rest}.`,
      hint: "Delete `broader` of the widest of them.",
    };
  }
}

/** How many are above one in a table of what is above what; counted no further than it matters. */
function levelsAbove(one: string, above: ReadonlyMap<string, string>): number {
  let levels = 0;
  for (let at = above.get(one); at !== undefined && levels <= MOST_LEVELS; at = above.get(at)) levels++;
  return levels;
}

/** The circles in a table of what is above what, each by that of its members which stands first in the table. One pass. */
function circlesOf(above: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const place = new Map([...above.keys()].map((one, index) => [one, index]));
  const from = new Map<string, string>();
  const circles = new Map<string, readonly string[]>();
  for (const start of above.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    for (; at !== undefined && !from.has(at); at = above.get(at)) {
      from.set(at, start);
      way.push(at);
    }
    if (at === undefined || from.get(at) !== start) continue;
    const circle = way.slice(way.indexOf(at));
    const first = circle.reduce((best, one) => ((place.get(one) ?? 0) < (place.get(best) ?? 0) ? one : best));
    const turn = circle.indexOf(first);
    circles.set(first, [...circle.slice(turn), ...circle.slice(0, turn)]);
  }
  return circles;
}
