/** The finding of a person's name in texts and addresses, in whatever way it is written there. */
import { inLatinLetters } from "./indexed-words.ts";
import { isOrganization, isTitle } from "./person-names.ts";
import { readingsOf, readingWord } from "./reading.ts";
import { slug } from "./slug.ts";
import { inOrder, outside, type Stretch } from "./stretches.ts";
import { normal } from "./normal.ts";

/** Scripts with capitals set blanks between words; in others a name has no edges. */
const HAS_CASE = /[\p{Lu}\p{Ll}]/u;

/** As in the address `example.org/~weiliu`. In a sentence such a word is asked about apart; a shorter one is another word too often. */
const SHORTEST_JOINED = 5;
/** In what imports bring shorter ones could be another word. */
const SHORTEST_SURE = 7;
/** Longer ones are no part of another word by chance. */
const SHORTEST_WITHIN = 9;

/** Shorter words of a name are a part of other words by chance. */
const SHORTEST_PART_WITHIN = 6;

/** What may stand between two words of a name, and what has to. */
const APART = String.raw`[^\p{L}\p{N}]{1,16}?`;
const LETTERS_APART = String.raw`[^\p{L}\p{N}]{1,3}?`;
const MAY_BE_APART = String.raw`[^\p{L}\p{N}]{0,16}?`;
const BEFORE = String.raw`(?<!\p{L})`;
const AFTER = String.raw`(?!\p{L})`;

/** What is the same for all ways to write a name: capitals, accents, order and signs between words. */
export function nameKey(name: string): string {
  return slug(name).split("-").sort().join("-");
}

/** The words of a name as it is spoken, without titles as far as two others are left, or one that is a whole name. */
export function wordsOfName(name: string): string[] {
  const [, last, first] = /^([^,()]+),([^,()]+)$/.exec(name) ?? [];
  const spoken =
    last === undefined || first === undefined || isTitle(first.trim()) ? name.replace(/(?<=\S)\s*\([^()]*\)/g, "") : `${first} ${last}`;
  return wordsIn(spoken);
}

function wordsIn(spoken: string): string[] {
  const all = normal(spoken, "NFC")
    .split(/[\s,()]+/u)
    .filter(Boolean);
  const named = all.filter((word) => !isTitle(word));
  const words = (named.length > 1 || named.some(isWholeName) ? named : all).flatMap((word) => word.split("."));
  // Signs such as `--` or `❤` are no word of a name, unless it has no other.
  const spelled = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return spelled.length > 0 ? spelled : words.filter(Boolean);
}

/** Scripts that set no blanks between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]{2,}$/u;
const isWholeName = (word: string) => UNSPACED.test(word);

/** All words of a name with brackets, as some write it out: `Ada (Bit) Example`. */
const wordsWithBrackets = (name: string): string[][] => (/\S\s*\([^()]*\)/.test(name) ? [wordsIn(name.replace(/[()]/g, " "))] : []);

/**
 * The halves of a name that is written in two scripts, each of which may stand alone: `李小龙` and `Bruce Lee` of `李小龙 (Bruce Lee)`. One
 * may be an organization as well.
 */
