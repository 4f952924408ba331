/**
 * Asks the search index (`src/search/`, made with Pagefind 1.6): loads its WebAssembly, and of the index what a question needs. What is
 * read of its files beside that (`readWords`, `readPages`, `readFilter`) belongs to the same version; a test of the quality of the search
 * names what a newer one breaks.
 */
import { type Cbor, readCbor } from "text/cbor.ts";
import type { WordRules } from "text/search-words.ts";
import { describe, type Found, type Fragment, type Hit } from "./search-found.ts";
import { type NamesPart, type Near, nearWords } from "./search-names.ts";
import { type LoadPart, once } from "./search-parts.ts";

/** A page that has what was asked for. */
export interface Result {
  /** The file that its text is in, and which text of that. */
  page: string;
  score: number;
  /** Where in its text, in order. */
  hits: Hit[];
  /** Which of its facts have it: `title`, `by`. */
  facts: readonly string[];
}

/** How many pages have each choice of each filter. */
export type Counts = Record<string, Record<string, number>>;

export interface Index {
  /** The pages that have all words, in other forms and longer words too, or exactly these words side by side. Nothing is loaded twice. */
  search(words: string, isExact?: boolean): Promise<ReadonlyMap<string, Result>>;
  /** The words of the index that begin so. */
  beginning(word: string): Promise<string[]>;
  open(result: Result): Promise<Found>;
  /** Groups of words that mean the same: those that the index has, and those that can only be asked for. */
  synonyms: readonly (readonly [known: readonly string[], asked: readonly string[]])[];
  /** What a mistyped word may have meant, the nearest first. */
  near(word: string): Promise<Near[]>;
  /** How many pages there are. */
  size: number;
  /** Every page, the oldest first. */
  pages(): Promise<readonly string[]>;
  /** The pages with each choice of a filter. */
  filter(name: string): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

/** A result in Pagefind's words: page, score, places and facts. */
interface Raw {
  p: string;
  s: number;
  l: Hit[];
  mf?: string[];
}

/** What `entry.json` says, the only file whose name never changes. */
export interface Entry {
  meta: string;
  /** The orders of pages, which are loaded when one is asked for. */
  days: string;
  wasm: string;
  synonyms?: [known: string[], asked: string[]][];
  /** The parts of the list of words that mistyped ones may have meant. */
  names?: NamesPart[];
}

const SIGNATURE = "pagefind_dcd";
/** How much more than the text it weighs where a word stands; of what is not named here Pagefind has its own. */
const RANKING = {
  page_length: 0.1,
  term_saturation: 1.4,
  meta_weights: { title: 8, by: 3, known: 2, about: 2, event: 0.5, also: 4, asked: 0.4, name: 0.1 },
};
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens the index whose files `load` gives. */
export async function openIndex(load: LoadPart, rules: WordRules, ranking: object = RANKING): Promise<Index> {
  const part = async (path: string) => contentOf(await load(path));
  const entry = JSON.parse(decoder.decode(await load("entry.json"))) as Entry;
  const program = load(entry.wasm);
  const meta = await part(entry.meta);
  const [, rawPages, rawChunks, rawFilters] = asList(readCbor(meta));
  const pages = asList(rawPages).map((page) => String(asList(page)[0]));
  const chunks = asList(rawChunks).map((chunk) => asList(chunk).map(String));
  const filters = new Map(asList(rawFilters).map((filter) => asList(filter).map(String) as [string, string]));
  const inOrder = once(async (path): Promise<readonly string[]> => {
    const dates = asList(readCbor(await part(path)))
      .map(asList)
      .find(([name]) => name === "date");
    return dates ? asList(dates[1]).map((page) => pages[Number(page)] ?? "") : pages;
  });
  const core = await start(await program);
  let index = core.call("set_ranking_weights", core.call("init_pagefind", meta), JSON.stringify(ranking));
  const loadChunk = once(async (hash) => {
    const bytes = await part(`index/${hash}.txt`);
    index = core.call("load_index_chunk", index, bytes);
    return bytes;
  });
  const wordsOfChunk = once(async (hash) => asList(asList(readCbor(await loadChunk(hash)))[0]).map((word) => String(asList(word)[0])));
  const loadTexts = once(async (file): Promise<Fragment[]> => JSON.parse(decoder.decode(await part(`fragment/${file}.txt`))));
  const search = once(async (key): Promise<ReadonlyMap<string, Result>> => {
    const words = key.slice(1);
    const needed = JSON.parse(core.ask("request_indexes", index, words)) as string[];
    await Promise.all(needed.filter(Boolean).map(loadChunk));
    const { results } = JSON.parse(core.ask("search", index, words, words, "{}", "", Number(key.startsWith("=")), 0)) as { results: Raw[] };
    return new Map(results.map(({ p: page, s: score, l: hits, mf: facts = [] }) => [page, { page, score, hits, facts }]));
  });

  return {
    synonyms: entry.synonyms ?? [],
    near: nearWords(entry.names ?? [], load),
    search: (words, isExact = false) => search(`${isExact ? "=" : " "}${words}`),
    async beginning(word) {
      const near = chunks.filter(([first = "", last = ""]) => first.slice(0, word.length) <= word && word <= last);
      const known = await Promise.all(near.map(([, , hash = ""]) => wordsOfChunk(hash)));
      return known.flat().filter((one) => one.startsWith(word));
    },
    async open({ page, hits }) {
      const [file = "", at] = page.split("-");
      return describe((await loadTexts(file))[Number(at)], hits, rules);
    },
    size: pages.length,
    pages: () => inOrder(entry.days),
    filter: once(async (name) => {
      const hash = filters.get(name);
      const [, choices] = hash === undefined ? [] : asList(readCbor(await part(`filter/${hash}.txt`)));
      return new Map(
        asList(choices ?? []).map((choice) => {
          const [value, having] = asList(choice);
          return [String(value), new Set(asList(having ?? []).map((page) => pages[Number(page)] ?? ""))] as const;
        }),
      );
    }),
  };
}

/** A list in a file of the index. Throws where there is none, as in files of another version of Pagefind. */
function asList(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) throw new Error("no list in the index");
  return value;
}

