/** Reads Indico's export API: events with their contributions, sessions and subcontributions. */
import { clip } from "../model/records/fields.ts";
import { resolveLocal } from "../model/time.ts";
import type { ForeignAppearance, ForeignConference, ForeignFile, ForeignTalk, ForeignTime, Importer, Place } from "./importer.ts";
import { type JsonPath, jsonPlace, readJson } from "./parts/json.ts";
import { placeMedia } from "./parts/media-links.ts";
import { wholeFile } from "./parts/place.ts";
import { filled, lineOf, listOf, Reading, textOf } from "./parts/reading.ts";
import { joinTexts } from "./parts/schedule-text.ts";
import { readDuration } from "./parts/schedule-time.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { isObject } from "../text/is-object.ts";

export const indico: Importer = {
  name: "indico",
  title: "Indico JSON (export API, /export/event/….json?detail=contributions)",
  recognises: ({ text }) => /^\s*\{/.test(text) && /"_type"\s*:\s*"(HTTPAPIResult|Conference|Contribution)"/.test(text.slice(0, 200_000)),
  read(files) {
    const reading = new Reading();
    return reading.finish(files.flatMap((file) => readFile(file, reading)));
  },
};

type Data = Record<string, unknown>;

/** What stands around a contribution. */
interface Around {
  file: ForeignFile;
  reading: Reading;
  markRow: (object: unknown) => void;
  /** The place of the event, which its contributions repeat. */
  location: string;
  session: string;
  /** The number of the contribution that it is a part of; parts are numbered anew in each. */
  within?: string;
}

function readFile(file: ForeignFile, reading: Reading): ForeignConference[] {
  const { value, problem, markRow } = readJson(file, reading);
  if (problem) reading.add(problem);
  if (!isObject(value)) return [];
  const results = Array.isArray(value["results"]) ? value["results"] : [value];
  return results.flatMap((event: unknown, index: number) => {
    const path = Array.isArray(value["results"]) ? ["results", index] : [];
    return isObject(event) ? [conferenceOf(event, path, file, reading, markRow)] : [];
  });
}

function conferenceOf(
  event: Data,
  path: JsonPath,
  file: ForeignFile,
  reading: Reading,
  markRow: (object: unknown) => void,
): ForeignConference {
  const place = jsonPlace(file, path);
  const location = lineOf(event["location"]);
  const around: Around = { file, reading, markRow, location, session: "" };
  const talks = [
    ...contributionsOf(event, path, around),
    ...listOf(event["sessions"]).flatMap((session, index) =>
      isObject(session) ? contributionsOf(session, [...path, "sessions", index], { ...around, session: lineOf(session["title"]) }) : [],
    ),
  ];
  if (talks.length === 0 && !("contributions" in event))
    reading.warn(
      wholeFile(file),
      "nothing-to-import",
      "The file says nothing of the contributions of the event.",
      "Export it anew with `?detail=contributions` at the end of the address.",
    );
  const [start, end] = [momentOf(event["startDate"], place, reading), momentOf(event["endDate"], place, reading)];
  const name = lineOf(event["title"]);
  const url = reading.address(textOf(event["url"]), place);
  const id = lineOf(event["id"]);
  return {
    key: id || name || "indico",
    event: filled({
      name,
      startDate: start?.date,
      endDate: start && end?.date,
      timezone: reading.zone(lineOf(event["timezone"]), place),
      venue: [lineOf(event["room"]), location].filter((part) => part !== "").join(", "),
      welcome: textToMarkdown(textOf(event["description"])),
      sources: listOf(url) as string[],
    }),
    talks,
    speakers: [],
  };
}

function contributionsOf(parent: Data, path: JsonPath, around: Around): ForeignTalk[] {
  return ["contributions", "subContributions"].flatMap((field) =>
    listOf(parent[field]).flatMap((contribution, index) => {
      if (!isObject(contribution)) return [];
      around.markRow(contribution);
      const at = [...path, field, index];
      const own = lineOf(contribution["id"]) || lineOf(contribution["title"]);
      const key = around.within === undefined ? own : `${around.within}/${own}`;
      const talk = readContribution(contribution, key, at, around);
      return [...(talk ? [talk] : []), ...contributionsOf(contribution, at, { ...around, within: own })];
    }),
  );
}

/** A date with a time and its zone, as an instant where its zone is known. */
function momentOf(
  value: unknown,
  place: Place,
  reading: Reading,
): { date: string; time: string | undefined; offset: string | undefined } | undefined {
  if (!isObject(value)) return undefined;
  const date = reading.stamp(textOf(value["date"]), place)?.date;
  if (date === undefined) return undefined;
  const time = reading.clock(textOf(value["time"]).replace(/(:\d\d)\.\d+$/, "$1"), place);
  const zone = reading.zone(lineOf(value["tz"]), place);
  const local = zone === undefined || time === undefined ? undefined : resolveLocal(date, time, zone);
  return { date, time, offset: local?.kind === "instant" ? local.iso.slice(-6) : undefined };
}

function readContribution(data: Data, key: string, path: JsonPath, { file, reading, location, session }: Around): ForeignTalk | undefined {
  reading.row();
  const place = jsonPlace(file, path);
  const title = reading.title(textOf(data["title"]), place);
  if (title === undefined) return undefined;
  const speakers = listOf(data["speakers"]).flatMap(personOf);
  const track = lineOf(isObject(data["track"]) ? data["track"]["title"] : data["track"]) || lineOf(data["session"]) || session;
  const type = lineOf(isObject(data["type"]) ? data["type"]["name"] : data["type"]);
  const attached = attachedTo(data, reading);
  const url = reading.address(textOf(data["url"]), place);
  return {
    rows: [place],
    key,
    ...filled({ when: timeOf(data, place, reading), url }),
    record: {
      title,
      ...filled({
        abstract: joinTexts(title, "", "", textToMarkdown(textOf(data["description"]))),
        room: roomOf(lineOf(data["room"]), lineOf(data["location"]), location),
        track,
        kind: reading.kind(type, title, speakers.length > 0, "type"),
        topics: reading.topics(listOf(data["keywords"]).map(lineOf)),
      }),
      ...placeMedia(attached, (written) => reading.address(written, place)),
      ...protectionOf(data, title, reading),
    },
    speakers,
  };
}

/** A contribution that some people alone may see, which who manages the event exports, too, becomes a draft. */
function protectionOf(data: Data, title: string, reading: Reading): Pick<ForeignTalk["record"], "draft"> {
  const allowed = isObject(data["allowed"]) ? data["allowed"] : {};
  const isProtected = data["is_protected"] === true || ["users", "groups"].some((field) => listOf(allowed[field]).length > 0);
  if (!isProtected) return {};
  reading.guess(`“${clip(title)}” is protected`, "a draft, which no page shows");
  return { draft: true };
}

/** Slides and other files, but those that not everybody may see: who exports with a key of their own gets them too, and in old material without a word. */
function attachedTo(data: Data, reading: Reading): { url: string; title: string }[] {
  const files = [...listOf(data["folders"]), ...listOf(data["material"])].filter(isObject).flatMap((folder) =>
    [...listOf(folder["attachments"]), ...listOf(folder["resources"])].filter(isObject).map((one) => ({
      url: textOf(one["download_url"] ?? one["link_url"] ?? one["url"]),
      title: lineOf(one["title"]) || lineOf(one["name"]) || lineOf(folder["title"]),
      isProtected: [folder, one].some((holder) => holder["is_protected"] === true),
    })),
  );
  const closed = new Set(files.flatMap(({ url, isProtected }) => (isProtected ? [url] : [])));
  return files.flatMap(({ url, title }) => (closed.has(url) ? (reading.drop("protected attachments") ?? []) : [{ url, title }]));
}

/** The room; of what is held in another place than its event, with that place. */
function roomOf(room: string, place: string, ofEvent: string): string {
  const holds = (text: string) => text.toLowerCase().includes(place.toLowerCase());
  return holds(ofEvent) || holds(room) ? room : [room, place].filter((part) => part !== "").join(", ");
}

function timeOf(data: Data, place: Place, reading: Reading): ForeignTime | undefined {
  const start = momentOf(data["startDate"], place, reading);
  if (!start) return undefined;
  const minutes = readDuration(textOf(data["duration"]));
  if (minutes === undefined && textOf(data["duration"]) !== "") reading.drop("duration");
  const end = minutes === undefined ? momentOf(data["endDate"], place, reading) : undefined;
  return { date: start.date, ...filled({ start: start.time, offset: start.offset, duration: minutes, end }) };
}

function personOf(value: unknown): ForeignAppearance[] {
  if (!isObject(value)) return [];
  const name =
    lineOf(`${textOf(value["first_name"])} ${textOf(value["last_name"])}`) ||
    lineOf(value["fullName"])
      .split(/,\s*/)
      .reverse()
      .join(" ")
      .replace(/^(mr|mrs|ms|dr|prof)\.?\s/i, "");
  return name === "" ? [] : [{ name, ...filled({ organization: lineOf(value["affiliation"]), key: lineOf(value["person_id"]) }) }];
}
