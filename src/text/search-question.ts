/** What a reader asks the search: words, `"phrases"` and `-words` that must not be there, taken out of what was typed. */
import { spelledWords, type WordRules, wordsOf } from "./search-words.ts";

/** One word of the question, as it is looked for. */
export interface Token {
  /** As the reader typed it. */
  typed: string;
  /** As the index has it: `af_xdp`, `vtd`. */
  word: string;
  /** What a compound may consist of, `random` and `float`, in one or two ways; none for a plain word. */
  parts: string[][];
  /** Whether the index need not have it: it stands nearly everywhere, or is one letter or digit of a compound. */
  isCommon: boolean;
}

export interface Question {
  /** What was typed, without what must not be there. */
  asked: string;
  tokens: Token[];
  /** All words as they stand, those too that fall away: `The Other Async` is a title. */
  all: string[];
  /** Words that have to stand side by side. */
  phrases: Phrase[];
  /** Words and phrases that must not be there. */
  without: Phrase[];
  /** What kind of thing is asked for, as in "that talk about …". */
  kind: "talk" | "paper" | undefined;
}

/** Words side by side; a single word where the reader put one after a minus. */
export interface Phrase {
  typed: string;
  /** Its words as the index has them, without those that stand everywhere. */
  words: string[];
  /** The same, with blanks for hyphens: `"live-migration"` is also where the archive writes `live migration`. */
  apart: string[];
  /** Whether words between them were left out, so that the text itself has to be looked at. */
  hasGaps: boolean;
}

/** Words that make a sentence of a question and tell nothing of what is looked for. They fall away while something else is left, with their endings. */
const CHATTER = new Set(
  "described say help introduced presented presentation kept my told seen remember found get heard give describe list latest become introduce make possible maybe see me came come tried one done discuss look please before gave stuff find recording slide thing made work presenting got watch bit everything doing talk show known ago point spoken kind saw know happen here spoke discussion shown tell explain learn hear mention thought keep discusses like speaker ever call cover am speak years able video want need presenter cannot try interesting really put way said paper".split(
    " ",
  ),
);

