/** Answers a question from the index: what has all of its words, else what has most of them, and what has to be said about it. */
import { fold } from "text/fold.ts";
import { nameKey, type Phrase, type Question, readQuestion, type Token, wordsOfName } from "text/search-question.ts";
import { stemOf, type WordRules, wordsOf } from "text/search-words.ts";
import type { Index, Result } from "./search-engine.ts";
import { foldWords } from "./search-found.ts";

/** A page that answers, with the words of the reader that it lacks, and those of the same or a like meaning that it was found by. */
export interface Ranked extends Result {
  lacks: string[];
  likes: string[];
}

export interface Answer {
  /** The best first. */
  results: readonly Ranked[];
  /** The words that were looked for in the end. */
  words: string[];
  /** Words that are nowhere in the archive, or nowhere together, and what was looked for in place of them. */
  corrected: { typed: string; meant: string }[];
  /** Words that are nowhere, and that nothing is like. */
  unknown: string[];
  /** Whether all words stand nearly everywhere, so that the index need not have them. */
  isCommon: boolean;
}

/** A page that has a word, or one of a like meaning, or belongs to a topic of which the word is another name; that is named then. */
interface Like extends Result {
  like?: string | undefined;
  /** How much of the word is there then. */
  share?: number | undefined;
}

/** One word of the question with everything that may stand for it. */
interface Concept {
  token: Token;
  /** The score of each page that has it. */
  found: Map<string, Like>;
  /** How much it tells: the rarer, the more. */
  weight: number;
  /** What was taken for it. */
  meant?: string | undefined;
}

/** How much less than the word itself counts what stands for it. */
const PARTS = 0.8; // what a compound consists of
const SYNONYM = 0.4; // a word that means the same
const IN_FULL = 0.8; // an acronym for its words, or the other way round
const TOPIC = 0.5; // the topic that a word is another name of
const LONGER = 0.6; // a longer word, where the word itself is in the archive
const STEM = 0.6; // another word of the same stem
/** How much more two words count that stand side by side as in the question. */
const NEIGHBOURS = 0.5;
/** How much more the whole question counts in a name. */
const NAME = 0.5;
const WHOLE_TITLE = 2;
/** Of so many results the titles are looked at: how much more those count that are the question, or hold it, letter by letter. */
const TITLES = 8;
const SAME_TITLE = 2;
const IN_TITLE = 1.2; // for each word
/** How much more what has the question as another name. */
const NAMED = 1.3;
/** How much more what is of the year that was asked for counts. */
const SAME_YEAR = 1.5;
/** How much less a speaker counts where more than the name is asked for: what was said is meant then. */
const SPEAKER = 0.7;
/** How much of a word of a question is there in what has one of a like meaning, and in what belongs to the topic that it names. */
const LIKE = 0.95;
const OF_TOPIC = 0.6;
/** More than any score. */
const FAR = 1e6;
/** How much more what is of the kind that was asked for counts. */
const SAME_KIND = 2;
/** What lacks some words counts less, and with less than this share of them, where others have more, it is no answer. */
const LEAST = 0.4;
const LEAST_OF_FEW = 0.2;
const NEARLY = 0.8; // of the most that any page has
const LACKING = 3; // power
/** From this many results with all words on, what lacks one is not shown beside a short question, and nothing is looked for beside. */
const ENOUGH = 8;
/** A word that fewer pages have is also looked for in other words. */
const RARE = 12;
/** From so many letters on a part of a word is looked for. */
const LEAST_LETTERS = 3;
/** How many words a name may have that is part of a question. */
const SPAN = 4;
/** Facts that only help to find a thing. */
const HIDDEN = ["known", "also", "words", "asked", "name"];
/** A phrase with words between that are not in the index is looked for in the texts of so many pages. */
const MOST_TEXTS = 60;

/** Answers a question by the words of the site's language. */
export async function answer(index: Index, query: string, rules: WordRules): Promise<Answer> {
  const question = readQuestion(query, rules);
  const concepts = await Promise.all(question.tokens.map((token) => conceptOf(index, token)));
  await joinNeighbours(index, concepts);
  await widen(index, concepts, rules);
  const corrected = [...(await correct(index, concepts, rules)), ...(await correctName(index, concepts))];
  const known = concepts.filter(({ found }) => found.size > 0);
  for (const concept of known) concept.weight = Math.log(1 + index.size / concept.found.size);
  const bonus = await neighbours(index, known);
  await addWholeTitles(index, question, known, bonus);
  const allowed = await allowedBy(index, question);
  const meant = corrected.reduce((text, one) => text.replace(one.typed, one.meant), question.asked);
  const results = await byTitle(
    index,
    ranked(known, bonus, allowed),
    meant,
    question.kind,
    concepts.map(wordOf),
    concepts.length < 3 && corrected.length === 0,
  );
  return {
    results,
    words: known.flatMap((concept) => [wordOf(concept), ...concept.token.parts.flat()]),
    corrected,
    unknown: [...new Set(concepts.filter(({ found, token }) => found.size === 0 && !token.isCommon).map(({ token }) => token.typed))],
    isCommon: concepts.length > 0 && concepts.every(({ token }) => token.isCommon),
  };
}

