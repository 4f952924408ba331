/** Dates as records write them: a day, a month or a year, compared without a clock or locale. `words/` prints them. */

/**
 * Years that every format can write, with the days before and after them: the last day of 9999 would end on one with five digits, and in the
 * east of Greenwich the first one begins in a year 0.
 */
const isYear = (year: number) => year >= 1000 && year <= 9998;

/** Whether there were meetings in a year, or may soon be; another one is mostly of another calendar: 1403, 2567, 5784. */
export const isUsualYear = (year: string): boolean => Number(year) >= 1700 && Number(year) <= 2200;

/** Whether the text is `YYYY-MM-DD` and a day of the Gregorian calendar. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the text is a day, a month (`YYYY-MM`) or a year (`YYYY`). */
export function isPartialDate(text: string): boolean {
  return isRealDate(text) || (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) && isYear(Number(text.slice(0, 4))));
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
