/** Answers a question from the index: what has all of its words, else what has most of them, and what has to be said about it. */
import { nameKey, type Phrase, type Question, readQuestion, type Token } from "text/search-question.ts";
import { type WordRules, wordsOf } from "text/search-words.ts";
import type { Index, Result } from "./search-engine.ts";
import { foldWords } from "./search-found.ts";
import type { Names } from "./search-names.ts";

/** A page that answers, with the words of the reader that it lacks. */
export interface Ranked extends Result {
  lacks: string[];
}

export interface Answer {
  /** The best first. */
  results: Ranked[];
  /** The words that were looked for in the end. */
  words: string[];
  /** Words that are nowhere in the archive, and what was looked for in place of each. */
  corrected: { typed: string; meant: string }[];
  /** Words that are nowhere, and that nothing is like. */
  unknown: string[];
}

/** What belongs to a question beside its words. */
export interface Asked {
  query: string;
  rules: WordRules;
  /** Loads the names that mistyped words may have meant. */
  names: () => Promise<Names | undefined>;
}

/** One word of the question with everything that may stand for it. */
interface Concept {
  token: Token;
  /** The score of each page that has it. */
  found: Map<string, Result>;
  /** How much it tells: the rarer, the more. */
  weight: number;
  /** What was taken for it. */
  meant?: string | undefined;
}

/** How much less than the word itself counts what stands for it. */
const PARTS = 0.8; // what a compound consists of
const SYNONYM = 0.5; // a word that means the same
const COMMON = 20; // one page in so many
const STEM = 0.6; // another word of the same stem
/** How much more two words count that stand side by side as in the question. */
const NEIGHBOURS = 0.35;
/** How much more the whole question counts in a name. */
const NAME = 0.5;
/** Of so many results the titles are looked at: how much more those count that are the question, or hold it, letter by letter. */
const TITLES = 8;
const SAME_TITLE = 2;
const IN_TITLE = 1.2;
/** How much more what has the question as another name. */
const NAMED = 1.3;
/** How much more what is of the kind that was asked for counts. */
const SAME_KIND = 2;
/** What lacks some words counts less, and with less than this share of them, where others have more, it is no answer. */
const LEAST = 0.5;
const NEARLY = 0.8; // of the most that any page has
const LACKING = 2; // power
/** From this many results with all words on, what lacks one is not shown beside a short question. */
const ENOUGH = 5;
const NONE: string[] = [];
/** Facts that only help to find a thing. */
const HIDDEN = new Set(["known", "also", "words", "name"]);
/** A phrase with words between that are not in the index is looked for in the texts of so many pages. */
const MOST_TEXTS = 60;

export async function answer(index: Index, { query, rules, names }: Asked): Promise<Answer> {
  const question = readQuestion(query, rules);
  const concepts = await Promise.all(question.tokens.map((token) => conceptOf(index, token)));
  const nowhere = concepts.filter(({ found }) => found.size === 0);
  if (nowhere.length > 0) await correct(index, concepts, nowhere, names);
  await joinNeighbours(index, concepts);
  await addSynonyms(index, concepts, rules);
  const known = concepts.filter(({ found }) => found.size > 0);
  for (const concept of known) concept.weight = Math.log(1 + index.pages().length / concept.found.size);
  const bonus = await neighbours(index, known);
  const allowed = await allowedBy(index, question);
  const looked = concepts.map(({ token, meant }) => meant ?? token.word);
  const results = await byTitle(index, ranked(known, bonus, allowed), query, question.kind, looked);
  return {
    results,
    words: known.flatMap(({ token, meant }) => [meant ?? token.word, ...token.parts]),
    corrected: nowhere.flatMap(({ token, meant }) => (meant === undefined ? [] : [{ typed: token.typed, meant }])),
    unknown: nowhere.filter(({ meant, found }) => meant === undefined && found.size === 0).map(({ token }) => token.typed),
  };
}

async function conceptOf(index: Index, token: Token): Promise<Concept> {
  const found = new Map<string, Result>();
  const { word, parts } = token;
  // A number is meant as it is, and of short words most others begin so.
  const isNumber = /^\p{N}+$/u.test(word);
  const isShort = [...word].length < 3;
  const exact = isNumber || isShort || !(await index.hasBeginning(word)) ? await index.search(word, true) : undefined;
  const isWhole = isNumber || (isShort && exact?.size);
  // Another form of the word may be what the index has, which is the same to it; what only begins as the word does is not.
  if (!exact || exact.size > 0 || (isShort && !isNumber && (await index.hasBeginning(word))))
    for (const [page, result] of await index.search(word)) if (!isWhole || exact?.has(page)) add(found, page, result, 1);
  if (parts.length > 0) {
    const known = await Promise.all(parts.map(async (part) => (await index.search(part, true)).size > 0));
    if (known.every(Boolean)) for (const [page, result] of await index.search(parts.join(" "))) add(found, page, result, PARTS);
  }
  const stem = stemOf(word);
  // What stands nearly everywhere needs no other forms.
  if (stem !== word && found.size < index.pages().length / COMMON && (await index.hasBeginning(stem)))
    for (const [page, result] of await index.search(stem)) add(found, page, result, STEM);
  return { token, found, weight: 0 };
}

