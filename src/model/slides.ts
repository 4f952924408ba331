/** Which slides the archive has itself. */
import type { Archive, Event, Talk } from "./archive.ts";
import type { Deck } from "./made-media.ts";

/** The slide files of an event below `assets/media/`, each once, by path. */
export function slidesOf(archive: Archive, event: Event): string[] {
  const files = event.talks.flatMap((talk) =>
    talk.slides?.file !== undefined && archive.media.has(talk.slides.file) ? [talk.slides.file] : [],
  );
  return [...new Set(files)].sort();
}

/** The slides of a talk that the archive shows itself. */
export function deckOf(archive: Archive, talk: Talk): Deck | undefined {
  return talk.slides?.file === undefined ? undefined : archive.made.decks.get(talk.slides.file);
}
