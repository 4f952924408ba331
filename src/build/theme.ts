/** A theme: the folder whose styles, scripts, icon and templates take the place of those of the program, and what its templates may not hold. */
import { existsSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { readSafely, UnreadableError } from "../content/read-safely.ts";
import { liesIn } from "../content/real-place.ts";
import { PROGRAM_DIR, PROJECT_DIR } from "./settings.ts";

/** Thrown when a theme has a file that cannot be read or may not be used; the message says which, where and why. */
export class ThemeError extends Error {}

/** The folder of the theme: the one beside the records that `theme` in `site.yaml` names, else that of the assets. */
export function themeDirOf({ contentDir, assetsDir }: { contentDir: string; assetsDir: string }, theme: string | undefined): string {
  if (theme === undefined) return assetsDir;
  const folder = join(dirname(contentDir), theme);
  if (theme === basename(contentDir))
    throw new ThemeError(
      `\`theme: ${theme}\` in \`${contentDir}/site.yaml\` names the folder of the records, which holds no styles and scripts.`,
    );
  if (!existsSync(folder))
    throw new ThemeError(
      `\`theme: ${theme}\` in \`${contentDir}/site.yaml\` names a folder that is not beside \`${basename(contentDir)}\`.`,
    );
  return folder;
}

/** Bytes of one file of a theme: of pictures and fonts, and of styles, of which lightningcss makes a hundred times as many. */
const LARGEST_FILE = 30_000_000;
const LARGEST_TEXT = 1_000_000;
/** Bytes of a template, and blanks in a row in it: patterns and the minifier look at many of them again and again. */
const LARGEST_TEMPLATE = 50_000;
const LONGEST_BLANK = 1000;

/** The bytes of a file of a theme; a link in it may lead to what never ends. */
export function readOfTheme(file: string, largest = LARGEST_FILE): Buffer {
  try {
    return readSafely(file, largest);
  } catch (error) {
    throw error instanceof UnreadableError ? new ThemeError(`\`${file.replaceAll("\\", "/")}\` ${error.message}.`) : error;
  }
}

/** What a file of a theme holds, unless a link leads from it to what is neither in that folder nor the program's own. */
export function insideOf<Held>(themeDir: string, file: string, read: (file: string) => Held): Held {
  const held = read(file);
  if (![themeDir, PROGRAM_DIR, join(PROJECT_DIR, "assets")].some((folder) => liesIn(file, folder)))
    throw new ThemeError(
      `\`${relative(themeDir, file).replaceAll("\\", "/")}\` is a link that leads out of the folder of the theme. Put the file itself in its place.`,
    );
  return held;
}

/** The text of styles, or of a script in pages. */
export function textOfTheme(file: string): string {
  return readOfTheme(file, LARGEST_TEXT).toString("utf8");
}

/** The text of a template. */
export function templateOfTheme(file: string): string {
  const text = readOfTheme(file, LARGEST_TEMPLATE).toString("utf8");
  const blank = new RegExp(`\\s{${LONGEST_BLANK}}`).exec(text);
  if (blank) {
    const { line, column } = placeOf(text, blank.index);
    throw new ThemeError(`${file.replaceAll("\\", "/")}:${line}:${column}: Here are more than ${LONGEST_BLANK} blanks. Delete them.`);
  }
  return text;
}

/** What is wrong with a template, and where: counted from 1. */
export interface TemplateFault {
  line: number;
  column: number;
  /** The text that is wrong. */
  found: string;
  why: string;
}

/** Faults of one kind that are told of a template. */
const MOST_FAULTS = 100;

/** The styles of the site itself, as the frame prints them. */
const STYLES = "<style>{{ frame.assets.firstStyles | safe }}</style>";
/** The one data block, which no browser runs; its text comes from `graphText` in `components/linked-data.ts`. */
const LINKED_DATA = '<script type="application/ld+json">{{ view.programs.value.linkedData | safe }}</script>';
/** The scripts of the site itself that run before the first paint; see `assets/js/inline/`. */
const INLINE = "<script>{{ frame.assets.inline.theme | safe }}</script>";

const RULES: readonly { pattern: RegExp; why: string; allowed?: (found: RegExpMatchArray) => boolean }[] = [
  {
    pattern: /<script\b([^>]*)>([\s\S]*?)<\/script>/gi,
    why: "Scripts in a page are not run. Write a file in the theme's `js/`.",
    allowed: ([all, attributes = "", code = ""]) =>
      all === LINKED_DATA || all === INLINE || (/\ssrc=/.test(attributes) && code.trim() === ""),
  },
  {
    pattern: /<style\b[^>]*>(?:[^<]*<\/style>)?/gi,
    why: "Styles in a page are not used. Write them into `css/theme.css` of the theme.",
    allowed: ([all]) => all === STYLES,
  },
  { pattern: /(?<=[\s"'}])style\s*=/gi, why: "Styles in an attribute are not used. Give the element a class." },
  { pattern: /(?<=[\s"'}])on[a-z]+\s*=/gi, why: "Scripts in an attribute are not run. Write a file in the theme's `js/`." },
  { pattern: /javascript:/gi, why: "An address that runs a script is not followed." },
  {
    // What stands before is looked at last, or it would be at every letter.
    pattern: /=\s*\{\{(?<=<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*=\s*\{\{)/gi,
    why: "The value of an attribute needs quotes, so that no text can end it.",
  },
  { pattern: /\{%-?\s*(?:autoescape|filter)\b/g, why: "Text has to be escaped everywhere." },
];

/** A template with something in place of its comments; in one pass, also where many are begun and none is closed. */
export function withoutComments(template: string, inPlace: (comment: string) => string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = template.indexOf("{#"); start >= 0; start = template.indexOf("{#", at)) {
    const end = template.indexOf("#}", start + 2);
    if (end < 0) break;
    pieces.push(template.slice(at, start), inPlace(template.slice(start, end + 2)));
    at = end + 2;
  }
  return pieces.join("") + template.slice(at);
}

/** What a strict security policy forbids in a template, in the order of the text. */
export function unsafeMarkup(template: string): TemplateFault[] {
  const source = withoutComments(template, (comment) => comment.replace(/[^\n]/g, " "));
  return RULES.flatMap(({ pattern, why, allowed }) =>
    [...source.matchAll(pattern)]
      .filter((found) => !allowed?.(found))
      .slice(0, MOST_FAULTS)
      .map((found) => ({ ...placeOf(source, found.index), found: found[0], why })),
  ).sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Every place where a template prints text as markup, by `{{ expression | safe }}` or otherwise. */
const SAFE = /\{\{-?([^{}|]*)\|\s*safe\s*-?\}\}|\|\s*safe\b/g;

/** What templates print as markup: `view.bio.prose.html`. */
export function markupIn(templates: Iterable<string>): Set<string> {
  return new Set([...templates].flatMap((template) => [...template.matchAll(SAFE)].map(([, expression = ""]) => expression.trim())));
}

/** What gives a page its frame, and with that its security policy. */
export const EXTENDS_FRAME = '{% extends "layouts/frame.njk" %}';

/** Whether a page begins with the frame. */
export function hasFrame(template: string): boolean {
  return /^\s*\{%-?\s*extends\s+(["'])layouts\/frame\.njk\1\s*-?%\}/.test(withoutComments(template, () => ""));
}

/**
 * What is wrong with a template of a theme: unsafe markup, text that is printed as markup though no template of the program does so, or the
 * missing policy of a frame.
 *
 * @param own the template of the program whose place it takes, if there is one.
 * @param markup what the program's own templates print as markup.
 */
export function faultsOf(template: string, own: string | undefined, markup: ReadonlySet<string>): TemplateFault[] {
  const faults = unsafeMarkup(template);
  const unknown = [...template.matchAll(SAFE)].filter(([, expression]) => expression === undefined || !markup.has(expression.trim()));
  for (const found of unknown.slice(0, MOST_FAULTS))
    faults.push({
      ...placeOf(template, found.index),
      found: found[0],
      why: "Only what the program's templates print as markup is known to be safe.",
    });
  if (own !== undefined && hasFrame(own) && !hasFrame(template))
    faults.push({ line: 1, column: 1, found: "", why: `The page has to begin with \`${EXTENDS_FRAME}\`, which brings its policy.` });
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(own ?? "")?.[0];
  if (policy !== undefined && !withoutComments(template, () => "").includes(policy))
    faults.push({ line: 1, column: 1, found: "", why: `The policy of the page is missing: \`${policy}\`.` });
  return faults.sort((a, b) => a.line - b.line || a.column - b.column);
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
