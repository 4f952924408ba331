/** Whether two names can be those of one person, and what makes them alike. Works on the names alone. */
import { Nicknames } from "./nicknames.ts";
import { editDistance } from "./similar.ts";
import { slug } from "./slug.ts";
import { normal } from "./normal.ts";

/** What makes two names alike. */
const LIKENESSES = [
  "spelling",
  "order",
  "title",
  "addition",
  "handle",
  "transliteration",
  "nickname",
  "short form",
  "middle name",
  "initial",
  "family name",
  "slip",
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** The likeness of two names; `strength` is how much the names alone say: 1 little, 2 something, 3 nearly all. */
export interface Alike {
  kind: Likeness;
  strength: 1 | 2 | 3;
}

/** A way to read a name: its words in small Latin letters, and what was done to get there. */
interface Form {
  words: readonly string[];
  /** The same in one, and in one in alphabetical order. */
  joined: string;
  sorted: string;
  kind: Likeness | undefined;
  /** All but the first word is initials in capitals. */
  isShort: boolean;
  /** Two people in one name, who are neither of them. */
  isList: boolean;
}

/** A name with the ways to read it. */
export interface ReadName {
  forms: readonly Form[];
}

const TITLE = /^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|rev)\.?|(?:ing|dipl|mag)\.|dr\.?-ing\.?)$/i;
const DEGREE = /^(?:ph\.?d|m\.?d|m\.?sc|b\.?sc|m\.?b\.?a|cissp|pmp|esq)\.?$/i;
/** `RK` or `R.K.` in place of a family name. */
const INITIALS = /^(?:\p{Lu}\.?){1,4}$/u;
/** What stands after a name and is none: who else was there, or where the person came from. */
const TAIL = /(?:\s*,)?\s+(?:et\.? al\.?|and (?:others|friends|team)|(?:of|from|at|@)\s.*)$/i;
const BRACKETS =
  /[([（【［]([^()[\]（）【】［］]*)[)\]）】］]|["“”„«»]([^"“”„«»]+)["“”„«»]|(?<![\p{L}\p{N}])(?:''|['‘’])([^'‘’]+)(?:''|['‘’])(?![\p{L}\p{N}])/gu;
const MOST_FORMS = 8;
const SEVERAL = /[&;]|\s(?:and|und|et|with)\s/i;
/** A name this long is a list of people, or none. */
const LONGEST = 120;

/** The ways to read a name, the first as it is written. */
export function readName(name: string): ReadName {
  const forms: Form[] = [];
  const whole = normal(name, "NFKC").replace(/\s+/gu, " ").trim();
  const isList = isOfSeveral(whole);
  const add = (text: string, kind: Likeness | undefined) => {
    const parts = text.split(/[\s,]+/u).filter((part) => part !== "");
    const plain = parts.filter((part, index) => !TITLE.test(part) && (index === 0 || !DEGREE.test(part)));
    const words = wordsOf(plain.length > 0 ? plain : parts);
    const of = kind ?? (plain.length < parts.length && plain.length > 0 ? "title" : undefined);
    const isThere = forms.some((one) => one.words.join(" ") === words.join(" "));
    if (words.length === 0 || forms.length >= MOST_FORMS || isThere) return;
    const isShort = plain.length > 1 && plain.slice(1).every((part) => INITIALS.test(part));
    forms.push({ words, joined: words.join(""), sorted: [...words].sort().join(" "), kind: of, isShort, isList });
  };
  add(
    whole.replace(BRACKETS, (_, ...inner: (string | undefined)[]) => ` ${inner.slice(0, 3).find(Boolean) ?? ""} `),
    undefined,
  );
  if (isList) return { forms };
  const inner = [...whole.matchAll(BRACKETS)].map((match) => (match[1] ?? match[2] ?? match[3] ?? "").trim()).filter(Boolean);
  const outside = whole.replace(BRACKETS, " ").replace(/\s+/g, " ").trim();
  const base = outside.replace(TAIL, "");
  if (base !== whole && base !== "") add(base, "addition");
  const baseWords = base.split(" ");
  for (const one of inner) {
    const isWord = !one.includes(" ");
    // `Ann (Annie) Lee` is `Annie Lee` too, `Annie (Ann Lee)` is `Ann Lee`; a single word may be a handle.
    if (isWord && baseWords.length > 1) add([one, ...baseWords.slice(1)].join(" "), "addition");
    if (!isWord) add(one, "addition");
    else if (one.replace(/^@/, "").length >= SHORTEST_HANDLE) add(one, "handle");
  }
  for (const text of slashed(base)) add(text, "addition");
  for (const { text, kind } of commas(base)) add(text, kind);
  const [, dashed] = /^(.+?)\s+(?:[-–—|:]|@)\s*\S/u.exec(base) ?? [];
  if (dashed?.includes(" ") === true) add(dashed, "addition");
  return { forms };
}

const SHORTEST_HANDLE = 5;

/** The words of a name. A name without Latin letters is one word, since nothing tells its parts. */
function wordsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const word = slug(part.replace(/^@/, ""));
    return CODE_POINTS.test(word) ? [word.replaceAll("-", "")] : word.split("-").filter((one) => one !== "");
  });
}

