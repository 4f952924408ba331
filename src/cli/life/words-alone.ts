/** Words of a name that stand alone in files of others: too many to ask about each, and not to be passed over in silence. */
import { addressesIn, type NameHit } from "../../text/name-pattern.ts";
import { readingWord } from "../../text/reading.ts";
import { someOf } from "../../text/wording.ts";

/** As people are called elsewhere. */
const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}\p{Cf}_.-]{2,100}/gu;

/** Counts them, with the places of each word. */
export class WordsAlone {
  readonly #find: (text: string, isAddress: boolean) => NameHit[];
  readonly #places = new Map<string, { word: string; files: Map<string, string> }>();

  /** `find` gives what of a text is a word of the name, and of no name of somebody else. */
  constructor(find: (text: string, isAddress: boolean) => NameHit[]) {
    this.#find = find;
  }

  /** Looks through a text of a file, or through what a program reads in one that has no lines. */
  note(file: string, text: string, hasLines = true): void {
    const handles = [...text.matchAll(HANDLE)].map(({ index, 0: handle }) => ({ start: index, end: index + handle.length }));
    const inAddresses = [...addressesIn(text), ...handles].flatMap(({ start, end }) =>
      this.#find(text.slice(start, end), true).map((hit) => ({ start: start + hit.start, end: start + hit.end })),
    );
    for (const { start, end } of [...this.#find(text, false), ...inAddresses])
      this.#add(text.slice(start, end), file, () => (hasLines ? `${file}:${text.slice(0, start).split("\n").length}` : file));
  }

  /** Looks through the name of a file, below the folder that it is in. */
  noteName(file: string, path: string): void {
    for (const { start, end } of this.#find(path, true)) this.#add(path.slice(start, end), file, () => file);
  }

  #add(found: string, file: string, placeOf: () => string): void {
    // Without letters that nobody sees, so that it can be written after the option.
    const word = found.replace(/\p{Cf}/gu, "");
    const key = readingWord(word);
    const known = this.#places.get(key) ?? { word, files: new Map() };
    this.#places.set(key, known);
    // Of a file the first place is enough.
    if (!known.files.has(file)) known.files.set(file, placeOf());
  }

  /** What there is to say, a word a line, the rarest first. */
  lines(): string[] {
    const rarestFirst = [...this.#places.values()].sort((a, b) => a.files.size - b.files.size || (a.word < b.word ? -1 : 1));
    return rarestFirst.map(({ word, files }) => {
      const where = someOf([...files.values()].sort());
      return `\`${word}\` stands alone in ${where}, and may be somebody else or another word. \`--also ${word}\` asks about each such place.`;
    });
  }
}
