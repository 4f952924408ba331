/**
 * The scripts of the site, made by esbuild of modules: each file at the top of `assets/js/` becomes one classic script, with all that it
 * imports in it. The package brings its own scripts as they were made before, so that only who writes others needs esbuild.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildFailure, BuildOptions, Message, Plugin } from "esbuild";
import { isSettled } from "../content/file-state.ts";
import { digest } from "../text/digest.ts";
import type { OwnScriptWords } from "../words/own-script-words.ts";
import { SCRIPT_WORDS } from "../words/own-words.ts";
import { WORD_LANGUAGES, wordsFor } from "../words/words.ts";
import { BROWSERS } from "./browsers.ts";
import type { Cache } from "./cache.ts";
import { PROGRAM_DIR, PROJECT_DIR } from "./settings.ts";

export interface Script {
  /** The name of its source without ending; views name scripts by it. */
  name: string;
  bytes: Uint8Array;
}

export interface ScriptOptions {
  /** The language of what scripts say to readers: `en` for `src/words/en-browser.ts`. */
  words: string;
  /** Words of the archive's own in place of some of them. */
  own?: OwnScriptWords | undefined;
}

/** Thrown when a script cannot be made of its source. */
export class ScriptError extends Error {}

const OPTIONS = {
  absWorkingDir: PROJECT_DIR,
  outdir: "scripts",
  write: false,
  bundle: true,
  metafile: true,
  // Classic scripts run from a disk, too, where browsers load no modules.
  format: "iife",
  // As modules always are.
  banner: { js: '"use strict";' },
  platform: "browser",
  target: Object.entries(BROWSERS).map(([name, version]) => `${name}${version}`),
  // All of these browsers know `\p{L}`; esbuild asks for the newest names of scripts too.
  supported: { "regexp-unicode-property-escapes": true },
  charset: "utf8",
  legalComments: "none",
  // Names of functions and variables stay as they are in the source, so that what is served can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  // What else a theme's folder holds does not change how its scripts are made.
  tsconfigRaw: "{}",
  logLevel: "silent",
} satisfies BuildOptions;

/** Made scripts, and the files that they were made of, by their paths from the project's folder. */
interface Bundle {
  scripts: Script[];
  inputs: string[];
}

/** How many folders of scripts are being made. */
let bundling = 0;

/**
 * Makes the scripts of a folder, in order of their names, with the same bytes on every machine. Those that are open have a place for words
 * of an archive's own, which `filled` fills.
 *
 * @throws {ScriptError} with file, line and column of each error or warning.
 * @example (await bundleScripts("assets/js", { words: "en" })).scripts // [{ name: "agenda-zone", bytes }, …]
 */
export async function bundleScripts(sourceDir: string, { words, isOpen = false }: { words: string; isOpen?: boolean }): Promise<Bundle> {
  const entries = entriesOf(sourceDir);
  if (entries.length === 0) return { scripts: [], inputs: [] };
  const { build, stop } = await loadEsbuild(sourceDir);
  bundling++;
  try {
    // The same names wherever a theme is; `assets/js/tsconfig.json` has them for the compiler.
    const file = join(PROJECT_DIR, `src/words/${words}-browser.ts`);
    const alias = { ...(!isOpen && { words: file }), text: join(PROJECT_DIR, "src/text") };
    const { outputFiles, metafile, warnings } = await build({
      ...OPTIONS,
      alias,
      ...(isOpen && { plugins: [openWords(words, file)], define: { OWN_WORDS: PLACE } }),
      entryPoints: entries.map((file) => resolve(sourceDir, file)),
    });
    if (warnings.length > 0) throw new ScriptError(told(warnings));
    const outputs = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
    const scripts = Object.entries(metafile.outputs).map(([path, { entryPoint = "" }]) => ({
      name: nameOf(entryPoint),
      bytes: outputs.get(join(PROJECT_DIR, path)) ?? new Uint8Array(),
    }));
    return {
      scripts: scripts.sort((a, b) => (a.name < b.name ? -1 : 1)),
      inputs: Object.keys(metafile.inputs)
        .filter((path) => !path.startsWith(OPEN))
        .sort(),
    };
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    // esbuild speaks to its process before it knows whether that was started; why it was not, the system says in a moment.
    if (error instanceof TypeError || ENDED.test((error as Error).message)) throw new ScriptError(NOT_AT_WORK, { cause: error });
    throw errors?.length ? new ScriptError(told(errors)) : error;
  } finally {
    // Its process would stay until this one ends.
    if (--bundling === 0) await stop();
  }
}

