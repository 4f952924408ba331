/** The shapes of Sessionize's views: where in each the sessions, speakers, rooms and categories are. */
import type { ForeignFile, Place } from "../importer.ts";
import { jsonPlace, type JsonPath } from "./json.ts";
import { lineOf, textOf } from "./reading.ts";
import { isObject } from "../../text/is-object.ts";

export interface Row {
  data: Record<string, unknown>;
  place: Place;
}

export interface View {
  file: ForeignFile;
  sessions: Row[];
  speakers: Row[];
  /** Names by numbers; views other than All write names themselves. */
  rooms: ReadonlyMap<string, string>;
  /** The name of a category's entry, and of the category, by the entry's number. */
  categories: ReadonlyMap<string, { category: string; name: string }>;
  questions: ReadonlyMap<string, string>;
  /** Tag lines of speakers by their numbers. */
  roles: ReadonlyMap<string, string>;
  speakersOf(session: Record<string, unknown>): { id: string; name: string }[];
}

/** All sessions and speakers of a view, whatever view it is. */
export function rowsOf(file: ForeignFile, value: unknown): View {
  const sessions: Row[] = [];
  const speakers: Row[] = [];
  const take = (rows: Row[], list: unknown, path: JsonPath) => {
    if (!Array.isArray(list)) return;
    for (const [index, data] of list.entries()) if (isObject(data)) rows.push({ data, place: jsonPlace(file, [...path, index]) });
  };
  if (isObject(value)) {
    take(sessions, value["sessions"], ["sessions"]);
    take(speakers, value["speakers"], ["speakers"]);
    if (sessions.length === 0 && Array.isArray(value["rooms"])) takeDay(value, []);
  } else if (Array.isArray(value)) {
    if (value.some(isPerson)) take(speakers, value, []);
    else if (value.some((one) => isObject(one) && "title" in one && !("sessions" in one))) take(sessions, value, []);
    else for (const [index, group] of value.entries()) if (isObject(group)) takeGroup(group, [index]);
  }

  function takeGroup(group: Record<string, unknown>, path: JsonPath): void {
    if (Array.isArray(group["sessions"])) take(sessions, group["sessions"], [...path, "sessions"]);
    else takeDay(group, path);
  }

  /** A day of GridSmart lists its sessions by rooms and again by times; only some exports have both. */
  function takeDay(day: Record<string, unknown>, path: JsonPath): void {
    const before = sessions.length;
    takeRooms(day["rooms"], [...path, "rooms"]);
    if (sessions.length > before || !Array.isArray(day["timeSlots"])) return;
    for (const [index, slot] of day["timeSlots"].entries())
      if (isObject(slot)) takeRooms(slot["rooms"], [...path, "timeSlots", index, "rooms"]);
  }

  function takeRooms(rooms: unknown, path: JsonPath): void {
    for (const [index, room] of (Array.isArray(rooms) ? rooms : []).entries()) {
      if (!isObject(room)) continue;
      const before = sessions.length;
      take(sessions, room["sessions"], [...path, index, "sessions"]);
      if (isObject(room["session"])) sessions.push({ data: room["session"], place: jsonPlace(file, [...path, index, "session"]) });
      const name = lineOf(room["name"]);
      for (const row of sessions.slice(before)) row.data = { room: name, ...withoutNulls(row.data) };
    }
  }

  return { file, sessions, speakers, ...lookups(value, speakers), speakersOf };
}

const isPerson = (one: unknown) =>
  isObject(one) && ("tagLine" in one || "fullName" in one || "firstName" in one || "profilePicture" in one);
const withoutNulls = (data: Record<string, unknown>) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

function lookups(value: unknown, speakers: readonly Row[]): Pick<View, "rooms" | "categories" | "questions" | "roles"> {
  const all = isObject(value) ? value : {};
  const list = (name: string) => (Array.isArray(all[name]) ? all[name] : []).filter(isObject);
  const categories = list("categories").flatMap((category) =>
    (Array.isArray(category["items"]) ? category["items"] : [])
      .filter(isObject)
      .map((item): [string, { category: string; name: string }] => [
        textOf(item["id"]),
        { category: lineOf(category["title"] ?? category["name"]), name: lineOf(item["name"]) },
      ]),
  );
  return {
    rooms: new Map(list("rooms").map((room) => [textOf(room["id"]), lineOf(room["name"])])),
    categories: new Map(categories),
    questions: new Map(list("questions").map((one) => [textOf(one["id"]), lineOf(one["question"])])),
    roles: new Map(speakers.map(({ data }) => [textOf(data["id"]), lineOf(data["tagLine"])])),
  };
}

function speakersOf(session: Record<string, unknown>): { id: string; name: string }[] {
  const listed = Array.isArray(session["speakers"])
    ? session["speakers"]
    : Array.isArray(session["speakerIds"])
      ? session["speakerIds"]
      : [];
  return listed.map((one: unknown) =>
    isObject(one)
      ? { id: textOf(one["id"]), name: textOf(one["name"] ?? one["fullName"]) }
      : { id: textOf(one), name: /\s/.test(textOf(one)) ? textOf(one) : "" },
  );
}
