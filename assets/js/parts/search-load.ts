/** The search as the scripts of pages use it; its engine (`search-engine.ts`) comes with the first need. */
import { load } from "./on-demand.ts";
import type { Search, searchIn } from "./search-ask.ts";

export interface SearchLater extends Search {
  /** Has the next need begin anew. Whoever is refused something calls it: a newer build may have taken the place of the index that was opened. */
  forget(): void;
}

/** The search of the index in a folder of the site. */
export function searchLater(folder: string): SearchLater {
  let engine: Promise<Search> | undefined;
  const ready = () => (engine ??= load<typeof searchIn>("search-engine").then((make) => make(folder)));
  return {
    need: async () => (await ready()).need(),
    ask: async (query) => (await ready()).ask(query),
    forget() {
      engine = undefined;
    },
  };
}
