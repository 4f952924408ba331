/** Words of records find their curated topics and organizations; without vocabularies every word stands for itself. */
import { describe, expect, test } from "vitest";
import { topicSpelling } from "../../src/checks/topic-spelling.ts";
import { vocabulary } from "../../src/checks/vocabulary.ts";
import { membersOf, talksOf } from "../../src/model/organizations.ts";
import { widerTopics } from "../../src/model/topics.ts";
import { movedPaths } from "../../src/publishing/moved.ts";
import { archiveOf, existing, type Made } from "./make.ts";

const talks = (...lists: Record<string, unknown>[]) =>
  Object.fromEntries(lists.map((fields, index) => [`2020-spring/talk-${index + 1}`, fields]));
const make = (made: Made) => archiveOf({ events: { "2020-spring": { startDate: "2020-05-01" } }, ...made });

describe("curated topics", () => {
  const archive = make({
    topics: [
      { name: "memory", aliases: ["RAM", "Memory"], description: "Where pages live." },
      { name: "tables", broader: "Memory" },
      { name: "grant tables", broader: "tables" },
    ],
    talks: talks({ topics: ["ram", "memory"] }, { topics: ["Ram"] }, { topics: ["boot", "grant-tables"] }),
    papers: { one: { topics: ["RAM"] } },
  });
  const topic = (slug: string) => existing(archive.topics.find((one) => one.slug === slug));

  test("take in what records put under other words, each talk once", () => {
    expect(archive.topics.map(({ slug }) => slug)).toEqual(["boot", "grant-tables", "memory", "tables"]);
    expect(topic("memory").talks.map(({ slug }) => slug)).toEqual(["talk-1", "talk-2"]);
    expect(topic("memory").papers).toHaveLength(1);
    expect(topic("memory").otherNames).toEqual(["RAM", "Memory", "Ram", "ram"]);
  });

  test("keep their own spelling, and know what is broader and narrower", () => {
    expect(topic("grant-tables").name).toBe("grant tables");
    expect(topic("memory").narrower).toEqual([topic("tables")]);
    expect(widerTopics(topic("grant-tables"))).toEqual([topic("memory"), topic("tables")]);
    expect(topic("boot").term).toBeUndefined();
  });

  test("leave nobody at the address of another word", () => {
    expect(movedPaths(archive)).toEqual([{ from: "/topics/ram/", to: "/topics/memory/", title: "memory" }]);
  });

  test("do not depend on the order of the vocabulary", () => {
    const topics = [
      { name: "b", aliases: ["c"] },
      { name: "a", broader: "b" },
    ];
    const shown = (list: Record<string, unknown>[]) =>
      make({ topics: list, talks: talks({ topics: ["c"] }) }).topics.map(({ slug, broader, talks: all }) => [
        slug,
        broader?.slug,
        all.length,
      ]);
    expect(shown(topics.toReversed())).toEqual(shown(topics));
  });
});

describe("organizations", () => {
  const made: Made = {
    events: { "2020-spring": { startDate: "2020-05-01", host: "Acme and Example" }, "2021-spring": { host: "Nobody and Sons" } },
    talks: talks(
      { speaker: "Ada", organization: "Example" },
      { speaker: "Bob", organization: "example, inc." },
      { speaker: "Eve", organization: "Acme / Example" },
      { speakers: [{ name: "Ada", organization: "Example" }, { name: "Bob" }] },
    ),
    speakers: { carol: { name: "Carol", organizations: [{ name: "Acme", seenIn: [2019] }, { name: "Past" }] } },
  };
  const archive = make({ ...made, organizations: [{ name: "Example", aliases: ["Example, Inc."] }, { name: "Acme" }, { name: "Unused" }] });
  const named = (slug: string) => existing(archive.organizations.find((one) => one.slug === slug));

  test("are those that records name, under their curated names", () => {
    expect(archive.organizations.map(({ name }) => name)).toEqual(["Acme", "Example", "Nobody and Sons", "Past"]);
  });

  test("are told apart in a text only where the vocabulary has each of them", () => {
    expect(named("example").hosted).toEqual(named("acme").hosted);
    expect(archive.events[1]?.hosts).toMatchObject([{ text: "Nobody and Sons", organization: { slug: "nobody-and-sons" } }]);
    expect(talksOf(named("acme")).map(({ slug }) => slug)).toEqual(["talk-3"]);
    expect(archive.talks[2]?.speakers[0]?.affiliation.map(({ text }) => text)).toEqual(["Acme", " / ", "Example"]);
  });

  test("know their talks once and their people, those of records too", () => {
    expect(talksOf(named("example")).map(({ slug }) => slug)).toEqual(["talk-1", "talk-2", "talk-3", "talk-4"]);
    expect(membersOf(named("example")).map(({ name }) => name)).toEqual(["Ada", "Bob", "Eve"]);
    expect(membersOf(named("acme")).map(({ name }) => name)).toEqual(["Carol", "Eve"]);
  });

  test("without a vocabulary are the texts as they are, spellings with one address joined", () => {
    expect(make(made).organizations.map(({ name }) => name)).toEqual([
      "Acme",
      "Acme and Example",
      "Acme / Example",
      "Example",
      "example, inc.",
      "Nobody and Sons",
      "Past",
    ]);
  });
});

