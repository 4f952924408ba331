/** The rules on a talk's clock: its times exist once in the event's zone, and it does not end half a day later by mistake. */
import type { Archive, Talk } from "../model/archive.ts";
import { en } from "../words/en.ts";
import type { Finding } from "../model/problem.ts";
import { clockMinutes, shiftDay } from "../model/time.ts";
import { LONGEST_OVER_MIDNIGHT, lengthOf } from "../model/when.ts";

export function localTimes(archive: Archive): Finding[] {
  return archive.talks.flatMap(findingsOf);
}

function findingsOf(talk: Talk): Finding[] {
  const findings: Finding[] = [];
  const { when, record, event } = talk;
  const report = (rule: string, field: string, message: string, hint: string) =>
    findings.push({ rule, severity: "error", file: talk.file, path: [field], message, hint });
  const date = when?.date ?? "";
  const endDate = when && shiftDay(date, Math.floor((clockMinutes(record.start ?? "00:00") + (lengthOf(record) ?? 0)) / 1440));
  for (const [field, time, clock, day] of [
    ["start", when?.startTime, when?.start, date],
    [record.end === undefined ? "duration" : "end", when?.endTime, when?.end, endDate ?? date],
  ] as const) {
    if (time?.kind === "gap")
      report(
        "time-in-gap",
        field,
        `${clock} on ${en.dates.date(day)} does not exist in ${event.record.timezone}: the clocks went forward.`,
        "Correct the time, the date or the event's `timezone`.",
      );
    if (time?.kind === "repeated")
      report(
        "time-repeated",
        field,
        `${clock} on ${en.dates.date(day)} happened twice in ${event.record.timezone}: the clocks went back.`,
        "Correct the time, the date or the event's `timezone`; a time in that hour cannot be told apart.",
      );
  }
  if (
    record.start &&
    record.end &&
    record.endDate === undefined &&
    clockMinutes(record.end) < clockMinutes(record.start) &&
    (lengthOf(record) ?? 0) > LONGEST_OVER_MIDNIGHT
  )
    report(
      "ends-before-start",
      "end",
      `The talk ends at ${record.end}, before it starts at ${record.start}.`,
      "Correct `start` or `end`. An end after midnight is allowed for talks of up to 12 hours.",
    );
  return findings;
}
