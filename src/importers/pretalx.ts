/** Reads the JSON of pretalx's API: pages of submissions or talks, of speakers, rooms and tracks, and the event itself. */
import { clip } from "../model/records/fields.ts";
import type { ForeignAppearance, ForeignConference, ForeignFile, ForeignSpeaker, ForeignTalk, ForeignTime, Importer } from "./importer.ts";
import { type JsonPath, jsonPlace, readJson } from "./parts/json.ts";
import { placeMedia } from "./parts/media-links.ts";
import { filled, lineOf, listOf, Reading, textOf } from "./parts/reading.ts";
import { isObject, scalar } from "./parts/schedule-node.ts";
import { joinTexts, scheduleText } from "./parts/schedule-text.ts";
import { isYes, optOutOf, statusOf } from "./parts/stated.ts";
import { readDuration } from "./parts/schedule-time.ts";

export const pretalx: Importer = {
  name: "pretalx-api",
  title: "pretalx API JSON (submissions, talks, speakers, rooms, tracks, event)",
  recognises: ({ text }) => {
    const start = text.slice(0, 100_000);
    if (!/^\s*[[{]/.test(start)) return false;
    const isTalk = /"submission_type(_id)?"\s*:/.test(start) && /"(code|state)"\s*:/.test(start);
    const isSpeaker = /"code"\s*:/.test(start) && /"biography"\s*:/.test(start) && /"(submissions|avatar|avatar_url)"\s*:/.test(start);
    const isEvent = /"date_from"\s*:/.test(start) && /"date_to"\s*:/.test(start) && /"slug"\s*:/.test(start);
    return isTalk || isSpeaker || isEvent || isLookup(start);
  },
  read(files) {
    const reading = new Reading();
    return reading.finish(readAll(files, reading));
  },
};

type Data = Record<string, unknown>;
type Row = { data: Data; place: ReturnType<typeof jsonPlace> };

/** Pages of rooms or tracks, which submissions name by number. */
const isLookup = (text: string) =>
  /"results"\s*:/.test(text) && /"name"\s*:\s*\{/.test(text) && /"(capacity|position|color|requires_access_code)"\s*:/.test(text);

function readAll(files: readonly ForeignFile[], reading: Reading): ForeignConference[] {
  const submissions: Row[] = [];
  const people: Row[] = [];
  const names = new Map<string, string>();
  let event: Row | undefined;
  for (const file of files) {
    const { value, problem, markRow } = readJson(file, reading);
    if (problem) reading.add(problem);
    const take = (list: unknown, path: JsonPath) => {
      for (const [index, data] of listOf(list).entries()) {
        if (!isObject(data)) continue;
        markRow(data);
        const row = { data, place: jsonPlace(file, [...path, index]) };
        if ("title" in data || "submission_type" in data) submissions.push(row);
        else if ("code" in data) people.push(row);
        else if ("id" in data && "name" in data) names.set(textOf(data["id"]), scalar(data["name"]));
      }
    };
    if (Array.isArray(value)) take(value, []);
    else if (isObject(value) && "date_from" in value) {
      if (event)
        reading.warn(
          event.place,
          "two-events",
          `The files hold several events, of which \`${clip(scalar(value["name"]))}\` is taken for all talks.`,
          "Import each event from a folder of its own.",
        );
      event = { data: value, place: jsonPlace(file, []) };
    } else if (isObject(value)) for (const field of ["results", "slots", "breaks", "talks"]) take(value[field], [field]);
  }
  const speakers = people.flatMap((row) => readSpeaker(row, reading));
  const known = new Map(speakers.map((speaker) => [speaker.key, speaker.name]));
  const talks = submissions.flatMap((row) => readSubmission(row, known, names, reading) ?? []);
  const { data = {}, place } = event ?? {};
  const slug = textOf(data["slug"]);
  const urls = isObject(data["urls"]) ? data["urls"] : {};
  const url = place && reading.address(textOf(urls["base"]), place);
  const conference: ForeignConference = {
    key: slug || "pretalx",
    event: filled({
      name: scalar(data["name"]),
      startDate: place && reading.stamp(textOf(data["date_from"]), place)?.date,
      endDate: place && reading.stamp(textOf(data["date_to"]), place)?.date,
      timezone: place && reading.zone(textOf(data["timezone"]), place),
      sources: listOf(url) as string[],
    }),
    ...filled({ slug }),
    talks,
    speakers,
  };
  return talks.length + speakers.length > 0 || event ? [conference] : [];
}

function readSpeaker({ data, place }: Row, reading: Reading): ForeignSpeaker[] {
  reading.row();
  const name = lineOf(data["name"]);
  if (name === "") {
    reading.refuse(place, "name-missing", "The speaker has no name.", "Write the name in the file, or leave the speaker out of it.");
    return [];
  }
  return [{ rows: [place], key: textOf(data["code"]), name, ...filled({ bio: scheduleText(textOf(data["biography"])) }) }];
}

/** States of what was never part of the programme. */
const NOT_HELD = /^(submitted|rejected|withdrawn|draft|deleted)$/;

function readSubmission(
  { data, place }: Row,
  people: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  reading: Reading,
): ForeignTalk | undefined {
  reading.row();
  const title = reading.title(scalar(data["title"]), place);
  if (title === undefined) return undefined;
  const state = textOf(data["state"]);
  if (NOT_HELD.test(state)) {
    const hint = "If it was held all the same, write `confirmed` in the file.";
    return reading.refuse(place, "not-accepted", `“${clip(title)}” is \`${state}\`.`, hint);
  }
  const named = (value: unknown) => names.get(scalar(value)) ?? scalar(isObject(value) && "name" in value ? value["name"] : value);
  const slot = isObject(data["slot"]) ? data["slot"] : (listOf(data["slots"]).find(isObject) ?? {});
  const speakers = listOf(data["speakers"]).flatMap((one) => appearanceOf(one, people, title, place, reading));
  const resources = listOf(data["resources"])
    .filter(isObject)
    .map((one) => ({ url: textOf(one["resource"]), title: scalar(one["description"]) }));
  const media = placeMedia(resources, (written) => reading.address(written, place));
  return {
    rows: [place],
    key: textOf(data["code"]) || title,
    ...filled({ when: timeOf(slot, data["duration"], place, reading) }),
    record: {
      title,
      ...filled({
        abstract: joinTexts(title, "", scheduleText(scalar(data["abstract"])), scheduleText(scalar(data["description"]))),
        room: named(slot["room"]),
        track: named(data["track"]),
        kind: reading.kind(named(data["submission_type"]), title, speakers.length > 0, "submission_type"),
        topics: reading.topics(listOf(data["tags"]).map(named)),
      }),
      ...reading.languages(textOf(data["content_locale"]), place),
      ...statusOf(state, reading, "state"),
      ...media,
      ...optOutOf(data["do_not_record"] === true || isYes(textOf(data["do_not_record"])), media, reading, "do_not_record"),
    },
    speakers,
  };
}

function appearanceOf(
  value: unknown,
  people: ReadonlyMap<string, string>,
  title: string,
  place: Row["place"],
  reading: Reading,
): ForeignAppearance[] {
  const key = textOf(isObject(value) ? value["code"] : value);
  const name = (isObject(value) ? lineOf(value["name"]) : "") || people.get(key);
  if (name === undefined || name === "")
    return (
      reading.warn(
        place,
        "speaker-unknown",
        `A speaker of “${clip(title)}” has no name in the file, only the code \`${clip(key)}\`.`,
        "Save the page `speakers/` of the API, too, and import both together.",
      ) ?? []
    );
  const bio = isObject(value) && !people.has(key) ? scheduleText(textOf(value["biography"])) : "";
  return [{ name, ...filled({ key, bio }) }];
}

function timeOf(slot: Data, duration: unknown, place: Row["place"], reading: Reading): ForeignTime | undefined {
  const start = reading.stamp(textOf(slot["start"]), place);
  const end = reading.stamp(textOf(slot["end"]), place);
  if (!start) return textOf(duration) === "" ? undefined : reading.drop("duration");
  const until = end?.time === undefined ? undefined : { date: end.date, time: end.time, offset: end.offset };
  const minutes = until === undefined ? readDuration(textOf(duration)) : undefined;
  if (until === undefined && minutes === undefined && textOf(duration) !== "") reading.drop("duration");
  return { date: start.date, ...filled({ start: start.time, offset: start.offset, end: until, duration: minutes }) };
}
