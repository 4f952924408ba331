/** Asks the search index (`src/search/`, made with Pagefind 1.6): loads its WebAssembly, and of the index what a question needs. */
import { foldWord } from "text/fold.ts";
import { joinPairs, type Piece, readable, type WordRules } from "text/search-words.ts";

/** What a thing that was found is, and the places in it that the words are at. */
export interface Found {
  /** Its site path. */
  url: string;
  meta: Record<string, string>;
  shown: Record<string, string>;
  filters: Record<string, string[]>;
  /** Whether a word, or another form of it, is among those that were found or in the facts. */
  has: (word: string) => boolean;
  excerpt: Piece[];
  /** How many places have a hit; the best of them follow. */
  count: number;
  places: FoundPlace[];
}

export interface FoundPlace {
  /** Its address from that of the document on; and of its picture the site path, width and height. */
  where: string[];
  excerpt: Piece[];
}

/** A result as Pagefind names it: page, fragment, score, and the places of its words. */
export interface Result {
  p: string;
  g?: string;
  s: number;
  l: Hit[];
}

/** The number of a word in the text, and its score. */
interface Hit {
  l: number;
  s: number;
}

export interface Answer {
  results: Result[];
  /** How many results each choice of each filter would leave. */
  counts: Record<string, Record<string, number>>;
}

export interface Index {
  /** What has all words, or with no words everything; nothing is loaded twice. */
  search(words: string, filters?: Record<string, string>, sort?: string): Promise<Answer>;
  open(result: Result): Promise<Found>;
  /** Loads everything that filters need, so that answers count what each would leave. */
  loadFilters(): Promise<unknown>;
}

/** The text of a document in the index. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; location: number }[];
}

const SIGNATURE = "pagefind_dcd";
/** How much more than the text it weighs where a word stands. */
const RANKING = {
  term_similarity: 1,
  page_length: 0.1,
  term_saturation: 1.4,
  term_frequency: 1,
  diacritic_similarity: null,
  meta_weights: { title: 8, by: 3, known: 2, about: 2, from: 1, event: 0.5, also: 4 },
};
const EXCERPT = 28; // words
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens the index in a folder. */
export async function openIndex(folder: string, rules: WordRules): Promise<Index> {
  const load = async (path: string, options?: RequestInit) => {
    const response = await fetch(folder + path, options);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const part = async (path: string) => unpack(await (await load(path)).arrayBuffer());
  const entry = (await (await load("entry.json", { cache: "no-cache" })).json()) as { meta: string; wasm: string };
  const program = load(entry.wasm).then((response) => response.arrayBuffer());
  const meta = await part(entry.meta);
  const core = await start(await program);
  let index = core.call("init_pagefind", meta);
  index = core.call("set_ranking_weights", index, JSON.stringify(RANKING));
  const loadWords = once(async (hash) => {
    const bytes = await part(`index/${hash}.pf_index`);
    index = core.call("load_index_chunk", index, bytes);
  });
  const loadFilter = once(async (hash) => {
    const bytes = await part(`filter/${hash}.pf_filter`);
    index = core.call("load_filter_chunk", index, bytes);
  });
  const loadText = once(async (hash): Promise<unknown> => JSON.parse(decoder.decode(await part(`fragment/${hash}.pf_fragment`))));
  const names = (json: string) => (JSON.parse(json) as string[]).filter(Boolean);
  const loadFilters = once(() => Promise.all(names(core.ask("request_all_filter_indexes", index)).map(loadFilter)));

  return {
    async search(words, filters = {}, sort = "") {
      const wanted = JSON.stringify(filters);
      await Promise.all([
        ...names(core.ask("request_indexes", index, words)).map(loadWords),
        ...names(core.ask("request_filter_indexes", index, wanted)).map(loadFilter),
      ]);
      const answer = core.ask("search", index, words, words, wanted, sort, 0, 0);
      const { results, filtered_counts } = JSON.parse(answer) as { results: Result[]; filtered_counts: Answer["counts"] };
      // The score is also what carries an order that was asked for.
      return { results: results.sort((a, b) => b.s - a.s), counts: filtered_counts };
    },
    async open({ p, g, l }) {
      const text = await loadText(g || p);
      return describe(g ? (text as Record<string, Fragment>)[p] : (text as Fragment), l, rules);
    },
    loadFilters: () => loadFilters(""),
  };
}

/** Gets what a key names, once. */
function once<Value>(get: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const value = known.get(key) ?? get(key);
    known.set(key, value);
    // What failed is asked for again next time.
    value.catch(() => known.delete(key));
    return value;
  };
}

