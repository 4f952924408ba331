/** An index so large that several texts stand in a file: each result still opens its own text, and a new page leaves most files as they are. */
import { expect, test } from "vitest";
import { openIndex } from "../../assets/js/parts/search-engine.ts";
import { answer } from "../../assets/js/parts/search-answer.ts";
import { loadArchive } from "../../src/content/load.ts";
import { indexable, searchDocuments } from "../../src/search/documents.ts";
import { makeIndex } from "../../src/search/pagefind.ts";
import { searchRules } from "../../src/words/words.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { LONG } from "../support/long.ts";

const TALKS = 700;

/** Made-up words, a new one each time, the same on every run. */
const word = (number: number) => `w${number.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))}x`;
const abstract = (talk: number) => Array.from({ length: 120 }, (_, at) => word((talk * 7919 + at * at * 31) % 60_000)).join(" ");
const talks = (some: readonly number[]) =>
  Object.fromEntries(
    some.map((talk) => [`events/2020-spring/talks/talk-${talk}.md`, `---\ntitle: Number ${word(90_000 + talk)}\n---\n${abstract(talk)}\n`]),
  );

async function indexOf(some: readonly number[]) {
  const { archive } = loadArchive({ contentDir: folderOf({ ...LITTLE, ...talks(some) }), assetsDir: folderOf({}) });
  const documents = [...searchDocuments(archive)];
  return { documents, files: new Map((await makeIndex(documents.map(indexable), "en")).map(({ path, content }) => [path, content])) };
}
const textFiles = (files: ReadonlyMap<string, unknown>) => [...files.keys()].filter((path) => path.startsWith("fragment/"));

test("texts of a large index share files, each result opens its own, and a new page leaves most files as they are", async () => {
  const numbers = Array.from({ length: TALKS }, (_, at) => at);
  const { documents, files } = await indexOf(numbers);
  expect(textFiles(files).length).toBeLessThan(documents.length / 4);

  const rules = searchRules("en");
  const load = async (path: string) => new Uint8Array(files.get(path) ?? Buffer.of());
  const index = await openIndex(load, rules);
  for (const talk of [0, 1, 2, 350, TALKS - 1]) {
    const { results } = await answer(index, word(90_000 + talk), rules);
    const found = results[0] && (await index.open(results[0]));
    expect(found?.url).toBe(`/events/2020-spring/talk-${talk}/`);
  }

  // A second index is for `npm run test:all`.
  if (!LONG) return;
  const known = new Set(textFiles(files));
  const more = textFiles((await indexOf([...numbers, TALKS])).files);
  expect(more.filter((path) => !known.has(path)).length).toBeLessThan(more.length / 20);
}, 120_000);
