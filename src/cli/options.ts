/** The options that several commands share. */
import { isRealDate } from "../model/dates.ts";
import { badSiteAddress } from "../model/records/addresses.ts";
import { type Command, InvalidArgumentError } from "./command.ts";
import { type BuildSettings, buildDay, hasOwnTemplates } from "../build/settings.ts";
import { projectDir, usualExtensions, usualFolders } from "./project.ts";
import { isTimeOfDay } from "../text/clock.ts";

/** Adds `--today`. */
export function addTodayOption(command: Command): Command {
  return command.option(
    "--today <day>",
    "day for which the archive is published, such as 2026-12-01: records with a later `publishFrom` stay out (default: the day of SOURCE_DATE_EPOCH; without one, all with `publishFrom` stay out)",
    parseDay,
  );
}

/** A day of the calendar, as an option. */
export function parseDay(text: string): string {
  if (!isRealDate(text)) throw new InvalidArgumentError("Write a day of the calendar as year-month-day, such as `2026-12-01`.");
  return text;
}

/** A time of day, as an option. */
export function parseClock(text: string): string {
  if (!isTimeOfDay(text)) throw new InvalidArgumentError("Write a time of day such as `09:30`.");
  return text;
}

/** Adds `--content` and `--assets`. */
export function addInputOptions(command: Command): Command {
  const { contentDir, assetsDir } = usualFolders();
  return command
    .option("--content <dir>", "folder of the records", contentDir)
    .option("--assets <dir>", "folder of media and theme; what a theme lacks comes from the program", assetsDir);
}

/** Adds `--output`, `--base-url`, `--cache` and `--clean`. */
export function addOutputOptions(command: Command): Command {
  const { outputDir, cacheDir } = usualFolders();
  return command
    .option("--output <dir>", "folder to write; it must be empty or written by a build", outputDir)
    .option("--base-url <url>", "address of the published site, with its path prefix if it has one (default: `url` in site.yaml)")
    .option("--cache <dir>", "folder of what one build leaves for the next; it may be deleted at any time", cacheDir)
    .option("--clean", "forget what earlier builds left, and write everything");
}

/** Adds `--part`. */
export function addPartOption(command: Command): Command {
  return command.option(
    "--part",
    "the records are a part of an archive, such as those in a bag of one event: talks, events and pages that they name and that are not there are warnings",
  );
}

interface InputOptions {
  content: string;
  assets: string;
  output?: string;
  baseUrl?: string;
  cache?: string;
  clean?: boolean;
  today?: string;
  part?: boolean;
}

/** How long a command waits for servers of others unless it is told otherwise: less than a job of GitHub may take. */
export const MOST_MINUTES = 300;

/** The value of `--max-time`. */
export function minutes(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 100_000) || text.trim() === "") throw new InvalidArgumentError("Write a number of minutes, such as 300.");
  return value;
}

/** A mistake on the command line, told in one sentence. */
export class UsageError extends Error {}

/** Refuses options whose folder, file or site is empty, as where a script gives a variable that is not set: another place would be taken. */
export function refuseEmptyPlaces(command: Command): void {
  for (let one: Command | null = command; one; one = one.parent) {
    const values: Record<string, unknown> = one.opts();
    const empty = one.options.find(
      (option) => /[<[](?:dir|file|site|place)[>\]]/.test(option.flags) && values[option.attributeName()] === "",
    );
    if (empty) throw new UsageError(`\`${empty.long}\` is empty. Write the place behind it, or leave it out.`);
  }
}

/** The day of SOURCE_DATE_EPOCH, if it is set. @throws {UsageError} when it says no day. */
export function dayOfEnvironment(): string | undefined {
  const { SOURCE_DATE_EPOCH: epoch } = process.env;
  const day = buildDay(process.env);
  if (epoch && day === undefined)
    throw new UsageError(
      `SOURCE_DATE_EPOCH is \`${epoch}\`, which is no number of seconds since 1970. Write it as \`git log -1 --format=%ct\` does, or leave it out.`,
    );
  return day;
}

/** The settings that options and environment ask for. */
export function settingsFrom(options: InputOptions): BuildSettings {
  const { baseUrl } = options;
  const usual = usualFolders();
  const complaint = baseUrl === undefined ? undefined : badSiteAddress(baseUrl);
  if (complaint) throw new UsageError(`\`--base-url ${baseUrl}\`: ${complaint.message} ${complaint.hint}`);
  const builtOn = dayOfEnvironment();
  return {
    contentDir: options.content,
    assetsDir: options.assets,
    outputDir: options.output ?? usual.outputDir,
    baseUrl,
    cacheDir: options.cache ?? usual.cacheDir,
    extensionsDir: usualExtensions(),
    clean: options.clean,
    isPart: options.part,
    // What Eleventy's own command made of them stays.
    sharedOutput: hasOwnTemplates(projectDir()),
    builtOn,
    today: options.today ?? builtOn,
  };
}
