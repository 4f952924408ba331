/** Dates as the archive writes them: a day, a month or a year, compared and printed without a clock or locale. */
import { dayOfWeek } from "./time.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Whether the text is `YYYY-MM-DD` and a day of the Gregorian calendar. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the text is a day, a month (`YYYY-MM`) or a year (`YYYY`). */
export function isPartialDate(text: string): boolean {
  return isRealDate(text) || /^(?!0000)\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** First and last day that a partial date can mean. */
export function dateBounds(date: string): { first: string; last: string } {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (date.length === 10) return { first: date, last: date };
  if (date.length === 7) return { first: `${date}-01`, last: `${date}-${daysIn(year, month)}` };
  return { first: `${date}-01-01`, last: `${date}-12-31` };
}

/** `27 August 2012`, `November 2007` or `2009`, as much as is known. */
export function formatDate(date: string): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  if (date.length === 10) return `${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`;
  return date.length === 7 ? `${month} ${date.slice(0, 4)}` : date;
}

/** `Monday, 27 August 2012`. */
export function formatDay(date: string): string {
  return `${WEEKDAYS[dayOfWeek(date) - 1]}, ${formatDate(date)}`;
}

/** `27–28 August 2012`, `31 May – 2 June 2012`; a first day without a last one says that the last is not known. */
export function formatRange(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `from ${formatDate(start)}, last day not known` : formatDate(start);
  if (start === end) return formatDate(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${formatDate(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${formatDate(start).slice(0, -5)} – ${formatDate(end)}`;
  }
  return `${formatDate(start)} – ${formatDate(end)}`;
}
