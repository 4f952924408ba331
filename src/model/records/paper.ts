/** The record of a paper: `content/papers/<paper>.md`; its body is a note on the content. */
import { z } from "zod";
import { address } from "./addresses.ts";
import { clip, line, markdown, patterned, listOf } from "./fields.ts";
import { links, sources, topics, unpublishedFields, words, writtenBy } from "./shared.ts";

const DOI = /^10\.\d{4,9}\/[^\s"<>]+$/;

export const paperSchema = z.strictObject({
  title: line("The title as published.", ["Nested paging in practice"]),
  authors: listOf(line("An author as spelled in the source.", ["Paul Barham"], 200), 200)
    .optional()
    .meta({ description: "The authors in published order, as spelled in the source." }),
  venue: line("Where it was published.", ["19th ACM Symposium on Operating Systems Principles (SOSP 2003)"]).optional(),
  year: z.int().min(1900).max(2200).optional().meta({ description: "The year of publication." }),
  pages: line("The pages in the proceedings.", ["164-177"], 40).optional(),
  doi: patterned("The DOI.", ["10.1145/945445.945462"], DOI, (value) => {
    const [inside] = /10\.\d{4,9}\/[^\s"<>]+$/.exec(value) ?? [];
    return {
      rule: "bad-doi",
      message: `\`${clip(value)}\` is not a DOI.`,
      hint: `Write the DOI alone, ${inside ? `here \`${clip(inside, 200)}\`` : "such as `10.1145/945445.945462`"}.`,
    };
  }).optional(),
  url: address("The paper, or a page about it.", ["https://www.example.org/papers/nested-paging.pdf"]).optional(),
  note: markdown("One or two sentences on the content. Write it here or as the body, not both.").optional(),
  noteBy: writtenBy.optional().meta({ description: "`archive` when the note is the archive's own summary." }),
  topics: topics.optional(),
  words: words.optional(),
  links: links.optional(),
  sources: sources.optional(),
  ...unpublishedFields,
});

/** A paper as an editor writes it. */
export type PaperRecord = z.infer<typeof paperSchema>;