const CODE_POINTS = /^u[0-9a-f]{3,5}(?:-u[0-9a-f]{3,5})*$/;

function isOfSeveral(name: string): boolean {
  const base = name.replace(TAIL, "");
  const [left = "", right = ""] = base.split(/\s*[/|]\s*/);
  const areTwo = /\s[/|]|[/|]\s/.test(base) && left.includes(" ") && right.includes(" ") && isLatin(left) === isLatin(right);
  return name.length > LONGEST || SEVERAL.test(base) || areTwo;
}

/** `Ann/Anna Lee` is both; of `Ann Lee / alee` the side that can be a name is one. */
function slashed(text: string): string[] {
  const [left = "", right = "", more] = text.split(/\s*[/|]\s*/);
  if (right === "" || more !== undefined) return [];
  const [before, after] = [left.split(" "), right.split(" ")];
  if (!/\s[/|]|[/|]\s/.test(text) && isLatin(left) && isLatin(right)) {
    if (before.length === 1 && after.length > 1) return [[left, ...after.slice(1)].join(" "), right];
    if (after.length === 1 && before.length > 1) return [left, [...before.slice(0, -1), right].join(" ")];
  }
  return [left, right].filter((side) => side.includes(" ") || !isLatin(side));
}

/** `Lee, Ann` is `Ann Lee`; what follows a whole name and a comma may be where the person works. */
function commas(text: string): { text: string; kind: Likeness }[] {
  const [before = "", after = "", more] = text.split(/\s*,\s*/).filter((part) => !DEGREE.test(part));
  if (after === "" || more !== undefined) return [];
  const turned = { text: `${after} ${before}`, kind: "order" as const };
  if (!before.includes(" ")) return [turned];
  return after.includes(" ") ? [] : [turned, { text: before, kind: "addition" }];
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);

/** Compares names as an archive knows them. */
export class NameLikeness {
  readonly #nicknames: Nicknames;

  constructor(nicknames = new Nicknames()) {
    this.#nicknames = nicknames;
  }

  /** What makes two names alike; nothing where they are not. */
  compare(a: ReadName, b: ReadName): Alike | undefined {
    let best: Alike | undefined;
    for (const one of a.forms) {
      for (const other of b.forms) {
        const found = this.#compareForms(one, other);
        const alike = found && readAs(one.kind, other.kind, found);
        if (alike && (!best || isBetter(alike, best))) best = alike;
      }
    }
    return best;
  }

  /** Keys of a name. Two names that are alike share one of them, so that nobody has to be compared with everybody. */
  keysOf({ forms }: ReadName): Set<string> {
    const keys = new Set<string>();
    for (const { words, joined, sorted } of forms) {
      keys.add(`letters ${joined}`);
      keys.add(`sorted ${sorted}`);
      for (const read of [words, withoutInitial(words)]) this.#addKeys(keys, read);
    }
    return keys;
  }

  #addKeys(keys: Set<string>, words: readonly string[]): void {
    const [first, last] = [words[0], words.at(-1)];
    if (words.length < 2 || first === undefined || last === undefined) return;
    const rest = words.slice(1);
    keys.add(`sound ${sound(first)} ${sound(last)}`);
    for (const group of this.#nicknames.groupsOf(first)) keys.add(`nickname ${group} ${last}`);
    keys.add(`start ${first[0]} ${last}`);
    keys.add(`end ${first.slice(-3)} ${last}`);
    keys.add(`family ${first} ${last[0]}`);
    keys.add(`family ${first} …${last.slice(-2)}`);
    keys.add(`next ${first} ${rest[0]}`);
    keys.add(`second ${rest.length > 1 ? rest[0] : first} ${last}`);
    keys.add(`initials ${first} ${rest.map((word) => word[0] ?? "").join("")}`);
    if (rest.join("").length <= 4) keys.add(`initials ${first} ${rest.join("")}`);
  }

