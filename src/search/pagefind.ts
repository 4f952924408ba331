/** The making of the index files (pagefind), in a process of its own. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ChildProcess } from "node:child_process";
import { close, createIndex } from "pagefind";
import { WORD_MARKS } from "../text/search-words.ts";
import type { SearchDocument } from "./document.ts";
import { digestOf, nameDigest } from "../text/digest.ts";
import { namesInParts } from "./names.ts";
import { repack } from "./repack.ts";
import { mergeSegments, readSegment, type Segment } from "./segments.ts";
import { documentHtml } from "./document-html.ts";
import { findableSynonyms } from "./synonyms.ts";
import { searchRules } from "../words/words.ts";
import { thrownText } from "../text/thrown-text.ts";

/** Why there is no index; the message says so in a sentence. */
export class SearchError extends Error {
  constructor(why: string) {
    super(
      `The search index could not be made: ${why.slice(0, 300).replace(/\.?\s*$/, "")}. The pages are not complete without it; build again when this is mended.`,
    );
  }
}

export interface IndexFile {
  /** Below the folder of the index. */
  path: string;
  content: Uint8Array;
}

/** What helps readers beside the words of the documents. */
export interface WordLists {
  /** Groups of words that mean the same to a reader. */
  synonyms?: readonly (readonly string[])[] | undefined;
  /** What mistyped words may have meant. */
  names?: readonly string[];
}

/** A document that may not be made yet. */
export interface Indexable {
  /** A digest of it. */
  readonly digest: string;
  /** About how many characters it has. */
  readonly size: number;
  make(): SearchDocument;
}

/** Where segments are kept from one index to the next. */
export interface SegmentStore {
  read(name: string): Segment | undefined;
  write(name: string, segment: Segment): void;
  /** All others may be forgotten. */
  keepOnly(names: readonly string[]): void;
}

interface IndexOptions {
  /** What helps readers beside the words of the documents. */
  lists?: WordLists | undefined;
  /** Told how many documents are in the index. */
  onProgress?: ((done: number) => void) | undefined;
  /** Stops the work, which fails then. */
  stop?: AbortSignal | undefined;
  store?: SegmentStore | undefined;
  sizes?: typeof SIZES | undefined;
}

/** Characters of a segment: the least, how many more it has on average, the most, and what every document counts beside its own. */
const SIZES = { least: 600_000, more: 400_000, most: 2_400_000, each: 500 };

/** Documents that are sent to the indexer together, at most, and the characters at which no more are added. The next are on their way before it answers. */
const AT_ONCE = 200;
const CHARACTERS_AT_ONCE = 1_000_000;

/** The files of an index of some documents. `language` is that of the site, by whose rules all words are cut to their stems. */
export async function makeIndex(
  documents: Iterable<Indexable>,
  language: string,
  { lists = {}, onProgress = () => {}, stop, store, sizes = SIZES }: IndexOptions = {},
): Promise<IndexFile[]> {
  keepQuiet();
  const life = watchIndexer(stop);
  try {
    const segments: (Segment | Promise<Segment>)[] = [];
    const names: string[] = [];
    let done = 0;
    const advance = (more: number) => {
      done += more;
      onProgress(done);
    };
    const make = async (name: string, some: readonly Indexable[]) => {
      const segment = await makeSegment(some, language, life, advance);
      store?.write(name, segment);
      return segment;
    };
    for (const some of inSegments(documents, sizes)) {
      const name = digestOf([language, some.map(({ digest }) => digest)]);
      // Segments that are known are read one after another; others have a turn between them.
      await life.answer(() => new Promise((turn) => setImmediate(turn)));
      const segment = store?.read(name) ?? make(name, some);
      if (segment instanceof Promise) {
        // It is awaited when the documents of the next are on their way.
        segment.catch(() => {});
        await life.answer(() => Promise.resolve(segments.at(-2)));
      } else advance(some.length);
      names.push(name);
      segments.push(segment);
    }
    const whole = await life.answer(() => Promise.all(segments));
    store?.keepOnly(names);
    return publish(whole, lists, language);
  } catch (error) {
    life.kill();
    throw new SearchError(thrownText(error));
  } finally {
    life.end();
    await close();
  }
}

/**
 * Documents in groups of about so many characters. Where one ends, the digest of its last document says: what is added or changed later moves the
 * ends of few others.
 */
