/** Dates and times as people type them into tables; what could mean two things is not read. */
import { joinBlanks } from "../../text/blanks.ts";
import { isRealDate } from "../../model/dates.ts";
import { MONTHS } from "../../text/wording.ts";
import { daysSinceEpoch, isOffset, shiftDay } from "../../model/time.ts";
import { readDuration } from "./schedule-time.ts";

/** Whether day or month comes first in dates such as `03/04/2012`; unknown where no date of the table tells. */
export type DateOrder = "day" | "month" | undefined;

/** Three numbers with one sign between them; `10.30-11.00` are two times. */
const NUMBERS = /(?<!\d)(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})\k<sign>(?<last>\d{4}|\d{2})(?!\d)/;

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
    const { 0: all = "", groups: { first = "", second = "" } = {} } = NUMBERS.exec(text) ?? {};
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

/** A date anywhere in a text: `2012-08-27`, `27.8.2012`, `August 27, 2012`, `Mon 27 Aug 2012`; of `3-5 April 2024` the first one. */
export function looseDate(text: string, order: DateOrder): string | undefined {
  return looseDays(text, order)?.first;
}

interface Days {
  first: string;
  /** The last of several. */
  last?: string;
}

/** The day that a text names, or the first and the last of several: `3-5 April 2024`, `30 April – 2 May 2024`, `3.-5.4.2024`. */
export function looseDays(text: string, order: DateOrder): Days | undefined {
  const line = joinBlanks(text);
  const found = wholeDate(line, order);
  if (!found) return undefined;
  const { date, from, to } = found;
  const [, later = ""] = THROUGH.exec(line.slice(to)) ?? [];
  const next = later === "" ? undefined : wholeDate(later, order);
  if (next && next.date > date) return { first: date, last: next.date };
  const start = BEFORE.exec(line.slice(0, from))?.groups;
  if (!start) return { first: date };
  const { day = "", month = "", sign = "" } = start;
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  const first = dateOf(date.slice(0, 4), number > 0 ? String(number) : date.slice(5, 7), day);
  if (first === undefined || first >= date) return undefined;
  // What lies between two days that are named was not said to be meant.
  return /^(?:&|and|und)$/i.test(sign) && shiftDay(first, 1) !== date ? undefined : { first, last: date };
}

/** What leads from the first of several whole dates to the last. */
const THROUGH = /^\s?(?:[-–—]|to\b|bis\b|until\b|through\b)\s?(.*)$/i;
/** The first of several days before the last one, as far as no other number may be meant. */
const BEFORE =
  /^\s?(?:(?:from|vom|von)\s)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]?\s)?(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s?(?<month>[a-z]{3,9}(?=[\s.–—-])|\d{1,2}(?=\.))?\.?\s?(?<sign>[-–—&]|to|bis|and|und)\s?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]?\s)?$/i;

/** The number of a month, whose name may be shortened; 0 for what is none. */
const monthNamed = (name: string) =>
  name.length < 3 ? 0 : MONTHS.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase())) + 1;

/** The first date in a text, and where it begins and ends. */
function wholeDate(text: string, order: DateOrder): { date: string; from: number; to: number } | undefined {
  const at = (found: { index: number; 0: string }, date: string | undefined) =>
    date === undefined ? undefined : { date, from: found.index, to: found.index + found[0].length };
  const written = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (written) return at(written, dateOf(written[1] ?? "", written[2] ?? "", written[3] ?? ""));
  const compact = /(?<=^\s*)(?:20|19)\d{6}(?=$|T|\s)/.exec(text);
  if (compact) return at(compact, dateOf(compact[0].slice(0, 4), compact[0].slice(4, 6), compact[0].slice(6)));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const { first = "", second = "", last = "" } = numbers.groups ?? {};
    const whole = last.length === 2 ? `20${last}` : last;
    if (first === second) return at(numbers, dateOf(whole, first, second));
    return order === undefined ? undefined : at(numbers, order === "day" ? dateOf(whole, second, first) : dateOf(whole, first, second));
  }
  const words = /(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?\b([A-Za-z]{3,9})\.?,?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/g;
  for (const found of text.matchAll(words)) {
    const [, before, name = "", after, inYear = ""] = found;
    const month = monthNamed(name);
    const inMonth = before ?? after;
    if (month > 0 && inMonth !== undefined) return at(found, dateOf(inYear, String(month), inMonth));
  }
  return undefined;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(date) ? date : undefined;
}

/** `9:30`, `09.30`, `9:30:00`, `9 h 30`, `9h`, `9 am`; a fraction of a day, which some spreadsheets write, is none. */
const CLOCK =
  /(?<![\d:.])(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d{2})(?!\d)(?::\d{2}(?:\.\d+)?)?|\s?h(?![a-z])|(?=\s?[ap]\.?m\b))\s?(?:([ap])(?:\.?m\b\.?|(?![a-z])))?/gi;

const DATES = /(?<!\d)\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\d)T?/g;

/** The first hour of `9-10am` and `9 to 10:30`, where no word before it says that it may be the number of a day. */
const BARE_HOUR =
  /(?<=^\s?|[,;(|]\s?|\d{4}\s|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?\s)(\d{1,2})(?=\s?(?:[-–—]|to|bis)\s?\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m))/gi;

