/** `schedule.xml` of an event, the format of frab and c3voc that schedule apps and video teams read. */
import { hasScheduleXml, type Schedule, type ScheduleSession, scheduleOf } from "../components/schedule.ts";
import { xmlDocument } from "../components/xml.ts";
import { GENERATOR } from "../publishing/generator.ts";
import { schedulePath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/**
 * A file that the published schema (https://c3voc.de/schedule/schema.xsd) accepts: it asks for date, start and duration of every
 * session, and for start and end of every day, and nothing of that is made up. Sessions of which not all is known are left out,
 * which the link to the file says; schedule.json has them. An event of which no day and no zone is known has no schedule.xml.
 */
export const scheduleXml = {
  name: "schedule-xml",
  *eventFiles(archive, event) {
    if (!hasScheduleXml(event)) return;
    yield { path: schedulePath(event.id, "xml").slice(1), content: xmlDocument({ schedule: scheduleTree(scheduleOf(archive, event)) }) };
  },
} satisfies OutputFormat;

function scheduleTree(schedule: Schedule): object {
  const { version, title, acronym, start, end, slot, baseUrl, timeZone } = schedule;
  const days = schedule.days.filter((day) => day.start !== undefined && day.end !== undefined);
  return {
    generator: { "@_name": GENERATOR },
    version,
    conference: known({
      title,
      acronym,
      start,
      end,
      days: days.length,
      timeslot_duration: slot,
      base_url: baseUrl,
      time_zone_name: timeZone,
    }),
    day: days.map((day) => ({
      ...known({ "@_index": day.index, "@_date": day.date, "@_start": day.start, "@_end": day.end }),
      room: day.rooms.flatMap((room) => {
        const sessions = room.sessions.filter(({ isComplete }) => isComplete);
        return sessions.length === 0 ? [] : { "@_name": room.name, event: sessions.map(sessionTree) };
      }),
    })),
  };
}

function sessionTree(session: ScheduleSession): object {
  const { id, guid, date, start, duration, room, title, slug, track, type, language, abstract, url, people, resources } = session;
  const link = (resource: { url: string; title: string }) => ({ "@_href": resource.url, "#text": resource.title });
  const documents = resources.filter(({ kind }) => kind === "document");
  const { status, licence, optOut } = session;
  return known({
    "@_id": id,
    "@_guid": guid,
    date,
    start,
    duration,
    room,
    title,
    subtitle: status,
    slug,
    track,
    type,
    language,
    abstract,
    persons: { person: people.map((person) => ({ "@_id": person.id, "#text": person.name })) },
    recording: licence !== undefined || optOut ? { license: licence ?? "", optout: optOut === true } : undefined,
    links: { link: resources.filter((resource) => !documents.includes(resource)).map(link) },
    attachments: { attachment: documents.map(link) },
    url,
    video_download_url: resources.find(({ kind, isLocal }) => kind === "video" && isLocal)?.url,
  });
}

function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
