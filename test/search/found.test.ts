/** What is told of a result, out of its text in the index. */
import { expect, test } from "vitest";
import { describe, type Fragment } from "../../assets/js/parts/search-found.ts";
import { wordsOfName } from "../../src/text/search-question.ts";
import { searchRules } from "../../src/words/words.ts";
import { cpuSeconds } from "../support/cpu.ts";

const fragment = (words: readonly string[]): Fragment => ({ url: "/", content: words.join(" "), meta: {}, filters: {}, anchors: [] });
const hitsAt = (places: readonly number[]) => places.map((l) => ({ l, s: 1 }));

test("an excerpt begins shortly before the place that has the most of the words", () => {
  const words = Array.from({ length: 200 }, (_, at) => `w${at}`);
  const { excerpt } = describe(fragment(words), hitsAt([5, 100, 103, 110, 170]), searchRules("en"));
  expect(excerpt.map(({ text }) => text).join("")).toMatch(/^… w97 w98 w99 w100 .* w118 …$/);
  expect(excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["w100", "w103", "w110"]);
});

test("a text that has a word tens of thousands of times is told of in no time", () => {
  const places = Array.from({ length: 50_000 }, (_, at) => at);
  const seconds = cpuSeconds(() => describe(fragment(places.map(() => "word")), hitsAt(places), searchRules("en")));
  expect(seconds).toBeLessThan(2);
});

test("a name without blanks is taken apart once, and not for each of its words", () => {
  const names = Array.from({ length: 100 }, (_, at) => `${at}${"日_".repeat(140)}`);
  const seconds = cpuSeconds(() => {
    for (const name of names) expect(wordsOfName(name, searchRules("en"))[0]).toMatch(/^\d+$/);
  });
  expect(seconds).toBeLessThan(4);
});
