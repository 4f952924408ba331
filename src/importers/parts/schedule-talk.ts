/** What one event of a schedule says: a talk with its speakers, time, links and media, and what could not be read. */
import type { Problem } from "../../model/problem.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import type { Complaint, ForeignAppearance, ForeignTalk, Place } from "../importer.ts";
import { problemAt } from "./place.ts";
import type { ScheduleNode } from "./schedule-node.ts";
import { joinTexts, kindOf, languageTag, scheduleText } from "./schedule-text.ts";
import { foreignTime, readClock, readDuration, readStamp } from "./schedule-time.ts";
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

type Report = (place: Place, rule: string, message: string, hint: string, severity?: Complaint["severity"]) => void;

/** The talk of an event, or nothing where the event can become none; the reason is among the problems then. */
export function readScheduleTalk(node: ScheduleNode, around: Around): { talk: ForeignTalk | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (place, rule, message, hint, severity = "warning") =>
    problems.push(problemAt(place, { rule, severity, message, hint }));
  const title = node.text("title", "name").replace(/\s+/g, " ");
  if (node.cutOff)
    report(
      node.place,
      "row-cut-off",
      `The file ends inside this event${title ? `, “${clip(title)}”` : ""}.`,
      "Get the whole file from its source.",
      "error",
    );
  else if (title === "")
    report(
      node.place,
      "title-missing",
      "The event has no title.",
      `Give it a title at its source, or write the talk by hand with \`${commandName("new")} talk\`.`,
      "error",
    );
  if (node.cutOff || title === "") return { talk: undefined, problems };

  const { room, track, language } = { room: node.text("room") || around.room, track: node.text("track"), language: node.text("language") };
  const slug = node.text("slug", "tag");
  const speakers = speakersOf(node, around);
  const kind = kindOf(node.text("type"), title, speakers.length > 0);
  const text = (name: string) => (around.ownMarkdown ? node.text(name) : scheduleText(node.text(name)));
  const abstract = joinTexts(title, node.text("subtitle").replace(/\s+/g, " "), text("abstract"), text("description"));
  const url = addressOf(node.text("url") || (/^https?:/i.test(slug) ? slug : ""), node, "url", around, report);
  const origin = addressOf(node.text("origin_url"), node, "origin_url", around, report);
  const media = mediaOf(node, around, report);
  const guid = node.text("guid");
  const when = timeOf(node, around, report);
  return {
    problems,
    talk: {
      rows: [node.place],
      key: guid || node.text("id") || slug || title,
      ...((around.ownMarkdown || (/^[\w.~-]{1,80}$/.test(slug) && !/^[\w-]+?\d+-/.test(slug))) && slug !== "" && { slug }),
      record: {
        title,
        ...(abstract !== "" && { abstract }),
        ...(room !== "" && { room }),
        ...(track !== "" && { track }),
        ...(kind !== undefined && { kind }),
        ...(languageTag(language) !== undefined && { language: languageTag(language) }),
        ...media,
        ...(around.ownMarkdown && originalOf(media)),
        ...(origin !== undefined && { sources: [origin] }),
      },
      ...(when && { when }),
      speakers,
      ...(url !== undefined && { url }),
    },
  };
}

/** Our own files have the original page among the links. */
function originalOf({ links = [] }: Pick<ForeignTalk["record"], "links">): Pick<ForeignTalk["record"], "links" | "original"> {
  const original = links.find(({ title }) => title === "Original page");
  return original ? { original: original.url, links: links.filter((link) => link !== original) } : {};
}

function timeOf(node: ScheduleNode, around: Around, report: Report): ForeignTalk["when"] {
  const read = <T>(name: string, reader: (text: string) => T | undefined, example: string): T | undefined => {
    const text = node.text(name);
    const value = text === "" ? undefined : reader(text);
    if (text !== "" && value === undefined)
      report(
        node.placeOf(name),
        "bad-time",
        `\`${clip(text)}\` cannot be read as \`${name}\`.`,
        `Write it as \`${example}\` in the file, or add it to the record by hand.`,
      );
    return value;
  };
  const stamp = read("date", readStamp, "2012-08-27T09:30:00+02:00");
  const start = read("start", readClock, "09:30") ?? undefined;
  const duration = read("duration", readDuration, "00:30");
  return foreignTime({ stamp, start, duration, day: around.day, dayChange: around.dayChange });
}

