/** The parts that several kinds of record have in common: media, links, sources, topics. */
import { z } from "zod";
import { address, mediaFile } from "./addresses.ts";
import { clip, language, line, patterned, listOf } from "./fields.ts";
import { day, partialDate } from "./times.ts";

export const sources = listOf(address("A page that states the facts of this record."), 200).meta({
  description: "The pages that the facts of this record were taken from. Every source is kept, even when its page is gone.",
});

export const topics = listOf(line("A topic in lower case, as short as it can be.", ["live migration", "arm"], 80), 30).meta({
  description: "What it is about, in a few words that other records use too.",
});

export const links = listOf(
  z.strictObject({
    title: line("What the reader finds there.", ["Blog post about this talk"]),
    url: address("The address of the page."),
  }),
  100,
).meta({ description: "Further pages about it: a paper, a blog post, a repository." });

const availability = {
  unavailable: day("The day on which the address was found dead.").optional(),
  archived: address("A copy of it in a web archive.", ["https://web.archive.org/web/2013/https://example.org/talk.pdf"]).optional(),
  archivedOn: partialDate("The day on which that copy was made.").optional(),
};

/** Shared by slides and video: an address elsewhere, a local file, or both. */
const place = {
  url: address("Where it is published.").optional(),
  title: line("A name to show in place of “Slides” or “Video”.", ["Slides, second part"]).optional(),
  ...availability,
};

const addressedOrLocal = {
  error: "The record names neither `url` nor `file`.",
  params: { rule: "missing-field", hint: "Add `url:` with the address or `file:` with the path below `assets/media/`." },
};

const slidesRecord = z
  .strictObject({
    ...place,
    file: mediaFile("The slides as a file below `assets/media/`.", "2012-north-america/intel-update.pdf").optional(),
    language: language("The language of the slides, where it is not that of the talk.").optional(),
  })
  .refine((record) => record.url !== undefined || record.file !== undefined, addressedOrLocal);

const videoRecord = z
  .strictObject({
    ...place,
    file: mediaFile("The video as a file below `assets/media/`.", "2012-north-america/intel-update.webm").optional(),
    captions: mediaFile("Its captions or transcript as WebVTT, below `assets/media/`.", "2012-north-america/intel-update.vtt").optional(),
    poster: mediaFile("A still picture of it, below `assets/media/`.", "2012-north-america/intel-update.jpg").optional(),
    duration: patterned(
      "Its length in minutes and seconds, or hours, minutes and seconds.",
      ["54:10", "1:02:33"],
      /^(\d{1,2}:)?[0-5]?\d:[0-5]\d$/,
      (value) => ({
        rule: "bad-duration",
        message: `\`${clip(value)}\` is not the length of a video.`,
        hint: 'Write minutes and seconds as `"54:10"`, or hours too as `"1:02:33"`.',
      }),
    ).optional(),
  })
  .refine((record) => record.url !== undefined || record.file !== undefined, addressedOrLocal);

export type SlidesRecord = z.infer<typeof slidesRecord>;
export type VideoRecord = z.infer<typeof videoRecord>;

export const slides = z
  .union([address("The address of the slides.", ["https://example.org/slides.pdf"]), slidesRecord])
  .meta({ description: "The slides: an address, or a record with `url`, `file` and more." });

export const video = z
  .union([address("The address of the video.", ["https://vimeo.com/57412215"]), videoRecord])
  .meta({ description: "The video: an address, or a record with `url`, `file`, `captions`, `poster` and more." });

/** Who wrote a text: the speaker, or the archive as its own summary. */
export const writtenBy = z.enum(["speaker", "archive"]);
