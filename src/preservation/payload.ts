/** Which files go into a bag: records, media, built site and lock file, of everything or of one event. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Archive, Event } from "../model/archive.ts";
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
}

const LOCK = ["package.json", "package-lock.json"];

/** The files of a bag. For an event these are its records and those of its speakers, their media, and the pages of the event. */
export function payloadOf(sources: Sources, archive: Archive, event: Event | undefined): PayloadFile[] {
  const mediaDir = join(sources.assetsDir, "media");
  const wanted = event ? ofEvent(sources.contentDir, archive, event) : undefined;
  const take = (folder: string, to: string, isWanted: (path: string) => boolean = () => true) =>
    existsSync(folder)
      ? filesBelow(folder)
          .filter(isWanted)
          .map((path) => ({ path: `${to}/${path}`, from: join(folder, path) }))
      : [];
  return [
    ...take(sources.contentDir, "content", (path) => wanted?.records.has(path) ?? true),
    ...take(mediaDir, "assets/media", (path) => wanted?.media.has(path) ?? true),
    ...take(sources.siteDir, "site", (path) => wanted?.isPage(path) ?? true),
    ...LOCK.filter((name) => existsSync(join(sources.projectDir, name))).map((name) => ({
      path: name,
      from: join(sources.projectDir, name),
    })),
  ];
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
    [
      ...event.talks.flatMap(({ slides, video }) => [slides?.file, video?.file, video?.captions, video?.poster]),
      ...people.map(({ record }) => record.photo),
    ].filter((path) => path !== undefined),
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
