/**
 * What Pagefind makes of some documents, and how several of those become one index: the documents of a large archive are indexed in segments,
 * so that an edit costs the indexing of one of them. What is merged is what Pagefind would have made of all documents at once.
 */
import { addTo } from "../text/add-to.ts";
import { append } from "../text/append.ts";
import { gunzipSync } from "node:zlib";
import { type Cbor, CborReader, CborWriter, joined, openList, readCbor, skipCbor } from "../text/cbor.ts";
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
    words: joined(list(chunks).map((chunk) => wordsIn(contentOf(`index/${String(list(chunk)[2])}.pf_index`)))),
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
  const filters = new Map<string, Map<string, number[]>>();
  const merger = new WordMerger();
  for (const segment of [first, ...others]) {
    const start = pages.length;
    merger.add(segment, start, fields);
    for (const [name, values] of segment.filters) {
      const known = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, known);
      for (const [value, itsPages] of values) {
        const all = known.get(value) ?? [];
        known.set(value, all);
        for (const page of itsPages) all.push(start + page);
      }
    }
    append(pages, segment.pages);
  }
  return {
    version: first.version,
    program: first.program,
    fields,
    pages,
    words: merger.merged(),
    filters: inOrder(filters).map(([name, values]): Filter => [name, inOrder(values)]),
  };
}

const inOrder = <Value>(values: ReadonlyMap<string, Value>) => [...values].sort(([a], [b]) => byBytes(a, b));

/** The order of the bytes that stand for texts in UTF-8: that of JavaScript, but for letters beyond U+FFFF, which it takes for two from U+D800 on. */
function byBytes(a: string, b: string): number {
  if (HIGH.test(a) && HIGH.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const HIGH = /[\ud800-\uffff]/;

/** A segment whose words are merged with others. */
interface Source {
  words: Uint8Array;
  reader: CborReader;
  /** The number of its first page. */
  start: number;
  /** The places of its fields among those of all, unless they are the same. */
  fields: readonly number[] | undefined;
}

/** A list of pages in the words of a segment, and where it begins. */
type Place = readonly [source: Source, at: number];

/** The words of segments, which have their pages one after another. */
class WordMerger {
  readonly #places = new Map<string, Place[]>();
  readonly #writer = new CborWriter();

  /** `start` is the number that the first page of the segment gets, `fields` are those of all segments. */
  add(segment: Segment, start: number, fields: readonly string[]): void {
    const { words } = segment;
    const places = segment.fields.map((field) => fields.indexOf(field));
    const isSame = places.every((place, at) => place === at);
    const source = { words, reader: new CborReader(words), start, fields: isSame ? undefined : places };
    const { reader } = source;
    for (const { word, from } of eachWord(segment)) {
      reader.at = from;
      openListOf(3, reader);
      skipCbor(reader);
      addTo(this.#places, word, [source, reader.at]);
    }
  }

  merged(): Uint8Array {
    const writer = this.#writer;
    for (const word of [...this.#places.keys()].sort(byBytes)) {
      writer.openList(3);
      writer.write(word);
      const places = this.#places.get(word) ?? [];
      this.#writePages(places);
      const forms = new Map<string, Place[]>();
      // Each reader stands behind its pages now.
      for (const [source] of places) {
        const { reader } = source;
        for (let left = openList(reader); left > 0; left--) {
          openListOf(2, reader);
          const form = String(reader.read());
          addTo(forms, form, [source, reader.at]);
          skipCbor(reader);
        }
      }
      writer.openList(forms.size);
      for (const [form, formPlaces] of inOrder(forms)) {
        writer.openList(2);
        writer.write(form);
        this.#writePages(formPlaces);
      }
    }
    return writer.bytes;
  }

  /** Writes the lists of pages of several segments as one. */
  #writePages(places: readonly Place[]): void {
    const writer = this.#writer;
    let all = 0;
    for (const [{ reader }, at] of places) {
      reader.at = at;
      all += openList(reader);
    }
    writer.openList(all);
    let last = 0;
    for (const [source, at] of places) {
      const { reader, start } = source;
      reader.at = at;
      const size = openList(reader);
      let page = start;
      for (let index = 0; index < size; index++) {
        openListOf(3, reader);
        page += Number(reader.read());
        writer.openList(3);
        writer.write(page - last);
        last = page;
        this.#copyPlaces(source);
      }
    }
  }

  /** Copies the places of a word in the text of a page, and those in its fields, which say by a negative number in which. */
  #copyPlaces({ reader, words, fields }: Source): void {
    const from = reader.at;
    skipCbor(reader);
    if (!fields) skipCbor(reader);
    this.#writer.copy(words.subarray(from, reader.at));
    if (!fields) return;
    const places = list(reader.read()).map(Number);
    this.#writer.write(places.map((place) => (place < 0 ? -1 - (fields[-1 - place] ?? 0) : place)));
  }
}