function add(found: Map<string, Result>, page: string, result: Result, weight: number): void {
  const before = found.get(page);
  if (before && before.score >= result.score * weight) return;
  found.set(page, weight === 1 ? result : { ...result, score: result.score * weight });
}

/** A word without what forms another of it: `certify` and `certification` as `certif`. What is too short stays. */
const stemOf = (word: string) =>
  word.replace(/(?<=\p{L}{3})s$|(?<=\p{L}{4})(?:ations?|ators?|ating|ates?|ated|ings?|ions?|ies|ied|ers?|ors?|ed|es|e|y|s)$/u, "");

/** Looks for what words may have meant that the index has nowhere. */
async function correct(index: Index, concepts: readonly Concept[], nowhere: readonly Concept[], names: Asked["names"]): Promise<void> {
  const dictionary = await names();
  const others = concepts.filter((concept) => !nowhere.includes(concept)).map(({ token }) => token.word);
  for (const concept of nowhere) {
    const meant = dictionary?.nearest(concept.token.word, others);
    const found = meant === undefined ? undefined : await index.search(meant);
    if (!found?.size || !fits(found, concepts)) continue;
    concept.found = new Map(found);
    concept.meant = meant;
  }
}

/** Whether a page with the word that may have been meant has at least half of the others too. */
function fits(found: ReadonlyMap<string, Result>, concepts: readonly Concept[]): boolean {
  const others = concepts.filter((concept) => concept.found.size > 0);
  return [...found.keys()].some((page) => others.filter((other) => other.found.has(page)).length * 2 >= others.length);
}

/** Two words that the archive writes as one, `credit 2` and `hyper launch`, are found as that too. */
async function joinNeighbours(index: Index, concepts: readonly Concept[]): Promise<void> {
  for (const [at, concept] of concepts.entries()) {
    const next = concepts[at + 1];
    if (!next) return;
    for (const [page, result] of await index.search(concept.token.word + next.token.word, true)) {
      const score = { ...result, score: result.score / 2 };
      for (const one of [concept, next]) add(one.found, page, score, 1);
    }
  }
}

/** What has a word that means the same as one or some of the question. */
async function addSynonyms(index: Index, concepts: readonly Concept[], rules: WordRules): Promise<void> {
  const asked = concepts.map(({ token, meant }) => singular(meant ?? token.word));
  for (const group of index.synonyms.map((words) => words.map((word) => wordsOf(word, rules)))) {
    for (const words of group) {
      const at = asked.findIndex((_, from) => words.every((word, index) => asked[from + index] === singular(word)));
      if (at < 0) continue;
      const meaning = concepts.slice(at, at + words.length);
      for (const other of group.filter((one) => one !== words))
        for (const [page, result] of await index.search(other.join(" "), true))
          for (const one of meaning) add(one.found, page, { ...result, score: result.score / words.length }, SYNONYM);
    }
  }
}

const singular = (word: string) => word.replace(/(?<=..)s$/u, "");

/** What pages gain for words side by side, and for all of them so in a title or in another name of the thing. */
async function neighbours(index: Index, concepts: readonly Concept[]): Promise<Map<string, number>> {
  const bonus = new Map<string, number>();
  for (const [at, { token, meant, found }] of concepts.entries()) {
    const next = concepts[at + 1];
    if (!next) break;
    for (const page of (await index.search(`${meant ?? token.word} ${next.meant ?? next.token.word}`, true)).keys()) {
      const more = NEIGHBOURS * ((found.get(page)?.score ?? 0) + (next.found.get(page)?.score ?? 0));
      bonus.set(page, (bonus.get(page) ?? 0) + more);
    }
  }
  if (concepts.length > 1) {
    const all = concepts.map(({ token, meant }) => meant ?? token.word).join(" ");
    for (const [page, { facts }] of await index.search(all, true)) {
      if (!facts.includes("title") && !facts.includes("also")) continue;
      const score = concepts.reduce((sum, { found }) => sum + (found.get(page)?.score ?? 0), 0);
      bonus.set(page, (bonus.get(page) ?? 0) + NAME * score);
    }
  }
  return bonus;
}

