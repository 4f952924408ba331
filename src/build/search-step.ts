/** The search index as a step of a build: made while pages are printed, left alone when no indexed text changed. */
import { createHash } from "node:crypto";
import { archiveDigest } from "../components/digests.ts";
import { digest } from "../text/digest.ts";
import { INDEX_FOLDER } from "../model/urls.ts";
import { searchDocuments } from "../search/documents.ts";
import { searchNames } from "../search/names.ts";
import { type IndexFile, makeIndex } from "../search/pagefind.ts";
import type { Output } from "./output.ts";
import type { Site } from "./site.ts";

/** The name of its files among what a build notes. */
export const SEARCH_GROUP = "search";

export interface SearchStep {
  /** Writes what was made; fails with `SearchError`, and then nothing of the output may be taken for whole. */
  finish(onProgress: (done: number, all: number) => void): Promise<void>;
}

const NOTHING_TO_DO: SearchStep = { finish: async () => {} };

/**
 * Begins with the index in a process of its own. One shard of several makes it, the first. `later` keeps an older index for the time
 * being; somebody begins again then.
 */
export function beginSearch(site: Site, output: Output, later = false, stop?: AbortSignal): SearchStep {
  const { archive, settings, program } = site;
  if ((settings.shard?.index ?? 1) !== 1) return NOTHING_TO_DO;
  const before = output.madeOf(SEARCH_GROUP) ?? "";
  if (later) {
    output.keepGroup(SEARCH_GROUP, before);
    return NOTHING_TO_DO;
  }
  const ofArchive = `${program} ${archiveDigest(archive)}`;
  if (before.startsWith(`${ofArchive} `) && output.keepGroup(SEARCH_GROUP, before)) return NOTHING_TO_DO;
  const names = Buffer.from(`${JSON.stringify(searchNames(archive))}\n`);
  const { ofWords, size } = lookAt(site, names);
  if (size === 0) return NOTHING_TO_DO;
  const kept = before.startsWith(`${program} `) && before.endsWith(` ${ofWords}`) ? output.keepGroup(SEARCH_GROUP, before) : undefined;
  const made = `${ofArchive} ${ofWords}`;
  if (kept) {
    output.noteGroup(SEARCH_GROUP, made, kept.paths);
    return NOTHING_TO_DO;
  }
  let done = 0;
  let tell = () => {};
  const told = (now: number) => {
    done = now;
    tell();
  };
  const making = makeIndex(searchDocuments(archive), archive.site.record.language, told, stop);
  // Whoever awaits it hears of a failure; a build that fails before does not need to.
  making.catch(() => {});
  return {
    async finish(onProgress) {
      tell = () => onProgress(done, size);
      const files: IndexFile[] = [...(await making), { path: "names.json", content: names }];
      const written = files.map(({ path, content }) => ({ path: `${INDEX_FOLDER.slice(1)}${path}`, content }));
      for (const { path, content } of written) output.write(path, digest(content), content);
      output.noteGroup(
        SEARCH_GROUP,
        made,
        written.map(({ path }) => path),
      );
    },
  };
}

/** What stands for all words of the index, and how many things have them. */
function lookAt({ archive }: Site, names: Uint8Array): { ofWords: string; size: number } {
  const hash = createHash("sha256").update(archive.site.record.language).update(names);
  let size = 0;
  for (const document of searchDocuments(archive)) {
    hash.update(JSON.stringify(document));
    size++;
  }
  return { ofWords: hash.digest("base64url").slice(0, 22), size };
}
