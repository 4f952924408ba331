/** Finds what mistyped words may have meant: names of people, and words of titles and topics. */
import { fold } from "text/fold.ts";

export interface Names {
  /** The word that a mistyped one may have meant, of a name that the other words are of if there is one; nothing where none is near enough. */
  nearest(word: string, others: readonly string[]): string | undefined;
}

/** How many letters two words differ by: too few, too many, others, or two exchanged. No more than `most` is looked for. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = [...b, ""].map((_, index) => index);
  const at = (row: readonly number[], place: number) => row[place] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(before, j - 2) + 1);
      row[j] = least;
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

/** Of four to seven letters one may be wrong, of more two, and of a dozen three; numbers are meant as they are. */
const allowed = (word: string) => (word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : word.length < 12 ? 2 : 3);

/** The names of the archive as `src/search/names.ts` writes them. */
export function readNames(bytes: Uint8Array): Names {
  const { people, words } = JSON.parse(new TextDecoder().decode(bytes)) as { people: string[]; words: string[] };
  const names = people.map((name) => fold(name).split(/[^\p{L}\p{N}]+/u));
  const known = [...new Set([...names.flat(), ...words.map(fold)])].filter((word) => word.length > 2);

  function nearest(word: string, some: readonly string[]): { word: string | undefined; far: number } {
    let least = allowed(word) + 1;
    let best: string | undefined;
    for (const one of some) {
      const far = distance(word, one, least - 1);
      if (far < least) [least, best] = [far, one];
    }
    return { word: best, far: least };
  }

  return {
    nearest(word, others) {
      const any = nearest(word, known);
      if (others.length === 0 || any.word === undefined) return any.word;
      const near = nearest(word, names.filter((parts) => others.some((other) => parts.includes(other))).flat());
      return near.word !== undefined && near.far <= any.far + 1 ? near.word : any.word;
    },
  };
}
