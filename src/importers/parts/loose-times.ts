/** Dates and times as people type them into tables; what could mean two things is not read. */
import { isRealDate } from "../../model/dates.ts";
import { MONTHS } from "../../text/wording.ts";
import { daysSinceEpoch } from "../../model/time.ts";

/** Whether day or month comes first in dates such as `03/04/2012`; unknown where no date of the table tells. */
export type DateOrder = "day" | "month" | undefined;

const NUMBERS = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/;

/** An order, with the days between the first and the last date where nothing but their nearness gave it away. */
export interface FoundOrder {
  order: DateOrder;
  span?: number;
}

/** The longest that an event takes, and how much longer its dates lie apart when day and month are exchanged. */
const [LONGEST_EVENT, MUCH_LONGER] = [14, 4];

/**
 * The order that all dates of a table have. A point between the numbers means that the day comes first, and no month is above
 * 12. Where no date tells by itself, all of them may: of `06/10/2018` and `07/10/2018` it is October, since an event takes days.
 */
export function dateOrder(texts: Iterable<string>): FoundOrder {
  let order: DateOrder;
  const dates = new Set<string>();
  for (const text of texts) {
    const [all = "", first = "", second = ""] = NUMBERS.exec(text) ?? [];
    const found: DateOrder = /\d\./.test(all) || Number(first) > 12 ? "day" : Number(second) > 12 ? "month" : undefined;
    if (found && order && found !== order) return { order: undefined };
    order ??= found;
    if (all !== "") dates.add(all);
  }
  if (order !== undefined || dates.size < 2) return { order };
  const [byDay, byMonth] = [spanOf(dates, "day"), spanOf(dates, "month")];
  if (byDay < LONGEST_EVENT && byMonth > byDay * MUCH_LONGER + LONGEST_EVENT) return { order: "day", span: byDay };
  if (byMonth < LONGEST_EVENT && byDay > byMonth * MUCH_LONGER + LONGEST_EVENT) return { order: "month", span: byMonth };
  return { order: undefined };
}

function spanOf(dates: ReadonlySet<string>, order: DateOrder): number {
  const days = [...dates].map((text) => looseDate(text, order)).map((date) => (date === undefined ? Number.NaN : daysSinceEpoch(date)));
  return days.reduce((most, day) => Math.max(most, day), -Infinity) - days.reduce((least, day) => Math.min(least, day), Infinity);
}

/** A date anywhere in a text: `2012-08-27`, `27.8.2012`, `August 27, 2012`, `Mon 27 Aug 2012`. */
export function looseDate(text: string, order: DateOrder): string | undefined {
  const [, year = "", month = "", day = ""] = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year !== "") return dateOf(year, month, day);
  const [, compact = ""] = /^(20\d{6}|19\d{6})(?=$|T|\s)/.exec(text.trim()) ?? [];
  if (compact !== "") return dateOf(compact.slice(0, 4), compact.slice(4, 6), compact.slice(6));
  const [, first = "", second = "", last = ""] = NUMBERS.exec(text) ?? [];
  if (first !== "") {
    const whole = last.length === 2 ? `20${last}` : last;
    if (first === second) return dateOf(whole, first, second);
    return order === undefined ? undefined : order === "day" ? dateOf(whole, second, first) : dateOf(whole, first, second);
  }
  const words = /(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?\b([A-Za-z]{3,9})\.?,?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/g;
  for (const [, before, name = "", after, inYear = ""] of text.matchAll(words)) {
    const number = MONTHS.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase().slice(0, name.length)));
    const inMonth = before ?? after;
    if (number >= 0 && inMonth !== undefined) return dateOf(inYear, String(number + 1), inMonth);
  }
  return undefined;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(date) ? date : undefined;
}

const CLOCK = /(?<![\d:.])(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?|\s*(?=[ap]\.?m))\s*([ap])?(?:\.?m\b\.?)?/gi;

/** The clocks in a text, one or two: `9:30`, `2:15 PM`, `09.30 – 10.00 Uhr`, `9-10:30am` has one. */
export function looseClocks(text: string): string[] {
  const withoutDates = text.replace(/(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)T?/g, " ").replace(/([+-]\d{2}:?\d{2}|Z)\s*$/, "");
  const found = [...withoutDates.matchAll(CLOCK)].slice(0, 2);
  return found.flatMap(([, hours = "", minutes = "00", written], index) => {
    // of `2:00 - 3:30 PM` both are in the afternoon, unless that would turn them round
    const following = found[index + 1];
    const half = (written ?? (following && Number(hours) <= Number(following[1]) ? following[3] : undefined))?.toLowerCase();
    let hour = Number(hours);
    if (half !== undefined && hour >= 1 && hour <= 12) hour = (hour % 12) + (half === "p" ? 12 : 0);
    if (hour > 23 || Number(minutes) > 59) return [];
    return [`${String(hour).padStart(2, "0")}:${minutes}`];
  });
}

/** The offset that ends a time, such as `+02:00` or `Z`. */
export function looseOffset(text: string): string | undefined {
  const [, written] = /\d:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.exec(text.trim()) ?? [];
  if (written === undefined) return undefined;
  if (/^(z|utc|gmt)$/i.test(written) || /^[+-]00:?00$/.test(written)) return "Z";
  return `${written.slice(0, 3)}:${written.slice(-2)}`;
}