/** What a part of the index holds, as `src/search/repack.ts` publishes it. */
function contentOf(bytes: Uint8Array): Uint8Array {
  if (decoder.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error("no part in the index");
  return bytes.slice(SIGNATURE.length);
}

/** What the WebAssembly hands out: its memory, functions of its binding, and functions of numbers. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(place: number, size: number, align: number): void;
  [name: string]: unknown;
}

interface Core {
  /** Calls a function that returns a number. */
  call(name: string, ...values: Argument[]): number;
  /** Calls a function that returns text. */
  ask(name: string, ...values: Argument[]): string;
}

type Argument = number | string | Uint8Array;

/** Starts the WebAssembly, which takes and gives text and bytes as places in its memory. */
async function start(program: Uint8Array<ArrayBuffer>): Promise<Core> {
  let wasm: Exports;
  const table = () => {
    const { __wbindgen_externrefs: refs } = wasm;
    const first = refs.grow(4);
    refs.set(0, undefined);
    for (const [place, value] of [undefined, null, true, false].entries()) refs.set(first + place, value);
  };
  const { instance } = await WebAssembly.instantiate(program, { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: table } });
  wasm = instance.exports as Exports;
  wasm.__wbindgen_start();
  const hand = (value: Argument) => {
    if (typeof value === "number") return [value];
    const bytes = typeof value === "string" ? encoder.encode(value) : value;
    const place = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, place);
    return [place, bytes.length];
  };
  const run = <Returned>(name: string, values: Argument[]) => (wasm[name] as (...values: number[]) => Returned)(...values.flatMap(hand));
  return {
    call: (name, ...values) => run(name, values),
    ask(name, ...values) {
      const [place, length] = run<[number, number]>(name, values);
      const text = decoder.decode(new Uint8Array(wasm.memory.buffer, place >>> 0, length));
      wasm.__wbindgen_free(place, length, 1);
      return text;
    },
  };
}
