/** The step that makes the search index, in a process of its own while pages are printed. */
import { archiveDigest } from "../../components/digests.ts";
import { INDEX_FOLDER } from "../../model/urls.ts";
import { indexable, type Searchable, searchable } from "../../search/documents.ts";
import { searchNames } from "../../search/names.ts";
import { type Indexable, makeIndex, type SegmentStore, type WordLists } from "../../search/pagefind.ts";
import { packedSegment, type Segment, unpackedSegment } from "../../search/segments.ts";
import { Deferred } from "../../text/deferred.ts";
import { digestOf } from "../../text/digest.ts";
import type { Cache } from "../cache.ts";
import type { Site } from "../site.ts";
import type { MadeFile, Step } from "../step.ts";

/** The name of its one group of files. */
const SEARCH_GROUP = "search";

/** What builds of one process keep for the next, which reads it sooner than what the cache keeps. */
export interface IndexMemory {
  readonly segments: Map<string, Segment>;
  /** The digests of documents, by what each was made of. */
  known?: Digests["known"];
}

/** Where it is kept what the index was made of. */
export type IndexCache = Pick<Cache, "read" | "write" | "keepOnly">;

export interface IndexOptions {
  cache?: IndexCache | undefined;
  /** What earlier builds of this process left. */
  memory?: IndexMemory | undefined;
  /** Told how many things of how many are in the index. */
  onProgress?: ((done: number, all: number) => void) | undefined;
  /** Stops the work, which fails then. */
  stop?: AbortSignal | undefined;
}

/** Another process that makes the index meanwhile, if it has read the same archive, of which the digest tells. */
export interface IndexElsewhere {
  /** The digest of all words: empty while it is not known, and nothing where the other process has another archive, or has failed. */
  words(archive: string): string | undefined;
  /** The files, when they are made; nothing where it has another archive, or has failed. */
  files(archive: string): Promise<MadeFile[] | undefined>;
}

export interface SearchOptions extends IndexOptions {
  elsewhere?: IndexElsewhere | undefined;
  /** Keeps an older index. */
  postponed?: boolean | undefined;
}

/**
 * The index of all words. It is first of all steps, so that the first of several shards makes it, and so that it is made while all others run.
 * It fails with `SearchError`; a site without its index is not whole.
 */
export function searchStep({ archive, program }: Site, { elsewhere, postponed = false, ...options }: SearchOptions = {}): Step {
  return {
    name: SEARCH_GROUP,
    *groups() {
      const words = new IndexedWords(archive, options);
      // Of an empty index nobody else is asked, and what is not known yet must not be noted.
      let isEmpty = false;
      const wordsElsewhere = () => (isEmpty ? undefined : elsewhere?.words(archiveDigest(archive)));
      yield {
        name: SEARCH_GROUP,
        postponed,
        key: () => `${program} ${archiveDigest(archive)}`,
        exactKey: () => `${program} ${wordsElsewhere() ?? words.digest}`,
        files() {
          isEmpty = words.size === 0;
          if (isEmpty) return [];
          const make = () => indexFiles(words, options);
          return elsewhere ? elsewhere.files(archiveDigest(archive)).then((made) => made ?? make()) : make();
        },
      };
    },
  };
}

/** The files of the index of some words. */
export async function indexFiles(words: IndexedWords, { cache, memory, onProgress = () => {}, stop }: IndexOptions): Promise<MadeFile[]> {
  const { size } = words;
  const files = await makeIndex(words.documents(), words.language, {
    lists: words.lists,
    onProgress: (done) => onProgress(done, size),
    stop,
    store: cache && segmentStore(cache, memory?.segments),
  });
  return files.map(({ path, content }) => ({ path: `${INDEX_FOLDER.slice(1)}${path}`, content }));
}

/** How the names of segments begin in the cache. */
const SEGMENT = "segment-";

