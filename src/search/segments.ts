/**
 * What Pagefind makes of some documents, and how several of those become one index: the documents of a large archive are indexed in segments,
 * so that an edit costs the indexing of one of them. What is merged is what Pagefind would have made of all documents at once.
 */
import { addTo } from "../text/add-to.ts";
import { append } from "../text/append.ts";
import { gunzipSync } from "node:zlib";
import { type Cbor, CborReader, NEGATIVE, openList, readCbor, skipCbor, TEXT } from "../text/cbor.ts";
import { CborWriter } from "./cbor-writer.ts";
import type { IndexFile } from "./pagefind.ts";

/** What stands before every file that Pagefind packs. */
export const SIGNATURE = "pagefind_dcd";

const unpacked = (content: Uint8Array): Uint8Array => gunzipSync(content).subarray(SIGNATURE.length);

/** A part of an index, or a whole one. */
export interface Segment {
  /** Of Pagefind. */
  version: string;
  /** The WebAssembly for its language. */
  program: Uint8Array;
  /** What documents have beside their text, such as `title`, in order; words say by place in this list where they stand. */
  fields: readonly string[];
  pages: readonly IndexedPage[];
  /**
   * The words in order of their bytes, each `[word, [[page, places, places in fields], …], [[other form, [[page, …], …]], …]]`, one after another.
   * The first page of a list is counted from the first of the segment, the others from the one before.
   */
  words: Uint8Array;
  /** Names of filters, and of each the pages of each of its values. */
  filters: readonly Filter[];
}

export interface IndexedPage {
  /** A digest of its text. */
  name: string;
  /** What stands beside the name in the list of all pages. */
  facts: Cbor[];
  /** What is known of it when it is found, as JSON. */
  text: string;
  /** `YYYY-MM-DD`, for sorting. */
  date: string;
}

type Filter = [name: string, values: [value: string, pages: number[]][]];

/** What is made of documents without any words. */
const NO_WORDS: Segment = { version: "", program: Buffer.of(), fields: [], pages: [], words: Buffer.of(), filters: [] };

/** A segment out of files of Pagefind. `dates` has those of documents by their addresses. Throws where a file is not as Pagefind 1.6 writes it. */
export function readSegment(files: readonly IndexFile[], dates: ReadonlyMap<string, string>): Segment {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const contentOf = (path: string | undefined) => {
    const content = path === undefined ? undefined : contents.get(path);
    if (!content) throw new Error("Pagefind names a part of the index that it did not make");
    return unpacked(content);
  };
  const paths = [...contents.keys()];
  const metaPath = paths.find((path) => path.endsWith(".pf_meta"));
  if (metaPath === undefined) return NO_WORDS;
  const program = paths.find((path) => /^wasm\.(?!unknown)/.test(path)) ?? paths.find((path) => path.startsWith("wasm."));
  const [version = "", pages, chunks, filters, , fields] = list(readCbor(contentOf(metaPath)));
  return {
    version: String(version),
    program: contentOf(program),
    fields: list(fields).map(String),
    pages: list(pages).map((page): IndexedPage => {
      const [name, ...facts] = list(page);
      const text = Buffer.from(contentOf(`fragment/${String(name)}.pf_fragment`)).toString();
      const { url } = JSON.parse(text) as { url: string };
      return { name: String(name), facts, text, date: dates.get(url) ?? "" };
    }),
    words: Buffer.concat(list(chunks).map((chunk) => wordsIn(contentOf(`index/${String(list(chunk)[2])}.pf_index`)))),
    filters: list(filters).map((filter) => readCbor(contentOf(`filter/${String(list(filter)[1])}.pf_filter`)) as Filter),
  };
}

/** A segment as plain data. */
export function packedSegment(segment: Segment): unknown {
  const { program, words } = segment;
  return { ...segment, program: Buffer.from(program).toString("base64"), words: Buffer.from(words).toString("base64") };
}

/** A segment out of what `packedSegment` gave, if that is there. */
export function unpackedSegment(packed: unknown): Segment | undefined {
  if (packed === undefined) return undefined;
  const { program, words, ...others } = packed as Segment & Record<"program" | "words", string>;
  return { ...others, program: Buffer.from(program, "base64"), words: Buffer.from(words, "base64") };
}

