/** The warnings that the time zone of an event is written in other letters than programs know, or has no summer time where its place has one. */
import type { Archive, Event } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { resolveLocal, timeZoneName } from "../model/time.ts";
import { en } from "../words/en.ts";

/**
 * Zones whose clocks never change, which are called as those of a place are in winter: the zone of that place, and one that has their time
 * all year.
 */
const WITHOUT_SUMMER: Readonly<Record<string, readonly [place: string, allYear: string]>> = {
  EST: ["America/New_York", "America/Panama"],
  MST: ["America/Denver", "America/Phoenix"],
  GMT: ["Europe/London", "Etc/UTC"],
};

export function timeZone(archive: Archive): Finding[] {
  return archive.events.flatMap((event) => {
    const { timezone } = event.record;
    if (timezone === undefined) return [];
    const findings: Finding[] = [];
    const report = (rule: string, message: string, hint: string) =>
      findings.push({ rule, severity: "warning", file: event.file, path: ["timezone"], message, hint });
    const name = timeZoneName(timezone);
    if (name !== timezone)
      report(
        "time-zone-spelling",
        `The zone \`${timezone}\` is written \`${name}\`, and not all programs know it otherwise.`,
        `Write \`${name}\`.`,
      );
    const [place, allYear] = WITHOUT_SUMMER[name] ?? [];
    const day = place && dayApart(event, name, place);
    if (day)
      report(
        "no-summer-time",
        `\`${name}\` has no summer time, so that on ${en.dates.date(day)} its clocks are not those of \`${place}\`.`,
        `Write the zone of the place, such as \`${place}\`; if its clocks never change, one such as \`${allYear}\`.`,
      );
    return findings;
  });
}

/** The day of a session that begins at another moment in another zone. */
function dayApart(event: Event, zone: string, other: string): string | undefined {
  const iso = (date: string, clock: string, of: string) => {
    const time = resolveLocal(date, clock, of);
    return time.kind === "instant" ? time.iso : undefined;
  };
  return event.talks.find(({ when }) => when?.start !== undefined && iso(when.date, when.start, zone) !== iso(when.date, when.start, other))
    ?.when?.date;
}
