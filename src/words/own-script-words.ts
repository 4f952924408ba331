/**
 * Words of an archive's own in place of those of its language, within scripts. The scripts of an archive that has some are made with
 * this between them and the words of the language; the build writes its words where `OWN_WORDS` stands.
 */
import { type PluralForm, pluralForm } from "./plural-form.ts";

/** A sentence in pieces: texts, and the numbers of the facts between them, counted from 0. */
type Pieces = readonly (string | number)[];

/** A text, or what a function tells, in one form or in the plural forms of the language. */
export type OwnScriptWord = string | Pieces | Readonly<Partial<Record<PluralForm, Pieces>>>;

/** Words by the names that they have in `en-browser.ts`. */
export type OwnScriptWords = Readonly<Record<string, OwnScriptWord>>;

/** The tag of the language of the archive; what that of its words has between the entries of a list and before the last, and how it writes numbers. */
interface Grammar {
  language: string;
  between: readonly [comma: string, and: string];
  number: (number: number) => string;
}

declare const OWN_WORDS: OwnScriptWords;

/** The archive's own word of that name, or else that of the language. */
export function ownOr<Word>(word: Word, name: string, grammar: Grammar): Word {
  const own = OWN_WORDS[name];
  return (own === undefined ? word : spoken(own, grammar)) as Word;
}

/** A word as scripts use it: a text, or a function of facts in their order. */
function spoken(own: OwnScriptWord, { language, number, between: [comma, and] }: Grammar): string | ((...facts: unknown[]) => string) {
  if (typeof own === "string") return own;
  const textOf = (fact: unknown): string => {
    if (typeof fact === "number") return number(fact);
    if (!Array.isArray(fact)) return String(fact ?? "");
    return [fact.slice(0, -1).join(comma), ...fact.slice(-1)].filter(Boolean).join(and);
  };
  return (...facts) => {
    const amount = facts.find((fact) => typeof fact === "number") ?? 0;
    const pieces = isPieces(own) ? own : (own[pluralForm(language, amount)] ?? own.other ?? []);
    return pieces.map((piece) => (typeof piece === "number" ? textOf(facts[piece]) : piece)).join("");
  };
}

const isPieces = (own: Exclude<OwnScriptWord, string>): own is Pieces => Array.isArray(own);
