/** An import of many events looks at each thing that is there once, and not once more for each event. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, expect, test } from "vitest";
import { pyvideo } from "../../src/importers/pyvideo.ts";
import type { Fields } from "../../src/intake/canonical.ts";
import { readStore } from "../../src/intake/existing-records.ts";
import { planIntake, writePlan } from "../../src/intake/intake.ts";
import { withOthers } from "../../src/intake/other-sources.ts";
import { Names } from "../../src/intake/names.ts";
import { folderOf, SITE } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { filesIn } from "./make.ts";

const EVENTS = 40;
const read = fs.readFileSync;

afterEach(() => {
  fs.readFileSync = read;
  syncBuiltinESMExports();
});

/** How often each file is read from now on. */
function countReads(): Map<string, number> {
  const reads = new Map<string, number>();
  fs.readFileSync = ((...given: Parameters<typeof read>) => {
    const file = String(given[0]);
    reads.set(file, (reads.get(file) ?? 0) + 1);
    return read(...given);
  }) as typeof read;
  syncBuiltinESMExports();
  return reads;
}

const files = Array.from({ length: EVENTS }, (_, index) => [
  { path: `made/event-${index}/category.json`, text: JSON.stringify({ title: `Made ${1970 + index}` }) },
  ...["one", "two"].map((slug) => ({
    path: `made/event-${index}/videos/${slug}.json`,
    text: JSON.stringify({ title: slug, slug, speakers: ["Ann Able"], recorded: `${1970 + index}-05-01`, videos: [], source_url: "" }),
  })),
]).flat();

/** Imports the files; `walked` is how many records were looked at one after another. */
function take(contentDir: string): { counts: ReturnType<typeof planIntake>["run"]["counts"]; walked: number } {
  let walked = 0;
  const store = readStore(contentDir);
  const values = store.records.values.bind(store.records);
  store.records.values = function* () {
    for (const one of values()) {
      walked++;
      yield one;
    }
  };
  const plan = planIntake(store, "pyvideo", pyvideo.read(files), { contentDir });
  writePlan(plan);
  return { counts: plan.run.counts, walked };
}

test("forty events, imported twice", () => {
  const folder = folderOf({ "site.yaml": SITE });
  expect(take(folder).counts).toMatchObject({ written: 2 * EVENTS, merged: 0 });
  const first = filesIn(folder);
  const reads = countReads();
  const { counts, walked } = take(folder);
  expect(counts).toMatchObject({ written: 0, merged: 2 * EVENTS });
  const all = 3 * EVENTS + 1;
  expect(walked).toBeGreaterThanOrEqual(all);
  // A handful of tables of all records, whatever the number of events.
  expect(walked).toBeLessThanOrEqual(6 * all);
  const [ledgers, records] = [".json", ".md"].map((ending) =>
    [...reads].filter(([file]) => file.endsWith(ending)).map(([, times]) => times),
  );
  expect(ledgers).toEqual(Array.from({ length: EVENTS }, () => 2));
  expect(records).toEqual(Array.from({ length: 3 * EVENTS }, () => 1));
  expect(filesIn(folder)).toEqual(first);
});

test("the people of a large source, many of one name, get a record each, and a crowd on one stage is told apart at once", () => {
  const names = new Names([], []);
  const nameOf = (index: number) => (index % 10 === 0 ? "Ann Able" : `Person ${index}`);
  const ids = new Set<string>();
  const seconds = cpuSeconds(() => {
    for (let index = 0; index < 15_000; index++) {
      const record = names.recordFor({ key: `${index}`, name: nameOf(index), rows: [] });
      if ("id" in record) ids.add(record.id);
    }
  });
  expect(ids.size).toBe(15_000);
  expect(seconds).toBeLessThan(2);
  const crowd = Array.from({ length: 12_000 }, (_, index) => `Person ${index}`);
  const [videos, category] = [{ ...files[1], text: JSON.stringify({ title: "one", slug: "one", speakers: crowd, videos: [] }) }, files[0]];
  const store = readStore(folderOf({ "site.yaml": SITE }));
  const plan = () => planIntake(store, "pyvideo", pyvideo.read([category, videos] as typeof files), { contentDir: "nowhere" });
  expect(cpuSeconds(() => expect(plan().run.counts.written).toBe(1))).toBeLessThan(3);
});

test("two sources that call the many speakers of talks otherwise are held against each other at once", () => {
  const talk = (family: string): Fields => ({ speakers: Array.from({ length: 200 }, (_, index) => ({ name: `Ann${index} ${family}` })) });
  const [one, other] = [talk("Able"), talk("Baker")];
  // Twenty talks, each compared as the source has it now, as it had it, and as others have it.
  expect(cpuSeconds(() => Array.from({ length: 20 * 3 }, () => withOthers(one, [other], one)))).toBeLessThan(2);
});
