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
