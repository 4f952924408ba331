/** Files that are made to keep an import busy, or to break it: one for each way that once did. */
import { expect, test } from "vitest";
import { importerFor } from "../../src/importers/index.ts";
import { columnsOf } from "../../src/importers/parts/columns.ts";
import { cpuSeconds } from "../support/cpu.ts";

const LONG = 200_000;

test.each([
  ["empty lines between rows", "csv", `title,speaker\n${"\n".repeat(LONG)}T,Ada\n`, 1],
  ["line ends in a cell", "csv", `title,speaker\n"T${"\n".repeat(LONG)}x",Ada\n`, 1],
  ["separators among addresses", "csv", `title,speaker,slides\nT,Ada,"https://a.example/${"; ".repeat(LONG)}x"\n`, 1],
  ["parts of parts", "indico", `{"_type":"Conference","contributions":[${'{"title":"T","contributions":['.repeat(20_000)}`, 0],
])("%s", (_, name, text, rows) => {
  const file = { path: "talks/file", text };
  const importer = importerFor(file);
  expect(importer?.name).toBe(name);
  const seconds = cpuSeconds(() => {
    const read = importer?.read([file]);
    expect(read?.rows).toBe(rows);
    if (rows === 0) expect(read?.problems.map(({ message }) => message)).toEqual(["The JSON is nested deeper than any data of talks."]);
  });
  expect(seconds).toBeLessThan(5);
});

test("many fields of a page, or columns of a table", () => {
  const names = ["title", "speaker", ...Array.from({ length: LONG }, (_, number) => `x${number}`)];
  expect(cpuSeconds(() => expect(columnsOf(names)?.filter((column) => column !== undefined)).toHaveLength(2))).toBeLessThan(5);
});
