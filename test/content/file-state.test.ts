/** What must not be forgotten never counts as not there because nobody may look. */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SealedTexts } from "../../src/content/sealed.ts";
import { eventsBySource, importStateFiles, readLedgers } from "../../src/intake/import-state.ts";
import { readLedger } from "../../src/preservation/ledger.ts";
import { unprivileged } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";

test.each<[what: string, read: (folder: string) => unknown, ofNone: unknown]>([
  ["the ledger, which may hold a name that has to go", readLedger, undefined],
  ["sealed names", (folder) => SealedTexts.read(join(folder, "names.txt")).size, 0],
  ["what imports remember of an event", (folder) => readLedgers(folder, "e").pending, undefined],
  ["what they remember of all", (folder) => eventsBySource(folder).size, 0],
  ["the files of that", importStateFiles, []],
])("%s: a folder that may not be entered is an error, and one that is not there is none", (_what, read, ofNone) => {
  const folder = folderOf({});
  expect(read(join(folder, "none"))).toEqual(ofNone);
  chmodSync(folder, 0);
  unprivileged(() => expect(() => read(folder)).toThrow("EACCES"));
  chmodSync(folder, 0o700);
});
