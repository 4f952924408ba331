/** `rename` and `move`: another name or place for a record or a media file, with everything that hangs on it. */
import { Argument, type Command } from "./command.ts";
import { addLifeOptions, Life, type LifeOptions, nextSteps } from "./life/archive.ts";
import { noteVanishing } from "./life/remove.ts";
import { KINDS, type Kind, rename } from "./life/rename.ts";
import { parseClock, parseDay } from "./options.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
Moves the file, changes every record and link that names it, and what imports remember of it. Its former addresses lead on: those of its
page, and of everything below it, such as slides, transcript, citations and calendar. A talk is named with its event, so that
it can be moved to another one; a person as in the address of the page; a media file by its path below \`assets/media/\`.
A talk that moves to an event of other days gets the day and time of \`--date\` and \`--start\`, else none, which is told.
The title or name in the record stays as it is. For another name of a person use \`${commandName("rename-person")}\`.

Example:
  ${commandName("rename")} talk 2012-europe/intel-updte 2012-europe/intel-update
  ${commandName("move")} talk 2012-europe/intel-update 2012-north-america/intel-update --dry-run
  ${commandName("move")} talk 2012-europe/intel-update 2012-north-america/intel-update --date 2012-08-27 --start 09:30
  ${commandName("rename")} media 2012/T10.pdf 2012-europe/intel-update.pdf
`;

export function define(command: Command): void {
  addLifeOptions(
    command
      .addArgument(new Argument("<kind>", "what it is").choices(KINDS))
      .argument("<from>", "its name now")
      .argument("<to>", "its new name")
      .option("--date <day>", "the day of a talk at its new event, such as 2012-08-27", parseDay)
      .option("--start <time>", "the time at which it starts there, such as 09:30", parseClock),
  )
    .addHelpText("after", HELP)
    .action((kind: Kind, from: string, to: string, options: LifeOptions & { date?: string; start?: string }) =>
      runCommand(async () => {
        const life = await Life.open(options);
        rename(life, kind, from, to, { keepsAddress: true, date: options.date, start: options.start });
        // An event that a talk leaves may have no slides or calendar any more.
        noteVanishing(life, { date: life.today, reason: undefined });
        await life.finish(nextSteps());
      }),
    );
}
