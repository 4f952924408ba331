/** Reads pyvideo's data: a folder with `category.json` and one JSON file a video. */
import { clip } from "../model/records/fields.ts";
import type { ForeignConference, ForeignFile, ForeignTalk, Importer } from "./importer.ts";
import { withoutPunctuation } from "./parts/addresses.ts";
import { jsonPlace, readJson } from "./parts/json.ts";
import { placeMedia, videoLength } from "./parts/media-links.ts";
import { peopleAsText, splitNames } from "./parts/people.ts";
import { wholeFile } from "./parts/place.ts";
import { filled, lineOf, listOf, Reading, textOf } from "./parts/reading.ts";
import { withoutComments } from "./parts/comments.ts";
import { rstToMarkdown } from "./parts/rst-to-markdown.ts";
import { joinTexts } from "./parts/schedule-text.ts";
import { readStamp } from "./parts/schedule-time.ts";
import { withLicence } from "./parts/stated.ts";
import { looksLikeHtml, textToMarkdown } from "./parts/text-to-markdown.ts";
import { isObject } from "../text/is-object.ts";

const CATEGORY_FIELDS = new Set(
  "title description slug url start_date end_date id name whiteboard notes_for_editing location added".split(" "),
);

export const pyvideo: Importer = {
  name: "pyvideo",
  title: "pyvideo (category.json and videos/*.json)",
  recognises: ({ text }) => isVideo(text) || isCategory(text),
  read(files) {
    const reading = new Reading();
    const conferences = new Map<string, ForeignConference>();
    const categories = new Set<ForeignFile>();
    for (const file of files) {
      if (!isCategory(file.text)) continue;
      categories.add(file);
      const { value } = readJson(file, reading);
      const folder = folderOf(file.path);
      if (isObject(value)) conferences.set(folder, conferenceOf(value, folder, reading, file));
    }
    for (const file of files) {
      if (categories.has(file)) continue;
      reading.row();
      const { value, problem } = readJson(file, reading);
      if (problem) reading.refuseFor(problem, wholeFile(file));
      else if (isObject(value)) addVideo(value, file, conferences, reading);
      else reading.refuse(wholeFile(file), "not-a-video", "The file holds no video.", "Leave the file out, or get it anew from pyvideo.");
      // There are tens of thousands of them, and each has been read.
      reading.settle();
    }
    // A title and an address alone are those of any site.
    return reading.finish([...conferences.values()].filter(({ talks }) => talks.length > 0));
  },
};

