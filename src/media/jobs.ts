/** What the maker of media is asked for and what it answers, in a process of its own; see `maker/main.ts`. */
import type { CardDrawing } from "../model/cards.ts";
import type { Deck, Picture } from "../model/made-media.ts";

/** Make something of a file and put it into a folder, which is there and empty; or draw cards with the fonts of some files. */
export type Job =
  | { kind: "deck" | "picture"; file: string; folder: string }
  | { kind: "cards"; cards: CardJob[]; fonts: readonly string[] };

/** A card, with the file of the picture on it. */
export interface CardJob {
  drawing: CardDrawing;
  picture: string | undefined;
}

/** What was made of a file; paths are names of files in the folder. */
export type MadeOfFile = { deck: Deck } | { picture: Picture; tells: Tell[] };

/** What was made; the bytes of cards are in Base64. */
export type Made = MadeOfFile | { cards: string[] };

/** What the metadata of a picture tell beside the picture, and perhaps should not. */
export type Tell = "the place where it was taken" | "the serial number of a camera" | "the name of its owner";

/** Why nothing can be made of a file, which is so every time. */
export type Refusal = "encrypted" | "broken" | "empty" | "too many pages" | "too large" | "too slow" | "too much memory";

/** What the maker says while it is at work and at the end; with `isLast` it must make nothing more. */
export type Answer = { at: number; of: number } | { made: Made } | { refused: Refusal; isLast?: true } | { fault: SystemFault };

/** What the system refused to the maker, such as room on a full disk: no fault of the file that it was at. */
export type SystemFault = Pick<NodeJS.ErrnoException, "message" | "code" | "syscall" | "path">;

/** The fault of the system that an error tells of; nothing for any other error. */
export function systemFault(error: unknown): SystemFault | undefined {
  const { message, code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  return code === undefined || syscall === undefined ? undefined : { message, code, syscall, ...(path === undefined ? {} : { path }) };
}

/** Larger PDFs are never read into memory, in bytes. */
export const LARGEST_PDF = 300_000_000;

/** No deck has more pages; a book of slides is only offered as it is. */
export const MOST_PAGES = 500;
