/** Reads the site of devopsdays: an event's YAML with its programme, and a page for each talk and speaker. */
import { clip } from "../model/records/fields.ts";
import type { ForeignConference, ForeignSpeaker, ForeignTalk, Importer, Place } from "./importer.ts";
import { cascade, draftOf, type ForeignPage, hasFrontMatter, isDraftOfPerson, readForeignPage } from "./parts/front-matter.ts";
import { placeMedia, videoOf } from "./parts/media-links.ts";
import { profileLink } from "./parts/profiles.ts";
import { filled, Reading } from "./parts/reading.ts";
import { kindOf } from "./parts/schedule-text.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { readYamlFile, type YamlValue } from "./parts/yaml.ts";

/** In how many letters a page says what it is. */
const HEAD = 3000;

export const devopsdays: Importer = {
  name: "devopsdays",
  title: "devopsdays (data/events/….yml or …/main.yml and program.yml, pages of program/ and speakers/)",
  recognises: ({ text }) =>
    hasFrontMatter(text)
      ? /(?:^|\s)type[ \t]*[=:][ \t]*["']?(talk|speaker)\b/i.test(text.slice(0, HEAD)) &&
        /^(talk_date|talk_start_time|speakers\s*=|linktitle)/im.test(text.slice(0, HEAD))
      : (/^name:/m.test(text) && /^(startdate|cfp_date_start|event_group|masthead_background|team_members):/m.test(text)) ||
        isProgramme(text),
  read(files) {
    const reading = new Reading();
    const pages = files.filter(({ text }) => hasFrontMatter(text)).flatMap((file) => readForeignPage(file, reading) ?? []);
    cascade(pages);
    const events = files.filter(({ text }) => !hasFrontMatter(text)).map((file) => readYamlFile(file, reading));
    const folders = new Map<string, Folder>();
    const folderOf = (name: string) => {
      const folder = folders.get(name) ?? { name, event: undefined, programmes: [], talks: [], speakers: [] };
      folders.set(name, folder);
      return folder;
    };
    // The programme of later years lies beside the event, in a file of its own.
    const beside = new Map<string, string>();
    for (const event of events.filter((one) => one.line("name") !== "")) {
      const folder = folderOf(event.line("name"));
      folder.event = event;
      folder.programmes.push(event);
      beside.set(dirOf(event.place.file.path), folder.name);
    }
    for (const programme of events.filter((one) => one.line("name") === "")) {
      const folder = dirOf(programme.place.file.path);
      const [, year, city] = /(\d{4})\/([^/]+)$/.exec(folder) ?? [];
      folderOf(beside.get(folder) ?? (year === undefined ? "devopsdays" : `${year}-${city}`)).programmes.push(programme);
    }
    for (const page of pages) {
      const [, name = "devopsdays"] = /([^/]+)\/(?:program|speakers?)\/[^/]+$/.exec(page.file.path) ?? [];
      const isTalk = /^talk$/i.test(line(page.fields, "type"));
      folderOf(name)[isTalk ? "talks" : "speakers"].push(page);
    }
    return reading.finish([...folders.values()].map((folder) => conferenceOf(folder, reading)));
  },
};

/** Whether a text without front matter is the programme of an event that is in another file. */
const isProgramme = (text: string) =>
  /^(?:program|ignites):[ \t]*\r?\n[ \t]*-[ \t]+title:/m.test(text) && /^[ \t]+start_time:/m.test(text) && /^[ \t]+type:/m.test(text);

const dirOf = (path: string) => path.replace(/\/[^/]*$/, "");

interface Folder {
  name: string;
  event: YamlValue | undefined;
  /** Where entries of the programme stand: the event's own file, and one beside it. */
  programmes: YamlValue[];
  talks: ForeignPage[];
  speakers: ForeignPage[];
}

/** A talk with the rows of the programme that name it. */
type Talk = ForeignTalk & { rows: [Place, ...Place[]] };

/** A field whatever its capitals. */
function value(fields: YamlValue, name: string): YamlValue | undefined {
  const written = fields.fields.names().find((one) => one.toLowerCase() === name);
  return written === undefined ? undefined : fields.fields.get(written);
}

const line = (fields: YamlValue, name: string) => (value(fields, name)?.text ?? "").replace(/\s+/g, " ").trim();

function conferenceOf({ name, event, programmes, talks: pages, speakers: people }: Folder, reading: Reading): ForeignConference {
  const names = new Map<string, string>();
  const speakers = people.flatMap((page) => readSpeaker(page, names, reading));
  const talks = new Map<string, Talk>();
  for (const page of pages) {
    const talk = readTalk(page, names, reading);
    if (talk) talks.set(page.name, talk);
  }
  const others = programmes.flatMap((programme) =>
    ["program", "ignites"].flatMap((list) => value(programme, list)?.items.flatMap((entry) => readEntry(entry, talks, reading)) ?? []),
  );
  const city = event?.line("city") ?? "";
  const dayOf = (field: string) => event && reading.stamp(event.line(field), event.placeOf(field))?.date;
  const [start, end] = [dayOf("startdate"), dayOf("enddate")];
  if (start === undefined && end !== undefined) reading.drop("enddate");
  const year = event?.line("year") || start?.slice(0, 4) || /^\d{4}/.exec(name)?.[0];
  return {
    key: name,
    event: filled({
      name: city === "" ? `devopsdays ${name}` : ["devopsdays", city, year].filter(Boolean).join(" "),
      startDate: start,
      endDate: start && end,
      venue: event?.line("location"),
      city,
      welcome: textToMarkdown(event?.line("description") ?? ""),
    }),
    slug: name,
    talks: [...talks.values(), ...others],
    speakers,
  };
}

function readSpeaker(page: ForeignPage, names: Map<string, string>, reading: Reading): ForeignSpeaker[] {
  const { fields, body, name: key, place } = page;
  reading.row();
  const name = line(fields, "title");
  if (name === "") {
    reading.refuse(place, "name-missing", "The speaker has no name.", "Write the name as `Title` in the file.");
    return [];
  }
  names.set(key, name);
  if (isDraftOfPerson(page, name, reading)) return [{ rows: [], key, name, draft: true }];
  const links = fields.fields.names().flatMap((field) => {
    // Only what is kept may be asked for, so that the rest is told.
    const link = profileLink(field, "x") && profileLink(field, line(fields, field.toLowerCase()));
    const url = link && reading.address(link.written, place);
    return link && url !== undefined ? [{ title: link.title, url }] : [];
  });
  return [{ rows: [place], key, name, ...filled({ bio: body, links, publishFrom: draftOf(page).publishFrom }) }];
}

function readTalk(page: ForeignPage, names: ReadonlyMap<string, string>, reading: Reading): Talk | undefined {
  const { fields, body, name: key, place } = page;
  reading.row();
  const title = reading.title(line(fields, "title"), place);
  if (title === undefined) return undefined;
  const listed = value(fields, "speakers");
  const slugs = [listed?.text ?? "", ...(listed?.items ?? []).map(({ text }) => text)].filter((slug) => slug !== "");
  const videoAt = (host: string) => {
    const written = line(fields, host);
    const url = videoOf(host, written);
    if (url === undefined && written !== "") reading.drop(host);
    return url ?? "";
  };
  const isWhole = (text: string) => /^https?:/i.test(text);
  const media = placeMedia(
    [
      { url: videoAt("youtube"), title: "", isVideo: true },
      { url: videoAt("vimeo"), title: "Vimeo", isVideo: true },
      ...["slides", "pdf", "speakerdeck", "slideshare", "googleslides"].map((field) => {
        const written = value(fields, field)?.text.trim() ?? "";
        if (written !== "" && !isWhole(written)) reading.drop(field);
        return { url: isWhole(written) ? written : "", title: "Slides", isSlides: true, isVideo: false };
      }),
    ],
    (written) => reading.address(written, place),
  );
  const placeOf = (name: string) => value(fields, name)?.place ?? place;
  const start = reading.stamp(line(fields, "talk_date"), placeOf("talk_date"));
  const clock = (name: string) => reading.clock(line(fields, name), placeOf(name));
  return {
    rows: [place],
    key,
    slug: key,
    ...filled({
      when: start && { date: start.date, ...reading.clocks(start.date, clock("talk_start_time"), clock("talk_end_time"), "talk_end_time") },
    }),
    record: { title, ...filled({ abstract: body }), ...media, ...draftOf(page) },
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
function readEntry(entry: YamlValue, talks: ReadonlyMap<string, Talk>, reading: Reading): ForeignTalk[] {
  reading.row();
  const written = entry.line("title");
  const clock = (name: string) => reading.clock(entry.line(name), entry.placeOf(name));
  const date = reading.stamp(entry.line("date"), entry.placeOf("date"))?.date;
  const when = date === undefined ? undefined : { date, ...reading.clocks(date, clock("start_time"), clock("end_time"), "end_time") };
  const type = entry.line("type");
  const talk = talks.get(written);
  if (talk) {
    talk.rows.push(entry.place);
    const { when: known } = talk;
    const isSameDay = known !== undefined && known.date === when?.date;
    if (known === undefined || (isSameDay && known.start === undefined)) Object.assign(talk, filled({ when }));
    else if (when && (!isSameDay || (when.start !== undefined && when.start !== known.start)))
      reading.warn(
        entry.place,
        "two-times",
        `“${clip(talk.record.title)}” has another time already, ${[known.date, known.start].filter(Boolean).join(" ")}, which it keeps.`,
        "If it was given twice, add the other time as a record of its own.",
      );
    const kind = reading.kind(type === "custom" ? "" : type, talk.record.title, true, "type");
    Object.assign(talk.record, filled({ kind: kind === "other" ? undefined : kind, room: entry.line("location") }));
    return [];
  }
  const title = reading.title(written, entry.place);
  if (title === undefined) return [];
  if (/^(talk|ignite)$/i.test(type) && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(title))
    reading.warn(
      entry.place,
      "talk-unknown",
      `There is no page of the talk \`${clip(title)}\`.`,
      "Import the folder `program/` together with the programme.",
    );
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
