/** The archive as a plugin of Eleventy: its own command builds the site, with templates of the user beside the archive's pages. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { formatProblems } from "../problems/pretty.ts";
import { explainSystemError } from "../problems/system-errors.ts";
import { SearchError } from "../search/pagefind.ts";
import { OutputError } from "./claim-output.ts";
import { ExtensionError } from "./guarded-extensions.ts";
import { ScriptError } from "./scripts.ts";
import { ThemeError } from "./theme.ts";
import { locateFirst } from "../content/locate.ts";
import { type Release, waitMessage } from "./lock.ts";
import type { Problem } from "../model/problem.ts";
import { isRealDate } from "../model/dates.ts";
import { badSiteAddress } from "../model/records/addresses.ts";
import { outputFile } from "../model/urls.ts";
import { enumerate } from "../text/wording.ts";
import { setProgram } from "../text/commands.ts";
import { Builder, type RunningBuild } from "./build.ts";
import { addArchivePages, BatchPrinter, type EleventyBuild, ENDING, PageWriter, type UserConfig } from "./eleventy.ts";
import type { PageBatch } from "./run-steps.ts";
import { type BuildSettings, buildDay, DEFAULT_SETTINGS, EXTENSIONS, fromHere, PROGRAM_COMMAND, TEMPLATES } from "./settings.ts";
import { formatUnpublished } from "./unpublished.ts";
import { RecordsError } from "./site.ts";

/** What the plugin can be told. Folders are below `root`. */
export interface ArchiveOptions {
  /** The folder of the project. Without it, the current folder. */
  root?: string;
  /** The folder of the records. */
  content?: string;
  /** The folder of media, styles and scripts; what it lacks comes from the program. */
  assets?: string;
  /** The folder of what one build leaves for the next; it may be deleted at any time. */
  cache?: string;
  /** The folder of extensions of the program; `extensions` where left out. */
  extensions?: string;
  /** The address of the published site, if it is not the `url` of `site.yaml`. */
  baseUrl?: string;
  /** The day for which the site is built (`YYYY-MM-DD`), if it is not that of SOURCE_DATE_EPOCH; see `publishFrom` of records. */
  today?: string;
}

/** What a configuration file returns: its folders from the current one. */
export interface ArchiveFolders {
  dir: { input: string; output: string };
}

/**
 * The folders of a project, for Eleventy. `templates/` holds Eleventy templates of the user; they can run code, so that it is for trusted
 * files alone. Without one, Eleventy gets a folder of this program that holds none: it wants a folder that is there, and must not look
 * for its own data files among records.
 */
export function archiveFolders(root = process.cwd()): ArchiveFolders {
  const templates = join(root, TEMPLATES);
  const input = existsSync(templates) ? templates : import.meta.dirname;
  return { dir: { input: fromHere(input), output: fromHere(join(root, DEFAULT_SETTINGS.outputDir)) } };
}

/**
 * The plugin.
 *
 * @example
 * // .eleventy.ts
 * export default function configure(config: UserConfig) {
 *   config.addPlugin(conferenceArchive, { root: import.meta.dirname });
 *   return archiveFolders(import.meta.dirname);
 * }
 */
export default function conferenceArchive(config: UserConfig, options: ArchiveOptions = {}): void {
  setProgram(PROGRAM_COMMAND);
  refuseMistakes(options);
  if ([...config.extensionMap].some(({ extension }) => extension === ENDING))
    throw new ArchiveError("The plugin is added twice. Add it once: a configuration builds one archive.");
  // `--incremental` alone is a matter of watching. With a file, Eleventy asks templates for what they depend on that it has not read.
  if (process.argv.some((word, index, all) => /^--incremental=./.test(word) || (/^[^-]/.test(word) && all[index - 1] === "--incremental")))
    throw new ArchiveError(
      "Leave out `--incremental` with a file: Eleventy cannot do that beside this plugin, which makes no page anew that is up to date.",
    );
  const root = options.root ?? process.cwd();
  const folder = (name: "content" | "assets" | "cache", usual: string) => fromHere(resolve(root, options[name] ?? usual));
  const settings: Omit<BuildSettings, "outputDir"> = {
    contentDir: folder("content", DEFAULT_SETTINGS.contentDir),
    assetsDir: folder("assets", DEFAULT_SETTINGS.assetsDir),
    cacheDir: folder("cache", DEFAULT_SETTINGS.cacheDir),
    extensionsDir: fromHere(resolve(root, options.extensions ?? EXTENSIONS)),
    baseUrl: options.baseUrl,
    builtOn: buildDay(process.env),
    today: options.today ?? buildDay(process.env),
    sharedOutput: true,
  };
  const printer = new BatchPrinter();
  const builds = new ArchiveBuilds(settings, printer);
  addArchivePages(config, printer, () => builds.outputDir);
  // Records are data: whatever they say, no template engine reads them.
  for (const data of [settings.contentDir, settings.assetsDir]) {
    config.ignores.add(`${data}/**`);
    config.addWatchTarget(`${data}/**/*`);
  }
  config.setWatchJavaScriptDependencies(false);
  config.setServerOptions({ domDiff: false, middleware: [allowReload] });
  config.on("eleventy.before", (build) => builds.begin(build));
  config.on("eleventy.contentMap", ({ urlToInputPath }) => builds.refuseClashes(urlToInputPath));
  config.on("eleventy.passthrough", ({ map }) => builds.noteCopies(map));
  config.on("eleventy.after", () => builds.finish());
}

