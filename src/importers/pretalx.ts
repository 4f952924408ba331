/** Reads the JSON of pretalx's API: pages of submissions or talks, of speakers, rooms and tracks, and the event itself. */
import { clip } from "../model/records/fields.ts";
import type { ForeignAppearance, ForeignConference, ForeignFile, ForeignSpeaker, ForeignTalk, ForeignTime, Importer } from "./importer.ts";
import { type JsonPath, jsonPlace, readJson } from "./parts/json.ts";
import { placeMedia } from "./parts/media-links.ts";
import { wholeFile } from "./parts/place.ts";
import { filled, lineOf, listOf, Reading, textOf } from "./parts/reading.ts";
import { scalar } from "./parts/schedule-node.ts";
import { joinTexts, scheduleText } from "./parts/schedule-text.ts";
import { isHeld, isNotHeld, optOutOf, saysYes, statusOf } from "./parts/stated.ts";
import { readDuration } from "./parts/schedule-time.ts";
import { parseUrl } from "../text/parse-url.ts";
import { count, someOf } from "../text/wording.ts";
import { isObject } from "../text/is-object.ts";

export const pretalx: Importer = {
  name: "pretalx-api",
  title: "pretalx API JSON (submissions, talks, slots, speakers, rooms, tracks, submission types, tags, event)",
  recognises: ({ text }) => {
    const start = text.slice(0, 100_000);
    if (!/^\s*[[{]/.test(start)) return false;
    const isTalk = /"submission_type(_id)?"\s*:/.test(start) && /"(code|state)"\s*:/.test(start);
    const isSpeaker = /"code"\s*:/.test(start) && /"biography"\s*:/.test(start) && /"(submissions|avatar|avatar_url)"\s*:/.test(start);
    const isEvent = /"date_from"\s*:/.test(start) && /"date_to"\s*:/.test(start) && /"slug"\s*:/.test(start);
    const isSlot = ["submission", "schedule", "room", "start"].every((field) => new RegExp(`"${field}"\\s*:`).test(start));
    return isTalk || isSpeaker || isEvent || isSlot || isLookup(start);
  },
  read(files) {
    const reading = new Reading();
    return reading.finish(readAll(files, reading));
  },
};

type Data = Record<string, unknown>;
type Row = { data: Data; place: ReturnType<typeof jsonPlace> };

/** What submissions name by number. Each kind counts from one. */
const LOOKUPS = ["rooms", "tracks", "submission-types", "tags"] as const;
type Lookup = (typeof LOOKUPS)[number];

const isLookup = (text: string) =>
  /"results"\s*:/.test(text) &&
  ((/"name"\s*:\s*\{/.test(text) && /"(capacity|position|color|requires_access_code)"\s*:/.test(text)) ||
    (/"name"\s*:/.test(text) && /"(capacity|requires_access_code)"\s*:/.test(text)) ||
    (/"tag"\s*:/.test(text) && /"is_public"\s*:/.test(text)));

/** Which of them an entry is; nothing where it may be any. */
function lookupOf(data: Data): Lookup | undefined {
  if ("tag" in data) return "tags";
  if ("default_duration" in data) return "submission-types";
  if ("capacity" in data) return "rooms";
  return "color" in data ? "tracks" : undefined;
}

/** What a submission or slot names: the name itself, an object that has it, or a number, whose name stands in a page of its own. */
class NamedThings {
  readonly #names = new Map<string, string>();
  /** Tags of the organizers' own, which nobody else is shown. */
  readonly #private = new Set<string>();
  readonly #unknown = new Map<Lookup, { place: Row["place"]; numbers: Set<string> }>();

  add(data: Data): void {
    const kind = lookupOf(data);
    for (const one of kind ? [kind] : LOOKUPS) this.#names.set(`${one} ${textOf(data["id"])}`, scalar(data["tag"] ?? data["name"]));
    if (kind && data["is_public"] === false) this.#private.add(`${kind} ${textOf(data["id"])}`);
  }

  isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** Whether that is shown to organizers alone. */
  isPrivate(kind: Lookup, value: unknown): boolean {
    return isObject(value) ? value["is_public"] === false : this.#private.has(`${kind} ${textOf(value)}`);
  }

  /** The name; empty where there is none. */
  of(kind: Lookup, value: unknown, place: Row["place"]): string {
    if (isObject(value)) return scalar("tag" in value ? value["tag"] : "name" in value ? value["name"] : value);
    const number = textOf(value);
    const name = this.#names.get(`${kind} ${number}`);
    if (name !== undefined || typeof value !== "number") return name ?? number;
    const before = this.#unknown.get(kind) ?? { place, numbers: new Set() };
    this.#unknown.set(kind, before);
    before.numbers.add(number);
    return "";
  }

  tellUnknown(reading: Reading): void {
    for (const [kind, { place, numbers }] of this.#unknown)
      reading.warn(
        place,
        "number-unknown",
        `Talks name their ${kind.replace("-", " ")} by number (${someOf([...numbers])}), and no file says what these are; they are left out.`,
        `Save the page \`${kind}/\` of the API, too, and import both together.`,
      );
  }
}

/** The times of a submission: the slot of the first, and how many there are. */
interface Times {
  first: Data;
  number: number;
}

const NO_TIMES: Times = { first: {}, number: 0 };

function withTime({ first, number }: Times, slot: Data): Times {
  const isFirst = number === 0 || textOf(slot["start"]) < textOf(first["start"]);
  return { first: isFirst ? slot : first, number: number + 1 };
}

/** The slots of a submission in the latest schedule, which stand in it or in a page of their own. */
class Slots {
  readonly #bySubmission = new Map<string, Times>();
  readonly #latest: number;
  readonly #unknown: Row["place"][] = [];
  readonly breaks: Row[] = [];

  constructor(rows: readonly Row[]) {
    const scheduleOf = ({ data }: Row) => (typeof data["schedule"] === "number" ? data["schedule"] : 0);
    this.#latest = rows.reduce((latest, row) => Math.max(latest, scheduleOf(row)), 0);
    for (const row of rows) {
      if (scheduleOf(row) !== this.#latest || row.data["is_visible"] === false) continue;
      const { submission } = row.data;
      const code = textOf(isObject(submission) ? submission["code"] : submission);
      if (code === "") this.breaks.push(row);
      else this.#bySubmission.set(code, withTime(this.#bySubmission.get(code) ?? NO_TIMES, row.data));
    }
  }

  of({ data, place }: Row, title: string, reading: Reading): Data {
    const listed = [data["slot"], ...listOf(data["slots"])].filter(isObject).filter((slot) => slot["is_visible"] !== false);
    const onPage = listed.length > 0 ? undefined : this.#bySubmission.get(textOf(data["code"]));
    const { first, number } = onPage ?? listed.reduce(withTime, NO_TIMES);
    if (number > 1)
      reading.warn(
        place,
        "repeats",
        `“${clip(title)}” has ${number} times; only its first one is taken.`,
        "Add the other times as records of their own.",
      );
    if (number === 0 && listOf(data["slots"]).some((slot) => typeof slot === "number")) this.#unknown.push(place);
    return first;
  }

  tellUnknown(reading: Reading): void {
    const [place] = this.#unknown;
    if (place)
      reading.warn(
        place,
        "number-unknown",
        `${count(this.#unknown.length, "talk")} of the files ${this.#unknown.length === 1 ? "names its" : "name their"} time and room by number, and no file says what these are.`,
        "Save the page `slots/` of the API, too, and import both together.",
      );
  }
}

/** The pages of the API that belong together: each but the last one names the next, and each but the first one the one before it. */
class Pages {
  readonly #balance = new Map<string, number>();

  add(value: Data): void {
    for (const [field, step] of [
      ["next", 1],
      ["previous", -1],
    ] as const) {
      const address = parseUrl(textOf(value[field]));
      if (!address) continue;
      const place = address.origin + address.pathname;
      this.#balance.set(place, (this.#balance.get(place) ?? 0) + step);
    }
  }

  tellMissing(file: ForeignFile | undefined, reading: Reading): void {
    for (const [place, balance] of this.#balance)
      if (file && balance !== 0)
        reading.warn(
          wholeFile(file),
          "page-missing",
          `The API gives \`${clip(place)}\` in several pages, of which at least one is not among the files.`,
          "Save all of them, each where `next` of the one before leads, and import them together.",
        );
  }
}

function readAll(files: readonly ForeignFile[], reading: Reading): ForeignConference[] {
  const submissions: Row[] = [];
  const people: Row[] = [];
  const slotRows: Row[] = [];
  const names = new NamedThings();
  const pages = new Pages();
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
        else if ("submission" in data && "room" in data) {
          slotRows.push(row);
          const { submission } = data;
          if (isObject(submission) && "title" in submission) submissions.push({ ...row, data: submission });
        } else if ("code" in data) people.push(row);
        else if ("id" in data && ("name" in data || "tag" in data)) names.add(data);
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
    } else if (isObject(value)) {
      pages.add(value);
      for (const field of ["results", "slots", "breaks", "talks"]) take(value[field], [field]);
    }
  }
  const [first] = files;
  if (first && submissions.length + people.length + slotRows.length === 0 && !event && names.isEmpty())
    reading.warn(
      wholeFile(first),
      "nothing-to-import",
      "The files hold no list of submissions, speakers or slots as pretalx's API gives them.",
      "Save the pages of the API as they are, or export schedule.json.",
    );
  const slots = new Slots(slotRows);
  const speakers = people.flatMap((row) => readSpeaker(row, reading));
  const known = new Map(speakers.map((speaker) => [speaker.key, speaker.name]));
  const talks = [
    ...submissions.flatMap((row) => readSubmission(row, slots, known, names, reading) ?? []),
    ...slots.breaks.flatMap((row) => readBreak(row, names, reading) ?? []),
  ];
  names.tellUnknown(reading);
  slots.tellUnknown(reading);
  pages.tellMissing(files[0], reading);
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

/** What an organizer put between the talks, which says itself what it is. */
function readBreak({ data, place }: Row, names: NamedThings, reading: Reading): ForeignTalk | undefined {
  const title = lineOf(scalar(data["description"]));
  if (title === "") return undefined;
  reading.row();
  return {
    rows: [place],
    key: `break ${textOf(data["start"])} ${title}`,
    ...filled({ when: timeOf(data, data["duration"], place, reading) }),
    record: { title, kind: "break", ...filled({ room: names.of("rooms", data["room"], place) }) },
    speakers: [],
  };
}

function readSubmission(
  row: Row,
  slots: Slots,
  people: ReadonlyMap<string, string>,
  names: NamedThings,
  reading: Reading,
): ForeignTalk | undefined {
  const { data, place } = row;
  reading.row();
  const title = reading.title(scalar(data["title"]), place);
  if (title === undefined) return undefined;
  const state = textOf(data["state"]);
  if (isNotHeld(state, title, place, reading)) return undefined;
  const named = (kind: Lookup, value: unknown) => names.of(kind, value, place);
  const slot = slots.of(row, title, reading);
  const speakers = listOf(data["speakers"]).flatMap((one) => appearanceOf(one, people, title, place, reading));
  const resources = listOf(data["resources"])
    .filter(isObject)
    .filter((one) => one["is_public"] !== false || reading.drop("resources"))
    .map((one) => ({ url: textOf(one["resource"]), title: scalar(one["description"]) }));
  const tags = listOf(data["tags"]).filter((tag) => !names.isPrivate("tags", tag) || reading.drop("tags"));
  const media = placeMedia(resources, (written) => reading.address(written, place));
  return {
    rows: [place],
    key: textOf(data["code"]) || title,
    ...filled({ when: timeOf(slot, data["duration"], place, reading) }),
    record: {
      title,
      ...filled({
        abstract: joinTexts(title, "", scheduleText(scalar(data["abstract"])), scheduleText(scalar(data["description"]))),
        room: named("rooms", slot["room"]),
        track: named("tracks", data["track"]),
        kind: reading.kind(named("submission-types", data["submission_type"]), title, speakers.length > 0, "submission_type"),
        topics: reading.topics(tags.map((tag) => named("tags", tag))),
      }),
      ...reading.languages(textOf(data["content_locale"]), place),
      ...statusOf(state, reading, "state"),
      ...pendingOf(textOf(data["pending_state"]), state, reading),
      ...media,
      ...optOutOf(
        data["do_not_record"] === true || saysYes(textOf(data["do_not_record"]), "do_not_record", reading),
        media,
        reading,
        "do_not_record",
      ),
    },
    speakers,
  };
}

/** What organizers have decided and told nobody yet: a talk that is about to be taken out becomes a draft. */
function pendingOf(pending: string, state: string, reading: Reading): Pick<ForeignTalk["record"], "draft"> {
  if (pending === "" || isHeld(pending)) return {};
  reading.guess(`${state}, soon ${pending}`, "a draft, which no page shows");
  return { draft: true };
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
  if (!start && end) reading.drop("slot.end");
  if (!start) return textOf(duration) === "" ? undefined : reading.drop("duration");
  const until = end?.time === undefined ? undefined : { date: end.date, time: end.time, offset: end.offset };
  const minutes = until === undefined ? readDuration(textOf(duration)) : undefined;
  if (until === undefined && minutes === undefined && textOf(duration) !== "") reading.drop("duration");
  return { date: start.date, ...filled({ start: start.time, offset: start.offset, end: until, duration: minutes }) };
}
