/** Comments in foreign texts: words that their source shows to nobody, so that no archive shows them either. */

/** How a comment begins, and how it ends. */
interface Kind {
  begins: string;
  ends: RegExp;
}

const HTML: Kind = { begins: "<!--", ends: /-->/g };

/** What Hugo, Jekyll, Eleventy and their template languages leave out of a page. */
const OF_TEMPLATES: readonly Kind[] = [
  { begins: String.raw`\{#-?\s`, ends: /#\}/g },
  { begins: String.raw`\{\{-?[ \t]{0,20}/\*`, ends: /\*\/[ \t]{0,20}-?\}\}/g },
  { begins: String.raw`\{%-?[ \t]{0,20}#`, ends: /%\}/g },
  { begins: String.raw`\{%-?[ \t]{0,20}comment\b[^%\n]{0,100}%\}`, ends: /\{%-?[ \t]{0,20}endcomment[ \t]{0,20}-?%\}/g },
  {
    begins: String.raw`\{\{[<%][ \t]{0,20}comment[ \t]{0,20}[>%]\}\}`,
    ends: /\{\{[<%][ \t]{0,20}\/[ \t]{0,20}comment[ \t]{0,20}[>%]\}\}/g,
  },
];

/** Code is written between as many of them before it as behind it; nobody needs more. */
const MOST_TICKS = 100;

/** A definition of a link that no text uses, as people write comments in Markdown: `[//]: # (Ask her again.)`. */
const UNUSED_LINK = /^ {0,3}\[(?:\/\/|#|comment)\]:[^\n]*$/gim;

/** A text in HTML or Markdown without comments. What is code, and what never ends, stays. */
export const withoutComments = (text: string): string => without(text, [HTML]);

/** The same of a page of a site that templates make. */
export const withoutPageComments = (text: string): string => without(text, [HTML, ...OF_TEMPLATES]);

function without(text: string, kinds: readonly Kind[]): string {
  const starts = new RegExp(["`+", ...kinds.map(({ begins }) => begins)].map((one) => `(${one})`).join("|"), "g");
  /** Ends that were looked for and are not there: none is looked for twice, so that a flood of beginnings costs no more than one. */
  const lacking = new Set<string>();
  let kept = "";
  let done = 0;
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const [start, ticks] = found;
    const ends = ticks === undefined ? kinds[found.findIndex((one, at) => at > 1 && one !== undefined) - 2]?.ends : undefined;
    const end = new RegExp(ends ?? `(?<!\`)\`{${Math.min(start.length, MOST_TICKS)}}(?!\`)`, "g");
    if (lacking.has(end.source)) continue;
    end.lastIndex = found.index + start.length;
    if (!end.test(text)) {
      lacking.add(end.source);
      continue;
    }
    // Code within a line ends with its paragraph: a mark in place of an apostrophe begins none.
    const isCode = ticks !== undefined && (ticks.length > 2 || !/\n[ \t]*\n/.test(text.slice(found.index, end.lastIndex)));
    if (ticks === undefined || isCode) starts.lastIndex = end.lastIndex;
    if (ticks !== undefined) continue;
    kept += text.slice(done, found.index);
    // A comment between two words stands between two blanks.
    done = end.lastIndex + (kept.endsWith(" ") && text[end.lastIndex] === " " ? 1 : 0);
  }
  return (kept + text.slice(done)).replace(UNUSED_LINK, "");
}
