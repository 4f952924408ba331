/** Asks the search index (`src/search/`, made with Pagefind 1.6): loads its WebAssembly, and of the index what a question needs. */
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
const STAND_IN = /\p{Co}/gu;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;
/** `virtualisation` is looked for as `virtualization`; the index has both for words that are written so. */
const BRITISH = /(?<=\p{L}{2}(?:al|ar|er|or|im|on|an|tom))is(?=(?:ations?|e|ed|es|er|ing)$)/u;
const PAIR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]{1,2}$/u;

/** Opens the index in a folder. `rules` are those of `src/model/search-words.ts`. */
export async function openIndex(folder, rules) {
  const load = async (path, options) => {
    const response = await fetch(folder + path, options);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const part = async (path) => unpack(await (await load(path)).arrayBuffer());
  const once = (get) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, get(key));
      // What failed is asked for again next time.
      known.get(key).catch(() => known.delete(key));
      return known.get(key);
    };
  };
  const entry = await (await load("entry.json", { cache: "no-cache" })).json();
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
  const loadText = once(async (hash) => JSON.parse(decoder.decode(await part(`fragment/${hash}.pf_fragment`))));
  const names = (json) => JSON.parse(json).filter(Boolean);

  /** What has all words, or with no words everything; nothing is loaded twice. */
  async function search(words, filters = {}, sort = "") {
    const wanted = JSON.stringify(filters);
    await Promise.all([
      ...names(core.ask("request_indexes", index, words)).map(loadWords),
      ...names(core.ask("request_filter_indexes", index, wanted)).map(loadFilter),
    ]);
    const { results, filtered_counts } = JSON.parse(core.ask("search", index, words, words, wanted, sort, 0, 0));
    // The score is also what carries an order that was asked for.
    return { results: results.sort((a, b) => b.s - a.s), counts: filtered_counts };
  }

  /** Loads everything that filters need, so that answers count what each would leave. */
  const loadFilters = once(() => Promise.all(names(core.ask("request_all_filter_indexes", index)).map(loadFilter)));

  /** What a result shows: itself, and the places in it that the words are at. */
  async function open({ p, g, l }) {
    const text = await loadText(g || p);
    return describe(g ? text[p] : text, l, rules);
  }

  return { search, open, loadFilters: () => loadFilters("") };
}

/** Index files are packed with gzip, unless a server already unpacked them on the way. */
async function unpack(buffer) {
  const bytes = new Uint8Array(buffer);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = isPacked && new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const plain = isPacked ? new Uint8Array(await new Response(stream).arrayBuffer()) : bytes;
  if (decoder.decode(plain.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error("no part of an index");
  return plain.slice(SIGNATURE.length);
}

/** Starts the WebAssembly, which takes and gives text and bytes as places in its memory. */
async function start(program) {
  let wasm;
  const table = () => {
    const { __wbindgen_externrefs: refs } = wasm;
    const first = refs.grow(4);
    refs.set(0, undefined);
    for (const [place, value] of [undefined, null, true, false].entries()) refs.set(first + place, value);
  };
  const { instance } = await WebAssembly.instantiate(program, { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: table } });
  wasm = instance.exports;
  wasm.__wbindgen_start();
  const hand = (value) => {
    if (typeof value === "number") return [value];
    const bytes = typeof value === "string" ? encoder.encode(value) : value;
    const place = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, place);
    return [place, bytes.length];
  };
  const call = (name, ...values) => wasm[name](...values.flatMap(hand));
  const ask = (name, ...values) => {
    const [place, length] = call(name, ...values);
    const text = decoder.decode(new Uint8Array(wasm.memory.buffer, place >>> 0, length));
    wasm.__wbindgen_free(place, length, 1);
    return text;
  };
  return { call, ask };
}

/** The words of a reader as the index has them: without what stands everywhere, accents and marks, and `µ` as `u`. */
export function wordsOf(query, { pairs, stopWords }) {
  const text = query.replace(/[µμ]/gu, "u").toLowerCase();
  const cut = pairs ? text.replace(RUN, (run) => ` ${pairsOf([...run]).join(" ")} `) : text;
  const plain = cut
    .replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, "")
    .normalize("NFD")
    .replace(/(?![\u3099\u309a])\p{M}/gu, "");
  const words = plain.normalize("NFC").split(/\s+/u).filter(Boolean);
  const american = words.map((word) => word.replace(BRITISH, "iz"));
  const telling = american.filter((word) => !stopWords.includes(word));
  return telling.length > 0 ? telling : american;
}

