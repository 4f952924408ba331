/** The assets of the site: styles (bundled by lightningcss), scripts (`scripts.ts`) and icon under names that change with their content. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { bundleAsync, transform } from "lightningcss";
import { liesIn } from "../content/real-place.ts";
import type { Assets as Links } from "../layouts/frame.ts";
import { type Base, decodedPath, href } from "../model/urls.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import { isFromRight } from "../text/direction.ts";
import { type OwnWords, ownScriptWords } from "../words/own-words.ts";
import { languageOfWords, type Words, wordsFor } from "../words/words.ts";
import { BROWSERS } from "./browsers.ts";
import type { SiteRecord } from "../model/records/site.ts";
import type { Colours } from "../model/records/theme.ts";
import type { Cache } from "./cache.ts";
import { keptScripts, madeScripts, scriptNames } from "./scripts.ts";
import { PROJECT_DIR } from "./settings.ts";
import { readToPublish } from "./theme-files.ts";
import { insideOf, textOfTheme, ThemeError } from "./theme.ts";
import { nameDigest } from "../text/digest.ts";

export interface Assets {
  links: Links;
  /** Files by their path below the output folder. */
  files: { path: string; bytes: Uint8Array }[];
  /** The script of copies that are opened from a disk, which is no file of the site. */
  disk?: { path: string; bytes: Uint8Array } | undefined;
}

/** The name of that script. */
const DISK = "disk";

/** What of the record of a site changes its styles and scripts. */
type Looks = Partial<Pick<SiteRecord, "colours" | "language" | "logo" | "sponsors">>;

/**
 * Reads styles, scripts and icon from the given folder, or from the project's own where the folder has none. Scripts that the cache has of
 * the same sources are not made again.
 *
 * @throws {ScriptError} when a script cannot be read.
 * @throws {ThemeError} when a folder of a theme lacks a file, or styles cannot be read.
 */
export async function loadAssets(
  assetsDir: string,
  base: Base,
  cache?: Cache,
  { colours = {}, language = "en", logo, sponsors }: Looks = {},
  ownKinds: readonly string[] = [],
  ownWords?: OwnWords,
): Promise<Assets> {
  const find = (name: string) => (existsSync(join(assetsDir, name)) ? join(assetsDir, name) : join(PROJECT_DIR, "assets", name));
  const files: Assets["files"] = [];
  const pathOf = (name: string, extension: string, bytes: Uint8Array) => `assets/${name}-${nameDigest(bytes)}.${extension}`;
  const publish = (name: string, extension: string, bytes: Uint8Array) => {
    const path = pathOf(name, extension, bytes);
    if (!files.some((file) => file.path === path)) files.push({ path, bytes });
    return href(base, `/${path}`);
  };
  const icon = publish("icon", "svg", insideOf(assetsDir, find("images/icon.svg"), readToPublish));
  const scriptDir = find("js");
  const options = { words: languageOfWords(language) ?? "en", own: ownScriptWords(ownWords) };
  const isOwn = scriptDir === join(assetsDir, "js");
  const all = (!isOwn && madeScripts(options)) || (await keptScripts(scriptDir, options, cache));
  const bundled = all.filter(({ name }) => name !== DISK);
  const disk = all.find(({ name }) => name === DISK)?.bytes;
  const scripts = Object.fromEntries(bundled.map(({ name, bytes }) => [name, publish(name, "js", bytes)]));
  const font = (file: string) => {
    const name = basename(file, extname(file)).replace(/[^\w-]+/g, "-");
    return publish(name, extname(file).slice(1), readToPublish(file));
  };
  const made = await loadStyles(join(assetsDir, "css"), font, {
    language,
    hasMarks: Boolean(logo || sponsors?.length),
    ownKinds,
  });
  const firstStyles = made.first + coloursCss(colours);
  const publishStyles = ({ name, text, isPrint = false }: StyleFile) => ({ href: publish(name, "css", Buffer.from(text)), isPrint });
  const styles = Object.fromEntries(Object.entries(made.files).map(([kind, ofKind]) => [kind, ofKind.map(publishStyles)]));
  const inlineDir = join(scriptDir, "inline");
  const inline = Object.fromEntries(
    namesIn(inlineDir, ".js").map((name) => [name, insideOf(assetsDir, join(inlineDir, `${name}.js`), textOfTheme).trim()] as const),
  );
  const hashes = {
    styles: Object.fromEntries(Object.keys(styles).map((kind) => [kind, hashOf(firstStyles)])),
    scripts: Object.fromEntries(bundled.map(({ name, bytes }) => [name, hashOf(bytes)])),
    inline: Object.values(inline).map(hashOf),
  };
  const links = { firstStyles, styles, icon, scripts, inline, hashes };
  return { links, files, disk: disk && { path: pathOf(DISK, "js", disk), bytes: disk } };
}

