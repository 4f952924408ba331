/** Media files, and what a build makes of them so that readers need no program for them: pictures in several sizes, decks of slides, transcripts. */

import type { CardFonts } from "./cards.ts";

/** A file below `assets/media/`; `refused` says that it is of no kind in `media-kinds.ts`, and never published. */
export interface MediaFile {
  path: string;
  bytes: number;
  /** Size and times on disk, which change with every write. */
  seen?: string;
  looksLike: "pdf" | "refused" | "other";
  /** The file as a user knows it, for messages. */
  file?: string;
}

/** A picture as published, in several sizes and formats. */
export interface Picture {
  /** Pixels of the largest size, which keep the space free while it loads. */
  width: number;
  height: number;
  /** The best format first; within a format the smallest size first. */
  sources: PictureSource[];
}

export interface PictureSource {
  type: "image/avif" | "image/webp" | "image/jpeg" | "image/png";
  width: number;
  /** Its site path. */
  path: string;
}

/** The pages of a local PDF. */
export interface Deck {
  pages: DeckPage[];
}

export interface DeckPage {
  /** From 1. */
  number: number;
  /** The text of the page in reading order, a line each; empty where it has none. */
  lines: string[];
  picture: Picture;
  thumbnail: Picture;
}

/** What a WebVTT file says, in order. */
export interface Transcript {
  cues: Cue[];
}

export interface Cue {
  /** Seconds from the start of the video. */
  start: number;
  end: number;
  /** The name in a voice tag. */
  speaker: string | undefined;
  text: string;
}

/** Everything made of media files, by the path of the file below `assets/media/`. What could not be made is not there. */
export interface MadeMedia {
  pictures: ReadonlyMap<string, Picture>;
  decks: ReadonlyMap<string, Deck>;
  transcripts: ReadonlyMap<string, Transcript>;
  /** What stands for all that was made of a file, and changes with it. */
  versions?: ReadonlyMap<string, string>;
  /** What cards for social media are drawn with; left out where none are made. */
  cards?: CardFonts;
}

export const NOTHING_MADE: MadeMedia = { pictures: new Map(), decks: new Map(), transcripts: new Map() };
