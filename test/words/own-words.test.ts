import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { factsOf, type Group, type OwnWords, withOwnWords } from "../../src/words/own-words.ts";
import { PLURAL_FORMS, pluralForm } from "../../src/words/plural-form.ts";
import { wordsFor } from "../../src/words/words.ts";
import { PROJECT } from "../support/cli.ts";
import { archiveOf } from "../model/make.ts";

const own = (words: OwnWords, language = "en") => withOwnWords(wordsFor(language), words, language);

test("a text takes the place of one of the language, and all others stay", () => {
  const words = own({ speakers: { title: "People" } });
  expect(words.speakers.title).toBe("People");
  expect(words.speakers.letters).toBe(en.speakers.letters);
  expect({ ...words, speakers: en.speakers }).toEqual(en);
});

test("a sentence tells the facts of the one that it replaces, with numbers and lists as the language writes them", () => {
  const words = own({
    presentations: { description: "{archive}: {talks} sessions" },
    speaker: { atSummits: "in {value}" },
    slidesOf: { download: "PDF ({value})" },
    talk: { description: "{title} ({session}; {speakers}; {event})" },
  });
  expect(words.presentations.description({ talks: 1234, archive: "A" })).toBe("A: 1,234 sessions");
  expect(words.speaker.atSummits(["2001", "2002", "2003"])).toBe("in 2001, 2002 and 2003");
  expect(words.slidesOf.download("2 MB")).toBe("PDF (2 MB)");
  expect(words.talk.description({ title: "T", session: "a talk", speakers: "", event: "E" })).toBe("T (a talk; ; E)");
});

test("a sentence has the plural forms of its language", () => {
  const talks = { zero: "zero", one: "one", two: "two", few: "few {value}", many: "many {value}", other: "other {value}" };
  const told = (language: string) => [0, 1, 2, 5, 12, 100, 1005].map(own({ count: { talks } }, language).count.talks);
  expect(told("ar")).toEqual(["zero", "one", "two", "few 5", "many 12", "other 100", "few 1,005"]);
  expect(told("en")).toEqual(["other 0", "one", "other 2", "other 5", "other 12", "other 100", "other 1,005"]);
  expect(told("fr").slice(0, 3)).toEqual(["one", "one", "other 2"]);
  expect(told("ja").slice(0, 2)).toEqual(["other 0", "other 1"]);
});

test("lists are replaced as a whole, and what fills a place is not filled itself", () => {
  expect(own({ topic: { heads: ["Y", "T"] } }).topic.heads).toEqual(["Y", "T"]);
  expect(own({ chart: { table: "<{value}>" } }).chart.table("{value}")).toBe("<{value}>");
});

const LANGUAGES =
  "af am ar az be bg bn bs ca cs cy da de dsb el en es et eu fa fi fil fr ga gd gl gu he hi hr hsb hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl pt pt-BR pt-PT ro ru se si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi yue zh zh-Hant zu".split(
    " ",
  );

test.each(LANGUAGES)("the forms of %s are those that Unicode gives it", (language) => {
  const rules = new Intl.PluralRules(language);
  for (let number = 0; number < 1300; number++) {
    const expected = rules.select(number);
    expect(pluralForm(language, number), `${language} ${number}`).toBe(expected);
    expect(PLURAL_FORMS).toContain(expected);
  }
});

test("an archive in a language that the program has no words in has the plural forms of that language", () => {
  const talks = { one: "{value} wykład", few: "{value} wykłady", many: "{value} wykładów", other: "{value} wykładu" };
  const { words } = archiveOf({ ownWords: { count: { talks } }, site: { language: "pl" } });
  expect([1, 2, 5, 12, 22].map(words.count.talks)).toEqual(["1 wykład", "2 wykłady", "5 wykładów", "12 wykładów", "22 wykłady"]);
});

test("the facts of every entry are those that its source names, whatever a compiler calls them within", () => {
  const source = readFileSync(join(PROJECT, "src/words/en.ts"), "utf8");
  const functions = (group: Group, path: string[] = []): [string[], (...facts: never[]) => string][] =>
    Object.entries(group).flatMap(([key, entry]) => {
      const at = [...path, key];
      if (typeof entry === "function") return [[at, entry]];
      return typeof entry === "object" && !Array.isArray(entry) ? functions(entry as Group, at) : [];
    });
  for (const [path, telling] of functions(en as unknown as Group)) {
    const name = path.at(-1) ?? "";
    const facts = factsOf(telling);
    const written = [...source.matchAll(new RegExp(`^\\s+${name}(?::)?\\s*\\(\\{([^}]*)\\}: `, "gm"))].map(([, names = ""]) =>
      names.split(",").map((one) => one.trim()),
    );
    if (facts[0] !== "value") expect(written, path.join(".")).toContainEqual(facts);
  }
  expect(factsOf(en.downloads.labelOf)).toEqual(["label", "of"]);
  expect(factsOf(({ first: one, last }: { first: string; last: string }) => one + last)).toEqual(["first", "last"]);
  expect(factsOf((one: string) => one)).toEqual(["value"]);
});

test("an archive speaks its own words", () => {
  const { words } = archiveOf({ ownWords: { speakers: { title: "Leute" } }, site: { language: "de" } });
  expect([words.speakers.title, words.topics.title]).toEqual(["Leute", "Themen"]);
});
