/** Other texts in place of some ranges of a text. */

/** A range of a text, and what takes its place. */
export interface Replacement {
  start: number;
  end: number;
  replacement: string;
}

/** The text with every range replaced; they come in their order and do not overlap. It is put together once, since a record may have a hundred thousand of them. */
export function replaceRanges(text: string, ranges: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of ranges) {
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}
