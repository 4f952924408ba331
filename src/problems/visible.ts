/** How text of strangers is made safe for terminals and logs, where it could move the cursor, lie about order, or command. */

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** One line of text with every control, direction and invisible character shown as a box, and no command of a CI runner in it. */
export function visible(text: string): string {
  return visibleWithin(text).replace(/^\s*:(?=:)/, "$& ");
}

/** The same of a text that begins no line. */
export function visibleWithin(text: string): string {
  return text.replaceAll("\t", " ").replace(HIDDEN, "\ufffd").replaceAll("##[", "## [");
}

/** JSON in which such characters are escapes, so that printing it is harmless and reading it gives the same text. */
export function visibleJson(value: unknown): string {
  const escaped = (character: string) =>
    [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
  return `${JSON.stringify(value, null, 2).replace(HIDDEN, (character) => (character === "\n" ? character : escaped(character)))}\n`;
}
