import { expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { wordsFor } from "../../src/words/words.ts";

test.each(["en", "EN", "en-GB", "tlh", ""])("an archive in %j speaks English", (language) => {
  expect(wordsFor(language)).toBe(en);
});
