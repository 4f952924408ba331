/** Reads schedule.xml as frab, pentabarf, pretalx and FOSDEM write it. */
import { isOwnGenerator } from "../publishing/generator.ts";
import type { ForeignFile, Imported, Importer } from "./importer.ts";
import { readSchedule, type Schedule } from "./parts/schedule-conference.ts";
import { type ScheduleNode, xmlNode } from "./parts/schedule-node.ts";
import { wholeFile, problemAt } from "./parts/place.ts";
import { readXml, type XmlElement } from "./parts/xml.ts";
import { joinImported } from "./parts/join.ts";
import { Reading } from "./parts/reading.ts";

export const scheduleXml: Importer = {
  name: "schedule-xml",
  title: "schedule.xml (frab, pentabarf, pretalx, FOSDEM)",
  recognises: ({ text }) => {
    const [, root] = /<((?:\w+:)?[a-z][\w.-]*)/i.exec(text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, "")) ?? [];
    return /^\s*</.test(text) && /^(\w+:)?schedule$/i.test(root ?? "");
  },
  read: (files) => joinImported(files.map(readFile)),
};

function readFile(file: ForeignFile): Imported {
  const reading = new Reading();
  const { root, problems } = readXml(file, reading);
  if (root?.name !== "schedule")
    return {
      conferences: [],
      rows: 0,
      refused: [],
      notKept: new Map(),
      problems: [
        ...problems,
        problemAt(wholeFile(file), {
          rule: "not-a-schedule",
          severity: "error",
          message: "There is no `<schedule>` in the file.",
          hint: "Give a schedule.xml, or another format with `--format`.",
        }),
      ],
    };
  for (const problem of problems) reading.add(problem);
  return reading.finish(readSchedule(scheduleOf(file, root), reading));
}

const ROW_NAMES = new Set(["event", "entry"]);

function scheduleOf(file: ForeignFile, root: XmlElement): Schedule {
  const empty: XmlElement = { ...root, children: [], attributes: {}, text: "" };
  const conference = root.children.find(({ name }) => name === "conference") ?? empty;
  const generator = [...root.children, ...conference.children].find(({ name }) => name === "generator");
  const groups: Schedule["groups"] = [];
  const collect = (element: XmlElement, day: ScheduleNode | undefined, room: string) => {
    // A node counts as read, so that only what is read may be made one.
    const node = ["day", "room"].includes(element.name) ? xmlNode(file, element) : undefined;
    const inDay = element.name === "day" ? node : day;
    const inRoom = element.name === "room" && node ? node.text("name") || node.own : room;
    const rows = element.children.filter(({ name }) => ROW_NAMES.has(name));
    for (const row of rows) row.isRow = true;
    const events = rows.map((child) => xmlNode(file, child));
    if (events.length > 0) groups.push({ day: inDay, room: inRoom, events });
    for (const child of element.children) if (!ROW_NAMES.has(child.name)) collect(child, inDay, inRoom);
  };
  collect(root, undefined, "");
  return { conference: xmlNode(file, conference), groups, own: isOwnGenerator(generator?.attributes["name"]) };
}
