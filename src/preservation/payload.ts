/** Which files go into a bag: all that the site is made of, the built site, and its copy for a disk, of everything or of one event. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { publishedText } from "../content/rewrite-record.ts";
import type { Archive, Event, Filed } from "../model/archive.ts";
import { namedByEvent, namedBySite } from "../model/media.ts";
import { sharedRecords } from "../model/shared-records.ts";
import type { Unpublished } from "../model/unpublished.ts";
import { movedPaths } from "../publishing/moved.ts";
import { outputFile } from "../model/urls.ts";
import type { PayloadFile } from "./bag.ts";
import { filesBelow } from "./walk.ts";

export interface Sources {
  contentDir: string;
  assetsDir: string;
  /** Folder of the theme, where it is not that of the program. */
  themeDir: string | undefined;
  /** Folder of the built site. */
  siteDir: string;
  /** Folder of its copy that opens from a disk, which is of one event already. */
  portableDir: string;
  /** Folder of the packed program. */
  programDir: string;
  /** Folder of `package.json` and `package-lock.json`, which name every package that built the site. */
  projectDir: string;
  /** What the archive adds to the program: folders and files, by the names that they have in the bag. */
  additions: ReadonlyMap<string, string>;
  /** Records that stay out of the site stay out of the bag. */
  unpublished: readonly Unpublished[];
  /** Media files of all records, below the folder of media. */
  allMedia: readonly string[];
}

const LOCK = ["package.json", "package-lock.json"];

/**
 * The files of a bag. For an event these are its records, those of its speakers and those that all events share, their media, and the pages
 * of the event.
 */
