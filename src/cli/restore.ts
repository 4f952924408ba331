/** `restore`: the records of a built site as files again, from its data alone. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RestoreError, restoreRecords } from "../content/restore.ts";
import { createRecordFile } from "../content/write-record.ts";
import { count } from "../text/wording.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./options.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
It reads data/archive.json of the site and the files that this names; nothing else is needed. Comments of the original records
are not in the data. Media files are in media/ of the site: copy them to assets/media/.

Example:
  ${commandName("restore")} _site --content ../rescued/content
`;

export function define(command: Command): void {
  command
    .argument("<site>", "folder of a built site, or of a copy of its data/ and events/")
    .requiredOption("--content <dir>", "folder to write the records to; it must be empty or not there")
    .addHelpText("after", HELP)
    .action((site: string, { content }: { content: string }) =>
      runCommand(async () => {
        if (existsSync(content) && readdirSync(content).length > 0)
          throw new UsageError(`The folder \`${content}\` is not empty. Choose another with \`--content\`; no file is ever overwritten.`);
        const files = restored(site);
        for (const { path, text } of files) createRecordFile(join(content, path), text);
        process.stderr.write(`Wrote ${count(files.length, "record")} to ${content}.\n`);
      }),
    );
}

/** Everything is read before anything is written. */
function restored(site: string): ReturnType<typeof restoreRecords> {
  try {
    return restoreRecords(site);
  } catch (error) {
    if (error instanceof RestoreError) throw new UsageError(error.message);
    throw error;
  }
}