/** The hash by which a security policy or `integrity` names a script or styles. */
export const hashOf = (content: string | Uint8Array) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

/** The browsers as lightningcss names them: version and part of a version in one number. */
const TARGETS = Object.fromEntries(
  Object.entries(BROWSERS).map(([name, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [name, (major << 16) | (minor << 8)];
  }),
);

/** A folder of a theme stands in for that of the project as a whole, so that no file of the two may be missing in it. */
function refuseMissing(folder: string, own: string, names: readonly string[], found: readonly string[]): void {
  const missing = names.filter((name) => !found.includes(name));
  if (missing.length > 0)
    throw new ThemeError(
      `The folder \`${folder}\` takes the place of the project's \`${own}\`, and lacks ${missing.map((name) => `\`${name}\``).join(", ")}. Copy what is missing there, or delete the folder.`,
    );
}

/** Makes sure that a theme has every script that pages name. */
export function refuseMissingScripts(assetsDir: string, { scripts }: Links, disk?: Assets["disk"]): void {
  const found = [...Object.keys(scripts), ...(disk ? [DISK] : [])];
  refuseMissing(join(assetsDir, "js"), "assets/js/", scriptNames(join(PROJECT_DIR, "assets/js")), found);
}

interface StyleFailure {
  message: string;
  fileName?: string;
  loc?: { line: number; column: number };
}

/** Where a file is published that styles name, such as a font. */
type PlaceOf = (file: string) => string;

/** Styles that only a theme has; they come after all others. */
const FURTHER = "theme.css";

/** Styles for languages that are written from right to left. */
const FROM_RIGHT = "from-right.css";
/** The styles of a mark and of sponsors. */
const MARKS = "site-theme.css";

/** The styles of the program. */
const OWN_CSS = join(PROJECT_DIR, "assets/css");

/** The file of styles that a theme has under this name, or else that of the program. */
function styleFile(cssDir: string, name: string): string {
  return existsSync(join(cssDir, name)) ? join(cssDir, name) : join(OWN_CSS, name);
}

/** The file that an `@import` means: the theme is asked first, wherever the importing file is. */
function importedStyles(cssDir: string, specifier: string, from: string): string {
  if (/^(?:https?:)?\/\//i.test(specifier))
    throw new Error(
      `\`${specifier.slice(0, 60)}\` is on another host, from which no page loads anything. Put the file beside these styles, and name that.`,
    );
  const name = relative(dirname(from).startsWith(resolve(cssDir)) ? resolve(cssDir) : OWN_CSS, resolve(from, "..", specifier));
  return name.startsWith("..") ? ofTheme(resolve(from, "..", specifier), cssDir, specifier) : styleFile(resolve(cssDir), name);
}

/** A file that styles name; what is neither in the folder of the theme nor among the program's own is nobody's business. */
function ofTheme(file: string, cssDir: string, written: string): string {
  if (![cssDir, OWN_CSS].some((folder) => liesIn(file, dirname(resolve(folder)))))
    throw new Error(`\`${written.slice(0, 60)}\` leads out of the folder of the theme. Put the file into it, and name that.`);
  return file;
}

