/** Unicode's normal forms of texts of any length. */
import { cut } from "./cut.ts";

/** Marks in a row: more than any writing has on a letter, where Unicode itself counts on 30 (Standard Annex #15, section 13). */
const MOST_MARKS = 100;

/** A text with no more marks in a row than a letter can have. */
export function withoutMarkFloods(text: string): string {
  return text.length > MOST_MARKS ? text.replace(/\p{M}+/gu, (run) => cut(run, MOST_MARKS)) : text;
}

/** Whether a text has more marks in a row than a letter can have. */
export const hasMarkFlood = (text: string): boolean => withoutMarkFloods(text) !== text;

/**
 * The normal form of a text. It puts marks in a row into an order, which takes time that grows with the square of their number; those that are
 * too many are left out first.
 */
export function normal(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  return withoutMarkFloods(text).normalize(form);
}

/** A text as names are compared: letters with their marks as one, single blanks, none around it. */
export const tidy = (text: string): string => normal(text, "NFC").replace(/\s+/gu, " ").trim();
