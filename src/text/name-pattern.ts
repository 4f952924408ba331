/** The finding of a person's name in texts and addresses, in whatever way it is written there. */
import { slug } from "./slug.ts";

/** What may stand between two words of a name. */
const BETWEEN = String.raw`(?:[\s.,_+\-]|%20|&nbsp;)*`;
/** Scripts with capitals set blanks between words; in others a name has no edges. */
const HAS_CASE = /[\p{Lu}\p{Ll}]/u;

const SHORTEST_JOINED = 7;

/** What is the same for all ways to write a name: capitals, accents, order and signs between words. */
export function nameKey(name: string): string {
  return slug(name).split("-").sort().join("-");
}

/** Finds a name with any capitals, with and without accents, in both orders, in an address too. */
export function namePattern(spellings: Iterable<string>): RegExp {
  const ways = new Set<string>();
  for (const spelling of spellings) {
    const words = spelling
      .normalize("NFC")
      .split(/[\s.,]+/u)
      .filter(Boolean);
    const [first, ...rest] = words.map(wordPattern);
    if (first === undefined) continue;
    const last = rest.at(-1);
    ways.add([first, ...rest].join(BETWEEN));
    if (last !== undefined) ways.add([last, first, ...rest.slice(0, -1)].join(BETWEEN));
    // As in the address `example.org/johnexample`; shorter ones could be another word.
    const joined = words.join("");
    if (joined.length >= SHORTEST_JOINED) ways.add(wordPattern(joined));
    if (!HAS_CASE.test(spelling)) ways.add(escaped(slug(spelling)));
  }
  const sorted = [...ways].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // A pattern that finds nothing, where there is no name.
  return new RegExp(sorted.length === 0 ? "(?!)" : sorted.join("|"), "giu");
}

function wordPattern(word: string): string {
  const plain = slug(word);
  const ways = [...new Set([word, ...(/^[a-z0-9-]+$/.test(plain) ? [plain] : [])])].map(escaped);
  const either = ways.length === 1 ? (ways[0] ?? "") : `(?:${ways.join("|")})`;
  return HAS_CASE.test(word) ? String.raw`(?<![\p{L}\p{N}])${either}(?![\p{L}\p{N}])` : either;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Whether a text holds what a pattern finds; of an address also as it reads decoded. */
export function holdsName(pattern: RegExp, text: string): boolean {
  const holds = (one: string) => one.normalize("NFC").search(pattern) >= 0;
  return holds(text) || (text.includes("%") && holds(decoded(text)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** No name has more words. */
const MOST_WORDS = 5;

/** All runs of words of a text that could be a name, with their keys: those that begin with a capital, in addresses all. */
export function* possibleNames(text: string): Generator<{ key: string; name: string }> {
  const isAddress = /^https?:/i.test(text);
  const source = (isAddress ? decoded(text) : text).normalize("NFC");
  const words = [...source.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const [index, { start }] of words.entries()) {
    if (!isAddress && /\p{Ll}/u.test(source[start] ?? "")) continue;
    for (let at = index; at < Math.min(words.length, index + MOST_WORDS); at++) {
      const [before, word] = [words[at - 1], words[at]];
      if (!word || (at > index && before && !/^[\s.,_+-]{1,3}$/u.test(source.slice(before.end, word.start)))) break;
      const name = source.slice(start, word.end);
      yield { key: nameKey(name), name };
    }
  }
}
