import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, editDistance, guesser } from "../../src/text/similar.ts";

test.each([
  ["", "", 0],
  ["talk", "talk", 0],
  ["talk", "", 4],
  ["", "talk", 4],
  ["talk", "talks", 1],
  ["talk", "walk", 1],
  ["talk", "tlak", 1],
  ["title", "tilte", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("from %j to %j it takes %i steps", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test("the distance is the same both ways, and zero only between equals", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

describe("didYouMean", () => {
  const FIELDS = ["title", "speaker", "speakers", "abstract", "organization", "startDate", "endDate", "formerUrls", "url"];

  test.each([
    ["tilte", "title"],
    ["Title", "title"],
    ["speeker", "speaker"],
    ["speakrs", "speakers"],
    ["organisation", "organization"],
    ["start_date", "startDate"],
    ["startdate", "startDate"],
    ["former-urls", "formerUrls"],
    ["ulr", "url"],
  ])("%s was meant to be %s", (word, meant) => {
    expect(didYouMean(word, FIELDS)).toBe(meant);
  });

  test.each(["colour", "xyz", "", "a", "t".repeat(10_000)])("%.20s is none of them", (word) => {
    expect(didYouMean(word, FIELDS)).toBeUndefined();
  });

  test("the nearest wins; of equals, the first", () => {
    expect(didYouMean("speakerr", ["speakers", "speaker"])).toBe("speakers");
    expect(didYouMean("speaker", ["speakers", "speaker"])).toBe("speaker");
    expect(didYouMean("x", [])).toBeUndefined();
  });
});

test("a check that asks of thousands of words stops guessing, and looks at no further word", () => {
  const guess = guesser(1000);
  const known = Array.from({ length: 100 }, (_, index) => `${"live-migration-"}${index}`);
  expect(guess("live-migrations-7", known)).toBe("live-migration-7");
  let looks = 0;
  const asked = {
    *[Symbol.iterator]() {
      looks++;
      yield* known;
    },
  };
  expect(guess("live-migrations-8", asked)).toBeUndefined();
  expect(looks).toBe(0);
});
