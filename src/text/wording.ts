/** Small matters of English: numbers with nouns, lists of words, names of months. */

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `1 talk`, `12 talks`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(number)} ${number === 1 ? noun : plural}`;
}

/** `12,345`. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `a, b and 7 more`: the first few of what may be thousands. */
export function someOf(words: readonly string[], most = 5): string {
  return enumerate(words.length > most ? [...words.slice(0, most), `${thousands(words.length - most)} more`] : words);
}

/** What is there of some parts, with a separator between them: `joined(["a", "", null, "b"], ", ")` is `a, b`. */
export function joined(parts: readonly (string | number | false | null | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}

/** The first letter as a capital. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
