/** `bag`: everything, or one event, as a bag for a library or a cold store. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { foldersAbove } from "../media/packages.ts";
import type { Archive, Event } from "../model/archive.ts";
import { didYouMean } from "../text/similar.ts";
import { absolute, PATHS } from "../model/urls.ts";
import { listMedia } from "../content/media.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { licenceAddress } from "../text/licences.ts";
import { count } from "../text/wording.ts";
import { type BagInfo, writeBag } from "../preservation/bag.ts";
import { payloadOf } from "../preservation/payload.ts";
import type { Command } from "./command.ts";
import { addInputOptions, addTodayOption, settingsFrom, UsageError } from "./options.ts";
import { buildProgress, printUnpublished, runCommand } from "./report.ts";
import { projectDir } from "./project.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The site is built for the bag. In data/ are \`content/\`, \`assets/media/\`, \`site/\`, \`package.json\` and \`package-lock.json\`; a bag of
one event holds its records and speakers, their media and the pages of the event. The same files make the same bytes;
\`Bagging-Date\` is written only where SOURCE_DATE_EPOCH gives one. \`sha512sum --check manifest-sha512.txt\` checks a bag.

Example:
  ${commandName("bag")} --event 2012-north-america --output ../bags/2012-north-america
`;

interface Options {
  content: string;
  assets: string;
  output: string;
  event?: string;
  baseUrl?: string;
  today?: string;
}

export function define(command: Command): void {
  addTodayOption(addInputOptions(command))
    .requiredOption("--output <dir>", "folder of the new bag; it must be empty or not exist")
    .option("--event <id>", "only this event, by the name of its folder")
    .option("--base-url <url>", "address of the published site (default: `url` in site.yaml)")
    .addHelpText("after", HELP)
    .action((options: Options) => runCommand(() => run(options)));
}

async function run(options: Options): Promise<void> {
  const { output } = options;
  refuseOutput(output, [options.content, options.assets]);
  const folder = mkdtempSync(join(tmpdir(), "archive-bag-"));
  const siteDir = join(folder, "site");
  try {
    const settings = settingsFrom({ ...options, output: siteDir, cache: join(folder, "cache") });
    const { build } = await import("../build/build.ts");
    const { site, unpublished } = await build(settings, buildProgress());
    printUnpublished(unpublished, settings.today);
    const { archive } = site;
    const event = options.event === undefined ? undefined : eventOf(archive, options.event);
    const allMedia = [...listMedia(join(settings.assetsDir, "media")).media.keys()];
    const payload = payloadOf({ ...settings, siteDir, projectDir: lockedDir(projectDir()), unpublished, allMedia }, archive, event);
    const { files, bytes } = writeBag(resolve(output), payload, infoOf(archive, event, settings.builtOn));
    process.stderr.write(`Wrote a bag of ${count(files, "file")} and ${count(bytes, "byte")} to ${output}.\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder whose lock file names every package that built the site: that of the archive, or of the workspace that it is in. */
export function lockedDir(project: string): string {
  return foldersAbove(project).find((folder) => existsSync(join(folder, "package-lock.json"))) ?? project;
}

function refuseOutput(output: string, sources: readonly string[]): void {
  for (const folder of sources) {
    const apart = relative(resolve(folder), resolve(output));
    if (apart === "" || !apart.startsWith(".."))
      throw new UsageError(`\`${output}\` lies in \`${folder}\`, which goes into the bag. Choose a folder elsewhere with \`--output\`.`);
  }
  if (!existsSync(output)) return;
  if (!statSync(output).isDirectory() || readdirSync(output).length > 0)
    throw new UsageError(`\`${output}\` is not an empty folder. Choose another with \`--output\`, or empty it yourself.`);
}

function eventOf(archive: Archive, id: string): Event {
  const event = archive.events.find((one) => one.id === id);
  if (event) return event;
  const near = didYouMean(
    id,
    archive.events.map((one) => one.id),
  );
  throw new UsageError(`There is no event \`${id}\`.${near ? ` Did you mean \`${near}\`?` : ""}`);
}

/** The addresses of all licences that talks, documents and recordings have, sorted. */
function licencesOf({ site, talks: all }: Archive, event: Event | undefined): string[] {
  const talks = event ? event.talks : all;
  const licences = talks.flatMap((talk) => [
    licenceOf(site, talk),
    ...talk.documents.map((document) => documentLicence(site, talk, document)),
    ...talk.recordings.map((recording) => recordingLicence(site, talk, recording)),
  ]);
  return [...new Set(licences.flatMap((licence) => (licence === undefined ? [] : licenceAddress(licence))))].sort();
}

function infoOf(archive: Archive, event: Event | undefined, day: string | undefined): BagInfo[] {
  const { record, base } = archive.site;
  const home = absolute(base, PATHS.home);
  return [
    ...(day === undefined ? [] : [["Bagging-Date", day] satisfies BagInfo]),
    // Not a field of the standard, which allows others.
    ...licencesOf(archive, event).map((licence): BagInfo => ["License", licence]),
    ["External-Identifier", event ? absolute(base, event.path) : home],
    ["External-Description", event ? `${event.record.name}, from: ${record.name}` : `${record.name}. ${record.tagline}`],
    ...(event ? [["Bag-Group-Identifier", home] satisfies BagInfo] : []),
  ];
}
