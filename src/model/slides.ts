/** Which local documents an event has. */
import type { Archive, Event } from "./archive.ts";

/** The slides and other documents of an event below `assets/media/`, each once, by path. */
export function slidesOf(archive: Archive, event: Event): string[] {
  const files = event.talks.flatMap(({ documents }) =>
    documents.flatMap(({ file }) => (file !== undefined && archive.media.has(file) ? [file] : [])),
  );
  return [...new Set(files)].sort();
}