function isVideo(text: string): boolean {
  return (
    /^\s*\{/.test(text) &&
    /"videos"\s*:\s*[[n]|"source_url"\s*:/.test(text) &&
    /"(speakers|recorded|thumbnail_url|copyright_text)"\s*:/.test(text)
  );
}

function isCategory(text: string): boolean {
  if (text.length > 50_000 || !/^\s*\{/.test(text) || !/"title"\s*:/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && textOf(value["title"]) !== "" && Object.keys(value).every((name) => CATEGORY_FIELDS.has(name));
  } catch {
    return false;
  }
}

function addVideo(data: Record<string, unknown>, file: ForeignFile, conferences: Map<string, ForeignConference>, reading: Reading): void {
  const folder = folderOf(file.path);
  const name = lineOf(data["category"]) || folder.split("/").at(-1) || "pyvideo";
  const key = conferences.has(folder) ? folder : `\0${name}`;
  const conference = conferences.get(key) ?? { key: name, event: { name }, talks: [], speakers: [] };
  conferences.set(key, conference);
  const talk = readVideo(data, file, reading);
  if (talk) conference.talks.push(talk);
}

/** The folder of the category: that of its file, or above `videos/`. */
function folderOf(path: string): string {
  return path.replace(/(^|\/)[^/]*$/, "").replace(/(^|\/)videos$/, "");
}

function conferenceOf(category: Record<string, unknown>, folder: string, reading: Reading, file: ForeignFile): ForeignConference {
  const name = lineOf(category["title"]);
  const url = reading.address(textOf(category["url"]), wholeFile(file));
  const [start, end] = ["start_date", "end_date"].map((name) => reading.day(lineOf(category[name]), jsonPlace(file, [name])));
  const event = filled({
    name,
    welcome: describe(textOf(category["description"])),
    startDate: start,
    endDate: start === undefined ? undefined : end,
    sources: listOf(url) as string[],
  });
  return { key: name, event, ...filled({ slug: lineOf(category["slug"]) || folder.split("/").at(-1) }), talks: [], speakers: [] };
}

/** Descriptions are reStructuredText, but some came as HTML. */
function describe(written: string): string {
  const text = withoutComments(written);
  const isHtml = /<\/(p|li|div|ul|a)>|<br ?\/?>/i.test(text) && !/^\.\. raw::/m.test(text);
  return isHtml && looksLikeHtml(text) ? textToMarkdown(text) : rstToMarkdown(text);
}

/** Addresses were taken out of reStructuredText with its escapes, and with the bracket or full stop after them. */
const unmarked = (address: string) => withoutPunctuation(address.trim().replace(/\\([_*`|\\])/g, "$1"));

/** The length of a video; what is none is told, but that nobody knows it is written as 0 too. */
function lengthOf(value: unknown, field: string, reading: Reading): string | undefined {
  const length = videoLength(value);
  if (length === undefined && !/^(0|null)?$/i.test(textOf(value).trim())) reading.drop(field);
  return length;
}

function readVideo(data: Record<string, unknown>, file: ForeignFile, reading: Reading): ForeignTalk | undefined {
  const place = jsonPlace(file, []);
  const title = reading.title(textOf(data["title"]), place);
  if (title === undefined) return undefined;
  const recorded = lineOf(data["recorded"]);
  const stamp = readStamp(recorded);
  if (recorded !== "" && !stamp)
    reading.warn(
      jsonPlace(file, ["recorded"]),
      "bad-date",
      `\`${clip(recorded)}\` of “${clip(title)}” is not a date.`,
      "Write it as `2014-07-23`, or add it to the record by hand.",
    );
  const alias = lineOf(data["alias"]);
  const isPath = /^[\w/.-]+$/.test(alias);
  if (alias !== "" && !isPath) reading.drop("alias");
  const length = lengthOf(data["duration"], "duration", reading);
  const media = placeMedia(
    [
      ...listOf(data["videos"]).map((video) => ({
        url: isObject(video) ? textOf(video["url"]) : textOf(video),
        title: isObject(video) ? lineOf(video["type"]) : "",
        isVideo: true,
        length: isObject(video) ? lengthOf(video["length"], "length", reading) : undefined,
      })),
      { url: textOf(data["source_url"]), title: "", isVideo: true, length: undefined },
      ...listOf(data["related_urls"]).map((one) => ({
        url: isObject(one) ? textOf(one["url"]) : textOf(one),
        title: isObject(one) ? lineOf(one["label"] ?? one["title"] ?? one["description"]) : "",
        isVideo: false,
      })),
    ],
    (written) => reading.address(unmarked(written), place),
    length,
  );
  if (length !== undefined && media.video === undefined) reading.drop("duration");
  return {
    rows: [place],
    key: lineOf(data["slug"]) || lineOf(data["id"]) || title,
    ...filled({ slug: lineOf(data["slug"]), when: stamp && { date: stamp.date } }),
    record: {
      title,
      ...filled({
        abstract: joinTexts(
          title,
          "",
          describe(textOf(data["abstract"])),
          joinTexts(title, "", describe(textOf(data["summary"])), describe(textOf(data["description"]))),
        ),
        topics: reading.topics(listOf(data["tags"]).map(lineOf)),
        formerUrls: isPath ? [`/${alias.replace(/^\/+/, "")}`] : [],
      }),
      ...reading.languages(lineOf(data["language"]), jsonPlace(file, ["language"])),
      ...withLicence(media, lineOf(data["copyright_text"]), reading, "copyright_text"),
    },
    speakers: listOf(data["speakers"])
      .flatMap((name) => (Array.isArray(data["speakers"]) ? [lineOf(name)] : namesOf(textOf(name), reading)))
      .filter((name) => name !== "" && !/^(various|unknown|n\/?a|tba)( speakers?)?$/i.test(name))
      .map((name) => ({ name })),
  };
}

/** The names in one text, which is told. */
function namesOf(text: string, reading: Reading): string[] {
  const names = splitNames(text);
  if (names.length > 0) reading.guess(text, peopleAsText(names.map((name) => ({ name }))));
  return names;
}
