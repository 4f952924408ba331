/** "did you mean": which of some known words a mistyped one is nearest to. */

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let [from, end, otherEnd] = [0, a.length, b.length];
  // What both begin and end with costs nothing.
  while (end > 0 && otherEnd > 0 && a[end - 1] === b[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  while (from < end && from < otherEnd && a[from] === b[from]) from++;
  const [height, width] = [end - from, otherEnd - from];
  let [beforePrevious, previous, current] = [
    new Uint32Array(width + 1),
    Uint32Array.from({ length: width + 1 }, (_, j) => j),
    new Uint32Array(width + 1),
  ];
  for (let i = 1; i <= height; i++) {
    current[0] = i;
    const [letter, letterBefore] = [a[from + i - 1], a[from + i - 2]];
    for (let j = 1; j <= width; j++) {
      const other = b[from + j - 1];
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b[from + j - 2] && letterBefore === other) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current[j] = best;
    }
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return previous[width] ?? 0;
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
