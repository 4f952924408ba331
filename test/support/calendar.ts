/** Reads calendars with two libraries (ical.js, node-ical) and says what is wrong with one, by RFC 5545. */
import ICAL from "ical.js";
import nodeIcal from "node-ical";

export interface Entry {
  uid: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  stamp: string;
  changed: string;
  revision: number;
  isWholeDay: boolean;
  /** Milliseconds since 1970, by the rules in the file; local time where it is floating. */
  start: number;
  end: number | undefined;
  zone: string;
  startText: string;
  endText: string | undefined;
}

/** All entries, in order, as ical.js reads them with no zone but those of the file. */
export function readCalendar(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const get = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
    const start = component.getFirstPropertyValue("dtstart") as ICAL.Time;
    const length = component.getFirstPropertyValue("duration") as ICAL.Duration | null;
    const end = component.getFirstPropertyValue("dtend") as ICAL.Time | null;
    const seconds = end ? end.toUnixTime() : length ? start.toUnixTime() + length.toSeconds() : undefined;
    return {
      uid: get("uid"),
      summary: get("summary"),
      description: get("description"),
      location: get("location"),
      url: get("url"),
      stamp: get("dtstamp"),
      changed: get("last-modified"),
      revision: Number(get("sequence") || 0),
      isWholeDay: start.isDate,
      start: start.toUnixTime() * 1000,
      end: seconds && seconds * 1000,
      zone: start.zone?.tzid ?? "",
      startText: start.toString(),
      endText: end?.toString(),
    };
  });
}

/** Starts by UID, as node-ical reads them with the time zones of its own. */
export function startsByNodeIcal(text: string): Map<string, number> {
  return new Map(
    Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) => (one?.type === "VEVENT" ? [[one.uid, one.start.getTime()] as const] : [])),
  );
}

const ONCE = ["UID", "DTSTAMP", "DTSTART", "SUMMARY"];

/** Everything that breaks a rule of RFC 5545. */
export function calendarProblems(text: string): string[] {
  const problems: string[] = [];
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) problems.push("a line does not end in CRLF");
  const written = text.split("\r\n").slice(0, -1);
  for (const line of written) {
    if (Buffer.byteLength(line) > 75) problems.push(`longer than 75 octets: ${line}`);
    if (/[\u0000-\u0008\u000a-\u001f\u007f\ufffd]/.test(line)) problems.push(`a character that may not be there: ${line}`);
  }
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const open: string[] = [];
  const names: string[][] = [];
  const uids: string[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[A-Z-]+=[^:;]+)*:(.*)$/.exec(line) ?? [];
    if (name === "") problems.push(`no property: ${line}`);
    if (name === "BEGIN") {
      open.push(value);
      names.push([]);
    } else if (name === "END") {
      const inside = names.pop() ?? [];
      if (open.pop() !== value) problems.push(`END:${value} stands alone`);
      if (value === "VEVENT")
        for (const one of ONCE) if (inside.filter((other) => other === one).length !== 1) problems.push(`not one ${one}`);
      if (value === "VCALENDAR" && !(inside.includes("VERSION") && inside.includes("PRODID"))) problems.push("no VERSION or PRODID");
    } else names.at(-1)?.push(name);
    if (name === "UID") uids.push(value);
    if (name === "DTSTAMP" && !/^\d{8}T\d{6}Z$/.test(value)) problems.push(`DTSTAMP is ${value}`);
    const zone = /;TZID=([^:;]+)/.exec(line)?.[1];
    if (zone !== undefined && !lines.includes(`TZID:${zone}`)) problems.push(`no VTIMEZONE for ${zone}`);
  }
  if (open.length > 0) problems.push("something is not closed");
  if (!lines.includes("BEGIN:VEVENT")) problems.push("there is no entry");
  if (new Set(uids).size !== uids.length) problems.push("a UID is there twice");
  return problems;
}
