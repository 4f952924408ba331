/** The files of a new archive: three records, and what belongs around them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatRecord } from "../../content/write-record.ts";
import { wordsFor } from "../../words/words.ts";
import { newEvent } from "../new/event.ts";
import { newTalk } from "../new/talk.ts";
import { draftOf } from "../new/write.ts";

/** What a new archive is told. */
export interface NewArchive {
  /** The name of the archive. */
  name: string;
  /** The address at which it will be published. */
  url: string;
  /** BCP 47, such as `de`. */
  language: string;
  /** The name of its first event. */
  event: string;
  /** The title of its first talk. */
  talk: string;
}

const FILES = join(import.meta.dirname, "files");

/** Files that npm would leave out of a package or that git would heed here, and hidden folders, by the names they have in `files/`. */
const HIDDEN: readonly [from: RegExp, to: string][] = [
  [/^gitignore$/, ".gitignore"],
  [/^gitattributes$/, ".gitattributes"],
  [/^github\//, ".github/"],
];

/** All files of a new archive, by their paths below its folder. Throws `UsageError` for names that can be no file. */
export function archiveFiles(archive: NewArchive): Map<string, string> {
  const event = draftOf(newEvent, new Map([["name", [archive.event]]]), "content", undefined);
  const answers = new Map([
    ["event", [event.id]],
    ["title", [archive.talk]],
  ]);
  const talk = draftOf(newTalk, answers, "content", undefined);
  const places: Record<string, string> = {
    NAME: archive.name,
    URL: archive.url,
    EVENT_NAME: archive.event,
    EVENT_FOLDER: event.file.replace(/\/event\.md$/, ""),
    TALK_FILE: talk.file.replace(/^.*\//, ""),
  };
  const files = new Map([
    [event.file, event.text],
    [talk.file, talk.text],
    [".ledger/addresses.txt", ""],
    [".ledger/media.sha256", ""],
  ]);
  for (const entry of readdirSync(FILES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const path = source.slice(FILES.length + 1).replaceAll("\\", "/");
    const [from, to] = HIDDEN.find(([name]) => name.test(path)) ?? ["", ""];
    files.set(
      path.replace(from, to),
      readFileSync(source, "utf8").replace(/@([A-Z_]+)@/g, (all, place: string) => places[place] ?? all),
    );
  }
  // Last of all: where it is, there is an archive, and what broke off before can be done again.
  files.set("content/site.yaml", siteText(archive));
  return files;
}

/** The site record. What only its owner knows is said in general words, for them to put right. */
function siteText({ name, url, language }: NewArchive): string {
  const words = wordsFor(language).fresh;
  const { host, origin } = new URL(url);
  const record = {
    name,
    tagline: words.tagline,
    url,
    language,
    notice: words.notice,
    liveSite: { name: host, url: `${origin}/` },
    licence: { text: words.licence },
  };
  return `# The names, addresses and texts of the whole site. Put right what is said in general words.\n${formatRecord("site", record)}`;
}

interface PackageFile {
  type?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  [field: string]: unknown;
}

const hasFields = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

function readPackage(text: string): PackageFile {
  const data: unknown = JSON.parse(text);
  if (!hasFields(data)) throw new SyntaxError("it holds no fields");
  const odd = Object.entries(data).find(
    ([name, value]) => /^(?:scripts|dependencies|devDependencies)$/.test(name) && value !== null && !hasFields(value),
  );
  if (odd) throw new SyntaxError(`\`${odd[0]}\` in it holds no fields`);
  return data as PackageFile;
}

const PROGRAM = "conference-archive";

const SCRIPTS: Record<string, string> = {
  start: `${PROGRAM} serve`,
  build: `${PROGRAM} build`,
  check: `${PROGRAM} check`,
  verify: `${PROGRAM} verify`,
  eleventy: `${PROGRAM} eleventy`,
};

/**
 * The text of `package.json` with the scripts of an archive and this program; scripts and fields that are there stay.
 *
 * @param given the text of the file that is there, if there is one.
 * @param version the version of this program; later ones with the same addresses will do, too.
 * @throws {SyntaxError} when the given text is no JSON, or not that of a package.
 */
export function packageText(given: string | undefined, version: string): string {
  const before = readPackage(given ?? '{"private":true,"type":"module"}');
  const isThere = PROGRAM in { ...before.dependencies, ...before.devDependencies };
  const after: PackageFile = {
    ...before,
    scripts: { ...SCRIPTS, ...before.scripts },
    ...(!isThere && { dependencies: { ...before.dependencies, [PROGRAM]: `^${version}` } }),
  };
  return `${JSON.stringify(after, null, 2)}\n`;
}

/** The scripts of an archive that a `package.json` has already, and says otherwise. */
export function otherScripts(packageFile: string): string[] {
  const { scripts = {} } = JSON.parse(packageFile) as PackageFile;
  return Object.keys(SCRIPTS).filter((name) => scripts[name] !== SCRIPTS[name]);
}

/** Whether Node reads `.js` files as modules beside this `package.json`. */
export function isModule(packageFile: string): boolean {
  return (JSON.parse(packageFile) as PackageFile).type === "module";
}
