/** The rule that a talk takes place on a day of its event. */
import type { Archive, Event } from "../model/archive.ts";
import { dateBounds } from "../model/dates.ts";
import { en } from "../words/en.ts";
import type { Finding } from "../model/problem.ts";
import { shiftDay } from "../model/time.ts";

/** How long after its first day an event without a known last day may still go on. */
const OPEN_END_DAYS = 31;

export function eventDays(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  for (const event of archive.events) {
    const bounds = boundsOf(event);
    if (!bounds) continue;
    const outside = (day: string) => day < bounds.first || day > bounds.last;
    const { startDate, endDate, knownDays = [] } = event.record;
    const range =
      endDate === undefined && startDate?.length === 10
        ? `from ${en.dates.date(startDate)} on`
        : `${startDate?.length === 10 ? "on" : "in"} ${en.dates.range(startDate, endDate)}`;
    const report = (file: string, path: (string | number)[], what: string, day: string) =>
      findings.push({
        rule: "outside-event",
        severity: "error",
        file,
        path,
        message: `${what} ${en.dates.date(day)}, but the event took place ${range}.`,
        hint: `Correct the date here, or \`startDate\` and \`endDate\` in ${event.file}.`,
      });
    for (const { when, file } of event.talks) {
      if (!when) continue;
      if (when.lastDay > when.day && !outside(when.day) && outside(when.lastDay))
        report(file, ["endDate"], "The session ends on", when.lastDay);
      if (!outside(when.day)) continue;
      const early = when.day !== when.date ? `on ${en.dates.date(when.date)} before the event's \`dayChange\`, so it counts as ` : "on ";
      report(file, ["date"], `The talk is ${early}`.trimEnd(), when.day);
    }
    for (const [index, day] of knownDays.entries()) if (outside(day)) report(event.file, ["knownDays", index], "The known day is", day);
  }
  return findings;
}

/** Whether a day may be one of an event, as far as its days are known. */
export function isDayOf(event: Event, day: string): boolean {
  const bounds = boundsOf(event);
  return !bounds || (day >= bounds.first && day <= bounds.last);
}

function boundsOf(event: Event): { first: string; last: string } | undefined {
  const { startDate, endDate } = event.record;
  if (startDate === undefined) return undefined;
  const first = dateBounds(startDate).first;
  if (endDate !== undefined) return { first, last: dateBounds(endDate).last };
  return { first, last: startDate.length === 10 ? shiftDay(first, OPEN_END_DAYS) : dateBounds(startDate).last };
}
