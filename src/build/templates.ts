/** The templates: read once, minified once (html-minifier-terser), served to Nunjucks from memory. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { digest } from "../text/digest.ts";
import { partOf, piecesOf } from "../words/fill.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { PROGRAM_DIR } from "./settings.ts";

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

/** All templates by name (`pages/talk.njk`), minified. What `known` holds under the digest of a source is not minified again. */
export async function loadTemplates(known: Record<string, string> = {}): Promise<ReadonlyMap<string, string>> {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(PROGRAM_DIR, folder))
      .filter((file) => file.endsWith(".njk"))
      .sort()
      .map((file) => `${folder}/${file}`),
  );
  const templates = new Map<string, string>();
  for (const name of names) {
    const source = readFileSync(join(PROGRAM_DIR, name), "utf8");
    const key = digest(source);
    known[key] ??= await minifyTemplate(source);
    templates.set(name, known[key]);
  }
  return templates;
}

async function minifyTemplate(source: string): Promise<string> {
  const { minify } = await import("html-minifier-terser");
  const minified = await minify(source.replace(/\{#[\s\S]*?#\}/g, ""), MINIFY);
  const tight = [AFTER_IMPORT, AFTER_BLOCK, BEFORE_BLOCK, BETWEEN_BLOCKS].reduce((text, blanks) => text.replace(blanks, "$1"), minified);
  return tight.replace(TAG, tightenTag).trim();
}

class TemplateLoader extends nunjucks.Loader {
  readonly templates: ReadonlyMap<string, string>;

  constructor(templates: ReadonlyMap<string, string>) {
    super();
    this.templates = templates;
  }

  getSource(name: string): nunjucks.LoaderSource {
    const src = this.templates.get(name);
    if (src === undefined) throw new Error(`There is no template ${name}.`);
    return { src, path: name, noCache: false };
  }
}

/**
 * A Nunjucks environment that escapes everything and fails on undefined values instead of printing nothing. Templates have the
 * `words` of the site, and the filter `fill` for sentences with places: `{{ words.moved.text | fill({ link: linkTo(view) }) }}`.
 */
export function createEnvironment(templates: ReadonlyMap<string, string>, words: Words = wordsFor("en")): nunjucks.Environment {
  const environment = new nunjucks.Environment(new TemplateLoader(templates), { autoescape: true, throwOnUndefined: true });
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
