/** The format of the archive's data, version 1: JSON files from which `content/` can be made again. */
import { z } from "zod";
import { addressesSchema } from "../model/records/changes.ts";
import { eventSchema } from "../model/records/event.ts";
import { pageSchema } from "../model/records/page.ts";
import { paperSchema } from "../model/records/paper.ts";
import { siteSchema } from "../model/records/site.ts";
import { speakerSchema } from "../model/records/speaker.ts";
import { talkSchema } from "../model/records/talk.ts";
import { organizationsSchema, topicsSchema } from "../model/records/vocabulary.ts";
import { wordsSchema } from "../model/records/words.ts";

/** Changes when a reader of the data would break; new fields and new files alone do not change it. */
export const DATA_VERSION = 1;

const text = (description: string) => z.string().meta({ description });
const count = (description: string) => z.int().min(0).meta({ description });
const url = z.url().meta({ description: "The address of its page." });
const talkIds = z.array(z.string()).meta({ description: "Ids of the talks, in order of the archive." });

const talk = z
  .strictObject({
    id: text("The name of the record: its event and its own, `event/talk`."),
    url,
    people: z.array(z.string()).meta({ description: "Ids of the speakers in published order, as in the file of speakers." }),
    start: text("When it starts, with the offset of its zone, where day, time and zone are known.").optional(),
    end: text("When it ends, likewise.").optional(),
    record: talkSchema.meta({ id: "talkRecord" }),
  })
  .meta({ id: "talk", description: "A talk: its record as written, and what the archive works out from it." });

const event = z
  .strictObject({
    id: text("The name of its folder."),
    url,
    talks: count("How many talks it has, breaks included."),
    record: eventSchema.meta({ id: "eventRecord" }),
  })
  .meta({ id: "event", description: "An edition." });

const person = z
  .strictObject({
    id: text("The name of the person in the archive."),
    url,
    name: text("The name, in the spelling of the archive."),
    talks: talkIds,
    record: speakerSchema
      .meta({ id: "speakerRecord" })
      .optional()
      .meta({ description: "The record; people of whom no more is known than their talks have none." }),
  })
  .meta({ id: "speaker", description: "A speaker." });

const topic = z
  .strictObject({
    id: text("The name of the topic in addresses."),
    url,
    name: text("The topic, in the spelling of the archive."),
    otherNames: z.array(z.string()).optional().meta({ description: "Further words for it." }),
    broader: text("The id of the wider topic that it is a part of.").optional(),
    talks: talkIds,
    papers: z.array(z.string()).meta({ description: "Ids of the papers." }),
  })
  .meta({ id: "topic", description: "A topic with all that is about it." });

const organization = z
  .strictObject({
    id: text("The name of the organization in addresses."),
    url,
    name: text("The organization, in the spelling of the archive."),
    otherNames: z.array(z.string()).optional().meta({ description: "Further spellings of the name." }),
    people: z.array(z.string()).meta({ description: "Ids of the people shown with it at a talk, or recorded with it." }),
    talks: talkIds,
    hosted: z.array(z.string()).meta({ description: "Ids of the events that it hosted." }),
  })
  .meta({ id: "organization", description: "An organization with all that names it." });

const vocabulary = z
  .union([
    z.strictObject({ id: z.literal("topics"), record: topicsSchema.meta({ id: "topicsRecord" }) }),
    z.strictObject({ id: z.literal("organizations"), record: organizationsSchema.meta({ id: "organizationsRecord" }) }),
    z.strictObject({ id: z.literal("addresses"), record: addressesSchema.meta({ id: "addressesRecord" }) }),
    z.strictObject({ id: z.literal("words"), record: wordsSchema.meta({ id: "wordsRecord" }) }),
  ])
  .meta({
    id: "vocabulary",
    description: "The curated topics, the spellings of organizations, what became of addresses, or the archive's own words, as written.",
  });

const paper = z
  .strictObject({ id: text("The name of the record."), record: paperSchema.meta({ id: "paperRecord" }) })
  .meta({ id: "paper", description: "A paper." });

const page = z
  .strictObject({ id: text("The name of the record."), url, record: pageSchema.meta({ id: "pageRecord" }) })
  .meta({ id: "page", description: "Any other page." });

const media = z
  .strictObject({
    path: text("The path below `assets/media/`."),
    bytes: count("The size of the file."),
    url: z.url().meta({ description: "The address of the file." }),
  })
  .meta({ id: "media", description: "A media file that the archive keeps itself." });

const dataFile = z.strictObject({
  kind: text("What is in the file, which says so itself."),
  path: text("The path of the file below the root of the site."),
  event: text("The event that the file is about.").optional(),
  count: count("How many entries it has."),
});

const head = (kind: string) => ({
  $schema: z.url().meta({ description: "The schema of these files." }),
  version: z.literal(DATA_VERSION).meta({ description: "The version of the format." }),
  kind: z.literal(kind).meta({ description: "What is in the file." }),
});

/** A file with entries of one kind; long lists are cut into several files. */
const listFile = (kind: string, entry: z.ZodType) => z.strictObject({ ...head(kind), entries: z.array(entry) }).meta({ id: `${kind}File` });

/** The files by kind. */
export const DATA_FILES = {
  archive: z
    .strictObject({ ...head("archive"), url, site: siteSchema.meta({ id: "siteRecord" }), files: z.array(dataFile) })
    .meta({ id: "archiveFile", description: "The site's own record, and where everything else is. Start here." }),
  event: z
    .strictObject({ ...head("event"), event, talks: z.array(talk) })
    .meta({ id: "eventFile", description: "One event and its talks, in order of time or of the programme." }),
  events: listFile("events", event),
  talks: listFile("talks", talk),
  speakers: listFile("speakers", person),
  topics: listFile("topics", topic),
  organizations: listFile("organizations", organization),
  vocabularies: listFile("vocabularies", vocabulary),
  papers: listFile("papers", paper),
  pages: listFile("pages", page),
  media: listFile("media", media),
} as const;

export type DataKind = keyof typeof DATA_FILES;
/** Files that are lists of entries of one kind. */
export type DataList = Exclude<DataKind, "archive" | "event">;

export type TalkData = z.infer<typeof talk>;
export type EventData = z.infer<typeof event>;
export type VocabularyData = z.infer<typeof vocabulary>;
export type MediaData = z.infer<typeof media>;
export type DataFile = z.infer<typeof dataFile>;

/** Any of the files, told apart by `kind`. */
export const anyDataFile = z.union(Object.values(DATA_FILES));
