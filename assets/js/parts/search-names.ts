/** Finds what mistyped words may have meant: names of people, and words of titles and topics. */
import { fold } from "text/fold.ts";

export interface Names {
  /** The words as they may have been meant, and whose name they are then; nothing where no word is near enough. */
  suggest(asked: readonly string[], wrong: readonly string[]): string | undefined;
  /** Whether a known word begins with it. */
  knows(word: string): boolean;
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

/** One letter in three may be wrong, and three at most. */
const allowed = (word: string) => Math.min(3, Math.floor(word.length / 3));

/** Loads the names of the archive (`src/search/names.ts`). */
export async function readNames(address: string): Promise<Names> {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  const { people, words } = (await response.json()) as { people: string[]; words: string[] };
  const names = people.map((name) => ({ name, parts: fold(name).split(/[^\p{L}\p{N}]+/u) }));
  const known = [...new Set([...names.flatMap(({ parts }) => parts), ...words.map(fold)])];

  function nearest(word: string): string | undefined {
    let least = allowed(word) + 1;
    let best: string | undefined;
    for (const one of known) {
      const far = one.length < 3 ? least : distance(word, one, least - 1);
      if (far < least) [least, best] = [far, one];
    }
    return best;
  }

  return {
    suggest(asked, wrong) {
      const meant = asked.map((word) => (wrong.includes(word) ? (nearest(word) ?? word) : word));
      if (meant.join(" ") === asked.join(" ")) return undefined;
      const [person, ...others] = names.filter(({ parts }) => meant.every((word) => parts.includes(word)));
      return person && others.length === 0 ? person.name : meant.join(" ");
    },
    knows: (word) => known.some((one) => one.startsWith(word)),
  };
}