export function halvesOfName(name: string): string[] {
  const runs = normal(name, "NFC").match(/[\p{Script=Latin}\p{M}\s.'’‐-]{2,}|[^\p{Script=Latin}()[\]（）/|,]{2,}/gu) ?? [];
  const halves = runs
    .map((run) => run.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, ""))
    .filter((run) => wordsOfName(run).some((word) => /\p{L}/u.test(word)));
  const isLatin = (half: string) => /\p{Script=Latin}/u.test(half);
  if (!halves.some(isLatin) || halves.every(isLatin)) return [];
  return halves.filter((half) => !isOrganization(half) && (isWholeName(half) || wordsOfName(half).length > 1));
}

/** What Latin letters in brackets say is as often where somebody works, which imports must not withhold. */
const LATIN_BRACKETS = /[([（][^()[\]（）]*\p{Script=Latin}[^()[\]（）]*[)\]）]/gu;

/** `Đặng` is written `Dang`, though addresses have `djang`. */
const withPlainD = (name: string) => name.replaceAll("đ", "d").replaceAll("Đ", "D");

const initialOf = (word: string) => [...word][0] ?? "";
const isInitial = (word: string) => /^\p{Lu}\p{M}*$/u.test(word);

/** The keys under which a name is known: surely, and those that may be another name: with an initial, without a middle name. */
export interface NameKeys {
  sure: string[];
  perhaps: string[];
}

/** The keys of a name that must be known again in any form. */
export function keysToKnow(name: string): NameKeys {
  const words = wordsOfName(name);
  const [first = "", ...others] = words;
  const last = others.at(-1);
  const joined = last === undefined ? [] : [words.join(""), first + last, last + first];
  const sure = [...new Set([name, words.join(" "), withPlainD(name), ...joined.filter((one) => one.length >= SHORTEST_SURE)].map(nameKey))];
  const halves = halvesOfName(name.replace(LATIN_BRACKETS, " ")).map(nameKey);
  if (last === undefined || !HAS_CASE.test(name)) return { sure, perhaps: halves.filter((key) => !sure.includes(key)) };
  const pairs = others.filter((other) => !isInitial(other)).flatMap((other) => [`${first} ${other}`, `${initialOf(first)} ${other}`]);
  const short = [
    ...pairs,
    `${initialOf(first)} ${others.join(" ")}`,
    `${first} ${initialOf(last)}`,
    `${initialOf(first)}${last}`,
    `${words.slice(0, -1).map(initialOf).join(" ")} ${last}`,
  ];
  const perhaps = [...short, ...joined].filter((one) => one.length >= SHORTEST_JOINED).map(nameKey);
  return { sure, perhaps: [...new Set([...perhaps, ...halves])].filter((key) => !sure.includes(key)) };
}

/** `Zelda Maria Quuxbury` as `Zelda M Quuxbury`. */
const withMiddleInitials = (words: readonly string[]) =>
  words.map((word, index) => (index === 0 || index === words.length - 1 ? word : initialOf(word))).join(" ");

/** The keys under which a name as some text has it may be known. */
export function keysToLookUp(name: string): { sure: string[]; short: string[]; shortened: string[] } {
  const words = wordsOfName(name);
  const sure = [...new Set([name, words.join(" "), withPlainD(name)].map(nameKey))].filter(Boolean);
  const [first = "", ...others] = words;
  const keys = (texts: string[]) => [...new Set(texts.map(nameKey))].filter((key) => !sure.includes(key));
  const withoutInitials = [first, ...others.filter((word) => !isInitial(word))];
  return {
    sure,
    // `Zelda M. Quuxbury` as `Zelda Quuxbury`, of which the middle name may be anything.
    short: withoutInitials.length > 1 && withoutInitials.length < words.length ? keys([withoutInitials.join(" ")]) : [],
    shortened: others.length > 1 ? keys([...others.map((other) => `${first} ${other}`), withMiddleInitials(words)]) : [],
  };
}

/** A place in a text that holds a name. */
export interface NameHit extends Stretch {
  /** It has an initial in place of a name, or another middle name, and may be somebody else. */
  isPerhaps: boolean;
  /** A word of it begins with a small letter where that of the name has a capital, or it is short and joined, and it is in no address: it may be plain words. */
  isPlain: boolean;
}

/** Texts are read in pieces, so that a large file takes no more memory; names at their edges stand in two. */
const PIECE = 1_000_000;
const OVERLAP = 1_000;

const TITLED = /(?:(?<!\p{L})(?:dr|prof|professor|mr|mrs|ms|sir|dipl|ing)\.?\s{1,3})+$/u;

/** Finds a person by all spellings of the name. */
export class NameFinder {
  readonly #sure: RegExp;
  readonly #perhaps: RegExp;
  readonly #middle: RegExp;
  readonly #rest: Rest;
  readonly #parts: RegExp;
  readonly #partsWithin: RegExp;
  readonly #likeWords: LikeWords;

  /** Words of the name that the person has now are no sign of the old one. */
  constructor(spellings: Iterable<string>, nameNow = "") {
    const all = [...spellings].map(wordsOfName);
    const stays = new Set(wordsOfName(nameNow).map(readingWord));
    this.#likeWords = {
      small: new Set(
        all
          .flat()
          .filter((word) => STARTS_SMALL.test(word))
          .map(readingWord),
      ),
      joined: new Set(
        all
          .filter((words) => words.length > 1 && words.join("").length < SHORTEST_SURE && HAS_CASE.test(words.join("")))
          .flatMap((words) => orders(words).map((order) => readingWord(order.join("")))),
      ),
    };
    this.#sure = anyOf([...all, ...[...spellings].flatMap(wordsWithBrackets)].flatMap(surely));
    this.#perhaps = anyOf(all.flatMap(perhaps));
    this.#middle = anyOf(all.flatMap(withMiddleNames));
    this.#rest = restOf(all.filter(({ length }) => length > 2).flat());
    const parts = all
      .filter(({ length }) => length > 1)
      .flat()
      .filter((word) => [...word].length > 1 && !stays.has(readingWord(word)));
    const patterns = (isWithin: (word: string) => boolean) =>
      parts.flatMap((word) => (isWithin(word) ? wordPattern(word) : bounded(wordPattern(word))));
    this.#parts = anyOf(patterns((word) => UNSPACED.test(word)));
    const isWithin = (word: string) => UNSPACED.test(word) || word.length >= SHORTEST_PART_WITHIN;
    this.#partsWithin = anyOf([...patterns(isWithin), ...all.flatMap(asHandles)]);
  }

  /** Whether a text or an address surely holds the name. */
  holds(text: string): boolean {
    if (this.#sure === NOTHING) return false;
    for (const { piece } of piecesOf(text)) if (readingsOf(piece).some((reading) => reading.text.search(this.#sure) >= 0)) return true;
    return false;
  }

  /** Where a text holds the name, in order, without overlaps; with `isWide` also what may be the name. */
  find(text: string, isWide = false): NameHit[] {
    const sure: Sought = { pattern: this.#sure, isPerhaps: false };
    const wide: Sought[] = [
      { pattern: this.#perhaps, isPerhaps: true, rest: this.#rest },
      { pattern: this.#middle, isPerhaps: true, isOfNames: true },
    ];
    return hitsIn(text, isWide ? [sure, ...wide] : [sure], this.#likeWords);
  }

  /** Where a text holds a first or a last name alone, with a capital; of an address with none as well. */
  parts(text: string, isAddress = false): NameHit[] {
    return this.#outsideNames(text, this.#parts, isAddress);
  }

  /** The same, longer words that hold one (`Quuxburys`), and what people are called elsewhere (`wliu`). Many of these speak of something else. */
  partsWithin(text: string, isAddress = false): NameHit[] {
    return this.#outsideNames(text, this.#partsWithin, isAddress);
  }

  #outsideNames(text: string, pattern: RegExp, isAddress: boolean): NameHit[] {
    return outside(hitsIn(text, [{ pattern, isPerhaps: true, isName: !isAddress }], this.#likeWords), this.find(text, true));
  }

  /** The start of a hit with the titles before it. */
  withTitles(text: string, { start }: Pick<NameHit, "start">): number {
    const before = text.slice(Math.max(0, start - 60), start);
    return start - (TITLED.exec(before.toLowerCase())?.[0].length ?? 0);
  }
}

function* piecesOf(text: string): Generator<{ piece: string; at: number }> {
  for (let at = 0; at === 0 || at + OVERLAP < text.length; at += PIECE) yield { piece: text.slice(at, at + PIECE + OVERLAP), at };
}

/** What of a name may be plain words, or is none though it begins with a small letter. */
interface LikeWords {
  /** Words that begin with a small letter in the name itself, such as `van`. */
  small: ReadonlySet<string>;
  /** All words of a short name as one, which may be another word: `kimono`. */
  joined: ReadonlySet<string>;
}

interface Sought {
  pattern: RegExp;
  isPerhaps: boolean;
  /** It has to begin with a capital, where its script has any. */
  isName?: boolean;
  /** All its words have to. */
  isOfNames?: boolean;
  /** Other words of the name beside it belong to it. */
  rest?: Rest;
}

/** What of a longer name may stand beside a part of it. */
interface Rest {
  before: RegExp;
  after: RegExp;
}

/** A letter of a script that has no capitals, or does not begin names with them. */
const WITHOUT_CAPITALS = /^[\p{Lo}\p{Script=Georgian}]/u;
/** A letter of a script that begins names with a capital. */
const WITH_CAPITALS = /(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]/u;

const STARTS_SMALL = /^\p{Ll}/u;
const BEGINS_SMALL = /(?<![\p{L}'’])\p{Ll}/u;

/** Whether some words, as they are read, that are a name but for a small letter, or joined, may be a part of a sentence, and not of an address, a path or a name of a file. */
function isPlainText(read: string, source: string, start: number, end: number, { small, joined }: LikeWords): boolean {
  const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const found = source.slice(start, end);
  const words = wordsOf(read);
  // Letters that stand apart are no sentence.
  if ([words, wordsOf(found)].some((all) => all.every((word) => [...word].length === 1))) return false;
  const isLikeWord = (word: string) => joined.has(word.toLowerCase()) || (STARTS_SMALL.test(word) && !small.has(word.toLowerCase()));
  if (!words.some(isLikeWord)) return false;
  if (!WITH_CAPITALS.test(found)) return false;
  if (/\s/u.test(found)) return true;
  const before = /[^\s<>"'()[\]]*$/u.exec(source.slice(Math.max(0, start - LONGEST_ADDRESS), start))?.[0] ?? "";
  const after = /^[^\s<>"'()[\]]*/u.exec(source.slice(end, end + LONGEST_ADDRESS))?.[0] ?? "";
  const whole = before + found + after;
  // Two words of a sentence, as in `kimono/obi`.
  if (/^\p{L}+(?:\/\p{L}+)+$/u.test(whole)) return words.some((word) => joined.has(word.toLowerCase()));
  return !/[/@\\]|[.]\p{L}/u.test(whole);
}

/** Farther away nothing of an address is looked for. */
const LONGEST_ADDRESS = 300;

function hitsIn(text: string, all: readonly Sought[], likeWords: LikeWords): NameHit[] {
  const sought = all.filter(({ pattern }) => pattern !== NOTHING).map((one) => ({ ...one, hits: [] as NameHit[] }));
  if (sought.length === 0) return [];
  for (const { piece, at } of piecesOf(text))
    for (const reading of readingsOf(piece))
      for (const { pattern, isPerhaps, isName, isOfNames, rest, hits } of sought)
        for (const match of reading.text.matchAll(pattern)) {
          const isSmall = STARTS_SMALL.test(reading.shown.slice(match.index, match.index + 2));
          if (isName && isSmall && !WITHOUT_CAPITALS.test(piece.slice(reading.placeOf(match.index, match.index + 1).start))) continue;
          if (isOfNames && BEGINS_SMALL.test(reading.shown.slice(match.index, match.index + match[0].length))) continue;
          const [first, last] = withRest(reading.text, match.index, match.index + match[0].length, rest);
          const place = reading.placeOf(...wholeWords(reading.text, first, last));
          const after = isWithinCharacter(piece, place.end) ? place.end + 1 : place.end;
          const { start, end } = withBrackets(piece, { ...place, end: after + marksAt(piece, after) });
          const isPlain = isPlainText(reading.shown.slice(first, last), piece, start, end, likeWords);
          hits.push({ start: at + start, end: at + end, isPerhaps, isPlain });
        }
  // What was sought first is kept where two overlap.
  let kept: NameHit[] = [];
  for (const { hits } of sought) kept = inOrder([...kept, ...outside(inOrder(hits), kept)]);
  return kept;
}

/** A part of a longer name with the other words of the name right beside it. */
function withRest(text: string, start: number, end: number, rest: Rest | undefined): [number, number] {
  if (rest === undefined) return [start, end];
  const before = rest.before.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0;
  const after = rest.after.exec(text.slice(end, end + 80))?.[0].length ?? 0;
  return [start - before, end + after];
}

/** Whether the second half of a character stands there, such as of an unseen letter. */
const isWithinCharacter = (text: string, at: number) => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** A hit with the other bracket of one that is in it, where that stands right beside it: `Example (Ada)`, `(Ada) Example`. */
function withBrackets(text: string, { start, end }: Stretch): Stretch {
  const brackets = text.slice(start, end).replace(/[^()（）]/g, "");
  if (/^[(（]$/.test(brackets) && /[)）]/.test(text.charAt(end))) return { start, end: end + 1 };
  if (/^[)）]$/.test(brackets) && /[(（]/.test(text.charAt(start - 1))) return { start: start - 1, end };
  return { start, end };
}

/** How many marks of the letter before stand there: a decomposed letter is read without them. */
const marksAt = (text: string, at: number) => /^\p{M}*/u.exec(text.slice(at, at + 100))?.[0].length ?? 0;

/** A name within a longer word, such as `@realzeldaquuxbury`, takes all of it; names without capitals stand among other words. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  if (!HAS_CASE.test(text.slice(start, end))) return [start, end];
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return [start - before, end + after];
}

/** A pattern that finds nothing, where there is no name: no text need be read for it. */
const NOTHING = /(?!)/gu;

function anyOf(ways: readonly string[]): RegExp {
  const sorted = [...new Set(ways)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.length === 0 ? NOTHING : new RegExp(sorted.join("|"), "gu");
}

/** The ways in which a name is surely the person's. */
function surely(words: readonly string[]): string[] {
  const joined = words.join("");
  if (!HAS_CASE.test(joined) && /\p{L}/u.test(joined))
    return orders(words)
      .map((order) => order.map(wordPattern).join(MAY_BE_APART))
      .concat(escaped(slug(words.join(" "))));
  const isLong = joined.length >= SHORTEST_JOINED;
  const ways = orders(words).flatMap((order) => bounded(order.map(wordPattern).join(isLong ? MAY_BE_APART : APART)));
  const within = joined.length >= SHORTEST_WITHIN ? orders(words).map((order) => order.map(wordPattern).join("")) : [];
  const spaced = isLong ? orders(words).flatMap((order) => bounded(spacedPattern(order))) : [];
  return words.length > 1 ? [...ways, ...within, ...spaced] : ways;
}

/** A name with its letters apart, as headings and PDFs have it: `A d a  E x a m p l e`. */
const spacedPattern = (words: readonly string[]): string =>
  words
    .map((word) =>
      [...word]
        .map((letter) => readingWord(letter).replace(/[^\p{L}\p{N}]+/gu, ""))
        .filter(Boolean)
        .map(escaped)
        .join(LETTERS_APART),
    )
    .join(APART);

/** The ways in which a name may be the person's: with initials, without middle names, with others. */
function perhaps(words: readonly string[]): string[] {
  const [first, ...others] = words;
  const last = others.at(-1);
  if (first === undefined || last === undefined || !HAS_CASE.test(words.join(""))) return [];
  const initials = String.raw`(?:\p{L}${APART}){1,2}`;
  const [start, end] = [wordPattern(first), wordPattern(last)];
  const initial = wordPattern(initialOf(first));
  const rest = others.map(wordPattern);
  return [
    `${start}${APART}${initials}${end}`,
    ...(others.length > 1
      ? others.flatMap((other) => [`${start}${APART}${wordPattern(other)}`, `${wordPattern(other)}${APART}${start}`])
      : []),
    ...(others.length > 1 && first.length + last.length >= SHORTEST_SURE ? [`${start}${end}`, `${end}${start}`] : []),
    `${initial}${APART}(?:${initials})?${end}`,
    `${initial}${APART}${rest.join(APART)}`,
    String.raw`${end}, {0,2}${initial}\.?`,
    String.raw`${end} ${initial}\.`,
    ...familiesWithInitials(words),
    String.raw`${rest.join(APART)}, {0,2}${initial}\.?`,
    ...(last.length > 4 ? [`${initial}${end}`, `${initial}${rest.join("")}`] : []),
    ...(words.join("").length === SHORTEST_JOINED - 1 ? orders(words).map((order) => order.map(wordPattern).join("")) : []),
    String.raw`${start} ${wordPattern(initialOf(last))}\.`,
  ].map((way) => `${BEFORE}${way}${AFTER}`);
}

/** `M. J. García Márquez`, `MJ Márquez` and `García Márquez, M. J.` of `María José García Márquez`. */
function familiesWithInitials(words: readonly string[]): string[] {
  const letter = (word: string) => wordPattern(initialOf(word));
  const given = words
    .slice(0, -1)
    .flatMap((word) => word.split(/[-‐‑]/u))
    .filter(Boolean);
  const families = words.length > 3 ? [words.slice(-2), words.slice(-1)] : [words.slice(-1)];
  return families.flatMap((family) => {
    const name = family.map(wordPattern).join(APART);
    const joined = given
      .slice(0, given.length - family.length + 1)
      .map(letter)
      .join("");
    return [
      ...(joined.length > 1 ? [String.raw`${joined}\s${name}`] : []),
      ...(family.length > 1
        ? [
            String.raw`${letter(words[0] ?? "")}${APART}(?:\p{L}${APART}){0,2}${name}`,
            String.raw`${name}, {0,2}${letter(words[0] ?? "")}\.?`,
          ]
        : []),
    ];
  });
}

/** With one or two other names in the middle, each with a capital: `Ada Maria Example`, `Ada “Bit” Example`. */
function withMiddleNames(words: readonly string[]): string[] {
  const [first = "", ...others] = words;
  const last = others.at(-1);
  if (last === undefined || !HAS_CASE.test(words.join(""))) return [];
  const apart = String.raw`[\s"“”„«»'’(]{1,3}`;
  const middle = String.raw`(?:\p{L}[\p{L}'’-]{1,30}["“”«»'’)]?\s{1,3}){1,2}`;
  return bounded(`${wordPattern(first)}${apart}${middle}${wordPattern(last)}`);
}

/** A first or a last name with the initial of the other: `wliu`, `liuw`, `weil` of Wei Liu. */
function asHandles(words: readonly string[]): string[] {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || !HAS_CASE.test(words.join(""))) return [];
  const initial = (word: string) => wordPattern(initialOf(word));
  return [
    [initial(first), wordPattern(last)],
    [wordPattern(last), initial(first)],
    [wordPattern(first), initial(last)],
  ].flatMap((both) => bounded(both.join("")));
}

/** Finds words of a name, and initials, right before or behind a place. */
function restOf(words: readonly string[]): Rest {
  const all = [...new Set(words.map(wordPattern))].sort((a, b) => b.length - a.length).join("|");
  if (all === "") return { before: NOTHING, after: NOTHING };
  return {
    before: new RegExp(String.raw`${BEFORE}(?:(?:${all})[\s.-]{1,3})+$`, "u"),
    after: new RegExp(String.raw`^(?:[\s.-]{1,3}(?:${all})${AFTER})+`, "u"),
  };
}

const bounded = (way: string): string[] => [`${BEFORE}${way}${AFTER}`];

/** Of a name of more words, one is the last name. */
const MOST_TURNED = 10;

/** All orders in which the words of a name stand: as spoken, and last name first, which may be several words: `van Example, Ada`. */
function orders(words: readonly string[]): string[][] {
  const starts = words.length > MOST_TURNED ? [0, words.length - 1] : [...words.keys()];
  return starts.map((start) => [...words.slice(start), ...words.slice(0, start)]);
}

/** Germans may write `ü` as `ue`. */
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", đ: "dj" };

function wordPattern(word: string): string {
  const spelledOut = word.toLowerCase().replace(/[äöüåøđ]/g, (letter) => SPELLED_OUT[letter] ?? letter);
  // At the end of Arabic words one is written for the other.
  const otherYeh = word.replace(/[\u0649\u064a\u06cc]$/u, (letter) => (letter === "\u0649" ? "\u064a" : "\u0649"));
  const ways = [...new Set([word, spelledOut, otherYeh, ...inLatinLetters([word])].map(lettersPattern))];
  return ways.length === 1 ? (ways[0] ?? "") : `(?:${ways.join("|")})`;
}

/** `O’Brien` with any apostrophe, or none. */
function lettersPattern(word: string): string {
  if (UNSPACED.test(word)) return unspacedPattern(word);
  const atoms = readingWord(word)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return atoms.length === 0 ? escaped(word) : atoms.map(escaped).join(MAY_BE_APART);
}

/** Some set blanks or dots into a name of such a script: `山田 太郎`, `李·小龙`. In Korean, a blank parts two short words. */
function unspacedPattern(word: string): string {
  const letters = [...word].map((letter) => escaped(readingWord(letter)));
  const isKorean = /\p{Script=Hangul}/u.test(word);
  return letters.join(letters.length > 2 || !isKorean ? String.raw`[\s・·･•]{0,2}?` : "");
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** No name has more words. */
const MOST_WORDS = 5;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
const BETWEEN = /^[\s.,_+\-‐‑]{1,4}$/u;

/** All runs of words of a text that could be a name: those that begin with a capital, in addresses all. */
export function* possibleNames(text: string): Generator<PossibleName> {
  for (const { shown } of readingsOf(text)) {
    const addresses = addressesIn(shown);
    const words = [...shown.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    let next = 0;
    for (const [index, { start }] of words.entries()) {
      while ((addresses[next]?.end ?? Infinity) <= start) next += 1;
      const isAddress = (addresses[next]?.start ?? Infinity) <= start || shown[start - 1] === "@";
      if (!isAddress && /\p{Ll}/u.test(shown[start] ?? "")) continue;
      yield* runsFrom(shown, words, index);
    }
  }
}

/** A run of words that may be a name, with the keys under which it may be known. */
export interface PossibleName {
  name: string;
  key: string;
  /** Without initials: of `Zelda M. Quuxbury`, of which the middle name may be anything. */
  short: string[];
  /** Without a middle name, and with the initial of it. */
  shortened: string[];
  /** Whether it may be a name that is close to another: it has an initial, or it is of names alone, and none goes on after it. */
  mayBeNear: boolean;
}

function* runsFrom(shown: string, words: readonly Stretch[], index: number): Generator<PossibleName> {
  const { start } = words[index] ?? { start: 0 };
  const run: string[] = [];
  const goesOn = (at: number) => {
    const [word, next] = [words[at], words[at + 1]];
    return (
      word !== undefined &&
      next !== undefined &&
      BETWEEN.test(shown.slice(word.end, next.start)) &&
      isUpper(shown.slice(next.start, next.start + 2))
    );
  };
  for (let at = index; at < Math.min(words.length, index + MOST_WORDS); at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (!word || (at > index && before && !BETWEEN.test(shown.slice(before.end, word.start)))) return;
    run.push(shown.slice(word.start, word.end));
    const name = shown.slice(start, word.end);
    const hasInitial = run.some(isInitial);
    const long = hasInitial && !isInitial(run[0] ?? "") ? run.filter((one) => !isInitial(one)) : [];
    const [first = "", , last] = run;
    yield {
      name,
      key: nameKey(name),
      short: long.length > 1 ? [nameKey(long.join(" "))] : [],
      shortened: run.length === 3 && !hasInitial ? [`${first} ${last}`, withMiddleInitials(run)].map(nameKey) : [],
      mayBeNear: hasInitial || (run.length > 1 && run.every(isUpper) && !goesOn(at)),
    };
  }
}

/** Whether a text begins with a capital. */
const isUpper = (text: string) => /^\p{Lu}/u.test(text);

const ADDRESS = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>"`|]+|[^\s<>"`|()[\]@]{1,64}@[^\s<>"`|()[\]@]{1,250}/giu;

/** Where a text holds addresses of pages and of mail. */
export function addressesIn(text: string): Stretch[] {
  return [...text.matchAll(ADDRESS)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