function list(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) throw otherForm();
  return value;
}

const otherForm = () => new Error("Pagefind wrote its index in another form");

function openListOf(size: number, reader: CborReader): void {
  if (openList(reader) !== size) throw otherForm();
}

/** The words of a file, without what says how many there are. */
function wordsIn(content: Uint8Array): Uint8Array {
  const reader = new CborReader(content);
  openListOf(1, reader);
  openList(reader);
  return content.subarray(reader.at);
}

/** The words of a segment, and where in its bytes each of them begins and ends. */
export function* eachWord({ words }: Segment): Generator<{ word: string; from: number; to: number }> {
  const reader = new CborReader(words);
  while (reader.at < words.length) {
    const from = reader.at;
    openListOf(3, reader);
    const word = String(reader.read());
    skipCbor(reader);
    skipCbor(reader);
    yield { word, from, to: reader.at };
  }
}

/** Segments as one, with their pages one after another. Throws when none has words. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const [first, ...others] = segments.filter((segment) => segment.pages.length > 0);
  if (!first) throw new Error("Pagefind made no index");
  if (others.length === 0) return first;
  const fields = [...new Set([first, ...others].flatMap((segment) => segment.fields))].sort();
  const pages: IndexedPage[] = [];
  const cursors: WordCursor[] = [];
  const filters = new Map<string, Map<string, number[]>>();
  for (const segment of [first, ...others]) {
    const start = pages.length;
    cursors.push(new WordCursor(segment, start, fields));
    for (const [name, values] of segment.filters) {
      const known = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, known);
      for (const [value, itsPages] of values) for (const page of itsPages) addTo(known, value, start + page);
    }
    append(pages, segment.pages);
  }
  return {
    version: first.version,
    program: first.program,
    fields,
    pages,
    words: mergedWords(cursors),
    filters: inOrder(filters).map(([name, values]): Filter => [name, inOrder(values)]),
  };
}

const inOrder = <Value>(values: ReadonlyMap<string, Value>) => [...values].sort(([a], [b]) => byBytes(a, b));

/**
 * The order of the bytes that stand for texts in UTF-8: that of JavaScript, but for letters beyond U+FFFF, which it takes for two from U+D800 on,
 * where both have high ones.
 */
