/** Filters and sorts all talks of a large archive, whose index it reads. */
import type { TalkIndex } from "publishing/talk-index-format.ts";
import { find } from "./parts/dom.ts";
import { loader, loadWhenTouched, readIndex, talksOf } from "./parts/listed-talks.ts";
import { type FilteredTalk, startFilter } from "./parts/talk-filter.ts";

let talks: FilteredTalk[] | undefined;

function need(): string {
  if (talks) return "";
  return load(async () => {
    talks = talksOf(await readIndex<TalkIndex>(), 0);
  });
}

const load = loader(() => take(talks ?? []));
const take = startFilter({ element: find("#years"), need });
loadWhenTouched(need);
