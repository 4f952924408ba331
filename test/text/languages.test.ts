import { expect, test } from "vitest";
import { languageName } from "../../src/text/languages.ts";

test.each([
  ["ja", "Japanese"],
  ["DE", "German"],
  ["pt-BR", "Brazilian Portuguese"],
  ["de-AT", "German (de-AT)"],
  ["tlh", "tlh"],
  ["xx-YY", "xx-YY"],
])("%s is called %s", (tag, name) => {
  expect(languageName(tag)).toBe(name);
});
