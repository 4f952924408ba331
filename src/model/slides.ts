/** Which slides and other documents the archive has itself. */
import type { Archive, Event, Talk } from "./archive.ts";
import type { Deck, Picture } from "./made-media.ts";

/** No more bytes are put into one zip, which is made in memory. */
const MOST_ZIPPED_BYTES = 300_000_000;

/** The slides and other documents of an event below `assets/media/` that fit into one zip, each once, by path. */
export function slidesOf(archive: Archive, event: Event): string[] {
  const files = event.talks.flatMap(({ documents }) =>
    documents.flatMap(({ file }) => (file !== undefined && archive.media.has(file) ? [file] : [])),
  );
  let left = MOST_ZIPPED_BYTES;
  return [...new Set(files)].sort().filter((path) => {
    const bytes = archive.media.get(path)?.bytes ?? 0;
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
}

/** The slides of a talk that the archive shows itself. */
export function deckOf(archive: Archive, talk: Talk): Deck | undefined {
  return talk.slides?.file === undefined ? undefined : archive.made.decks.get(talk.slides.file);
}

/** The picture of a talk in lists and on cards: the first slide, else a still of its video. */
export function pictureOfTalk(archive: Archive, talk: Talk): Picture | undefined {
  const poster = talk.video?.poster;
  return deckOf(archive, talk)?.pages[0]?.picture ?? (poster === undefined ? undefined : archive.made.pictures.get(poster));
}
