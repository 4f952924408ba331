/** A site that is ready to be written: the checked archive, its frame, templates and assets. */
import { join } from "node:path";
import { runChecks } from "../checks/index.ts";
import type { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import { type FrameView, frameView } from "../layouts/frame.ts";
import { FontError, fontFiles, readCardFonts } from "../media/card-fonts.ts";
import type { MadeFiles } from "../media/prepare.ts";
import type { Archive } from "../model/archive.ts";
import type { CardFonts } from "../model/cards.ts";
import { type Finding, type Problem, sortProblems } from "../model/problem.ts";
import { type Assets, loadAssets, refuseMissingScripts } from "./assets.ts";
import { digestOf } from "../text/digest.ts";
import type { Cache } from "./cache.ts";
import { type LoadedExtensions, ownRules } from "./extensions.ts";
import { type BuildSettings, PROJECT_DIR, VERSION } from "./settings.ts";
import { loadTemplates } from "./templates.ts";
import { readOfTheme, ThemeError, themeDirOf } from "./theme.ts";

export interface Site {
  settings: BuildSettings;
  /** The folder of its theme. */
  themeDir: string;
  archive: Archive;
  /** What the archive adds to the program. */
  extensions: LoadedExtensions;
  /** The fingerprint of the program that makes it, and of what is added to it. */
  program: string;
  frame: FrameView;
  assets: Assets;
  templates: ReadonlyMap<string, string>;
  /** Files that were made of media. */
  media: readonly MadeFiles[];
}

/** Thrown when records have errors; nothing has been written then. */
export class RecordsError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super("The records have errors.");
    this.problems = problems;
  }
}

/** The files of the fonts that cards are drawn with: those of the program first, then those of the theme. */
export function cardFonts(themeDir: string): string[] {
  return fontFiles([join(PROJECT_DIR, "assets/fonts"), join(themeDir, "fonts")]);
}

/**
 * What cards are drawn with; nothing where the archive wants none.
 *
 * @throws {ThemeError} when a font of the theme cannot be read.
 */
export function cardFontsOf(settings: BuildSettings, { site: { record } }: Archive): CardFonts | undefined {
  if (record.cards === false) return undefined;
  try {
    return readCardFonts(cardFonts(themeDirOf(settings, record.theme)), readOfTheme);
  } catch (error) {
    throw error instanceof FontError ? new ThemeError(error.message) : error;
  }
}

const GENERATOR = `Conference Archive ${VERSION}`;

/** Makes sure that no record has an error, and returns the warnings. */
export function checkRecords(
  { whole, findings }: ReturnType<typeof loadArchive>,
  extensions: LoadedExtensions,
  { isPart }: Pick<BuildSettings, "isPart">,
): Finding[] {
  const all = [...findings, ...runChecks(whole, { ...ownRules(extensions, whole), isPart }, findings)];
  if (all.some(({ severity }) => severity === "error")) throw new RecordsError(sortProblems(locate(all)));
  return all;
}

/** What all pages have around them. */
export function frameOf({ builtOn }: BuildSettings, archive: Archive, assets: Assets["links"]): FrameView {
  return frameView(archive, { generator: GENERATOR, builtOn, assets });
}

/** The fingerprint of a program and of what an archive adds to it. */
export function programWith(program: string, { digest }: Pick<LoadedExtensions, "digest">): string {
  return digest === "" ? program : digestOf([program, digest]);
}

/** The site that the archive makes. `templates` are those that were minified before, by digest, and get what is new. */
export async function makeSite(
  settings: BuildSettings,
  archive: Archive,
  extensions: LoadedExtensions,
  program: string,
  templates: Record<string, string>,
  media: readonly MadeFiles[],
  cache: Cache,
): Promise<Site> {
  const themeDir = themeDirOf(settings, archive.site.record.theme);
  const assets = await loadAssets(
    themeDir,
    archive.site.base,
    cache,
    archive.site.record,
    extensions.pages.map(({ name }) => name),
    archive.ownWords?.record,
  );
  refuseMissingScripts(themeDir, assets.links, assets.disk);
  return {
    settings,
    themeDir,
    archive,
    extensions,
    program: programWith(program, extensions),
    frame: frameOf(settings, archive, assets.links),
    assets,
    templates: await loadTemplates(
      templates,
      themeDir,
      extensions.pages.map(({ name }) => name),
    ),
    media,
  };
}
