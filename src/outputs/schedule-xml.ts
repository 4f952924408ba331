/** `schedule.xml` of an event, the format of frab and c3voc that schedule apps and video teams read. */
import { type Schedule, type ScheduleSession, scheduleOf } from "../components/schedule.ts";
import { xmlDocument } from "../components/xml.ts";
import { GENERATOR } from "../publishing/generator.ts";
import { schedulePath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/**
 * What no record says has no element: `start` and `end` of an event whose days are not known; `date`, `start` and `duration` of a
 * session whose time is not known (the schema asks for them, but a midnight made up would be read as a fact); the offset in
 * `date` where the event has no time zone; `recording`, since no record tells the licence of a recording. Such a session is
 * still in its `day`, or in a last `day` without a date, and in a room without a name where its room is not known.
 */
export const scheduleXml = {
  name: "schedule-xml",
  *eventFiles(archive, event) {
    yield { path: schedulePath(event.id, "xml").slice(1), content: xmlDocument({ schedule: scheduleTree(scheduleOf(archive, event)) }) };
  },
} satisfies OutputFormat;

function scheduleTree(schedule: Schedule): object {
  const { version, title, acronym, start, end, days, slot, baseUrl, timeZone } = schedule;
  const dated = days.filter(({ date }) => date !== undefined);
  return {
    generator: { "@_name": GENERATOR },
    version,
    conference: known({
      title,
      acronym,
      start,
      end,
      days: dated.length || undefined,
      timeslot_duration: slot,
      base_url: baseUrl,
      time_zone_name: timeZone,
    }),
    day: days.map((day) => ({
      ...known({ "@_index": day.index, "@_date": day.date, "@_start": day.start, "@_end": day.end }),
      room: day.rooms.map((room) => ({ "@_name": room.name, event: room.sessions.map(sessionTree) })),
    })),
  };
}

function sessionTree(session: ScheduleSession): object {
  const { id, guid, date, start, duration, room, title, slug, track, type, language, abstract, url, people, resources } = session;
  const link = (resource: { url: string; title: string }) => ({ "@_href": resource.url, "#text": resource.title });
  const slides = resources.filter(({ kind }) => kind === "slides");
  return known({
    "@_id": id,
    "@_guid": guid,
    date,
    start,
    duration,
    room,
    title,
    subtitle: "",
    slug,
    track,
    type,
    language,
    abstract,
    persons: { person: people.map((person) => ({ "@_id": person.id, "#text": person.name })) },
    links: { link: resources.filter((resource) => !slides.includes(resource)).map(link) },
    attachments: { attachment: slides.map(link) },
    url,
    video_download_url: resources.find(({ kind, isLocal }) => kind === "video" && isLocal)?.url,
  });
}

function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
