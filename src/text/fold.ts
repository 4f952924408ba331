/** Words as they are compared: without case, accents and marks. */

/** A text in small letters without accents: `Jürgen Groß` as `jurgen groß`. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The same without punctuation: `“Xen,”` as `xen`. */
export const foldWord = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\p{M}\p{P}]/gu, "")
    .toLowerCase();
