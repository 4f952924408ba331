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

/** The list of all parts, the order of days, all words, and the parts. */
export function repack(index: Segment): { meta: string; days: string; words: string[]; files: IndexFile[] } {
  const parts: IndexFile[] = [];
  const add = (folder: string, name: string, content: Uint8Array) => {
    const path = `${folder}${name}${ENDING}`;
    parts.push({ path, content: signed(content) });
    return path;
  };
  const isSmall = index.words.length < SMALL;
  const words: string[] = [];
  const smaller = inParts(index, isSmall ? PART_OF_SMALL : PART).map((part): Cbor => {
    const name = nameDigest(part.content);
    add("index/", name, part.content);
    append(words, part.words);
    return [part.words[0] ?? "", part.words.at(-1) ?? "", name];
  });
  const filters = index.filters.map((filter): Cbor => {
    const content = writeCbor(filter);
    const name = nameDigest(content);
    add("filter/", name, content);
    return [filter[0], name];
  });
  const inFiles = textsInFiles(index.pages, isSmall ? 0 : TEXTS);
  for (const { name, content } of inFiles) add("fragment/", name, content);
  // Where the text of a page stands is its name: Pagefind gives that with every result.
  const places = inFiles.flatMap(({ name, count }) => Array.from({ length: count }, (_, at) => `${name}-${at}`));
  const named = index.pages.map(({ facts }, at): Cbor => [places[at] ?? "", ...facts]);
  // The order of days is a fifth of the list of a large archive, and few ask for it.
  const order = writeCbor([["date", byDate(index.pages)]]);
  const days = add("", `days-${nameDigest(order)}`, order);
  const meta = writeCbor([index.version, named, smaller, filters, [], [...index.fields]]);
  return { meta: add("", `words-${nameDigest(meta)}`, meta), days, words, files: parts };
}

/** The numbers of pages in order of their dates, and of one date in theirs. */
function byDate(pages: readonly IndexedPage[]): number[] {
  const dates = pages.map(({ date }) => date);
  const dateOf = (page: number) => dates[page] ?? "";
  return [...dates.keys()].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b));
}

const signed = (content: Uint8Array) => Buffer.concat([SIGNED, content]);

const SIGNED = Buffer.from(SIGNATURE);

/**
 * The texts of pages, in lists of at most so many bytes and one more. A list also ends where the name of a page says so, an eighth of them: what
 * comes later is not moved by a page that is new.
 */
function textsInFiles(pages: readonly IndexedPage[], most: number) {
  const files: { name: string; count: number; content: Uint8Array }[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const [at, { name, text }] of pages.entries()) {
    texts.push(text);
    size += Buffer.byteLength(text);
    if (size < most && !ENDS_LIST.test(name) && at < pages.length - 1) continue;
    const content = Buffer.from(`[${texts.join(",")}]`);
    files.push({ name: nameDigest(content), count: texts.length, content });
    [texts, size] = [[], 0];
  }
  return files;
}

/** The words of an index in several lists of at most so many bytes, each of which is a file of the same form. */
function inParts(index: Segment, most: number): { words: string[]; content: Uint8Array }[] {
  const parts: { words: string[]; from: number; to: number }[] = [];
  for (const { word, from, to } of eachWord(index)) {
    const last = parts.at(-1);
    if (last && to - last.from <= most) {
      last.words.push(word);
      last.to = to;
    } else parts.push({ words: [word], from, to });
  }
  return parts.map(({ words, from, to }) => ({
    words,
    content: Buffer.concat([listHead(1), listHead(words.length), index.words.subarray(from, to)]),
  }));
}
