/** The record of a talk: `content/events/<event>/talks/<talk>.md`. */
import { z } from "zod";
import { isRealDate } from "../dates.ts";
import { address, formerPath, recordName } from "./addresses.ts";
import { isWritten, language, line, markdown, listOf } from "./fields.ts";
import { clock, day } from "./times.ts";
import { documents, licence, recordings, slides, video } from "./media.ts";
import { links, sources, statusFields, statusIssue, topics, unpublishedFields, words, writtenBy } from "./shared.ts";

export const TALK_KINDS = [
  "talk",
  "keynote",
  "panel",
  "tutorial",
  "workshop",
  "lightning",
  "design session",
  "discussion",
  "demo",
  "poster",
  "meeting",
  "opening",
  "closing",
  "social",
  "break",
  "other",
] as const;

/** Why a talk has no recording. */
export const RECORDING = ["none", "declined", "withheld"] as const;

const name = () => line("The name as published for this talk.", ["Jun Nakajima"], 200);
const role = () => line("The role as published for this talk.", ["Principal Engineer"], 200).optional();
const organization = () => line("The organization as published for this talk.", ["Intel"], 200).optional();
const bio = () =>
  markdown("What the programme said of the speaker, in Markdown. The current bio belongs into the speaker's own record.").optional();
const person = () =>
  recordName("The speaker's record (its file name without `.md`), to tell people of one name apart.", ["daniel-smith-apertus"]).optional();

const speakerRecord = z.strictObject({ name: name(), person: person(), role: role(), organization: organization(), bio: bio() });

