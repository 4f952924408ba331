/** `bag`: everything, or one event, as a bag for a library or a cold store. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type BuildSettings, fromHere, IS_PACKAGE, PROJECT_DIR } from "../build/settings.ts";
import { folderOfProcess } from "../build/lock.ts";
import { foldersAbove } from "../media/packages.ts";
import type { Archive, Event } from "../model/archive.ts";
import { didYouMean } from "../text/similar.ts";
import { absolute, outputFile, PATHS } from "../model/urls.ts";
import { ODD_NAME, oddName } from "../content/odd-names.ts";
import { listRecords } from "../content/files.ts";
import { listMedia } from "../content/media.ts";
import { ownText } from "../content/read-safely.ts";
import { readRecord } from "../content/read.ts";
import { liesIn, realPlace } from "../content/real-place.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import type { SiteRecord } from "../model/records/site.ts";
import { visible } from "../problems/visible.ts";
import { licenceAddress } from "../text/licences.ts";
import { count } from "../text/wording.ts";
import { themeDirOf } from "../build/theme.ts";
import { type BagInfo, writeBag } from "../preservation/bag.ts";
import { hashFile } from "../preservation/hash.ts";
import { isFileOf, payloadOf } from "../preservation/payload.ts";
import { changedFileIn, linksBelow } from "../preservation/walk.ts";
import { type PackedProgram, lockedVersion, programLock, programManifest, programReadme, readLock } from "../preservation/program.ts";
import type { Command } from "./command.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { addInputOptions, addTodayOption, settingsFrom, UsageError } from "./options.ts";
import { buildProgress, printUnpublished, runCommand } from "./report.ts";
import { additionsOf, projectDir } from "./project.ts";
import { commandName } from "../text/commands.ts";

/** The permissions of a folder for its owner alone. */
const OWN_FOLDER = 0o700;

const OWN_TEMPLATES =
  "`templates/` goes into the bag, but not the pages that `npm run eleventy` makes of it: `site/` is that of the records. program/README.txt says how to build both.\n";

const HELP = `
The site is built for the bag. In data/ are \`content/\`, \`assets/\` (media, and the theme where it is yours), \`extensions/\`, \`templates/\` and
\`eleventy.config.js\` where there are any, \`site/\`, \`package.json\` and \`package-lock.json\`; \`portable/\`, a copy of the site that opens from
a disk and takes its media from \`site/\`; and \`program/\`, this program as npm packs it, with a lock file and a README.txt that says how to
build the site again. A bag of one event holds its records, those of its speakers and those that all events share, their media and the
pages of the event; \`build --part\` builds them again. The same files make the same bytes; \`Bagging-Date\` is written only where SOURCE_DATE_EPOCH gives one. \`sha512sum --check manifest-sha512.txt\` checks a bag.

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
  program?: string;
}

export function define(command: Command): void {
  addTodayOption(addInputOptions(command))
    .requiredOption("--output <dir>", "folder of the new bag; it must be empty or not exist")
    .option("--event <id>", "only this event, by the name of its folder")
    .option("--base-url <url>", "address of the published site (default: `url` in site.yaml)")
    .option("--program <file>", "this program as `npm pack` made it, if it is packed already")
    .addHelpText("after", HELP)
    .action((options: Options) => runCommand(() => oneAtATime(options.output, () => run(options))));
}

async function run(options: Options): Promise<void> {
  const { output } = options;
  refuseOutput(output, [options.content, options.assets]);
  if (options.program !== undefined && !existsSync(options.program)) throw new UsageError(`There is no file \`${options.program}\`.`);
  // A link may lead to the folder.
  const place = realPlace(output);
  const folder = mkdtempSync(join(tmpdir(), "archive-bag-"));
  let making: string | undefined;
  const [siteDir, portableDir, programDir] = ["site", "portable", "program"].map((name) => join(folder, name)) as [string, string, string];
  try {
    // Who asks for a bag where nothing can be written hears of it at once.
    making = folderOfProcess(dirname(place), `.${basename(place)}.writing-`);
    const settings = settingsFrom({ ...options, output: siteDir, cache: join(folder, "cache") });
    const additions = additionsOf(settings.extensionsDir);
    refuseLinks([...additions.values()]);
    const changedFile = changedFileIn([settings.contentDir, settings.assetsDir, themeOf(settings), ...additions.values()]);
    const { build } = await import("../build/build.ts");
    const { site, unpublished } = await build(settings, buildProgress());
    printUnpublished(unpublished, settings.today);
    if (settings.sharedOutput) process.stderr.write(OWN_TEMPLATES);
    const { archive } = site;
    const event = options.event === undefined ? undefined : eventOf(archive, options.event);
    const allMedia = [...listMedia(join(settings.assetsDir, "media")).media.keys()];
    const { makePortable } = await import("../build/portable.ts");
    await makePortable(settings, site, { outputDir: portableDir, media: "../site/media/", ...(event && partOf(archive, event, siteDir)) });
    const locked = lockedDir(projectDir());
    const themeDir = resolve(site.themeDir) === join(PROJECT_DIR, "assets") ? undefined : site.themeDir;
    const hasScripts = themeDir !== undefined && existsSync(join(themeDir, "js"));
    putProgram(programDir, locked, { packed: options.program, further: hasScripts ? ["esbuild"] : [], isPart: event !== undefined });
    const sources = {
      ...settings,
      themeDir,
      siteDir,
      portableDir,
      programDir,
      projectDir: locked,
      additions,
      unpublished,
      allMedia,
    };
    if (themeDir !== undefined) refuseLinks([themeDir]);
    const payload = payloadOf(sources, archive, event);
    const odd = payload.find(({ path }) => ODD_NAME.test(path));
    if (odd)
      throw new UsageError(
        `${oddName(basename(odd.path))
          .join(" ")
          .replace("this folder", `\`${dirname(odd.path)}\``)} No bag was written.`,
      );
    const { files, bytes } = writeBag(join(making, "bag"), place, payload, infoOf(archive, event, settings.builtOn), () => {
      const changed = changedFile();
      if (changed !== undefined)
        throw new UsageError(
          `\`${visible(changed)}\` was changed while the bag was made, so that the site in it would not be that of its records and files. Run the command again; no bag was written.`,
        );
    });
    process.stderr.write(`Wrote a bag of ${count(files, "file")} and ${count(bytes, "byte")} to ${output}.\n`);
  } finally {
    for (const one of [folder, making]) if (one !== undefined) rmSync(one, { recursive: true, force: true });
  }
}

