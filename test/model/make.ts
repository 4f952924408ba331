/** Makes records and archives for tests of the model: fields as an editor writes them, read by the real schemas. */
import type { Archive, Event, Filed, Prose, Records, Talk } from "../../src/model/archive.ts";
import type { MediaFile } from "../../src/model/made-media.ts";
import { buildArchive } from "../../src/model/build-archive.ts";
import type { Finding } from "../../src/model/problem.ts";
import { addressesSchema } from "../../src/model/records/changes.ts";
import { eventSchema } from "../../src/model/records/event.ts";
import { pageSchema } from "../../src/model/records/page.ts";
import { paperSchema } from "../../src/model/records/paper.ts";
import { siteSchema } from "../../src/model/records/site.ts";
import { speakerSchema } from "../../src/model/records/speaker.ts";
import { talkSchema } from "../../src/model/records/talk.ts";
import { organizationsSchema, topicsSchema } from "../../src/model/records/vocabulary.ts";
import { wordsSchema } from "../../src/model/records/words.ts";
import { parseBase } from "../../src/model/urls.ts";

type Fields = Record<string, unknown>;

/** Records by id; a talk is `event/talk`. An event needs a name, a talk a title; both have one if not given. */
export interface Made {
  site?: Fields;
  url?: string;
  events?: Record<string, Fields>;
  talks?: Record<string, Fields>;
  speakers?: Record<string, Fields>;
  papers?: Record<string, Fields>;
  pages?: Record<string, Fields>;
  /** The entries of the vocabularies. */
  topics?: Fields[];
  /** Words that the vocabulary of topics says are none. */
  notTopics?: string[];
  organizations?: Fields[];
  /** What became of addresses. */
  addresses?: Fields;
  media?: MediaFile[];
  /** Words of the archive's own. */
  ownWords?: Fields;
}

const SITE = {
  name: "Little Archive",
  tagline: "Talks of a little conference",
  url: "https://little.example.org/",
  notice: "This is an archive.",
  liveSite: { name: "example.org", url: "https://example.org/" },
  licence: { text: "Free to use." },
};

/** Stands in for Markdown: one escaped paragraph. */
export function render(markdown: string): Prose {
  const escaped = markdown.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return { markdown, html: `<p>${escaped}</p>`, text: markdown };
}

/** The records, checked by the schemas. */
export function recordsOf(made: Made): Records {
  const filed = <R>(folder: string, all: Record<string, Fields> | undefined, parse: (fields: Fields) => R): Filed<R>[] =>
    Object.entries(all ?? {}).map(([id, fields]) => ({ id, file: `content/${folder}/${id}.md`, record: parse(fields) }));
  return {
    site: { id: "site", file: "content/site.yaml", record: siteSchema.parse({ ...SITE, ...made.site }) },
    events: filed("events", made.events, (fields) => eventSchema.parse({ name: "An event", ...fields })),
    talks: filed("talks", made.talks, (fields) => talkSchema.parse({ title: "A talk", ...fields })),
    speakers: filed("speakers", made.speakers, (fields) => speakerSchema.parse(fields)),
    papers: filed("papers", made.papers, (fields) => paperSchema.parse({ title: "A paper", ...fields })),
    pages: filed("pages", made.pages, (fields) => pageSchema.parse({ title: "A page", ...fields })),
    vocabularies: {
      ...((made.topics ?? made.notTopics) && {
        topics: {
          id: "topics",
          file: "content/topics.yaml",
          record: topicsSchema.parse({ topics: made.topics ?? [], notTopics: made.notTopics }),
        },
      }),
      ...(made.organizations && {
        organizations: {
          id: "organizations",
          file: "content/organizations.yaml",
          record: organizationsSchema.parse({ organizations: made.organizations }),
        },
      }),
      ...(made.addresses && {
        addresses: { id: "addresses", file: "content/addresses.yaml", record: addressesSchema.parse(made.addresses) },
      }),
    },
    ...(made.ownWords && { ownWords: { id: "words", file: "content/words.yaml", record: wordsSchema.parse(made.ownWords) } }),
    media: new Map((made.media ?? []).map((file) => [file.path, file])),
  };
}

export function make(made: Made): { archive: Archive; findings: Finding[] } {
  return buildArchive(recordsOf(made), parseBase(made.url ?? SITE.url), render);
}

export function archiveOf(made: Made): Archive {
  return make(made).archive;
}

/** One event with the given talks: by name, or `talk-1`, `talk-2` and so on. */
export function eventOf(talks: Fields[] | Record<string, Fields>, event: Fields = {}): Event {
  const named = Array.isArray(talks) ? Object.fromEntries(talks.map((talk, index) => [`talk-${index + 1}`, talk])) : talks;
  const archive = archiveOf({
    events: { "2020-spring": event },
    talks: Object.fromEntries(Object.entries(named).map(([name, fields]) => [`2020-spring/${name}`, fields])),
  });
  return existing(archive.events[0]);
}

/** The talk with that id; fails where there is none. */
export function talkOf(archive: Archive, id: string): Talk {
  return existing(archive.talks.find((talk) => talk.id === id));
}

/** The value; fails where there is none. */
export function existing<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error("There is no such value.");
  return value;
}
