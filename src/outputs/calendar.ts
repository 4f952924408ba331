/** The calendars (iCalendar, RFC 5545): one of each event, and one of each talk whose day is known. */
import { type CalendarComponent, type CalendarProperty, icalendar, text } from "../components/icalendar.ts";
import { uuidOf } from "../publishing/identifiers.ts";
import { placeOf } from "../components/event-item.ts";
import { summaryText } from "../components/talk-summary.ts";
import { eventMoment, talkMoment } from "../publishing/timestamps.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { daysSinceEpoch, type OffsetChange, offsetChanges, resolveLocal, shiftDay } from "../model/time.ts";
import { absolute, agendaPath, eventCalendarPath, talkCalendarPath } from "../model/urls.ts";
import { isCalledOff, type Status, statusOf } from "../model/status.ts";
import { hasTalkFiles } from "../publishing/citation.ts";
import { dayOfEnd, hasKnownDay, minutesOf } from "../model/when.ts";
import { fill } from "../words/fill.ts";
import type { OutputFormat } from "./output-format.ts";

/**
 * A talk whose time is known is a VEVENT in the zone of its event, or in floating time where the event has none; one whose
 * day alone is known takes the whole day; one without a day is left out, which the entry of the event says. DTSTAMP is
 * the last change that the record tells with `updated`, else the start of the talk, so that a build needs no clock. A change may
 * come before the start: that it is the later revision says SEQUENCE.
 */
export const calendar = {
  name: "calendar",
  *eventFiles(archive, event) {
    if (!hasKnownDay(event)) return;
    const entries = [...editionEntry(archive, event), ...event.talks.flatMap((talk) => talkEntry(archive, talk))];
    yield { path: eventCalendarPath(event.id).slice(1), content: calendarOf(archive, event.record.name, event.talks, entries) };
  },
  *talkFiles(archive, talk) {
    const entries = talkEntry(archive, talk);
    if (entries.length === 0 || !hasTalkFiles(archive)) return;
    yield { path: talkCalendarPath(talk.event.id, talk.slug).slice(1), content: calendarOf(archive, talk.title, [talk], entries) };
  },
} satisfies OutputFormat;

function calendarOf(archive: Archive, name: string, talks: readonly Talk[], entries: CalendarComponent[]): string {
  return icalendar({
    name: "VCALENDAR",
    properties: [
      { name: "VERSION", value: "2.0" },
      { name: "PRODID", value: text(`-//${archive.site.record.name}//Archive//EN`) },
      // The property of RFC 7986, and the older one that programs read.
      { name: "NAME", value: text(name) },
      { name: "X-WR-CALNAME", value: text(name) },
    ],
    components: [...zones(talks), ...entries],
  });
}

/**
 * The zone of the timed talks, with the changes of its offset around them: what the rules were in that year, and not what they
 * are today. All talks are of one event, so there is one zone. Where those lead to summer time alone, the change back follows: programs
 * such as Outlook want standard time in every zone. An offset that rose for good is standard time.
 */
function zones(talks: readonly Talk[]): CalendarComponent[] {
  const days = talks.flatMap(({ when }) => (when?.startTime ? [when.date, dayOfEnd(when)] : [])).sort();
  const [first, last, zone] = [days[0], days.at(-1), talks[0]?.event.record.timezone];
  if (first === undefined || last === undefined || zone === undefined) return [];
  const offset = (iso: string) => iso.replaceAll(":", "");
  const changes = changesToTell(zone, first, last);
  const hasSummer = !changes.every(isRise);
  const components = changes.map(({ local, before, after }) => ({
    name: hasSummer && isRise({ before, after }) ? "DAYLIGHT" : "STANDARD",
    properties: [
      { name: "DTSTART", value: basic(local) },
      { name: "TZOFFSETFROM", value: offset(before) },
      { name: "TZOFFSETTO", value: offset(after) },
    ],
  }));
  return [{ name: "VTIMEZONE", properties: [{ name: "TZID", value: text(zone) }], components }];
}

/** The changes from one day to another, and where those are rises alone, those until the fall that follows within a year. */
function changesToTell(zone: string, first: string, last: string): OffsetChange[] {
  const near = offsetChanges(zone, first, shiftDay(last, 7));
  if (!near.every(isRise)) return near;
  const all = offsetChanges(zone, first, shiftDay(last, 366));
  return all.slice(0, all.findIndex((change) => !isRise(change)) + 1 || near.length);
}

const isRise = ({ before, after }: Pick<OffsetChange, "before" | "after">) => seconds(after) > seconds(before);

/** Seconds of an offset such as `-07:00`. */
function seconds(offset: string): number {
  const [hours = 0, minutes = 0, rest = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + rest);
}

