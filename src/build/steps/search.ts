/** The step that makes the search index, in a process of its own while pages are printed. */
import { createHash } from "node:crypto";
import { archiveDigest } from "../../components/digests.ts";
import { INDEX_FOLDER } from "../../model/urls.ts";
import { searchDocuments } from "../../search/documents.ts";
import { searchNames } from "../../search/names.ts";
import { makeIndex, type WordLists } from "../../search/pagefind.ts";
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
      let words: ReturnType<typeof wordsOf> | undefined;
      const known = () => {
        words ??= wordsOf(archive);
        return words;
      };
      yield {
        name: SEARCH_GROUP,
        postponed,
        key: () => `${program} ${archiveDigest(archive)}`,
        exactKey: () => `${program} ${known().digest}`,
        files() {
          const { size, lists } = known();
          if (size === 0) return [];
          const { language } = archive.site.record;
          const making = makeIndex(searchDocuments(archive), language, (done) => onProgress(done, size), stop, lists);
          return making.then((files): MadeFile[] =>
            files.map(({ path, content }) => ({ path: `${INDEX_FOLDER.slice(1)}${path}`, content })),
          );
        },
      };
    },
  };
}

/** A digest of all words of the index, how many things have them, and what helps readers beside. */
function wordsOf(archive: Site["archive"]): { digest: string; size: number; lists: WordLists } {
  const lists = { names: searchNames(archive), synonyms: archive.vocabularies.topics?.record.synonyms };
  const hash = createHash("sha256").update(archive.site.record.language).update(JSON.stringify(lists));
  let size = 0;
  for (const document of searchDocuments(archive)) {
    hash.update(JSON.stringify(document));
    size++;
  }
  return { digest: hash.digest("base64url").slice(0, 22), size, lists };
}
