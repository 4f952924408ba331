/** Filters and sorts the talks that the page lists. */
import { find, findAll } from "./parts/dom.ts";
import { type FilteredTalk, startFilter } from "./parts/talk-filter.ts";

/** The language of talks that name none. */
const usualLanguage = find("#filter").dataset["language"] ?? "";

function talksOfPage(): FilteredTalk[] {
  const homes = findAll(".talk-group ul");
  return findAll(".talk-item").map((item) => {
    const [title = "", ...speakers] = findAll(".talk-title a, .talk-speakers a", item).map((link) => link.textContent);
    const { event = "", year = "", topics = "", languages = usualLanguage } = item.dataset;
    const home = item.parentElement ?? item;
    const place = homes.indexOf(home);
    return {
      ...{ title, speakers, event, year, place },
      // A topic may hold any sign, but is one line.
      topic: topics.split("\n"),
      language: languages.split("|"),
      kinds: findAll(".media", item).map((media) => media.dataset["kind"] ?? ""),
      home: () => home,
      item: () => item,
    };
  });
}

startFilter()(talksOfPage());
