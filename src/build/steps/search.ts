/** The step that makes the search index, in a process of its own while pages are printed. */
import { createHash } from "node:crypto";
import { archiveDigest } from "../../components/digests.ts";
import { INDEX_FOLDER } from "../../model/urls.ts";
import type { SearchDocument } from "../../search/document.ts";
import { countDocuments, searchDocuments } from "../../search/documents.ts";
import { searchNames } from "../../search/names.ts";
import { makeIndex, type WordLists } from "../../search/pagefind.ts";
import { Deferred } from "../../text/deferred.ts";
import type { Site } from "../site.ts";
import type { MadeFile, Step } from "../step.ts";

/** The name of its one group of files. */
export const SEARCH_GROUP = "search";

interface SearchOptions {
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
export function searchStep({ archive, program }: Site, { postponed = false, onProgress = () => {}, stop }: SearchOptions = {}): Step {
  return {
    name: SEARCH_GROUP,
    *groups() {
      const words = new IndexedWords(archive);
      yield {
        name: SEARCH_GROUP,
        postponed,
        key: () => `${program} ${archiveDigest(archive)}`,
        exactKey: () => `${program} ${words.digest}`,
        files() {
          const size = countDocuments(archive);
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

/** The words of the index, and what helps readers beside. */
class IndexedWords {
  readonly #lists: Deferred<WordLists>;
  readonly #archive: Site["archive"];
  #digest: string | undefined;
  /** The documents that the digest was made of, last one first, until they are handed over. */
  #kept: SearchDocument[] = [];

  constructor(archive: Site["archive"]) {
    this.#archive = archive;
    this.#lists = new Deferred(() => ({ names: searchNames(archive), synonyms: archive.vocabularies.topics?.record.synonyms }));
  }

  get lists(): WordLists {
    return this.#lists.value;
  }

  /** What goes into the index, once. Whoever takes all of it has the digest without more work, and whoever had the digest has it at hand. */
  *documents(): Generator<SearchDocument> {
    if (this.#kept.length > 0) {
      for (let next = this.#kept.pop(); next; next = this.#kept.pop()) yield next;
      return;
    }
    const hash = createHash("sha256").update(this.#archive.site.record.language).update(JSON.stringify(this.lists));
    for (const document of searchDocuments(this.#archive)) {
      hash.update(JSON.stringify(document));
      yield document;
    }
    this.#digest = hash.digest("base64url").slice(0, 22);
  }

  /** A digest of all words. */
  get digest(): string {
    if (this.#digest === undefined) this.#kept = [...this.documents()].reverse();
    return this.#digest ?? "";
  }
}
