/** Guesses at what an editor meant: a date or time in another form, or the name of a record. */
import { joinBlanks } from "../../text/blanks.ts";
import { MONTHS } from "../../text/wording.ts";
import { isRealDate } from "../dates.ts";
import { slug } from "../../text/slug.ts";

/** `27.8.2012`, `2012/8/27`, `20120827`, `27 August 2012` or `August 27, 2012` as `2012-08-27`; nothing where day and month could be mixed up. */
export function guessDate(text: string): string | undefined {
  const month = (name: string | undefined) =>
    1 + MONTHS.findIndex((known) => known.slice(0, 3).toLowerCase() === name?.slice(0, 3).toLowerCase());
  const forms: [RegExp, (parts: string[]) => (string | number | undefined)[]][] = [
    [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, y, m, d]) => [y, m, d]],
    [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => [y, m, d]],
    [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([, y, m, d]) => [y, m, d]],
    [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, d, m, y]) => [y, m, d]],
    [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, ([, a, b, y]) => (Number(a) > 12 ? [y, b, a] : Number(b) > 12 ? [y, a, b] : [])],
    [/^(\d{1,2})(?:\.|st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/i, ([, d, m, y]) => [y, month(m), d]],
    [/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, ([, m, d, y]) => [y, month(m), d]],
  ];
  // Text processors make dashes of hyphens.
  const written = text.trim().replaceAll(/[\u2010-\u2015\u2212]/g, "-");
  for (const [form, order] of forms) {
    const match = form.exec(written);
    if (!match) continue;
    const date = order([...match])
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    if (isRealDate(date)) return date;
  }
  return undefined;
}

/** `May 2020` as `2020-05`. */
export function guessMonth(text: string): string | undefined {
  const [, name = "", year] = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text.trim()) ?? [];
  const index = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
  return year === undefined || index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, "0")}`;
}

const TYPOGRAPHIC_QUOTES = /^[\u2018-\u201f\u2039\u203a\u00ab\u00bb`´](.*)[\u2018-\u201f\u2039\u203a\u00ab\u00bb`´]$/s;

/** Whether a text stands in quotes that YAML does not know as such. */
export function isInQuotes(text: string): boolean {
  return TYPOGRAPHIC_QUOTES.test(text.trim());
}

/** The half of the day that a time names. */
const HALF = /[ap]\.?m\.?$/i;

/** `9:30 - 10:00` or `9.30am to 10am` as start and end; nothing where only one tells its half of the day, as in `2:30 - 3:30 pm`. */
export function guessTimes(text: string): [start: string, end: string] | undefined {
  const [first = "", second = "", third] = joinBlanks(text).split(/\s*(?:-|\u2013|\u2014|\bto\b|\bbis\b|\buntil\b)\s*/i);
  const [start, end] = [guessTime(first), guessTime(second)];
  const isHalfTold = HALF.test(first.trim()) !== HALF.test(second.trim());
  return start === undefined || end === undefined || third !== undefined || isHalfTold ? undefined : [start, end];
}

/** `9:30`, `9.30am`, `2:30 pm`, `0930` or `“9:30”` as `09:30`. */
export function guessTime(written: string): string | undefined {
  const text = TYPOGRAPHIC_QUOTES.exec(written.trim())?.[1] ?? written;
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.|h)?$/i.exec(text.trim());
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const half = /^[ap]/i.exec(match[3] ?? "")?.[0].toLowerCase();
  const hour = Number(match[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  const minutes = Number(match[2] ?? 0);
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` : undefined;
}

/** The name of a record as its file would have it. */
export function guessName(text: string): string | undefined {
  if (text.length > 100) return undefined;
  const parts = text.replace(/\.md$/, "").split("/").map(slug);
  return parts.every((part) => /^[a-z0-9-]+$/.test(part)) ? parts.join("/") : undefined;
}
