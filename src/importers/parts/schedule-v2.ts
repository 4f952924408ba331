/** The events of schedule.json, version 2 (c3voc): one list for all days, people and tracks told once and referred to. */
import type { ForeignFile } from "../importer.ts";
import { entriesOf, jsonNode, type ScheduleNode } from "./schedule-node.ts";
import { isObject } from "../../text/is-object.ts";

/** The events as nodes of version 1 are: the names of rooms and tracks in place of references, people with all that is told of them. */
export function eventsOfVersion2(
  file: ForeignFile,
  schedule: Record<string, unknown>,
  conference: Record<string, unknown>,
  markRow: (object: unknown) => void,
): ScheduleNode[] {
  const rooms = namesOf(conference["rooms"]);
  const tracks = namesOf(conference["tracks"]);
  const people = new Map(
    entriesOf(schedule["persons"]).flatMap(([key, person]): [string, ScheduleNode][] => {
      if (!isObject(person)) return [];
      markRow(person);
      const node = jsonNode(file, person, ["schedule", "persons", key]);
      return [[node.text("guid", "code", "id"), node]];
    }),
  );
  return entriesOf(schedule["events"]).map(([key, event]) => {
    markRow(event);
    const node = jsonNode(file, event, ["schedule", "events", key]);
    const fields = isObject(event) ? event : {};
    return {
      place: node.place,
      own: "",
      cutOff: false,
      placeOf: (name) => node.placeOf(name === "date" ? "start" : name),
      notices: (isMeant) => node.notices(isMeant),
      text(...names) {
        for (const name of names) {
          const text =
            name === "room"
              ? referred(fields["room"], rooms)
              : name === "track"
                ? referred(fields["track"], tracks)
                : name === "date"
                  ? node.text("start")
                  : name === "start"
                    ? ""
                    : node.text(name);
          if (text !== "") return text;
        }
        return "";
      },
      list: (name, item) =>
        name === "persons"
          ? node.list("participants", "participant").map((one) => joined(one, people.get(one.text("guid", "code", "id"))))
          : node.list(name, item),
    };
  });
}

/** What is told of a person elsewhere in the file, where their part in the event says nothing of it. */
function joined(here: ScheduleNode, there: ScheduleNode | undefined): ScheduleNode {
  if (!there) return here;
  const { place, placeOf, list, cutOff } = here;
  const notices: ScheduleNode["notices"] = (isMeant) => [...here.notices(isMeant), ...there.notices(isMeant)];
  return { place, placeOf, list, notices, cutOff, own: "", text: (...names) => here.text(...names) || there.text(...names) };
}

/** Names by what refers to them. */
function namesOf(list: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, entry] of entriesOf(list)) {
    if (!isObject(entry) || typeof entry["name"] !== "string") continue;
    for (const field of ["guid", "slug"]) if (typeof entry[field] === "string") names.set(entry[field], entry["name"]);
  }
  return names;
}

function referred(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === "string") return names.get(value) ?? value.trim();
  if (!isObject(value)) return "";
  if (typeof value["name"] === "string") return value["name"].trim();
  for (const field of ["guid", "slug"]) {
    const reference = value[field];
    if (typeof reference === "string" && reference !== "") return names.get(reference) ?? (field === "slug" ? reference : "");
  }
  return "";
}
