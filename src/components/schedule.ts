/** The programme of an event as the formats of frab and c3voc see it: days, rooms, sessions, persons. */
import { createHash } from "node:crypto";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { daysSinceEpoch, firstMoment, minutesClock, shiftDay } from "../model/time.ts";
import { absolute, agendaPath } from "../model/urls.ts";
import { minutesOf } from "../model/when.ts";
import { recordingLicence } from "../model/licences.ts";
import { statusOf } from "../model/status.ts";
import { numberOf, uuidOf } from "../publishing/identifiers.ts";
import { addTo } from "../text/add-to.ts";
import { type TalkResource, talkResources } from "./talk-resources.ts";

export interface Schedule {
  /** A digest of all that follows: it changes exactly when the programme does. */
  version: string;
  baseUrl: string;
  title: string;
  acronym: string;
  url: string;
  /** First and last day, where the day and not just the month is known. */
  start: string | undefined;
  end: string | undefined;
  timeZone: string | undefined;
  /** The grid that all times fit into. */
  slot: string;
  rooms: { name: string; guid: string }[];
  tracks: string[];
  /** Every day of the event; a last one without a date holds the sessions whose day is not known. */
  days: ScheduleDay[];
}

export interface ScheduleDay {
  index: number;
  date: string | undefined;
  /** The day of the programme, which may end after midnight, as moments with offset. */
  start: string | undefined;
  end: string | undefined;
  /** A session whose room is not known is in the room without a name. */
  rooms: { name: string; sessions: ScheduleSession[] }[];
}

export interface ScheduleSession {
  id: number;
  guid: string;
  slug: string;
  url: string;
  /** See `hasKnownTime`. */
  isComplete: boolean;
  /** The moment at which it starts, with the offset of its zone; local time where the event has no zone. */
  date: string | undefined;
  start: string | undefined;
  duration: string | undefined;
  room: string;
  title: string;
  track: string;
  type: string;
  language: string;
  abstract: string;
  /** What became of it, where it did not take place as announced. */
  status: string;
  /** The licence of its recording, where there is one; an SPDX identifier or an address. */
  licence: string | undefined;
  /** Whether its speakers did not want to be recorded; undefined where no record says. */
  optOut: boolean | undefined;
  people: { id: number; guid: string; name: string; url: string; biography: string | undefined }[];
  resources: TalkResource[];
}

/** More days than any conference has; where first and last day lie further apart, only the days with talks are listed. */
const MOST_DAYS = 31;

/** The programme of an event. Every session is in it once; what the records do not say is left out, never made up. */
export function scheduleOf(archive: Archive, event: Event): Schedule {
  const { name, startDate, endDate, timezone } = event.record;
  const ids = sessionIds(archive, event);
  const sessions = event.talks.map((talk) => ({ talk, session: sessionOf(archive, talk, ids.get(talk) ?? 0) }));
  const rooms = [...new Set(sessions.flatMap(({ session }) => session.room || []))];
  const byDay = new Map<string | undefined, ScheduleSession[]>();
  for (const { talk, session } of sessions) addTo(byDay, talk.when?.day, session);
  const dated = daysOf(event).map((date) => dayOf(event, date, byDay.get(date) ?? []));
  const undated = byDay.get(undefined) ?? [];
  const schedule = {
    baseUrl: absolute(archive.site.base, "/"),
    title: name,
    acronym: acronymOf(event.id),
    url: absolute(archive.site.base, event.path),
    start: startDate?.length === 10 ? startDate : undefined,
    end: endDate?.length === 10 ? endDate : undefined,
    timeZone: timezone,
    slot: sessions.every(({ talk }) => [talk.when?.from ?? 0, minutesOf(talk) ?? 0].every((minutes) => minutes % 5 === 0))
      ? "00:05"
      : "00:01",
    rooms: rooms.map((room) => ({ name: room, guid: uuidOf(archive, `${agendaPath(event.id)}#room=${encodeURIComponent(room)}`) })),
    tracks: [...new Set(sessions.flatMap(({ session }) => session.track || []))],
    days: [
      ...dated,
      ...(undated.length > 0 || dated.length === 0 ? [{ date: undefined, start: undefined, end: undefined, rooms: inRooms(undated) }] : []),
    ].map((day, index) => ({ index: index + 1, ...day })),
  };
  return { version: createHash("sha256").update(JSON.stringify(schedule)).digest("hex").slice(0, 12), ...schedule };
}

