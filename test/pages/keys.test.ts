/** A group of pages whose key stays is not made again, so that whatever changes its views has to change its key. */
import { expect, test } from "vitest";
import { archiveOf } from "../model/make.ts";
import { pageGroups, staleGroups } from "./groups.ts";

type Talks = Record<string, Record<string, unknown>>;

/** An event of 2019 and one of 2020, the latter with more talks than one page lists, and with a break long before the last of them. */
const TALKS: Talks = {
  "2019-spring/first": { speaker: "Ada Example" },
  "2020-spring/a-coffee": { title: "Coffee", kind: "break" },
  ...Object.fromEntries(
    Array.from({ length: 190 }, (_, at) => [`2020-spring/talk-${at + 100}`, { title: `Talk ${at}`, speaker: `Grace Sample ${at}` }]),
  ),
};
const WORDS = "A title of very many words, which takes much more room on a page that lists it among all others of its year";

const CHANGES: [what: string, of: string, change: (talks: Talks) => void][] = [
  [
    "heavier talks on another page of the year, which then has one more",
    "presentations 2020 1",
    (talks) => {
      for (let at = 200; at < 290; at++) talks[`2020-spring/talk-${at}`] = { title: `${at}: ${WORDS}`, speaker: "Grace Sample" };
    },
  ],
  [
    "the first talk in another language, in another year",
    "presentations 2020 1",
    (talks) => (talks["2019-spring/first"] = { language: "de" }),
  ],
  [
    "the first slides of the event, which its card tells of",
    "talk 2020-spring/a-coffee",
    (talks) => (talks["2020-spring/talk-289"] = { ...talks["2020-spring/talk-289"], slides: "https://example.org/a.pdf" }),
  ],
];

test.each(CHANGES)("%s", (_, of, change) => {
  const make = (talks: Talks) =>
    pageGroups(archiveOf({ events: { "2019-spring": { startDate: "2019" }, "2020-spring": { startDate: "2020" } }, talks }));
  const talks = structuredClone(TALKS);
  change(talks);
  const [before, after] = [make(TALKS), make(talks)];
  expect(after.get(of)?.made()).not.toBe(before.get(of)?.made());
  expect(staleGroups(before, after)).toEqual([]);
});
