/** The day of the week, for languages that name it in dates. */

/** What each month adds to the day of the week, counted in years that begin with March. */
const OFFSETS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** 1 for Monday to 7 for Sunday (ISO 8601) of a `YYYY-MM-DD` of the Gregorian calendar. */
export function dayOfWeek(date: string): number {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return ((year + leapDays + (OFFSETS[month - 1] ?? 0) + day + 6) % 7) + 1;
}