  #compareForms(one: Form, other: Form): Alike | undefined {
    const [a, b, joined] = [one.words, other.words, one.joined];
    if (joined === other.joined) {
      const isName = a.length > 1 && b.length > 1;
      if (isName || (a.length === b.length && joined.length >= SHORTEST_HANDLE)) return { kind: "spelling", strength: isName ? 3 : 2 };
      return a.length === b.length ? { kind: "spelling", strength: 1 } : { kind: "handle", strength: joined.length >= 8 ? 3 : 2 };
    }
    if (a.length < 2 || b.length < 2) return undefined;
    if (one.sorted === other.sorted) return { kind: "order", strength: a.length > 2 ? 3 : 2 };
    if (one.isList || other.isList) return undefined;
    return (
      this.#compareParts(a, b) ??
      initialsOnly(one, other) ??
      this.#compareParts(withoutInitial(a), b) ??
      this.#compareParts(a, withoutInitial(b)) ??
      middleAsFirst(a, b)
    );
  }

  /** First and last names, with what stands between them. */
  #compareParts(a: readonly string[], b: readonly string[]): Alike | undefined {
    const [first, last, otherFirst, otherLast] = [a[0] ?? "", a.at(-1) ?? "", b[0] ?? "", b.at(-1) ?? ""];
    if (a.length < 2 || b.length < 2) return undefined;
    const given = first === otherFirst ? "same" : this.#compareGiven(first, otherFirst);
    const family = last === otherLast ? "same" : compareFamily(last, otherLast);
    if (given === undefined) return undefined;
    if (family === undefined) return given === "same" ? shortFamily(a, b) : undefined;
    const middle = middles(a, b);
    if (middle === "differ") return undefined;
    const found = given === "same" ? family : family === "same" ? given : bothSound(given, family);
    if (found === undefined) return undefined;
    if (found === "same") return { kind: middle === "same" ? "initial" : "middle name", strength: middle === "initial" ? 3 : 2 };
    return middle === "missing" && found.strength > 1 && found.kind !== "nickname" ? { ...found, strength: 1 } : found;
  }

  #compareGiven(a: string, b: string): Alike | undefined {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    if (this.#nicknames.areOne(a, b)) return { kind: "nickname", strength: 2 };
    if (short.length === 1) return long.startsWith(short) ? { kind: "initial", strength: 1 } : undefined;
    if (isOtherGender(short, long)) return undefined;
    if (sound(a) === sound(b)) return { kind: "transliteration", strength: 2 };
    if (short.length >= 4 && long.startsWith(short)) return { kind: "short form", strength: 2 };
    if (short.length === 3 && long.length > 4 && long.startsWith(short)) return { kind: "short form", strength: 1 };
    return slip(a, b);
  }
}

/** The stronger; of equal ones the plainer, so that the order of the names does not matter. */
export function isBetter(a: Alike, b: Alike): boolean {
  return a.strength > b.strength || (a.strength === b.strength && LIKENESSES.indexOf(a.kind) < LIKENESSES.indexOf(b.kind));
}

/** A likeness of names of which one or both were read in another way. */
function readAs(one: Likeness | undefined, other: Likeness | undefined, found: Alike): Alike {
  const kind = LIKENESSES.find((kind) => kind === one || kind === other);
  if (kind === undefined) return found;
  // `Ann Lee (Acme)` and `Ann Lee (Example)` may have been told apart on purpose.
  const most = found.kind === "spelling" && (one !== "addition" || other !== "addition") ? 3 : 2;
  const isSame = found.kind === "spelling" || found.kind === "order";
  return { kind: isSame ? kind : found.kind, strength: found.strength > most ? most : found.strength };
}

/** `c titus brown` as `titus brown`. */
function withoutInitial(words: readonly string[]): readonly string[] {
  return words.length > 2 && words[0]?.length === 1 && words[1]?.length !== 1 ? words.slice(1) : words;
}

