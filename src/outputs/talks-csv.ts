/** The talks of an event, and of the whole archive, as CSV: a line each. */
import { type Cell, csvText } from "../components/csv.ts";
import { type Archive, presentations, type Talk } from "../model/archive.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { statusOf } from "../model/status.ts";
import { absolute, eventTablePath, mediaPath, PATHS } from "../model/urls.ts";
import { minutesOf } from "../model/when.ts";
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
  return [
    id,
    title,
    many(speakers.map(({ name }) => name)),
    organizationsOf(speakers),
    event.record.name,
    when?.date,
    record.endDate,
    when?.start,
    when?.end,
    minutesOf(talk),
    record.room,
    record.track,
    record.kind,
    many(languages),
    statusOf(talk),
    many(keywords),
    places(slides),
    places(recordings),
    licenceOf(archive.site, talk),
    absolute(archive.site.base, talk.path),
    record.namesWithheld,
    record.part,
    record.parts,
    record.recording,
    record.postponedTo,
    many(record.alsoGivenAt ?? []),
    places(documents.filter(({ kind }) => kind !== "slides")),
    many([...new Set(slides.map((document) => documentLicence(archive.site, talk, document)))]),
    many([...new Set(recordings.map((recording) => recordingLicence(archive.site, talk, recording)))]),
  ];
}
