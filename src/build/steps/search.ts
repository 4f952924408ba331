/** The step that makes the search index, in a process of its own while pages are printed. */
import { archiveDigest } from "../../components/digests.ts";
import { INDEX_FOLDER } from "../../model/urls.ts";
import type { SearchDocument } from "../../search/document.ts";
import { type Searchable, searchable } from "../../search/documents.ts";
import { searchNames } from "../../search/names.ts";
import { makeIndex, type WordLists } from "../../search/pagefind.ts";
import { Deferred } from "../../text/deferred.ts";
import { digestOf } from "../../text/digest.ts";
import type { Cache } from "../cache.ts";
import type { Site } from "../site.ts";
import type { MadeFile, Step } from "../step.ts";

/** The name of its one group of files. */
export const SEARCH_GROUP = "search";

interface SearchOptions {
  /** Where it is kept what words each document had. */
  cache?: Cache | undefined;
  /** Keeps an older index for the time being; somebody runs the step again then. */
  postponed?: boolean | undefined;
  /** Told how many things of how many are in the index. */
  onProgress?: ((done: number, all: number) => void) | undefined;
  /** Stops the work, which fails then. */
  stop?: AbortSignal;
}

/**
 * The index of all words. It is first of all steps, so that the first of several shards makes it, and so that it is made while all others run.
 * It fails with `SearchError`; a site without its index is not whole.
 */
export function searchStep(
  { archive, program }: Site,
  { cache, postponed = false, onProgress = () => {}, stop }: SearchOptions = {},
): Step {
  return {
    name: SEARCH_GROUP,
    *groups() {
      const words = new IndexedWords(archive, cache);
      yield {
        name: SEARCH_GROUP,
        postponed,
        key: () => `${program} ${archiveDigest(archive)}`,
        exactKey: () => `${program} ${words.digest}`,
        files() {
          const { size } = words;
          if (size === 0) return [];
          const { language } = archive.site.record;
          const making = makeIndex(words.documents(), language, (done) => onProgress(done, size), stop, words.lists);
          return making.then((files): MadeFile[] =>
            files.map(({ path, content }) => ({ path: `${INDEX_FOLDER.slice(1)}${path}`, content })),
          );
        },
      };
    },
  };
}

/** The name under which the cache keeps the digests of documents, by what each was made of. */
const KNOWN = "words";

/** The words of the index, and what helps readers beside. */
class IndexedWords {
  readonly #archive: Site["archive"];
  readonly #cache: Cache | undefined;
  readonly #lists: Deferred<WordLists>;
  #digest: string | undefined;

  constructor(archive: Site["archive"], cache: Cache | undefined) {
    this.#archive = archive;
    this.#cache = cache;
    this.#lists = new Deferred(() => ({ names: searchNames(archive), synonyms: archive.vocabularies.topics?.record.synonyms }));
  }

  get lists(): WordLists {
    return this.#lists.value;
  }

  /** How many documents there are. */
  get size(): number {
    return [...searchable(this.#archive)].length;
  }

  /** What goes into the index. Whoever takes all of it has the digest without more work. */
  *documents(): Generator<SearchDocument> {
    const digests = this.#digest === undefined ? new Digests() : undefined;
    for (const one of searchable(this.#archive)) {
      const document = one.make();
      digests?.add(one, digestOf(document));
      yield document;
    }
    if (digests) this.#finish(digests);
  }

  /** A digest of all words. Of what is made of the same as before, no document is made to know it. */
  get digest(): string {
    if (this.#digest === undefined) {
      const digests = new Digests(this.#cache?.read(KNOWN));
      for (const one of searchable(this.#archive)) digests.add(one);
      this.#finish(digests);
    }
    return this.#digest ?? "";
  }

  #finish(digests: Digests): void {
    this.#digest = digestOf([this.#archive.site.record.language, this.lists, digests.all]);
    if (digests.areNew) this.#cache?.write(KNOWN, digests.known);
  }
}

/** The digests of documents, in their order. */
class Digests {
  readonly all: string[] = [];
  /** What is to be kept of them for the next build. */
  readonly known: Record<string, string> = {};
  readonly #before: Record<string, string>;
  /** Whether one of them is not known from the build before. */
  areNew = false;

  constructor(before: unknown = {}) {
    this.#before = before as Record<string, string>;
  }

  /** Adds the digest of a document, which is made for it unless the build before knew it. */
  add({ key, make }: Searchable, made?: string): void {
    const name = key?.();
    const known = made ?? (name === undefined ? undefined : this.#before[name]);
    const digest = known ?? digestOf(make());
    this.all.push(digest);
    if (name === undefined) return;
    this.known[name] = digest;
    if (digest !== this.#before[name]) this.areNew = true;
  }
}
