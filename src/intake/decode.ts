/** The step from the bytes of a foreign file to its text: UTF-8 wherever that can be, and every byte that is not so is told. */
import { count } from "../text/wording.ts";

export interface Decoded {
  text: string;
  /** What is wrong, with where in `text`; nothing where all of it is as it should be. */
  faults: { message: string; hint: string; at: number }[];
}

/** How many bad places are told one by one. */
const MOST_TOLD = 10;
/** A file in another encoding has hardly a letter that is UTF-8 by chance. */
const CHANCE = 10;

/**
 * Decodes a file. A byte order mark decides; else it is UTF-8, with `\ufffd` for what is not. Only a file whose letters beyond
 * ASCII are hardly ever UTF-8 is read in the encoding that it declares, or in windows-1252.
 */
export function decodeForeign(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), faults: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), faults: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), faults: [] };
  } catch {
    return decodeLoosely(joinFoldedLetters(bytes));
  }
}

function decodeLoosely(bytes: Uint8Array): Decoded {
  const bad = badSequences(bytes);
  if (bad.length === 0) return { text: new TextDecoder("utf-8").decode(bytes), faults: [] };
  if (bad.good * CHANCE < bad.length) return decodeOther(bytes);
  const decoder = new TextDecoder("utf-8");
  const parts: string[] = [];
  const places: number[] = [];
  let length = 0;
  let done = 0;
  for (const [start, end] of bad) {
    const text = decoder.decode(bytes.subarray(done, start));
    places.push(length + text.length);
    parts.push(text, "\ufffd");
    length += text.length + 1;
    done = end;
  }
  parts.push(decoder.decode(bytes.subarray(done)));
  const hint = "Write the right letter there, save the file as UTF-8, and import again.";
  const faults = places.slice(0, MOST_TOLD).map((at, index) => {
    const [start, end] = bad[index] ?? [0, 0];
    const written = [...bytes.subarray(start, end)].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
    return { message: `The byte ${written} here is not UTF-8, as the rest of the file is; it became “\ufffd”.`, hint, at };
  });
  const more = places.length - MOST_TOLD;
  if (more > 0)
    faults.push({
      message: `${count(more, "further byte")} of the file ${more === 1 ? "is" : "are"} not UTF-8.`,
      hint,
      at: places[MOST_TOLD] ?? 0,
    });
  return { text: parts.join(""), faults };
}

function decodeOther(bytes: Uint8Array): Decoded {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2000));
  const declared =
    (/encoding\s*=\s*["']([\w-]+)["']/i.exec(head.slice(0, 200)) ?? /<meta\s[^<>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head))?.[1] ??
    "";
  const name = declared === "" || /^utf-?8$/i.test(declared) || !isEncoding(declared) ? "windows-1252" : declared;
  const message = `The file is not UTF-8; it was read as ${name}.`;
  const hint = "Compare letters with accents in the records; if they are wrong, save the file as UTF-8 and import again.";
  const decoder = new TextDecoder(name);
  const text = decoder.decode(bytes);
  return { text: decoder.encoding === "windows-1252" ? withOwnSigns(text) : text, faults: [{ message, hint, at: 0 }] };
}

/** What windows-1252 has at 80 to 9F; blanks stand for what it has not. */
const SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Some versions of Node read those as control characters of Latin-1 (nodejs/node#56542). */
function withOwnSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const sign = SIGNS[control.charCodeAt(0) - 0x80] ?? " ";
    return sign === " " ? control : sign;
  });
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

/** How many bytes follow a first byte of UTF-8, and which the second may be (RFC 3629). */
function letterAt(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at] ?? 0;
  const [more, low, high] =
    first < 0x80
      ? [0, 0, 0]
      : first >= 0xc2 && first <= 0xdf
        ? [1, 0x80, 0xbf]
        : first >= 0xe0 && first <= 0xef
          ? [2, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf]
          : first >= 0xf0 && first <= 0xf4
            ? [3, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf]
            : [-1, 0, 0];
  if (more < 0) return undefined;
  for (let step = 1; step <= more; step++) {
    const byte = bytes[at + step] ?? 0;
    if (byte < (step === 1 ? low : 0x80) || byte > (step === 1 ? high : 0xbf)) return undefined;
  }
  return more + 1;
}

type Spans = [start: number, end: number][] & { good: number };

/** The bytes that are none of UTF-8, and how many letters of more than one byte are. */
function badSequences(bytes: Uint8Array): Spans {
  const spans: Spans = Object.assign([], { good: 0 });
  for (let at = 0; at < bytes.length; ) {
    const length = letterAt(bytes, at);
    if (length === undefined) spans.push([at, at + 1]);
    else if (length > 1) spans.good++;
    at += length ?? 1;
  }
  return spans;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/**
 * Programs that fold lines of calendars by bytes cut letters in two (RFC 5545, 3.1). The fold is moved behind the letter, so
 * that lines keep their numbers.
 */
function joinFoldedLetters(bytes: Uint8Array): Uint8Array {
  if (!/BEGIN\s*:\s*VCALENDAR/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 5000)))) return bytes;
  const whole = new Uint8Array(bytes);
  for (let at = 1; at < whole.length - 2; at++) {
    if (whole[at] !== 0x0a || (whole[at + 1] !== 0x20 && whole[at + 1] !== 0x09) || !isContinuation(whole[at + 2])) continue;
    const start = whole[at - 1] === 0x0d ? at - 1 : at;
    if ((whole[start - 1] ?? 0) < 0x80) continue;
    let end = at + 2;
    while (isContinuation(whole[end])) end++;
    const fold = whole.slice(start, at + 2);
    whole.copyWithin(start, at + 2, end);
    whole.set(fold, start + end - (at + 2));
    at = end - 1;
  }
  return whole;
}
