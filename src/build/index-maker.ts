/**
 * The process that makes the search index beside a preview: it reads the same records, keeps in memory what it knows of them, and begins with
 * each edit before anybody asks, since what it takes is most of what readers of the preview wait for.
 */
import { archiveDigest } from "../components/digests.ts";
import { loadArchive } from "../content/load.ts";
import { type KnownRecords, type Listing, RecordCache } from "../content/record-cache.ts";
import { NOTHING_MADE } from "../model/made-media.ts";
import { Cache } from "./cache.ts";
import { limitHeap } from "./heap.ts";
import type { MadeFile } from "./step.ts";
import { type IndexCache, IndexedWords, indexFiles, type IndexMemory } from "./steps/search.ts";
import type { IndexAnswer, IndexingOrder, IndexOrder, RecordsToLoad } from "./worker-messages.ts";

/** An index that can be made, once somebody asks or when it is known that its words are new. */
interface Making {
  round: number;
  words: string;
  files: () => Promise<MadeFile[]>;
}

export class IndexMaker {
  readonly #records: RecordsToLoad;
  readonly #answer: (said: IndexAnswer) => void;
  readonly #cache: Cache;
  readonly #memory: IndexMemory = { segments: new Map() };
  /** What is to be kept in the cache, which another build may be using until somebody asks for the files. */
  #toSave: (() => void)[] = [];
  #known: KnownRecords;
  #listing: Listing | undefined;
  #making: Promise<Making>;
  /** Ends when no index is being made. */
  #running: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();
  /** The order that is to be begun next, with all that changed since the last one was. */
  #next: IndexOrder | undefined;
  /** The round that was told last. */
  #last = 0;
  /** The digest of the words of the index that is there. */
  #words = "";

  constructor(records: RecordsToLoad, answer: (said: IndexAnswer) => void) {
    this.#records = records;
    this.#answer = answer;
    this.#cache = new Cache(records.settings.cacheDir, records.program);
    this.#known = (this.#cache.read("records") ?? {}) as KnownRecords;
    // What is there is made once more, so that all that is needed for the next is in memory.
    this.#making = this.#begin({ round: 0, changed: undefined, media: NOTHING_MADE });
    this.#making.then(
      ({ words }) => {
        this.#words = words;
      },
      () => {},
    );
  }

  follow(order: Exclude<IndexingOrder, { indexer: unknown }>): void {
    if ("files" in order) {
      void this.#send(order.files);
      return;
    }
    this.#last = order.index.round;
    this.#stop.abort();
    const isToBegin = this.#next !== undefined;
    this.#next = followed(this.#next, order.index);
    if (isToBegin) return;
    const last = this.#making;
    this.#making = this.#beginNext(last);
    this.#making.catch(() => {});
  }

  async #beginNext(last: Promise<unknown>): Promise<Making> {
    await last.catch(() => {});
    await this.#running;
    // Orders that come while this process is at work are read when it has time again.
    await new Promise((done) => setImmediate(done));
    const order = this.#next as IndexOrder;
    this.#next = undefined;
    return this.#begin(order);
  }

  async #begin({ round, changed, media }: IndexOrder): Promise<Making> {
    this.#stop = new AbortController();
    this.#toSave = [];
    const watched = this.#listing && changed && { listing: this.#listing, changed };
    const cache = new RecordCache(this.#known, watched);
    const { archive } = loadArchive({ ...this.#records.settings, cache });
    this.#known = cache.known();
    this.#listing = cache.listing;
    limitHeap(archive, true);
    archive.made = media;
    const options = { cache: this.#lateCache, memory: this.#memory, stop: this.#stop.signal };
    const words = new IndexedWords(archive, options);
    const { digest } = words;
    this.#answer({ round, archive: archiveDigest(archive), words: digest });
    let made: Promise<MadeFile[]> | undefined;
    const files = () => {
      made ??= indexFiles(words, options);
      this.#running = made.catch(() => {});
      return made;
    };
    if (round === this.#last && digest !== this.#words) void files();
    return { round, words: digest, files };
  }

  async #send(round: number): Promise<void> {
    try {
      const making = await this.#making;
      if (making.round !== round) return;
      this.#answer({ round, files: await making.files() });
      this.#words = making.words;
      for (const save of this.#toSave.splice(0)) save();
      this.#answer({ round, saved: true });
    } catch {
      this.#answer({ round, failed: true });
    }
  }

  get #lateCache(): IndexCache {
    const cache = this.#cache;
    return {
      read: (name) => cache.read(name),
      write: (name, data) => this.#toSave.push(() => cache.write(name, data)),
      keepOnly: (beginning, ends) => this.#toSave.push(() => cache.keepOnly(beginning, ends)),
    };
  }
}

/** An order that does for two, one after the other. */
function followed(first: IndexOrder | undefined, then: IndexOrder): IndexOrder {
  if (!first) return then;
  return { ...then, changed: first.changed && then.changed && new Set([...first.changed, ...then.changed]) };
}