function speakersOf(node: ScheduleNode, around: Around): ForeignAppearance[] {
  const listed = [...node.list("persons", "person"), ...node.list("speakers", "speaker")];
  // Some write one `person` with all names and no list.
  const loose = listed.length === 0 ? node.text("person").split(/\s*[,;]\s+(?!(?:Jr|Sr|Ph\.?D|M\.?D)\b)/) : [];
  const people: ForeignAppearance[] = loose.filter((name) => name !== "").map((name) => ({ name }));
  const seen = new Set<string>();
  for (const person of listed) {
    const name = (person.text("public_name", "full_public_name", "name", "display_name") || person.own).replace(/\s+/g, " ");
    const key = person.text("guid", "code", "id");
    if (name === "" || seen.has(`${key} ${name}`)) continue;
    seen.add(`${key} ${name}`);
    const bio = person.text("biography", "description", "abstract");
    const organization = person.text("organization", "company", "affiliation");
    people.push({
      name,
      ...(key !== "" && { key }),
      ...(organization !== "" && { organization }),
      ...(bio !== "" && { bio: around.ownMarkdown ? bio : scheduleText(bio) }),
    });
  }
  return people;
}

/** Slides and video where they can be told, everything else as links. */
function mediaOf(node: ScheduleNode, around: Around, report: Report): Pick<ForeignTalk["record"], "slides" | "video" | "links"> {
  const links: { title: string; url: string }[] = [];
  let slides: string | undefined;
  let video: string | undefined;
  const listed = [
    ...node.list("attachments", "attachment").map((one) => ({ one, attached: true })),
    ...node.list("links", "link").map((one) => ({ one, attached: false })),
  ];
  for (const { one, attached } of listed) {
    const written = one.text("href", "url", "link") || one.own;
    const url = addressOf(written, one, "href", around, report);
    if (url === undefined) continue;
    const title = (one.text("title", "name") || (one.own === written ? "" : one.own) || written).replace(/\s+/g, " ");
    const type = one.text("type", "service");
    const isSlides = /slides|folien|presentation/i.test(type) || /\b(slides?|folien)\b/i.test(title);
    if (slides === undefined && isSlides && (attached || /\.(pdf|odp|pptx?|html?)$/i.test(url))) slides = url;
    else if (
      video === undefined &&
      (/^video/i.test(type) || /^video$|^video recording|^recording\b|^aufzeichnung/i.test(title) || /\.(webm|mp4|ogv)$/i.test(url))
    )
      video = url;
    else if (!links.some((link) => link.url === url)) links.push({ title, url });
  }
  const download = node.text("video_download_url");
  if (video === undefined && download !== "") video = addressOf(download, node, "video_download_url", around, report);
  return { ...(slides !== undefined && { slides }), ...(video !== undefined && { video }), ...(links.length > 0 && { links }) };
}

/** A whole web address, or nothing; what stands there and is none is reported. */
function addressOf(written: string, node: ScheduleNode, field: string, { baseUrl }: Around, report: Report): string | undefined {
  if (written === "" || written === "#") return undefined;
  const relative = /^(\/|\.{1,2}\/)[^/]/.test(written) && baseUrl !== undefined && URL.canParse(written, baseUrl);
  const guess = relative ? new URL(written, baseUrl).href : /^www\./i.test(written) ? `http://${written}` : written;
  const url = guess.trim().replaceAll(" ", "%20");
  const complaint = badAddress(url);
  if (complaint === undefined) return url;
  report(
    node.placeOf(field),
    "bad-address",
    `\`${clip(written)}\` is left out: ${complaint.message}`,
    "Correct the address in the file, or add it to the record by hand.",
  );
  return undefined;
}
