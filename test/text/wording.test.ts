import { expect, test } from "vitest";
import { capitalize, count, enumerate } from "../../src/text/wording.ts";

test.each([
  [0, "0 talks"],
  [1, "1 talk"],
  [2, "2 talks"],
  [999, "999 talks"],
  [1000, "1,000 talks"],
  [10_000, "10,000 talks"],
  [1_234_567, "1,234,567 talks"],
])("%i talks are %s", (number, text) => {
  expect(count(number, "talk")).toBe(text);
});

test("a noun may have a plural of its own", () => {
  expect(count(1, "entry", "entries")).toBe("1 entry");
  expect(count(2, "entry", "entries")).toBe("2 entries");
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j", (words, text) => {
  expect(enumerate(words)).toBe(text);
});

test("only the first letter becomes a capital", () => {
  expect(capitalize("design session")).toBe("Design session");
  expect(capitalize("éclair")).toBe("Éclair");
  expect(capitalize("")).toBe("");
  expect(capitalize("日本")).toBe("日本");
});