/** `Konrad Wilk` and `Konrad Rzeszutek Wilk` can be one; `Ann B. Lee` and `Ann C. Lee` cannot. */
function middles(a: readonly string[], b: readonly string[]): "same" | "missing" | "initial" | "differ" {
  const [one, other] = [a.slice(1, -1), b.slice(1, -1)];
  if (one.join(" ") === other.join(" ")) return "same";
  if (one.length === 0 || other.length === 0) return "missing";
  const agree = (x: string, y: string) => x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
  if (one.every((word, index) => agree(word, other[index] ?? word)) || other.every((word, index) => agree(word, one[index] ?? word)))
    return "initial";
  return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word)) ? "missing" : "differ";
}

/** `John Michael Smith` who is called `Michael Smith`. */
function middleAsFirst(a: readonly string[], b: readonly string[]): Alike | undefined {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isPart =
    short.length < long.length && short.length === 2 && long.at(-1) === short.at(-1) && long.slice(1, -1).includes(short[0] ?? "");
  return isPart && (short[0] ?? "").length > 1 ? { kind: "middle name", strength: 2 } : undefined;
}

/** `Min RK` and `Min Ragan-Kelley`. */
function initialsOnly(one: Form, other: Form): Alike | undefined {
  if (one.isShort === other.isShort || one.words[0] !== other.words[0]) return undefined;
  const [short, long] = one.isShort ? [one, other] : [other, one];
  const [x, y] = [short.words.slice(1).join(""), long.words.slice(1)];
  if (x.length > 1) return x === y.map((word) => word[0] ?? "").join("") ? { kind: "initial", strength: 2 } : undefined;
  return y[0]?.startsWith(x) === true ? { kind: "initial", strength: 1 } : undefined;
}

/** `Ana García` and `Ana García López`: the same given name, and the start of the family name. */
function shortFamily(a: readonly string[], b: readonly string[]): Alike | undefined {
  const [one, other] = [a.slice(1), b.slice(1)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isStart = short.length < long.length && short.every((word, index) => word === long[index]);
  return isStart && (short.at(-1) ?? "").length > 1 ? { kind: "family name", strength: short.length > 1 ? 2 : 1 } : undefined;
}

function compareFamily(a: string, b: string): Alike | undefined {
  return sound(a) === sound(b) && Math.min(a.length, b.length) > 2 ? { kind: "transliteration", strength: 2 } : slip(a, b);
}

function bothSound(given: Alike, family: Alike): Alike | undefined {
  return given.kind === "transliteration" && family.kind === "transliteration" ? given : undefined;
}

/** `Daniel` and `Daniela`, `Mario` and `Maria`: two people. */
function isOtherGender(short: string, long: string): boolean {
  if (long.startsWith(short)) return /^(?:a|e|ia|na|ne|ina|ine|elle|ella|ette|le|ita)$/.test(long.slice(short.length));
  const [stem, otherStem] = [short.slice(0, -1), long.slice(0, -1)];
  return stem === otherStem && /a/.test(short.slice(-1) + long.slice(-1)) && /[oei]/.test(short.slice(-1) + long.slice(-1));
}

/** A mistyped word: one letter of five or more, two of nine or more. */
function slip(a: string, b: string): Alike | undefined {
  const length = Math.min(a.length, b.length);
  const most = length >= 9 ? 2 : 1;
  // Numbers tell things apart.
  if (length < 5 || Math.abs(a.length - b.length) > most || /\d/.test(a + b) || editDistance(a, b) > most) return undefined;
  return { kind: "slip", strength: length >= 6 ? 2 : 1 };
}

/** Spellings of one sound as one: `Dmitriy` and `Dmitri`, `Müller` (`muller`) and `Mueller`, `Aleksandr` and `Alexandr`. */
function sound(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  const made = word
    .replace(/(?<=[aou])e(?=[^aeiou])/g, "")
    .replace(/tsch|tch/g, "c")
    .replace(/sch|sh|sz/g, "s")
    .replace(/ch|cz|kh|ck|gh/g, (two) => (two === "gh" ? "g" : two === "ck" ? "k" : two === "kh" ? "h" : "c"))
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/ks/g, "x")
    .replace(/c(?=[aoukrlt]|$)/g, "k")
    .replace(/[jy]/g, "i")
    .replace(/w/g, "v")
    .replace(/i+/g, "i")
    .replace(/i(?=[aeou])/g, "")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=.{2})i$/, "");
  const key = made === "" ? word : made;
  if (sounds.size < MOST_SOUNDS) sounds.set(word, key);
  return key;
}

const sounds = new Map<string, string>();
const MOST_SOUNDS = 200_000;
