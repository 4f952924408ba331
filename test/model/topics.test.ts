import { describe, expect, test } from "vitest";
import { isTagForEverything } from "../../src/model/topics.ts";
import { topicsPages } from "../../src/pages/topics.ts";
import { archiveOf, existing } from "./make.ts";

const talksWith = (...lists: string[][]) => Object.fromEntries(lists.map((topics, index) => [`2020-spring/talk-${index + 1}`, { topics }]));
const topicsOf = (...lists: string[][]) => archiveOf({ events: { "2020-spring": {} }, talks: talksWith(...lists) }).topics;

describe("topics", () => {
  test("spellings with one address are one topic, under the spelling that most records use", () => {
    expect(topicsOf(["Live Migration"], ["live migration"], ["live-migration"], ["live migration"])).toMatchObject([
      { slug: "live-migration", path: "/topics/live-migration/", name: "live migration", talks: { length: 4 } },
    ]);
  });

  test("of spellings used equally often, the choice does not depend on the order of records", () => {
    const name = (...lists: string[][]) => topicsOf(...lists)[0]?.name;
    expect(name(["ARM"], ["arm"])).toBe(name(["arm"], ["ARM"]));
  });

  test("a talk that names one topic twice is listed once", () => {
    expect(topicsOf(["ARM", "arm", "Arm"])[0]?.talks).toHaveLength(1);
  });

  test("are in order of their names, each with its talks in order", () => {
    const topics = topicsOf(["storage", "arm"], ["networking", "storage"]);
    expect(topics.map(({ name, talks }) => [name, talks.map((talk) => talk.slug)])).toEqual([
      ["arm", ["talk-1"]],
      ["networking", ["talk-2"]],
      ["storage", ["talk-1", "talk-2"]],
    ]);
  });

  test("papers share them with talks", () => {
    const archive = archiveOf({
      events: { "2020-spring": {} },
      talks: talksWith(["security"]),
      papers: { one: { topics: ["Security"], year: 2003 }, two: { topics: ["security"] } },
    });
    expect(archive.topics).toHaveLength(1);
    expect(archive.topics[0]).toMatchObject({ name: "security", talks: { length: 1 }, papers: [{ id: "one" }, { id: "two" }] });
    expect(archive.papers[0]?.topics).toEqual(archive.topics);
  });
});

describe("a tag for everything", () => {
  const LABELLED = Array.from({ length: 12 }, (_, at) => ["summit", ...(at < 6 ? ["storage"] : []), ...(at % 3 ? [] : ["arm"])]);
  const labels = (...lists: string[][]) =>
    topicsOf(...lists)
      .filter(isTagForEverything)
      .map(({ name }) => name);

  test("stands at half or more of the talks of events, and hardly elsewhere; small numbers say nothing", () => {
    expect(labels(...LABELLED)).toEqual(["summit"]);
    expect(labels(...LABELLED.slice(0, 9))).toEqual([]);
    const talks = Object.fromEntries(LABELLED.map((topics, at) => [`2020-spring/${at}`, { topics }]));
    const elsewhere = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`2021-spring/${at}`, { topics: at < 7 ? ["summit"] : [] }]),
    );
    const archive = archiveOf({ events: { "2020-spring": {}, "2021-spring": {} }, talks: { ...talks, ...elsewhere } });
    expect(archive.topics.filter(isTagForEverything)).toEqual([]);
  });

  test("is none where an editor put it into the vocabulary", () => {
    const archive = archiveOf({ events: { "2020-spring": {} }, talks: talksWith(...LABELLED), topics: [{ name: "Summit" }] });
    expect(archive.topics.filter(isTagForEverything)).toEqual([]);
  });

  test("is folded in the list of topics, after those that say something and before those of one talk", () => {
    const archive = archiveOf({ events: { "2020-spring": {} }, talks: talksWith(...LABELLED, ["once"]) });
    const groups = existing([...topicsPages.views(archive)][0]).groups;
    expect(groups.map(({ heading, isFolded, topics }) => [heading, isFolded, topics.map(({ label }) => label)])).toEqual([
      ["Five to nine", false, ["storage"]],
      ["Two to four", false, ["arm"]],
      ["On most talks of an event", true, ["summit"]],
      ["One talk or paper", true, ["once"]],
    ]);
  });
});
