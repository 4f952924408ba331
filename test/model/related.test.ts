import { describe, expect, test } from "vitest";
import { moreBySpeakers, relatedTalks } from "../../src/model/related.ts";
import { toLeave } from "../../src/model/remembered.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { archiveOf, type Made, talkOf } from "./make.ts";

type Talks = NonNullable<Made["talks"]>;

function series(talks: Talks) {
  const archive = archiveOf({ events: { "2010-spring": {}, "2012-spring": {}, "2015-spring": {}, "2020-spring": {}, unknown: {} }, talks });
  return {
    related: (id: string) => relatedTalks(archive, talkOf(archive, id)).map((talk) => talk.id),
    more: (id: string, most?: number) => moreBySpeakers(talkOf(archive, id), most).map((talk) => talk.id),
  };
}

/** That many talks of one topic. */
const many = (count: number, topic: string): Talks =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`2010-spring/${topic}-${index}`, { topics: [topic] }]));

describe("relatedTalks", () => {
  test("a rare topic counts more than a common one", () => {
    const { related } = series({
      ...many(20, "common"),
      "2020-spring/this": { topics: ["common", "rare"] },
      "2010-spring/both": { topics: ["common", "rare"] },
      "2010-spring/a-common": { topics: ["common"] },
      "2010-spring/z-rare": { topics: ["rare"] },
    });
    expect(related("2020-spring/this").slice(0, 2)).toEqual(["2010-spring/both", "2010-spring/z-rare"]);
  });

  test.each([
    ["another title", { title: "Pages of a guest" }, true],
    ["another abstract", { abstract: "Grant tables." }, true],
    ["another topic", { topics: ["y"] }, true],
    ["another speaker", { speaker: "Bob" }, true],
    ["another kind", { kind: "break" as const }, true],
    ["another language", { language: "de" }, true],
    ["another room", { room: "R2" }, false],
    ["slides elsewhere", { slides: "https://example.org/deck.pdf" }, false],
  ])("what was found for all is found anew for %s: only where it is compared", (_, change, isNew) => {
    const talk = { title: "Pages", abstract: "Shared pages.", topics: ["x"], speaker: "Ann", room: "R1" };
    const others: Talks = { "2010-spring/a": { topics: ["x"] }, "2020-spring/b": { title: "Pages again", topics: ["y"] } };
    const isFoundAnew = (own: Talks[string]) => {
      const archive = archiveOf({ events: { "2010-spring": {}, "2020-spring": {} }, talks: { "2010-spring/this": own, ...others } });
      for (const one of archive.talks) relatedTalks(archive, one);
      return toLeave()?.["related talks"] !== undefined;
    };
    isFoundAnew(talk);
    expect([isFoundAnew(talk), isFoundAnew({ ...talk, ...change })]).toEqual([false, isNew]);
  });

  test("several shared topics count more than one as rare", () => {
    const { related } = series({
      "2020-spring/this": { topics: ["x", "y"] },
      "2020-spring/a": { topics: ["x"] },
      "2020-spring/b": { topics: ["x", "y"] },
      "2020-spring/c": { topics: ["y"] },
    });
    expect(related("2020-spring/this")[0]).toBe("2020-spring/b");
  });

  test("among equals, editions near in time come first, then names", () => {
    const topics = ["x"];
    const { related } = series({
      "2012-spring/this": { topics },
      "2010-spring/b": { topics },
      "2010-spring/a": { topics },
      "2020-spring/a": { topics },
      "2012-spring/z": { topics },
    });
    expect(related("2012-spring/this")).toEqual(["2012-spring/z", "2010-spring/a", "2010-spring/b", "2020-spring/a"]);
  });

  test("leaves out itself, breaks, and talks by any of its speakers", () => {
    const topics = ["x"];
    const { related } = series({
      "2020-spring/this": { topics, speakers: [{ name: "Ada" }, { name: "Bob" }] },
      "2020-spring/tea": { topics, kind: "break" },
      "2020-spring/own": { topics, speaker: "Bob" },
      "2020-spring/shared": { topics, speakers: [{ name: "Eve" }, { name: "Ada" }] },
      "2020-spring/other": { topics, speaker: "Eve" },
    });
    expect(related("2020-spring/this")).toEqual(["2020-spring/other"]);
  });

  test("is empty without shared topics, and never longer than asked", () => {
    const { related } = series({
      ...many(9, "x"),
      "2020-spring/this": { topics: ["x"] },
      "2020-spring/none": { topics: ["y"] },
      "2020-spring/bare": {},
    });
    expect(related("2020-spring/none")).toEqual([]);
    expect(related("2020-spring/bare")).toEqual([]);
    expect(related("2020-spring/this")).toHaveLength(4);
  });

  test("does not depend on the order of the records", () => {
    const talks = {
      ...many(12, "x"),
      ...many(5, "y"),
      "2020-spring/this": { topics: ["x", "y"] },
      "2020-spring/b": { topics: ["y", "x"] },
    };
    const reversed = Object.fromEntries(Object.entries(talks).reverse());
    expect(series(reversed).related("2020-spring/this")).toEqual(series(talks).related("2020-spring/this"));
  });
});

