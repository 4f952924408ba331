import { expect, test } from "vitest";
import { tellingWords } from "../../src/text/words.ts";

test.each([
  ["The grant tables of Xen, and how to use them", "en", ["grant", "table", "xen"]],
  ["Look up https://example.org/slides.pdf for 2012 and µ-Xen!", "en", ["xen"]],
  ["policies, buses, processes, status", "en", ["policy", "buse", "processe", "status"]],
  ["Die Verwaltung von Speicher und Gästen", "de-AT", ["verwaltung", "speicher", "gästen"]],
  ["仮想化の話 Xen", "ja", ["仮想", "想化", "化の", "の話", "xen"]],
  ["de la mémoire", "xx", ["de", "la", "mémoire"]],
  ["", "en", []],
])("%j in %s", (text, language, words) => {
  expect(tellingWords(text, language)).toEqual(words);
});