function* inSegments(documents: Iterable<Indexable>, { least, more, most, each }: typeof SIZES): Generator<Indexable[]> {
  let some: Indexable[] = [];
  let size = 0;
  for (const one of documents) {
    some.push(one);
    const weight = one.size + each;
    size += weight;
    if (size < least || (size < most && chance(one.digest) * more > weight)) continue;
    yield some;
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield some;
}

/** A number from 0 to 1 that only chance says, but for the same digest the same. */
const chance = (digest: string) => Buffer.from(digest.slice(0, 4), "base64url").readUIntBE(0, 3) / 2 ** 24;

type Life = ReturnType<typeof watchIndexer>;

async function makeSegment(
  documents: readonly Indexable[],
  language: string,
  life: Life,
  onProgress: (more: number) => void,
): Promise<Segment> {
  const { index, errors } = await life.answer(() =>
    createIndex({ forceLanguage: languageOfIndex(language), keepIndexUrl: true, includeCharacters: WORD_MARKS }),
  );
  if (!index) throw new Error(errors.join(" "));
  const add = async (some: readonly AddedFile[]) => {
    const answers = await Promise.all(some.map((one) => index.addHTMLFile(one)));
    const trouble = answers.flatMap((answer) => answer.errors);
    if (trouble.length > 0) throw new Error(trouble.join(" "));
    onProgress(some.length);
  };
  const dates = new Map<string, string>();
  let before = Promise.resolve();
  for (const some of inBatches(documents, language, dates)) {
    const adding = add(some);
    // It is awaited when the next are on their way.
    adding.catch(() => {});
    await life.answer(() => before);
    before = adding;
  }
  await life.answer(() => before);
  const { files, errors: last } = await life.answer(() => index.getFiles());
  if (last.length > 0) throw new Error(last.join(" "));
  await life.answer(() => index.deleteIndex());
  return readSegment(files, dates);
}

/** The language by whose stems Pagefind makes an index. Runs without blanks are pairs of letters by then, and what is left is mostly English. */
const languageOfIndex = (language: string) => {
  const [primary = "en"] = language.toLowerCase().split("-");
  return primary === "ja" || primary === "zh" ? "en" : primary;
};

interface AddedFile {
  url: string;
  content: string;
}

/** The pages of some documents, as many as are sent together. Notes their dates by their addresses. */
function* inBatches(documents: readonly Indexable[], language: string, dates: Map<string, string>): Generator<AddedFile[]> {
  let batch: AddedFile[] = [];
  let size = 0;
  for (const one of documents) {
    const document = one.make();
    const content = documentHtml(document, language);
    dates.set(document.path, document.date);
    batch.push({ url: document.path, content });
    size += content.length;
    if (batch.length < AT_ONCE && size < CHARACTERS_AT_ONCE) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Of what Pagefind makes, what `assets/js/parts/search-engine.ts` asks for: the index, and the WebAssembly for its language. It is our own
 * script that speaks to that, since Pagefind's is half as large again as all of ours and a first search has to be light.
 */
export function publish(segments: readonly Segment[], { synonyms = [], names = [] }: WordLists, language: string): IndexFile[] {
  const whole = mergeSegments(segments);
  const wasm = `pagefind-${nameDigest(whole.program)}.wasm`;
  const { meta, days, words, files: parts } = repack(whole);
  const groups = findableSynonyms(synonyms, words, searchRules(language));
  const listed = namesInParts(names);
  const entry = {
    path: "entry.json",
    content: Buffer.from(`${JSON.stringify({ meta, days, wasm, synonyms: groups, names: listed.parts })}\n`),
  };
  return [...parts, ...listed.files, { path: wasm, content: whole.program }, entry].sort((a, b) => (a.path < b.path ? -1 : 1));
}

let isQuiet = false;

/** When the indexer has ended, Pagefind prints an error with its stack for each document that was still to be sent; our own error says it once. */
function keepQuiet(): void {
  if (isQuiet) return;
  isQuiet = true;
  const { error } = console;
  console.error = (...said: unknown[]) => {
    if (said[0] !== "Service stopped") error(...said);
  };
}

/** Notices when the indexer ends, of which Pagefind itself would tell nobody. */
function watchIndexer(stop: AbortSignal | undefined) {
  let fail: (error: Error) => void = () => {};
  const died = new Promise<never>((_, reject) => {
    fail = reject;
  });
  died.catch(() => {});
  const onStop = () => fail(new Error("it was stopped"));
  stop?.addEventListener("abort", onStop);
  if (stop?.aborted) onStop();
  const started: ChildProcess[] = [];
  // Other parts of a build start programs too, whose end means nothing here. What a program is, is known after it was told of only.
  const isIndexer = ({ spawnargs }: ChildProcess) => spawnargs.includes("--service");
  const onStart = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    started.push(child);
    child.once("exit", (code, signal) => {
      if (isIndexer(child)) fail(new Error(`the indexer ended (${signal ?? `exit code ${code}`})`));
    });
  };
  subscribe("child_process", onStart);
  return {
    /** An answer of the indexer, however long it takes. */
    answer: <Value>(ask: () => Promise<Value>): Promise<Value> => Promise.race([ask(), died]),
    /** Ends the indexer in the middle of its work, before it can say in its own way that nobody listens any more. */
    kill: () => {
      for (const child of started.filter(isIndexer)) child.kill("SIGKILL");
    },
    end: () => {
      unsubscribe("child_process", onStart);
      stop?.removeEventListener("abort", onStop);
    },
  };
}
