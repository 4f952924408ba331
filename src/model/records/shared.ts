/** The parts that several kinds of record have in common: links, sources, topics, status, publication. */
import { z } from "zod";
import { address, recordName } from "./addresses.ts";
import { line, listOf } from "./fields.ts";
import { day } from "./times.ts";

export const sources = listOf(address("A page that states the facts of this record."), 200).meta({
  description: "The pages that the facts of this record were taken from. Every source is kept, even when its page is gone.",
});

export const topics = listOf(line("A topic in lower case, as short as it can be.", ["live migration", "arm"], 80), 30).meta({
  description: "What it is about, in a few words that other records use too.",
});

export const words = listOf(line("A word or short phrase that readers may look for it by.", ["random testing"], 80), 60).meta({
  description: "Further words under which the search finds it, where its title and its text have none of them. Pages do not show them.",
});

export const links = listOf(
  z.strictObject({
    title: line("What the reader finds there.", ["Blog post about this talk"]),
    url: address("The address of the page."),
  }),
  100,
).meta({ description: "Further pages about it: a paper, a blog post, a repository." });

/** What became of a talk or an event that did not take place as announced. */
export const STATUSES = ["cancelled", "postponed", "online"] as const;

/** The fields of a talk or an event that did not take place as announced. `what` is `talk` or `event`. */
export const statusFields = (what: string, examples: string[]) => ({
  status: z
    .enum(STATUSES)
    .optional()
    .meta({ description: `What became of a ${what} that did not take place as announced; \`online\` means that it moved online.` }),
  postponedTo: recordName(
    "Where it took place in the end: an event, or a talk as `event/talk`. It needs `status: postponed`.",
    examples,
  ).optional(),
});

/** The fields that keep a record out of everything that is published. */
export const unpublishedFields = {
  draft: z.boolean().optional().meta({ description: "`true` keeps the record out of everything that is published." }),
  publishFrom: day("The first day on which the record is published; until then it is kept out like a draft.").optional(),
};

/** What is wrong with the status of a record, for a check of the whole record. */
export function statusIssue({ status, postponedTo }: { status?: string | undefined; postponedTo?: string | undefined }) {
  if (postponedTo === undefined || status === "postponed") return undefined;
  return {
    code: "custom" as const,
    path: ["postponedTo"],
    message: "`postponedTo` needs `status: postponed`.",
    params: { rule: "status-missing", hint: "Add `status: postponed`, or delete `postponedTo`.", atKey: true },
  };
}

/** Who wrote a text: the speaker, or the archive as its own summary. */
export const writtenBy = z.enum(["speaker", "archive"]);
