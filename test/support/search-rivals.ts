/** Other ways to search the same documents, to compare ours with: Pagefind as it comes, and MiniSearch. */
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import { openIndex } from "../../assets/js/parts/search-engine.ts";
import type { SearchDocument } from "../../src/search/document.ts";
import { publish } from "../../src/search/pagefind.ts";
import { readSegment } from "../../src/search/segments.ts";
import { searchRules } from "../../src/words/words.ts";

/** Paths of documents, the best first. */
export type Ask = (question: string) => Promise<string[]>;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const textOf = ({ meta, stretches }: SearchDocument) => [...Object.values(meta), ...stretches.map(({ text }) => text)].join("\n");

/** Pagefind's own index of pages with a heading and a text, its own ranking, and its own way to clean what readers type. */
export async function pagefindAlone(documents: readonly SearchDocument[]): Promise<Ask> {
  const { index } = await createIndex({ forceLanguage: "en", keepIndexUrl: true });
  if (!index) throw new Error("no index");
  for (const document of documents) {
    const [title, text] = [document.meta.title, textOf(document)].map(escaped);
    await index.addHTMLFile({
      url: document.path,
      content: `<!doctype html><html lang="en"><title>${title}</title><body><h1>${title}</h1><p>${text}</p></body></html>`,
    });
  }
  const files = new Map(
    publish([readSegment((await index.getFiles()).files, new Map())], {}, "en").map(({ path, content }) => [path, content]),
  );
  await close();
  const load = async (path: string) => new Uint8Array(files.get(path) ?? []);
  const ready = await openIndex(load, searchRules("de"), {});
  return async (question) => {
    const words = question.toLowerCase().replace(/[.`~!@#$%^&*(){}[\]\\|:;'",<>/?-]/g, "");
    const results = [...(await ready.search(words, /^\s*".+"\s*$/.test(question))).values()].sort((a, b) => b.score - a.score);
    return Promise.all(results.slice(0, 10).map(async (result) => (await ready.open(result)).url));
  };
}

/** MiniSearch with what its documentation proposes: longer words, mistyped words, and titles that weigh more. */
export function miniSearch(documents: readonly SearchDocument[]): Ask {
  const search = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ["title", "text"], storeFields: ["id"] });
  search.addAll(documents.map((document) => ({ id: document.path, title: document.meta.title, text: textOf(document) })));
  return async (question) =>
    search
      .search(question, { prefix: true, fuzzy: 0.2, boost: { title: 4 } })
      .slice(0, 10)
      .map(({ id }) => String(id));
}
