/** "did you mean": which of some known words a mistyped one is nearest to. */

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

type Guess = (word: string, known: Iterable<string>) => string | undefined;

/** The nearest known word, if it is near enough to be meant: at most a third of its letters differ. */
export const didYouMean: Guess = (word, known) => guesser(Number.POSITIVE_INFINITY)(word, known);

/** Pairs of letters that are compared in about half a second. */
const MOST_STEPS = 100_000_000;

/**
 * `didYouMean` for a check that may ask it of thousands of words: once it has compared so many letters, it guesses no more. Thousands of
 * mistakes have one cause, which the first guesses tell.
 */
export function guesser(most = MOST_STEPS): Guess {
  const fold = (text: string) => text.slice(0, 100).toLowerCase().replaceAll(/[_-]/g, "");
  let steps = 0;
  return (word, known) => {
    if (steps > most) return undefined;
    const wanted = fold(word);
    let best: { word: string; distance: number } | undefined;
    for (const candidate of known) {
      steps++;
      const limit = Math.max(1, Math.floor(candidate.length / 3));
      if (Math.abs(candidate.length - word.length) > limit + 2) continue;
      const other = fold(candidate);
      steps += wanted.length * other.length;
      const distance = editDistance(wanted, other);
      if (distance <= limit && (!best || distance < best.distance)) best = { word: candidate, distance };
    }
    return best?.word;
  };
}
