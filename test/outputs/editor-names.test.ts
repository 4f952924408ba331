/** The editor names files of new records as the program does, whose function it cannot load. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packageFile } from "../../src/media/packages.ts";
import { slug } from "../../src/text/slug.ts";
import { PROJECT } from "../support/cli.ts";

const context = createContext({ document: { addEventListener: () => {} } });
runInContext("globalThis.window = globalThis", context);
for (const file of [join(packageFile("slugify", PROJECT), "../slugify.js"), join(PROJECT, "assets/admin/setup.js")])
  runInContext(readFileSync(file, "utf8"), context);
const fileNameFor = (text: string) => runInContext(`fileNameFor(${JSON.stringify(text)})`, context) as string;

const NAMES = [
  ...["Intel Update", "Über dom0’s “C++” & 50% more: part 1.2", "C#", "Mihai Donțu", "Straße µ I/O", "Ünïçödé–dash…", "a_b.c,d;e", "  x  "],
  ...[
    "日本語の講演",
    "山田 太郎",
    "Владимир Иванов",
    "Γιώργος",
    "שלום עולם",
    "محمد",
    "김철수",
    "Արմեն",
    "ქარი",
    "🙂",
    "👩‍👩‍👧‍👦",
    "---",
    "!?",
    "𝔘𝔫𝔦",
  ],
  ...["word ".repeat(60), "x".repeat(300), "日".repeat(60)],
];

test.each(NAMES)("%s", (name) => {
  expect(fileNameFor(name)).toBe(slug(name));
  expect(fileNameFor(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 }), (text) => {
      if (!/^(con|prn|aux|nul|com\d|lpt\d)$/.test(slug(text))) expect(fileNameFor(text)).toBe(slug(text));
    }),
  );
});

test("a name that Windows keeps for itself becomes another", () => {
  expect(["CON", "Nul", "com1", "console"].map(fileNameFor)).toEqual(["con-1", "nul-1", "com1-1", "console"]);
});
