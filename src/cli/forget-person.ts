/** `forget-person`: takes a person's name out of all of the archive. */
import type { Command } from "./command.ts";
import { addPersonOptions, type PersonCommandOptions, runPersonCommand, SECRET } from "./life/person-command.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The record of the person goes, with bio, links and portrait. Talks stay, and say that a name is withheld; to take out a talk as well, use
\`${commandName("remove")}\`. The name, with all its spellings, is told nowhere any more: not in pages, data, search, zips and feeds, and not in
redirects. Addresses that hold it leave the ledger, and are kept there as hashes. Imports never bring the name back.
Of somebody who has no page any more, since the talks were removed, or never had one, such as an author, give the whole name.
${SECRET}
Example:
  ${commandName("forget-person")} ada-example --dry-run
  ${commandName("forget-person")} "Ada Example"
`;

export function define(command: Command): void {
  addPersonOptions(command.argument("<person>", "the name in the address of the page, or the name"))
    .addHelpText("after", HELP)
    .action((who: string, options: PersonCommandOptions) => runPersonCommand(who, undefined, options));
}
