/** Which local slide files an event has. */
import type { Archive, Event } from "./archive.ts";

/** The slide files of an event below `assets/media/`, each once, by path. */
export function slidesOf(archive: Archive, event: Event): string[] {
  const files = event.talks.flatMap((talk) =>
    talk.slides?.file !== undefined && archive.media.has(talk.slides.file) ? [talk.slides.file] : [],
  );
  return [...new Set(files)].sort();
}
