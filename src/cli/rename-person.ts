/** `rename-person`: another name for a person, in all of the archive. */
import type { Command } from "./command.ts";
import { addPersonOptions, type PersonCommandOptions, runPersonCommand, SECRET } from "./life/person-command.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The old name, with all its spellings, is told nowhere any more: not in pages, data, search, zips and feeds, and not in redirects. The page
of the person gets a new address; addresses that hold the old name leave the ledger, and are kept there as hashes. Imports take whatever
they find under the old name for the new one. To keep the old name as another spelling, write it under \`aliases\` by hand instead.
${SECRET}
Example:
  ${commandName("rename-person")} ada-example "Ada Sample" --dry-run
`;

export function define(command: Command): void {
  addPersonOptions(command.argument("<person>", "the name in the address of the page, or the name").argument("<name>", "the new name"))
    .addHelpText("after", HELP)
    .action((who: string, name: string, options: PersonCommandOptions) => runPersonCommand(who, name, options));
}
