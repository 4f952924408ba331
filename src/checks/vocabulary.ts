/** The rules of the curated vocabularies: no word means two things, and broader topics are there and lead upwards. */
import type { Archive, Filed } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import type { TopicsRecord } from "../model/records/vocabulary.ts";
import { didYouMean } from "../text/similar.ts";
import { slug } from "../text/slug.ts";
import type { Term } from "../model/vocabulary.ts";

export function vocabulary({ vocabularies: { topics, organizations } }: Archive): Finding[] {
  return [
    ...(topics ? [...clashes(topics.file, "topics", "topic", topics.record.topics), ...broaderTopics(topics)] : []),
    ...(organizations ? clashes(organizations.file, "organizations", "organization", organizations.record.organizations) : []),
  ];
}

function* clashes(file: string, field: string, what: string, terms: readonly Term[]): Generator<Finding> {
  const owners = new Map<string, { term: Term; words: Set<string> }>();
  const names = terms.map((term, index) => ({ term, word: term.name, path: [field, index, "name"] }));
  const aliases = terms.flatMap((term, index) =>
    (term.aliases ?? []).map((word, place) => ({ term, word, path: [field, index, "aliases", place] })),
  );
  // Names come first, so that the alias is the one to mend.
  for (const { term, word, path } of [...names, ...aliases]) {
    const owner = owners.get(slug(word));
    if (!owner) owners.set(slug(word), { term, words: new Set([word]) });
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
}

function* broaderTopics({ file, record }: Filed<TopicsRecord>): Generator<Finding> {
  const terms = new Map(record.topics.map((term) => [slug(term.name), term]));
  const order = [...terms.keys()];
  const wider = (address: string) => {
    const { broader } = terms.get(address) ?? {};
    return broader === undefined ? undefined : slug(broader);
  };
  for (const [index, { name, broader }] of record.topics.entries()) {
    if (broader === undefined) continue;
    const path = ["topics", index, "broader"];
    if (!terms.has(slug(broader))) {
      const meant = record.topics.find(({ aliases = [] }) => aliases.some((alias) => slug(alias) === slug(broader)))?.name;
      const near =
        meant ??
        didYouMean(
          broader,
          record.topics.map((term) => term.name),
        );
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
    const way = [slug(name)];
    for (let next = wider(slug(name)); next !== undefined && terms.has(next); next = wider(next)) {
      const returns = next === way[0];
      if (!returns && way.includes(next)) break;
      way.push(next);
      if (!returns) continue;
      // Told once, at the first of the circle.
      if (way.some((address) => order.indexOf(address) < order.indexOf(slug(name)))) break;
      yield {
        rule: "broader-cycle",
        severity: "error",
        file,
        path,
        message: `The topic is broader than itself: ${way.map((address) => `“${terms.get(address)?.name}”`).join(", in ")}.`,
        hint: "Delete `broader` of the widest of them.",
      };
      break;
    }
  }
}
