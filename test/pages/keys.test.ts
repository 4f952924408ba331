/** A group of pages whose key stays is not made again, so that whatever changes its views has to change its key. */
import { expect, test } from "vitest";
import { archiveOf, type Made } from "../model/make.ts";
import { otherGroups, pageGroups, staleGroups } from "./groups.ts";

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

/** Lists of topics under which the topics of a talk have the same addresses and names, but not the same words in its files. */
const TOPIC_LISTS: [what: string, list: Pick<Made, "topics" | "notTopics">][] = [
  ["none", {}],
  ["one that spells a topic as most records do", { topics: [{ name: "memory" }] }],
  ["one with a label that is that spelling", { topics: [{ name: "Memory", label: "memory" }] }],
  ["one that spells another topic", { topics: [{ name: "ARM" }] }],
  ["one with a word that is no topic", { topics: [{ name: "memory" }], notTopics: ["ARM"] }],
];

test.each(TOPIC_LISTS)("from %s to any other list of topics", (_, list) => {
  const make = (topics: Pick<Made, "topics" | "notTopics">) => {
    const talks = {
      "2019-spring/first": { topics: ["memory"] },
      "2019-spring/second": { topics: ["memory", "arm"] },
      "2020-spring/talk": { topics: ["Memory", "memory", "ARM"], speaker: "Ada Example", date: "2020-05-04" },
    };
    const archive = archiveOf({ events: { "2019-spring": {}, "2020-spring": {} }, talks, ...topics });
    return new Map([...pageGroups(archive), ...otherGroups(archive)]);
  };
  const before = make(list);
  for (const [what, other] of TOPIC_LISTS) expect(staleGroups(before, make(other)), what).toEqual([]);
});
