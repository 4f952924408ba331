/** What one event of a schedule says: a talk with its speakers, time, links and media, and what could not be read. */
import { isRealDate } from "../../model/dates.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import type { ForeignAppearance, ForeignTalk } from "../importer.ts";
import { optOutOf, saysYes, statusOf, withLicence } from "./stated.ts";
import { peopleAsText, splitNames } from "./people.ts";
import type { Reading } from "./reading.ts";
import type { ScheduleNode } from "./schedule-node.ts";
import { joinTexts, scheduleText } from "./schedule-text.ts";
import { isAboutShowing, isCalledOff, isRelease, keepsOut, plainName, wasCalledOff } from "./withheld-fields.ts";
import { foreignTime, readClock, readScheduleDuration, readStamp } from "./schedule-time.ts";
import { parseUrl } from "../../text/parse-url.ts";
import { commandName } from "../../text/commands.ts";

/** What stands around an event. */
export interface Around {
  /** The name of the room that it is listed in. */
  room: string;
  /** The date of the day that it is listed under. */
  day: string | undefined;
  dayChange: string | undefined;
  /** What relative addresses belong to. */
  baseUrl: string | undefined;
  /** Whether texts are our own Markdown, to be kept to the letter. */
  ownMarkdown: boolean;
}

/** The talk of an event, or nothing where the event can become none, which is told. */
export function readScheduleTalk(node: ScheduleNode, around: Around, reading: Reading): ForeignTalk | undefined {
  const title = node.text("title", "name").replace(/\s+/g, " ");
  if (node.cutOff)
    return reading.refuse(
      node.place,
      "row-cut-off",
      `The file ends inside this event${title ? `, “${clip(title)}”` : ""}.`,
      "Get the whole file from its source.",
    );
  if (title === "")
    return reading.refuse(
      node.place,
      "title-missing",
      "The event has no title.",
      `Give it a title at its source, or write the talk by hand with \`${commandName("new")} talk\`.`,
    );
  const [room, track] = [node.text("room") || around.room, node.text("track")];
  const languages = reading.languages(node.text("language"), node.placeOf("language"));
  // In our own files the address ends in the name of the record.
  const slug = (around.ownMarkdown && /\/events\/[^/]+\/([^/]+)\/$/.exec(node.text("url"))?.[1]) || node.text("slug", "tag");
  const speakers = speakersOf(node, around, reading);
  const kind = reading.kind(node.text("type"), title, speakers.length > 0, "type");
  const isName = (around.ownMarkdown || (/^[\w.~-]{1,80}$/.test(slug) && !/^[\w-]+?\d+-/.test(slug))) && slug !== "";
  if (slug !== "" && !isName) reading.drop("slug");
  const text = (name: string) => (around.ownMarkdown ? node.text(name) : scheduleText(node.text(name)));
  // The subtitle of our own files says what became of a session.
  const subtitle = around.ownMarkdown ? "" : node.text("subtitle").replace(/\s+/g, " ");
  const statusField = around.ownMarkdown ? "subtitle" : node.text("status") === "" ? "state" : "status";
  const abstract = joinTexts(title, subtitle, text("abstract"), text("description"));
  const url = addressOf(node.text("url") || (/^https?:/i.test(slug) ? slug : ""), node, "url", around, reading);
  const origin = addressOf(node.text("origin_url"), node, "origin_url", around, reading);
  const [recording] = node.list("recording");
  const licence = recording?.text("license", "licence") || node.text("recording_license", "license", "licence");
  const found = mediaOf(node, around, reading);
  const media = around.ownMarkdown && found.video === undefined ? found : withLicence(found, licence, reading, "license");
  const ofRecording = saysYes(recording?.text("optout", "opt_out") ?? "", "recording.optout", reading);
  const optsOut = saysYes(node.text("do_not_record"), "do_not_record", reading) || ofRecording;
  const guid = node.text("guid");
  const when = timeOf(node, around, reading);
  return {
    rows: [node.place],
    key: guid || node.text("id") || slug || title,
    ...(isName && { slug }),
    record: {
      title,
      ...(abstract !== "" && { abstract }),
      ...(room !== "" && { room }),
      ...(track !== "" && { track }),
      ...(kind !== undefined && { kind }),
      ...languages,
      ...(!around.ownMarkdown && isCalledOffIn(node, reading) && { status: "cancelled" as const }),
      ...statusOf(node.text(statusField), reading, statusField, around.ownMarkdown),
      ...(!around.ownMarkdown && isHidden(node) && { draft: true }),
      ...(!around.ownMarkdown && releaseOf(node, around)),
      ...media,
      ...optOutOf(optsOut, media, reading, "optout"),
      ...(around.ownMarkdown && originalOf(media)),
      ...(origin !== undefined && { sources: [origin] }),
    },
    ...(when && { when }),
    speakers,
    ...(url !== undefined && { url }),
  };
}

