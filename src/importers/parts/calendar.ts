/** Reads iCalendar files (ical.js), line by line, so that one broken line costs no more than itself. */
import { addTo } from "../../text/add-to.ts";
import { count } from "../../text/wording.ts";
import ICAL from "ical.js";
import type { ForeignFile, Place } from "../importer.ts";
import { WatchedFields } from "./field-use.ts";
import type { Reading } from "./reading.ts";

export interface CalendarProperty {
  /** Of a text, with its escapes undone; of a list, all its values. */
  values: string[];
  /** By names in lower case. */
  parameters: Readonly<Record<string, string | string[] | undefined>>;
  place: Place;
}

/** The fields of a calendar or of one of its events. */
export interface CalendarPart {
  place: Place;
  properties: WatchedFields<CalendarProperty[]>;
  /** Whether the file ends in the middle of it. */
  cutOff: boolean;
  /** The first value of a property; empty where there is none. */
  text(name: string): string;
}

export interface Calendar {
  head: CalendarPart;
  events: CalendarPart[];
  /** Lines that are none of iCalendar. */
  broken: Place[];
  /** The zones that the file defines, by the names that its times use. */
  zones: ReadonlyMap<string, DefinedZone>;
}

/** A time zone as a file defines it. */
export interface DefinedZone {
  /** The offset that its rules give a local time, such as `+01:00`; nothing where they cannot be read. */
  offsetAt(date: string, clock: string): string | undefined;
}

/** What calendars hold beside events and what says how they are meant: tasks and notes. */
const NO_TALK = /^(VTODO|VJOURNAL)$/i;

interface Line {
  text: string;
  start: number;
  end: number;
}

/** In a long text, `Note: …` is a sentence; the names of properties are in capitals there. */
const LONG_TEXT = /^(DESCRIPTION|SUMMARY|COMMENT|X-ALT-DESC)[;:]/i;
const NAMED_AFTER_TEXT = /^[A-Z][A-Z0-9-]*[;:]/;

/** Reads the file; several calendars in one file are read as one. */
export function readCalendar(file: ForeignFile, reading: Reading): Calendar {
  const broken: Place[] = [];
  const events: CalendarPart[] = [];
  const head = new Map<string, CalendarProperty[]>();
  const open: string[] = [];
  const zones = new Map<string, DefinedZone>();
  let zone: string[] | undefined;
  let event: { properties: Map<string, CalendarProperty[]>; start: number } | undefined;
  const finish = (end: number, cutOff: boolean) => {
    if (event) events.push(part(file, event.properties, event.start, end, cutOff, reading));
    event = undefined;
  };
  let last = 0;
  const others = new Map<string, Place[]>();
  for (const line of unfold(file.text)) {
    const [, word = "", name = ""] = /^(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(line.text) ?? [];
    last = line.end;
    if (/^begin$/i.test(word) && /^vtimezone$/i.test(name)) zone = [];
    zone?.push(line.text);
    if (/^end$/i.test(word) && /^vtimezone$/i.test(name) && zone) {
      const [, id = ""] = /^TZID[^:]*:(.*)$/im.exec(zone.join("\n")) ?? [];
      if (id.trim() !== "" && zones.size < MOST_ZONES) zones.set(id.trim(), definedZone(zone));
      zone = undefined;
    }
    if (/^begin$/i.test(word)) {
      if (/^vevent$/i.test(name)) {
        finish(line.start, true);
        event = { properties: new Map(), start: line.start };
      }
      if (open.length <= 1 && NO_TALK.test(name)) addTo(others, name.toUpperCase(), { file, start: line.start, end: line.end });
      open.push(name.toUpperCase());
    } else if (word !== "") {
      open.splice(Math.max(0, open.lastIndexOf(name.toUpperCase())));
      if (/^vevent$/i.test(name)) finish(line.end, false);
    } else {
      const target = open.at(-1) === "VEVENT" ? event?.properties : open.length <= 1 ? head : undefined;
      const property = target && readLine(line, file);
      if (property) {
        addTo(target, property.name, property.value);
      } else if (target) broken.push({ file, start: line.start, end: line.end });
    }
  }
  finish(last, true);
  for (const [name, places] of others)
    if (places[0])
      reading.warn(
        places[0],
        "not-a-talk",
        `${count(places.length, "entry", "entries")} of the kind ${name} ${places.length === 1 ? "is" : "are"} left out: only events are imported.`,
        "If they are talks, make them events (VEVENT) at the source, or write the records by hand.",
      );
  return { head: part(file, head, 0, 0, false, reading), events, broken, zones };
}

/** A rule of a zone: a day of a month, every year, and such that no year goes by without one. A hostile rule would take for ever. */
const DAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
const PARTS_OF_RULE = new RegExp(
  `^(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=(?:[1-9]|1[0-2])|BYMONTHDAY=(?:[1-9]|1\\d|2[0-8])(?:,\\d{1,2}){0,6}|BYDAY=(?:[+-]?[1-4])?${DAY}|UNTIL=\\d{8}(?:T\\d{6}Z?)?|WKST=${DAY})$`,
  "i",
);
/** More zones, or more rules of one, has no calendar of a conference. */
const MOST_ZONES = 20;
const MOST_RULES = 10;

/** Outlook writes the year 1601. */
const isBeforeClocks = (line: string) => /^\s*DTSTART.*:(?:0\d|1[0-5])\d{6}T/i.test(line);
const isRule = (line: string) => /^\s*RRULE/i.test(line);

function isPlain(rule: string): boolean {
  const parts = rule.replace(/^RRULE:|;$/gi, "").split(";");
  const names = new Set(parts.map((part) => part.replace(/=.*/, "").toUpperCase()));
  const isInMonth = names.has("BYMONTH") || !(names.has("BYDAY") || names.has("BYMONTHDAY"));
  const isPossible = !(names.has("BYMONTHDAY") && /BYDAY=[-+\d]/i.test(rule));
  return names.size === parts.length && names.has("FREQ") && isInMonth && isPossible && parts.every((part) => PARTS_OF_RULE.test(part));
}

/** No rules are worked out for later times. */
const LATEST = "2100";

/** A definition by rules that go on every year; others are not worked out. */
function definedZone(lines: readonly string[]): DefinedZone {
  const rules = lines.filter(isRule);
  const isYearly = lines.length < 2000 && rules.length <= MOST_RULES && rules.every(isPlain) && !lines.some(isBeforeClocks);
  let zone: InstanceType<typeof ICAL.Timezone> | undefined;
  return {
    offsetAt(date, clock) {
      if (!isYearly || date > LATEST) return undefined;
      try {
        zone ??= new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(lines.join("\r\n")) as unknown[]) });
        const minutes = Math.round(zone.utcOffset(ICAL.Time.fromDateTimeString(`${date}T${clock}:00`)) / 60);
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
      } catch {
        return undefined;
      }
    },
  };
}

