/** Words as they go into the search index, by the rules of `search-words.ts`; and further words under which names and titles are found. */
import { BRITISH, HIDDEN, JOINED, MICRO, RUN, STAND_INS, type WordRules } from "./search-words.ts";
import { slug } from "./slug.ts";
import { normal } from "./normal.ts";

/** A text as it goes into the index, by the rules of the site; `readable` and `joinPairs` undo it. */
export function forIndex(text: string, { affixes, stopWords }: WordRules): string {
  const plain = withoutStopWords(inPairs(normal(text, "NFC").replace(/\p{Co}/gu, "")), stopWords);
  return affixes ? plain.replace(JOINED, (word) => word.replace(affixes, hidden)) : plain;
}

/** Letters that Pagefind passes over, each for one of a text. */
const hidden = (letters: string) => [...letters].map((letter) => String.fromCodePoint(HIDDEN + (letter.codePointAt(0) ?? 0))).join("");

const standIns = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** Stop words are written as a letter that Pagefind passes over, so that they take no space in the index and still can be shown. */
function withoutStopWords(text: string, stopWords: readonly string[]): string {
  let letters = standIns.get(stopWords);
  if (!letters) {
    letters = new Map(stopWords.map((word, index) => [word, String.fromCodePoint(STAND_INS + index)]));
    standIns.set(stopWords, letters);
  }
  const known = letters;
  return text.replace(/(?<=^|\s)[\p{Ll}\p{Lo}]+(?=\s|$)/gu, (word) => known.get(word) ?? word);
}

/**
 * Writes each run of such a script as overlapping pairs, and its last letter once more: `仮想化` as `仮想 想化 化`. Each letter begins
 * one word, so that what the reader is shown can be put together again.
 */
function inPairs(text: string): string {
  return text.replace(RUN, (run) => {
    const letters = [...run];
    return ` ${letters.map((letter, index) => letter + (letters[index + 1] ?? "")).join(" ")} `;
  });
}

/** Without this no word of a text is spelled so. */
const MAYBE_BRITISH = /is(?:ations?|e|ed|es|er|ing)(?!\p{L})/u;

const GERMAN: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", æ: "ae", œ: "oe", ß: "ss" };

/** Two letters as one, for which readers have no key, and type two: `noeud` for `nœud`, `strasse` for `Straße`. */
const LIGATURE = /[œæß]/;

/** Letters and digits as wide as signs of Japanese, and Kana half as wide: `Ｘｅｎ`, `ﾒﾓﾘ`. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]+|[ｦ-ﾟ]+/g;

/**
 * The words of a text that readers look for in a form that the index would lack: those spelled as in Britain, in the spelling under which they
 * are looked for, those with two letters as one or as wide as signs of Japanese, parts of compounds that have digits, `3p` of `Modular/3P`,
 * and versions without the letter before them, `4.20` of `v4.20`.
 */
export function hiddenForms(text: string): string[] {
  const lower = text.toLowerCase();
  const plain = withoutMarks(lower);
  // `optimisé` is looked for as `optimise`, and so as `optimize`.
  const british = MAYBE_BRITISH.test(plain) ? plain.split(/[^\p{L}]+/u).filter((word) => BRITISH.test(word)) : [];
  const joined = LIGATURE.test(lower) ? [...inTwoLetters(plain), ...inTwoLetters(normal(lower, "NFC"))] : [];
  const narrow = (lower.match(WIDE) ?? []).map((word) => normal(word, "NFKC"));
  const parts = lower.match(/(?<=[\p{L}\p{N}]\p{P})(?:\p{N}+\p{L}|\p{L}+\p{N})[\p{L}\p{N}]*/gu) ?? [];
  // Each as a whole too, `4.20-rc1`.
  const versions = [...lower.matchAll(/(?<=\bv)(\d+(?:\.\d+)+)[^\s,;]*/g)].flat();
  return [...new Set([...british.map((word) => word.replace(BRITISH, "iz")), ...joined, ...narrow, ...parts, ...versions])].sort();
}