/** Whether the fields of an event or of a person keep it from being shown. */
const isHidden = (node: ScheduleNode) =>
  node.notices((name) => isAboutShowing(plainName(name))).some(([name, text]) => keepsOut(plainName(name), text));

const isCalledOffIn = (node: ScheduleNode, reading: Reading) =>
  node.notices((name) => isCalledOff(plainName(name))).some(([name, text]) => wasCalledOff(name, text, reading));

/** The day from which on its source shows an event, where that lies behind the day of the event. */
function releaseOf(node: ScheduleNode, { day = "" }: Around): Pick<ForeignTalk["record"], "publishFrom"> {
  const days = node.notices((name) => isRelease(plainName(name))).map(([, text]) => text.slice(0, 10));
  const publishFrom = days.find((one) => isRealDate(one) && one > day);
  return publishFrom === undefined ? {} : { publishFrom };
}

/** Our own files have the original page among the links. */
function originalOf({ links = [] }: Pick<ForeignTalk["record"], "links">): Pick<ForeignTalk["record"], "links" | "original"> {
  const original = links.find(({ title }) => title === "Original page");
  return original ? { original: original.url, links: links.filter((link) => link !== original) } : {};
}

function timeOf(node: ScheduleNode, around: Around, reading: Reading): ForeignTalk["when"] {
  const read = <T>(name: string, reader: (text: string) => T | undefined, example: string): T | undefined => {
    const text = node.text(name);
    const value = text === "" ? undefined : reader(text);
    if (text !== "" && value === undefined)
      reading.warn(
        node.placeOf(name),
        "bad-time",
        `\`${clip(text)}\` cannot be read as \`${name}\`.`,
        `Write it as \`${example}\` in the file, or add it to the record by hand.`,
      );
    return value;
  };
  const stamp = read("date", readStamp, "2012-08-27T09:30:00+02:00");
  const start = read("start", readClock, "09:30") ?? undefined;
  const duration = read("duration", readScheduleDuration, "00:30");
  const end = duration === undefined ? read("end", readStamp, "2012-08-27T10:00:00+02:00") : undefined;
  const when = foreignTime({ stamp, start, duration, day: around.day, dayChange: around.dayChange });
  // Without a day, a time finds no place in a record; without a start, an end does not.
  if (when === undefined) for (const [name, value] of Object.entries({ start, duration })) if (value !== undefined) reading.drop(name);
  if (when?.start === undefined && end !== undefined) reading.drop("end");
  if (when?.start === undefined || end?.time === undefined) return when;
  return { ...when, end: { date: end.date, time: end.time, offset: end.offset } };
}

