import { describe, expect, test } from "vitest";
import { attendances, editions, occasions, talksByYear, yearsWithin } from "../../src/model/statistics.ts";
import { yearsOf } from "../../src/model/years.ts";
import { archiveOf, existing } from "./make.ts";

const archive = archiveOf({
  events: { "2010-a": {}, "2010-b": {}, "2013-a": {}, undated: {} },
  talks: {
    "2010-a/one": { speaker: "Ada", organization: "Example", topics: ["arm"] },
    "2010-a/tea": { kind: "break", topics: ["arm"] },
    "2010-b/two": { speakers: [{ name: "Ada" }, { name: "Bob", organization: "Acme" }], topics: ["arm"] },
    "2013-a/three": { speaker: "Bob", topics: ["arm"] },
    "2013-a/four": { speaker: "Bob" },
    "undated/five": { speaker: "Eve", topics: ["arm"] },
  },
  papers: { early: { year: 2003 }, unknown: {} },
});

describe("what is counted over the whole archive", () => {
  test("editions have their talks, people and organizations; breaks are none", () => {
    const shown = editions(archive).map(({ name: _, events, talks, people, organizations }) => [
      events.map(({ id }) => id).join(),
      talks,
      people.size,
      organizations.size,
    ]);
    expect(shown).toEqual([
      ["2010-a", 1, 1, 1],
      ["2010-b", 1, 2, 1],
      ["2013-a", 2, 1, 0],
      ["undated", 1, 1, 0],
    ]);
  });

  test("a speaker is new once", () => {
    expect(editions(archive).map(({ firstTime, returning }) => [firstTime, returning])).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  test("many editions are counted by year", () => {
    expect(occasions(archive, 3).map(({ name, talks, firstTime }) => [name, talks, firstTime])).toEqual([
      ["2010", 2, 2],
      ["2013", 2, 0],
      ["Year unknown", 1, 1],
    ]);
    expect(occasions(archive, 4)).toBe(editions(archive));
  });

  test("topics are counted in all years between the first and the last edition", () => {
    const years = yearsWithin(archive);
    expect(years).toEqual(["2010", "2011", "2012", "2013"]);
    expect(talksByYear(existing(archive.topics[0]), years)).toEqual([2, 0, 0, 1]);
    expect(yearsWithin(archiveOf({}))).toEqual([]);
  });

  test("editions of which one is thousands of years away have no years between them", () => {
    const events = Object.fromEntries(["1000", "2012", "9998"].map((year) => [year, { name: year, startDate: year }]));
    expect(yearsWithin(archiveOf({ events }))).toEqual(["1000", "2012", "9998"]);
  });

  test("those at the most editions come first", () => {
    expect(attendances(archive).map(({ person, events, talks }) => [person.name, events.length, talks])).toEqual([
      ["Ada", 2, 2],
      ["Bob", 2, 3],
      ["Eve", 1, 1],
    ]);
  });

  test("years are those of editions and papers", () => {
    expect(yearsOf(archive).map(({ year, events, papers }) => [year, events.length, papers.length])).toEqual([
      ["2003", 0, 1],
      ["2010", 2, 0],
      ["2013", 1, 0],
    ]);
  });
});