const withoutMarks = (text: string) => normal(text, "NFD").replace(/\p{M}/gu, "");

const inTwoLetters = (text: string) =>
  text
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => LIGATURE.test(word))
    .map((word) => withoutMarks(word.replace(/[äöüåøæœß]/gu, (letter) => GERMAN[letter] ?? letter)));

/** Other ways to type the words of names and titles, which are none of their words: `uxen microxen` for `µ-Xen`, `mueller` for `Müller`. */
export function otherSpellings(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const word of normal(text, "NFC").toLowerCase().split(/\s+/u)) {
      const plain = word.replace(/[\p{P}\p{S}]/gu, "");
      if (word.search(MICRO) >= 0) for (const micro of ["u", "micro"]) found.add(plain.replace(MICRO, micro));
      else if (/[ßäöüåøæ]/u.test(plain)) found.add(plain.replace(/[äöüåøæß]/gu, (letter) => GERMAN[letter] ?? letter));
      // Accents that can be taken off are no hindrance; a letter of its own such as ł is.
      if (/[^\p{ASCII}µμ]/u.test(normal(plain, "NFD").replace(/\p{M}/gu, "")) && /\p{Script=Latin}/u.test(plain))
        // For `đ` some type `dj`, and others `d`.
        for (const one of [plain, plain.replaceAll("đ", "d")]) found.add(slug(one).replaceAll("-", ""));
    }
  return [...found].filter((word) => word !== "").sort();
}

/** What stands in Latin letters for those that addresses write in another way than names in English do. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  // Of Cyrillic.
  [/й/g, "y"],
  [/х/g, "kh"],
  [/ц/g, "ts"],
  [/щ/g, "shch"],
  [/ъ/g, ""],
  // Of Greek.
  [/ου/g, "ou"],
  [/μπ/g, "b"],
  [/γγ/g, "ng"],
  [/β/g, "v"],
  [/[ηι]/g, "i"],
  [/θ/g, "th"],
  [/ξ/g, "x"],
  [/μ/g, "m"],
  [/υ/g, "y"],
  [/χ/g, "ch"],
  [/ω/g, "o"],
];

/** Words in alphabets whose letters have a Latin form each. */
const ALPHABETIC = /^[\p{Script=Armenian}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Greek}]+$/u;

/** The names of people in other alphabets as readers type them in Latin letters: `dmitri dmitrij dmitriy dmitry` for `Дмитрий`. */
export function inLatinLetters(names: readonly string[]): string[] {
  const found = new Set<string>();
  for (const name of names)
    for (const word of normal(name, "NFC")
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)) {
      if (!ALPHABETIC.test(word)) continue;
      // An accent of Greek is none of the letter's; `й` and `ё` are letters of their own.
      const plain = /\p{Script=Greek}/u.test(word) ? withoutMarks(word).replaceAll("ς", "σ") : word;
      const spelled = (text: string) => LATIN.reduce((all, [letters, latin]) => all.replace(letters, latin), text);
      const ends = /[иы]й$/u.test(plain)
        ? ["iy", "y", "i"].map((end) => plain.slice(0, -2) + end)
        : [plain, plain.replace(/(?<=[аео])й$/u, "i")];
      for (const one of [plain, ...ends.map(spelled), spelled(plain.replaceAll("ё", "е"))]) found.add(slug(one).replaceAll("-", ""));
    }
  return [...found].sort();
}

/** A name as it is typed where its letters are not at hand: `Lukasz Langa` for `Łukasz Langa`. */
export const asTyped = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => otherSpellings([word])[0] ?? word)
    .join(" ");

/** Words that begin with a capital letter, one after the other. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*){2,}/gu;

/** What the first three to five words of a run of names are shortened to: `xtf` for `Xen Test Framework`. */
export function initials(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const [run] of text.matchAll(CAPITALISED)) {
      const letters = run.split(/[ -]/u).map((word) => [...word.toLowerCase()][0]);
      for (const size of [3, 4, 5]) if (letters.length >= size) found.add(letters.slice(0, size).join(""));
    }
  return [...found].sort();
}
