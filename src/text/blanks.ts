/** White space in texts of any length. */

/**
 * Every run of white space as one character: a line end where there is one in it, else a blank. A pattern that begins with white space
 * starts again at every character of a run, so that on a long run it takes time that grows with the square of its length.
 *
 * @example joinBlanks("a  ,\t b \n\n c") // "a , b\nc"
 */
export function joinBlanks(text: string): string {
  return text.replace(/\s+/gu, (run) => (/[\n\r\u2028\u2029]/.test(run) ? "\n" : " "));
}

/**
 * A text without the letters of a kind at its end. A pattern that begins with such letters and asks for the end starts again at every one of
 * them, with the same outcome as above.
 *
 * @example withoutAtEnd("a, b ,,", /[\s,]/) // "a, b"
 */
export function withoutAtEnd(text: string, letters: RegExp): string {
  let end = text.length;
  while (end > 0 && letters.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}
