/** Asks the search many questions, without a browser, and says how good its answers are, by kind of question. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, answer } from "../../assets/js/parts/search-answer.ts";
import { openIndex } from "../../assets/js/parts/search-engine.ts";
import type { Archive } from "../../src/model/archive.ts";
import { indexable, searchDocuments } from "../../src/search/documents.ts";
import { searchNames } from "../../src/search/names.ts";
import { makeIndex } from "../../src/search/pagefind.ts";
import { searchRules } from "../../src/words/words.ts";
import type { Ask } from "./search-rivals.ts";

export interface Question {
  /** What makes it hard: a typing error, a synonym, a whole sentence. */
  kind: string;
  q: string;
  /** Paths of pages, one of which is wanted on top. */
  expect: string[];
  /** Pages that must not be found at all. */
  never?: string[];
  /** `false` for those that nobody looked at while the search was made better. */
  tuning?: false;
}

/** A question with its place: 1 for the first result, 0 for none of the first ten, or where something forbidden was found. */
export interface Graded extends Question {
  place: number;
  top: string | undefined;
}

/** An answer with the paths of the first pages. */
export interface ReadAnswer extends Answer {
  paths: string[];
}

/** Our own search of an archive, as the browser runs it: paths alone. */
export async function ourSearch(archive: Archive): Promise<Ask> {
  const ask = await answers(archive);
  return async (query) => (await ask(query)).paths;
}

/** Our own search of an archive, as the browser runs it: all that it says. */
export async function answers(archive: Archive): Promise<(query: string) => Promise<ReadAnswer>> {
  const { language } = archive.site.record;
  const lists = { names: searchNames(archive), synonyms: archive.vocabularies.topics?.record.synonyms };
  const files = await makeIndex([...searchDocuments(archive)].map(indexable), language, { lists });
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  return answersOf((path) => contents.get(path), language);
}

/** The search of a built site, as the browser runs it: paths alone. */
export async function searchOfSite(site: string, language: string): Promise<Ask> {
  const ask = await answersOf((path) => readFileSync(join(site, "pagefind", path)), language);
  return async (query) => (await ask(query)).paths;
}

async function answersOf(
  read: (path: string) => Uint8Array | undefined,
  language: string,
): Promise<(query: string) => Promise<ReadAnswer>> {
  const rules = searchRules(language);
  const load = async (path: string) => {
    const content = read(path);
    if (!content) throw new Error(`no such file: ${path}`);
    return new Uint8Array(content);
  };
  const index = await openIndex(load, rules);
  return async (query) => {
    const given = await answer(index, query, rules);
    const paths = await Promise.all(given.results.slice(0, 40).map(async (result) => (await index.open(result)).url));
    return { ...given, paths };
  };
}

export async function grade(ask: Ask, questions: readonly Question[]): Promise<Graded[]> {
  const graded: Graded[] = [];
  for (const question of questions) {
    const found = await ask(question.q);
    const isRefused = question.never?.some((path) => found.map(onAnyPage).includes(path)) ?? false;
    const place = found.slice(0, 10).findIndex((path) => question.expect.includes(onAnyPage(path))) + 1;
    graded.push({ ...question, place: isRefused ? 0 : place, top: found[0] });
  }
  return graded;
}

/** A paper's address without the page of the list that it is on, which changes as papers come. */
export const onAnyPage = (path: string) => path.replace(/^\/papers\/\d+\//u, "/papers/");

/** Shares of questions with what is wanted on top and among five, and the mean of 1/place. */
export function scores(graded: readonly Graded[]): { first: number; five: number; mrr: number } {
  const share = (most: number) => graded.filter(({ place }) => place > 0 && place <= most).length / graded.length;
  return { first: share(1), five: share(5), mrr: graded.reduce((sum, { place }) => sum + (place && 1 / place), 0) / graded.length };
}

/** A table of Markdown: a line a kind of question, for each search the three scores. */
export function qualityTable(searches: Readonly<Record<string, readonly Graded[]>>): string {
  const names = Object.keys(searches);
  const [some = []] = Object.values(searches);
  const line = (label: string, isMeant: (question: Graded) => boolean) => {
    const cells = names.map((name) => {
      const { first, five, mrr } = scores((searches[name] ?? []).filter(isMeant));
      return [first, five, mrr].map((score) => score.toFixed(2)).join(" ");
    });
    return `| ${[label, some.filter(isMeant).length, ...cells].join(" | ")} |`;
  };
  return [
    `| first, five, MRR | questions | ${names.join(" | ")} |`,
    `| --- | ---: |${names.map(() => " --- |").join("")}`,
    ...[...new Set(some.map(({ kind }) => kind))].map((kind) => line(kind, (one) => one.kind === kind)),
    line("**all**", () => true),
    line("never used for tuning", ({ tuning }) => tuning === false),
  ].join("\n");
}
