/** The record of a talk: `content/events/<event>/talks/<talk>.md`. */
import { z } from "zod";
import { address, formerPath, recordName } from "./addresses.ts";
import { isWritten, language, line, markdown, listOf } from "./fields.ts";
import { clock, day } from "./times.ts";
import { links, slides, sources, topics, video, writtenBy } from "./shared.ts";

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
    abstract: markdown("What the talk is about, in Markdown. Write it here or as the body below the front matter, not both.").optional(),
    abstractBy: writtenBy
      .optional()
      .meta({ description: "`speaker` (as published) or `archive` (our own summary, which the page then says)." }),
    date: day("The day on which the talk starts, in the event's time zone.").optional(),
    start: clock("When it starts, in the event's time zone.").optional(),
    end: clock("When it ends, in the event's time zone; earlier than `start` means after midnight.").optional(),
    duration: z
      .int()
      .min(0)
      .max(6000)
      .optional()
      .meta({ description: "Its length in minutes, where `end` is not known.", examples: [30] }),
    room: line("The room.", ["Moorfoot Hall"], 200).optional(),
    track: line("The track, or the heading in the published programme.", ["Xen Security"], 200).optional(),
    order: z
      .int()
      .min(0)
      .optional()
      .meta({ description: "Its place in the published programme, to order talks whose time is not known.", examples: [3] }),
    kind: z.enum(TALK_KINDS).default("talk").meta({ description: "What kind of session it was." }),
    language: language("The language it was held in, where it is not the site's.").optional(),
    topics: topics.optional(),
    slides: slides.optional(),
    video: video.optional(),
    links: links.optional(),
    original: address("The original page of the talk.", ["http://www-archive.xenproject.org/xensummit/xs12na_talks/T10.html"]).optional(),
    formerUrls: listOf(formerPath("A path under which this page was known."), 100)
      .optional()
      .meta({ description: "Paths of older sites that must keep leading here." }),
    sources: sources.optional(),
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
    },
    { when: isWritten },
  );

/** A talk as an editor writes it. */
export type TalkRecord = z.infer<typeof talkSchema>;
