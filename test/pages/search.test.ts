/** What the search page offers before anything is typed. */
import { expect, test } from "vitest";
import { searchPage } from "../../src/pages/search.ts";
import { archiveOf } from "../model/make.ts";

test("topics come in the order of the numbers beside them, which count talks and papers", () => {
  const archive = archiveOf({
    events: { "2020-spring": {} },
    talks: { "2020-spring/one": { topics: ["boot", "memory"] }, "2020-spring/two": { topics: ["boot"] } },
    papers: Object.fromEntries(["a", "b"].map((id) => [id, { title: id, topics: ["memory"] }])),
  });
  const [view] = searchPage.views(archive);
  const { topics } = view as unknown as { topics: { label: string; size: string }[] };
  expect(topics.map(({ label, size }) => `${label} ${size}`)).toEqual(["memory 3", "boot 2"]);
});