function speakersOf(node: ScheduleNode, around: Around, reading: Reading): ForeignAppearance[] {
  const listed = [...node.list("persons", "person"), ...node.list("speakers", "speaker")];
  // Some write one `person` with all names and no list.
  const people: ForeignAppearance[] = listed.length === 0 ? splitNames(node.text("person")).map((name) => ({ name })) : [];
  if (people.length > 0) reading.guess(node.text("person"), peopleAsText(people));
  const seen = new Set<string>();
  for (const person of listed) {
    const name = (person.text("public_name", "full_public_name", "name", "display_name") || person.own).replace(/\s+/g, " ");
    const key = person.text("guid", "code", "id");
    if (name === "" || seen.has(`${key} ${name}`)) continue;
    seen.add(`${key} ${name}`);
    // As of pages of people that are drafts, talks have the name all the same.
    const said = (...fields: string[]) => (!around.ownMarkdown && isHidden(person) ? "" : person.text(...fields));
    const bio = said("biography", "description", "abstract");
    const organization = said("organization", "company", "affiliation");
    const role = said("role");
    people.push({
      name,
      ...(role !== "" && !/^(speaker|persons?)$/i.test(role) && { role }),
      ...(key !== "" && { key }),
      ...(organization !== "" && { organization }),
      ...(bio !== "" && { bio: around.ownMarkdown ? bio : scheduleText(bio) }),
    });
  }
  return people;
}

/** Slides and videos where they can be told, everything else as links. */
function mediaOf(
  node: ScheduleNode,
  around: Around,
  reading: Reading,
): Pick<ForeignTalk["record"], "slides" | "documents" | "video" | "recordings" | "links"> {
  const links: { title: string; url: string }[] = [];
  const decks: typeof links = [];
  const videos: typeof links = [];
  const known = new Set<string>();
  const listed = [
    ...node.list("attachments", "attachment").map((one) => ({ one, attached: true })),
    ...node.list("links", "link").map((one) => ({ one, attached: false })),
  ];
  for (const { one, attached } of listed) {
    const written = one.text("href", "url", "link") || one.own;
    const url = addressOf(written, one, "href", around, reading);
    if (url === undefined || known.has(url)) continue;
    known.add(url);
    const title = (one.text("title", "name") || (one.own === written ? "" : one.own) || written).replace(/\s+/g, " ");
    const type = one.text("type", "service");
    const isSlides = /slides|folien|presentation/i.test(type) || /\b(slides?|folien)\b/i.test(title);
    if (isSlides && (attached || /\.(pdf|odp|pptx?|html?)$/i.test(url))) decks.push({ title, url });
    else if (/^video/i.test(type) || /^video$|^video recording|^recording\b|^aufzeichnung/i.test(title) || /\.(webm|mp4|ogv)$/i.test(url))
      videos.push({ title, url });
    else links.push({ title, url });
  }
  const download = node.text("video_download_url");
  const address = videos.length > 0 || download === "" ? undefined : addressOf(download, node, "video_download_url", around, reading);
  const [slides, ...documents] = decks;
  const [video = address === undefined ? undefined : { url: address }, ...recordings] = videos;
  return {
    ...(slides && { slides: slides.url }),
    ...(documents.length > 0 && { documents: documents.map((one) => ({ kind: "slides" as const, ...one })) }),
    ...(video && { video: video.url }),
    ...(recordings.length > 0 && { recordings }),
    ...(links.length > 0 && { links }),
  };
}

/** A whole web address, or nothing; what stands there and is none is reported. */
function addressOf(written: string, node: ScheduleNode, field: string, { baseUrl }: Around, reading: Reading): string | undefined {
  if (written === "" || written === "#") return undefined;
  const relative = /^(\/|\.{1,2}\/)[^/]/.test(written) && baseUrl !== undefined ? parseUrl(written, baseUrl)?.href : undefined;
  const guess = relative ?? (/^www\./i.test(written) ? `http://${written}` : written);
  const url = guess.trim().replaceAll(" ", "%20");
  const complaint = badAddress(url);
  if (complaint === undefined) return url;
  reading.warn(
    node.placeOf(field),
    "bad-address",
    `\`${clip(written)}\` is left out: ${complaint.message}`,
    "Correct the address in the file, or add it to the record by hand.",
  );
  return undefined;
}
