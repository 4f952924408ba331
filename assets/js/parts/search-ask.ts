/** The search as the scripts of pages use it: loads what a question needs once, and answers. */
import { affixes, stopWords } from "words";
import { type WordRules, wordRules } from "text/search-words.ts";
import { type Answer, answer } from "./search-answer.ts";
import { type Index, openIndex } from "./search-engine.ts";
import { fetchParts } from "./search-parts.ts";

export interface Search {
  /** The index, loaded when it is first needed; after a failure the next need tries again. */
  need(): Promise<Index>;
  ask(query: string): Promise<Answer>;
}

/** The search of the index in a folder of the site. */
export function searchIn(folder: string, rules: WordRules = wordRules(document.documentElement.lang, { affixes, stopWords })): Search {
  const load = fetchParts(folder);
  let index: Promise<Index> | undefined;
  const need = () => {
    index ??= openIndex(load, rules);
    index.catch(() => {
      index = undefined;
    });
    return index;
  };
  return { need, ask: async (query) => answer(await need(), query, rules) };
}
