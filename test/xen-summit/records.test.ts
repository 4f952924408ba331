/** The real records, beyond what `archive check` asks of them. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listRecords } from "../../src/content/files.ts";
import { scheduleJson } from "../../src/outputs/schedule-json.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { exported, filesIn, records, take } from "../intake/make.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";
import { accepts, fieldsOf, KINDS, whatIsWrong } from "../support/json-schemas.ts";

const CONTENT = join(PROJECT, "content");

test.each(KINDS)("every %s is accepted by its JSON Schema", (kind) => {
  const found = listRecords(CONTENT).files.filter((one) => one.kind === kind);
  // Nothing of the archive was removed so far, and it says nothing in words of its own.
  expect(found.length).toBeGreaterThanOrEqual(["addresses", "words"].includes(kind) ? 0 : 1);
  for (const { file } of found) expect(accepts(kind, fieldsOf(kind, file)), `${file}: ${whatIsWrong(kind)}`).toBe(true);
});

describe.each([
  ["schedule.xml", scheduleXml],
  ["schedule.json", scheduleJson],
] as const)("every %s", (_, format) => {
  test("imported into the archive that wrote it changes nothing", () => {
    const copy = folderOf(Object.fromEntries(Object.entries(filesIn(CONTENT)).filter(([path]) => !path.startsWith("."))));
    const before = records(copy);
    for (const text of exported(copy, format)) expect(take(copy, text)).toMatchObject({ written: 0, refused: 0 });
    expect(records(copy)).toEqual(before);
  });
});
