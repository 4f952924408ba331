/**
 * A text as names are looked for in it: letters without accents, widths and capitals, escapes read, what nobody sees left out, and
 * of every letter the place where it stands in the source. One pass, whatever the text.
 */
import { remembered } from "./memo.ts";
import { slug } from "./slug.ts";
import { normal } from "./normal.ts";

export interface Reading {
  /** Small letters and digits, and all that stands between them. */
  text: string;
  /** The same with capitals; as long as `text`. */
  shown: string;
  /** The place in the source of some characters of `text`. */
  placeOf: (start: number, end: number) => { start: number; end: number };
}

/** A text as it is written, where it has markup as a page shows it, and where it has letters that nobody sees as a program reads those. */
export function readingsOf(source: string): Reading[] {
  const written = IS_READ.test(source) ? asItIs(source) : new Reader(source, false).run();
  const readings = MARKUP.test(source) ? [written, new Reader(source, true).run()] : [written];
  if (UNSEEN_LETTERS.test(source)) readings.push(new Reader(seen(source), false).run());
  return readings;
}

/** A word, such as one of a name, in the letters of a reading. */
export const readingWord = (word: string): string => new Reader(word, false).run().text;

/** Letters that no font shows (Unicode's block “Tags”), several in a row. */
const UNSEEN_LETTERS = /[\u{e0020}-\u{e007e}]{2}/u;

/** The letters that unseen ones stand for, each with something that is not read, and blanks for all others, so that the text stays as long. */
const seen = (source: string) =>
  source
    .replace(/[^\u{e0020}-\u{e007e}]/gu, (other) => " ".repeat(other.length))
    .replace(/[\u{e0020}-\u{e007e}]/gu, (unseen) => `${String.fromCharCode((unseen.codePointAt(0) ?? 0) - 0xe0000)}\u200b`);

