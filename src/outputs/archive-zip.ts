/** `archive.zip` of an event: its records, those of its speakers and those that all events share as they are written, and its media files. */
import { type ZipEntry, zipOf } from "../components/zip.ts";
import type { Archive, Event, Filed } from "../model/archive.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { licenceAddress } from "../text/licences.ts";
import { mediaOf } from "../model/media.ts";
import { sharedRecords } from "../model/shared-records.ts";
import { absolute, archiveZipPath, mediaPath } from "../model/urls.ts";
import { GENERATOR } from "../publishing/generator.ts";
import type { OutputContext, OutputFormat } from "./output-format.ts";

/** Media files are added while all of them together stay below this; a zip is made in memory. */
const MOST_MEDIA_BYTES = 200_000_000;

export const archiveZip = {
  name: "archive-zip",
  readsShared: true,
  *eventFiles(archive: Archive, event: Event, { readMedia, readRecord }: OutputContext) {
    const shared = sharedRecords(archive).map((filed) => ({ path: `${filed.id}.yaml`, filed }));
    const records = [...shared, ...recordsOfEvent(event)];
    const entries: ZipEntry[] = records.map(({ path, filed }) => ({ path: `content/${path}`, bytes: readRecord(filed) }));
    const leftOut: string[] = [];
    let size = 0;
    for (const { path, bytes } of mediaOf(archive, event)) {
      if (size + bytes > MOST_MEDIA_BYTES) {
        leftOut.push(absolute(archive.site.base, mediaPath(path)));
        continue;
      }
      size += bytes;
      entries.push({ path: `assets/media/${path}`, bytes: readMedia(path) });
    }
    const readme = { path: "README.txt", bytes: new TextEncoder().encode(readmeOf(archive, event, leftOut)) };
    yield { path: archiveZipPath(event.id).slice(1), content: zipOf([readme, ...entries]) };
  },
} satisfies OutputFormat;

/** The records of an event: its own, its talks', and those that its speakers have, by path below the content folder. */
function recordsOfEvent(event: Event): { path: string; filed: Filed<unknown> }[] {
  const speakers = new Map<string, Filed<unknown>>();
  for (const { person } of event.talks.flatMap((talk) => talk.speakers))
    if (person.record && !person.record.isAbridged) speakers.set(person.slug, person.record);
  const published = event.talks.filter((talk) => !talk.isAbridged);
  const talks = published.map((talk) => ({ path: `events/${event.id}/talks/${talk.slug}.md`, filed: talk }));
  return [
    { path: `events/${event.id}/event.md`, filed: event },
    ...talks.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...[...speakers.values()].map((filed) => ({ path: `speakers/${filed.id}.md`, filed })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  ];
}

/** The licences of talks, slides and recordings as lines of text; empty where none is known. */
function licencesIn(archive: Archive, event: Event): string {
  const { site, words } = archive;
  const lines = event.talks.flatMap((talk) => {
    const all = [
      licenceOf(site, talk),
      ...talk.documents.map((document) => documentLicence(site, talk, document)),
      ...talk.recordings.map((recording) => recordingLicence(site, talk, recording)),
    ];
    const known = [...new Set(all)].flatMap((one) => (one === undefined ? [] : licenceAddress(one)));
    return known.length === 0 ? [] : `- ${words.zip.talkLicence({ talk: talk.title, licence: known.join(" ") })}\n`;
  });
  return lines.length === 0 ? "" : `\n${words.zip.licences}\n${lines.join("")}`;
}

function readmeOf(archive: Archive, event: Event, leftOut: readonly string[]): string {
  const { base, record } = archive.site;
  const { zip } = archive.words;
  const licence = record.licence.url ? `${record.licence.text}\n${record.licence.url}` : record.licence.text;
  const missing = leftOut.length ? `\n${zip.tooLarge}\n${leftOut.map((url) => `- ${url}\n`).join("")}` : "";
  return `${event.record.name}
${absolute(base, event.path)}

${zip.about(record.name)}

${zip.howToRead({ event: `content/events/${event.id}`, program: GENERATOR })}

${licence}
${licencesIn(archive, event)}${missing}`;
}