/** And others by their form: `somebody`, `doesn't`, `what's`. */
const LIKE_CHATTER = /^(?:(?:any|some|no)(?:one|body|thing|where)|.+n't|i'.+|(?:there|wh.+|that|it|let)'s)$/u;

const isChatter = (word: string) => LIKE_CHATTER.test(word) || CHATTER.has(word) || CHATTER.has(word.replace(/(?:s|ed|ing)$/u, ""));

/** Of `find out why` the first words tell nothing either, nor the letter of `v4.20`, without which the index has every version. */
const OUT = /\b(?:(?:find|found|figure) out (?=.)|v(?=\d+\.))/giu;

/** Words of a sentence that say what kind of thing is looked for. */
const KINDS = [
  ["talk", /^(?:talks?|presentations?|presented|sessions?|videos?|recordings?|slides?|spoken?|speaking)$/u],
  ["paper", /^(?:papers?|articles?|publications?)$/u],
] as const;

const PHRASE = /(?<=^|\s)(-?)["“”«»„]([^"“”«»„]+)["“”«»„]/gu;
const MINUS = /(?<=^|\s)[-–−](?=[\p{L}\p{N}])(\S+)/gu;

/**
 * Letters of a question that are looked for; the field of the search page takes no more. Every word is held against all others, so that a
 * link to the search with thousands of words would keep the browser of its reader busy for minutes.
 */
export const LONGEST_QUESTION = 300;

/** Takes a question apart. A minus counts before a word after a blank alone: `dom-0` has none. */
export function readQuestion(query: string, rules: WordRules): Question {
  const phrases: Phrase[] = [];
  const without: Phrase[] = [];
  const rest = query
    .slice(0, LONGEST_QUESTION)
    .replace(PHRASE, (_, minus: string, text: string) => {
      const phrase = phraseOf(text, rules);
      (minus ? without : phrases).push(phrase);
      // The words of a phrase also count each for itself, which puts the best first.
      return minus ? " " : ` ${text} `;
    })
    .replace(MINUS, (_, text: string) => {
      without.push(phraseOf(text, rules));
      return " ";
    });
  // Who takes something away looks for one of several talks, and not for the list of them all.
  const [kind = without[0] && "talk"] =
    KINDS.find(
      ([, words]) =>
        rules.isEnglish &&
        rest
          .toLowerCase()
          .split(/\P{L}+/u)
          .some((word) => words.test(word)),
    ) ?? [];
  const all = spelledWords(rest, { ...rules, stopWords: [] });
  return {
    asked: rest,
    kind,
    all,
    tokens: telling(tokensOf(rest.replace(OUT, ""), rules), rules),
    phrases: phrases.filter(hasWords),
    without: without.filter(hasWords),
  };
}

/**
 * The one word that stands for a whole name in the index, by which a question that is a name is told from one that has its words: `Live
 * Migration` as `_live_migration`. `wordsInOrder` are those of the name as they are looked for.
 */
export const nameKey = (wordsInOrder: readonly string[]): string => `_${wordsInOrder.join(" ").replaceAll(" ", "_")}`;

/** The words of a name, as those of a question. */
export const wordsOfName = (name: string, rules: WordRules): string[] => readQuestion(name, rules).tokens.map(({ word }) => word);

const hasWords = ({ words }: Phrase) => words.length > 0;

function phraseOf(typed: string, rules: WordRules): Phrase {
  const all = spelledWords(typed, { ...rules, stopWords: [] });
  const words = spelledWords(typed, rules);
  const apart = spelledWords(typed.replace(/\p{Pd}/gu, " "), rules);
  return { typed, words, apart, hasGaps: all.lastIndexOf(words.at(-1) ?? "") - all.indexOf(words[0] ?? "") >= words.length };
}

function tokensOf(text: string, rules: WordRules): Token[] {
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((typed) => {
      // Once, however many words a run without blanks has.
      const parts = waysApart(typed, rules);
      return wordsOf(typed, rules).map((word) => ({
        typed: trimmed(typed),
        word,
        parts,
        isCommon: rules.stopWords.includes(word) || /^[a-z\p{N}]$/u.test(word),
      }));
    });
}

const trimmed = (typed: string) => typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "") || typed;

/** Letters next to digits, with a hyphen or not: `arinc653`, `xen-4.6`, `10Gb/s`. */
const NEXT_TO_DIGITS = /(?<=\p{L}{3})-?(?=\p{N})|(?<=\p{N})(?=\p{L}{2})/u;
const MARKS = /[^\p{L}\p{M}\p{N}'’]+/u;

/** Where a word has marks within, or letters next to digits, what is between them: `AF_XDP`, `random-float`. A unit may have a mark of its own. */
function waysApart(typed: string, rules: WordRules): string[][] {
  const atDigits = typed.split(NEXT_TO_DIGITS).filter(Boolean);
  const ways = [atDigits.flatMap((part) => part.split(MARKS).filter(Boolean)), atDigits];
  const apart = ways.filter((parts) => parts.length > 1).map((parts) => parts.flatMap((part) => wordsOf(part, rules)));
  return apart.filter((parts, at) => apart.findIndex((other) => other.join() === parts.join()) === at);
}

/** The words that tell what is looked for: all of them, if it is chatter only. */
function telling(tokens: readonly Token[], { stopWords, isEnglish }: WordRules): Token[] {
  const some = tokens.filter(
    ({ word, typed }) => !stopWords.includes(word) && !(isEnglish && isChatter(typed.toLowerCase().replaceAll("’", "'"))),
  );
  return (some[0] ? some : tokens).filter(({ word }, at, kept) => kept.findIndex((other) => other.word === word) === at);
}
