/** Which files go into a bag: records, media, built site and lock file, of everything or of one event. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Archive, Event } from "../model/archive.ts";
import { mediaFilesOf } from "../model/talk-media.ts";
import type { Unpublished } from "../model/unpublished.ts";
import { movedPaths } from "../publishing/moved.ts";
import { outputFile } from "../model/urls.ts";
import type { PayloadFile } from "./bag.ts";
import { filesBelow } from "./walk.ts";

export interface Sources {
  contentDir: string;
  assetsDir: string;
  /** Folder of the built site. */
  siteDir: string;
  /** Folder of `package.json` and `package-lock.json`, which name every package that built the site. */
  projectDir: string;
  /** Records that stay out of the site stay out of the bag. */
  unpublished: readonly Unpublished[];
  /** Media files of all records, below the folder of media. */
  allMedia: readonly string[];
}

const LOCK = ["package.json", "package-lock.json"];

/** The files of a bag. For an event these are its records and those of its speakers, their media, and the pages of the event. */
export function payloadOf(sources: Sources, archive: Archive, event: Event | undefined): PayloadFile[] {
  const mediaDir = join(sources.assetsDir, "media");
  const hidden = hiddenFiles(sources, archive);
  const wanted = event ? ofEvent(sources.contentDir, archive, event) : undefined;
  const take = (folder: string, to: string, isWanted: (path: string) => boolean = () => true) =>
    existsSync(folder)
      ? filesBelow(folder)
          .filter(isWanted)
          .map((path) => ({ path: `${to}/${path}`, from: join(folder, path) }))
      : [];
  return [
    ...take(sources.contentDir, "content", (path) => !hidden.records.has(path) && (wanted?.records.has(path) ?? true)),
    ...take(mediaDir, "assets/media", (path) => !hidden.media.has(path) && (wanted?.media.has(path) ?? true)),
    ...take(sources.siteDir, "site", (path) => wanted?.isPage(path) ?? true),
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

interface Wanted {
  records: ReadonlySet<string>;
  media: ReadonlySet<string>;
  isPage: (path: string) => boolean;
}

function ofEvent(contentDir: string, archive: Archive, event: Event): Wanted {
  const people = event.talks.flatMap((talk) => talk.speakers.flatMap(({ person }) => person.record ?? []));
  const files = [archive.site.file, event.file, ...event.talks.map((talk) => talk.file), ...people.map(({ file }) => file)];
  const media = new Set(
    [...event.talks.flatMap((talk) => Object.values(mediaFilesOf(talk)).flat()), ...people.map(({ record }) => record.photo)].filter(
      (path) => path !== undefined,
    ),
  );
  const folder = event.path.slice(1);
  const former = new Set(movedPaths(archive).flatMap(({ from, to }) => (to.startsWith(event.path) ? [outputFile(from)] : [])));
  return {
    records: new Set(files.map((file) => relative(contentDir, file).replaceAll("\\", "/"))),
    media,
    isPage: (path) =>
      path.startsWith(folder) ||
      path.startsWith("assets/") ||
      former.has(path) ||
      (path.startsWith("media/") && media.has(path.slice("media/".length))),
  };
}
