/**
 * The beginning of a text, of so many characters at most. A character that takes two places, such as an emoji, is not cut in half: no
 * program that is strict about Unicode reads a half.
 *
 * @example cut("a😀b", 2) // "a"
 */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
