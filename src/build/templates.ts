/** The templates: read once, minified once (html-minifier-terser), served to Nunjucks from memory. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { digest } from "../text/digest.ts";
import { remembered } from "../text/memo.ts";
import { partOf, piecesOf } from "../words/fill.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { didYouMean } from "../text/similar.ts";
import { PROGRAM_DIR } from "./settings.ts";
import { EXTENDS_FRAME, faultsOf, hasFrame, insideOf, markupIn, templateOfTheme, ThemeError, withoutComments } from "./theme.ts";

const FOLDERS = ["layouts", "components", "pages"];

// Only trusted templates are minified, never a finished page: a stranger's text can make the minifier run for minutes
// (CVE-2022-37620). `conservativeCollapse` keeps one blank wherever there was some, so that no words grow together.
const MINIFY = {
  collapseWhitespace: true,
  conservativeCollapse: true,
  collapseBooleanAttributes: true,
  removeComments: true,
  caseSensitive: true,
  decodeEntities: false,
  ignoreCustomFragments: [/\{%[\s\S]*?%\}/, /\{\{[\s\S]*?\}\}/, /\{#[\s\S]*?#\}/],
};

// White space beside these elements is never seen, but the minifier does not see them behind the tags of Nunjucks.
const BLOCK =
  "(?:html|head|meta|link|title|body|header|footer|nav|main|section|article|aside|div|p|ul|ol|li|dl|dt|dd|h[1-6]|hgroup|table|caption|thead|tbody|tr|th|td|form|fieldset|legend|details|summary|figure|figcaption|option)";
const AFTER_BLOCK = new RegExp(`(</?${BLOCK}(?:[\\s{][^<>]*)?>)\\s+`, "g");
const BEFORE_BLOCK = new RegExp(`()\\s+(?=</?${BLOCK}[\\s{>])`, "g");

const BETWEEN_BLOCKS = new RegExp(
  `((?<=</${BLOCK}>|<(?:link|meta)[^<>]*>)\\{%-?\\s*end(?:if|for)\\s*-?%\\})\\s+(?=\\{%-?\\s*(?:if|for)\\s[^%]*%\\}<(?:script|${BLOCK})[\\s{>])`,
  "g",
);
const AFTER_IMPORT = /(\{%-?\s*(?:extends|from|import|macro)\s[^%]*%\})\s+/g;
const TAG = /<[a-z][^<>]*>/g;

/** A start tag without blanks at its end, and with one blank where an attribute that may be missing brings its own. */
function tightenTag(tag: string): string {
  return tag
    .replace(/\s+>$/, ">")
    .replace(/"\s+(?=\{%-?\s*endif)/g, '"')
    .replace(/\s+(\{%-?\s*if\s[^%]*%\}\s)/g, "$1");
}

/** The templates of the program, or of a theme, by name (`pages/talk.njk`), in order. */
function readTemplates(folder: string): Map<string, string> {
  const names = FOLDERS.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => /^[^.].*\.njk$/.test(file))
      .sort()
      .map((file) => `${name}/${file}`),
  );
  return new Map(names.map((name) => [name, insideOf(folder, join(folder, name), templateOfTheme)]));
}

/**
 * All templates by name, minified. What `known` holds under the digest of a source is not minified again. Templates of a theme take the
 * place of those of their name, and are held to the same rules.
 *
 * @throws {ThemeError} with file, line and column of whatever a template of the theme may not hold.
 */
export async function loadTemplates(
  known: Record<string, string> = {},
  themeDir?: string,
  ownKinds: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const own = readTemplates(PROGRAM_DIR);
  const theme = themeDir === undefined ? new Map<string, string>() : readTemplates(themeDir);
  if (themeDir !== undefined && theme.size > 0) refuseUnsafe(theme, own, themeDir, ownKinds);
  for (const kind of ownKinds)
    if (!theme.has(`pages/${kind}.njk`))
      throw new ThemeError(
        `The pages of the kind \`${kind}\` have no template: write \`${join(themeDir ?? "", `pages/${kind}.njk`).replaceAll("\\", "/")}\`.`,
      );
  const templates = new Map<string, string>();
  for (const [name, source] of [...own, ...theme]) {
    const text = theme.get(name) ?? source;
    const key = digest(text);
    known[key] ??= await minifyTemplate(text).catch((error: Error) => {
      throw new ThemeError(`${join(themeDir ?? "", name).replaceAll("\\", "/")} cannot be read as HTML: ${error.message.slice(0, 200)}`);
    });
    templates.set(name, known[key]);
  }
  return templates;
}

