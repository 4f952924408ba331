/** The record of a speaker: `content/speakers/<speaker>.md`, for what a talk cannot say. */
import { z } from "zod";
import { formerPath, mediaFile, recordName } from "./addresses.ts";
import { line, markdown, listOf } from "./fields.ts";
import { partialDate } from "./times.ts";
import { links, sources, unpublishedFields, writtenBy } from "./shared.ts";

const year = (description: string) => z.int().min(1900).max(2200).meta({ description });

const organization = z.strictObject({
  name: line("The organization, in the spelling used throughout the archive.", ["Citrix"], 200),
  from: year("The year of joining, only where a source says so.").optional(),
  seenIn: listOf(year("A year."), 200)
    .optional()
    .meta({ description: "The years of the editions at which the speaker was shown with this organization." }),
});

export const speakerSchema = z.strictObject({
  name: line("The name, in the spelling that the archive uses for this person.", ["Mihai Donțu"], 200),
  aliases: listOf(line("Another spelling that talks use.", ["Mihai Dontu"], 200), 50)
    .optional()
    .meta({ description: "Other spellings of the name. Talks under any of them belong to this person." }),
  differentFrom: listOf(recordName("The name of the other speaker's page.", ["daniel-smith"]), 200)
    .optional()
    .meta({ description: "People whose names look alike but who are not this person; silences the warning about similar names." }),
  country: line("The country, where it tells the speaker from others of that name.", ["Japan"], 200).optional(),
  bio: markdown("The bio. Write it here or as the body below the front matter, not both.").optional(),
  bioBy: writtenBy.optional().meta({ description: "`speaker` (as published) or `archive` (our own summary, which the page then says)." }),
  bioAsOf: partialDate("When the bio was true: the date of its source.").optional(),
  photo: mediaFile("A portrait below `assets/media/`.", "speakers/jun-nakajima.jpg").optional(),
  organizations: listOf(organization, 100).optional().meta({ description: "The organizations of the speaker over time." }),
  links: links.optional(),
  formerUrls: listOf(formerPath("A path under which the speaker's page was known."), 100)
    .optional()
    .meta({ description: "Paths of older sites, and of this one under another name, that must keep leading here." }),
  sources: sources.optional(),
  ...unpublishedFields,
});

/** A speaker as an editor writes it. */
export type SpeakerRecord = z.infer<typeof speakerSchema>;
