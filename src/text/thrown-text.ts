/** What was thrown, in words. */

/** The message of an error, or the text of whatever else was thrown: anything can be, also what has no text. */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return "something was thrown that has no text";
  }
}
