/** What merges and other programs leave beside the ledger and the memory of imports may hold the name of somebody who leaves. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { folderOf } from "../support/content.ts";
import { forgetPerson } from "../support/forget.ts";
import { LITTLE } from "../support/little.ts";

test("copies that a merge left of what imports and the ledger remember are asked about", () => {
  const memory = JSON.stringify({
    version: 1,
    sources: { "csv:a": { event: {}, talks: { "a-talk": { key: "1", record: { speaker: "Ada Example" } } }, speakers: {} } },
  });
  const folder = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "content/.imports/2020-spring.json": memory,
    "content/.imports/2020-spring.json.orig": memory,
    "content/.imports/2020-spring (conflicted copy).json": memory,
    "content/.imports/tmp/draft": LITTLE["events/2020-spring/talks/a-talk.md"] ?? "",
    ".ledger/addresses.txt": "/speakers/ada-example/\n",
    ".ledger/addresses.txt.orig": "/speakers/ada-example/\n",
    ".ledger/media.sha256": "",
  });
  const told: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
  // As some Windows programs save it, nothing of it can be read.
  writeFileSync(join(folder, ".ledger/addresses.txt"), "\ufeff/speakers/ada-example/\n", "utf16le");
  const folders = { content: join(folder, "content"), assets: join(folder, "assets"), ledger: join(folder, ".ledger") };
  const forget = (keep: string[]) => forgetPerson(folders, "ada-example", { clear: ["all"], keep });
  expect(() => forget([])).toThrow("3 places hold the name");
  const text = told.join("");
  for (const name of ["2020-spring.json.orig", "2020-spring (conflicted copy).json", "addresses.txt.orig"]) expect(text).toContain(name);
  expect(text).not.toMatch(/2020-spring\.json:|tmp\/draft/);
  expect(() => forget(["all"])).toThrow(/Line 1 of `.+addresses\.txt` is none of a ledger/);
  writeFileSync(join(folder, ".ledger/addresses.txt"), "/speakers/ada-example/\n");
  forget(["all"]);
  for (const name of [".ledger/addresses.txt", "content/.imports/2020-spring.json"])
    expect(readFileSync(join(folder, name), "utf8")).not.toMatch(/ada.example/i);
});
