/** Reads iCalendar as sched.com writes it, and of other calendars of conferences. */
import { clip } from "../model/records/fields.ts";
import { isTimeZone, shiftDay } from "../model/time.ts";
import { withoutAtEnd } from "../text/blanks.ts";
import { enumerate, someOf } from "../text/wording.ts";
import type { ForeignConference, ForeignTalk, ForeignTime, Importer, Place } from "./importer.ts";
import { type Calendar, type CalendarPart, type CalendarProperty, readCalendar } from "./parts/calendar.ts";
import { offersOf, takeSpeakers } from "./parts/calendar-speakers.ts";
import { peopleAsText } from "./parts/people.ts";
import { CalendarZones } from "./parts/calendar-zones.ts";
import { decodeEntities } from "../text/html.ts";
import { filled, lineOf, Reading } from "./parts/reading.ts";
import { kindOf } from "./parts/schedule-text.ts";
import { readDuration, readStamp } from "./parts/schedule-time.ts";
import { statusOf } from "./parts/stated.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { zoneOfWindows } from "./parts/windows-zones.ts";

export const sched: Importer = {
  name: "icalendar",
  title: "iCalendar (sched.com and others)",
  recognises: ({ text }) => /^\s*BEGIN\s*:\s*VCALENDAR\b/im.test(text.slice(0, 5000)),
  read(files) {
    const reading = new Reading();
    const conferences = files.map((file) => conferenceOf(readCalendar(file, reading), baseName(file.path), reading));
    // A template of a calendar has no event that is one.
    return reading.finish(conferences.filter(({ talks, isSummary }) => talks.length > 0 || isSummary));
  },
};

/** What stands around an event. */
interface Around {
  zones: CalendarZones;
  /** The zone of the calendar. */
  zone: string | undefined;
  /** Whether this program wrote the calendar. */
  own: boolean;
}

/** What a file is called, without what stands behind the last dot. */
const baseName = (path: string) => /([^/]+?)(\.\w+)?$/.exec(path)?.[1] ?? path;

