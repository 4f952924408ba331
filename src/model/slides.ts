/** Which slides and other documents the archive has itself. */
import type { Archive, Event, Talk } from "./archive.ts";
import type { Deck } from "./made-media.ts";

/** The slides and other documents of an event below `assets/media/`, each once, by path. */
export function slidesOf(archive: Archive, event: Event): string[] {
  const files = event.talks.flatMap(({ documents }) =>
    documents.flatMap(({ file }) => (file !== undefined && archive.media.has(file) ? [file] : [])),
  );
  return [...new Set(files)].sort();
}

/** The slides of a talk that the archive shows itself. */
export function deckOf(archive: Archive, talk: Talk): Deck | undefined {
  return talk.slides?.file === undefined ? undefined : archive.made.decks.get(talk.slides.file);
}
