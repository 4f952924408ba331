/**
 * Pagefind's files as this site publishes them: unpacked, since hosts pack better on the way (Brotli), and the index in parts small enough that
 * a first search need not load the words of half the alphabet. Texts of a large index stand several in a file, or their names, which cannot be
 * packed, would be half of what every search loads. What is in them stays as Pagefind wrote it.
 */
import { append } from "../text/append.ts";
import type { Cbor } from "../text/cbor.ts";
import { listHead, writeCbor } from "./cbor-writer.ts";
import type { IndexFile } from "./pagefind.ts";
import { eachWord, type IndexedPage, type Segment, SIGNATURE } from "./segments.ts";
import { nameDigest } from "../text/digest.ts";

/** The ending of all parts: hosts pack text, and nobody reads it. */
export const ENDING = ".txt";
/**
 * Bytes of a part of the index from which on the next begins, before it is packed. A search loads one or two parts a word; of a large index
 * the list of parts, which every search loads, would be long.
 */
const PART = 12_000;
const PART_OF_SMALL = 900;
const SMALL = 1_000_000;
/** Bytes of texts in a file of a large index, from which on the next begins. */
const TEXTS = 12_000;
/** Where one begins sooner: behind a page whose name, `en_1bb6f63` or longer where two would be the same, is such. */
const ENDS_LIST = /_.{6}[08]/;

/** Bytes of a piece of memory in which files stand: one for each file would keep the collection of garbage busy. */
const PIECE = 4_000_000;
const SIGNED = Buffer.from(SIGNATURE);

/** The list of all parts, the order of days, all words, and the parts. */
export function repack(index: Segment): { meta: string; days: string; words: string[]; files: IndexFile[] } {
  const files: IndexFile[] = [];
  let room = Buffer.alloc(0);
  /** A file with a signature and some pieces; it is named after these. */
  const add = (folder: string, ...pieces: readonly (string | Uint8Array)[]) => {
    const size = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), SIGNED.length);
    if (size > room.length) room = Buffer.allocUnsafe(Math.max(size, PIECE));
    const content = room.subarray(0, size);
    room = room.subarray(size);
    let at = SIGNED.copy(content);
    for (const piece of pieces) {
      if (typeof piece === "string") content.write(piece, at);
      else content.set(piece, at);
      at += Buffer.byteLength(piece);
    }
    const name = nameDigest(content.subarray(SIGNED.length));
    const path = `${folder}${name}${ENDING}`;
    files.push({ path, content });
    return { path, name };
  };
  const isSmall = index.words.length < SMALL;
  const words: string[] = [];
  const smaller = inParts(index, isSmall ? PART_OF_SMALL : PART).map((part): Cbor => {
    const { name } = add("index/", listHead(1), listHead(part.words.length), part.content);
    append(words, part.words);
    return [part.words[0] ?? "", part.words.at(-1) ?? "", name];
  });
  const filters = index.filters.map((filter): Cbor => [filter[0], add("filter/", writeCbor(filter)).name]);
  // Where the text of a page stands is its name: Pagefind gives that with every result.
  const places = textsInFiles(index.pages, isSmall ? 0 : TEXTS).flatMap((texts) => {
    const { name } = add("fragment/", `[${texts.join(",")}]`);
    return texts.map((_, at) => `${name}-${at}`);
  });
  const named = index.pages.map(({ facts }, at): Cbor => [places[at] ?? "", ...facts]);
  // The order of days is a fifth of the list of a large archive, and few ask for it.
  const days = add("days-", writeCbor([["date", byDate(index.pages)]])).path;
  const meta = add("words-", writeCbor([index.version, named, smaller, filters, [], [...index.fields]])).path;
  return { meta, days, words, files };
}

/** The numbers of pages in order of their dates, and of one date in theirs. */
function byDate(pages: readonly IndexedPage[]): number[] {
  const dates = pages.map(({ date }) => date);
  const dateOf = (page: number) => dates[page] ?? "";
  return [...dates.keys()].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b));
}

/**
 * The texts of pages, in lists of at most so many bytes and one more. A list also ends where the name of a page says so, an eighth of them: what
 * comes later is not moved by a page that is new.
 */
function textsInFiles(pages: readonly IndexedPage[], most: number): string[][] {
  const files: string[][] = [];
  let texts: string[] = [];
  let size = 0;
  for (const [at, { name, text }] of pages.entries()) {
    texts.push(text);
    size += Buffer.byteLength(text);
    if (size < most && !ENDS_LIST.test(name) && at < pages.length - 1) continue;
    files.push(texts);
    [texts, size] = [[], 0];
  }
  return files;
}

/** The words of an index in several lists of at most so many bytes. */
function inParts(index: Segment, most: number): { words: string[]; content: Uint8Array }[] {
  const parts: { words: string[]; from: number; to: number }[] = [];
  for (const { word, from, to } of eachWord(index)) {
    const last = parts.at(-1);
    if (last && to - last.from <= most) {
      last.words.push(word);
      last.to = to;
    } else parts.push({ words: [word], from, to });
  }
  return parts.map(({ words, from, to }) => ({ words, content: index.words.subarray(from, to) }));
}