/** The build follows links in what an archive adds to the program; a bag without what they lead to would not build again. */
function refuseLinks(folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) continue;
    const link = linksBelow(folder).find((path) => !/(?:^|\/)node_modules\//.test(path));
    if (link)
      throw new UsageError(
        `\`${fromHere(join(folder, link)).replaceAll("\\", "/")}\` is a symbolic link, which a bag cannot hold. Put what it leads to in its place. No bag was written.`,
      );
  }
}

/** The folder of the theme, as far as `site.yaml` can be read. */
function themeOf(settings: BuildSettings): string {
  const file = listRecords(settings.contentDir).files.find(({ kind }) => kind === "site");
  const { theme } = ((file && readRecord(file).record) ?? {}) as Partial<SiteRecord>;
  return themeDirOf(settings, theme);
}

/** The pages of one event in a copy, which opens with that of the event. */
const partOf = (archive: Archive, event: Event, siteDir: string) => ({
  isWanted: isFileOf(archive, event, siteDir),
  start: outputFile(event.path),
});

/** Puts the packed program into a folder, with what `npm ci` needs there. */
function putProgram(
  folder: string,
  locked: string,
  { packed, further, isPart }: { packed: string | undefined; further: string[]; isPart: boolean },
): void {
  mkdirSync(folder);
  if (packed === undefined) packProgram(folder);
  else copyFileSync(packed, join(folder, basename(packed)));
  const [file] = readdirSync(folder);
  if (file === undefined)
    throw new UsageError("npm packed nothing of the program for the bag, as it is set to. Look at `npm config list`; no bag was written.");
  const manifest = JSON.parse(readFileSync(join(PROJECT_DIR, "package.json"), "utf8")) as PackedProgram["manifest"];
  const integrity = `sha512-${Buffer.from(hashFile(join(folder, file), "sha512"), "hex").toString("base64")}`;
  const lockFile = join(locked, "package-lock.json");
  const theirs = existsSync(lockFile) ? readLock(ownText(lockFile)) : {};
  if (!theirs) throw new UsageError(`\`${lockFile}\` is no lock file of npm. Make it anew with \`npm install\`; no bag was written.`);
  const versions = further.flatMap((name): [string, string][] => {
    const version = lockedVersion(theirs, name);
    return version === undefined ? [] : [[name, version]];
  });
  const program: PackedProgram = { manifest, file, integrity, further: Object.fromEntries(versions) };
  const write = (name: string, content: object) => writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  write("package.json", programManifest(program));
  writeFileSync(join(folder, "README.txt"), programReadme(isPart));
  const lock = programLock(theirs, program);
  if (lock) write("package-lock.json", lock);
  else
    process.stderr.write(
      `No package-lock.json of \`${locked}\` names this program, so that the bag does not say which versions of other packages built the site.\n`,
    );
}

/**
 * Has npm pack the program, whose own scripts compile it first where it runs from its source. The package is packed from a copy: npm fails
 * where another program has put together the packages around it.
 */
function packProgram(folder: string): void {
  const copy = join(folder, "..", "packed");
  if (IS_PACKAGE) copyProgram(PROJECT_DIR, copy);
  const from = IS_PACKAGE ? copy : PROJECT_DIR;
  // What the user's npm is set to otherwise: without its scripts the program is not compiled. A user may have no folder for npm's cache,
  // and with an empty one npm would ask for a newer npm.
  const ownCache = ["--no-update-notifier", "--cache", join(folder, "..", "npm-cache")];
  const quiet = ["--silent", `--ignore-scripts=${IS_PACKAGE}`, "--dry-run=false", ...ownCache];
  const { status, error, stderr } = spawnSync("npm", ["pack", from, "--pack-destination", folder, ...quiet], {
    cwd: from,
    encoding: "utf8",
  });
  if (status !== 0) {
    const why = (error?.message ?? stderr).trim() || `it ended with ${status}; \`npm pack\` in \`${from}\` may say more`;
    throw new UsageError(`npm cannot pack the program for the bag: ${why}.`.replace(/\.\.$/, "."));
  }
}

/**
 * Copies the program without the packages in it. Folders of the copy can be written to, so that it can be removed: those of the program
 * cannot where it is installed for all users.
 */
export function copyProgram(program: string, copy: string): void {
  cpSync(program, copy, { recursive: true, filter: (from) => from !== join(program, "node_modules") });
  chmodSync(copy, OWN_FOLDER);
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), OWN_FOLDER);
}

/** The folder whose lock file names every package that built the site: that of the archive, or of the workspace that it is in. */
export function lockedDir(project: string): string {
  return foldersAbove(project).find((folder) => existsSync(join(folder, "package-lock.json"))) ?? project;
}

function refuseOutput(output: string, sources: readonly string[]): void {
  for (const folder of sources) {
    if (liesIn(output, folder))
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
