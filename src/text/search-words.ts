/**
 * The rules of words in the search, and what readers' words and found texts go through: stop words, scripts without blanks, spellings.
 * `indexed-words.ts` writes the index by the same rules. The search in the browser (`assets/js/search.ts`) is made with this file.
 */

/** Where the letters of private use begin that stand for stop words. */
export const STAND_INS = 0xe000;

/** Runs of scripts that put no blanks between words. The long mark of Katakana belongs to them. */
export const RUN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々〆]+/gu;

/** One word of what such a run becomes. */
const PAIR = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々〆]{1,2}$/u;

/** Marks that belong to words, so that `C++`, `C#` and `C` are three words and `AF_XDP` is one; all others are taken off. */
export const WORD_MARKS = "+#_";

/** What a language knows of its words, as its file of words for scripts says it (`src/words/en-browser.ts`). */
export interface LanguageOfWords {
  /** Words that stand nearly everywhere and that nobody looks for, with blanks between them. */
  stopWords: string;
  /** What is written together with words but is no part of them, at their ends. */
  affixes: RegExp | "";
}

/** Which of the rules hold on a site. */
export interface WordRules {
  /** The words that are not looked for. */
  stopWords: readonly string[];
  affixes: RegExp | "";
  /** Whether questions may be whole sentences of English. */
  isEnglish: boolean;
}

/** The rules for a site in that language. */
export function wordRules(siteLanguage: string, { stopWords, affixes }: LanguageOfWords): WordRules {
  return { stopWords: stopWords.split(" "), affixes, isEnglish: /^en\b/i.test(siteLanguage) };
}

/** Where the letters of private use begin that stand for others: letters of affixes, which the index passes over. */
export const HIDDEN = 0xf0000;

/** A word of the index as it was before: a letter that stands for a stop word is that word, and one that stands for another is that. */
export function readable(word: string, { stopWords }: WordRules): string {
  return word.replace(/\p{Co}/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= HIDDEN ? String.fromCodePoint(code - HIDDEN) : (stopWords[code - STAND_INS] ?? "");
  });
}

/** Words as affixes join them. */
export const JOINED = /[\p{L}\p{M}'’]+/gu;

/** `virtualisation` is looked for as `virtualization`; the index has both for words that are written so. */
export const BRITISH = /(?<=\p{L}{2}(?:al|ar|er|or|im|on|an|tom))is(?=(?:ations?|e|ed|es|er|ing)$)/u;

/** The sign of a millionth, and not the letter of a Greek word. */
export const MICRO = /(?<![ά-ώ])[µμ](?![ά-ώ])/gu;

/** The words of a reader as they are looked for, in the spelling that the index has for both. */
export const wordsOf = (query: string, rules: WordRules): string[] => spelledWords(query, rules).map((text) => text.replace(BRITISH, "iz"));

/**
 * The words of a reader as texts have them in the index: without what stands everywhere, accents and marks, `µ` as `u`, and Hangul in its
 * letters.
 */
export function spelledWords(query: string, { affixes, stopWords }: WordRules): string[] {
  const lower = query.normalize("NFC").replace(MICRO, "u").toLowerCase();
  const text = lower.replace(JOINED, (word) => word.replace(affixes, ""));
  const cut = text.replace(RUN, (run) => ` ${pairsOf([...run]).join(" ")} `);
  const plain = cut
    .replace(/(?<![\p{L}\p{N}])#|(?!#)[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}$<=>^`|~]/gu, "")
    // Signs of Kana keep their marks.
    .replace(/[^ぁ-ヿ]+/gu, (some) => some.normalize("NFD").replace(/\p{M}/gu, ""));
  const words = plain.split(/\s+/u).filter(Boolean);
  const telling = words.filter((word) => !stopWords.includes(word));
  return telling[0] ? telling : words;
}

/** A plural without a vowel before its last letter but one. */
const SHORT_PLURAL = /^(?=...)[^aeiouy\P{L}]+[aeiou]?s$/u;

/** A word without what forms another of it: `certify` and `certification` as `certif`. What is too short stays. */
export const stemOf = (word: string) =>
  SHORT_PLURAL.test(word)
    ? word.slice(0, -1)
    : word.replace(
        /(?<=\p{L}{3})s$|(?<=\p{L}{5})ly$|(?<=\p{L}{4})(?:ations?|ators?|ating|ates?|ated|ings?|ions?|ies|ied|ers?|ors?|ed|es|e|y|s)$/u,
        "",
      );

/** All pairs of a run; of one letter, that letter. */
function pairsOf(letters: readonly string[]): readonly string[] {
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** A word of a text, and whether it was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Puts words of the index together again: with blanks, and pairs of letters without, each of which begins with one letter of the run. */
export function joinPairs(words: readonly Piece[]): Piece[] {
  const isPair = (word: Piece | undefined) => PAIR.test(word?.text.replace(/\.$/u, "") ?? "");
  const pieces: Piece[] = [];
  for (const [index, word] of words.entries()) {
    const pair = isPair(word);
    const before = words[index - 1];
    const last = pair && isPair(before) ? before : undefined;
    if (before && !last) pieces.push({ text: " ", isHit: false });
    // The second letter of a pair that was found begins the next.
    const isHit = word.isHit || (last?.isHit === true && [...last.text].length > 1);
    pieces.push({ text: pair ? ([...word.text][0] ?? "") : word.text, isHit });
  }
  return pieces;
}