describe("words with letters that have no Latin form", () => {
  const LONG = "東京大学大学院情報理工学系研究科";
  const WORDS = [
    "xen",
    "Xen",
    "xen入門",
    "xenの歴史",
    "संजाल x86",
    "स्मृति x86",
    "가상화 kvm",
    "kvm 보안",
    `${LONG}創造情報学`,
    `${LONG}コンピュータ科学`,
  ];
  const archiveWith = (words: readonly string[]) =>
    archiveOf({
      events: { e: { name: "E" } },
      talks: Object.fromEntries(
        words.map((word, at) => [`e/t${at}`, { title: `T${at}`, speaker: `Ada ${at}`, organization: word, topics: [word] }]),
      ),
    });

  test("are one only where they are spelled alike", () => {
    for (const words of [WORDS, WORDS.toReversed()]) {
      const { topics, organizations } = archiveWith(words);
      for (const things of [topics, organizations]) {
        expect(things.map(({ name }) => name.toLowerCase()).sort()).toEqual([...new Set(WORDS.map((word) => word.toLowerCase()))].sort());
        expect(new Set(things.map(({ path }) => path)).size).toBe(WORDS.length - 1);
        for (const { slug, path } of things) expect(path.split("/")[2]).toBe(slug);
      }
      expect(topics.find(({ name }) => name.toLowerCase() === "xen")).toMatchObject({ path: "/topics/xen/", talks: [{}, {}] });
    }
    const paths = (words: readonly string[]) =>
      archiveWith(words)
        .topics.map(({ path }) => path)
        .sort();
    expect(paths(WORDS)).toEqual(paths(WORDS.toReversed()));
  });

  test("keep the short address where no other has it", () => {
    expect(archiveWith(["xen入門"]).topics.map(({ path }) => path)).toEqual(["/topics/xen/"]);
  });

  test("are not told to be spellings of each other, nor hidden by what is no topic", () => {
    const archive = archiveOf({
      events: { e: { name: "E" } },
      talks: { "e/a": { title: "A", topics: ["xen入門"] }, "e/b": { title: "B", topics: ["xen"] } },
      notTopics: ["xen入門"],
    });
    expect(archive.topics.map(({ name }) => name)).toEqual(["xen"]);
    expect(topicSpelling(archiveWith(["xen入門", "xen", "xenの歴史"]))).toEqual([]);
  });

  test("and those of other alphabets are two where their letters differ, whatever their Latin forms are", () => {
    const pairs = ["ქარი", "კარი", "صورة", "سورة", "рік", "рик"];
    const { topics, organizations } = archiveWith(pairs);
    for (const things of [topics, organizations]) {
      expect(things.map(({ name }) => name).sort()).toEqual(pairs.toSorted());
      expect(new Set(things.map(({ path }) => path)).size).toBe(pairs.length);
    }
    const spellings = ["كتاب", "کتاب", "كِتاب", "ΛΌΓΟΣ", "λόγος", "μ-Xen", "µ-Xen"];
    expect(archiveWith(spellings).topics.map(({ talks }) => talks.length)).toEqual([1, 2, 2, 2]);
  });

  test("lead on from no address that another has", () => {
    const archive = archiveOf({
      events: { e: { name: "E" } },
      talks: { "e/a": { title: "A", topics: ["xen", "ქარი", "b"] } },
      topics: [
        { name: "b", aliases: ["კარი", "xenの歴史", "ტალღა"] },
        { name: "c", aliases: ["თალღა"] },
      ],
      notTopics: ["xen入門", "Break", "break"],
    });
    const from = movedPaths(archive).map((one) => one.from);
    expect(from).toEqual(["/topics/talgha/", "/topics/break/"]);
  });

  test("that the vocabulary has, and says to be none, are told", () => {
    const archive = archiveOf({
      topics: [{ name: "arm", aliases: ["ARM64"] }],
      notTopics: ["intermediate", "ARM", "arm64"],
      organizations: [{ name: "Acme" }],
    });
    const told = vocabulary(archive).map(({ rule, path, message }) => [rule, path, message]);
    expect(told).toEqual([
      ["term-twice", ["notTopics", 1], "The word “ARM” belongs to the topic “arm”, and is said to be none."],
      ["term-twice", ["notTopics", 2], "The word “arm64” belongs to the topic “arm”, and is said to be none."],
    ]);
  });
});