/** All pairs of a run; of one letter, that letter. */
function pairsOf(letters) {
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => letters[index] + letter);
}

function describe({ url, content, meta, filters, anchors }, locations, { pairs, stopWords }) {
  const words = content.split(/[^\S\ufeff]+/gu);
  const shown = {};
  const places = [{ where: undefined, from: 0 }];
  for (const { id, location } of anchors) {
    const where = id.split("|").map(decodeURIComponent);
    if (where[0].startsWith("=")) shown[where[0].slice(1)] = where[1];
    else places.push({ where, from: location });
  }
  places.sort((a, b) => a.from - b.from);
  const parts = places.map(({ where, from }, at) => {
    const to = places[at + 1]?.from ?? words.length;
    return { where, from, to, hits: locations.filter(({ l }) => l >= from && l < to) };
  });
  const readable = (text) =>
    joinPairs(text.split(/\s+/u).map(plainWord), pairs)
      .map(({ text: one }) => one)
      .join("");
  const plainWord = (word) => ({ text: word.replace(STAND_IN, (letter) => stopWords[letter.codePointAt(0) - 0xe000] ?? ""), isHit: false });
  const excerptOf = ({ from, to, hits }) => {
    const start = Math.max(from, Math.min(bestStart(hits) - 3, to - EXCERPT));
    const end = Math.min(to, start + EXCERPT);
    const marked = new Set(hits.map(({ l }) => l));
    const pieces = words.slice(start, end).map((word, index) => ({ ...plainWord(word), isHit: marked.has(start + index) }));
    return [
      ...(start > from ? [{ text: "… ", isHit: false }] : []),
      ...joinPairs(pieces, pairs),
      ...(end < to ? [{ text: " …", isHit: false }] : []),
    ];
  };
  const score = ({ hits }) => hits.reduce((sum, { s }) => sum + s, 0);
  const hitPlaces = parts.filter(({ where, hits }) => where && hits.length > 0);
  return {
    ...{ url, shown, filters },
    has: knows(
      locations.map(({ l }) => words[l]),
      Object.values(meta),
    ),
    meta: Object.fromEntries(Object.entries(meta).map(([name, text]) => [name, readable(text)])),
    excerpt: shown.bare ? [] : excerptOf(parts[0]),
    count: hitPlaces.length,
    places: hitPlaces
      .sort((a, b) => score(b) - score(a) || a.from - b.from)
      .slice(0, 3)
      .map((part) => ({ where: part.where, excerpt: excerptOf(part) })),
  };
}

/** Tells of a word whether it, or another form of it, is among those that were found or in the facts. Pagefind takes far words for near. */
function knows(found, facts) {
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/[\p{M}\p{P}]/gu, "")
      .toLowerCase();
  const all = [...found, ...facts.join(" ").split(/[\s/–-]+/u), ...facts.join(" ").split(/\s+/u)].map(plain);
  return (word) =>
    all.some((one) => {
      const most = Math.min(one.length, word.length);
      let same = 0;
      while (same < most && one[same] === word[same]) same++;
      return same > 0 && same >= Math.max(Math.min(3, word.length), 0.7 * most);
    });
}

/** Where the words begin that have the most of what was looked for. */
function bestStart(hits) {
  const weight = ({ l }) => hits.reduce((sum, hit) => (hit.l >= l && hit.l < l + EXCERPT - 3 ? sum + hit.s : sum), 0);
  let best = { l: 0 };
  for (const hit of hits) if (best.s === undefined || weight(hit) > weight(best)) best = hit;
  return best.l;
}

/** Puts words together again with blanks, and pairs of letters without: each begins with one letter of the run. */
function joinPairs(words, pairs) {
  const isPair = (word) => pairs && PAIR.test(word?.text.replace(/\.$/u, "") ?? "");
  const pieces = [];
  for (const [index, word] of words.entries()) {
    const pair = isPair(word);
    const blank = index > 0 && !(pair && isPair(words[index - 1])) ? " " : "";
    const before = words[index - 1];
    // The second letter of a pair that was found begins the next.
    const isHit = word.isHit || (pair && isPair(before) && before.isHit && [...before.text].length > 1);
    if (blank) pieces.push({ text: blank, isHit: false });
    pieces.push({ text: pair ? [...word.text][0] : word.text, isHit });
  }
  return pieces;
}
