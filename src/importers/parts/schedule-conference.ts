/** What a whole schedule says: the conference, its days and rooms, and every event in them. */
import type { EventRecord } from "../../model/records/event.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import { inZone, isTimeZone } from "../../model/time.ts";
import { count } from "../../text/wording.ts";
import type { ForeignConference, ForeignTime } from "../importer.ts";
import { problemAt } from "./place.ts";
import type { Reading } from "./reading.ts";
import type { ScheduleNode } from "./schedule-node.ts";
import { scheduleText } from "./schedule-text.ts";
import { readClock, readStamp } from "./schedule-time.ts";
import { readScheduleTalk } from "./schedule-talk.ts";

/** A schedule taken apart: where the events of a day and room are is a matter of the syntax. */
export interface Schedule {
  conference: ScheduleNode;
  groups: { day: ScheduleNode | undefined; room: string; events: ScheduleNode[] }[];
  /** Whether this program wrote it. */
  own: boolean;
  /** What relative addresses belong to, where it does not stand in the conference. */
  baseUrl?: string;
}

/** One conference with all its events; rows that are alike in every respect are one talk. */
export function readSchedule({ conference, groups, own, baseUrl = "" }: Schedule, reading: Reading): ForeignConference[] {
  const event = eventOf(conference, reading);
  if (own) delete event.sources;
  const talks: ForeignConference["talks"] = [];
  const url = conference.text("base_url") || baseUrl;
  const around = {
    dayChange: readClock(conference.text("day_change")),
    baseUrl: badAddress(url) === undefined ? url : undefined,
    ownMarkdown: own,
  };
  const disagreeing: ScheduleNode[] = [];
  let rows = 0;
  for (const { day, room, events } of groups) {
    const date = day && reading.stamp(day.text("date"), day.placeOf("date"))?.date;
    const dayStart = readStamp(day?.text("start", "day_start") ?? "");
    const dayChange = around.dayChange ?? (dayStart?.date === date ? dayStart?.time : undefined);
    for (const node of events) {
      rows++;
      reading.row();
      const talk = readScheduleTalk(node, { ...around, dayChange, room, day: date }, reading);
      if (talk?.when && disagrees(node, talk.when, event.timezone)) disagreeing.push(node);
      if (talk) talks.push(talk);
    }
  }
  if (disagreeing[0])
    reading.warn(
      disagreeing[0].placeOf("start"),
      "times-disagree",
      `The \`start\` of ${count(disagreeing.length, "event")} is not its \`date\` in the time zone ${event.timezone}; the \`date\` was taken, which has an offset.`,
      "If the zone of the file is wrong, import again with `--timezone`.",
    );
  if (rows === 0)
    reading.add(
      problemAt(conference.place, {
        rule: "nothing-to-import",
        severity: own ? "warning" : "error",
        message: "The schedule has no events.",
        hint: "Get the file anew from its source, or give another.",
      }),
    );
  const acronym = conference.text("acronym");
  const key = own ? `this archive, ${acronym}` : acronym || event.name || "schedule";
  const slug =
    (own && talks.map((talk) => /\/events\/([a-z0-9-]+)\/[a-z0-9-]+\/$/.exec(talk.url ?? "")?.[1]).find(Boolean)) || acronym || event.name;
  return rows === 0 ? [] : [{ key, event, ...(slug !== undefined && { slug }), talks, speakers: [] }];
}

function disagrees(node: ScheduleNode, { date, start, offset }: ForeignTime, zone: string | undefined): boolean {
  const stated = readClock(node.text("start"));
  if (stated === undefined || start === undefined || offset === undefined || zone === undefined) return false;
  return inZone(date, start, offset, zone).clock !== stated;
}

function eventOf(node: ScheduleNode, reading: Reading): Partial<EventRecord> {
  const warn = (field: string, rule: string, message: string, hint: string) => reading.warn(node.placeOf(field), rule, message, hint);
  const day = (field: string) => {
    const text = node.text(field);
    const stamp = readStamp(text);
    if (text !== "" && !stamp)
      warn(field, "bad-date", `\`${clip(text)}\` cannot be read as \`${field}\`.`, "Write it as `2012-08-27` in the file.");
    return stamp?.date;
  };
  const dayChange = reading.clock(node.text("day_change"), node.placeOf("day_change"));
  const zone = node.text("time_zone_name", "timezone", "time_zone");
  if (zone !== "" && !isTimeZone(zone))
    warn(
      "time_zone_name",
      "bad-time-zone",
      `\`${clip(zone)}\` is not a time zone.`,
      "Give the zone with `--timezone`, such as `--timezone Europe/Berlin`.",
    );
  const url = reading.address(node.text("url"), node.placeOf("url"));
  const [startDate, endDate] = [day("start"), day("end")];
  if (startDate !== undefined && endDate !== undefined && endDate < startDate)
    warn("end", "bad-date", `The conference ends on ${endDate}, before it starts.`, "Correct the dates in the file or in the record.");
  const description = scheduleText(node.text("description"));
  const field = (name: keyof EventRecord, value: string | undefined) => (value === undefined || value === "" ? {} : { [name]: value });
  return {
    ...field("name", node.text("title", "name") || node.text("acronym")),
    ...field("startDate", startDate),
    ...field("endDate", startDate === undefined || (endDate ?? startDate) < startDate ? undefined : endDate),
    ...field("timezone", isTimeZone(zone) ? zone : undefined),
    ...field("venue", node.text("venue")),
    ...field("city", node.text("city")),
    ...field("country", node.text("country")),
    ...field("dayChange", dayChange),
    ...field("welcome", description),
    ...(url !== undefined && { sources: [url] }),
  };
}
