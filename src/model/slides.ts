/** Which slides and other documents the archive has itself. */
import type { Archive, Event, Talk } from "./archive.ts";
import type { Deck, DeckPage, Picture } from "./made-media.ts";
import { slidesPath } from "./urls.ts";

/** No more bytes are put into one zip, which is made in memory. */
const MOST_ZIPPED_BYTES = 300_000_000;

/** The slides and other documents of an event below `assets/media/`, each once, by path; `left` do not fit into one zip with the others. */
export function slidesOf(archive: Archive, event: Event): { fitting: string[]; left: string[] } {
  const files = event.talks.flatMap(({ documents }) =>
    documents.flatMap(({ file }) => (file !== undefined && archive.media.has(file) ? [file] : [])),
  );
  const fitting: string[] = [];
  const left: string[] = [];
  let room = MOST_ZIPPED_BYTES;
  for (const path of [...new Set(files)].sort()) {
    const bytes = archive.media.get(path)?.bytes ?? 0;
    const fits = bytes <= room;
    if (fits) room -= bytes;
    (fits ? fitting : left).push(path);
  }
  return { fitting, left };
}

/** Slides of a talk that the archive shows itself. */
export interface ShownDeck {
  deck: Deck;
  document: Talk["documents"][number];
  /** Its place among them, from 1. */
  number: number;
}

/** All slides of a talk that the archive shows itself, in the order of the record. */
export function decksOf(archive: Archive, { documents }: Talk): ShownDeck[] {
  const shown = documents.flatMap((document) => {
    const deck = document.kind === "slides" && document.file !== undefined ? archive.made.decks.get(document.file) : undefined;
    return deck ? [{ deck, document }] : [];
  });
  return shown.map((one, index) => ({ ...one, number: index + 1 }));
}

/** The first slides of a talk that the archive shows itself. */
export function deckOf(archive: Archive, talk: Talk): Deck | undefined {
  return decksOf(archive, talk)[0]?.deck;
}

/** The picture of a talk in lists and on cards: the first slide, else a still of its video. */
export function pictureOfTalk(archive: Archive, talk: Talk): Picture | undefined {
  const poster = talk.video?.poster;
  return deckOf(archive, talk)?.pages[0]?.picture ?? (poster === undefined ? undefined : archive.made.pictures.get(poster));
}

/** At least so many pixels wide is the picture of a talk in a list, so that it is sharp on fine screens too. */
const LIST_PICTURE = 112;

/** The site path of the small picture of a talk in lists: the first slide, else a still of its video. */
export function listPictureOfTalk(archive: Archive, talk: Talk): string | undefined {
  const small = deckOf(archive, talk)?.pages[0]?.thumbnail ?? pictureOfTalk(archive, talk);
  const sources = small?.sources.filter(({ type }) => type === "image/webp") ?? [];
  return (sources.find(({ width }) => width >= LIST_PICTURE) ?? sources.at(-1))?.path;
}

/** What a page of slides can hold, in bytes as they travel, and what a slide takes of that. */
const ROOM = 5500;
const SLIDE = 40;

const cutDecks = new WeakMap<Deck, readonly DeckPage[][]>();

/** Cuts a deck so that no page of the site becomes too heavy for its first journey. It is cut once: each of its slides asks where it is. */
export function deckCuts(deck: Deck): readonly DeckPage[][] {
  const cuts = cutDecks.get(deck) ?? cutDeck(deck);
  cutDecks.set(deck, cuts);
  return cuts;
}

/** The site paths of the pages that show a deck, in order. */
export function deckPaths({ event, slug }: Talk, { deck, number }: Pick<ShownDeck, "deck" | "number">): string[] {
  const first = slidesPath(event.id, slug, number);
  return deckCuts(deck).map((_, index) => (index === 0 ? first : `${first}${index + 1}/`));
}

function cutDeck(deck: Deck): DeckPage[][] {
  const cuts: DeckPage[][] = [];
  let left = 0;
  for (const page of deck.pages) {
    const weight = SLIDE + page.lines.reduce((sum, line) => sum + weightOf(line), 0);
    if (weight > left && (cuts.length === 0 || cuts.at(-1)?.length !== 0)) {
      cuts.push([]);
      left = ROOM;
    }
    cuts.at(-1)?.push(page);
    left -= weight;
  }
  return cuts;
}

/** What a text takes in bytes as it travels, rather too much: half of each letter, but more of the many of East Asia. */
function weightOf(text: string): number {
  let weight = 0;
  for (const letter of text) weight += letter < "\u0800" ? 0.5 : 1.9;
  return weight;
}