function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  if (isHigh(a) && isHigh(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const isHigh = (text: string) => /[\ud800-\uffff]/.test(text);

/** A list of pages in the words of a segment. */
interface Pages {
  source: WordCursor;
  count: number;
  /** The first and the last of them, counted from the first page of the segment. */
  first: number;
  last: number;
  /** Where in the bytes what follows the number of the first page begins, and where the list ends. */
  rest: number;
  end: number;
}

/** Goes through the words of a segment. */
class WordCursor {
  readonly words: Uint8Array;
  readonly reader: CborReader;
  /** The number that its first page has among those of all segments. */
  readonly start: number;
  /** The places of its fields among those of all, unless they are the same. */
  readonly fields: readonly number[] | undefined;
  /** Where in the bytes the list of the word begins at which it stands, and where the letters of the word begin and end. */
  from = 0;
  letters = 0;
  end = 0;
  pages: Pages = { source: this, count: 0, first: 0, last: 0, rest: 0, end: 0 };
  /** Its other forms. */
  forms: [form: string, pages: Pages][] = [];

  /** `start` is the number that the first page gets, `fields` are those of all segments. */
  constructor(segment: Segment, start: number, fields: readonly string[]) {
    this.words = segment.words;
    this.reader = new CborReader(segment.words);
    this.start = start;
    const places = segment.fields.map((field) => fields.indexOf(field));
    this.fields = places.every((place, at) => place === at) ? undefined : places;
  }

  /** Goes to the next word, if there is one. */
  next(): boolean {
    const { reader } = this;
    if (reader.at === this.words.length) return false;
    this.from = reader.at;
    openListOf(3, reader);
    const [kind, size] = reader.readHead();
    if (kind !== TEXT) throw otherForm();
    this.letters = reader.at;
    this.end = reader.at += size;
    this.pages = this.#readPages();
    this.forms = [];
    for (let left = openList(reader); left > 0; left--) {
      openListOf(2, reader);
      this.forms.push([String(reader.read()), this.#readPages()]);
    }
    return true;
  }

  #readPages(): Pages {
    const { reader } = this;
    const count = openList(reader);
    let [first, last, rest] = [0, 0, reader.at];
    for (let index = 0; index < count; index++) {
      openListOf(3, reader);
      last += Number(reader.read());
      if (index === 0) [first, rest] = [last, reader.at];
      skipCbor(reader);
      skipCbor(reader);
    }
    return { source: this, count, first, last, rest, end: reader.at };
  }
}

/** The words of several segments, each once. */
function mergedWords(all: readonly WordCursor[]): Uint8Array {
  const writer = new CborWriter();
  /** In order of their words, and where these are the same, of the segments. */
  const waiting: WordCursor[] = [];
  const advance = (cursor: WordCursor) => {
    if (!cursor.next()) return;
    let [low, high] = [0, waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(waiting[middle] ?? cursor, cursor)) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, cursor);
  };
  for (const cursor of all) advance(cursor);
  for (let [first] = waiting; first; [first] = waiting) {
    let count = 1;
    for (let next = waiting[1]; next && byLetters(first, next) === 0; next = waiting[count]) count++;
    const same = waiting.splice(0, count);
    writer.copy(first.words, first.from, first.end);
    writePages(
      writer,
      same.map(({ pages }) => pages),
    );
    writeForms(
      writer,
      same.flatMap(({ forms }) => forms),
    );
    for (const cursor of same) advance(cursor);
  }
  return writer.bytes;
}

/** Writes the forms of a word in several segments, each once. */
function writeForms(writer: CborWriter, all: WordCursor["forms"]): void {
  const forms = new Map<string, Pages[]>();
  for (const [form, pages] of all) addTo(forms, form, pages);
  writer.openList(forms.size);
  for (const [form, pages] of forms.size < 2 ? forms : inOrder(forms)) {
    writer.openList(2);
    writer.write(form);
    writePages(writer, pages);
  }
}

/** The order of the bytes of the words at which two stand. */
function byLetters(a: WordCursor, b: WordCursor): number {
  const length = Math.min(a.end - a.letters, b.end - b.letters);
  for (let at = 0; at < length; at++) {
    const order = (a.words[a.letters + at] ?? 0) - (b.words[b.letters + at] ?? 0);
    if (order !== 0) return order;
  }
  return a.end - a.letters - (b.end - b.letters);
}

function isBefore(a: WordCursor, b: WordCursor): boolean {
  const order = byLetters(a, b);
  return order < 0 || (order === 0 && a.start < b.start);
}

/** Writes lists of pages of several segments as one. */
function writePages(writer: CborWriter, lists: readonly Pages[]): void {
  writer.openList(lists.reduce((sum, { count }) => sum + count, 0));
  let before = 0;
  for (const pages of lists) {
    const { source, count, first, last, rest, end } = pages;
    const { words, start, fields } = source;
    if (count === 0) continue;
    writer.openList(3);
    writer.write(start + first - before);
    before = start + last;
    writer.copy(words, rest, end);
    if (fields) renumber(writer.last(end - rest), pages, fields);
  }
}

/**
 * Gives a copy of what follows the number of the first page of a list other numbers of fields: in the places of a word in fields, these are the
 * negative numbers, of a byte each.
 */
function renumber(copy: Uint8Array, { source: { reader }, count, rest }: Pages, fields: readonly number[]): void {
  const next = reader.at;
  reader.at = rest;
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      openListOf(3, reader);
      skipCbor(reader);
    }
    skipCbor(reader);
    for (let left = openList(reader); left > 0; left--) {
      const place = reader.at - rest;
      const [kind, field] = reader.readHead();
      if (kind === NEGATIVE) copy[place] = (NEGATIVE << 5) | (fields[field] ?? 0);
    }
  }
  reader.at = next;
}