export const talkSchema = z
  .strictObject({
    title: line("The title as published.", ["Intel Update"]),
    titleBy: writtenBy
      .optional()
      .meta({ description: "`archive` when no source gives the title and this is the archive's own description." }),
    speaker: name()
      .optional()
      .meta({ description: "The only speaker. For several, use `speakers`.", examples: ["Jun Nakajima"] }),
    person: person(),
    role: role(),
    organization: organization(),
    bio: bio(),
    speakers: listOf(speakerRecord, 200)
      .min(1)
      .optional()
      .meta({ description: "All speakers, where there are several, in published order." }),
    namesWithheld: z
      .int()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: "How many further speakers took part whose names are not published.", examples: [1] }),
    abstract: markdown("What the talk is about, in Markdown. Write it here or as the body below the front matter, not both.").optional(),
    abstractBy: writtenBy
      .optional()
      .meta({ description: "`speaker` (as published) or `archive` (our own summary, which the page then says)." }),
    date: day("The day on which the talk starts, in the event's time zone.").optional(),
    endDate: day("Its last day, for a session over several days; `end` is then a time of that day.").optional(),
    start: clock("When it starts, in the event's time zone.").optional(),
    end: clock("When it ends, in the event's time zone; earlier than `start` means after midnight.").optional(),
    duration: z
      .int()
      .min(0)
      .max(6000)
      .optional()
      .meta({ description: "Its length in minutes, where `end` is not known.", examples: [30] }),
    room: line("The room.", ["Moorfoot Hall"], 200).optional(),
    track: line("The track, or the heading in the published programme.", ["Security"], 200).optional(),
    order: z
      .int()
      .min(0)
      .optional()
      .meta({ description: "Its place in the published programme, to order talks whose time is not known.", examples: [3] }),
    kind: z.enum(TALK_KINDS).default("talk").meta({ description: "What kind of session it was." }),
    language: language("The language it was held in, where it is not the site's.").optional(),
    languages: listOf(language("A language tag."), 20)
      .min(1)
      .optional()
      .meta({ description: "Further languages it was held in, or all of them with the main one first.", examples: [["en", "ja"]] }),
    ...statusFields("talk", ["2021-summit/rust-in-practice"]),
    part: z
      .int()
      .min(1)
      .max(99)
      .optional()
      .meta({ description: "Its number, where a talk was given in several sessions.", examples: [1] }),
    parts: z
      .int()
      .min(2)
      .max(99)
      .optional()
      .meta({ description: "How many sessions there are. It needs `part`.", examples: [2] }),
    continues: recordName("The session before this one, of which it is the next part, as `event/talk`.", [
      "2012-north-america/intel-update",
    ]).optional(),
    alsoGivenAt: listOf(recordName("An event, or a talk as `event/talk`.", ["2012-north-america/intel-update"]), 50)
      .optional()
      .meta({ description: "Other events at which the same talk was given. Talks named here lead back." }),
    topics: topics.optional(),
    words: words.optional(),
    slides: slides.optional(),
    documents: documents.optional(),
    video: video.optional(),
    recordings: recordings.optional(),
    recording: z.enum(RECORDING).optional().meta({
      description: "Why there is no recording: `none` was made, the speakers `declined` to be recorded, or it was made and is `withheld`.",
    }),
    licence: licence("The licence of the talk, and of its slides and recordings where they do not name their own.").optional(),
    withheld: z
      .boolean()
      .optional()
      .meta({ description: "`true` when the talk is not to be shown: its page says so, and shows nothing but time and place." }),
    links: links.optional(),
    original: address("The original page of the talk.", ["https://www.example.org/summit/2012/talks/T10.html"]).optional(),
    formerUrls: listOf(formerPath("A path under which this page was known."), 100)
      .optional()
      .meta({ description: "Paths of older sites that must keep leading here." }),
    sources: sources.optional(),
    ...unpublishedFields,
    updated: day(
      "The day on which the record changed in a way that readers should hear of; feeds then show the talk as changed.",
    ).optional(),
  })
  .superRefine(
    (talk, context) => {
      const add = (field: string, rule: string, message: string, hint: string) =>
        context.addIssue({ code: "custom", path: [field], message, params: { rule, hint, atKey: true } });
      if (talk.speakers) {
        for (const field of ["speaker", "person", "role", "organization", "bio"] as const)
          if (talk[field] !== undefined)
            add(
              field,
              "speaker-twice",
              `\`${field}\` stands beside \`speakers\`.`,
              "Move it into the list under `speakers`, and delete it here.",
            );
      } else if (talk.speaker === undefined) {
        for (const field of ["person", "role", "organization", "bio"] as const)
          if (talk[field] !== undefined)
            add(field, "speaker-missing", `\`${field}\` needs a \`speaker\`.`, "Add `speaker:` with the name.");
      }
      if (talk.end !== undefined && talk.duration !== undefined)
        add(
          "duration",
          "length-twice",
          "Both `end` and `duration` are given.",
          "Keep `end` and delete `duration`; the length follows from it.",
        );
      if (talk.end !== undefined && talk.start === undefined)
        add("end", "start-missing", "`end` needs a `start`.", "Add `start:` with the time at which the talk starts.");
      if (talk.start !== undefined && talk.date === undefined)
        add("start", "date-missing", "`start` needs a `date`.", "Add `date:` with the day of the talk.");
      if (talk.endDate !== undefined && talk.date === undefined)
        add("endDate", "date-missing", "`endDate` needs a `date`.", "Add `date:` with the first day of the session.");
      if (talk.endDate !== undefined && talk.duration !== undefined)
        add("duration", "length-twice", "Both `endDate` and `duration` are given.", "Delete one of them.");
      if (isDay(talk.date) && isDay(talk.endDate) && talk.endDate < talk.date)
        add(
          "endDate",
          "ends-before-start",
          "The session ends on a day before it starts.",
          "Exchange `date` and `endDate`, or correct one of them.",
        );
      else if (isDay(talk.date) && talk.endDate === talk.date && (talk.end ?? "~") < (talk.start ?? ""))
        add(
          "endDate",
          "ends-before-start",
          `The session ends at ${talk.end} of the day on which it starts at ${talk.start}.`,
          "Correct the times. For an end after midnight write the next day, or delete `endDate`.",
        );
      if (talk.parts !== undefined && (talk.part ?? 99) > talk.parts)
        add(
          "parts",
          "bad-part",
          talk.part === undefined ? "`parts` needs a `part`." : `Part ${talk.part} is more than the ${talk.parts} parts that there are.`,
          "Write which part this is with `part:`, and how many there are with `parts:`.",
        );
      if (talk.recording !== undefined)
        for (const field of ["video", "recordings"] as const)
          if (talk[field] !== undefined)
            add(
              field,
              "recording-twice",
              `\`${field}\` stands beside \`recording: ${talk.recording}\`.`,
              "Delete `recording`, or the recording that it says there is not.",
            );
      const status = statusIssue(talk);
      if (status) context.addIssue(status);
    },
    { when: isWritten },
  );

/** The rules above see days that have already been found wrong, too. */
const isDay = (day: string | undefined): day is string => typeof day === "string" && isRealDate(day);

/** A talk as an editor writes it. */
export type TalkRecord = z.infer<typeof talkSchema>;