const OPTIONS = ["root", "content", "assets", "cache", "extensions", "baseUrl", "today"] satisfies (keyof ArchiveOptions)[];

/** An option with a slip in its name would be passed over, and a day that is none is later than every day on which records are published. */
function refuseMistakes(options: ArchiveOptions): void {
  const refuse = (name: string, why: string) => new ArchiveError(`The option \`${name}\` of the plugin ${why}`);
  for (const [name, value] of Object.entries(options)) {
    if (!OPTIONS.some((one) => one === name)) throw refuse(name, `is none of ${enumerate(OPTIONS)}.`);
    if (value !== undefined && typeof value !== "string") throw refuse(name, "has to be a text.");
  }
  const { baseUrl, today } = options;
  const complaint = baseUrl === undefined ? undefined : badSiteAddress(baseUrl);
  if (complaint) throw refuse("baseUrl", `is \`${baseUrl}\`: ${complaint.message} ${complaint.hint}`);
  if (today !== undefined && !isRealDate(today))
    throw refuse("today", `is \`${today}\`. Write a day of the calendar as year-month-day, such as \`2026-12-01\`.`);
}

/** What is made when the first build begins, for only then is the output folder known. */
interface Tools {
  builder: Builder;
  writer: PageWriter;
  outputDir: string;
  outputMode: EleventyBuild["outputMode"];
  dryRun: boolean;
}

/** The builds of one Eleventy: one, or under `--serve` one after another. */
class ArchiveBuilds {
  readonly #settings: Omit<BuildSettings, "outputDir">;
  readonly #printer: BatchPrinter;
  #tools: Tools | undefined;
  #running: RunningBuild | undefined;
  /** The last pages of that build, which Eleventy prints. */
  #last: PageBatch | undefined;
  /** The files that Eleventy copied, by their addresses. */
  #copies: Record<string, string> = {};
  #release: Release = () => {};

