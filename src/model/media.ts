/** Which media files of the archive belong to an event. */
import type { Archive, Event } from "./archive.ts";
import type { MediaFile } from "./made-media.ts";
import { mediaFilesOf } from "./talk-media.ts";

/**
 * The local files that an event's talks and speakers name, each once: slides, captions and pictures by path, then videos by
 * path. What looks like a web page is never published, so it is not among them.
 */
export function mediaOf(archive: Archive, event: Event): MediaFile[] {
  const small = event.talks.flatMap((talk) => [
    ...mediaFilesOf(talk).small,
    ...talk.speakers.map(({ person }) => person.record?.record.photo),
  ]);
  const videos = event.talks.flatMap((talk) => mediaFilesOf(talk).videos);
  const files = new Set([...paths(small), ...paths(videos)]);
  return [...files].flatMap((path) => archive.media.get(path) ?? []).filter(({ looksLike }) => looksLike !== "html");
}

function paths(files: readonly (string | undefined)[]): string[] {
  return files.filter((file) => file !== undefined).sort();
}
