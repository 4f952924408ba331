/** The record of what became of addresses that no other record has any more: `content/addresses.yaml`. */
import { z } from "zod";
import { isSameKind } from "../media-kinds.ts";
import { formerPath, mediaFile } from "./addresses.ts";
import { line, listOf } from "./fields.ts";
import { day } from "./times.ts";

export const addressesSchema = z.strictObject({
  removed: listOf(
    z.strictObject({
      path: formerPath("The path of the page or file that was removed."),
      date: day("The day on which it was removed."),
      reason: line("Why, as readers see it.", ["At the request of the speaker."]).optional(),
    }),
    20_000,
  )
    .optional()
    .meta({ description: "What was removed for good. A page stays at its address that says so; imports never bring it back." }),
  movedMedia: listOf(
    z
      .strictObject({
        from: mediaFile("The name that the file had below `assets/media/`.", "2012-north-america/update.pdf"),
        to: mediaFile("The name that it has now.", "2012-north-america/intel-update.pdf"),
      })
      // Its bytes are published under the former name too, whose ending says to browsers what they are.
      .refine(({ from, to }) => isSameKind(from, to), {
        error: "The former name of the file has an ending of another kind of file than its name has now.",
        path: ["from"],
        params: { rule: "other-ending", hint: "Write the name under which it was published, or delete the entry." },
      }),
    20_000,
  )
    .optional()
    .meta({ description: "Media files that got another name. Their old addresses keep giving them." }),
});

/** What became of addresses, as an editor writes it. */
export type AddressesRecord = z.infer<typeof addressesSchema>;
