/** Every language says all that English says, in its own words, whatever the numbers are. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as english from "../../src/words/en-browser.ts";
import { en } from "../../src/words/en.ts";
import { piecesOf } from "../../src/words/fill.ts";
import { factsOf } from "../../src/words/own-words.ts";
import { languageOfWords, WORD_LANGUAGES, wordsFor } from "../../src/words/words.ts";
import { PROJECT } from "../support/cli.ts";

type Telling = (...facts: never[]) => string;
type Entry = string | readonly string[] | Telling;

/** All entries by their names, such as `frame.home`. */
function entriesOf(group: object, above = ""): [name: string, entry: Entry][] {
  return Object.entries(group).flatMap(([key, value]: [string, Entry | object]): [string, Entry][] =>
    typeof value === "object" && !Array.isArray(value) ? entriesOf(value, `${above}${key}.`) : [[`${above}${key}`, value as Entry]],
  );
}

const NUMBERS = [...Array.from({ length: 121 }, (_, number) => number), 1000, 12_345];
const DATES = ["2012-08-27", "2012-08", "2012"];

/** Facts that an entry takes, as far as its name tells; some of others fit no function. */
function factsFor(name: string): readonly unknown[] {
  if (name.startsWith("dates.")) return /day/i.test(name) ? DATES.slice(0, 1) : DATES;
  return /^(?:bytes|minutes|number$|count\.|home\.numbers|frame\.searchHint)/.test(name) ? NUMBERS : [...NUMBERS, ...DATES, ["a", "b"]];
}

/** What a function says of some facts. Their names are those of the English one. */
function outcomes(name: string, entry: Telling, facts = factsFor(name)): string[] {
  const isPlain = factsOf(ENGLISH.get(name) as Telling)[0] === "value";
  return facts.flatMap((fact) => {
    try {
      return [entry(...((isPlain ? [fact, fact] : [new Proxy({}, { get: () => fact })]) as never[]))].flat().map(String);
    } catch (error) {
      // Facts of another kind.
      if (error instanceof TypeError) return [];
      throw error;
    }
  });
}

const ENGLISH = new Map(entriesOf(en));
const OTHERS = WORD_LANGUAGES.filter((language) => language !== "en");

/** What is the same in two languages: names that no language translates, and words that both have. */
const SAME: Readonly<Record<string, string>> = {
  ar: "axe Esc Enter",
  de: "axe Esc System Export Feed Video Text Name Poster Keynote Workshop Status Track Agenda Robust Audio",
  es: "axe Esc Series tutorial Video video videos bytes Operable id Audio",
  fr: "axe Esc discussion poster Poster Sponsors Orientation id date minutes licence pages sessions Sources Code Document Licence Page Audio",
  ja: "axe Esc Enter",
};

describe.each(OTHERS)("%s", (language) => {
  const entries = entriesOf(wordsFor(language));

  test("has the entries of English, with the places and the lengths that they have there", () => {
    const shape = ([name, entry]: [string, Entry]) => [
      name,
      typeof entry === "string"
        ? piecesOf(entry)
            .filter((_, index) => index % 2 === 1)
            .sort()
        : typeof entry === "function"
          ? ""
          : entry.length,
    ];
    expect(entries.map(shape).sort()).toEqual([...ENGLISH].map(shape).sort());
  });

  test("repeats no English text", () => {
    const texts = (name: string, entry: Entry | undefined) =>
      typeof entry === "function" ? outcomes(name, entry, [12]) : typeof entry === "string" ? [entry] : (entry ?? []);
    const repeated = entries.flatMap(([name, entry]) => {
      const english = texts(name, ENGLISH.get(name));
      return texts(name, entry).filter((text) => english.includes(text) && /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, "")));
    });
    const same = SAME[language]?.split(" ");
    expect(repeated.filter((text) => !same?.includes(text.replace(/^12 |: 12$/g, "")))).toEqual([]);
  });

  test("says something of every fact, and for no number `undefined`", () => {
    for (const [name, entry] of entries) {
      if (typeof entry !== "function") continue;
      const told = outcomes(name, entry);
      expect(told.length, name).toBeGreaterThan(0);
      expect(
        told.filter((text) => /undefined|NaN|\[object|Infinity/.test(text)),
        name,
      ).toEqual([]);
    }
  });

  test("has no markup, and no blank at an end but where English has one", () => {
    for (const [name, entry] of entries) {
      if (typeof entry !== "string") continue;
      expect(entry, name).not.toMatch(/[<>]/);
      if (name !== "list.comma") expect(entry, name).toBe(entry.trim());
    }
  });

  test("has the same words for scripts", async () => {
    const words: Record<string, unknown> = { ...((await import(`../../src/words/${language}-browser.ts`)) as object) };
    const pattern: Record<string, unknown> = { ...english };
    expect(Object.keys(words).sort()).toEqual(Object.keys(pattern).sort());
    for (const [name, word] of Object.entries(words)) {
      const before = pattern[name];
      if (name === "affixes" || name === "stopWords") continue;
      expect(typeof word, name).toBe(typeof before);
      if (typeof word === "string") expect(word === before && !/^(?: of )$/.test(word), `${name}: ${word}`).toBe(false);
      if (typeof word !== "function" || name === "dayName") continue;
      for (const facts of [
        [1, 1],
        [2, 7],
        [11, 3],
        ["3", "a"],
        [["a"], ["a"]],
        [
          ["a", "b"],
          ["a", "b"],
        ],
      ]) {
        let told: unknown;
        try {
          told = word(...facts);
        } catch (error) {
          if (error instanceof TypeError) continue;
          throw error;
        }
        expect(String(told), name).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  test("finds the time at the end of a label that it put there", async () => {
    const words = (await import(`../../src/words/${language}-browser.ts`)) as typeof english;
    expect(`Video${words.startsFrom("1:02:03")}`.replace(words.FROM, "")).toBe("Video");
    const { watch } = wordsFor(language).player;
    const [without, withLength] = [undefined, "1:02"].map((length) => watch({ host: "example.org", length }));
    expect(withLength?.replace(words.FROM, "")).toBe(without);
  });

  test("names days in the zone of the browser", async () => {
    const words = (await import(`../../src/words/${language}-browser.ts`)) as typeof english;
    const days = Array.from({ length: 372 }, (_, day) => words.dayName(new Date(2024, 0, day + 1)));
    expect(days.filter((day) => /undefined|NaN|\b0\b|-1/.test(day))).toEqual([]);
    expect(new Set(days.slice(0, 366)).size).toBe(366);
  });
});

test("in Arabic the number of a part stays together after a title that is written from left to right", () => {
  expect(wordsFor("ar").parts.suffix({ number: 1, all: 2 })).toBe(" \u2068(1 من 2)\u2069");
});

test("every file of words is one of a language", () => {
  const files = readdirSync(join(PROJECT, "src/words"));
  const tagged = files.flatMap((file) => /^([a-z]{2,3}(?:-[a-z]{4})?)\.ts$/.exec(file)?.[1] ?? []).filter((tag) => tag !== "fill");
  expect(tagged.sort()).toEqual([...WORD_LANGUAGES].sort());
  expect(files.flatMap((file) => /^(.+)-browser\.ts$/.exec(file)?.[1] ?? []).sort()).toEqual([...WORD_LANGUAGES].sort());
});

test.each([
  ["de-AT", "de"],
  ["PT-BR", undefined],
  ["ar-EG", "ar"],
  ["constructor", undefined],
  ["", undefined],
])("the words for %j are those of %s", (tag, words) => {
  expect(languageOfWords(tag)).toBe(words);
});
