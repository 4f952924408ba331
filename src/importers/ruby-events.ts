/** Reads RubyEvents' YAML: event.yml, videos.yml, schedule.yml, speakers.yml and venue.yml of a folder. */
import { count } from "../text/wording.ts";
import type { ForeignConference, ForeignFile, ForeignSpeaker, Importer } from "./importer.ts";
import { hasFrontMatter } from "./parts/front-matter.ts";
import { wholeFile } from "./parts/place.ts";
import { profileLink } from "./parts/profiles.ts";
import { filled, listOf, Reading } from "./parts/reading.ts";
import { addSchedule } from "./parts/ruby-schedule.ts";
import { readVideo } from "./parts/ruby-video.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { readYamlFile, type YamlValue } from "./parts/yaml.ts";

type Kind = "event" | "videos" | "schedule" | "speakers" | "venue";

export const rubyEvents: Importer = {
  name: "rubyevents",
  title: "RubyEvents YAML (event.yml, videos.yml, schedule.yml, speakers.yml)",
  recognises: (file) => kindOf(file) !== undefined,
  read(files) {
    const reading = new Reading();
    const folders = new Map<string, Map<Kind, YamlValue>>();
    for (const file of files) {
      const kind = kindOf(file);
      const folder = folders.get(folderOf(file)) ?? new Map<Kind, YamlValue>();
      folders.set(folderOf(file), folder);
      const known = kind && folder.get(kind);
      if (kind && !known) folder.set(kind, readYamlFile(file, reading));
      else if (known && (kind === "videos" || kind === "speakers"))
        folder.set(kind, { ...known, items: [...known.items, ...readYamlFile(file, reading).items] });
      else if (known)
        reading.warn(
          wholeFile(file),
          "second-file",
          `The folder has another file that says what this one does: of the kind \`${kind}\` each event has one, and the first was read.`,
          "Give each event a folder of its own.",
        );
      else
        reading.warn(
          wholeFile(file),
          "unknown-file",
          "The file is none of RubyEvents' files.",
          "Give it another format with `--format`, or leave it out.",
        );
    }
    const conferences = [...folders].flatMap(([path, parts]) =>
      parts.has("event") || parts.has("videos") || parts.has("schedule") ? [conferenceOf(path, parts, reading)] : [],
    );
    const people = [...folders.values()].flatMap((parts) => parts.get("speakers") ?? []);
    addSpeakers(people, conferences, reading);
    return reading.finish(conferences);
  },
};