/** Index files are packed with gzip, unless a server already unpacked them on the way. */
async function unpack(buffer: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(buffer);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isPacked
    ? new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer())
    : bytes;
  if (decoder.decode(plain.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error("no part of an index");
  return plain.slice(SIGNATURE.length);
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
async function start(program: ArrayBuffer): Promise<Core> {
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

/** A stretch of the text from one word to another, and the hits in it. */
interface Part {
  where: string[] | undefined;
  from: number;
  to: number;
  hits: Hit[];
}

function describe(fragment: Fragment | undefined, locations: readonly Hit[], rules: WordRules): Found {
  if (!fragment) throw new Error("no such text in the index");
  const { url, content, meta, filters, anchors } = fragment;
  const words = content.split(/[^\S\ufeff]+/gu);
  const shown: Record<string, string> = {};
  const starts: { where: string[] | undefined; from: number }[] = [{ where: undefined, from: 0 }];
  for (const { id, location } of anchors) {
    const where = id.split("|").map(decodeURIComponent);
    const [name = "", value = ""] = where;
    if (name.startsWith("=")) shown[name.slice(1)] = value;
    else starts.push({ where, from: location });
  }
  starts.sort((a, b) => a.from - b.from);
  const parts = starts.map(({ where, from }, at): Part => {
    const to = starts[at + 1]?.from ?? words.length;
    return { where, from, to, hits: locations.filter(({ l }) => l >= from && l < to) };
  });
  const plainWord = (word: string, isHit = false) => ({ text: readable(word, rules), isHit });
  const plainText = (text: string) =>
    joinPairs(
      text.split(/\s+/u).map((word) => plainWord(word)),
      rules,
    )
      .map(({ text: one }) => one)
      .join("");
  const excerptOf = ({ from, to, hits }: Part): Piece[] => {
    const start = Math.max(from, Math.min(bestStart(hits) - 3, to - EXCERPT));
    const end = Math.min(to, start + EXCERPT);
    const marked = new Set(hits.map(({ l }) => l));
    const pieces = words.slice(start, end).map((word, index) => plainWord(word, marked.has(start + index)));
    return [
      ...(start > from ? [{ text: "… ", isHit: false }] : []),
      ...joinPairs(pieces, rules),
      ...(end < to ? [{ text: " …", isHit: false }] : []),
    ];
  };
  const score = ({ hits }: Part) => hits.reduce((sum, { s }) => sum + s, 0);
  const [whole] = parts;
  const hitParts = parts.filter(({ where, hits }) => where && hits.length > 0);
  return {
    ...{ url, shown, filters },
    has: knows(
      locations.map(({ l }) => words[l] ?? ""),
      Object.values(meta),
    ),
    meta: Object.fromEntries(Object.entries(meta).map(([name, text]) => [name, plainText(text)])),
    excerpt: shown["bare"] || !whole ? [] : excerptOf(whole),
    count: hitParts.length,
    places: hitParts
      .sort((a, b) => score(b) - score(a) || a.from - b.from)
      .slice(0, 3)
      .map((part) => ({ where: part.where ?? [], excerpt: excerptOf(part) })),
  };
}

/** Tells of a word whether it, or another form of it, is among those that were found or in the facts. Pagefind takes far words for near. */
function knows(found: readonly string[], facts: readonly string[]): (word: string) => boolean {
  const all = [...found, ...facts.join(" ").split(/[\s/–-]+/u), ...facts.join(" ").split(/\s+/u)].map(foldWord);
  return (word) =>
    all.some((one) => {
      const most = Math.min(one.length, word.length);
      let same = 0;
      while (same < most && one[same] === word[same]) same++;
      return same > 0 && same >= Math.max(Math.min(3, word.length), 0.7 * most);
    });
}

/** Where the words begin that have the most of what was looked for. */
function bestStart(hits: readonly Hit[]): number {
  const weight = ({ l }: Hit) => hits.reduce((sum, hit) => (hit.l >= l && hit.l < l + EXCERPT - 3 ? sum + hit.s : sum), 0);
  const [first, ...others] = hits;
  return others.reduce((best, hit) => (best && weight(hit) > weight(best) ? hit : best), first)?.l ?? 0;
}
