/** Words as they are compared: without case, accents and marks. */

/** A text in small letters without accents: `Jürgen Groß` as `jurgen groß`. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The same without punctuation: `“Xen,”` as `xen`. */
export const foldWord = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\p{M}\p{P}]/gu, "")
    .toLowerCase();

/** Whether a text begins with a letter of an alphabet other than the Latin one, by whose letters lists of names are divided, too. */
export const isAlphabetic = (text: string): boolean =>
  /^(?:\p{Script=Arabic}|\p{Script=Armenian}|\p{Script=Cyrillic}|\p{Script=Georgian}|\p{Script=Greek}|\p{Script=Hebrew})/u.test(text);