/** A word without the endings of its forms, from which no other word is made: `content` is not `contention`. */
const formOf = (word: string) => word.replace(/(?<=\p{L}{2})(?:ing|ed|e?s|e)$/u, "");

/** The word that is looked for in the end. */
const wordOf = ({ token, meant }: Concept) => meant ?? token.word;

/** How many pages have all words. */
function withAll(concepts: readonly Concept[]): number {
  return [...(concepts[0]?.found ?? [])].filter(([page]) => concepts.every(({ found }) => found.has(page))).length;
}

/** The pages with exactly these words side by side, each with all that is known of the words in it. */
async function exactly(index: Index, words: readonly string[]): Promise<Map<string, Result>> {
  const text = words.join(" ");
  const [exact, all] = [await index.search(text, true), await index.search(text)];
  // Of the exact ones the index names one fact only, and weighs that alone.
  return new Map([...exact].map(([page, result]) => [page, all.get(page) ?? result]));
}

async function conceptOf(index: Index, token: Token): Promise<Concept> {
  const found = new Map<string, Like>();
  const { word, parts } = token;
  // A number is meant as it is, and of short words most others begin so.
  const isNumber = /^\p{N}+$/u.test(word);
  const exact = await index.search(word, true);
  const isWhole = isNumber || ([...word].length < LEAST_LETTERS && exact.size > 0);
  // Another form of the word may be what the index has, which is the same to it. What begins as the word does may be meant while it is typed;
  // in German the index has `ss` alone, and everywhere that too.
  if (exact.size > 0 || (!isNumber && (await index.beginning(word.replace("ß", "ss"))).length > 0))
    for (const [page, result] of await index.search(word)) {
      if (exact.has(page)) add(found, page, result, 1);
      else if (!isWhole) add(found, page, result, exact.size > 0 ? LONGER : 1);
    }
  // `AF_XDP` may be written `AF XDP`, which are two words then, side by side.
  for (const some of parts) for (const [page, result] of await exactly(index, some)) add(found, page, result, PARTS);
  const stem = stemOf(word);
  if (stem !== word)
    for (const form of await index.beginning(stem))
      if (stemOf(form) === stem) for (const [page, result] of await index.search(form, true)) add(found, page, result, STEM);
  return { token, found, weight: 0 };
}

function add(found: Map<string, Like>, page: string, result: Result, weight: number, like?: string, share = LIKE): void {
  const before = found.get(page);
  if (before && before.score >= result.score * weight) return;
  // What a page has itself is told of it before what is like it.
  found.set(page, { ...result, score: result.score * weight, ...(like && (!before || before.like) && { like, share }) });
}

/** Looks for what words may have meant that the index has nowhere. */
async function correct(index: Index, concepts: readonly Concept[], rules: WordRules): Promise<Answer["corrected"]> {
  const corrected: Answer["corrected"] = [];
  const others = concepts.filter(({ found }) => found.size > 0);
  for (const concept of concepts.filter(({ found, token }) => found.size === 0 && !token.isCommon)) {
    const best =
      (await apart(index, concept.token)) ?? (await nearest(index, concept.token.word, others)) ?? (await partOf(index, concept.token));
    if (!best) continue;
    concept.found = new Map(best.found);
    concept.meant = best.word;
    corrected.push({ typed: concept.token.typed, meant: best.word });
  }
  if (corrected.length > 0) await widen(index, concepts, rules);
  return corrected;
}

/** What may have been meant, and the pages that have it. */
interface Meant {
  word: string;
  found: ReadonlyMap<string, Result>;
}

/** Two words that were typed without the blank between them: `livepatching`. */
async function apart(index: Index, { word }: Token): Promise<Meant | undefined> {
  for (let at = LEAST_LETTERS; at <= word.length - LEAST_LETTERS; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if ((await index.search(one, true)).size === 0) continue;
    const found = await exactly(index, [one, other]);
    if (found.size > 0) return { word: `${one} ${other}`, found };
  }
  return undefined;
}

