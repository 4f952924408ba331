/** A table that is imported again after a change, whatever the change: no record becomes that of another talk. */
import fc from "fast-check";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { runs } from "../support/long.ts";
import { edit, filesIn, take } from "./make.ts";

/** A row; `number` is what it really is, which only the address of its slides tells. */
interface Row {
  number: number;
  title: string;
  speakers: string;
  date: string;
  start: string;
  room: string;
  abstract: string;
}

/** What tells the talks of a table apart, where their titles do not. */
interface Kind {
  isTitleShared: boolean;
  people: "own" | "some the same" | "none";
  areTimed: boolean;
  areDescribed: boolean;
}

const KINDS: readonly Kind[] = [
  { isTitleShared: false, people: "own", areTimed: true, areDescribed: true },
  { isTitleShared: true, people: "own", areTimed: true, areDescribed: true },
  { isTitleShared: true, people: "own", areTimed: false, areDescribed: false },
  { isTitleShared: true, people: "none", areTimed: true, areDescribed: true },
  { isTitleShared: false, people: "some the same", areTimed: false, areDescribed: false },
  { isTitleShared: true, people: "some the same", areTimed: true, areDescribed: false },
];
const IDS = ["none", "numbers of rows", "lasting"] as const;

const FAMILIES = ["Able", "Case", "Fu", "Gow", "Hall", "Ives", "Joy", "Kay", "Lee"];
const person = (number: number) => `Ann ${FAMILIES[number % FAMILIES.length]}-${FAMILIES[(number * 5) % FAMILIES.length]}`;

/** Eight talks; `seeds` says which of them have a title that others have, too, and a person. */
const rowsOf = ({ isTitleShared, people, areTimed, areDescribed }: Kind, seeds: readonly number[]): Row[] =>
  seeds.map((seed, number) => ({
    number,
    title: isTitleShared && seed % 5 > 1 ? (seed % 2 ? "Workshop" : "Lightning talk") : `On ${FAMILIES[number]} machines`,
    speakers: people === "none" ? "" : people === "own" || seed % 3 > 0 ? person(number) : "Bo Both",
    date: areTimed ? `2030-05-0${1 + (seed % 2)}` : "",
    start: areTimed ? `${10 + number}:00` : "",
    room: areTimed ? (seed % 2 ? "Hall" : "Aula") : "",
    abstract: areDescribed ? `What the talk of ${FAMILIES[number]} is about, and what it is good for.` : "",
  }));

/** What may come over a table, or over one row of it. */
const CHANGES: Readonly<Record<string, (rows: Row[], row: Row) => unknown>> = {
  nothing: () => {},
  turned: (rows) => rows.reverse(),
  "a row gone": (rows, row) => rows.splice(rows.indexOf(row), 1),
  "a row before all": (rows, { speakers, date, start }) =>
    rows.unshift({
      number: 99,
      title: "A new one",
      speakers: speakers && "Neo New",
      date,
      start: start && "20:00",
      room: "",
      abstract: "",
    }),
  "a longer title": (_, row) => {
    row.title += " and more";
  },
  "another title": (_, row) => {
    row.title = "Something else";
  },
  "another time": (_, row) => {
    row.start &&= "19:15";
  },
  "two change their times": ([one], other) => {
    if (one) [one.date, one.start, other.date, other.start] = [other.date, other.start, one.date, one.start];
  },
  "other rooms": (rows) => {
    for (const row of rows) row.room &&= `Room ${row.room}`;
  },
  "another text": (_, row) => {
    row.abstract &&= `${row.number} is told of in words that nobody has used before.`;
  },
  "a speaker more": (_, row) => {
    row.speakers &&= `${row.speakers}; Cy More`;
  },
  "another speaker": (_, row) => {
    row.speakers &&= "Di Other";
  },
  "a month later": (rows) => {
    for (const row of rows) row.date = row.date.replace("-05-", "-06-");
  },
};
/** What may come beside it. */
const ORDERS = ["nothing", "turned", "a row gone", "a row before all"];

function table(rows: readonly Row[], ids: (typeof IDS)[number]): string {
  const idOf = ({ number }: Row, index: number) => (ids === "lasting" ? `key-${number}` : index + 1);
  const lines = rows.map((row, index) =>
    [idOf(row, index), row.title, row.speakers, row.date, row.start, row.room, row.abstract, `https://files.example/${row.number}.pdf`]
      .slice(ids === "none" ? 1 : 0)
      .map((cell) => `"${cell}"`)
      .join(","),
  );
  return [`${ids === "none" ? "" : "id,"}title,speakers,date,start,room,abstract,slides`, ...lines].join("\n");
}

const numberIn = (record: string) => /example\/(\d+)\.pdf/.exec(record)?.[1];
const TALKS = "events/small30/talks";

test("each record stays that of its talk, and each talk has one", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.constantFrom(...IDS),
      fc.constantFrom(...Object.keys(CHANGES)),
      fc.constantFrom(...ORDERS),
      fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      (kind, ids, change, order, seeds, which) => {
        // Of talks with the same title and people, nothing but the time tells which is which.
        fc.pre(kind.people !== "some the same" || !change.includes("time"));
        const folder = folderOf({ "site.yaml": SITE });
        const rows = rowsOf(kind, seeds);
        take(folder, table(rows, ids), { event: "small30", timezone: "Europe/Berlin" });
        const before = Object.entries(filesIn(join(folder, TALKS)));
        for (const [name, record] of before)
          edit(folder, `${TALKS}/${name}`, (text) => text.replace("\n---\n", `\ntopics: [of ${numberIn(record)}]\n---\n`));

        for (const step of [change, order]) {
          const row = rows[which % rows.length];
          if (row) CHANGES[step]?.(rows, row);
        }
        take(folder, table(rows, ids), { event: "small30", timezone: "Europe/Berlin" });
        const after = filesIn(join(folder, TALKS));
        expect(before.map(([name]) => numberIn(after[name] ?? ""))).toEqual(before.map(([, record]) => numberIn(record)));
        expect(Object.values(after).map(numberIn)).toEqual(expect.arrayContaining(rows.map(({ number }) => String(number))));
        expect(take(folder, table(rows, ids), { event: "small30", timezone: "Europe/Berlin" }).written).toBe(0);
        expect(filesIn(join(folder, TALKS))).toEqual(after);
      },
    ),
    { numRuns: runs(400), seed: 20_301_201 },
  );
});
