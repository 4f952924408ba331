/** The warning that two talks are in one room at once. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { overlaps } from "../model/overlaps.ts";

export function roomClash(archive: Archive): Finding[] {
  return archive.events.flatMap((event) =>
    overlaps(event.talks, (talk) => (talk.record.room === undefined ? [] : [talk.record.room])).map(([first, second, room]) => ({
      rule: "room-clash",
      severity: "warning",
      file: second.file,
      path: ["room"],
      message: `“${room}” is taken at that time by “${first.title}” (${first.when?.start}–${first.when?.end}).`,
      hint: `Compare with ${first.file}: is a time or a room wrong?`,
    })),
  );
}
