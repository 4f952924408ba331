/** The search itself: loads what a question needs once, and answers. */
import { affixes, stopWords } from "words";
import { type WordRules, wordRules } from "text/search-words.ts";
import { type Answer, answer } from "./search-answer.ts";
import { type Index, openIndex } from "./search-engine.ts";
import { fetchParts } from "./search-parts.ts";

export interface Search {
  /** The index. Rejects where it cannot be loaded. */
  need(): Promise<Index>;
  ask(query: string): Promise<Answer>;
}

/** The search of the index in a folder of the site, which is loaded from now on. */
export function searchIn(folder: string, rules: WordRules = wordRules(document.documentElement.lang, { affixes, stopWords })): Search {
  const index = openIndex(fetchParts(folder), rules);
  return { need: () => index, ask: async (query) => answer(await index, query, rules) };
}
