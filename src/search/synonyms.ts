/** Words of the same meaning, as the index publishes them: which of them it has, and which can only be asked for. */
import { stemOf, type WordRules, wordsOf } from "../text/search-words.ts";

/** A group of words that mean the same: those that are in the index, and the others. */
export type Synonyms = [known: string[], asked: string[]];

/** How much of a word its stem is at least. */
const LEAST_STEM = 0.4;

/** The groups that help to find anything. Of a phrase all words have to be somewhere. `indexed` are the words of the index, as stems. */
export function findableSynonyms(groups: readonly (readonly string[])[], indexed: readonly string[], rules: WordRules): Synonyms[] {
  const sorted = indexed.toSorted();
  const all = new Set(indexed);
  // The index has stems of its own: `log` of `logging`, `modif` of `modification`.
  const hasStem = (word: string) =>
    [...word].some((_, at) => at + 1 >= Math.max(3, word.length * LEAST_STEM) && all.has(word.slice(0, at + 1)));
  const isKnown = (phrase: string) => wordsOf(phrase, rules).every((word) => hasBeginning(sorted, stemOf(word)) || hasStem(word));
  const parted = groups.map((words): Synonyms => [words.filter(isKnown), words.filter((word) => !isKnown(word))]);
  return parted.filter(([known]) => known.length > 0);
}

/** Whether a word in a sorted list begins so. */
function hasBeginning(sorted: readonly string[], beginning: string): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? "") < beginning) from = middle + 1;
    else to = middle;
  }
  return sorted[from]?.startsWith(beginning) ?? false;
}
