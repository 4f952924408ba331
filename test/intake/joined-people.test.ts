/** People whom a source counts twice and an editor joined: later imports keep them one, and take nothing from them. */
import { describe, expect, test } from "vitest";
import { Life } from "../../src/cli/life/archive.ts";
import { joinAndPart } from "../../src/cli/life/join.ts";
import { folderOf, SITE } from "../support/content.ts";
import { errorsIn, records, take } from "./make.ts";

type Row = [name: string, bio?: string];

/** What Sessionize exports of people who speak once each; the order of rows says nothing. */
function sessionize(people: readonly Row[], isTurned: boolean): string {
  const sessions = people.map((_, index) => ({
    id: String(100 + index),
    title: `Talk ${index}`,
    startsAt: `2030-05-01T1${index}:00:00`,
    endsAt: `2030-05-01T1${index}:30:00`,
    speakers: [String(index + 1)],
    roomId: 1,
    isServiceSession: false,
  }));
  const speakers = people.map(([fullName, bio], index) => ({
    id: String(index + 1),
    fullName,
    bio: bio ?? null,
    links: bio ? [{ title: "Blog", url: `https://example.org/${index}` }] : [],
    sessions: [100 + index],
  }));
  const order = <One>(list: One[]) => (isTurned ? list.reverse() : list);
  return JSON.stringify({
    sessions: order(sessions),
    speakers: order(speakers),
    rooms: [{ id: 1, name: "Hall" }],
  });
}

const importInto = (folder: string, people: readonly Row[], isTurned = false) => {
  const { refused, told } = take(folder, sessionize(people, isTurned), { event: "small30", timezone: "Europe/Berlin" });
  return { refused, told };
};
const speakersIn = (folder: string) => Object.entries(records(folder)).filter(([path]) => path.startsWith("speakers/"));

function join(folder: string, keep: string, other: string): void {
  const life = new Life({ content: folder, assets: folder });
  joinAndPart(life, [{ decision: "join", keep, other }]);
  life.edits.apply();
}

describe("after two were joined", () => {
  test.each<[what: string, people: Row[], other: string]>([
    [
      "an alias comes first",
      [
        ["A. Able", "Of A."],
        ["Ann Able", "Of Ann."],
      ],
      "a-able",
    ],
    [
      "an alias comes last",
      [
        ["Ann Able", "Of Ann."],
        ["Zed Able", "Of Zed."],
      ],
      "zed-able",
    ],
    ["only the alias has a bio", [["Ann Able"], ["Zed Able", "Of Zed."]], "zed-able"],
    [
      "both have one name",
      [
        ["Ann Able", "Of one."],
        ["Ann Able", "Of two."],
        ["Ann Able", "Of three."],
      ],
      "ann-able-2",
    ],
  ])("imports change nothing of them: %s", (_, people, other) => {
    const folder = folderOf({ "site.yaml": SITE });
    importInto(folder, people);
    join(folder, "ann-able", other);
    const before = speakersIn(folder);
    for (const isTurned of [false, false, true]) {
      expect(importInto(folder, people, isTurned)).toEqual({ refused: 0, told: [] });
      expect(speakersIn(folder)).toEqual(before);
    }
    expect(errorsIn(folder)).toEqual([]);
  });

  test.each([
    ["ann-able", "zed-able"],
    ["ann-able-2", "zed-able"],
    ["zed-able", "ann-able-2"],
  ])("one of two of one name stays with somebody of another name: %s joined with %s", (other, keep) => {
    const people: Row[] = [["Ann Able", "Of one."], ["Ann Able", "Of two."], ["Zed Able"]];
    const folder = folderOf({ "site.yaml": SITE });
    importInto(folder, people);
    join(folder, keep, other);
    const before = speakersIn(folder);
    for (const isTurned of [false, true]) {
      expect(importInto(folder, people, isTurned)).toEqual({ refused: 0, told: [] });
      expect(speakersIn(folder)).toEqual(before);
    }
    // Somebody else of that name may come.
    importInto(folder, [...people, ["Ann Able", "Of another."]]);
    expect(speakersIn(folder)).toEqual(expect.arrayContaining(before));
    expect(speakersIn(folder)).toHaveLength(before.length + 1);
    expect(errorsIn(folder)).toEqual([]);
  });

  test("what is new at the source comes in", () => {
    const folder = folderOf({ "site.yaml": SITE });
    importInto(folder, [["A. Able"], ["Ann Able", "Of Ann."]]);
    join(folder, "ann-able", "a-able");
    expect(
      importInto(folder, [
        ["A. Able", "Of A."],
        ["Ann Able", "Of Ann, anew."],
      ]),
    ).toEqual({ refused: 0, told: [] });
    expect(speakersIn(folder)).toEqual([["speakers/ann-able.md", expect.stringMatching(/Of Ann, anew\.\n$/)]]);
  });
});

test("two people of one name are told apart by their identity at the source, in any order", () => {
  const folder = folderOf({ "site.yaml": SITE });
  importInto(folder, [
    ["Ann Able", "Of one."],
    ["Ann Able", "Of two."],
  ]);
  const before = speakersIn(folder);
  for (const isTurned of [false, true]) {
    expect(
      importInto(
        folder,
        [
          ["Ann Able", "Of one."],
          ["Ann Able", "Of two."],
        ],
        isTurned,
      ),
    ).toEqual({ refused: 0, told: [] });
    expect(speakersIn(folder)).toEqual(before);
  }
});

test.each([
  ["with a record", sessionize([["Ann Able", "Of another."]], false)],
  ["without one", "Title,Speaker,Date,Start\nA talk,Ann Able,2030-05-01,10:00\n"],
])("an address that leads on to somebody is given to nobody else: %s", (_, source) => {
  const record = "---\nname: Zed Able\nformerUrls:\n  - /speakers/ann-able/\n---\n";
  const talk = "---\ntitle: Before\nspeaker: Zed Able\n---\n";
  const folder = folderOf({
    "site.yaml": SITE,
    "speakers/zed-able.md": record,
    "events/small29/event.md": "---\nname: Small 2029\nstartDate: 2029-05-01\n---\n",
    "events/small29/talks/before.md": talk,
  });
  expect(take(folder, source, { event: "small30", timezone: "Europe/Berlin" }).refused).toBe(0);
  expect(errorsIn(folder)).toEqual([]);
  expect(records(folder)["speakers/zed-able.md"]).toBe(record);
});
