/** The error that `embed` of slides is no address of a player. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { documentsIn } from "../model/talk-media.ts";
import { SLIDE_PLAYER_EXAMPLES, slidePlayerOf } from "../publishing/slide-players.ts";

export function unknownEmbed(archive: Archive): Finding[] {
  return archive.talks.flatMap(({ file, record }) =>
    documentsIn(record).flatMap(({ entry: { embed }, path }): Finding[] => {
      if (embed === undefined || slidePlayerOf(embed)) return [];
      const examples = SLIDE_PLAYER_EXAMPLES.map((example) => `\`${example}\``);
      return [
        {
          rule: "unknown-embed",
          severity: "error",
          file,
          path: [...path, "embed"],
          message: `\`${embed}\` is not the address of a player of slides.`,
          hint: `Take it from what the host offers for embedding: ${examples.slice(0, -1).join(", ")} or ${examples.at(-1)}. Else leave \`embed:\` out, and the slides stay a link.`,
        },
      ];
    }),
  );
}