/** The nearest word that stands beside the others, or on a page with half of them, or is the whole name of a thing, a place for one. */
async function nearest(index: Index, typed: string, others: readonly Concept[]): Promise<Meant | undefined> {
  let best: (Meant & { far: number }) | undefined;
  for (const { word, far } of await index.near(typed)) {
    const found = await index.search(word);
    const isName = (await index.search(nameKey([word]), true)).size > 0;
    if (!isName && ![...found.keys()].some((page) => others.filter((other) => other.found.has(page)).length * 2 >= others.length)) continue;
    const beside = await Promise.all(
      others.flatMap((other) => [`${wordOf(other)} ${word}`, `${word} ${wordOf(other)}`]).map((text) => index.search(text, true)),
    );
    const isBeside = beside.some((pagesBeside) => pagesBeside.size > 0);
    const distance = far - Number(isBeside) * 1.1;
    if (distance < (best?.far ?? Infinity)) best = { far: distance, word, found };
  }
  return best;
}

/** What is left of a compound that is nowhere as a whole: its parts that are known, but no `non`, or what follows a `v` as in `vTPM`. */
async function partOf(index: Index, { word, parts }: Token): Promise<Meant | undefined> {
  for (const some of [...parts, ...(/^v\p{L}{3}/u.test(word) ? [[word.slice(1)]] : [])]) {
    const known: string[] = [];
    for (const part of some)
      if (part.length >= LEAST_LETTERS && part !== "non" && (await index.search(part, true)).size > 0) known.push(part);
    const found = known[0] ? await index.search(known.join(" ")) : undefined;
    if (found?.size) return { word: known.join(" "), found };
  }
  return undefined;
}

/** Two or three words of which each is somewhere, but no page has all, may be a name with one of them mistyped: `Julian Grall`. */
async function correctName(index: Index, concepts: readonly Concept[]): Promise<Answer["corrected"]> {
  const isName = concepts.length > 1 && concepts.length < 4 && concepts.every(({ meant, found }) => !meant && found.size > 0);
  if (!isName || withAll(concepts) > 0) return [];
  for (const concept of concepts) {
    for (const { word } of (await index.near(concept.token.word)).slice(0, 3)) {
      const name = concepts.map((one) => (one === concept ? word : one.token.word));
      if ((await index.search(name.join(" "), true)).size === 0) continue;
      concept.found = new Map(await index.search(word));
      concept.meant = word;
      const typed = concepts.map(({ token }) => token.typed);
      return [{ typed: typed.join(" "), meant: typed.map((one) => (one === concept.token.typed ? word : one)).join(" ") }];
    }
  }
  return [];
}

/** Two words that the archive writes as one, `credit 2` and `hyper launch`, are found as that too. */
async function joinNeighbours(index: Index, concepts: readonly Concept[]): Promise<void> {
  for (const [at, concept] of concepts.entries()) {
    const next = concepts[at + 1];
    if (!next) break;
    for (const [page, result] of await index.search(concept.token.word + next.token.word, true)) {
      for (const { found } of [concept, next]) add(found, page, { ...result, score: result.score / 2 }, 1);
    }
  }
}

/** Looks for words of the same meaning, and for the topics that words are other names of, where words are rare or little has all of them. */
async function widen(index: Index, concepts: readonly Concept[], rules: WordRules): Promise<void> {
  await addSynonyms(index, concepts, rules);
  if (withAll(concepts) < ENOUGH) await addNamed(index, concepts, rules);
}

async function addSynonyms(index: Index, concepts: readonly Concept[], rules: WordRules): Promise<void> {
  const asked = concepts.map((concept) => formOf(wordOf(concept)));
  const isLittle = withAll(concepts) < ENOUGH;
  for (const [found, others] of index.synonyms) {
    const group = [...found, ...others].map((word) => ({ word, words: wordsOf(word, rules) }));
    const known = new Map(group.map(({ words }, at) => [words.map(formOf).join(""), at]));
    for (const from of concepts.keys()) {
      // `non uniform` is what the group writes `non-uniform`, which is one word.
      const key = (many: number) => asked.slice(from, from + many).join("");
      const size = [1, 2, 3, 4, 5].findLast((many) => from + many <= asked.length && known.has(key(many)));
      if (!size) continue;
      const meaning = concepts.slice(from, from + size);
      if (!isLittle && meaning.every(({ found }) => found.size >= RARE)) continue;
      for (const { word, words } of group.filter((_, at) => at < found.length && at !== known.get(key(size)))) {
        const weight = size > 1 || words.length > 1 ? IN_FULL : SYNONYM;
        for (const [page, result] of await exactly(index, words))
          for (const one of meaning) add(one.found, page, result, weight / words.length, word);
      }
    }
  }
}

