/**
 * Pagefind's files as this site publishes them: unpacked, since hosts pack better on the way (Brotli), and the index in parts small enough that
 * a first search need not load the words of half the alphabet. Texts of a large index stand several in a file, or their names, which cannot be
 * packed, would be half of what every search loads. What is in them stays as Pagefind wrote it.
 */
import { append } from "../text/append.ts";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { type Cbor, CborReader, joined, listHead, openList, readCbor, skipCbor, writeCbor } from "../text/cbor.ts";
import type { IndexFile } from "./pagefind.ts";

/** What stands before every file that Pagefind packs. */
const SIGNATURE = "pagefind_dcd";
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

/** What a file of Pagefind holds. */
export const unpacked = (content: Uint8Array): Uint8Array => gunzipSync(content).subarray(SIGNATURE.length);

/** The list of all parts, the order of days, all words, and the parts. Throws where a file is not as Pagefind 1.6 writes it. */
export function repack(files: readonly IndexFile[]): { meta: string; days: string; words: string[]; files: IndexFile[] } {
  const contents = new Map(files.filter(({ path }) => /\.pf_\w+$/.test(path)).map(({ path, content }) => [path, content]));
  const metaPath = [...contents.keys()].find((path) => path.endsWith(".pf_meta"));
  if (metaPath === undefined) throw new Error("Pagefind made no index");
  const parts: IndexFile[] = [];
  const allWords: string[] = [];
  const add = (folder: string, name: string, content: Uint8Array) => {
    const path = `${folder}${name}${ENDING}`;
    parts.push({ path, content: signed(content) });
    return path;
  };
  const [version, pages, chunks, filters, sorts, ...others] = list(readCbor(unpacked(contents.get(metaPath) ?? Buffer.of())));
  const partAt = (path: string) => {
    const packed = contents.get(path);
    if (!packed) throw new Error("Pagefind names a part of the index that it did not make");
    return unpacked(packed);
  };
  const whole = list(chunks).map((chunk) => partAt(`index/${list(chunk)[2]}.pf_index`));
  const isSmall = whole.reduce((sum, { length }) => sum + length, 0) < SMALL;
  const most = isSmall ? PART_OF_SMALL : PART;
  const smaller = whole.flatMap((chunk) =>
    inParts(chunk, most).map(({ words, content }): Cbor => {
      const name = digest(content);
      add("index/", name, content);
      append(allWords, words);
      return [words[0] ?? "", words.at(-1) ?? "", name];
    }),
  );
  for (const [path, content] of contents) {
    const [, name = ""] = /^filter\/(.*)\.pf_/.exec(path) ?? [];
    if (name) add("filter/", name, unpacked(content));
  }
  const listed = list(pages).map(list);
  const inFiles = textsInFiles(
    listed.map(([page]) => String(page)),
    (page) => partAt(`fragment/${page}.pf_fragment`),
    isSmall ? 0 : TEXTS,
  );
  for (const { name, content } of inFiles) add("fragment/", name, content);
  // Where the text of a page stands is its name: Pagefind gives that with every result.
  const places = inFiles.flatMap(({ name, count }) => Array.from({ length: count }, (_, at) => `${name}-${at}`));
  const named = listed.map(([, ...facts], at): Cbor => [places[at] ?? "", ...facts]);
  // The order of days is a fifth of the list of a large archive, and few ask for it.
  const order = writeCbor(sorts ?? []);
  const days = add("", `days-${digest(order)}`, order);
  const meta = writeCbor([version ?? "", named, smaller, filters ?? [], [], ...others]);
  return { meta: add("", `words-${digest(meta)}`, meta), days, words: allWords, files: parts };
}

const signed = (content: Uint8Array) => joined([new TextEncoder().encode(SIGNATURE), content]);
const digest = (content: Uint8Array) => createHash("sha256").update(content).digest("hex").slice(0, 10);

function list(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) throw new Error("Pagefind wrote its index in another form");
  return value;
}

/**
 * The texts of pages, in lists of at most so many bytes and one more. A list also ends where the name of a page says so, an eighth of them: what
 * comes later is not moved by a page that is new.
 */
function textsInFiles(pages: readonly string[], textOf: (page: string) => Uint8Array, most: number) {
  const files: { name: string; count: number; content: Uint8Array }[] = [];
  let texts: Uint8Array[] = [];
  let size = 0;
  for (const [at, page] of pages.entries()) {
    const text = textOf(page);
    texts.push(text);
    size += text.length;
    if (size < most && !/[08]$/.test(page) && at < pages.length - 1) continue;
    const content = Buffer.from(`[${texts.map((one) => Buffer.from(one).toString()).join(",")}]`);
    files.push({ name: digest(content), count: texts.length, content });
    [texts, size] = [[], 0];
  }
  return files;
}

/** A list of words in several of at most so many bytes, each of which is a file of the same form. */
function inParts(content: Uint8Array, most: number): { words: string[]; content: Uint8Array }[] {
  const reader = new CborReader(content);
  const fields = openList(reader);
  const size = openList(reader);
  if (fields !== 1) throw new Error("Pagefind wrote its index in another form");
  const parts: { words: string[]; from: number; to: number }[] = [];
  for (let index = 0; index < size; index++) {
    const from = reader.at;
    const length = openList(reader);
    const word = length === 0 ? "" : String(reader.read());
    for (let field = 1; field < length; field++) skipCbor(reader);
    const last = parts.at(-1);
    if (last && reader.at - last.from <= most) {
      last.words.push(word);
      last.to = reader.at;
    } else parts.push({ words: [word], from, to: reader.at });
  }
  return parts.map(({ words, from, to }) => ({
    words,
    content: joined([listHead(1), listHead(words.length), content.subarray(from, to)]),
  }));
}