/** Refuses templates that are unsafe, stand for no page, or cannot be read. */
function refuseUnsafe(
  theme: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
  themeDir: string,
  ownKinds: readonly string[],
): void {
  const markup = markupIn(own.values());
  const told: string[] = [];
  for (const [name, source] of theme) {
    const file = join(themeDir, name).replaceAll("\\", "/");
    const isOfOwnKind = ownKinds.some((kind) => name === `pages/${kind}.njk`);
    if (isOfOwnKind && !hasFrame(source))
      told.push(`${file}:1:1: A page of your own begins with \`${EXTENDS_FRAME}\`, which brings its policy.`);
    if (!own.has(name) && !name.startsWith("components/") && !isOfOwnKind) {
      const near = didYouMean(name, [...own.keys()]);
      told.push(`${file}: The program has no template of this name.${near ? ` Did you mean \`${near}\`?` : ""}`);
    }
    try {
      new nunjucks.Template(source, new nunjucks.Environment(), name, true);
    } catch (error) {
      const [, line = "1", column = "1", message = String(error)] = /\[Line (\d+), Column (\d+)\]\s*([\s\S]*)/.exec(String(error)) ?? [];
      told.push(`${file}:${line}:${column}: ${message.trim()}`);
    }
    for (const { line, column, found, why } of faultsOf(source, own.get(name), markup))
      told.push(`${file}:${line}:${column}: ${found === "" ? "" : `\`${found.replace(/\s+/g, " ").slice(0, 80)}\` `}${why}`);
  }
  for (const { name, message } of missingMacros(own, theme)) told.push(`${join(themeDir, name).replaceAll("\\", "/")}:1:1: ${message}`);
  if (told.length > 0) throw new ThemeError(`Templates of the theme cannot be used.\n${told.join("\n")}`);
}

const IMPORT = /\{%-?\s*from\s+"([^"%]{1,200})"\s+import\s([^%]{1,500})%\}/g;

/** What templates import and is not there, once each, with the template of the theme whose fault it is. */
function missingMacros(own: ReadonlyMap<string, string>, theme: ReadonlyMap<string, string>): { name: string; message: string }[] {
  const all = new Map([...own, ...theme].map(([name, source]) => [name, withoutComments(source, () => "")]));
  const missing = new Map<string, { name: string; message: string }>();
  for (const [name, source] of all)
    for (const [, from = "", names = ""] of source.matchAll(IMPORT)) {
      if (!theme.has(name) && !theme.has(from)) continue;
      for (const macro of names.split(",").flatMap((one) => /^\s*(\w+)/.exec(one)?.[1] ?? [])) {
        if (new RegExp(`\\{%-?\\s*(?:macro|set)\\s+${macro}\\b`).test(all.get(from) ?? "")) continue;
        const fault = theme.has(from)
          ? { name: from, message: `The macro \`${macro}\` is missing, which \`${name}\` imports.` }
          : { name, message: `There is no macro \`${macro}\` in \`${from}\`.` };
        if (!missing.has(`${from} ${macro}`)) missing.set(`${from} ${macro}`, fault);
      }
    }
  return [...missing.values()];
}

/** A template without what nobody sees. */
const minifyTemplate = remembered(async (source): Promise<string> => {
  const { minify } = await import("html-minifier-terser");
  const minified = await minify(
    withoutComments(source, () => ""),
    MINIFY,
  );
  const tight = [AFTER_IMPORT, AFTER_BLOCK, BEFORE_BLOCK, BETWEEN_BLOCKS].reduce((text, blanks) => text.replace(blanks, "$1"), minified);
  return tight.replace(TAG, tightenTag).trim();
});

const OPTIONS = { autoescape: true, throwOnUndefined: true };

/** A template as Nunjucks has compiled it, and may take it from a loader again. */
interface Compiled {
  type: "code";
  obj: Record<string, unknown>;
}

const compiler = new nunjucks.Environment(null, OPTIONS);