/**
 * What belongs to a topic of which words of the question are another name, `memory sharing between guests` for grant tables, and what was
 * held in a place or on a day that they name.
 */
async function addNamed(index: Index, concepts: readonly Concept[], rules: WordRules): Promise<void> {
  for (const from of concepts.keys()) {
    for (let size = Math.min(SPAN, concepts.length - from); size > 0; size--) {
      const meaning = concepts.slice(from, from + size);
      const named = await index.search(nameKey(meaning.map(wordOf)), true);
      const things = await Promise.all([...named.values()].slice(0, 2).map((one) => index.open(one)));
      const topics = things.filter(({ shown }) => shown["kind"] === "topic");
      for (const { meta } of topics) {
        const topic = meta["title"] ?? "";
        const words = wordsOfName(topic, rules);
        for (const [page, result] of await exactly(index, words))
          if (result.facts.includes("about"))
            for (const one of meaning) add(one.found, page, result, TOPIC / words.length, topic, OF_TOPIC);
      }
      const isPlace = things.some(({ shown }) => shown["kind"] === "event");
      for (const pages of isPlace ? (await index.filter("event")).values() : [])
        if ([...named.keys()].some((event) => pages.has(event)))
          for (const page of pages) for (const one of meaning) add(one.found, page, { page, score: 1, hits: [], facts: ["event"] }, 1);
      if (topics.length > 0 || isPlace) break;
    }
  }
}

/** What a page has of some words. */
const scoreOf = (page: string, concepts: readonly Concept[]) => concepts.reduce((sum, { found }) => sum + (found.get(page)?.score ?? 0), 0);

const raise = (scores: Map<string, number>, page: string, more: number) => scores.set(page, (scores.get(page) ?? 0) + more);

/** What pages gain for words side by side, and for all of them so in a title or in another name of the thing. */
async function neighbours(index: Index, concepts: readonly Concept[]): Promise<Map<string, number>> {
  const bonus = new Map<string, number>();
  for (const [at, concept] of concepts.entries()) {
    const next = concepts[at + 1];
    if (!next) break;
    for (const page of (await index.search(`${wordOf(concept)} ${wordOf(next)}`, true)).keys()) {
      raise(bonus, page, NEIGHBOURS * scoreOf(page, [concept, next]));
    }
  }
  if (concepts.length > 1) {
    for (const page of (await index.search(concepts.map(wordOf).join(" "), true)).keys()) {
      const isIn = (fact: string) => concepts.every(({ found }) => found.get(page)?.facts.includes(fact));
      if (isIn("title") || isIn("also")) raise(bonus, page, NAME * scoreOf(page, concepts));
    }
  }
  return bonus;
}

/** What pages gain whose title has a question of which one word is left, word for word: titles keep words in capitals that stand everywhere. */
async function addWholeTitles(index: Index, { all }: Question, concepts: readonly Concept[], bonus: Map<string, number>): Promise<void> {
  const [only] = concepts;
  if (!only || concepts.length > 1 || all.length < 2) return;
  for (const page of (await index.search(all.join(" "), true)).keys()) {
    if (only.found.get(page)?.facts.includes("title")) raise(bonus, page, WHOLE_TITLE * scoreOf(page, concepts));
  }
}

/** Tells of a page whether phrases and words with a minus allow it. */
async function allowedBy(index: Index, { phrases, without }: Question): Promise<(page: string) => boolean> {
  const wanted = await Promise.all(phrases.map((phrase) => pagesWith(index, phrase)));
  const unwanted = await Promise.all(without.map((phrase) => pagesWith(index, phrase, true)));
  return (page) => wanted.every((pages) => pages.has(page)) && !unwanted.some((pages) => pages.has(page));
}