function kindOf({ text }: ForeignFile): Kind | undefined {
  if (/^\s*[[{<]/.test(text) || hasFrontMatter(text)) return undefined;
  if (/^(- | {2})(video_provider|raw_title|video_id):/m.test(text) && /^- +\w+:/m.test(text)) return "videos";
  if (/^days:/m.test(text) && /^[ \t]+(- )?(grid|start_time):/m.test(text)) return "schedule";
  // Lists of other sites have names, and some of the others.
  if ([/^(?:- | {2})name:/m, /^(?:- | {2})slug:/m, /^(?:- | {2})github:/m].every((field) => field.test(text)) && /^- /m.test(text))
    return "speakers";
  if (
    /^(title|id):/m.test(text) &&
    /^(start_date|channel_id|published_at|banner_background|featured_background|youtube_channel_id|year):/m.test(text)
  )
    return "event";
  // A meetup has no days of its own.
  if (/^id:/m.test(text) && /^title:/m.test(text) && /^(timezone|coordinates|location):/m.test(text)) return "event";
  if (/^name:/m.test(text) && /^(address|coordinates|maps):/m.test(text)) return "venue";
  return undefined;
}

const folderOf = ({ path }: ForeignFile) => path.replace(/(^|\/)[^/]*$/, "");

function conferenceOf(path: string, parts: ReadonlyMap<Kind, YamlValue>, reading: Reading): ForeignConference {
  const event = parts.get("event");
  const videos = parts.get("videos")?.items ?? [];
  const folder = path.split("/").at(-1) ?? "";
  const name =
    event?.line("title") || event?.line("name") || videos.map((video) => video.line("event_name")).find(Boolean) || folder || "RubyEvents";
  const read = videos.map((video) => readVideo(video, reading));
  const schedule = parts.get("schedule");
  const programme = read.flatMap(({ talk }) => talk ?? []);
  const breaks = schedule ? addSchedule(schedule, programme, reading) : [];
  const talks = [...read.flatMap(({ talk, within }) => (talk ? [talk, ...within] : within)), ...breaks];
  const dayOf = (name: string) => event && reading.day(event.line(name), event.placeOf(name));
  const [start, end] = [dayOf("start_date"), dayOf("end_date")];
  if (start === undefined && end !== undefined) reading.drop("end_date");
  const website = event && reading.address(event.line("website") || event.line("original_website"), event.placeOf("website"));
  const fields = filled({
    name,
    startDate: start,
    endDate: start && end,
    timezone: event && reading.zone(event.line("timezone"), event.placeOf("timezone")),
    venue: parts.get("venue")?.line("name"),
    ...placeOf(event?.line("location") ?? ""),
    welcome: textToMarkdown(event?.fields.get("description")?.text ?? ""),
    sources: listOf(website) as string[],
  });
  const key = event?.line("id") || event?.line("slug") || folder || name;
  return { key, event: fields, ...filled({ slug: event?.line("id") || event?.line("slug") || folder }), talks, speakers: [] };
}

/** `Chicago, IL` is a city; of `Chicago, IL, USA` the last part is the country. */
function placeOf(location: string): { city?: string; country?: string } {
  if (/^(online|virtual|remote)$/i.test(location)) return { city: "Online" };
  const parts = location.split(/\s*,\s*/).filter(Boolean);
  const last = parts.at(-1) ?? "";
  if (parts.length < 2 || (/^[A-Z]{2}$/.test(last) && !/^(US|UK)$/.test(last))) return filled({ city: location });
  return { city: parts.slice(0, -1).join(", "), country: last };
}

/** The file of speakers holds thousands; only those of these talks are wanted, unless there are no talks. */
function addSpeakers(lists: readonly YamlValue[], conferences: ForeignConference[], reading: Reading): void {
  const home = new Map<string, ForeignConference>();
  for (const conference of conferences)
    for (const { name } of conference.talks.flatMap((talk) => talk.speakers)) if (!home.has(name)) home.set(name, conference);
  if (home.size === 0 && lists.length > 0) conferences.push({ key: "rubyevents", event: {}, talks: [], speakers: [] });
  const everyone = home.size === 0 ? conferences.at(-1) : undefined;
  for (const list of lists) {
    let strangers = 0;
    for (const item of list.items) {
      const name = item.line("name");
      const conference = everyone ?? home.get(name);
      if (name === "" || conference) reading.row();
      if (name === "")
        reading.refuse(
          item.place,
          "name-missing",
          "The speaker has no name.",
          "Write `name:` in the file, or leave the speaker out of it.",
        );
      else if (conference) conference.speakers.push(speakerOf(item, name, reading));
      else strangers++;
    }
    if (strangers > 0)
      reading.warn(
        { ...list.place, end: list.place.start },
        "speakers-without-talk",
        `${count(strangers, "speaker")} in the file gave none of these talks and ${strangers === 1 ? "is" : "are"} left out.`,
        "Import the talks of the other events, too, if you want them.",
      );
  }
}

const PROFILES = ["website", "github", "twitter", "linkedin", "speakerdeck", "mastodon", "bsky"];

function speakerOf(item: YamlValue, name: string, reading: Reading): ForeignSpeaker {
  const links = PROFILES.flatMap((field) => {
    const link = profileLink(field, item.line(field));
    const url = link && reading.address(link.written, item.placeOf(field));
    return link && url !== undefined ? [{ title: link.title, url }] : [];
  });
  return { rows: [item.place], key: name, name, ...filled({ bio: textToMarkdown(item.fields.get("bio")?.text ?? ""), links }) };
}
