/** The list of record kinds: their schemas, and which field the Markdown body of each file stands for. */
import type { z } from "zod";
import { addressesSchema } from "./changes.ts";
import { eventSchema } from "./event.ts";
import { pageSchema } from "./page.ts";
import { paperSchema } from "./paper.ts";
import { siteSchema } from "./site.ts";
import { speakerSchema } from "./speaker.ts";
import { talkSchema } from "./talk.ts";
import { organizationsSchema, topicsSchema } from "./vocabulary.ts";
import { wordsSchema } from "./words.ts";

export type RecordKind = "site" | "event" | "talk" | "speaker" | "paper" | "page" | "topics" | "organizations" | "addresses" | "words";

export const RECORDS: Record<RecordKind, { schema: z.ZodType; bodyField: string | undefined }> = {
  site: { schema: siteSchema, bodyField: undefined },
  event: { schema: eventSchema, bodyField: "welcome" },
  talk: { schema: talkSchema, bodyField: "abstract" },
  speaker: { schema: speakerSchema, bodyField: "bio" },
  paper: { schema: paperSchema, bodyField: "note" },
  page: { schema: pageSchema, bodyField: "text" },
  topics: { schema: topicsSchema, bodyField: undefined },
  organizations: { schema: organizationsSchema, bodyField: undefined },
  addresses: { schema: addressesSchema, bodyField: undefined },
  words: { schema: wordsSchema, bodyField: undefined },
};
