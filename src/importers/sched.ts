/** Reads iCalendar as sched.com writes it, and of other calendars of conferences. */
import { clip } from "../model/records/fields.ts";
import { isTimeZone, resolveLocal } from "../model/time.ts";
import type { ForeignConference, ForeignTalk, ForeignTime, Importer, Place } from "./importer.ts";
import { type Calendar, type CalendarPart, type CalendarProperty, readCalendar } from "./parts/calendar.ts";
import { decodeEntities } from "./parts/html.ts";
import { splitNames } from "./parts/people.ts";
import { filled, lineOf, Reading, topicsOf } from "./parts/reading.ts";
import { kindOf } from "./parts/schedule-text.ts";
import { readDuration, readStamp } from "./parts/schedule-time.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";

export const sched: Importer = {
  name: "icalendar",
  title: "iCalendar (sched.com and others)",
  recognises: ({ text }) => /^\s*BEGIN\s*:\s*VCALENDAR\b/im.test(text.slice(0, 5000)),
  read(files) {
    const reading = new Reading();
    return reading.finish(files.map((file) => conferenceOf(readCalendar(file, reading), reading)));
  },
};

function conferenceOf({ head, events, broken }: Calendar, reading: Reading): ForeignConference {
  const hint = "Export the calendar anew, or correct the line.";
  for (const place of broken.slice(0, 50)) reading.warn(place, "bad-line", "The line is none of iCalendar and is left out.", hint);
  const calendarName = lineOf(decodeEntities(head.text("x-wr-calname") || head.text("name")));
  const [, product = ""] = /^-\/\/Sched(?:\.com|\.org)?\s+([^/]+)\/\//i.exec(head.text("prodid")) ?? [];
  const host = events.map((event) => /^https?:\/\/([\w-]+)\.sched\.(?:com|org)\//i.exec(event.text("url"))?.[1]).find(Boolean);
  const name = lineOf(product) || calendarName || host || "";
  const zone = zoneOf(head, events);
  const talks = events.flatMap((event) => readEvent(event, zone, reading) ?? []);
  const key = host ?? (calendarName || name || "calendar");
  return {
    key,
    event: filled({ name, timezone: zone, sources: host === undefined ? [] : [`https://${host}.sched.com/`] }),
    ...filled({ slug: host ?? (/^[\w-]+$/.test(calendarName) ? calendarName : undefined) }),
    talks,
    speakers: [],
  };
}

const isNowhere = (zone: string) => /^(UTC|GMT|Etc\/.*|Zulu)$/i.test(zone);

/** The zone of the calendar, or the one that most of its events name. */
function zoneOf(head: CalendarPart, events: readonly CalendarPart[]): string | undefined {
  const stated = head.text("x-wr-timezone");
  if (isTimeZone(stated) && !isNowhere(stated)) return stated;
  const counts = new Map<string, number>();
  for (const event of events) {
    const zone = zoneName(event.properties.get("dtstart")?.[0]);
    if (isTimeZone(zone) && !isNowhere(zone)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts].reduce<[string, number] | undefined>((most, one) => (most && most[1] >= one[1] ? most : one), undefined)?.[0];
}

const zoneName = (property: CalendarProperty | undefined) =>
  [property?.parameters["tzid"] ?? ""].flat()[0]?.replace(/^\/.*?\/(?=[A-Z][a-z]+\/)/, "") ?? "";

function readEvent(event: CalendarPart, zone: string | undefined, reading: Reading): ForeignTalk | undefined {
  reading.row();
  const summary = decodeEntities(event.text("summary"));
  if (event.cutOff) {
    const message = `The file ends inside this event${summary === "" ? "" : `, “${clip(summary)}”`}.`;
    return reading.refuse(event.place, "row-cut-off", message, "Get the whole file from its source.");
  }
  const title = reading.title(summary, event.place);
  if (title === undefined) return undefined;
  if (/^cancel/i.test(event.text("status")))
    return reading.refuse(
      event.place,
      "not-held",
      `“${clip(title)}” is marked as cancelled.`,
      "If it was held all the same, delete its line `STATUS`.",
    );
  if (event.properties.has("rrule"))
    reading.warn(
      event.place,
      "repeats",
      `“${clip(title)}” repeats; only its first time is taken.`,
      "Add the other times as records of their own.",
    );
  const categories = (event.properties.get("categories") ?? []).flatMap(({ values }) => values).map((one) => lineOf(decodeEntities(one)));
  const [type = "", ...topics] = categories.filter((one) => one !== "");
  const { names, text } = takeSpeakers(event.text("description"));
  const url = reading.address(event.text("url"), event.properties.get("url")?.[0]?.place ?? event.place);
  return {
    rows: [event.place],
    key: event.text("uid") || title,
    record: {
      title,
      ...filled({
        abstract: textToMarkdown(text),
        room: lineOf(decodeEntities(event.text("location"))).replace(/[\s,]+$/, ""),
        track: type,
        kind: kindIn(type, title, names.length > 0),
        topics: topicsOf(topics),
      }),
    },
    ...filled({ when: timeOf(event, zone, title, reading), url }),
    speakers: names.map((name) => ({ name })),
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

const SPEAKERS =
  /(?:^|\n|<br ?\/?>|<p>)[ \t]{0,20}(?:<b>|<strong>)?(?:speakers?|presenters?|panell?ists?) ?: ?(?:<\/b>|<\/strong>)?[ \t]{0,20}([^\n<]{1,600}?)(?=$|\n|<)/i;

/** A line `Speakers: …`, which sched.com puts into the description; what does not look like names stays text. */
function takeSpeakers(description: string): { names: string[]; text: string } {
  const found = SPEAKERS.exec(description);
  const names = found ? splitNames(decodeEntities(found[1] ?? "")) : [];
  const areNames =
    names.length > 0 &&
    names.every((name) => name.length <= 80 && name.split(" ").length <= 6 && !/[!?:]|\.\s/.test(name.replace(/\b\w\./g, "")));
  if (!found || !areNames) return { names: [], text: description };
  return { names, text: description.replace(found[0], "").trim() };
}

function timeOf(event: CalendarPart, zone: string | undefined, title: string, reading: Reading): ForeignTime | undefined {
  const property = event.properties.get("dtstart")?.[0];
  const start = stampOf(property, zone);
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
  const name = zoneName(property);
  if (name !== "" && !isTimeZone(name))
    reading.warn(
      property?.place ?? event.place,
      "bad-time-zone",
      `\`${clip(name)}\` is no time zone; the time is taken as local.`,
      "Give the zone of the event with `--timezone`.",
    );
  const end = stampOf(event.properties.get("dtend")?.[0], zone);
  const duration = readDuration(event.text("duration"));
  const sameOffset = end?.offset === start.offset && end?.time !== undefined && start.time !== undefined;
  return {
    date: start.date,
    ...filled({
      start: start.time,
      offset: start.offset,
      end: sameOffset ? { date: end.date, time: end.time ?? "" } : undefined,
      duration: end ? undefined : duration,
    }),
  };
}

const writtenAt = ({ file, start, end }: Place) => file.text.slice(start, end);

/** A time as stated; in another zone than the event's it gets the offset it has there. */
function stampOf(
  property: CalendarProperty | undefined,
  zone: string | undefined,
): { date: string; time?: string | undefined; offset?: string | undefined } | undefined {
  const value = (property?.values[0] ?? "")
    .replace(/^(\d{4})(\d{2})(\d{2})/, "$1-$2-$3")
    .replace(/T(\d{2})(\d{2})(\d{2})?(?=Z?$)/, "T$1:$2");
  const stamp = readStamp(value.replace(/(T\d\d:\d\d)Z$/, "$1:00Z"));
  const name = zoneName(property);
  if (!stamp?.time || stamp.offset !== undefined || name === zone || !isTimeZone(name)) return stamp;
  const local = resolveLocal(stamp.date, stamp.time, name);
  return local.kind === "instant" ? { ...stamp, offset: local.iso.slice(-6) } : stamp;
}
