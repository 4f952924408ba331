/** The warning that one person is in two places at once. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { overlaps } from "../model/overlaps.ts";

export function speakerClash(archive: Archive): Finding[] {
  return archive.events.flatMap((event) =>
    overlaps(event.talks, (talk) => talk.speakers.map((speaker) => speaker.person.slug))
      .filter(([first, second]) => first.record.room === undefined || first.record.room !== second.record.room)
      .map(([first, second, slug]) => {
        const index = second.speakers.findIndex((speaker) => speaker.person.slug === slug);
        return {
          rule: "speaker-clash",
          severity: "warning",
          file: second.file,
          path: second.record.speakers ? ["speakers", index, "name"] : ["speaker"],
          message: `${second.speakers[index]?.name} speaks at that time in “${first.title}” too (${first.when?.start}–${first.when?.end}).`,
          hint: `Compare with ${first.file}: is a time wrong, or are they two people of one name?`,
        } as const;
      }),
  );
}
