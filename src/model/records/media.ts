/** The media of a talk: recordings and documents, each an address elsewhere, a local file, or both; and their licences. */
import { z } from "zod";
import { guessLicence, isLicenceId } from "../../text/licences.ts";
import { address, badAddress, mediaFile } from "./addresses.ts";
import { checked, clip, language, line, listOf, patterned } from "./fields.ts";
import { day, partialDate } from "./times.ts";

/** A licence: an SPDX identifier, or the address of its text. */
export function licence(description: string) {
  return checked({ description, examples: ["CC-BY-4.0", "https://example.org/licence"], minLength: 1 }, (value) => {
    if (isLicenceId(value)) return undefined;
    if (/^https?:/i.test(value)) return badAddress(value);
    const guess = guessLicence(value);
    return {
      rule: "bad-licence",
      message: `\`${clip(value)}\` is not the SPDX identifier of a licence.`,
      hint: `Write ${guess ? `\`${guess}\`` : "an identifier from https://spdx.org/licenses/, such as `CC-BY-4.0`"}, or the address of the licence.`,
    };
  });
}

/** The licences that talks of an event or site have where their records say nothing. */
export const licences = z
  .strictObject({
    talks: licence("Of the talks, and of their slides and recordings where the next two are left out.").optional(),
    slides: licence("Of slides and other documents.").optional(),
    recordings: licence("Of recordings.").optional(),
  })
  .meta({ description: "Licences of talks, slides and recordings that do not name one themselves." });

const availability = {
  unavailable: day("The day on which the address was found dead.").optional(),
  archived: address("A copy of it in a web archive.", ["https://web.archive.org/web/2013/https://example.org/talk.pdf"]).optional(),
  archivedOn: partialDate("The day on which that copy was made.").optional(),
};

/** What recordings and documents share: an address elsewhere, a local file, or both. */
const place = {
  url: address("Where it is published.").optional(),
  title: line("A name to show in place of “Slides” or “Video”.", ["Slides, second part"]).optional(),
  ...availability,
};

const addressedOrLocal = {
  error: "The record names neither `url` nor `file`.",
  params: { rule: "missing-field", hint: "Add `url:` with the address or `file:` with the path below `assets/media/`." },
};

const documentFields = {
  ...place,
  file: mediaFile("The file below `assets/media/`.", "2012-north-america/intel-update.pdf").optional(),
  language: language("Its language, where it is not that of the talk.").optional(),
  licence: licence("Its licence, where it is not that of the talk.").optional(),
  embed: address("The address of the player of slides elsewhere, where `url` does not tell it: what their host offers for embedding.", [
    "https://speakerdeck.com/player/0123456789abcdef0123456789abcdef",
  ]).optional(),
};

const slidesRecord = z
  .strictObject(documentFields)
  .refine((record) => record.url !== undefined || record.file !== undefined, addressedOrLocal);

const DOCUMENT_KINDS = ["slides", "paper", "code", "handout", "poster", "other"] as const;

const documentRecord = z
  .strictObject({ kind: z.enum(DOCUMENT_KINDS).meta({ description: "What it is." }), ...documentFields })
  .refine((record) => record.url !== undefined || record.file !== undefined, addressedOrLocal);

/** `12:34` or `1:02:33`: minutes and seconds, or hours too. */
const CLOCK = /^(\d{1,2}:)?[0-5]?\d:[0-5]\d$/;

/** A length or a place of a video. */
function videoTime(description: string, what: string, examples: string[]) {
  return patterned(description, examples, CLOCK, (value) => ({
    rule: "bad-duration",
    message: `\`${clip(value)}\` is not ${what}.`,
    hint: 'Write minutes and seconds as `"54:10"`, or hours too as `"1:02:33"`.',
  }));
}

const chapter = z.strictObject({
  start: videoTime("Where it starts in the video.", "a place in a video", ["12:30"]),
  title: line("What it is about.", ["Questions"]),
});