  constructor(settings: Omit<BuildSettings, "outputDir">, printer: BatchPrinter) {
    this.#settings = settings;
    this.#printer = printer;
    process.once("exit", () => this.#release());
  }

  get outputDir(): string {
    return this.#tools?.outputDir ?? DEFAULT_SETTINGS.outputDir;
  }

  /** Writes all but the last pages, which Eleventy prints with the templates of the user. */
  async begin(build: EleventyBuild): Promise<void> {
    // When a template of the user fails, nothing is told that the build before has ended.
    this.#release();
    try {
      // A script may ask one Eleventy for data first, and then for files.
      if (this.#tools?.outputMode !== build.outputMode) this.#tools = this.#start(build);
      const { builder, writer, dryRun } = this.#tools;
      if (!dryRun) this.#release = await builder.lock((folder, other) => process.stderr.write(waitMessage(folder, other)));
      const running = await builder.begin();
      this.#running = running;
      let batch = await running.next();
      for (; batch && !batch.isLast; batch = await running.next()) await writer.write(running.site, batch);
      running.noteSoFar();
      this.#last = batch;
      this.#printer.take(running.site, batch);
      print(locateFirst(running.warnings, MOST_WARNINGS));
      process.stderr.write(formatUnpublished(running.unpublished, this.#settings.today));
    } catch (error) {
      this.#release();
      throw shortly(error);
    }
  }

  /** Refuses a template of the user that would be written over a file of the archive. */
  refuseClashes(urlToInputPath: Record<string, { inputPath: string }>): void {
    for (const [url, { inputPath }] of Object.entries(urlToInputPath))
      if (!inputPath.endsWith(`.${ENDING}`) && this.#running?.owns(outputFile(url)))
        throw new ArchiveError(`${inputPath} would be written to ${url}, which belongs to the archive. Give it another \`permalink\`.`);
  }

  /** Notes what Eleventy copied; all that belongs to the archive is known at the end alone. */
  noteCopies(urlToInputPath: Record<string, string>): void {
    this.#copies = urlToInputPath;
  }

  /** Refuses a file of the user that was copied over a file of the archive: the next build would write that again, and so on in turn. */
  #refuseCopies(running: RunningBuild): void {
    const clash = Object.entries(this.#copies).find(([url]) => running.owns(decodeURI(url).slice(1)));
    if (clash) throw new ArchiveError(`${clash[1]} was copied to ${clash[0]}, which belongs to the archive. Copy it to another place.`);
  }

  /** Writes what is left, and deletes what nobody made. */
  async finish(): Promise<void> {
    const running = this.#running;
    try {
      if (!running || !this.#tools) return;
      const { writer } = this.#tools;
      if (this.#last && this.#printer.missing > 0) {
        // Nothing was to be built at first.
        if (process.argv.includes("--ignore-initial")) return;
        // Eleventy left them out: it was told to take other formats alone, or a preprocessor said so of all templates.
        await writer.write(running.site, this.#last);
      }
      for (let batch = await running.next(); batch; batch = await running.next()) await writer.write(running.site, batch);
      this.#refuseCopies(running);
      running.finish();
    } catch (error) {
      running?.noteSoFar();
      throw shortly(error);
    } finally {
      this.#release();
    }
  }

  #start({ directories, outputMode }: EleventyBuild): Tools {
    const outputDir = resolve(directories.output);
    // Eleventy 3 does not tell plugins of `--dryrun`.
    const dryRun = outputMode !== "fs" || process.argv.includes("--dryrun");
    const cacheDir = dryRun ? copyOf(this.#settings.cacheDir) : this.#settings.cacheDir;
    const settings = { ...this.#settings, outputDir, cacheDir, dryRun };
    return { builder: new Builder(settings), writer: new PageWriter(settings), outputDir, outputMode, dryRun };
  }
}

/** More warnings than these are left to `check`. */
const MOST_WARNINGS = 5;

/** An error that says all in its message; Eleventy prints no stack of it. */
class ArchiveError extends Error {
  readonly skipOriginalStack = true;
}

/** Failures whose message says all that is needed. */
const SAY_ALL = [ExtensionError, OutputError, ScriptError, SearchError, ThemeError];

/** Prints what is wrong with the records; Eleventy gets one sentence, also of what the system refuses. */
function shortly(error: unknown): unknown {
  if (error instanceof RecordsError) {
    print(error.problems);
    return new ArchiveError("The records have errors. Nothing was written.");
  }
  const sentence = SAY_ALL.some((kind) => error instanceof kind) ? (error as Error).message : explainSystemError(error);
  return sentence === undefined ? error : new ArchiveError(sentence);
}

function print(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stderr.write(formatProblems(problems, process.stderr.isTTY === true && !process.env["NO_COLOR"]));
}

/** A copy of the cache that is gone when the program ends, for runs that must leave everything as it is. */
function copyOf(cacheDir: string): string {
  const copy = mkdtempSync(join(tmpdir(), "archive-dry-run-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  if (existsSync(cacheDir)) cpSync(cacheDir, copy, { recursive: true });
  return copy;
}

/** The policy of a page lets nothing run that the page did not bring; while Eleventy serves, its own script that loads it again may run too. */
function allowReload(_: unknown, response: ServerResponse, next: () => void): void {
  const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse;
  response.end = (...[body, ...rest]: unknown[]) => end(typeof body === "string" ? forReload(body) : body, ...rest);
  next();
}

function forReload(html: string): string {
  return html.replace(/(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/, (_, start: string, policy: string) => {
    const directives = policy.split(";").filter((one) => !/^(require-trusted-types-for|trusted-types) /.test(one));
    return `${start}${directives.map((one) => one.replace(/^script-src /, "script-src 'self' ")).join(";")}"`;
  });
}
