/** Sentences with places in braces, such as `Live site: {link}`, which others fill. */

const PLACE = /\{(\w+)\}/;

/** The texts of a sentence (even numbers) and the names of the places between them (odd ones). */
export function piecesOf(sentence: string): readonly string[] {
  let pieces = known.get(sentence);
  if (!pieces) {
    pieces = sentence.split(PLACE);
    known.set(sentence, pieces);
  }
  return pieces;
}

const known = new Map<string, readonly string[]>();

/**
 * The sentence as plain text: `fill("{a} of {b}", { a: "1", b: "2" })` is `1 of 2`. A place that nothing fills is a mistake in a
 * template or a translation, and throws.
 */
export function fill(sentence: string, parts: Readonly<Record<string, string>>): string {
  return piecesOf(sentence)
    .map((piece, index) => (index % 2 === 0 ? piece : partOf(sentence, parts, piece)))
    .join("");
}

/** What fills a place. */
export function partOf<Part>(sentence: string, parts: Readonly<Record<string, Part>>, name: string): Part {
  const part = parts[name];
  if (part === undefined) throw new Error(`Nothing fills {${name}} of “${sentence}”.`);
  return part;
}