describe("moreBySpeakers", () => {
  const talks = {
    "2010-spring/a1": { speaker: "Ada" },
    "2015-spring/a2": { speaker: "Ada" },
    "2012-spring/b1": { speaker: "Bob" },
    "2020-spring/b2": { speaker: "Bob" },
    "2012-spring/both": { speakers: [{ name: "Ada" }, { name: "Bob" }] },
    "2020-spring/c": { speaker: "Carol" },
  };

  test("lists the other talks of all speakers together, the newest first, each once", () => {
    expect(series(talks).more("2012-spring/both")).toEqual(["2020-spring/b2", "2015-spring/a2", "2012-spring/b1", "2010-spring/a1"]);
    expect(series(talks).more("2010-spring/a1")).toEqual(["2015-spring/a2", "2012-spring/both"]);
  });

  test("when there are too many, the newest stay", () => {
    expect(series(talks).more("2012-spring/both", 2)).toEqual(["2020-spring/b2", "2015-spring/a2"]);
  });

  test("is empty for a talk without speakers, and for a speaker's only talk", () => {
    const { more } = series({ ...talks, "2020-spring/nobody": {} });
    expect(more("2020-spring/nobody")).toEqual([]);
    expect(more("2020-spring/c")).toEqual([]);
  });
});

describe("texts", () => {
  const other = (title: string) => ({ title, abstract: `${title} in a house with many rooms, told slowly.` });
  const talks: Talks = {
    "2020-spring/this": { title: "Transcendent memory", abstract: "A pool of spare pages that guests borrow." },
    "2010-spring/pool": { title: "Borrowing spare pages", abstract: "Guests borrow from a pool." },
    "2012-spring/boats": other("Boats on a river"),
    "2012-spring/trees": other("Trees in a forest"),
    "2012-spring/stars": other("Stars in the night"),
    "2015-spring/bread": other("Bread in the oven"),
    "2015-spring/trains": other("Trains in the snow"),
    "2015-spring/birds": other("Birds in the air"),
    "2015-spring/ships": other("Ships in a bottle"),
  };

  test("that use the same telling words are related without a shared topic; one common word is not enough", () => {
    const { related } = series(talks);
    expect(related("2020-spring/this")).toEqual(["2010-spring/pool"]);
  });

  test("decide among talks that share a topic", () => {
    const topics = ["memory"];
    const { related } = series({
      ...talks,
      "2020-spring/this": { ...talks["2020-spring/this"], topics },
      "2012-spring/boats": { ...talks["2012-spring/boats"], topics },
      "2010-spring/pool": { ...talks["2010-spring/pool"], topics },
    });
    expect(related("2020-spring/this")).toEqual(["2010-spring/pool", "2012-spring/boats"]);
  });

  test("of slides count too", () => {
    const archive = archiveOf({
      events: { "2020-spring": {} },
      talks: {
        ...Object.fromEntries(Object.entries(talks).map(([id, fields]) => [id.replace(/^.*\//, "2020-spring/"), fields])),
        "2020-spring/deck": { title: "A plain name", slides: { file: "deck.pdf" } },
      },
    });
    const page = { number: 1, lines: ["Guests borrow spare pages", "from a transcendent pool of memory"] };
    const picture = { width: 1, height: 1, sources: [] };
    const deck = { pages: [{ ...page, picture, thumbnail: picture }] };
    const ids = (made: typeof archive.made) =>
      relatedTalks({ ...archive, made }, talkOf(archive, "2020-spring/deck")).map((talk) => talk.id);
    expect(ids(archive.made)).toEqual([]);
    expect(ids({ ...archive.made, decks: new Map([["deck.pdf", deck]]) })).toContain("2020-spring/this");
  });

  test("of openings and socials are nothing to read next", () => {
    const { related } = series({ ...talks, "2010-spring/pool": { ...talks["2010-spring/pool"], kind: "opening" } });
    expect(related("2020-spring/this")).toEqual([]);
  });
});

test("the host of thousands of sessions takes no longer a session than anybody else", () => {
  const events = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`meetup-${index}`, { startDate: `20${10 + (index % 17)}-05-01` }]),
  );
  const session = (index: number) => ({ speakers: [{ name: "Ada Host" }, { name: `Guest ${index}` }], topics: [`topic ${index % 400}`] });
  const talks = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`meetup-${index % 50}/session-${index}`, session(index)]));
  const archive = archiveOf({ events, talks });
  const all = () => archive.talks.map((talk) => [relatedTalks(archive, talk), moreBySpeakers(talk)]);
  expect(cpuSeconds(all)).toBeLessThan(0.5);
});
