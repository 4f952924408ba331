/** The making of the index files (pagefind), in a process of its own. */
import { createHash } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ChildProcess } from "node:child_process";
import { close, createIndex } from "pagefind";
import { WORD_MARKS } from "../text/search-words.ts";
import type { SearchDocument } from "./document.ts";
import { namesInParts } from "./names.ts";
import { repack, unpacked } from "./repack.ts";
import { documentHtml } from "./document-html.ts";
import { findableSynonyms } from "./synonyms.ts";
import { searchRules } from "../words/words.ts";

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

/** Documents that are sent to the indexer together, at most, and the characters at which no more are added. The next are on their way before it answers. */
const AT_ONCE = 200;
const CHARACTERS_AT_ONCE = 1_000_000;

/** The files of an index of some documents. `language` is that of the site, by whose rules all words are cut to their stems. */
export async function makeIndex(
  documents: Iterable<SearchDocument>,
  language: string,
  onProgress: (done: number) => void = () => {},
  stop?: AbortSignal,
  lists: WordLists = {},
): Promise<IndexFile[]> {
  keepQuiet();
  const life = watchIndexer(stop);
  try {
    const { index, errors } = await life.answer(() =>
      createIndex({ forceLanguage: languageOfIndex(language), keepIndexUrl: true, includeCharacters: WORD_MARKS }),
    );
    if (!index) throw new Error(errors.join(" "));
    let done = 0;
    const add = async (some: readonly AddedFile[]) => {
      const answers = await Promise.all(some.map((one) => index.addHTMLFile(one)));
      const trouble = answers.flatMap((answer) => answer.errors);
      if (trouble.length > 0) throw new Error(trouble.join(" "));
      done += some.length;
      onProgress(done);
    };
    let before = Promise.resolve();
    for (const some of inBatches(documents, language)) {
      const adding = add(some);
      // It is awaited when the next are on their way.
      adding.catch(() => {});
      await life.answer(() => before);
      before = adding;
    }
    await life.answer(() => before);
    const { files, errors: last } = await life.answer(() => index.getFiles());
    if (last.length > 0) throw new Error(last.join(" "));
    return publish(files, lists, language);
  } catch (error) {
    life.kill();
    throw new SearchError(error instanceof Error ? error.message : String(error));
  } finally {
    life.end();
    await close();
  }
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

function* inBatches(documents: Iterable<SearchDocument>, language: string): Generator<AddedFile[]> {
  let batch: AddedFile[] = [];
  let size = 0;
  for (const one of documents) {
    const content = documentHtml(one, language);
    batch.push({ url: one.path, content });
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
export function publish(files: readonly IndexFile[], { synonyms = [], names = [] }: WordLists, language: string): IndexFile[] {
  const program = files.find(({ path }) => /^wasm\.(?!unknown)/.test(path)) ?? files.find(({ path }) => path.startsWith("wasm."));
  if (!program) throw new Error("Pagefind made no index");
  const content = unpacked(program.content);
  const wasm = `pagefind-${createHash("sha256").update(content).digest("hex").slice(0, 10)}.wasm`;
  const { meta, days, words, files: parts } = repack(files);
  const groups = findableSynonyms(synonyms, words, searchRules(language));
  const listed = namesInParts(names);
  const entry = {
    path: "entry.json",
    content: Buffer.from(`${JSON.stringify({ meta, days, wasm, synonyms: groups, names: listed.parts })}\n`),
  };
  return [...parts, ...listed.files, { path: wasm, content }, entry].sort((a, b) => (a.path < b.path ? -1 : 1));
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