/** All days that are known to belong to the event, in order. */
function daysOf(event: Event): string[] {
  const { startDate, endDate, knownDays = [] } = event.record;
  const days = new Set([...knownDays, ...event.talks.flatMap(({ when }) => (when ? [when.day] : []))]);
  if (startDate?.length === 10) {
    days.add(startDate);
    const length = endDate?.length === 10 ? daysSinceEpoch(endDate) - daysSinceEpoch(startDate) : 0;
    for (let day = 1; day <= length && length < MOST_DAYS; day++) days.add(shiftDay(startDate, day));
  }
  return [...days].sort();
}

function dayOf(event: Event, date: string, sessions: readonly ScheduleSession[]): Omit<ScheduleDay, "index"> {
  const change = event.record.dayChange ?? "00:00";
  return {
    date,
    start: boundary(event, date, change),
    end: boundary(event, shiftDay(date, 1), change),
    rooms: inRooms(sessions),
  };
}

function boundary(event: Event, date: string, clock: string): string | undefined {
  const zone = event.record.timezone;
  return zone === undefined ? undefined : withSeconds(firstMoment(date, clock, zone));
}

function inRooms(sessions: readonly ScheduleSession[]): ScheduleDay["rooms"] {
  const rooms = new Map<string, ScheduleSession[]>();
  for (const session of sessions) addTo(rooms, session.room, session);
  return [...rooms].map(([name, all]) => ({ name, sessions: all }));
}

function sessionOf(archive: Archive, talk: Talk, id: number): ScheduleSession {
  const { record, when } = talk;
  const minutes = minutesOf(talk);
  return {
    id,
    isComplete: hasKnownTime(talk),
    guid: uuidOf(archive, talk.path),
    slug: slugOf(talk),
    url: absolute(archive.site.base, talk.path),
    date: when?.startTime?.kind === "instant" ? withSeconds(when.startTime.iso) : when?.start ? `${when.date}T${when.start}:00` : undefined,
    start: when?.start,
    duration: minutes === undefined ? undefined : `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutesClock(minutes).slice(3)}`,
    room: record.room ?? "",
    title: talk.title,
    track: record.track ?? "",
    type: record.kind,
    language: talk.language,
    abstract: talk.abstract?.markdown ?? "",
    status: statusText(archive, talk),
    licence: talk.video && recordingLicence(archive.site, talk, talk.video),
    optOut: record.recording === "declined" ? true : talk.video ? false : undefined,
    people: talk.speakers.map(({ name, person, bio }) => {
      const guid = uuidOf(archive, person.path);
      const url = absolute(archive.site.base, person.path);
      return { id: numberOf(guid), guid, name, url, biography: bio?.markdown };
    }),
    resources: talkResources(archive, talk),
  };
}

/** `2012-08-27T09:30-07:00` with the seconds that XML Schema asks for. */
function withSeconds(iso: string): string {
  return `${iso.slice(0, 16)}:00${iso.slice(16)}`;
}

/** Numbers that no two sessions of an event share; they follow from the addresses and not from the order. */
function sessionIds(archive: Archive, event: Event): Map<Talk, number> {
  const taken = new Set<number>();
  const ids = new Map<Talk, number>();
  for (const talk of event.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    let id = numberOf(uuidOf(archive, talk.path));
    while (taken.has(id)) id++;
    taken.add(id);
    ids.set(talk, id);
  }
  return ids;
}

/** `cancelled`; empty where a session took place as announced. */
function statusText({ words }: Archive, talk: Talk): string {
  const status = statusOf(talk);
  return status === undefined ? "" : words.status[status];
}

/** Whether all is known of a talk that the published schema of schedule.xml asks for: day, time, zone and a length below 100 hours. */
export function hasKnownTime(talk: Talk): boolean {
  const minutes = minutesOf(talk);
  return talk.when?.startTime?.kind === "instant" && minutes !== undefined && minutes < 6000;
}

/** Whether there can be a schedule.xml: its schema asks for a day, and days for a zone. */
export function hasScheduleXml(event: Event): boolean {
  return event.record.timezone !== undefined && daysOf(event).length > 0;
}

/** `2012_north_america-intel-update`: the acronym, a hyphen, and four characters or more; no two talks share one. */
function slugOf({ event, slug }: Talk): string {
  return `${acronymOf(event.id)}-${slug.padStart(4, "_")}`;
}

/** An acronym may hold no hyphen, and has four characters or more. */
function acronymOf(id: string): string {
  const name = id.replaceAll("-", "_");
  return name.length < 4 ? `event_${name}` : name;
}
