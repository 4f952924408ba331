/** Finds what mistyped words may have meant: words of names, titles and topics, of which only those are loaded that begin alike. */
import { fold } from "text/fold.ts";
import { type LoadPart, once } from "./search-parts.ts";

/** A part of the list of words (`src/search/names.ts`), with its first and its last word. */
export type NamesPart = readonly [first: string, last: string, path: string];

/** How many words may be meant. */
const MOST = 6;

/** How many letters two words differ by: too few, too many, others, or two exchanged. No more than `most` is looked for. */
function distance(one: string, other: string, most: number): number {
  if (one && one[0] === other[0]) return distance(one.slice(1), other.slice(1), most);
  if (Math.abs(one.length - other.length) > most) return Infinity;
  if (!one || !other || !most) return one.length + other.length;
  const without = (left: number, right: number) => 1 + distance(one.slice(left), other.slice(right), most - 1);
  const exchanged = one[0] === other[1] && one[1] === other[0] ? without(2, 2) : Infinity;
  return Math.min(without(1, 0), without(0, 1), without(1, 1), exchanged);
}

const digitsOf = (word: string) => word.replace(/\P{N}/gu, "");
/** Of four to seven letters one may be wrong, of more two, and of a dozen three; digits are meant as they are. */
const allowed = (word: string) => Math.min(3, Math.floor((word.length - digitsOf(word).length) / 4));

/** A word that may have been meant, and by how many letters it differs. */
export interface Near {
  word: string;
  far: number;
}

/**
 * Gets the words near to one, the nearest first. Of a long list those that begin with its first letter are looked at, else those with its
 * second. Without the list mistyped words are not found, and all others are.
 */
export function nearWords(parts: readonly NamesPart[], load: LoadPart): (word: string) => Promise<Near[]> {
  const wordsOf = once(async (path) => new TextDecoder().decode(await load(path)).split("\n"));
  return async (typed) => {
    const word = fold(typed);
    const most = allowed(word);
    if (most === 0) return [];
    for (const letter of [...word].slice(0, 2)) {
      const some = parts.filter(([first, last]) => first <= `${letter}\uffff` && letter <= last);
      const words = await Promise.all(some.map(([, , path]) => wordsOf(path).catch(() => [])));
      const near = words
        .flat()
        // While a word is typed its beginning is longer than the stem that the index has of it: `performa`.
        .map((one) => ({ word: one, far: one.startsWith(word) ? 0.5 : distance(word, one, most) }))
        .filter((one) => one.word !== word && one.far <= most && digitsOf(one.word) === digitsOf(word));
      if (near.length > 0) return near.sort((a, b) => a.far - b.far).slice(0, MOST);
    }
    return [];
  };
}
