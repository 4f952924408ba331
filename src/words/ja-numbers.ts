/** Small matters of Japanese that pages and scripts share. */

/** The days of the week, Monday first. */
export const WEEKDAYS = ["月", "火", "水", "木", "金", "土", "日"] as const;

/** `12,345` */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