/** A template as it is compiled, by its name and text (JSON): once, since a preview, and builds one after another, ask for the same again. */
const compiledTemplate = remembered((template): Compiled => {
  const [name, source] = JSON.parse(template) as [string, string];
  const { rootRenderFunc: root, blocks } = new nunjucks.Template(source, compiler, name, true) as unknown as {
    rootRenderFunc: unknown;
    blocks: Record<string, unknown>;
  };
  const named = Object.entries(blocks).map(([block, print]) => [`b_${block}`, print]);
  return { type: "code", obj: { root, ...Object.fromEntries(named) } };
});

class TemplateLoader extends nunjucks.Loader {
  readonly templates: ReadonlyMap<string, string>;

  constructor(templates: ReadonlyMap<string, string>) {
    super();
    this.templates = templates;
  }

  getSource(name: string): nunjucks.LoaderSource {
    const src = this.templates.get(name);
    if (src === undefined) throw new Error(`There is no template ${name}.`);
    // The types know of text alone.
    return { src: compiledTemplate(JSON.stringify([name, src])) as unknown as string, path: name, noCache: false };
  }
}

/** Parts of Nunjucks that its types leave out. */
interface Runtime {
  Frame: { prototype: Frame };
  memberLookup: (from: Readonly<Record<string, unknown>> | null | undefined, name: string) => unknown;
}

/** The variables of a template at one place. */
interface Frame {
  variables: Record<string, unknown> & { loop?: Record<string, unknown> };
  set(name: string, value: unknown, resolveUp?: boolean): void;
}

const runtime = nunjucks.runtime as unknown as Runtime;
const frames = runtime.Frame.prototype;
const { set } = frames;

/** The variables that a loop sets in each turn, without `loop.` before them. */
const OF_LOOP = new Map(["index", "index0", "revindex", "revindex0", "first", "last", "length"].map((name) => [`loop.${name}`, name]));

/**
 * As Nunjucks' own, which splits each name at its dots whenever it is set. Each turn of a loop sets seven, `loop.index` and others: a
 * seventh of the time for a page went there.
 */
frames.set = function (name, value, resolveUp) {
  const { loop } = this.variables;
  const ofLoop = OF_LOOP.get(name);
  if (resolveUp) set.call(this, name, value, resolveUp);
  else if (loop && ofLoop !== undefined) loop[ofLoop] = value;
  else if (!name.includes(".")) this.variables[name] = value;
  else set.call(this, name, value, resolveUp);
};

/** As Nunjucks' own, which looks twice at each: objects of so many kinds are met here that a look takes long. */
runtime.memberLookup = (from, name) => {
  const found = from?.[name];
  return typeof found === "function" ? (...given: unknown[]) => found.apply(from, given) : found;
};

/**
 * A Nunjucks environment that escapes everything and fails on undefined values instead of printing nothing. Templates have the
 * `words` of the site, and the filter `fill` for sentences with places: `{{ words.moved.text | fill({ link: linkTo(view) }) }}`.
 */
export function createEnvironment(templates: ReadonlyMap<string, string>, words: Words = wordsFor("en")): nunjucks.Environment {
  const environment = new nunjucks.Environment(new TemplateLoader(templates), OPTIONS);
  environment.addGlobal("words", words);
  environment.addFilter("fill", fillMarkup(environment));
  for (const name of templates.keys()) if (name.startsWith("components/")) rememberMacros(environment, name);
  return environment;
}

/**
 * Makes the filter that puts markup into the places of a sentence. The sentence stands between tags, where `&`, `<` and `>` alone mean
 * something; what macros made is markup already, and every other part is escaped.
 */
function fillMarkup(environment: nunjucks.Environment) {
  const escaped: (part: unknown) => unknown = environment.getFilter("escape");
  return (sentence: string, parts: Readonly<Record<string, unknown>>): nunjucks.runtime.SafeString => {
    const html = piecesOf(sentence).map((piece, index) =>
      index % 2 === 0
        ? piece.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
        : String(escaped(partOf(sentence, parts, piece))),
    );
    return new nunjucks.runtime.SafeString(html.join(""));
  };
}

type Exported = (callback: (error: unknown, macros: object) => void) => void;

/** Macros read no globals but those of the environment, so they are made once; Nunjucks would make all of them again for every page that imports one. */
function rememberMacros(environment: nunjucks.Environment, name: string): void {
  const template = environment.getTemplate(name) as nunjucks.Template & { getExported: Exported };
  const make = template.getExported.bind(template);
  let macros: object | undefined;
  template.getExported = (callback) => {
    if (macros) return callback(null, macros);
    make((error, made) => {
      macros = made;
      callback(error, made);
    });
  };
}
