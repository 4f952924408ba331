/** Dead addresses are marked in the records as they are by then, for an answer of the web archive takes its time. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Use } from "../../../src/preservation/links/collect.ts";
import { markDead } from "../../../src/preservation/links/fix.ts";
import { Turns } from "../../../src/preservation/links/turns.ts";
import { folderOf } from "../../support/content.ts";

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
  const { marked } = await markDead(new Map([[address, [use]]]), verdicts, "2026-11-22", archive);
  expect(marked).toHaveLength(isMarked ? 1 : 0);
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
  expect(await markDead(new Map([[address, [use]]]), verdicts, "2026-11-22", archive)).toEqual({ marked: [], left: [use] });
  expect(readFileSync(file, "utf8")).toBe(BEFORE);
});
