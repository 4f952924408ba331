/**
 * What an archive adds to the program: the folder `extensions/` beside `content/`, whose `index.js` or `index.mjs` gives kinds of pages, outputs, checks and
 * importers of its own. It runs with the build, so that it is for trusted files alone.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Check, OwnRules } from "../checks/index.ts";
import type { Importer } from "../importers/importer.ts";
import { problemAt } from "../importers/parts/place.ts";
import { link } from "../components/links.ts";
import { pictureOf } from "../components/picture.ts";
import { pageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";
import { OUTPUTS } from "../outputs/index.ts";
import type { OutputFormat } from "../outputs/output-format.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import type { PageKind } from "../pages/page-kind.ts";
import { digest } from "../text/digest.ts";
import { didYouMean } from "../text/similar.ts";
import { thrownText } from "../text/thrown-text.ts";
import { ExtensionError, guardedCheck, guardedImporter, guardedOutput, guardedPages } from "./guarded-extensions.ts";

/** What the program lends to extensions. */
export interface ExtensionTools {
  /** Completes the head of a page: every view begins with it. */
  pageHead: typeof pageHead;
  /** A link to a path of the site. */
  link: typeof link;
  /** A picture of `assets/media/` in the sizes and formats that were made of it, for the macro of `components/picture.njk`. */
  pictureOf: typeof pictureOf;
  /** A problem of an importer, with its place in the foreign file. */
  problemAt: typeof problemAt;
}

/** What the function returns that `extensions/index.js` exports as its default; each list may be left out. */
export interface Extensions {
  /** Kinds of pages; the template of each is `pages/<name>.njk` of the theme. */
  pages?: readonly PageKind[];
  outputs?: readonly OutputFormat[];
  checks?: readonly Check[];
  /** Asked before those of the program. */
  importers?: readonly Importer[];
}

export interface LoadedExtensions extends Required<Extensions> {
  /** Stands for all files of the folder as they were loaded; empty where there is none. */
  digest: string;
  /** Whether the files are others by now; a process loads the same module once. */
  isOutdated: boolean;
}

export const NO_EXTENSIONS: LoadedExtensions = { pages: [], outputs: [], checks: [], importers: [], digest: "", isOutdated: false };

/** What each module was loaded from by this process. */
const loadedFrom = new Map<string, string>();

/** The file that gives the extensions; the second is a module whatever `package.json` says. */
const INDEXES = ["index.js", "index.mjs"];

/**
 * Loads the extensions of a folder; none where there is no such folder.
 *
 * @throws {ExtensionError} when they cannot be loaded, or are no lists of what they should be.
 */
export async function loadExtensions(folder: string | undefined): Promise<LoadedExtensions> {
  if (folder === undefined || !existsSync(folder)) return NO_EXTENSIONS;
  const found = INDEXES.find((name) => existsSync(join(folder, name)));
  const file = join(folder, found ?? "").replaceAll("\\", "/");
  if (found === undefined)
    throw new ExtensionError(`\`${folder}\` has neither \`index.js\` nor \`index.mjs\`, which gives the extensions of the archive.`);
  let given: unknown;
  const now = digestOfFolder(folder);
  const loaded = loadedFrom.get(resolve(file)) ?? now;
  loadedFrom.set(resolve(file), loaded);
  try {
    const { default: extend } = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
    given = typeof extend === "function" ? await extend({ pageHead, link, pictureOf, problemAt } satisfies ExtensionTools) : undefined;
  } catch (error) {
    const what = thrownText(error);
    const mend = error instanceof SyntaxError && found === INDEXES[0] ? `\nIf it is a module, call it \`${INDEXES[1]}\`.` : "";
    throw new ExtensionError(`\`${file}\` cannot be loaded: ${what}${mend}`);
  }
  const faults = faultsIn(given);
  if (faults.length > 0) throw new ExtensionError(`\`${file}\` cannot be used.\n${faults.join("\n")}`);
  const { pages = [], outputs = [], checks = [], importers = [] } = given as Extensions;
  return {
    pages: pages.map((one) => guardedPages(one, file)),
    outputs: outputs.map((one) => guardedOutput(one, file)),
    checks: checks.map((one, place) => guardedCheck(one, place, file)),
    importers: importers.map((one) => guardedImporter(one, file)),
    digest: loaded,
    isOutdated: loaded !== now,
  };
}

/** What the extensions add to the rules for an archive. */
export function ownRules({ checks, pages }: LoadedExtensions, archive: Archive): OwnRules {
  return { checks, paths: pages.flatMap(({ views }) => [...views(archive)].map(({ path }) => path)) };
}

function digestOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !/(?:^|[/\\])node_modules(?:[/\\]|$)/.test(name) && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort();
  return digest(files.map((name) => `${name} ${digest(readFileSync(join(folder, name)))}`).join("\n"));
}

type Thing = Readonly<Record<string, unknown>>;

const isFunction = (value: unknown): boolean => typeof value === "function";
/** What each entry of a list needs beside a name that nothing else has. */
const NEEDED: Readonly<Record<keyof Extensions, { taken: readonly string[]; has: (thing: Thing) => boolean; what: string }>> = {
  pages: { taken: PAGE_KINDS.map(({ name }) => name), has: ({ views }) => isFunction(views), what: "a function `views`" },
  outputs: {
    taken: OUTPUTS.map(({ name }) => name),
    has: ({ files, eventFiles, talkFiles }) => [files, eventFiles, talkFiles].some(isFunction),
    what: "a function `files`, `eventFiles` or `talkFiles`",
  },
  checks: { taken: [], has: () => true, what: "" },
  importers: {
    taken: [],
    has: ({ title, recognises, read }) => typeof title === "string" && [recognises, read].every(isFunction),
    what: "a `title` and the functions `recognises` and `read`",
  },
};

function faultsIn(given: unknown): string[] {
  if (typeof given !== "object" || given === null)
    return ["Export a function as its default that returns an object, such as `export default () => ({ pages: [] });`."];
  return Object.entries(given).flatMap(([list, entries]: [string, unknown]) => {
    if (!Object.hasOwn(NEEDED, list)) {
      const near = didYouMean(list, Object.keys(NEEDED));
      return [`\`${list}\` is none of: ${Object.keys(NEEDED).join(", ")}.${near ? ` Did you mean \`${near}\`?` : ""}`];
    }
    if (!Array.isArray(entries)) return [`\`${list}\` is not a list.`];
    return faultsInList(list as keyof Extensions, entries);
  });
}

function faultsInList(list: keyof Extensions, entries: readonly unknown[]): string[] {
  if (list === "checks") return entries.flatMap((one, index) => (isFunction(one) ? [] : [`\`checks[${index}]\` is not a function.`]));
  const { has, what, taken } = NEEDED[list];
  const names = new Set(taken);
  return entries.flatMap((one, index) => {
    const at = `\`${list}[${index}]\``;
    const thing = (typeof one === "object" && one !== null ? one : {}) as Thing;
    const { name } = thing;
    if (typeof name !== "string" || !/^[a-z][a-z0-9-]{0,49}$/.test(name))
      return [`${at} needs a \`name\` of small letters, digits and hyphens.`];
    if (names.has(name)) return [`${at} is called \`${name}\`, as another is. Give it another name.`];
    names.add(name);
    return has(thing) ? [] : [`${at} (\`${name}\`) needs ${what}.`];
  });
}
