import fc from "fast-check";
import { expect, test } from "vitest";
import { type Problem, sortProblems } from "../../src/model/problem.ts";

const problem = (fields: Partial<Problem>): Problem => ({
  rule: "rule",
  severity: "error",
  message: "message",
  hint: "hint",
  file: "a.md",
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  excerpt: "",
  ...fields,
});

const ORDERED = [
  problem({ file: "B.md" }),
  problem({ file: "a.md", line: 2, column: 9 }),
  problem({ file: "a.md", line: 10, column: 3 }),
  problem({ file: "a.md", line: 10, column: 20, rule: "a" }),
  problem({ file: "a.md", line: 10, column: 20, rule: "b", message: "x" }),
  problem({ file: "a.md", line: 10, column: 20, rule: "b", message: "y" }),
  problem({ file: "b.md" }),
  problem({ file: "a.md", severity: "warning" }),
];

test("errors come first, then file, line, column, rule and message decide, in any order of finding them", () => {
  const inAnyOrder = fc.shuffledSubarray(ORDERED, { minLength: ORDERED.length });
  fc.assert(
    fc.property(inAnyOrder, (shuffled) => {
      expect(sortProblems(shuffled)).toEqual(ORDERED);
    }),
  );
});

test("the given list stays as it is", () => {
  const given = [...ORDERED].reverse();
  sortProblems(given);
  expect(given).toEqual([...ORDERED].reverse());
});