/** What esbuild says when the system has ended its process. */
const ENDED = /^The service (?:was stopped|is no longer running)/;
const NOT_AT_WORK = "esbuild, which makes the scripts, was not started, or was ended by the system, as where memory is short. Build again.";

/** Where words of an archive's own go in a script. */
const PLACE = '"@OWN_WORDS@"';
/** What esbuild calls the module between scripts and the words of a language. */
const OPEN = "own-words";

/** The module `words` of scripts that are open to words of an archive's own: each is asked for by its name. */
function openWords(language: string, file: string): Plugin {
  const from = (path: string) => JSON.stringify(path.replaceAll("\\", "/"));
  const [, ...between] = /^0(.*)1(.*)2$/s.exec(wordsFor(language).list.and(["0", "1", "2"])) ?? [];
  const entries = SCRIPT_WORDS.map((name) => `export const ${name} = /* @__PURE__ */ ownOr(language.${name}, "${name}", grammar);`);
  const contents = [
    `import * as language from ${from(file)};`,
    `import { ownOr } from ${from(join(PROJECT_DIR, "src/words/own-script-words.ts"))};`,
    // The language of the archive, whose plural forms its words have; those of the program may be in English.
    `const grammar = { language: /* @__PURE__ */ (() => document.documentElement.lang)(), between: ${JSON.stringify(between)}, number: language.number };`,
    ...entries,
  ].join("\n");
  return {
    name: OPEN,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^words$/ }, () => ({ path: "words", namespace: OPEN }));
      onLoad({ filter: /./, namespace: OPEN }, () => ({ contents, resolveDir: PROJECT_DIR }));
    },
  };
}

/** Open scripts with the words of an archive in their places. */
function filled(scripts: readonly Script[], own: OwnScriptWords): Script[] {
  const words = `(${JSON.stringify(own)})`;
  return scripts.map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(
      Buffer.from(bytes)
        .toString()
        .replaceAll(PLACE, () => words),
    ),
  }));
}

/** esbuild, which a user of the package installs only for scripts of their own. */
async function loadEsbuild(sourceDir: string): Promise<typeof import("esbuild")> {
  try {
    return await import("esbuild");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new ScriptError(
      `Scripts are made of the files in \`${sourceDir}\` by esbuild, which is not installed. Run \`npm install --save-dev esbuild\`, or delete the folder to use the scripts of the program.`,
    );
  }
}

/** Where the package keeps its scripts, each as it is served, for one language of their words; and those of them that are open. */
const madeScriptsDir = (words: string, isOpen = false) => join(PROGRAM_DIR, isOpen ? "open-scripts" : "scripts", words);

/** The scripts of the program that were made when it was packed, in order of their names; nothing where it runs from its source. */
export function madeScripts({ words, own }: ScriptOptions): Script[] | undefined {
  const folder = madeScriptsDir(words);
  if (!existsSync(folder)) return undefined;
  const open = madeScriptsDir(words, true);
  const isOpen = (file: string) => own !== undefined && existsSync(join(open, file));
  const made = readdirSync(folder)
    .sort()
    .map((file) => ({ name: nameOf(file), bytes: readFileSync(join(isOpen(file) ? open : folder, file)) }));
  return own === undefined ? made : filled(made, own);
}