const recordingRecord = z
  .strictObject({
    ...place,
    file: mediaFile("The video as a file below `assets/media/`.", "2012-north-america/intel-update.webm").optional(),
    captions: mediaFile("Its captions or transcript as WebVTT, below `assets/media/`.", "2012-north-america/intel-update.vtt").optional(),
    poster: mediaFile("A still picture of it, below `assets/media/`.", "2012-north-america/intel-update.jpg").optional(),
    duration: videoTime("Its length in minutes and seconds, or hours, minutes and seconds.", "the length of a video", [
      "54:10",
      "1:02:33",
    ]).optional(),
    language: language("The language spoken in it, where it is not that of the talk.").optional(),
    part: z
      .int()
      .min(1)
      .max(99)
      .optional()
      .meta({ description: "Its number, where the talk is cut into several recordings.", examples: [1] }),
    source: line("Who made the recording.", ["The Linux Foundation"], 200).optional(),
    start: videoTime("Where the talk starts in a longer video.", "a place in a video", ["12:30"]).optional(),
    end: videoTime("Where the talk ends in a longer video.", "a place in a video", ["42:10"]).optional(),
    chapters: listOf(chapter, 500).optional().meta({ description: "The parts of the talk with their places in the video." }),
    published: day("The day on which the recording was published.").optional(),
    licence: licence("Its licence, where it is not that of the talk.").optional(),
  })
  .refine((record) => record.url !== undefined || record.file !== undefined, addressedOrLocal)
  .superRefine(({ start, end, chapters = [] }, context) => {
    const add = (path: (string | number)[], message: string, hint: string) =>
      context.addIssue({ code: "custom", path, message, params: { rule: "ends-before-start", hint } });
    const isTurned = start !== undefined && end !== undefined && secondsOf(end) <= secondsOf(start);
    if (isTurned) add(["end"], "The talk ends in the video before it starts there.", "Exchange `start` and `end`, or correct one of them.");
    for (const [index, one] of chapters.entries()) {
      const at = secondsOf(one.start);
      if (!isTurned && ((start !== undefined && at < secondsOf(start)) || (end !== undefined && at >= secondsOf(end))))
        add(
          ["chapters", index, "start"],
          `The talk is in the video ${end === undefined ? `from ${start}` : start === undefined ? `until ${end}` : `from ${start} to ${end}`}, and the chapter starts outside of that.`,
          "Count the place from the start of the whole video, or correct `start` and `end`.",
        );
      const before = chapters[index - 1];
      if (before && secondsOf(one.start) <= secondsOf(before.start))
        add(["chapters", index, "start"], "The chapter does not start after the one before it.", "Put the chapters in order of time.");
    }
  });

/** Seconds of `12:34` or `1:02:33`. */
export function secondsOf(clock: string): number {
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Slides as a record names them. */
export type SlidesRecord = z.infer<typeof slidesRecord>;
/** Any document of a talk. */
export type DocumentRecord = z.infer<typeof documentRecord>;
/** A recording of a talk. */
export type VideoRecord = z.infer<typeof recordingRecord>;

export const slides = z
  .union([address("The address of the slides.", ["https://example.org/slides.pdf"]), slidesRecord])
  .meta({ description: "The slides: an address, or a record with `url`, `file` and more. Further ones belong into `documents`." });

export const video = z.union([address("The address of the video.", ["https://vimeo.com/57412215"]), recordingRecord]).meta({
  description:
    "The video: an address, or a record with `url`, `file`, `captions`, `poster` and more. Further ones belong into `recordings`.",
});

export const documents = listOf(documentRecord, 100).meta({
  description: "Slides, papers, code and handouts, each with its `kind`. `slides` comes before them.",
});

export const recordings = listOf(recordingRecord, 100).meta({
  description: "Several recordings, such as parts or other languages. `video` comes before them.",
});
