/** Reads schedule.json, versions 1 and 2, as frab, pretalx, c3voc and their relatives write it. */
import { isOwnGenerator } from "../publishing/generator.ts";
import type { ForeignFile, Imported, Importer } from "./importer.ts";
import { joinImported } from "./parts/join.ts";
import { readJson } from "./parts/json.ts";
import { problemAt, wholeFile } from "./parts/place.ts";
import { readSchedule, type Schedule } from "./parts/schedule-conference.ts";
import { eventsOfVersion2 } from "./parts/schedule-v2.ts";
import { Reading } from "./parts/reading.ts";
import { entriesOf, jsonNode } from "./parts/schedule-node.ts";
import { isObject } from "../text/is-object.ts";

export const scheduleJson: Importer = {
  name: "schedule-json",
  title: "schedule.json, versions 1 and 2 (frab, pretalx, c3voc)",
  recognises: ({ text }) => {
    const start = text.slice(0, 50_000);
    return /^\s*\{/.test(start) && /"schedule"\s*:\s*\{/.test(start) && /"(conference|days)"\s*:\s*[[{]/.test(start);
  },
  read: (files) => joinImported(files.map(readFile)),
};

function readFile(file: ForeignFile): Imported {
  const reading = new Reading();
  const { value, problem, markRow } = readJson(file, reading);
  if (problem) return { conferences: [], rows: 0, refused: [], problems: [problem], notKept: new Map() };
  const schedule = isObject(value) && isObject(value["schedule"]) ? value["schedule"] : undefined;
  const conference = schedule && (isObject(schedule["conference"]) ? schedule["conference"] : {});
  if (!schedule || !conference) {
    const complaint = {
      rule: "not-a-schedule",
      severity: "error",
      message: "There is no `schedule` in the file.",
      hint: "Give a schedule.json, or another format with `--format`.",
    } as const;
    return { conferences: [], rows: 0, refused: [], problems: [problemAt(wholeFile(file), complaint)], notKept: new Map() };
  }
  const groups: Schedule["groups"] = [];
  const days: [(string | number)[], unknown][] = [
    ...entriesOf(conference["days"]).map(([key, day]): [(string | number)[], unknown] => [["schedule", "conference", "days", key], day]),
    ...entriesOf(schedule["days"] ?? schedule["day"]).map(([key, day]): [(string | number)[], unknown] => [["schedule", "days", key], day]),
  ];
  for (const [path, day] of days) {
    if (!isObject(day)) continue;
    const dayNode = jsonNode(file, day, path);
    for (const [key, room] of entriesOf(day["rooms"])) {
      // A room is its list of events; some write a record with a name and the list.
      const inner = isObject(room) ? (["events", "talks", "event"].find((name) => name in room) ?? "events") : undefined;
      const listPath = [...path, "rooms", key, ...(inner === undefined ? [] : [inner])];
      const name = isObject(room) ? jsonNode(file, room, listPath).text("name", "title") : "";
      const events = entriesOf(inner === undefined ? room : (room as Record<string, unknown>)[inner]);
      groups.push({
        day: dayNode,
        room: name || (typeof key === "string" ? key : ""),
        events: events.map(([index, event]) => {
          markRow(event);
          return jsonNode(file, event, [...listPath, index]);
        }),
      });
    }
  }
  const events = eventsOfVersion2(file, schedule, conference, markRow);
  if (events.length > 0) groups.push({ day: undefined, room: "", events });
  const generator = isObject(value) ? value["generator"] : undefined;
  const own = isObject(generator) && isOwnGenerator(generator["name"]);
  const nodes = { conference: jsonNode(file, conference, ["schedule", "conference"]), groups, own };
  return reading.finish(readSchedule({ ...nodes, baseUrl: jsonNode(file, schedule, ["schedule"]).text("base_url") }, reading));
}
