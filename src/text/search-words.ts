/** What the search index does to words, so that it stays small and readers find what they type: stop words, scripts without blanks, spellings. */
import { slug } from "./slug.ts";

/** Words of English that stand nearly everywhere and that nobody looks for; a third of all words of a talk. */
export const STOP_WORDS: readonly string[] =
  "a about after all also an and any are as at be because been being between both but by can could did do does for from had has have he her his how i if in into is it its just many may more most much must no nor not of on only or other our over own she should since so some such than that the their them then there these they this those through to too under until upon us very was we were what when where whether which while who whose why will with within without would you your".split(
    " ",
  );

/** Where the letters of private use begin that stand for stop words. */
const STAND_INS = 0xe000;

const stopWords = new Map(STOP_WORDS.map((word, index) => [word, String.fromCodePoint(STAND_INS + index)]));

/** Runs of scripts that put no blanks between words. The long mark of Katakana belongs to them. */
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;

/** Languages whose text Pagefind itself cuts into words, when the whole site is in one of them. */
const CUT_BY_PAGEFIND = /^(zh|ja|th)\b/i;

/** What readers' words have to go through, too. */
export function wordRules(siteLanguage: string): { pairs: boolean; stopWords: readonly string[] } {
  return { pairs: !CUT_BY_PAGEFIND.test(siteLanguage), stopWords: /^en\b/i.test(siteLanguage) ? STOP_WORDS : [] };
}

/** A text as it goes into the index of a site in that language; `assets/js/search-engine.js` makes it readable again. */
export function forIndex(text: string, siteLanguage: string): string {
  const { pairs, stopWords } = wordRules(siteLanguage);
  const own = text.replace(/\p{Co}/gu, "");
  return withoutStopWords(pairs ? inPairs(own) : own, stopWords.length > 0);
}

/** Stop words are written as a letter that Pagefind passes over, so that they take no space in the index and still can be shown. */
function withoutStopWords(text: string, wanted: boolean): string {
  if (!wanted) return text;
  return text.replace(/(?<=^|\s)[a-z]+(?=\s|$)/gu, (word) => stopWords.get(word) ?? word);
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

const GERMAN: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", æ: "ae", ß: "ss" };

/** As in `assets/js/search-engine.js`. */
const BRITISH = /(?<=\p{L}{2}(?:al|ar|er|or|im|on|an|tom))is(?=(?:ations?|e|ed|es|er|ing)$)/u;

/** The words of a text that are spelled as in Britain, in the spelling under which they are looked for. */
export function britishWords(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return [...new Set(words.filter((word) => BRITISH.test(word)).map((word) => word.replace(BRITISH, "iz")))].sort();
}

/** Other ways to type the words of names and titles, which are none of their words: `uxen microxen` for `µ-Xen`, `mueller` for `Müller`. */
export function otherSpellings(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const word of text.normalize("NFC").toLowerCase().split(/\s+/u)) {
      const plain = word.replace(/[\p{P}\p{S}]/gu, "");
      if (/[µμ]/u.test(word)) for (const micro of ["u", "micro"]) found.add(plain.replace(/[µμ]/gu, micro));
      else if (/[ßäöüåøæ]/u.test(plain)) found.add(plain.replace(/[äöüåøæß]/gu, (letter) => GERMAN[letter] ?? letter));
      // Accents that can be taken off are no hindrance; a letter of its own such as ł is.
      if (/[^\p{ASCII}µμ]/u.test(plain.normalize("NFD").replace(/\p{M}/gu, "")) && /\p{Script=Latin}/u.test(plain))
        found.add(slug(plain).replaceAll("-", ""));
    }
  return [...found].filter((word) => word !== "").sort();
}
