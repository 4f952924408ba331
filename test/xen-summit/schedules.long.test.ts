/** The schedules of the real events, read back. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scheduleJson } from "../../src/outputs/schedule-json.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { exported, filesIn, records, take } from "../intake/make.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";

const CONTENT = join(PROJECT, "content");

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
