/** An index of segments is the one that Pagefind makes of all documents at once, and one that is kept is not made again. */
import { beforeAll, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import type { SearchDocument } from "../../src/search/document.ts";
import { indexable, searchDocuments } from "../../src/search/documents.ts";
import { type IndexFile, makeIndex, type SegmentStore } from "../../src/search/pagefind.ts";
import { mergeSegments, packedSegment, type Segment, unpackedSegment } from "../../src/search/segments.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { withMedia } from "../support/search-media.ts";

const WHOLE = { least: Infinity, more: 1, most: Infinity, each: 0 };
const SMALL = { least: 2500, more: 800, most: 4000, each: 500 };

/** Talks with words of one and of many pages, in several forms, with letters beyond U+FFFF and fields and filters that others do not have. */
const TALKS = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => {
    const more =
      at % 5 === 0
        ? "words: [C++, gnttab]\ntopics: [Élan, Running tests]\n"
        : at % 7 === 0
          ? "language: de\nvideo: https://v.example.org/1\n"
          : "";
    const text = `Élan elan ${at % 2 ? "running" : "runs"} of ${"many ".repeat(at % 4)}words, 仮想化 𐐷${at % 3} ﬀ C++ x${at}`;
    return [`events/2020-spring/talks/t-${at}.md`, `---\ntitle: Talk ${at} about café ${at % 3}\n${more}---\n${at === 9 ? "…" : text}\n`];
  }),
);

let documents: SearchDocument[];
let whole: IndexFile[];
beforeAll(async () => {
  const { archive } = loadArchive({ contentDir: folderOf({ ...LITTLE, ...TALKS }), assetsDir: folderOf({}) });
  documents = [...searchDocuments(withMedia(archive))];
  whole = await makeIndex(documents.map(indexable), "en", { sizes: WHOLE });
});

/** Keeps segments as the cache does. */
function storeIn(kept: Map<string, string>): SegmentStore {
  return {
    read: (name) => unpackedSegment(JSON.parse(kept.get(name) ?? "null") ?? undefined),
    write: (name, segment) => kept.set(name, JSON.stringify(packedSegment(segment))),
    keepOnly: (names) => {
      for (const name of [...kept.keys()].filter((one) => !names.includes(one))) kept.delete(name);
    },
  };
}

test("segments put together are the same bytes as one", async () => {
  const kept = new Map<string, string>();
  const files = await makeIndex(documents.map(indexable), "en", { sizes: SMALL, store: storeIn(kept) });
  expect(kept.size).toBeGreaterThan(4);
  expect(files.map(({ path }) => path)).toEqual(whole.map(({ path }) => path));
  for (const [at, { path, content }] of files.entries())
    expect(Buffer.from(content).equals(whole[at]?.content ?? Buffer.of()), path).toBe(true);
});

test("segments stay as they are when they are put together", async () => {
  const kept = new Map<string, string>();
  await makeIndex(documents.map(indexable), "en", { sizes: SMALL, store: storeIn(kept) });
  const segments = [...kept.keys()].map((name) => storeIn(kept).read(name) as Segment);
  const fields = new Set(segments.map((segment) => segment.fields.join()));
  expect(fields.size).toBeGreaterThan(1);
  const words = () => Buffer.from(mergeSegments(segments).words);
  expect(words().equals(words())).toBe(true);
});

test("of a document that changed only its segment is made again, and what no index needs is forgotten", async () => {
  const kept = new Map<string, string>();
  const store = storeIn(kept);
  await makeIndex(documents.map(indexable), "en", { sizes: SMALL, store });
  const before = [...kept.keys()];
  const changed = documents.map((one, at) => (at === 12 ? { ...one, meta: { ...one.meta, title: "Something new" } } : one));
  const made: string[] = [];
  const watched = changed.map((document) => ({
    ...indexable(document),
    make: () => {
      made.push(document.path);
      return document;
    },
  }));
  const files = await makeIndex(watched, "en", { sizes: SMALL, store });
  expect(made.length).toBeLessThan(documents.length / 2);
  expect(made).toContain(documents[12]?.path);
  expect(before.filter((name) => kept.has(name)).length).toBeGreaterThanOrEqual(before.length - 2);
  expect(kept.size).toBeLessThanOrEqual(before.length + 1);
  const clean = await makeIndex(changed.map(indexable), "en", { sizes: WHOLE });
  expect(files.map(({ path }) => path)).toEqual(clean.map(({ path }) => path));
});

test("the work can be stopped between segments that are kept", async () => {
  const kept = new Map<string, string>();
  const store = storeIn(kept);
  await makeIndex(documents.map(indexable), "en", { sizes: SMALL, store });
  const stop = new AbortController();
  const read: string[] = [];
  const stopping = {
    ...store,
    read: (name: string) => {
      if (read.push(name) === 2) stop.abort();
      return store.read(name);
    },
  };
  await expect(makeIndex(documents.map(indexable), "en", { sizes: SMALL, store: stopping, stop: stop.signal })).rejects.toThrow(
    /it was stopped/,
  );
  expect(read.length).toBe(2);
});

test("documents without any words leave out nothing else", async () => {
  const bare: SearchDocument = {
    ...(documents[0] as SearchDocument),
    path: "/dots/",
    meta: { title: "…" },
    names: [],
    filters: {},
    stretches: [],
  };
  const some = [...documents.slice(0, 3), bare];
  const each = { least: 0, more: 1, most: 0, each: 500 };
  const [files, together] = [
    await makeIndex(some.map(indexable), "en", { sizes: each }),
    await makeIndex(some.map(indexable), "en", { sizes: WHOLE }),
  ];
  expect(files.map(({ path }) => path)).toEqual(together.map(({ path }) => path));
  await expect(makeIndex([bare].map(indexable), "en")).rejects.toThrow(/Pagefind made no index/);
});
