/** The record of a free page: `content/pages/<page>.md`; its body is the text, `entries` an optional catalogue. */
import { z } from "zod";
import { address, formerPath } from "./addresses.ts";
import { line, markdown, listOf } from "./fields.ts";
import { sources, unpublishedFields } from "./shared.ts";

const entry = z.strictObject({
  name: line("The name of the thing.", ["Qubes OS"]),
  kind: line("The group it is listed in.", ["distribution"], 80).optional(),
  organization: line("Who makes it.", ["Invisible Things Lab"]).optional(),
  url: address("Its page.", ["https://www.qubes-os.org"]).optional(),
  since: z.int().min(1900).max(2200).optional().meta({ description: "The year of the first release, announcement or publication found." }),
  description: markdown("A few sentences about it.").optional(),
  sources: sources.optional(),
});

export const pageSchema = z.strictObject({
  title: line("The heading of the page.", ["Ecosystem"]),
  description: line("One sentence for search engines and previews.", ["Products and projects of the community"]).optional(),
  text: markdown("The text of the page. Write it here or as the body, not both.").optional(),
  entries: listOf(entry, 2000).optional().meta({ description: "A catalogue of things, listed by kind." }),
  shows: z.enum(["completeness"]).optional().meta({
    description: "`completeness` shows below the text what is known of each event, and leads to where a missing talk is added.",
  }),
  formerUrls: listOf(formerPath("A path under which the page was known."), 100)
    .optional()
    .meta({ description: "Paths of older sites that must keep leading here." }),
  sources: sources.optional(),
  ...unpublishedFields,
});

/** A page as an editor writes it. */
export type PageRecord = z.infer<typeof pageSchema>;