const MARKUP = /[*`~<>[\]\\{}]|-[ \t]*\r?\n/;
/** A text in which every character stands for itself. */
const IS_READ = /^[\t\n\r -$'-[\]-~]*$/;

function asItIs(source: string): Reading {
  return { shown: source, text: source.toLowerCase(), placeOf: (start, end) => ({ start, end }) };
}

/** `%20`, also where it was escaped again: `%2520`. */
const PERCENT = /%(?:25)*([0-9a-f]{2})/iy;
const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{0,30}));/iy;
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash|ogon|breve|macr|dot|dblac|strok)$/i;
const LIGATURE = /^(ae|oe|ij|sz)lig$/i;
const UNSEEN = /^(?:shy|zwn?j|[lr]lm|NoBreak|ZeroWidthSpace|ic|it|af)$/;
const UNICODE_ESCAPE = /\\u([0-9a-f]{4})/iy;
/** `\v{c}` and `\c t` of TeX. */
const TEX_ACCENT = /\\[a-zA-Z](?=[{ ])/y;
const LINE_ESCAPE = /\\[nrtN]/y;
const TAG = /<(?:!--[^>]{0,2000}--|\/?([a-z][\w-]*)(?:[\s/.][^<>]{0,2000})?|[\d:.]{1,20})>/iy;
/** Tags within a word; others begin something new. */
const INLINE = new Set(
  "a abbr b bdi bdo big c cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var wbr".split(" "),
);
const LINK_END = /\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,5}\)|\[[^\][\n]{0,200}\])?/y;
/** A word that was cut at the end of a line. */
const CUT_WORD = /-[ \t]{0,20}\r?\n[ \t]{0,20}(?=\p{Ll})/uy;

const BLANK_LINES = String.raw`(?:[ \t]{0,20}\r?\n){1,3}`;
const NOTE = String.raw`NOTE\b[^\r\n]{0,300}\r?\n(?:[^\r\n]{1,300}\r?\n){0,20}?${BLANK_LINES}`;
const TIMES = String.raw`(?:\d{2,4}:)?\d\d:\d\d[.,]\d{3}[ \t]{1,20}-->[^\r\n]{0,300}\r?\n`;
/**
 * What stands between the texts of two cues of captions (WebVTT, SubRip): a blank line, notes, a name or number of the next, and its times. Where a
 * program left out the blank line, what stands before the times is a number, or text of the cue before.
 */
const CUE = new RegExp(String.raw`\r?\n(?:${BLANK_LINES}(?:${NOTE}){0,3}(?:[^\r\n]{1,100}\r?\n)?|(?:\d{1,6}\r?\n)?)${TIMES}`, "y");

/** Letters that stand for themselves. */
const PLAIN = /[a-zA-Z0-9 ]+/y;

class Reader {
  readonly #source: string;
  readonly #isShown: boolean;
  #shown = "";
  /** The stretches of the reading, each with its place in the source; one that stands for itself is as long there. */
  readonly #at: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** `isShown`: markup is left out, else only what stands for a letter is read. */
  constructor(source: string, isShown: boolean) {
    this.#source = source;
    this.#isShown = isShown;
  }

  run(): Reading {
    const { length } = this.#source;
    for (let at = 0; at < length; ) {
      const [plain] = matchAt(PLAIN, this.#source, at) ?? [];
      if (plain === undefined) at = this.#readAt(at);
      else {
        this.#put(plain, at, at + plain.length);
        at += plain.length;
      }
    }
    const lower = this.#shown.toLowerCase();
    const text = lower.length === this.#shown.length ? lower : Array.from(this.#shown, small).join("");
    return { shown: this.#shown, text, placeOf: (start, end) => ({ start: this.#place(start).start, end: this.#place(end - 1).end }) };
  }

  #place(index: number): { start: number; end: number } {
    let [low, high] = [0, this.#at.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#at[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const [at = 0, start = 0, end = 0] = [this.#at[low], this.#starts[low], this.#ends[low]];
    const length = (this.#at[low + 1] ?? this.#shown.length) - at;
    return length === end - start ? { start: start + index - at, end: start + index - at + 1 } : { start, end };
  }

  #put(text: string, start: number, end: number): void {
    if (text === "") return;
    this.#at.push(this.#shown.length);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#shown += text;
  }

  /** Reads what begins here; gives where the next begins. */
  #readAt(at: number): number {
    const first = this.#source[at] ?? "";
    const special = this.#escapeAt(at, first) ?? (this.#isShown ? this.#markupAt(at, first) : undefined);
    if (special !== undefined) return special;
    const letter = String.fromCodePoint(this.#source.codePointAt(at) ?? 0);
    this.#put(folded(letter), at, at + letter.length);
    return at + letter.length;
  }

  #escapeAt(at: number, first: string): number | undefined {
    if (first === "%") {
      const found = percentAt(this.#source, at);
      if (found) this.#put(folded(found.letter), at, found.end);
      return found?.end;
    }
    if (first === "&") {
      const [all, decimal, hex, name] = matchAt(ENTITY, this.#source, at) ?? [];
      if (all === undefined) return undefined;
      this.#put(
        name === undefined ? folded(letterOf(decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal))) : named(name),
        at,
        at + all.length,
      );
      return at + all.length;
    }
    if (first !== "\\") return undefined;
    const [unicode, hex] = matchAt(UNICODE_ESCAPE, this.#source, at) ?? [];
    if (unicode !== undefined) {
      this.#put(folded(letterOf(parseInt(hex ?? "", 16))), at, at + unicode.length);
      return at + unicode.length;
    }
    // What is escaped stands for itself.
    return /[!-/:-@[-`{-~\s]/.test(this.#source[at + 1] ?? "") ? at + 1 : undefined;
  }

  /** What a page does not show. */
  #markupAt(at: number, first: string): number | undefined {
    if (first === "*" || first === "`" || first === "~" || first === "[" || first === "{" || first === "}") return at + 1;
    if (first === "]") return at + (matchAt(LINK_END, this.#source, at)?.[0].length ?? 1);
    if (first === "-") {
      const [cut] = matchAt(CUT_WORD, this.#source, at) ?? [];
      return cut === undefined ? undefined : at + cut.length;
    }
    if (first === "\n" || first === "\r") {
      const [cue] = matchAt(CUE, this.#source, at) ?? [];
      if (cue !== undefined) this.#put(" ", at, at + cue.length);
      return cue === undefined ? undefined : at + cue.length;
    }
    if (first === "<") {
      const [tag, name] = matchAt(TAG, this.#source, at) ?? [];
      if (tag === undefined) return undefined;
      if (name !== undefined && !INLINE.has(name.toLowerCase())) this.#put(" ", at, at + tag.length);
      return at + tag.length;
    }
    if (first !== "\\") return undefined;
    const [line] = matchAt(LINE_ESCAPE, this.#source, at) ?? [];
    if (line !== undefined) this.#put(" ", at, at + line.length);
    const [skipped] = line === undefined ? (matchAt(TEX_ACCENT, this.#source, at) ?? []) : [line];
    return skipped === undefined ? undefined : at + skipped.length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The letter that escaped bytes stand for. */
function percentAt(source: string, at: number): { letter: string; end: number } | undefined {
  let escapes = "";
  let end = at;
  for (let bytes = 1, index = 0; index < bytes; index++) {
    const found = matchAt(PERCENT, source, end);
    if (!found) return undefined;
    escapes += `%${found[1]}`;
    end += found[0].length;
    const byte = parseInt(found[1] ?? "", 16);
    if (index === 0) bytes = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  }
  try {
    return { letter: decodeURIComponent(escapes), end };
  } catch {
    return undefined;
  }
}

const letterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ");

/** What a named reference of HTML stands for, as far as letters go. */
function named(name: string): string {
  if (UNSEEN.test(name)) return "";
  const [, letter] = ACCENTED.exec(name) ?? [];
  const [, both] = LIGATURE.exec(name) ?? [];
  return letter ?? (both === "sz" ? "ss" : both) ?? " ";
}

/** Letters that stand for an apostrophe, as in `Oʼ`, and so for no letter of a name. */
const APOSTROPHE_LETTERS = /[\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\ua78b\ua78c]/gu;

/** A letter without accent and width, in Latin letters where there are any; nothing of what nobody sees, and of the stroke that makes Arabic words longer; other characters as they are. */
const folded = remembered((letter) => {
  const plain = normal(letter, "NFKD")
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]/gu, "")
    .replace(APOSTROPHE_LETTERS, "'");
  return [...plain]
    .map((one) => (/[a-z0-9]/i.test(one) ? one : (plainOf(one) ?? (/[\p{L}\p{N}]/u.test(one) ? latinOf(one) : one))))
    .join("");
});

/** Small capitals, which Unicode has as letters of sound, in the order of the alphabet; there is none for X. */
const SMALL_CAPITALS = [
  ..."\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\ua7af\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21x\u028f\u1d22",
];
/** Where letters of signs begin: white in a black circle and in a black square, and those of flags. */
const SIGNS = [0x1f150, 0x1f170, 0x1f1e6];

const CAPITAL_A = 65;

/** A letter of those that only look otherwise, or are written so where they are not at hand. */
function plainOf(letter: string): string | undefined {
  if (letter === "đ") return "d";
  if (letter === "Đ") return "D";
  const code = letter.codePointAt(0) ?? 0;
  const sign = SIGNS.find((first) => code >= first && code < first + 26);
  const place = sign === undefined ? SMALL_CAPITALS.indexOf(letter) : code - sign;
  return place < 0 ? undefined : String.fromCharCode(CAPITAL_A + place);
}

function latinOf(letter: string): string {
  const latin = slug(letter);
  if (!/^[a-z0-9]+$/.test(latin) || latin === `u${letter.codePointAt(0)?.toString(16)}`) return letter;
  return /\p{Lu}/u.test(letter) ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
}

function small(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
