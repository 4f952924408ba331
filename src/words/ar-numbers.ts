/**
 * Small matters of Arabic that pages and scripts share. Digits are those of the West, as most technical sites in Arabic have them,
 * and as addresses, times and the numbers of slides have them anyhow.
 */

export const MONTHS = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
] as const;

/** The days of the week, Monday first. */
export const WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"] as const;

/** A noun after numbers: whole phrases for 0, 1 and 2; after a number as 3 to 10 have it, 11 to 99, and round hundreds. */
export type Forms = readonly [zero: string, one: string, two: string, few: string, many: string, other: string];

/** `12,345` */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The form that belongs to a number, without the number. */
export function formOf(number: number, [zero, one, two, few, many, other]: Forms): string {
  if (number < 3) return [zero, one, two][number] ?? other;
  const rest = number % 100;
  if (rest > 10) return many;
  return rest > 2 ? few : other;
}

/** `محاضرة واحدة`, `محاضرتان`, `3 محاضرات`, `11 محاضرة`. */
export function count(number: number, forms: Forms): string {
  return number < 3 ? formOf(number, forms) : `${thousands(number)} ${formOf(number, forms)}`;
}