/** Tells of a page whether phrases and words with a minus allow it. */
async function allowedBy(index: Index, { phrases, without }: Question): Promise<(page: string) => boolean> {
  const wanted = await Promise.all(phrases.map((phrase) => pagesWith(index, phrase)));
  const unwanted = await Promise.all(without.map((phrase) => pagesWith(index, phrase, true)));
  return (page) => wanted.every((pages) => pages.has(page)) && !unwanted.some((pages) => pages.has(page));
}

/** The pages with a phrase; with `isSeen`, those where readers can see it. */
async function pagesWith(index: Index, { typed, words, hasGaps }: Phrase, isSeen = false): Promise<ReadonlySet<string>> {
  if (!hasGaps) {
    // `"zero copy"` is also where the archive writes `zero-copy`, which is one word.
    const asOne = words.length > 1 ? (await index.search(words.join(""), true)).values() : [];
    const all = [...(await index.search(words.join(" "), true)).values(), ...asOne];
    const some = isSeen ? all.filter(({ hits, facts }) => hits.length > 0 || facts.some((fact) => !HIDDEN.has(fact))) : all;
    return new Set(some.map(({ page }) => page));
  }
  const some = [...(await index.search(words.join(" "))).values()].sort((a, b) => b.score - a.score).slice(0, MOST_TEXTS);
  const texts = await Promise.all(some.map(async (result) => ({ page: result.page, text: (await index.open(result)).text() })));
  const phrase = foldWords(typed);
  return new Set(texts.filter(({ text }) => text.includes(phrase)).map(({ page }) => page));
}

function ranked(concepts: readonly Concept[], bonus: ReadonlyMap<string, number>, isAllowed: (page: string) => boolean): Ranked[] {
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { found, weight } of concepts)
    for (const page of found.keys()) if (isAllowed(page)) shares.set(page, (shares.get(page) ?? 0) + weight / all);
  const most = [...shares.values()].reduce((highest, share) => Math.max(highest, share), 0);
  const results: Ranked[] = [];
  for (const [page, share] of shares) {
    if (share < Math.min(LEAST, NEARLY * most)) continue;
    const parts = concepts.flatMap(({ found }) => found.get(page) ?? []);
    results.push({
      page,
      score: parts.reduce((sum, { score }) => sum + score, bonus.get(page) ?? 0) * share ** LACKING,
      // Only what is drawn is asked for these, and there may be thousands.
      get hits() {
        return parts.flatMap(({ hits }) => hits);
      },
      get facts() {
        return [...new Set(parts.flatMap(({ facts }) => facts))];
      },
      lacks: parts.length === concepts.length ? NONE : concepts.filter(({ found }) => !found.has(page)).map(({ token }) => token.typed),
    });
  }
  const whole = results.filter(({ lacks }) => lacks.length === 0);
  const isShort = concepts.length < 3;
  const shown = isShort && whole.length >= ENOUGH ? whole : results;
  return shown.sort((a, b) => (isShort ? a.lacks.length - b.lacks.length : 0) || b.score - a.score);
}

/**
 * Puts the first results in order by their titles and kinds too: a title that is the question, letter by letter, is what was meant. Who
 * has the whole question as a name comes first of all, unless another kind of thing was asked for.
 */
async function byTitle(index: Index, results: readonly Ranked[], query: string, kind: Question["kind"], words: readonly string[]) {
  const named = kind === undefined ? await index.search(nameKey(words), true) : new Map<string, Result>();
  const isName = words.length > 1 || isMostlyOfPeople(results);
  const asked = inSingular(query);
  const pool = [...results.filter(({ page }) => named.has(page)), ...results.filter(({ page }) => !named.has(page))];
  const first = await Promise.all(
    pool.slice(0, TITLES).map(async (result) => {
      const { meta, shown } = await index.open(result);
      const title = inSingular(meta["title"] ?? "");
      const isNamed = named.has(result.page);
      const like = title === asked ? SAME_TITLE : title.includes(asked) ? IN_TITLE : isNamed ? NAMED : 1;
      const isPerson = isName && isNamed && shown["kind"] === "speaker";
      return { isPerson, result: { ...result, score: result.score * like * (shown["kind"] === kind ? SAME_KIND : 1) } };
    }),
  );
  first.sort((a, b) => Number(b.isPerson) - Number(a.isPerson) || b.result.score - a.result.score);
  return [...first.map(({ result }) => result), ...pool.slice(TITLES)];
}

/** Whether a word is a name rather than what talks are about: it stands among the speakers of half of the best pages that have it. */
function isMostlyOfPeople(results: readonly Ranked[]): boolean {
  const some = results.slice(0, 50);
  return some.filter(({ facts }) => facts.includes("by") || facts.includes("name")).length * 2 >= some.length;
}

/** A text in words as they are compared, none of them a plural. */
const inSingular = (text: string) => foldWords(text).replace(/(?<=[^\ss]{2})s(?= )/gu, "");
