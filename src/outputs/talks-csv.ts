/** The talks of an event, and of the whole archive, as CSV: a line each. */
import { type Cell, csvText } from "../components/csv.ts";
import { type Archive, presentations, type Talk } from "../model/archive.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { statusOf } from "../model/status.ts";
import { absolute, eventTablePath, mediaPath, PATHS } from "../model/urls.ts";
import { minutesOf } from "../model/when.ts";
import { TALKS_TABLE, type TalksColumn } from "../publishing/talks-table.ts";
import type { OutputFormat } from "./output-format.ts";

/** Several values of one cell stand behind each other with this between them. */
const BETWEEN = "; ";

export const talksCsv = {
  name: "talks-csv",
  *files(archive) {
    yield { path: PATHS.talksCsv.slice(1), content: table(archive, archive.talks) };
  },
  *eventFiles(archive, event) {
    yield { path: eventTablePath(event.id).slice(1), content: table(archive, event.talks) };
  },
} satisfies OutputFormat;

/** Breaks are no talks. */
function table(archive: Archive, talks: readonly Talk[]): string {
  return csvText(
    archive.words.csv.talks,
    presentations(talks).map((talk) => row(archive, talk)),
  );
}

/** Once where all speakers have the same, else one for each in their order, empty where a speaker has none. */
function organizationsOf(speakers: Talk["speakers"]): string {
  const each = speakers.map(({ organization = "" }) => organization);
  return new Set(each).size === 1 ? (each[0] ?? "") : each.join(BETWEEN);
}

function row(archive: Archive, talk: Talk): Cell[] {
  const { id, title, speakers, event, record, when, documents, recordings, languages, keywords } = talk;
  const slides = documents.filter(({ kind }) => kind === "slides");
  const many = (values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined).join(BETWEEN);
  const places = (media: readonly { file?: string | undefined; url?: string | undefined }[]) =>
    many(media.flatMap(({ file, url }) => [file && absolute(archive.site.base, mediaPath(file)), url]));
  const cells: Record<TalksColumn, Cell> = {
    id,
    title,
    speakers: many(speakers.map(({ name }) => name)),
    organizations: organizationsOf(speakers),
    event: event.record.name,
    date: when?.date,
    lastDay: record.endDate,
    start: when?.start,
    end: when?.end,
    minutes: minutesOf(talk),
    room: record.room,
    track: record.track,
    kind: record.kind,
    languages: many(languages),
    status: statusOf(talk),
    topics: many(keywords),
    slides: places(slides),
    video: places(recordings),
    licence: licenceOf(archive.site, talk),
    address: absolute(archive.site.base, talk.path),
    namesWithheld: record.namesWithheld,
    part: record.part,
    parts: record.parts,
    recordingStatus: record.recording,
    postponedTo: record.postponedTo,
    alsoGivenAt: many(record.alsoGivenAt ?? []),
    documents: places(documents.filter(({ kind }) => kind !== "slides")),
    slidesLicence: many([...new Set(slides.map((document) => documentLicence(archive.site, talk, document)))]),
    recordingLicence: many([...new Set(recordings.map((recording) => recordingLicence(archive.site, talk, recording)))]),
  };
  return TALKS_TABLE.map((column) => cells[column]);
}