function conferenceOf({ head, events: all, broken, zones: defined }: Calendar, file: string, reading: Reading): ForeignConference {
  const hint = "Export the calendar anew, or correct the line.";
  for (const place of broken.slice(0, 50)) reading.warn(place, "bad-line", "The line is none of iCalendar and is left out.", hint);
  const calendarName = lineOf(decodeEntities(head.text("x-wr-calname") || head.text("name")));
  const [, product = ""] = /^-\/\/Sched(?:\.com|\.org)?\s+([^\s/][^/]*)\/\//i.exec(head.text("prodid")) ?? [];
  const own = /\/\/Archive\/\/EN$/.test(head.text("prodid"));
  const edition = own ? all.find(({ text }) => OWN_EVENT.test(text("url"))) : undefined;
  const revisions = revisionsOf(all.filter((event) => event !== edition));
  const events = [...revisions.keys()];
  const host = events.map((event) => /^https?:\/\/([\w-]+)\.sched\.(?:com|org)\//i.exec(event.text("url"))?.[1]).find(Boolean);
  const described = calendarName === "" ? lineOf(decodeEntities(head.text("x-wr-caldesc"))) : "";
  const name = lineOf(product) || calendarName || (described.length <= LONGEST_NAME ? described : "") || host || "";
  const zones = new CalendarZones(defined, (place, message) =>
    reading.warn(place, "bad-time-zone", message, "If that is wrong, give the zone of the event with `--timezone`."),
  );
  const zone = zoneOf(head, events, zones);
  const around = { zones, zone, own };
  const talks = [...revisions].flatMap(([event, earlier]) => {
    const talk = readEvent(event, around, reading);
    for (const place of earlier) {
      const message = "This is an earlier revision of an event that the file has in a later one, which was taken.";
      const how = talk ? "warn" : "refuse";
      reading.row();
      reading[how](place, "earlier-revision", message, "If they are two talks, give each a UID of its own.");
    }
    return talk ? [{ ...talk, rows: [...talk.rows, ...earlier] as typeof talk.rows }] : [];
  });
  tellDrafts(talks, reading);
  // Some sites have a calendar for each talk, none of which has a name.
  const key = host ?? (calendarName || name || file);
  const days = edition && timeOf(edition, around, name, reading);
  const ownSlug = own
    ? [...(edition ? [edition] : []), ...events].map(({ text }) => OWN_SLUG.exec(text("url"))?.[1]).find(Boolean)
    : undefined;
  return {
    key: own ? `this archive, ${name}` : key,
    ...(own && { isSummary: true }),
    event: filled({
      name,
      timezone: zone,
      startDate: days?.date,
      endDate: days && (days.end?.date ?? days.date),
      sources: host === undefined ? [] : [`https://${host}.sched.com/`],
    }),
    ...filled({ slug: ownSlug ?? host ?? (/^[\w-]+$/.test(calendarName) ? calendarName : undefined) }),
    talks,
    speakers: [],
  };
}

/** Tells once of all events that a calendar does not show to everybody. */
function tellDrafts(talks: readonly ForeignTalk[], reading: Reading): void {
  const drafts = talks.filter(({ record }) => record.draft);
  const [first, second] = drafts;
  if (!first) return;
  const [are, them] = second ? ["are", "them drafts"] : ["is", "it a draft"];
  reading.warn(
    first.rows[0],
    "not-public",
    `${someOf(drafts.map(({ record }) => `“${clip(record.title)}”`))} ${are} not public in the calendar, so imports make ${them}, which no page shows.`,
    "Take `draft` out of what may be published; later imports leave that so.",
  );
}

/**
 * The events of a calendar, each with the rows of its earlier revisions: of events with one UID the highest SEQUENCE counts (RFC 5545), but
 * for single times of what repeats. Careless programs give all events one UID, and then one SEQUENCE too.
 */
function revisionsOf(events: readonly CalendarPart[]): Map<CalendarPart, Place[]> {
  const numbered = events.flatMap((event) => {
    const [uid, sequence] = [event.text("uid"), event.text("sequence")];
    const isRevision = uid !== "" && /^\d{1,9}$/.test(sequence) && !event.properties.has("recurrence-id");
    return isRevision ? [{ event, uid, sequence: Number(sequence) }] : [];
  });
  const newest = new Map<string, (typeof numbered)[number]>();
  for (const one of numbered) if (one.sequence > (newest.get(one.uid)?.sequence ?? -1)) newest.set(one.uid, one);
  const earlier = new Map<CalendarPart, Place[]>(events.map((event) => [event, []]));
  for (const { event, uid, sequence } of numbered) {
    const latest = newest.get(uid);
    if (!latest || sequence >= latest.sequence) continue;
    earlier.get(latest.event)?.push(event.place);
    earlier.delete(event);
  }
  return earlier;
}

/** Our own pages of an event and of its talks. */
const OWN_EVENT = /\/events\/[a-z0-9-]+\/$/;
const OWN_TALK = /\/events\/[a-z0-9-]+\/([a-z0-9-]+)\/$/;
const OWN_SLUG = /\/events\/([a-z0-9-]+)\/(?:[a-z0-9-]+\/)?$/;
/** A longer description of a calendar is no name. */
const LONGEST_NAME = 120;

const isNowhere = (zone: string) => /^(UTC|GMT|Etc\/.*|Zulu)$/i.test(zone);

/** The zone of the calendar, or the one that most of its events name. */
function zoneOf(head: CalendarPart, events: readonly CalendarPart[], zones: CalendarZones): string | undefined {
  const written = head.text("x-wr-timezone");
  const stated = isTimeZone(written) ? written : zoneOfWindows(written);
  if (stated !== undefined && !isNowhere(stated)) return stated;
  const counts = new Map<string, number>();
  for (const event of events) {
    const zone = stampOf(event.properties.get("dtstart")?.[0], zones)?.zone;
    if (zone !== undefined && !isNowhere(zone)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts].reduce<[string, number] | undefined>((most, one) => (most && most[1] >= one[1] ? most : one), undefined)?.[0];
}

function readEvent(event: CalendarPart, around: Around, reading: Reading): ForeignTalk | undefined {
  reading.row();
  // Our own calendars have no entities: what looks like one is text.
  const decode = around.own ? (text: string) => text : decodeEntities;
  const summary = decode(event.text("summary"));
  if (event.cutOff) {
    const message = `The file ends inside this event${summary === "" ? "" : `, “${clip(summary)}”`}.`;
    return reading.refuse(event.place, "row-cut-off", message, "Get the whole file from its source.");
  }
  const title = reading.title(summary, event.place);
  if (title === undefined) return undefined;
  if (event.properties.has("rrule") || event.properties.has("rdate"))
    reading.warn(
      event.place,
      "repeats",
      `“${clip(title)}” repeats; only its first time is taken.`,
      "Add the other times as records of their own.",
    );
  const categories = (event.properties.get("categories") ?? []).flatMap(({ values }) => values).map((one) => lineOf(decode(one)));
  const [type = "", ...topics] = categories.filter((one) => one !== "");
  const description = event.text("description");
  const { people, list, text } = takeSpeakers(description);
  if (people.length > 0 && !around.own) reading.guess(list, peopleAsText(people));
  if (people.length === 0 && !around.own) offerSpeakers(event, title, description, reading);
  // Their names are offered at most; a record has no place for them, nor for their addresses.
  for (const field of ["organizer", "attendee"]) for (const _ of event.properties.get(field) ?? []) reading.drop(field);
  const isPublic = /^(public)?$/i.test(lineOf(event.text("class")));
  const url = reading.address(event.text("url"), event.properties.get("url")?.[0]?.place ?? event.place);
  // In our own calendars the address ends in the name of the record.
  const slug = around.own ? OWN_TALK.exec(url ?? "")?.[1] : undefined;
  return {
    rows: [event.place],
    key: event.text("uid") || title,
    record: {
      title,
      ...filled({
        abstract: textToMarkdown(text),
        room: withoutAtEnd(lineOf(decode(event.text("location"))), /[\s,]/),
        track: type,
        kind: kindIn(type, title, people.length > 0),
        topics: reading.topics(topics),
      }),
      ...statusOf(event.text("status"), reading),
      ...(!isPublic && { draft: true }),
    },
    ...filled({ when: timeOf(event, around, title, reading), url, slug }),
    speakers: people,
  };
}

function kindIn(type: string, title: string, hasSpeakers: boolean): ForeignTalk["record"]["kind"] {
  const isPause =
    /^(breaks?|meals?|registration|logistics|food.*|(coffee|lunch|breaks?|meals?)\b.*\b(breaks?|lunch|meals?|coffee)|breakfast)$/i.test(
      type,
    );
  const kind = isPause && !hasSpeakers ? "break" : kindOf(type, title, hasSpeakers);
  return kind === "other" ? undefined : kind;
}

/** What may be a speaker is told with the line to write, and never taken: it is the organizer as often. */
function offerSpeakers(event: CalendarPart, title: string, description: string, reading: Reading): void {
  const offers = offersOf(event, title, description);
  const [first] = offers;
  if (!first) return;
  const [only, second] = first.names;
  const fields = second === undefined ? `speaker: ${only}` : `speakers: [${first.names.map((name) => `{ name: ${name} }`).join(", ")}]`;
  const told = offers.map(({ names, where }) => `${enumerate(names)}, ${names.length === 1 ? "who stands" : "who stand"} ${where}`);
  const inTitle = offers.some(({ where }) => where.endsWith("title"));
  reading.warn(
    event.place,
    "speakers-offered",
    `“${clip(title)}” names no speaker; it may be ${told.join("; or ")}.`,
    `If so, write \`${fields}\` into the record${inTitle ? ", and take what is no title out of the title" : ""}.`,
  );
}

function timeOf(event: CalendarPart, { zones, zone }: Around, title: string, reading: Reading): ForeignTime | undefined {
  const property = event.properties.get("dtstart")?.[0];
  const start = stampOf(property, zones);
  if (!start) {
    const message = property
      ? `\`${clip(writtenAt(property.place))}\` of “${clip(title)}” is no time.`
      : `“${clip(title)}” has no \`DTSTART\`.`;
    return reading.warn(
      property?.place ?? event.place,
      "bad-time",
      message,
      "Write it as `DTSTART:20120827T093000Z`, or add it to the record by hand.",
    );
  }
  const ending = event.properties.get("dtend")?.[0];
  const end = stampOf(ending, zones);
  const length = event.text("duration");
  const duration = end || length === "" ? undefined : readDuration(length);
  if (!end && length !== "" && duration === undefined) {
    const message = `\`${clip(length)}\` of “${clip(title)}” is no length.`;
    reading.warn(event.properties.get("duration")?.[0]?.place ?? event.place, "bad-time", message, "Write it as `DURATION:PT55M`.");
  }
  // Whole days: the end is the day after the last one (RFC 5545, 3.6.1).
  if (start.time === undefined) {
    const after = end?.date ?? (duration === undefined ? undefined : shiftDay(start.date, Math.ceil(duration / 1440)));
    const last = after === undefined ? start.date : shiftDay(after, -1);
    return { date: start.date, ...(last > start.date && { end: { date: last } }) };
  }
  const isLocal = start.offset === undefined && start.zone === end?.zone && (start.zone === undefined || start.zone === zone);
  const isKnown = end?.time !== undefined && (isLocal || end.offset !== undefined);
  if (ending && !isKnown)
    reading.warn(
      ending.place,
      "bad-time",
      `\`${clip(writtenAt(ending.place))}\` does not tell when “${clip(title)}” ends: it is no time, or none that is once and in a zone as its start is.`,
      "Add the end to the record by hand.",
    );
  return {
    date: start.date,
    ...filled({
      start: start.time,
      offset: start.offset,
      end: isKnown ? { date: end.date, time: end.time, offset: end.offset } : undefined,
      duration,
    }),
  };
}

const writtenAt = ({ file, start, end }: Place) => file.text.slice(start, end);

interface CalendarStamp {
  date: string;
  time?: string | undefined;
  offset?: string | undefined;
  /** The zone that the file names for it. */
  zone?: string | undefined;
}

/** A time as stated; one in a zone gets the offset that it has there. */
function stampOf(property: CalendarProperty | undefined, zones: CalendarZones): CalendarStamp | undefined {
  const value = (property?.values[0] ?? "")
    .replace(/^(\d{4})(\d{2})(\d{2})/, "$1-$2-$3")
    .replace(/T(\d{2})(\d{2})(\d{2})?(?=Z?$)/, "T$1:$2");
  const stamp = readStamp(value.replace(/(T\d\d:\d\d)Z$/, "$1:00Z"));
  const [name = ""] = [property?.parameters["tzid"] ?? ""].flat();
  if (!property || !stamp?.time || stamp.offset !== undefined || name === "") return stamp;
  return { ...stamp, ...zones.resolve(name, stamp.date, stamp.time, property.place) };
}
