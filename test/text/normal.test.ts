import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasMarkFlood, normal, withoutMarkFloods } from "../../src/text/normal.ts";
import { filesBelow } from "../support/html.ts";

const SOURCE = join(import.meta.dirname, "../../src");

test("texts of all scripts keep their marks", () => {
  for (const text of ["Mihai Donțu", "Văn Hưng", "เชื่อมต่อ", "קָמַץ", "हिन्दी", `e${"\u0301".repeat(100)}`]) {
    expect(hasMarkFlood(text)).toBe(false);
    expect(normal(text, "NFD")).toBe(text.normalize("NFD"));
  }
});

test("of thousands of marks on a letter only some are left, which a system puts in order at once", () => {
  const flood = `a${"\u0301".repeat(200_000)}${"\u0323".repeat(200_000)}b`;
  expect(hasMarkFlood(flood)).toBe(true);
  expect(withoutMarkFloods(flood)).toBe(`a${"\u0301".repeat(100)}b`);
  expect(normal(flood, "NFC")).toBe(`á${"\u0301".repeat(99)}b`);
  expect(normal("\u{1d165}".repeat(200), "NFC")).not.toMatch(/\p{Cs}/u);
});

test("all but what browsers load, which read short texts, make normal forms here", () => {
  const others = filesBelow(SOURCE).filter(
    (file) => file.endsWith(".ts") && /\.normalize\(\s*"NF/.test(readFileSync(join(SOURCE, file), "utf8")),
  );
  expect(others.sort()).toEqual(["text/fold.ts", "text/search-words.ts", "text/tex.ts"]);
});
