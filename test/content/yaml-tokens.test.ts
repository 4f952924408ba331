/** How deep and how long YAML may be: a first look at its letters lets nothing through that its tokens would not. */
import { expect, test } from "vitest";
import { tooComplex } from "../../src/content/yaml-tokens.ts";

const LIMITS = { levels: 3, columns: 6, tokens: 60 };

test.each([
  ["a: [[[b]]]\n", undefined],
  ["a: [[[[b]]]]\n", { reason: "deep", start: 6 }],
  ["a: {b: [{c: [d]}]}\n", { reason: "deep", start: 12 }],
  ["- - - a\n", undefined],
  ["- - - - a\n", { reason: "deep", start: 6 }],
  ["a: well-known - or - not - so\n", undefined],
  ["a: [b]\nc: [d]\ne: [f]\ng: [h]\n", undefined],
  ["a:\n      b: c\n", undefined],
  ["a:\n       b: c\n", { reason: "deep", start: 10 }],
  ["a: one        two\n", undefined],
  [`a: ${"b ".repeat(40)}\n`, undefined],
  [`a: [${"b, ".repeat(40)}c]\n`, { reason: "long" }],
])("%j", (text, expected) => {
  const found = tooComplex(text, LIMITS);
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(expected);
});
