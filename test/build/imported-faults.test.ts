/** What importers of extensions give is told where the intake could not work with it. */
import { expect, test } from "vitest";
import { faultInImported } from "../../src/build/imported-faults.ts";

const place = { file: { path: "a", text: "x" }, start: 0, end: 1 };
const given = (when: object) => ({
  conferences: [{ key: "c", event: {}, talks: [{ rows: [place], key: "t", record: { title: "T" }, when, speakers: [] }], speakers: [] }],
  rows: 1,
  refused: [],
  problems: [],
  notKept: new Map(),
});

test("an offset that no clock has", () => {
  expect(faultInImported(given({ date: "2024-05-01", start: "09:00", offset: "+05:45" }))).toBeUndefined();
  expect(faultInImported(given({ date: "2024-05-01", start: "09:00", offset: "+99:00" }))).toContain(
    "`conferences[0].talks[0].when` is not a time",
  );
});
