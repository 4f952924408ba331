/** The days of an imported event: when its night belongs to the day before, and that its talks lie between its dates. */
import { dateBounds } from "../model/dates.ts";
import { clockMinutes, minutesClock, shiftDay } from "../model/time.ts";

/** A talk as far as its day goes: `listed` is the day of the programme, where the source says so. */
export interface Dated {
  date: string | undefined;
  start: string | undefined;
  listed: string | undefined;
}

/**
 * The time before which talks belong to the day before. It is set only where the source lists night talks so, and where one
 * time parts the nights from the mornings: the stated one, or a full hour if there is one between them.
 */
export function dayChangeOf(talks: readonly Dated[], stated: string | undefined): string | undefined {
  let latestNight = -1;
  let firstMorning = 1440;
  for (const { date, start, listed } of talks) {
    if (date === undefined || start === undefined || listed === undefined) continue;
    const minutes = clockMinutes(start);
    if (date === listed) firstMorning = Math.min(firstMorning, minutes);
    else if (date === shiftDay(listed, 1)) latestNight = Math.max(latestNight, minutes);
  }
  if (latestNight < 0 || latestNight >= firstMorning || latestNight >= 720) return undefined;
  const known = stated === undefined ? 0 : clockMinutes(stated);
  if (known > latestNight && known <= firstMorning) return stated;
  const hour = (Math.floor(latestNight / 60) + 1) * 60;
  return minutesClock(Math.min(hour, firstMorning));
}

/** The day of the programme that the archive will show. */
export function programmeDay(date: string, start: string | undefined, dayChange: string | undefined): string {
  return start !== undefined && dayChange !== undefined && start < dayChange ? shiftDay(date, -1) : date;
}

export interface Span {
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** The stated span, widened so that it holds all days; without a stated one, the days themselves. */
export function spanWith({ startDate, endDate }: Span, days: readonly string[]): Span & { widened: boolean } {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { startDate, endDate, widened: false };
  if (startDate === undefined) return { startDate: first, endDate: last, widened: false };
  const bounds = { first: dateBounds(startDate).first, last: dateBounds(endDate ?? startDate).last };
  const early = first < bounds.first;
  const late = last > bounds.last;
  return {
    startDate: early ? first : startDate,
    endDate: late ? last : (endDate ?? (startDate.length === 10 ? last : undefined)),
    widened: early || (late && endDate !== undefined),
  };
}

/** Those of some days that lie within two weeks of a span: what is further away is a mistake, or of before the event was put off. */
export function daysNear({ startDate, endDate }: Span, days: readonly string[]): string[] {
  if (startDate === undefined) return [];
  const [first, last] = [shiftDay(dateBounds(startDate).first, -14), shiftDay(dateBounds(endDate ?? startDate).last, 14)];
  return days.filter((day) => first <= day && day <= last);
}
