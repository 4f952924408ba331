/** RubyEvents' schedule.yml: its slots give the talks of each day their times, in the order of both files. */
import { append } from "../../text/append.ts";
import { count } from "../../text/wording.ts";
import type { ForeignTalk, ForeignTime } from "../importer.ts";
import { filled, type Reading } from "./reading.ts";
import { kindOf } from "./schedule-text.ts";
import { textToMarkdown } from "./text-to-markdown.ts";
import type { YamlValue } from "./yaml.ts";

interface Slot {
  row: YamlValue;
  start: string | undefined;
  end: string | undefined;
  slots: number;
  items: YamlValue[];
}

/** Adds the times of the slots to the talks of the programme; what the schedule has beside them comes back as talks of their own. */
export function addSchedule(schedule: YamlValue, talks: readonly ForeignTalk[], reading: Reading): ForeignTalk[] {
  const breaks: ForeignTalk[] = [];
  for (const day of schedule.fields.get("days")?.items ?? []) {
    const date = reading.stamp(day.line("date"), day.placeOf("date"))?.date;
    const slots = (day.fields.get("grid")?.items ?? []).map((row) => slotOf(row, reading));
    for (const { start, end } of date === undefined ? slots : []) {
      if (start !== undefined) reading.drop("start_time");
      if (end !== undefined) reading.drop("end_time");
    }
    for (const slot of slots) for (const item of slot.items) append(breaks, readItem(item, slot, date, reading));
    const held = talks.filter(({ when }) => date !== undefined && when?.date === date && when.start === undefined);
    const places = fittingPlaces(slots, held.length);
    if (places) for (const [index, talk] of held.entries()) talk.when = timeOf(date ?? "", places[index], reading);
    else if (held.length > 0 && slots.length > 0)
      reading.warn(
        day.place,
        "schedule-does-not-fit",
        `${count(held.length, "talk")} of ${date} cannot be told apart among the slots of the schedule, so their times are left out.`,
        "List as many talks of the day in videos.yml as its slots hold, in running order, or add the times to the records by hand.",
      );
  }
  return breaks;
}

function slotOf(row: YamlValue, reading: Reading): Slot {
  const clock = (name: string) => reading.clock(row.line(name), row.placeOf(name));
  const slots = Number(row.line("slots") || "1");
  return {
    row,
    start: clock("start_time"),
    end: clock("end_time"),
    slots: Number.isInteger(slots) && slots >= 0 && slots < 1000 ? slots : 1,
    items: row.fields.get("items")?.items ?? [],
  };
}

/** One slot for every talk, if the day has just as many: items take the place of a talk, or of the whole row. */
function fittingPlaces(slots: readonly Slot[], talks: number): Slot[] | undefined {
  const perItem = slots.flatMap((slot) => Array<Slot>(Math.max(0, slot.slots - slot.items.length)).fill(slot));
  const perRow = slots.flatMap((slot) => (slot.items.length > 0 ? [] : Array<Slot>(slot.slots).fill(slot)));
  return [perRow, perItem].find((places) => places.length === talks);
}

function timeOf(date: string, slot: Slot | undefined, reading: Reading): ForeignTime {
  return { date, ...reading.clocks(date, slot?.start, slot?.end, "end_time") };
}

function readItem(item: YamlValue, slot: Slot, date: string | undefined, reading: Reading): ForeignTalk[] {
  reading.row();
  const title = reading.title(item.text || item.line("title") || item.line("name"), item.place);
  if (title === undefined) return [];
  const isTalkLike = /workshop|keynote|panel|lightning/i.test(title);
  const kind = kindOf(title, title, false);
  return [
    {
      rows: [item.place],
      key: `${date ?? ""} ${slot.start ?? ""} ${title}`.trim(),
      record: {
        title,
        ...filled({
          abstract: textToMarkdown(item.fields.get("description")?.text ?? ""),
          kind: isTalkLike || (kind !== undefined && kind !== "other") ? kind : ("break" as const),
        }),
      },
      ...(date !== undefined && { when: timeOf(date, slot, reading) }),
      speakers: [],
    },
  ];
}
