/** A copy of a built site that opens from a disk by a double click (`src/portable/`): the same pages, with links from file to file. */
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Archive } from "../model/archive.ts";
import { typeByName } from "../model/addresses.ts";
import { href, outputFile, PATHS } from "../model/urls.ts";
import { asScript, isCopied, isReadByScripts, readmeOf, scriptPath } from "../portable/files.ts";
import { type CopiedPages, copiedPage } from "../portable/page.ts";
import { digest } from "../text/digest.ts";
import { hashOf } from "./assets.ts";
import { Cache } from "./cache.ts";
import { claimOutput, MARKER } from "./claim-output.ts";
import { programFingerprint } from "./fingerprint.ts";
import { LOCK, lockFolder, type Release } from "./lock.ts";
import { emptyManifest, type Manifest, Output } from "./output.ts";
import { type Found, scanOutput } from "./output-found.ts";
import type { Progress } from "./progress.ts";
import { BuildLoop } from "./run-steps.ts";
import { type BuildSettings, PROGRAM_DIR } from "./settings.ts";
import type { Site } from "./site.ts";
import type { Step, StepFile } from "./step.ts";

export interface PortableOptions {
  /** The folder to write. */
  outputDir: string;
  /** Which files of the site the copy is made of; links to others lead to the published site. All without it. */
  isWanted?: (path: string) => boolean;
  /** The folder that media files stay in, from the top of the copy (`../site/media/`); without it they are copied. */
  media?: string;
  /** The page to begin with, from the top of the copy; the home page without it. */
  start?: string;
  /** Whether the caller keeps all others from the site and the cache already. */
  isAlone?: boolean;
}

/** Makes the copy of a site that was built into the output folder of the settings. Says how many files it has. */
export async function makePortable(
  settings: BuildSettings,
  { archive, assets }: Pick<Site, "archive" | "assets">,
  options: PortableOptions,
  progress: Progress = {},
): Promise<number> {
  const { outputDir: siteDir, cacheDir } = settings;
  const { outputDir } = options;
  claimOutput(outputDir, [settings.contentDir, settings.assetsDir, PROGRAM_DIR, siteDir], { cacheDir, option: "--portable", dryRun: true });
  const locks: Release[] = [];
  try {
    for (const folder of options.isAlone ? [outputDir] : [cacheDir, siteDir, outputDir])
      locks.push(await lockFolder(folder, (other) => progress.waiting?.(folder, other)));
    claimOutput(outputDir, []);
    const cache = new Cache(cacheDir, programFingerprint());
    const name = `output-${digest(relative(resolve(cacheDir), resolve(outputDir)))}`;
    const before = (settings.clean ? undefined : cache.read(name)) ?? emptyManifest();
    const output = new Output(outputDir, before as Manifest, { found: await scanOutput(outputDir) });
    const step = portableStep(siteDir, await scanOutput(siteDir), archive, assets.disk, options);
    await new BuildLoop([step], output).batches().next();
    const manifest = output.finish();
    cache.write(name, manifest);
    return Object.keys(manifest.files).length;
  } finally {
    for (const release of locks.reverse()) release();
  }
}

/** The files of the copy: pages with other links, files as they are, and files that scripts read as scripts. */
function portableStep(
  siteDir: string,
  { files: found }: Found,
  archive: Archive,
  disk: Site["assets"]["disk"],
  { isWanted = () => true, media, start = outputFile(PATHS.home) }: PortableOptions,
): Step {
  const { base } = archive.site;
  const wanted = [...found].filter(([path]) => path !== MARKER && path !== LOCK && isWanted(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const known = new Set(wanted.map(([path]) => path).filter(isCopied));
  const isCopiedHere = (path: string) => known.has(path) && !(media && path.startsWith("media/"));
  const styles = new Map<string, string>();
  const assets = [...known].filter((path) => /^assets\/[^/]+$/.test(path));
  const copy: CopiedPages = {
    base,
    has: (path) => known.has(path) || path === disk?.path || path.startsWith(STYLES),
    media,
    script: disk && href(base, `/${disk.path}`),
    stylesAt(text) {
      const path = styles.get(text) ?? `${STYLES}${styles.size + 1}.css`;
      styles.set(text, path);
      return href(base, `/${path}`);
    },
    hashOf,
  };
  const fontAsData = (path: string) => `data:${typeByName(path)};base64,${readFileSync(join(siteDir, path)).toString("base64")}`;
  /** Styles with the files that they name: fonts in them, others beside them. */
  const wholeStyles = (text: string) =>
    assets.reduce((all, path) => {
      const type = typeByName(path) ?? "";
      const place = () => (type.startsWith("font/") ? fontAsData(path) : `../${path.slice("assets/".length)}`);
      return all.replaceAll(href(base, `/${path}`), place);
    }, text);
  /** A file of styles, which names what lies beside it, with the fonts in it. */
  const withFonts = (text: string) =>
    assets
      .filter((path) => typeByName(path)?.startsWith("font/"))
      .reduce((all, path) => all.replaceAll(path.slice("assets/".length), () => fontAsData(path)), text);
  return {
    name: "portable",
    *groups() {
      yield {
        name: "portable",
        *files(): Generator<StepFile> {
          for (const [path, key] of wanted) {
            const from = join(siteDir, path);
            if (isReadByScripts(path)) yield { path: scriptPath(path), content: asScript(readFileSync(from, "base64")) };
            if (!isCopiedHere(path)) continue;
            if (STYLE_FILE.test(path)) yield { path, content: withFonts(readFileSync(from, "utf8")) };
            else if (path.endsWith(".html")) yield { path, content: copiedPage(copy, path, readFileSync(from, "utf8")) };
            else yield { path, from, key };
          }
          for (const [text, path] of styles) yield { path, content: wholeStyles(text) };
          if (disk) yield { path: disk.path, content: disk.bytes };
          yield { path: README, content: readmeOf(archive, start) };
        },
      };
    },
  };
}

const README = "README.txt";
/** A file of styles of the site. */
const STYLE_FILE = /^assets\/[^/]+\.css$/;
/** The folder of styles; in pages of the site they stand in the page. */
const STYLES = "assets/styles/";