/** What may be an offset behind a time, such as `+02:00`, `-0700`, `Z` or `GMT+2`, and the name of the zone after it in brackets. */
const OFFSET =
  /(?<=\d[:.]\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?[ap]\.?m\.?)?)\s?(?:Z|(UTC|GMT)?\s?(?:([+-])(\d{1,2})(:?)(\d{2})?)?)(?:\s?\([^()]*\))?\s?$/i;

/** The offset that ends a text, and where it begins. Of `09:00-10:00` what ends it is another time. */
function offsetIn(text: string): { offset: string; index: number } | undefined {
  const found = OFFSET.exec(text);
  if (!found || found[0].trim() === "" || /^\s?\(/.test(found[0])) return undefined;
  const [written, name, sign, hours = "00", colon, minutes] = found;
  const before = text.slice(0, found.index);
  if (sign === "-" && name === undefined) {
    const isStamp = /T\d|\d:\d{2}:\d{2}/.test(before) || (/^\s/.test(written) && colon === "" && minutes !== undefined);
    // After a date: no session of that day ends before it starts.
    const [, clock = ""] = /^\d{4}-\d{2}-\d{2} (\d{2}:\d{2})$/.exec(before) ?? [];
    if (!isStamp && (clock === "" || `${hours}:${minutes}` > clock)) return undefined;
  }
  const offset = sign === undefined ? "Z" : `${sign}${hours.padStart(2, "0")}:${minutes ?? "00"}`;
  return isOffset(offset) ? { offset: /^[+-]00:00$/.test(offset) ? "Z" : offset, index: found.index } : undefined;
}

/** Hours and minutes that are a length. */
const HOURS = String.raw`(\d{1,2}(?:[.,]\d{1,2})?\s?h(?:ours?|rs?)?(?:\s?[0-5]\d)?)`;
/** A length behind a time: `14:00 (3h)`, `9:00, 2h`, `9:00, 45 min`. Two hours beside each other, as in `9h, 10h`, are two times. */
const LENGTH = new RegExp(
  String.raw`\(\s?${HOURS}\s?\)|(?<=\d:\d{2}(?:\s?[ap]\.?m\.?)?)(?:\s?[,;/]\s?|\sfor\s)${HOURS}(?![a-z\d])|[(,;/]?\s?(?<!\d)(\d{1,3}\s?(?:min(?:ute)?s?\b|['’′](?!\d)))\s?\)?`,
  "i",
);
const withoutLength = (text: string) => joinBlanks(joinBlanks(text).replace(LENGTH, " "));

/** The minutes of a length that stands beside the clocks of a text. */
export function looseLength(text: string): number | undefined {
  const [, inBrackets, hours, minutes] = LENGTH.exec(joinBlanks(text)) ?? [];
  return readDuration(inBrackets ?? hours ?? minutes ?? "");
}

/** The clocks in a text, one or two: `9:30`, `2:15 PM`, `09.30 – 10.00 Uhr`, `9-10:30am`. */
export function looseClocks(text: string): string[] {
  const line = withoutLength(text);
  const times = line.slice(0, offsetIn(line)?.index).replace(DATES, ",").replace(BARE_HOUR, "$1:00");
  const [first, second] = [...times.matchAll(CLOCK)].slice(0, 2).map(([, hours = "", minutes = "00", half]) => ({
    hours: Number(hours),
    minutes,
    half: half?.toLowerCase(),
  }));
  // Of `2:00 - 3:30 PM` both are in the afternoon, of `11:30 - 1:00 PM` one is; so they are where the first one says it.
  if (first && second && (first.half === undefined) !== (second.half === undefined) && first.hours <= 12 && second.hours <= 12) {
    const half = first.half ?? second.half;
    const other = sinceTwelve(first) <= sinceTwelve(second) ? half : half === "p" ? "a" : "p";
    if (first.half === undefined) first.half = other;
    else second.half = other;
  }
  return [first, second].flatMap((one) => {
    if (!one) return [];
    const hour = one.half !== undefined && one.hours >= 1 && one.hours <= 12 ? (one.hours % 12) + (one.half === "p" ? 12 : 0) : one.hours;
    return hour > 23 || Number(one.minutes) > 59 ? [] : [`${String(hour).padStart(2, "0")}:${one.minutes}`];
  });
}

/** Minutes since midnight or noon. */
const sinceTwelve = ({ hours, minutes }: { hours: number; minutes: string }) => (hours % 12) * 60 + Number(minutes);

/** The offset that ends a time, such as `+02:00` or `Z`. */
export function looseOffset(text: string): string | undefined {
  const line = withoutLength(text);
  return offsetIn(line)?.offset ?? offsetIn(line.replace(/\s?[([]((?:UTC|GMT)[^()[\]]{0,6})[)\]]\s?$/i, " $1"))?.offset;
}

/** The offset in the brackets of a heading such as `Start (UTC)`. */
export function offsetOfHeading(heading: string): string | undefined {
  const [, zone] = /[([]\s?((?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)\s?[)\]]/i.exec(heading) ?? [];
  return zone === undefined ? undefined : looseOffset(`0:00 ${zone}`);
}

/** A zone that a text names by letters such as `CET` or `PST`, which mean one offset here and another there. */
export function looseZone(text: string): string | undefined {
  return ZONE.exec(text)?.[0];
}

const ZONE = /\b(?:[PMCE][SD]?T|A[CEW]?[SD]T|[CEW]ES?T|BST|IST|JST|KST|MSK|MSD|SGT|HKT|NZ[SD]T|BRT|MES?Z)\b/;
