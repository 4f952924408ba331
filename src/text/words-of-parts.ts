/** The words by which the filter of a very large archive knows which parts of its index have what a reader types. */

/** The character of a part, counted from 0. */
export const characterOf = (part: number): string => String.fromCodePoint(part + 48);

/** The runs of letters and digits in a folded text. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
