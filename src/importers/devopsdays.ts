/** Reads the site of devopsdays: an event's YAML with its programme, and a page for each talk and speaker. */
import type { ForeignConference, ForeignSpeaker, ForeignTalk, ForeignTime, Importer, Place } from "./importer.ts";
import { type ForeignPage, hasFrontMatter, readForeignPage } from "./parts/front-matter.ts";
import { placeMedia } from "./parts/media-links.ts";
import { profileLink } from "./parts/profiles.ts";
import { filled, Reading } from "./parts/reading.ts";
import { kindOf } from "./parts/schedule-text.ts";
import { readClock, readStamp } from "./parts/schedule-time.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { readYamlFile, type YamlValue } from "./parts/yaml.ts";

/** In how many letters a page says what it is. */
const HEAD = 3000;

export const devopsdays: Importer = {
  name: "devopsdays",
  title: "devopsdays (data/events/….yml, pages of program/ and speakers/)",
  recognises: ({ text }) =>
    hasFrontMatter(text)
      ? /(?:^|\s)type[ \t]*[=:][ \t]*["']?(talk|speaker)\b/i.test(text.slice(0, HEAD)) &&
        /^(talk_date|talk_start_time|speakers\s*=|linktitle)/im.test(text.slice(0, HEAD))
      : /^name:/m.test(text) && /^(startdate|cfp_date_start|event_group|masthead_background|team_members):/m.test(text),
  read(files) {
    const reading = new Reading();
    const pages = files.filter(({ text }) => hasFrontMatter(text)).flatMap((file) => readForeignPage(file, reading) ?? []);
    const events = files.filter(({ text }) => !hasFrontMatter(text)).map((file) => readYamlFile(file, reading));
    const folders = new Map<string, Folder>();
    const folderOf = (name: string) => {
      const folder = folders.get(name) ?? { name, event: undefined, talks: [], speakers: [] };
      folders.set(name, folder);
      return folder;
    };
    for (const event of events) folderOf(event.line("name")).event = event;
    for (const page of pages) {
      const [, name = "devopsdays"] = /([^/]+)\/(?:program|speakers?)\/[^/]+$/.exec(page.file.path) ?? [];
      const isTalk = /^talk$/i.test(line(page.fields, "type"));
      folderOf(name)[isTalk ? "talks" : "speakers"].push(page);
    }
    return reading.finish([...folders.values()].map((folder) => conferenceOf(folder, reading)));
  },
};

interface Folder {
  name: string;
  event: YamlValue | undefined;
  talks: ForeignPage[];
  speakers: ForeignPage[];
}

/** A field whatever its capitals. */
function value(fields: YamlValue, name: string): YamlValue | undefined {
  const written = fields.fields.names().find((one) => one.toLowerCase() === name);
  return written === undefined ? undefined : fields.fields.get(written);
}

const line = (fields: YamlValue, name: string) => (value(fields, name)?.text ?? "").replace(/\s+/g, " ").trim();

function conferenceOf({ name, event, talks: pages, speakers: people }: Folder, reading: Reading): ForeignConference {
  const names = new Map<string, string>();
  const speakers = people.flatMap((page) => readSpeaker(page, names, reading));
  const talks = new Map<string, ForeignTalk>();
  for (const page of pages) {
    const talk = readTalk(page, names, reading);
    if (talk) talks.set(page.name, talk);
  }
  const others = (event && value(event, "program")?.items.flatMap((entry) => readEntry(entry, talks, reading))) ?? [];
  const city = event?.line("city") ?? "";
  const [start, end] = [readStamp(event?.line("startdate") ?? ""), readStamp(event?.line("enddate") ?? "")];
  const year = event?.line("year") || start?.date.slice(0, 4) || /^\d{4}/.exec(name)?.[0];
  return {
    key: name,
    event: filled({
      name: city === "" ? `devopsdays ${name}` : ["devopsdays", city, year].filter(Boolean).join(" "),
      startDate: start?.date,
      endDate: start && end?.date,
      venue: event?.line("location"),
      city,
      welcome: textToMarkdown(event?.line("description") ?? ""),
    }),
    slug: name,
    talks: [...talks.values(), ...others],
    speakers,
  };
}

function readSpeaker({ fields, body, name: key, place }: ForeignPage, names: Map<string, string>, reading: Reading): ForeignSpeaker[] {
  reading.row();
  const name = line(fields, "title");
  if (name === "") {
    reading.refuse(place, "name-missing", "The speaker has no name.", "Write the name as `Title` in the file.");
    return [];
  }
  names.set(key, name);
  const links = fields.fields.names().flatMap((field) => {
    if (/^(title|type|image|linktitle)$/i.test(field)) return [];
    const link = profileLink(field, line(fields, field.toLowerCase()));
    const url = link && reading.address(link.written, place);
    return link && url !== undefined ? [{ title: link.title, url }] : [];
  });
  return [{ rows: [place], key, name, ...filled({ bio: body, links }) }];
}

function readTalk(
  { fields, body, name: key, place }: ForeignPage,
  names: ReadonlyMap<string, string>,
  reading: Reading,
): ForeignTalk | undefined {
  reading.row();
  const title = reading.title(line(fields, "title"), place);
  if (title === undefined) return undefined;
  const listed = value(fields, "speakers");
  const slugs = [listed?.text ?? "", ...(listed?.items ?? []).map(({ text }) => text)].filter((slug) => slug !== "");
  const youtube = line(fields, "youtube");
  const vimeo = line(fields, "vimeo");
  const isWhole = (text: string) => /^https?:/i.test(text);
  const media = placeMedia(
    [
      { url: youtube === "" || isWhole(youtube) ? youtube : `https://www.youtube.com/watch?v=${youtube}`, title: "", isVideo: true },
      { url: vimeo === "" || isWhole(vimeo) ? vimeo : `https://vimeo.com/${vimeo}`, title: "Vimeo", isVideo: true },
      ...["slides", "pdf", "speakerdeck", "slideshare", "googleslides"].map((field) => {
        const written = value(fields, field)?.text.trim() ?? "";
        if (written !== "" && !isWhole(written)) reading.drop(field);
        return { url: isWhole(written) ? written : "", title: "Slides", isSlides: true, isVideo: false };
      }),
    ],
    (written) => reading.address(written, place),
  );
  const start = readStamp(line(fields, "talk_date"));
  return {
    rows: [place],
    key,
    slug: key,
    ...filled({ when: start && timeOf(start.date, line(fields, "talk_start_time"), line(fields, "talk_end_time")) }),
    record: { title, ...filled({ abstract: body }), ...media },
    speakers: slugs.map((slug) => {
      const name = names.get(slug);
      if (name === undefined)
        reading.warn(
          place,
          "speaker-unknown",
          `There is no page of the speaker \`${slug}\`.`,
          "Import the folder `speakers/` together with `program/`.",
        );
      return {
        name:
          name ??
          slug
            .split("-")
            .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
            .join(" "),
        key: slug,
      };
    }),
  };
}

/** An entry of the programme gives a talk its time, or is a session that has no page. */
function readEntry(entry: YamlValue, talks: ReadonlyMap<string, ForeignTalk>, reading: Reading): ForeignTalk[] {
  reading.row();
  const written = entry.line("title");
  const date = readStamp(entry.line("date"))?.date;
  const when = date === undefined ? undefined : timeOf(date, entry.line("start_time"), entry.line("end_time"));
  const type = entry.line("type");
  const talk = talks.get(written);
  if (talk) {
    talk.rows = [...talk.rows, entry.place];
    talk.when ??= when;
    if (/ignite/i.test(type)) talk.record.kind ??= "lightning";
    return [];
  }
  const title = reading.title(written, entry.place);
  if (title === undefined) return [];
  const kind = /open-?space/i.test(type) ? "discussion" : kindOf(type === "custom" ? title : type, title, false);
  const place: Place = entry.place;
  return [
    {
      rows: [place],
      key: [date, entry.line("start_time"), title].filter(Boolean).join(" "),
      record: {
        title,
        ...filled({
          kind: kind === "other" ? undefined : kind,
          room: entry.line("location"),
          abstract: textToMarkdown(entry.line("comments")),
        }),
      },
      ...filled({ when }),
      speakers: [],
    },
  ];
}

function timeOf(date: string, start: string, end: string): ForeignTime {
  const [from, to] = [readClock(start), readClock(end)];
  return { date, ...filled({ start: from, end: from !== undefined && to !== undefined && to > from ? { date, time: to } : undefined }) };
}