/** The event as a whole, on all its days. */
function editionEntry(archive: Archive, event: Event): CalendarComponent[] {
  const { name, startDate, endDate, venue } = event.record;
  if (startDate?.length !== 10) return [];
  const undated = event.talks.filter((talk) => !talk.when).length;
  const words = archive.words.calendar;
  const agenda = words.agenda(absolute(archive.site.base, agendaPath(event.id)));
  return [
    {
      name: "VEVENT",
      properties: [
        ...identity(uuidOf(archive, event.path), eventMoment(event)),
        ...wholeDays(startDate, endDate?.length === 10 ? endDate : startDate),
        ...state(event.record.status),
        { name: "SUMMARY", value: text(name) },
        ...(event.record.status === "online" ? [] : location(archive, [venue, placeOf(archive, event)])),
        {
          name: "DESCRIPTION",
          value: text([eventNotice(archive, event), undated > 0 && words.undated(undated), agenda].filter(Boolean).join("\n")),
        },
        { name: "URL", value: absolute(archive.site.base, event.path) },
      ],
    },
  ];
}

/** What became of an event that did not take place as announced. */
function eventNotice(archive: Archive, { record, postponedTo }: Event): string {
  const { event: words } = archive.words;
  if (postponedTo) return fill(words.postponedTo, { event: absolute(archive.site.base, postponedTo.path) });
  return record.status === undefined ? "" : words.status[record.status];
}

function talkEntry(archive: Archive, talk: Talk): CalendarComponent[] {
  const { when, event, record, keywords } = talk;
  if (!when) return [];
  const description = summaryText(archive, talk);
  const language = talk.language === archive.site.record.language ? {} : { parameters: { LANGUAGE: talk.language } };
  return [
    {
      name: "VEVENT",
      properties: [
        ...identity(uuidOf(archive, talk.path), talkMoment(talk)),
        ...revision(record.updated),
        ...(when.start === undefined ? wholeDays(when.date, when.lastDay) : times(talk)),
        ...state(statusOf(talk)),
        { name: "SUMMARY", value: text(talk.title), ...language },
        ...(statusOf(talk) === "online" ? [] : location(archive, [record.room, event.record.venue, placeOf(archive, event)])),
        ...(description ? [{ name: "DESCRIPTION", value: text(description) }] : []),
        ...(keywords.length ? [{ name: "CATEGORIES", value: keywords.map(text).join(",") }] : []),
        { name: "URL", value: absolute(archive.site.base, talk.path) },
      ],
    },
  ];
}

function identity(uuid: string, moment: string): CalendarProperty[] {
  return [
    { name: "UID", value: uuid },
    { name: "DTSTAMP", value: basic(moment) },
  ];
}

/** The day of the last change as the number of a revision, which every later change raises; without one it is the first, 0. */
function revision(updated: string | undefined): CalendarProperty[] {
  if (updated === undefined) return [];
  return [
    { name: "LAST-MODIFIED", value: basic(`${updated}T00:00:00Z`) },
    { name: "SEQUENCE", value: String(Math.max(1, daysSinceEpoch(updated))) },
  ];
}

/** Days that are not taken: the calendar shows them above the hours of the day. */
function wholeDays(first: string, last: string): CalendarProperty[] {
  return [
    { name: "DTSTART", value: basic(first), parameters: { VALUE: "DATE" } },
    { name: "DTEND", value: basic(shiftDay(last, 1)), parameters: { VALUE: "DATE" } },
    { name: "TRANSP", value: "TRANSPARENT" },
  ];
}

/** Start and end in the zone of the event; without a known end there is none. A length is told where clocks show the time of the end twice. */
function times(talk: Talk): CalendarProperty[] {
  const { when, event } = talk;
  if (when?.start === undefined) return [];
  const zone = event.record.timezone ? { parameters: { TZID: event.record.timezone } } : {};
  const start = { name: "DTSTART", value: basic(`${when.date}T${when.start}:00`), ...zone };
  if (when.end === undefined || when.to === undefined || when.to === when.from) return [start];
  const lastDay = dayOfEnd(when);
  if (event.record.timezone !== undefined && resolveLocal(lastDay, when.end, event.record.timezone).kind === "repeated")
    return [start, { name: "DURATION", value: `PT${minutesOf(talk)}M` }];
  return [start, { name: "DTEND", value: basic(`${lastDay}T${when.end}:00`), ...zone }];
}

/** What is cancelled or postponed does not take place then; calendars show it struck out. */
function state(status: Status | undefined): CalendarProperty[] {
  return isCalledOff(status) ? [{ name: "STATUS", value: "CANCELLED" }] : [];
}

function location({ words: { list } }: Archive, parts: readonly (string | undefined)[]): CalendarProperty[] {
  const value = list.commas(parts);
  return value ? [{ name: "LOCATION", value: text(value) }] : [];
}

/** ISO 8601 in its basic form, without separators. */
function basic(iso: string): string {
  return iso.replace(/[-:]/g, "");
}