/** Where the file is published that `url()` names from a folder; what follows a `#` in it is kept. */
function placeNamed(url: string, folder: string, cssDir: string, placeOf: PlaceOf): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url))
    throw new Error(`\`url(${url.slice(0, 60)})\` is no file. Put what it leads to beside the styles, and name that.`);
  const [, path = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const file = [path, decodedPath(path)]
    .map((name) => resolve(folder, name))
    .find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  if (file === undefined) throw new Error(`There is no file \`${path}\` beside these styles.`);
  return placeOf(ofTheme(file, cssDir, path)) + fragment;
}

/** No styles have so many blocks and brackets in each other; lightningcss ends the process where there are thousands. */
const DEEPEST = 100;

/** The text of a file of styles that lightningcss can read. */
function textOfStyles(file: string): string {
  const text = textOfTheme(file);
  let depth = 0;
  for (const [bracket] of text.matchAll(/[{}()[\]]/g)) {
    depth = Math.max(0, depth + ("{([".includes(bracket) ? 1 : -1));
    if (depth > DEEPEST) throw new ThemeError(`\`${file}\` has more than ${DEEPEST} blocks or brackets in each other.`);
  }
  return text;
}

/** The files that functions of pictures name as texts, without `url()`; lightningcss does not see them in each place. */
function filesInTexts(css: string): string[] {
  const functions = css.matchAll(/(?<![\w-])(?:(?:-webkit-)?image-set|image|src)\(((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*)\)/gi);
  return [...functions].flatMap(([, within = ""]) =>
    [...within.replaceAll(/\([^()]*\)/g, "").matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = ""]) => name),
  );
}

async function readStyles(cssDir: string, name: string, placeOf: PlaceOf): Promise<string> {
  const file = styleFile(cssDir, name);
  try {
    const { code, dependencies } = await bundleAsync({
      filename: resolve(file),
      minify: true,
      targets: TARGETS,
      analyzeDependencies: true,
      resolver: {
        resolve: (specifier, from) => importedStyles(cssDir, specifier, from),
        read: (path) => insideOf(dirname(cssDir), path, textOfStyles),
      },
    });
    let text = briefly(code);
    const unread = filesInTexts(text).find((name) => !dependencies?.some((one) => one.type === "url" && one.placeholder === name));
    if (unread !== undefined)
      throw new Error(`The file \`${unread.slice(0, 60)}\` is named as text where only \`url()\` is understood. Write \`url("…")\` there.`);
    for (const dependency of dependencies ?? []) {
      if (dependency.type !== "url")
        throw new Error(`${file} depends on another file in a way (“${dependency.type}”) that styles in a page cannot.`);
      const { filePath: fileName, start: loc } = dependency.loc;
      try {
        text = text.replaceAll(dependency.placeholder, placeNamed(dependency.url, dirname(fileName), cssDir, placeOf));
      } catch (error) {
        throw { message: (error as Error).message, fileName, loc } satisfies StyleFailure;
      }
    }
    return text;
  } catch (error) {
    const { message, fileName = file, loc } = error as StyleFailure;
    throw new ThemeError(`The styles cannot be read.\n${fileName}${loc ? `:${loc.line}:${loc.column}` : ""}: ${message}`);
  }
}

/** A file of styles before it is published. */
interface StyleFile {
  name: string;
  text: string;
  /** Whether it is for paper alone, so that nobody waits for it who reads. */
  isPrint?: boolean;
}

/** The styles of all pages. */
export interface Styles {
  /** Printed into every page, so that it is drawn down to its title as soon as it is there. */
  first: string;
  /** What each kind of page loads beside: one file that all share, and one that it has of its own; and the same for print. */
  files: Record<string, StyleFile[]>;
}

/**
 * The styles of every kind of page: `first.css`, `site.css`, and `kinds/<kind>.css` where there is one; for print `printed.css`, and
 * `kinds/<kind>-print.css` where there is one.
 */
