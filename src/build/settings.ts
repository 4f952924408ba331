/** What a build can be told: folders, address and date. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { EditorOptions } from "../outputs/editor-config.ts";

export interface BuildSettings {
  contentDir: string;
  assetsDir: string;
  outputDir: string;
  /** Overrides the address in `site.yaml`. */
  baseUrl?: string | undefined;
  /** `YYYY-MM-DD` to print as the date of the build; from `SOURCE_DATE_EPOCH`, never from the clock. */
  builtOn?: string | undefined;
  /** The day for which the site is built (`YYYY-MM-DD`): records that wait for a later one stay out; without it, all that wait. */
  today?: string | undefined;
  /** Makes the web editor at `/admin/`; nothing else on the site changes. */
  editor?: EditorOptions | undefined;
  /** Writes one of several parts of the site, counted from 1; all parts together are the site. */
  shard?: { index: number; of: number } | undefined;
  /** Whether the records are those of one event of a larger archive: what they name and is not there is a warning. */
  isPart?: boolean | undefined;
  /** What one build leaves for the next. */
  cacheDir: string;
  /** The folder of the archive's own extensions of the program, if it has one. */
  extensionsDir?: string | undefined;
  /** Leaves these as the last build made them, good or not. */
  leave?: readonly ("search" | "cards")[] | undefined;
  /** Whether others write into the output folder too, as Eleventy does with templates of the user; what they wrote is left alone. */
  sharedOutput?: boolean | undefined;
  /** Makes everything, and writes nothing. */
  dryRun?: boolean | undefined;
  /** Forgets what earlier builds left, and writes everything. */
  clean?: boolean | undefined;
}

/** The folder of the program and its templates: `src/` of the project, or `dist/` of the package. */
export const PROGRAM_DIR = resolve(import.meta.dirname, "..");

/** The folder of the project or of the installed package, with `package.json` and `assets/`. */
export const PROJECT_DIR = resolve(PROGRAM_DIR, "..");

/** The version of the program and the name of its package, as its `package.json` gives them. */
export const { version: VERSION, name: PACKAGE_NAME } = JSON.parse(readFileSync(join(PROJECT_DIR, "package.json"), "utf8")) as {
  version: string;
  name: string;
};

/** Whether this is the compiled program of the package, which brings what the project makes when it builds. */
export const IS_PACKAGE = import.meta.url.endsWith(".js");

/** How a user starts this program, before the name of a command. */
export const PROGRAM_COMMAND = IS_PACKAGE ? "npx conference-archive" : "npm run archive --";

/** A folder as Eleventy wants it and messages name it: from the current one. */
export const fromHere = (folder: string) => relative(process.cwd(), resolve(folder)) || ".";

/** The folder of Eleventy templates of the user. They can run code, so that it is for trusted files alone. */
export const TEMPLATES = "templates";

/** The files of Eleventy's configuration that it finds by itself. */
export const ELEVENTY_FILES = ["eleventy.config.js", ".eleventy.js", "eleventy.config.mjs", "eleventy.config.cjs"];

/** The folder of extensions of the program in a project; they run with the build, so that it is for trusted files alone. */
export const EXTENSIONS = "extensions";

/** Whether a project has Eleventy templates of its own. */
export function hasOwnTemplates(root: string): boolean {
  const folder = join(root, TEMPLATES);
  return existsSync(folder) && readdirSync(folder).some((name) => name !== "README.txt");
}

export const DEFAULT_SETTINGS: BuildSettings = { contentDir: "content", assetsDir: "assets", outputDir: "_site", cacheDir: ".cache" };

/** The day of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), if it is set. */
export function buildDay(environment: Record<string, string | undefined>): string | undefined {
  const seconds = environment["SOURCE_DATE_EPOCH"];
  return seconds !== undefined && /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10) : undefined;
}
