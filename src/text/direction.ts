/** In which direction languages and texts are written. */

const FROM_RIGHT =
  /^(?:ar|acm|aeb|afb|apc|arc|ary|arz|azb|ckb|dv|fa|glk|he|ks|lrc|mzn|nqo|pnb|prs|ps|sd|skr|syr|ug|ur|yi)(?:-|$)|-(?:adlm|arab|hebr|nkoo|rohg|syrc|thaa)(?:-|$)/i;
const FROM_LEFT = /-(?:latn|cyrl|deva|grek)(?:-|$)/i;

/** Whether texts in a language (BCP 47) are written from right to left. */
export function isFromRight(language: string): boolean {
  return FROM_RIGHT.test(language) && !FROM_LEFT.test(language);
}

/** Letters and digits of scripts that are written from right to left, and marks that say a direction. */
const NOT_FROM_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Whether a text holds anything that is written from right to left. */
export const isMaybeFromRight = (text: string): boolean => NOT_FROM_LEFT.test(text);

const FOUND_OUT = ' dir="auto"';

/**
 * A page without `dir="auto"` where that finds out nothing: where all of its text is written as the page itself, from left to right. Texts
 * of records are escaped, so that the attribute cannot stand in them.
 */
export function withoutNeedlessDirections(html: string): string {
  return NOT_FROM_LEFT.test(html) || html.lastIndexOf(' dir="rtl"', html.indexOf("<head>")) >= 0 ? html : html.replaceAll(FOUND_OUT, "");
}

/** Marks in a text what has a direction of its own, such as a name in a sentence; no record may hold these signs. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** A text with such marks in pieces: every second one has a direction of its own. */
export const piecesOf = (text: string): string[] => text.split(/[\u2068\u2069]/);
