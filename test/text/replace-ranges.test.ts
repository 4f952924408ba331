import { expect, test } from "vitest";
import { replaceRanges } from "../../src/text/replace-ranges.ts";
import { cpuSeconds } from "../support/cpu.ts";

test("ranges get other texts, and what stands between them stays", () => {
  const ranges = [
    { start: 0, end: 0, replacement: "in front " },
    { start: 0, end: 3, replacement: "two" },
    { start: 4, end: 4, replacement: "more " },
  ];
  expect(replaceRanges("one word", ranges)).toBe("in front two more word");
  expect(replaceRanges("one word", [])).toBe("one word");
});

test("a hundred thousand of them take the time of one walk through the text", () => {
  const text = "- a: b\n".repeat(100_000);
  const ranges = Array.from({ length: 100_000 }, (_, at) => ({ start: 7 * at + 5, end: 7 * at + 6, replacement: "other" }));
  expect(cpuSeconds(() => expect(replaceRanges(text, ranges)).toHaveLength(text.length + 400_000))).toBeLessThan(5);
});
