/** Reads Sessionize: its JSON views All, Sessions, Speakers and GridSmart, alone or together. */
import { clip } from "../model/records/fields.ts";
import type { ForeignConference, ForeignFile, ForeignSpeaker, ForeignTalk, Importer, Place } from "./importer.ts";
import { readJson } from "./parts/json.ts";
import { wholeFile } from "./parts/place.ts";
import { filled, lineOf, Reading, textOf } from "./parts/reading.ts";
import { readStamp } from "./parts/schedule-time.ts";
import { type Row, rowsOf, type View } from "./parts/sessionize-views.ts";
import { sessionRecord } from "./parts/sessionize-session.ts";
import { isNotHeld, statusOf } from "./parts/stated.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { isObject } from "../text/is-object.ts";

export const sessionize: Importer = {
  name: "sessionize",
  title: "Sessionize JSON (All, Sessions, Speakers, GridSmart)",
  recognises: ({ text }) => {
    const isSession = /"isServiceSession"\s*:|"isPlenumSession"\s*:/.test(text) && /"(startsAt|title)"\s*:/.test(text);
    const isSpeaker = /"tagLine"\s*:/.test(text) && /"(fullName|firstName)"\s*:/.test(text);
    return /^\s*[[{]/.test(text) && (isSession || isSpeaker);
  },
  read(files) {
    const reading = new Reading();
    const views = files.flatMap((file) => readView(file, reading));
    const groups = together(views);
    const names = namesOf(groups);
    return reading.finish(groups.map((group, at) => conferenceOf(group, groups.length > 1 ? (names[at] ?? "") : "sessionize", reading)));
  },
};

function readView(file: ForeignFile, reading: Reading): View[] {
  const { value, problem, markRow } = readJson(file, reading);
  if (problem) reading.add(problem);
  else {
    const view = rowsOf(file, value);
    for (const { data } of [...view.sessions, ...view.speakers]) markRow(data);
    if (view.sessions.length + view.speakers.length > 0) return [view];
    reading.warn(wholeFile(file), "nothing-to-import", "The file holds no session and no speaker.", "Export it anew from Sessionize.");
  }
  return [];
}

/** The sessions of a view by their numbers: with their titles, or without one in a list of speakers that has numbers alone. */
function titlesOf(view: View): Map<string, string> {
  const named = view.speakers.flatMap(({ data }) =>
    (Array.isArray(data["sessions"]) ? data["sessions"] : []).map((one): [string, string] =>
      isObject(one) ? [textOf(one["id"]), lineOf(one["name"] ?? one["title"])] : [textOf(one), ""],
    ),
  );
  return new Map([...named, ...view.sessions.map(({ data }): [string, string] => [textOf(data["id"]), lineOf(data["title"])])]);
}

/** Whether two lists share sessions. Some sites number the sessions of each year from one: then most of those of one number have other titles. */
function areOfOne(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const shared = [...one.keys()].filter((id) => other.has(id));
  const same = shared.filter((id) => one.get(id) === "" || other.get(id) === "" || one.get(id) === other.get(id));
  return same.length > 0 && same.length * 2 >= shared.length;
}

/** Views that share sessions are of one conference; a list of speakers belongs to the sessions it names. */
function together(views: readonly View[]): View[][] {
  const groups: { views: View[]; titles: Map<string, string> }[] = [];
  for (const view of views) {
    const titles = titlesOf(view);
    const joined = groups.filter((group) => areOfOne(titles, group.titles));
    const rest = groups.filter((group) => !joined.includes(group));
    const merged = {
      views: [...joined.flatMap((group) => group.views), view],
      titles: new Map([...joined.flatMap((group) => [...group.titles]), ...titles].sort(([, one], [, other]) => one.length - other.length)),
    };
    groups.splice(0, groups.length, ...rest, merged);
  }
  return groups.map((group) => group.views);
}

/** What each of several conferences is called: after its first file, and the folder of that where files of several have one name. */
function namesOf(groups: readonly View[][]): string[] {
  const parts = groups.map(([first]) => /([^/]*?)\/?([^/]+?)(\.json)?$/i.exec(first?.file.path ?? "") ?? []);
  const names = parts.map(([, , name]) => name ?? "sessionize");
  return names.map((name, at) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${parts[at]?.[1] ?? ""} ${name}`.trim()));
}

/** People and talks whose rows are put together as they come. */
type Speaker = ForeignSpeaker & { rows: Place[] };
type Talk = ForeignTalk & { rows: [Place, ...Place[]] };

/** Sessionize does not say of which conference a view is. */
function conferenceOf(views: readonly View[], key: string, reading: Reading): ForeignConference {
  const people = new Map<string, Speaker>();
  for (const row of views.flatMap((view) => view.speakers)) readSpeaker(row, people, reading);
  const talks = new Map<string, Talk>();
  const roles = new Map(views.flatMap((view) => [...view.roles]));
  for (const view of views) for (const row of view.sessions) readSession(row, { ...view, roles }, people, talks, reading);
  // What somebody is belongs to the talk; who has none there is only a person.
  const shown = new Set([...talks.values()].flatMap(({ speakers }) => speakers.map(({ key }) => key)));
  for (const [id, role] of roles) if (role !== "" && !shown.has(id)) reading.drop("tagLine");
  return { key, event: {}, talks: [...talks.values()], speakers: [...people.values()] };
}

function readSpeaker({ data, place }: Row, people: Map<string, Speaker>, reading: Reading): void {
  reading.row();
  const name = lineOf(data["fullName"]) || lineOf(`${textOf(data["firstName"])} ${textOf(data["lastName"])}`) || lineOf(data["name"]);
  const key = textOf(data["id"]) || name;
  if (name === "") {
    reading.refuse(place, "name-missing", "The speaker has no name.", "Write the name in the file, or leave the speaker out of it.");
    return;
  }
  const links = (Array.isArray(data["links"]) ? data["links"] : []).flatMap((link: unknown) => {
    const url = isObject(link) ? reading.address(textOf(link["url"]), place) : undefined;
    return url === undefined || !isObject(link) ? [] : [{ title: lineOf(link["title"]) || lineOf(link["linkType"]) || url, url }];
  });
  const before = people.get(key);
  const read = filled({ bio: textToMarkdown(textOf(data["bio"])), links });
  const rows = before?.rows ?? [];
  rows.push(place);
  people.set(key, { ...before, ...read, key, name, rows });
}

/** A session of two views is one talk; what one view leaves out, the other says. */
function readSession(row: Row, view: View, people: ReadonlyMap<string, ForeignSpeaker>, talks: Map<string, Talk>, reading: Reading): void {
  reading.row();
  const { data, place } = row;
  const title = reading.title(textOf(data["title"]), place);
  if (title === undefined) return;
  const status = lineOf(data["status"]);
  if (isNotHeld(status, title, place, reading)) return;
  const key = textOf(data["id"]) || title;
  const speakers = view.speakersOf(data).flatMap(({ id, name }) => {
    const known = people.get(id);
    const shown = lineOf(name) || known?.name;
    if (shown === undefined)
      reading.warn(
        place,
        "speaker-unknown",
        `A speaker of “${clip(title)}” has no name in the file${id === "" ? "" : `, only the number \`${clip(id)}\``}.`,
        "Import the view Speakers together with this file.",
      );
    return shown === undefined ? [] : [{ name: shown, ...filled({ key: id, role: view.roles.get(id) }) }];
  });
  const talk: Talk = {
    rows: [place],
    key,
    record: { ...sessionRecord(title, data, view, place, reading), ...statusOf(status, reading) },
    ...filled({ when: timeOf(data, title, row, reading) }),
    speakers,
  };
  const before = talks.get(key);
  if (!before) talks.set(key, talk);
  else if (before.record.title === title) {
    before.rows.push(place);
    talks.set(key, {
      ...talk,
      ...before,
      record: { ...talk.record, ...before.record },
      speakers: before.speakers.length > 0 ? before.speakers : speakers,
    });
  } else talks.set(`${key} ${title}`, talk);
}

function timeOf(data: Row["data"], title: string, { place }: Row, reading: Reading): ForeignTalk["when"] {
  const [written, until] = [textOf(data["startsAt"]), textOf(data["endsAt"])];
  // Without a start, an end says nothing that a record can hold.
  if (written === "") return until === "" ? undefined : reading.drop("endsAt");
  const [start, end] = [readStamp(written), readStamp(until)];
  const wrong = start?.time === undefined ? written : until !== "" && end?.time === undefined ? until : undefined;
  if (wrong !== undefined)
    reading.warn(
      place,
      "bad-time",
      `\`${clip(wrong)}\` of “${clip(title)}” is not a date with a time.`,
      "Write it as `2023-09-29T17:50:00`, or add it to the record by hand.",
    );
  if (!start) return undefined;
  const { date, time, offset } = start;
  return {
    date,
    ...filled({ start: time, offset, end: time !== undefined && end?.time !== undefined ? { date: end.date, time: end.time } : undefined }),
  };
}