/** Segments as the cache keeps them, and in memory where that is asked for. */
function segmentStore(cache: IndexCache, memory?: Map<string, Segment>): SegmentStore {
  return {
    read: (name) => {
      const segment = memory?.get(name) ?? unpackedSegment(cache.read(`${SEGMENT}${name}`));
      if (segment) memory?.set(name, segment);
      return segment;
    },
    write: (name, segment) => {
      memory?.set(name, segment);
      cache.write(`${SEGMENT}${name}`, packedSegment(segment));
    },
    keepOnly: (names) => {
      cache.keepOnly(SEGMENT, names);
      const kept = new Set(names);
      for (const name of memory?.keys() ?? []) if (!kept.has(name)) memory?.delete(name);
    },
  };
}

/** The name under which the cache keeps the digests of documents, by what each was made of. */
const KNOWN = "words";

/** Has the cache forget what it knows of the index. */
export function forgetIndex(cache: Cache): void {
  cache.forget(KNOWN);
  cache.keepOnly(SEGMENT, []);
}

/** The words of the index, and what helps readers beside. */
export class IndexedWords {
  readonly #archive: Site["archive"];
  readonly #cache: IndexCache | undefined;
  readonly #memory: IndexMemory | undefined;
  readonly #lists: Deferred<WordLists>;
  #digests: Digests | undefined;

  constructor(archive: Site["archive"], { cache, memory }: Pick<IndexOptions, "cache" | "memory"> = {}) {
    this.#archive = archive;
    this.#cache = cache;
    this.#memory = memory;
    this.#lists = new Deferred(() => ({ names: searchNames(archive), synonyms: archive.vocabularies.topics?.record.synonyms }));
  }

  /** The language of the site. */
  get language(): string {
    return this.#archive.site.record.language;
  }

  get lists(): WordLists {
    return this.#lists.value;
  }

  /** How many documents there are. */
  get size(): number {
    return [...searchable(this.#archive)].length;
  }

  /** What goes into the index. Whoever takes all of it has the digest without more work. */
  *documents(): Generator<Indexable> {
    const known = this.#digests?.all;
    const digests = new Digests();
    let at = 0;
    for (const one of searchable(this.#archive)) {
      const facts = known?.[at++];
      if (facts) yield { ...facts, make: one.make };
      else yield digests.add(one, indexable(one.make()));
    }
    if (!known) this.#finish(digests);
  }

  /** A digest of all words. Of what is made of the same as before, no document is made to know it. */
  get digest(): string {
    if (!this.#digests) {
      const digests = new Digests(this.#memory?.known ?? this.#cache?.read(KNOWN));
      for (const one of searchable(this.#archive)) digests.add(one, digests.before(one) ?? indexable(one.make()));
      this.#finish(digests);
    }
    return digestOf([this.language, this.lists, this.#digests?.all.map(({ digest }) => digest)]);
  }

  #finish(digests: Digests): void {
    this.#digests = digests;
    if (digests.areNew) this.#cache?.write(KNOWN, digests.known);
    if (this.#memory) this.#memory.known = digests.known;
  }
}

type Facts = Omit<Indexable, "make">;

/** The digests and sizes of documents, in their order. */
class Digests {
  readonly all: Facts[] = [];
  /** What is to be kept of them for the next build. */
  readonly known: Record<string, Facts> = {};
  readonly #before: Record<string, Facts>;
  /** Whether one of them is not known from the build before. */
  areNew = false;

  constructor(before: unknown = {}) {
    this.#before = before as Record<string, Facts>;
  }

  /** What the build before noted of a document, unless it was made of something else. */
  before({ key }: Searchable): Facts | undefined {
    return key && this.#before[key()];
  }

  /** Adds a document. */
  add<Some extends Facts>({ key }: Searchable, one: Some): Some {
    const { digest, size } = one;
    this.all.push({ digest, size });
    const name = key?.();
    if (name === undefined) return one;
    this.known[name] = { digest, size };
    if (digest !== this.#before[name]?.digest) this.areNew = true;
    return one;
  }
}