/** The scripts as the package keeps them: in every language, and those with words a second time, open to words of an archive's own. */
export async function* scriptsToKeep(sourceDir: string): AsyncGenerator<{ file: string; bytes: Uint8Array }> {
  for (const words of WORD_LANGUAGES)
    for (const isOpen of [false, true])
      for (const { name, bytes } of (await bundleScripts(sourceDir, { words, isOpen })).scripts)
        if (!isOpen || Buffer.from(bytes).includes(PLACE)) yield { file: join(madeScriptsDir(words, isOpen), `${name}.js`), bytes };
}

/** What esbuild has against the sources; what it only warns of would not work for readers either. */
function told(messages: readonly Message[]): string {
  const lines = messages.map(({ text, location }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
  return `The scripts cannot be made.\n${lines.join("\n")}`;
}

/** The names of the scripts that a folder has, without their endings. */
export function scriptNames(sourceDir: string): string[] {
  return entriesOf(sourceDir).map(nameOf);
}

/** Files at the top of the folder; types alone (`.d.ts`) become no script. */
function entriesOf(sourceDir: string): string[] {
  if (!existsSync(sourceDir)) return [];
  return readdirSync(sourceDir)
    .filter((file) => /^[^.].*\.[jt]s$/.test(file) && !file.endsWith(".d.ts"))
    .sort();
}

const nameOf = (path: string) => path.replace(/^.*[/\\]/, "").replace(/\.[jt]s$/, "");

/** What the cache keeps: scripts as text, and the state of all that they were made of. */
interface KeptScripts {
  state: string;
  inputs: string[];
  scripts: [name: string, text: string][];
}

/** The scripts of a folder as the last build made them, or made again when any of their sources is another. */
export async function keptScripts(sourceDir: string, { words, own }: ScriptOptions, cache?: Cache): Promise<Script[]> {
  const scripts = await unfilled(sourceDir, { words, isOpen: own !== undefined }, cache);
  return own === undefined ? scripts : filled(scripts, own);
}

/** What this process made last of a folder, by folder and options: builds of several archives need not make the program's scripts each. */
const lastMade = new Map<string, KeptScripts>();

async function unfilled(sourceDir: string, options: { words: string; isOpen: boolean }, cache?: Cache): Promise<Script[]> {
  const isUpToDate = (kept: KeptScripts) => kept.state === stateOf(sourceDir, options, kept.inputs);
  const inCache = cache?.read("scripts") as KeptScripts | undefined;
  if (inCache && isUpToDate(inCache)) return scriptsOf(inCache);
  const key = JSON.stringify([resolve(sourceDir), options]);
  let made = lastMade.get(key);
  if (!made || !isUpToDate(made)) {
    const began = Date.now();
    const names = namesBelow(sourceDir);
    const { scripts, inputs } = await bundleScripts(sourceDir, options);
    const texts = scripts.map(({ name, bytes }): [string, string] => [name, Buffer.from(bytes).toString()]);
    made = { state: stateOf(sourceDir, options, inputs, names), inputs, scripts: texts };
    // Of a file that somebody writes meanwhile, such as an editor that formats what it has just saved, nobody knows which state was read.
    if (!inputs.every((path) => isAtRest(resolve(PROJECT_DIR, path), began))) return scriptsOf(made);
    lastMade.set(key, made);
  }
  cache?.write("scripts", made);
  return scriptsOf(made);
}

const scriptsOf = ({ scripts }: KeptScripts) => scripts.map(([name, text]): Script => ({ name, bytes: Buffer.from(text) }));

/** A digest of which files there are, and of what those that are used hold. */
function stateOf(
  sourceDir: string,
  { words, isOpen }: { words: string; isOpen: boolean },
  inputs: readonly string[],
  names = namesBelow(sourceDir),
): string {
  const used = inputs.map((path) => {
    const file = resolve(PROJECT_DIR, path);
    return `${path} ${existsSync(file) ? digest(readFileSync(file)) : ""}`;
  });
  return digest([resolve(sourceDir), words, `${isOpen}`, ...names, ...used].join("\n"));
}

function isAtRest(file: string, at: number): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats !== undefined && isSettled(stats, at);
}

const namesBelow = (folder: string) => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : []);
