/** `restore`: the records of a built site as files again, from its data alone. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { folderOfProcess, lockFolder, removeEmptied } from "../build/lock.ts";
import { type RestoredFile, RestoreError, restoreRecords } from "../content/restore.ts";
import { realPlace } from "../content/real-place.ts";
import { createRecordFile } from "../content/write-record.ts";
import { count } from "../text/wording.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./options.ts";
import { visible } from "../problems/visible.ts";
import { runCommand, tellWait } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
It reads data/archive.json of the site and the files that this names; nothing else is needed. Comments of the original records
are not in the data. Media files are in media/ of the site: copy them to assets/media/.

Example:
  ${commandName("restore")} _site --content ../rescued/content
`;

export function define(command: Command): void {
  command
    .argument("<site>", "folder of a built site, of a copy of its data/ and events/, or of a bag")
    .requiredOption("--content <dir>", "folder to write the records to; it must be empty or not there")
    .addHelpText("after", HELP)
    .action((site: string, { content }: { content: string }) =>
      runCommand(async () => {
        refuseFull(content);
        // A link may lead to the folder.
        const written = await writeWhole(realPlace(content), restored(siteIn(site)));
        process.stderr.write(`Wrote ${count(written, "record")} to ${content}.\n`);
      }),
    );
}

/** A bag holds the site below its own `data/`. */
function siteIn(folder: string): string {
  const inBag = join(folder, "data", "site");
  if (!existsSync(join(folder, "bagit.txt")) || !existsSync(inBag)) return folder;
  if (!existsSync(join(inBag, "data")))
    throw new UsageError(
      `The site in the bag \`${folder}\` has no \`data/\`, as that of one event. The records are in \`data/content/\` of the bag: copy them.`,
    );
  return inBag;
}

function refuseFull(content: string): void {
  if (!existsSync(content)) return;
  if (!statSync(content).isDirectory()) throw new UsageError(`\`${content}\` is not a folder. Choose another place with \`--content\`.`);
  if (readdirSync(content).length > 0)
    throw new UsageError(`The folder \`${content}\` is not empty. Choose another with \`--content\`; no file is ever overwritten.`);
}

/**
 * Writes all files or none, and says how many: beside their place first, so that a full disk or a killed run leaves no half of an archive. Another command
 * that restores into the same place waits, and then finds it full.
 */
async function writeWhole(content: string, files: Iterable<RestoredFile>): Promise<number> {
  const making = join(dirname(resolve(content)), `.${basename(resolve(content))}.writing`);
  const release = await lockFolder(making, (other) => tellWait(making, other));
  const own = folderOfProcess(making, "records-");
  const draft = join(own, "records");
  try {
    refuseFull(content);
    mkdirSync(draft);
    let written = 0;
    for (const { path, text } of files) {
      createRecordFile(join(draft, path), text);
      written++;
    }
    if (existsSync(content)) rmdirSync(content);
    renameSync(draft, content);
    return written;
  } finally {
    rmSync(own, { recursive: true, force: true });
    release();
    removeEmptied(making);
  }
}

/** One file of the data is in memory at a time. */
function* restored(site: string): Generator<RestoredFile> {
  try {
    yield* restoreRecords(site);
  } catch (error) {
    if (error instanceof RestoreError) throw new UsageError(error.message.split("\n").map(visible).join("\n"));
    throw error;
  }
}
