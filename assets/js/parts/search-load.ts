/** The search as the scripts of pages use it; its engine (`search-engine.ts`) comes with the first need. */
import { load } from "./on-demand.ts";
import type { Search, searchIn } from "./search-ask.ts";

/** The search of the index in a folder of the site. After a failure the next need tries again. */
export function searchLater(folder: string): Search {
  let engine: Promise<Search> | undefined;
  const ready = () => {
    engine ??= load<typeof searchIn>("search-engine").then((make) => make(folder));
    engine.catch(() => {
      engine = undefined;
    });
    return engine;
  };
  return { need: async () => (await ready()).need(), ask: async (query) => (await ready()).ask(query) };
}