export async function loadStyles(
  cssDir: string,
  placeOf: PlaceOf,
  { language = "en", hasMarks = false, ownKinds = [] }: { language?: string; hasMarks?: boolean; ownKinds?: readonly string[] } = {},
): Promise<Styles> {
  // What files name lies beside them.
  const read = (name: string) => readStyles(cssDir, name, (file) => basename(placeOf(file)));
  const further = existsSync(join(cssDir, FURTHER)) ? [{ name: "theme", text: await read(FURTHER) }] : [];
  const mirrored = isFromRight(language) ? await read(FROM_RIGHT) : "";
  const { used, unused } = splitTokens((await readStyles(cssDir, "first.css", placeOf)) + mirrored);
  const shared = [await read("site.css"), hasMarks ? await read(MARKS) : "", unused, wordsCss(wordsFor(language))];
  const common = { name: "site", text: shared.join("") };
  const print = { name: "print", text: await read("printed.css"), isPrint: true };
  const own = new Set([OWN_CSS, cssDir].flatMap((folder) => namesIn(join(folder, "kinds"), ".css")));
  const files: Styles["files"] = {};
  for (const name of [...PAGE_KINDS.map((kind) => kind.name), ...ownKinds])
    files[name] = [
      common,
      ...(own.has(name) ? [{ name, text: await read(`kinds/${name}.css`) }] : []),
      print,
      ...(own.has(`${name}-print`) ? [{ name: `${name}-print`, text: await read(`kinds/${name}-print.css`), isPrint: true }] : []),
      ...further,
    ];
  // No text in them ends the element that they stand in.
  return { first: used.replaceAll("</", "<\\/"), files };
}

/** The tokens that `first.css` itself does not use are taken out of it: no page has to bring them, but the file that all share. */
function splitTokens(first: string): { used: string; unused: string } {
  const [before, declarations = "", after] = /^(@layer [^{]*\{(?:[^{}]*\{[^{}]*\})*?:root\{)([^{}]*)(\}.*)$/s.exec(first)?.slice(1) ?? [];
  const isUsed = (declaration: string) => {
    const name = /^--[\w-]+(?=:)/.exec(declaration)?.[0];
    return name === undefined || first.includes(`var(${name})`) || first.includes(`var(${name},`);
  };
  const all = declarations.split(";").filter(Boolean);
  const unused = all.filter((one) => !isUsed(one));
  if (unused.length === 0) return { used: first, unused: "" };
  return { used: `${before}${all.filter(isUsed).join(";")}${after}`, unused: `@layer tokens{:root{${unused.join(";")}}}` };
}

/** The colours of an archive in place of those of `tokens.css`. */
export function coloursCss(colours: Colours): string {
  const tokens = Object.entries(colours).flatMap(([name, pair]) => (pair ? [`--${name}:light-dark(${pair.light},${pair.dark});`] : []));
  if (tokens.length === 0) return "";
  const { code } = transform({
    filename: "colours.css",
    code: Buffer.from(`:root{${tokens.join("")}}`),
    minify: true,
    targets: TARGETS,
  });
  return briefly(code);
}

/** Styles with shorter names for the two properties by which lightningcss replaces `light-dark()`; every page has them many times. */
const briefly = (code: Uint8Array) =>
  Buffer.from(code).toString().replaceAll("--lightningcss-light", "--L").replaceAll("--lightningcss-dark", "--D");

/** The words that styles print, as texts of CSS. */
function wordsCss({ links, list }: Words): string {
  const text = (words: string) => `"${words.replace(/["\\\n<]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
  return `:root{--comma:${text(list.comma.trim())};--leaves:${text(` ${links.leaves}`)}}`;
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder)
      // Editors leave links under names with a dot before them while somebody types.
      .filter((file) => file.endsWith(ending) && !file.startsWith("."))
      .map((file) => file.slice(0, -ending.length))
      .sort()
  );
}
