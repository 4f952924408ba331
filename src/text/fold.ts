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

/** The letter under which a list of names has a name that is sorted by `sortName`; none where it begins with no letter of an alphabet. */
export function letterOf(name: string, sortName: string): string | undefined {
  const first = sortName.charAt(0).toUpperCase();
  const isLetter = /^[A-Z]$/.test(first) ? /\p{Script=Latin}/u.test(name) : isAlphabetic(first);
  return isLetter ? first : undefined;
}
