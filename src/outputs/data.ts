/** The archive's data for other programs: `data/*.json` and `event.json` of every event, in the format of `publishing/data-format.ts`. */
import type { Archive, Event, Talk } from "../model/archive.ts";
import {
  DATA_VERSION,
  type DataFile,
  type DataKind,
  type DataList,
  type EventData,
  type MediaData,
  type TalkData,
} from "../publishing/data-format.ts";
import { membersOf, talksOf } from "../model/organizations.ts";
import { dataJsonSchema } from "../publishing/json-schemas.ts";
import { publishedMedia } from "../model/media.ts";
import type { LocalTime } from "../model/time.ts";
import { absolute, dataPath, eventDataPath, mediaPath } from "../model/urls.ts";
import type { OutputFile, OutputFormat } from "./output-format.ts";

/** More entries than this are cut into several files of some megabytes. */
const PART = 2000;

export const data = {
  name: "data",
  *files(archive: Archive) {
    const files: DataFile[] = [];
    for (const [kind, entries] of Object.entries(lists(archive)) as [DataList, unknown[]][]) {
      for (let part = 1; part === 1 || (part - 1) * PART < entries.length; part++) {
        const inPart = entries.slice((part - 1) * PART, part * PART);
        const path = dataPath(kind, part).slice(1);
        files.push({ kind, path, count: inPart.length });
        yield listFile(archive, path, kind, {}, "entries", inPart);
      }
    }
    for (const { id, talks } of archive.events)
      files.push({ kind: "event", path: eventDataPath(id).slice(1), event: id, count: talks.length });
    const { base, record } = archive.site;
    yield listFile(archive, dataPath("archive").slice(1), "archive", { url: absolute(base, "/"), site: record }, "files", files);
    yield { path: dataPath("schema").slice(1), content: `${JSON.stringify(dataJsonSchema())}\n` };
  },
  *eventFiles(archive: Archive, event: Event) {
    const talks = event.talks.map((talk) => talkData(archive, talk));
    yield listFile(archive, eventDataPath(event.id).slice(1), "event", { event: eventData(archive, event) }, "talks", talks);
  },
} satisfies OutputFormat;

/** A file whose entries stand on a line each, so that versions can be compared line by line. */
function listFile(archive: Archive, path: string, kind: DataKind, facts: object, list: string, entries: readonly unknown[]): OutputFile {
  const $schema = absolute(archive.site.base, dataPath("schema"));
  const head = JSON.stringify({ $schema, version: DATA_VERSION, kind, ...facts }).slice(0, -1);
  const lines = entries.map((entry) => `\n${JSON.stringify(entry)}`).join(",");
  return { path, content: `${head},${JSON.stringify(list)}:[${lines}\n]}\n` };
}

function lists(archive: Archive): Record<DataList, unknown[]> {
  const url = (path: string) => absolute(archive.site.base, path);
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  return {
    events: archive.events.map((event) => eventData(archive, event)),
    talks: archive.talks.map((talk) => talkData(archive, talk)),
    speakers: archive.people.map(({ slug, path, name, appearances, record }) => ({
      id: slug,
      url: url(path),
      name,
      talks: [...new Set(appearances.map(({ talk }) => talk.id))],
      ...(record && { record: record.record }),
    })),
    topics: archive.topics.map(({ slug, path, name, otherNames, broader, talks, papers }) => ({
      id: slug,
      url: url(path),
      name,
      ...(otherNames.length && { otherNames }),
      ...(broader && { broader: broader.slug }),
      talks: ids(talks),
      papers: ids(papers),
    })),
    organizations: archive.organizations.map((organization) => ({
      id: organization.slug,
      url: url(organization.path),
      name: organization.name,
      ...(organization.otherNames.length && { otherNames: organization.otherNames }),
      people: membersOf(organization).map(({ slug }) => slug),
      talks: ids(talksOf(organization)),
      hosted: ids(organization.hosted),
    })),
    vocabularies: Object.entries({ ...archive.vocabularies, ...(archive.ownWords && { words: archive.ownWords }) }).map(
      ([id, { record }]) => ({ id, record }),
    ),
    papers: archive.papers.map(({ id, record }) => ({ id, record })),
    pages: archive.pages.map(({ id, path, record }) => ({ id, url: url(path), record })),
    media: mediaData(archive),
  };
}

function eventData(archive: Archive, { id, path, talks, record }: Event): EventData {
  return { id, url: absolute(archive.site.base, path), talks: talks.length, record };
}

function talkData(archive: Archive, { id, path, speakers, when, record }: Talk): TalkData {
  const instant = (time: LocalTime | undefined) => (time?.kind === "instant" ? time.iso : undefined);
  const [start, end] = [instant(when?.startTime), instant(when?.endTime)];
  const people = speakers.map(({ person }) => person.slug);
  return { id, url: absolute(archive.site.base, path), people, ...(start && { start }), ...(end && { end }), record };
}

function mediaData(archive: Archive): MediaData[] {
  return publishedMedia(archive)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => ({ path, bytes, url: absolute(archive.site.base, mediaPath(path)) }));
}