function part(
  file: ForeignFile,
  written: ReadonlyMap<string, CalendarProperty[]>,
  start: number,
  end: number,
  cutOff: boolean,
  reading: Reading,
): CalendarPart {
  const properties = new WatchedFields(written, (all) => all.flatMap(({ values }) => values).join("\n"));
  reading.watch(properties);
  return { place: { file, start, end }, properties, cutOff, text: (name) => properties.get(name)?.[0]?.values[0]?.trim() ?? "" };
}

/** Whole lines: folded ones put together; a line without a name goes on with the text before it, as careless programs write it. */
function* unfold(text: string): Generator<Line> {
  let line: { parts: string[]; start: number; end: number } | undefined;
  for (const match of text.matchAll(/[^\r\n]*(?:\r?\n|\r|$)/g)) {
    const raw = match[0].replace(/[\r\n]+$/, "");
    if (line && /^[ \t]/.test(raw)) line.parts.push(raw.slice(1));
    else if (line && raw !== "" && LONG_TEXT.test(line.parts[0] ?? "") && !NAMED_AFTER_TEXT.test(raw)) line.parts.push(`\\n${raw}`);
    else if (raw !== "") {
      if (line) yield { text: line.parts.join(""), start: line.start, end: line.end };
      line = { parts: [raw], start: match.index, end: match.index };
    }
    if (line && raw !== "") line.end = match.index + raw.length;
  }
  if (line) yield { text: line.parts.join(""), start: line.start, end: line.end };
}

/** A backslash before a comma is never meant: the program escaped the text twice, so that it is read twice. */
function unescapeTwice(text: string): string {
  if (!/\\[,;]/.test(text)) return text;
  return text.replace(/\\([,;\\nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? "\n" : escaped));
}

function readLine(line: Line, file: ForeignFile): { name: string; value: CalendarProperty } | undefined {
  try {
    const [name, parameters, , ...values] = ICAL.parse.property(line.text) as [string, Record<string, string>, string, ...unknown[]];
    return {
      name,
      value: { values: values.map((value) => unescapeTwice(String(value))), parameters, place: { file, start: line.start, end: line.end } },
    };
  } catch {
    // what ical.js cannot read is read as a text without parameters, if it has a name
    const [, name, value = ""] = /^([A-Za-z][A-Za-z0-9-]*)(?:;[^:]*)?:([\s\S]*)$/.exec(line.text) ?? [];
    if (name === undefined) return undefined;
    return { name: name.toLowerCase(), value: { values: [value], parameters: {}, place: { file, start: line.start, end: line.end } } };
  }
}
