/** Times and offsets as digits; the browser scripts write them as the pages do. */

/** At least two digits: `07`. */
export const two = (number: number): string => String(number).padStart(2, "0");

/** Whether a text is a time of day from `00:00` to `23:59`. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** `UTC`, `UTC+2` or `UTC−3:30` for an offset such as `-03:30`. */
export function formatOffset(offset: string): string {
  const [hours, minutes] = [Number(offset.slice(1, 3)), offset.slice(4)];
  if (hours === 0 && minutes === "00") return "UTC";
  return `UTC${offset.startsWith("-") ? "−" : "+"}${hours}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** `12:34` or `1:02:33` of seconds from the start of a video. */
export function formatSeconds(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
