/** `remove`: takes a record or a media file out of the archive, and leaves a note at its address. */
import { siteSchema } from "../model/records/site.ts";
import { commandName } from "../text/commands.ts";
import { Argument, type Command } from "./command.ts";
import { addLifeOptions, Life, type LifeOptions, nextSteps } from "./life/archive.ts";
import { remove } from "./life/remove.ts";
import { KINDS, type Kind } from "./life/rename.ts";
import { parseDay, UsageError } from "./options.ts";
import { runCommand } from "./report.ts";

const HELP = `
Deletes the file, takes the record out of all that names it, deletes media files that nothing else names, and notes its addresses in
\`addresses.yaml\` with the day and the reason. A page stays at the address that says so; nginx and Caddy answer 410 (see README). The
address stays in the ledger, and imports never bring the record back. The history of the repository still holds it.
Names of talks, people and media files are those of \`${commandName("rename")}\`.

Example:
  ${commandName("remove")} talk 2012-europe/intel-update --reason "At the request of the speaker." --dry-run
`;

interface Options extends LifeOptions {
  reason?: string;
  date?: string;
}

export function define(command: Command): void {
  const withArguments = command
    .addArgument(new Argument("<kind>", "what it is").choices(KINDS))
    .argument("<name>", "its name")
    .option("--reason <text>", "why, in a sentence that readers see")
    .option("--date <day>", "the day of the removal, such as 2026-12-01 (default: today)", parseDay);
  addLifeOptions(withArguments)
    .addHelpText("after", HELP)
    .action((kind: Kind, name: string, options: Options) =>
      runCommand(async () => {
        const { reason } = options;
        if (reason !== undefined && !siteSchema.shape.tagline.safeParse(reason).success)
          throw new UsageError("The reason has to be one line of at most 200 characters; nothing was changed.");
        const life = await Life.open(options);
        remove(life, kind, name, { date: options.date ?? life.today, reason });
        await life.finish(nextSteps());
      }),
    );
}