export function payloadOf(sources: Sources, archive: Archive, event: Event | undefined): PayloadFile[] {
  const mediaDir = join(sources.assetsDir, "media");
  const hidden = hiddenFiles(sources, archive);
  const shortened = shortenedTexts(archive);
  const wanted = event ? ofEvent(sources.contentDir, archive, event) : ofAll(sources.contentDir, archive);
  const take = (folder: string, to: string, isWanted: (path: string) => boolean = () => true) =>
    existsSync(folder)
      ? filesBelow(folder)
          .filter(isWanted)
          .map((path) => ({ path: `${to}/${path}`, from: join(folder, path) }))
      : [];
  /** A theme in the folder of the assets, beside the media; or in one of its own, beside the records. */
  const takeTheme = () => {
    const { themeDir, assetsDir } = sources;
    if (themeDir === undefined) return [];
    return themeDir === assetsDir ? take(assetsDir, "assets", (path) => !path.startsWith("media/")) : take(themeDir, basename(themeDir));
  };
  const takeAdditions = () =>
    [...sources.additions].flatMap(([path, from]) => {
      if (!existsSync(from)) return [];
      return statSync(from).isFile() ? [{ path, from }] : take(from, path, (inside) => !/(?:^|\/)node_modules\//.test(inside));
    });
  return [
    ...take(sources.contentDir, "content", (path) => !hidden.records.has(path) && wanted.records.has(path)).map((one) => ({
      ...one,
      text: shortened.get(one.from),
    })),
    ...take(mediaDir, "assets/media", (path) => !hidden.media.has(path) && (wanted.media?.has(path) ?? true)),
    ...takeTheme(),
    ...takeAdditions(),
    ...take(sources.siteDir, "site", event ? isFileOf(archive, event, sources.siteDir) : undefined),
    ...take(sources.portableDir, "portable"),
    ...take(sources.programDir, "program"),
    ...LOCK.filter((name) => existsSync(join(sources.projectDir, name))).map((name) => ({
      path: name,
      from: join(sources.projectDir, name),
    })),
  ];
}

/** Records that are not published, or not as they are written, and media files that only those name. */
function hiddenFiles({ contentDir, unpublished, allMedia }: Sources, archive: Archive): { records: Set<string>; media: Set<string> } {
  const people = archive.people.flatMap(({ record }) => record ?? []);
  const abridged = [...archive.talks, ...people].filter(({ isAbridged }) => isAbridged);
  const records = [...unpublished, ...abridged].map(({ file }) => relative(contentDir, file).replaceAll("\\", "/"));
  return { records: new Set(records), media: new Set(allMedia.filter((path) => !archive.media.has(path))) };
}

/** All records that are published. */
function recordsOf(archive: Archive): Filed<unknown>[] {
  const { site, events, talks, people, papers, pages, vocabularies, ownWords } = archive;
  const all = [
    site,
    ...events,
    ...talks,
    ...people.map(({ record }) => record),
    ...papers,
    ...pages,
    ...Object.values(vocabularies),
    ownWords,
  ];
  return all.filter((filed: Filed<unknown> | undefined) => filed !== undefined);
}

/** The texts of record files that are published otherwise than they are written, by file. */
function shortenedTexts(archive: Archive): Map<string, string> {
  const { hidden } = archive;
  return new Map(
    recordsOf(archive).flatMap((filed) =>
      filed.shortened || hidden ? [[join(filed.file), publishedText(filed, readFileSync(filed.file, "utf8"), hidden)] as const] : [],
    ),
  );
}

interface Wanted {
  records: ReadonlySet<string>;
  /** All media where it names none. */
  media?: ReadonlySet<string>;
}

const namesBelow = (contentDir: string, files: readonly string[]): Set<string> =>
  new Set(files.map((file) => relative(contentDir, file).replaceAll("\\", "/")));

/** Nothing but records: what else lies among them may be the copy of a draft that an editor's program left. */
function ofAll(contentDir: string, archive: Archive): Wanted {
  const files = recordsOf(archive).map(({ file }) => file);
  return { records: namesBelow(contentDir, files) };
}

function ofEvent(contentDir: string, archive: Archive, event: Event): Wanted {
  const people = event.talks.flatMap((talk) => talk.speakers.flatMap(({ person }) => person.record ?? []));
  const shared = sharedRecords(archive).map(({ file }) => file);
  const files = [archive.site.file, ...shared, event.file, ...event.talks.map((talk) => talk.file), ...people.map(({ file }) => file)];
  return { records: namesBelow(contentDir, files), media: mediaOfEvent(archive, event) };
}

/** The media of an event, its speakers, and of what stands on every page. */
const mediaOfEvent = (archive: Archive, event: Event): Set<string> =>
  new Set([...namedBySite(archive), ...namedByEvent(archive, event)].filter((path) => archive.media.has(path)));

/** Pictures that a build makes, each for the pages that show it. */
const MADE = /^assets\/(?:cards|media)\//;

/** Whether a file of a built site belongs to an event: its pages and former addresses, their media and pictures, and what all pages share. */
export function isFileOf(archive: Archive, event: Event, siteDir: string): (path: string) => boolean {
  const media = mediaOfEvent(archive, event);
  const folder = event.path.slice(1);
  const former = new Set(movedPaths(archive).flatMap(({ from, to }) => (to.startsWith(event.path) ? [outputFile(from)] : [])));
  const isPage = (path: string) => path.startsWith(folder) || former.has(path);
  const made = madeFor(siteDir, isPage);
  return (path) =>
    isPage(path) ||
    (path.startsWith("assets/") && (!MADE.test(path) || made.has(path))) ||
    (path.startsWith("media/") && media.has(path.slice("media/".length)));
}

/** The made pictures that pages name; those of talks elsewhere may be among them, in a list. */
function madeFor(siteDir: string, isPage: (path: string) => boolean): Set<string> {
  const made = new Set<string>();
  for (const path of filesBelow(siteDir)) {
    if (!isPage(path) || !path.endsWith(".html")) continue;
    for (const [file] of readFileSync(join(siteDir, path), "utf8").matchAll(/assets\/(?:cards|media)\/[^"'\s,<>&?#]+/g)) made.add(file);
  }
  return made;
}
