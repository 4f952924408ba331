/** Cards for social media: what is drawn on each, and the letters there are to draw with. */
import { normal } from "../text/normal.ts";

/** A card as it is drawn: 1200 × 630 pixels. */
export interface CardDrawing {
  title: string;
  /** What stands below the title, the most important first. */
  lines: string[];
  /** The name of the archive. */
  site: string;
  /** Whether the mark of the program stands before that name; an archive with a logo has none. */
  hasMark: boolean;
  /** The colour of the card, as `#14323c`; its text is nearly white. */
  ground: string;
  /** What the talk has, shown as on the strip of the pages. */
  media: ("slides" | "video")[];
  /** The site path of a picture beside the title. */
  picture: string | undefined;
}

/** What cards are drawn with. */
export interface CardFonts {
  /** Changes with every byte of a font, and with the program that draws. */
  key: string;
  /** The letters that the fonts have: code points from and to, in order. */
  letters: readonly (readonly [from: number, to: number])[];
}

export const CARD_SIZE = { width: 1200, height: 630 };

/** A text as fonts are asked for it: letters with their accents in one, and nothing that is not seen. */
export function drawable(text: string): string {
  return normal(text, "NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

/** The letters of a text that no font has, each once. */
export function missingLetters({ letters }: CardFonts, text: string): string[] {
  const isThere = (point: number) => letters.some(([from, to]) => from <= point && point <= to);
  return [...new Set(drawable(text))].filter((letter) => !isThere(letter.codePointAt(0) ?? 0));
}
