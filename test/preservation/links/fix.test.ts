/** Dead addresses are marked in the records as they are by then, for an answer of the web archive takes its time. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Use } from "../../../src/preservation/links/collect.ts";
import { markDead } from "../../../src/preservation/links/fix.ts";
import { Turns } from "../../../src/preservation/links/turns.ts";
import { folderOf } from "../../support/content.ts";

/** Nobody else is at work. */
const alone = async (change: () => void) => change();

const BEFORE = "---\ntitle: A talk\nrecordings:\n  - url: https://dead.example/1\n---\n";

test.each([
  ["keeps what was written meanwhile", BEFORE.replace("A talk", "A better title"), true],
  ["leaves alone what took the place of the address", BEFORE.replace("  - url", "  - url: https://new.example/\n  - url"), false],
])("%s", async (_, meanwhile, isMarked) => {
  const file = join(folderOf({ "talk.md": BEFORE }), "talk.md");
  const address = "https://dead.example/1";
  const use: Use = { address, file, path: ["recordings", 0, "url"], inText: false, near: undefined };
  const send = async () => {
    writeFileSync(file, meanwhile);
    return { status: 200, headers: {}, body: Buffer.from('{"archived_snapshots":{}}') };
  };
  const verdicts = new Map([[address, { state: "dead" as const, why: "" }]]);
  const archive = { api: "https://archive.example/", send, turns: new Turns(0) };
  const { marked, byHand } = await markDead(new Map([[address, [use]]]), verdicts, "2026-11-22", archive, alone);
  expect([marked.length, byHand]).toEqual(isMarked ? [1, []] : [0, [use]]);
  const mark = "https://dead.example/1\n    unavailable: 2026-11-22\n";
  expect(readFileSync(file, "utf8")).toBe(isMarked ? meanwhile.replace("https://dead.example/1\n", mark) : meanwhile);
});

test("a record is left as it is where the web archive gives no answer, for no later run would ask for a copy", async () => {
  const file = join(folderOf({ "talk.md": BEFORE }), "talk.md");
  const address = "https://dead.example/1";
  const use: Use = { address, file, path: ["recordings", 0, "url"], inText: false, near: undefined };
  const send = async () => ({ status: 503, headers: {}, body: Buffer.alloc(0) });
  const verdicts = new Map([[address, { state: "dead" as const, why: "" }]]);
  const archive = { api: "https://archive.example/", send, turns: new Turns(0) };
  expect(await markDead(new Map([[address, [use]]]), verdicts, "2026-11-22", archive, alone)).toEqual({
    marked: [],
    left: [use],
    byHand: [],
    late: 0,
  });
  expect(readFileSync(file, "utf8")).toBe(BEFORE);
});

test.each([
  ["what another command makes of it before its turn comes", BEFORE.replace("A talk", "A better title"), { marked: 1, byHand: 0 }],
  ["and it is told where it is gone by then, such as under another name", undefined, { marked: 0, byHand: 1 }],
])("a record is read and changed while no other command changes any: %s", async (_, meanwhile, counts) => {
  const folder = folderOf({ "talk.md": BEFORE });
  const file = join(folder, "talk.md");
  const address = "https://dead.example/1";
  const use: Use = { address, file, path: ["recordings", 0, "url"], inText: false, near: undefined };
  const send = async () => ({ status: 200, headers: {}, body: Buffer.from('{"archived_snapshots":{}}') });
  const verdicts = new Map([[address, { state: "dead" as const, why: "" }]]);
  const archive = { api: "https://archive.example/", send, turns: new Turns(0) };
  const afterOthers = async (change: () => void) => {
    if (meanwhile === undefined) rmSync(file);
    else writeFileSync(file, meanwhile);
    change();
  };
  const { marked, byHand } = await markDead(new Map([[address, [use]]]), verdicts, "2026-11-22", archive, afterOthers);
  expect({ marked: marked.length, byHand: byHand.length }).toEqual(counts);
  if (meanwhile === undefined) expect(readdirSync(folder)).toEqual([]);
  else
    expect(readFileSync(file, "utf8")).toContain("title: A better title\nrecordings:\n  - url: https://dead.example/1\n    unavailable: ");
});

test("a web archive that is silent is not asked for all dead addresses, nor one that is slow after the time is over", async () => {
  const folder = folderOf(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.md`, BEFORE])));
  const uses = new Map(
    readdirSync(folder).map((name, index): [string, Use[]] => {
      const address = `https://dead.example/${index}`;
      return [address, [{ address, file: join(folder, name), path: ["recordings", 0, "url"], inText: false, near: undefined }]];
    }),
  );
  const verdicts = new Map([...uses.keys()].map((address) => [address, { state: "dead" as const, why: "" }]));
  let asked = 0;
  const send = async () => {
    asked++;
    return { status: 429, headers: {}, body: Buffer.alloc(0) };
  };
  const archive = { api: "https://archive.example/", send, turns: new Turns(0) };
  const { left, late } = await markDead(uses, verdicts, "2026-11-22", archive, alone);
  expect({ asked, left: left.length, late }).toEqual({ asked: 10, left: 12, late: 0 });
  const over = await markDead(uses, verdicts, "2026-11-22", archive, alone, performance.now());
  expect({ asked, left: over.left.length, late: over.late }).toEqual({ asked: 10, left: 0, late: 12 });
});
