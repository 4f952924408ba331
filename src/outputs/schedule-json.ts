/** `schedule.json` of an event, version 1 of the format of frab and c3voc. */
import { type ScheduleSession, scheduleOf } from "../components/schedule.ts";
import { GENERATOR } from "../publishing/generator.ts";
import { schedulePath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/**
 * It has every session, and what no record knows is left out: `start` and `end` of the conference; `date`,
 * `day_start` and `day_end` of the day of the sessions whose day is not known, and the last two of all days where the event has
 * no time zone; `date`, `start` and `duration` of a session; the licence of its recording, and whether it may be recorded. The
 * subtitle says what became of a session that did not take place as announced.
 */
export const scheduleJson = {
  name: "schedule-json",
  *eventFiles(archive, event) {
    const { version, baseUrl, title, acronym, url, start, end, timeZone, slot, rooms, tracks, days } = scheduleOf(archive, event);
    const conference = {
      acronym,
      title,
      start,
      end,
      daysCount: days.filter(({ date }) => date !== undefined).length,
      timeslot_duration: slot,
      time_zone_name: timeZone,
      url,
      tracks: tracks.map((name) => ({ name })),
      rooms,
      days: days.map((day) => ({
        index: day.index,
        date: day.date,
        day_start: day.start,
        day_end: day.end,
        rooms: Object.fromEntries(day.rooms.map((room) => [room.name, room.sessions.map(sessionTree)])),
      })),
    };
    const schedule = {
      $schema: "https://c3voc.de/schedule/schema.json",
      generator: { name: GENERATOR },
      schedule: { version, base_url: baseUrl, conference },
    };
    yield { path: schedulePath(event.id, "json").slice(1), content: `${JSON.stringify(schedule)}\n` };
  },
} satisfies OutputFormat;

function sessionTree(session: ScheduleSession): object {
  const { people, resources, status, licence, optOut, isComplete: _, ...fields } = session;
  const link = ({ url, title }: { url: string; title: string }) => ({ url, title });
  return {
    ...fields,
    subtitle: status,
    recording_license: licence,
    do_not_record: optOut,
    persons: people,
    links: resources.filter(({ kind }) => kind !== "document").map(link),
    attachments: resources.filter(({ kind }) => kind === "document").map(link),
  };
}