/** The pages with a phrase; with `isSeen`, those where readers can see it. */
async function pagesWith(index: Index, { typed, words, apart, hasGaps }: Phrase, isSeen = false): Promise<ReadonlySet<string>> {
  if (!hasGaps) {
    // `"zero copy display"` is also where the archive writes `zero-copy display`, which is two words.
    const ways = [words, [apart.join("")], ...apart.map((word, at) => apart.toSpliced(at, 2, word + (apart[at + 1] ?? "")))];
    const all = (await Promise.all(ways.map((way) => exactly(index, way)))).flatMap((found) => [...found.values()]);
    const isHere = ({ hits, facts }: Result) => !isSeen || hits.length > 0 || facts.some((fact) => !HIDDEN.includes(fact));
    return new Set(all.filter(isHere).map(({ page }) => page));
  }
  const some = [...(await index.search(words.join(" "))).values()].slice(0, MOST_TEXTS);
  const texts = await Promise.all(some.map(async (result) => ({ page: result.page, text: (await index.open(result)).text() })));
  const phrase = foldWords(typed);
  return new Set(texts.filter(({ text }) => text.includes(phrase)).map(({ page }) => page));
}

function ranked(concepts: readonly Concept[], bonus: ReadonlyMap<string, number>, isAllowed: (page: string) => boolean): Ranked[] {
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0);
  const typed = new Set(concepts.map(({ token }) => fold(token.typed)));
  const shares = new Map<string, number>();
  for (const { found, weight } of concepts)
    for (const [page, { share = 1 }] of found)
      if (isAllowed(page)) raise(shares, page, (concepts.length > 1 ? share : share < 1 ? OF_TOPIC : 1) * (weight / all));
  const most = [...shares.values()].reduce((highest, share) => Math.max(highest, share), 0);
  const results: Ranked[] = [];
  const least = Math.min(LEAST, NEARLY * most);
  // Where hardly anything has most of the words, what has some may be what was meant.
  const isLittle = [...shares.values()].filter((share) => share >= least).length < ENOUGH;
  for (const [page, share] of shares) {
    if (share < (isLittle ? Math.min(least, LEAST_OF_FEW) : least)) continue;
    const parts = concepts.flatMap(({ found }) => found.get(page) ?? []);
    results.push({
      page,
      score: (scoreOf(page, concepts) + (bonus.get(page) ?? 0)) * share ** LACKING,
      // Only what is drawn is asked for these, and there may be thousands.
      get hits() {
        return parts.flatMap(({ hits }) => hits);
      },
      get facts() {
        return [...new Set(parts.flatMap(({ facts }) => facts))];
      },
      // A word of the question that stands for more of it is no news.
      likes: [...new Set(parts.flatMap(({ like }) => (like === undefined || typed.has(fold(like)) ? [] : like)))],
      // Words that stand nearly everywhere are not in the index.
      lacks: concepts.filter(({ found, token }) => !found.has(page) && !token.isCommon).map(({ token }) => token.typed),
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
async function byTitle(
  index: Index,
  results: readonly Ranked[],
  query: string,
  kind: Question["kind"],
  words: readonly string[],
  isShort: boolean,
) {
  const named = kind ? new Map<string, Result>() : await index.search(nameKey(words), true);
  const isName = words.length > 1 || isMostlyOfPeople(results);
  const asked = inSingular(query);
  const pool = results.toSorted((a, b) => Number(named.has(b.page)) - Number(named.has(a.page)));
  const first = await Promise.all(
    pool.slice(0, TITLES).map(async (result) => {
      const { meta, shown, filters } = await index.open(result);
      const title = inSingular(meta["title"] ?? "");
      const isNamed = named.has(result.page);
      const inYear = filters["year"]?.some((year) => words.includes(year)) ? SAME_YEAR : 1;
      const like = title === asked ? SAME_TITLE : title.includes(asked) ? IN_TITLE ** (asked.split(" ").length - 2) : isNamed ? NAMED : 1;
      const isSpeaker = shown["kind"] === "speaker";
      const score = result.score * (isSpeaker && !isNamed ? SPEAKER : 1) * like * inYear * (shown["kind"] === kind ? SAME_KIND : 1);
      // A person above all; then, of a question of two words, what has both.
      const lack = isName && isNamed && isSpeaker ? -1 : isShort ? result.lacks.length : 0;
      return { result: { ...result, score }, rank: score - lack * FAR };
    }),
  );
  first.sort((a, b) => b.rank - a.rank);
  return [...first.map(({ result }) => result), ...pool.slice(TITLES)];
}

/** Whether a word is a name rather than what talks are about: it stands among the speakers of half of the best pages that have it. */
function isMostlyOfPeople(results: readonly Ranked[]): boolean {
  const some = results.slice(0, 50);
  return some.filter(({ facts }) => facts.includes("by") || facts.includes("name")).length * 2 >= some.length;
}

/** A text in words as they are compared, none of them a plural. */
const inSingular = (text: string) => foldWords(text).replace(/(?<=[^\ss]{2})s(?= )/gu, "");
