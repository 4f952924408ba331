/** The text of a media file of any kind, as far as a program can read it, to look for a name in it. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { gunzipSync, inflateSync, constants } from "node:zlib";
import { readZip } from "./read-zip.ts";

/** What could be read; `isWhole` is false where something in the file could not. */
export interface FileTexts {
  texts: string[];
  isWhole: boolean;
}

/** No larger file is read, and no more is unpacked of one, with all that is packed in it. */
const LARGEST = 100_000_000;
const MOST_UNPACKED = 200_000_000;
/**
 * No more letters are looked into of one file, and no more signs among them, such as those of markup: each of these is looked at by itself,
 * where plain letters are seen at a glance.
 */
const MOST_LETTERS = 30_000_000;
const MOST_SIGNS = 6_000_000;
/** A zip in a zip is looked into, and one in that. */
const DEEPEST = 3;

const NOTHING: FileTexts = { texts: [], isWhole: false };

/** The texts of a file; `lines` are those of the pages of a PDF, as a build shows them. */
export function textsOfMedia(file: string, size: number, lines: readonly string[] | undefined): FileTexts {
  if (size > LARGEST) return NOTHING;
  const reading = new Unpacking();
  const pages = lines && [reading.within(lines.join("\n"))];
  const read = reading.textsOf(readFileSync(file), 0);
  const isWhole = lines === undefined ? read.isWhole : lines.some((line) => line.trim() !== "");
  return { texts: [...(pages ?? []), ...read.texts], isWhole: isWhole && !reading.isUsedUp };
}

/** Whether a letter is one of ASCII, a digit or a blank. */
const isPlain = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || code === 0x20 || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);

/** The reading of one file and of what is packed in it, which together may not be larger than a limit. */
class Unpacking {
  #left = MOST_UNPACKED;
  #letters = MOST_LETTERS;
  #signs = MOST_SIGNS;

  /** Whether something was left out, since it was too much. */
  isUsedUp = false;

  /** As much of a text as may still be looked into. */
  within(text: string): string {
    let end = 0;
    for (const most = Math.min(text.length, this.#letters); end < most && this.#signs > 0; end++)
      if (!isPlain(text.charCodeAt(end))) this.#signs--;
    this.#letters -= end;
    this.isUsedUp ||= end < text.length;
    return text.slice(0, end);
  }

  /** As much as may still be looked into of what bytes stand for. */
  #decoded(bytes: Buffer): string {
    // No letter is shorter than a byte.
    this.isUsedUp ||= bytes.length > this.#letters;
    return this.within(bytes.toString("utf8", 0, this.#letters));
  }

  textsOf(bytes: Buffer, depth: number): FileTexts {
    const head = bytes.subarray(0, 1024).toString("latin1");
    if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return depth < DEEPEST ? this.#zip(bytes, depth) : NOTHING;
    if (head.startsWith("\x1f\x8b")) return depth < DEEPEST ? this.#gzip(bytes, depth) : NOTHING;
    if (/^[^<]{0,1019}%PDF-/.test(head))
      return {
        texts: [...streamsOfPdf(bytes), bytes].flatMap((part) => [...this.#strings(part), ...this.#withinAll([stringsOfPdf(part)])]),
        isWhole: false,
      };
    const parts = head.startsWith("\x89PNG\r\n\x1a\n") ? textsOfPng(bytes, this.#left) : head.startsWith("ID3") ? framesOfId3(bytes) : [];
    if (parts.length > 0) return { texts: this.#strings(together(parts)), isWhole: true };
    // Older files of offices keep their text in pieces.
    if (head.startsWith("\xd0\xcf\x11\xe0")) return { texts: this.#strings(bytes), isWhole: false };
    return { texts: isUtf8(bytes) ? [this.#decoded(bytes)] : this.#strings(bytes), isWhole: true };
  }

  #zip(bytes: Buffer, depth: number): FileTexts {
    const files = readZip(bytes, this.#left) ?? [];
    if (files.length === 0) return NOTHING;
    for (const file of files) this.#left -= file.bytes.length;
    const all = files.map(({ name, bytes: inner }): FileTexts => {
      if (inner.length === 0) return { texts: [], isWhole: true };
      if (!/\.(?:xml|rels|x?html?|opf|ncx|svg)$/i.test(name)) return this.textsOf(inner, depth + 1);
      const text = this.#decoded(inner);
      return { texts: [text, this.within(shownText(text))], isWhole: true };
    });
    const names = files.map(({ name }) => name).join("\n");
    return { texts: [this.within(names), ...all.flatMap(({ texts }) => texts)], isWhole: all.every(({ isWhole }) => isWhole) };
  }

  #withinAll(texts: readonly string[]): string[] {
    return texts.filter((text) => text !== "").map((text) => this.within(text));
  }

  #strings(bytes: Buffer): string[] {
    return this.#withinAll([...stringsIn(bytes), wideIn(bytes)]);
  }

  #gzip(bytes: Buffer, depth: number): FileTexts {
    let inner: Buffer;
    try {
      inner = gunzipSync(bytes, { maxOutputLength: Math.max(1, this.#left) });
    } catch {
      return NOTHING;
    }
    this.#left -= inner.length;
    return this.textsOf(inner, depth + 1);
  }
}

/** Tags that begin something new; within a paragraph, programs cut words into pieces of any length. */
const BREAK = /<\/?(?:\w+:)?(?:p|h|br|cr|tab|s|line-break|tc|tr|td|th|li|div|si|row|c|title|h[1-6]|list-item|table-cell)(?=[\s/>])[^<>]*>/g;

/** What a page of a document shows, a paragraph a line. */
function shownText(xml: string): string {
  return xml.replace(BREAK, "\n").replace(/<[^<>]*>/g, "");
}

/**
 * The texts in UTF-16 that begin with the mark of its order, such as a table, or the title in a recording. Each byte is looked at twice for each order at
 * most: within a text a mark at an odd place begins another one, and one at an even place ends it.
 */
function wideIn(bytes: Buffer): string {
  const texts: string[] = [];
  for (const [mark, isLittle] of [
    ["\xff\xfe", true],
    ["\xfe\xff", false],
  ] as const) {
    const unit = (at: number) => (at + 1 < bytes.length ? (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)) : 0);
    for (let at = bytes.indexOf(mark, 0, "latin1"); at >= 0; at = bytes.indexOf(mark, at + 2, "latin1")) {
      let end = at + 2;
      while (isOfText(unit(end))) end += 2;
      texts.push(fromWide(bytes.subarray(at + 2, end), isLittle));
    }
  }
  return texts.join("\n");
}

/** Whether a unit of UTF-16 may stand in a text; the mark of the order begins another one. */
const isOfText = (unit: number) => (unit >= 0x20 && unit < 0xfeff) || (unit > 0xfeff && unit < 0xfffe) || (unit >= 9 && unit <= 13);

const fromWide = (bytes: Buffer, isLittle: boolean) => (isLittle ? bytes : Buffer.from(bytes).swap16()).toString("utf16le");

/** Strings of a PDF that are not written as they are read: as digits (`<FEFF005A…>`), or with escapes (`(Andr\351)`, `(\376\377\000Z…)`). */
function stringsOfPdf(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  const digits = [...text.matchAll(/<([\da-f\s]{8,40000})>/gi)].map(([, hex = ""]) => ofPdf(Buffer.from(hex.replace(/\s+/g, ""), "hex")));
  const literals = [...literalsIn(text)].map((literal) => ofPdf(Buffer.from(literal.replace(PDF_ESCAPE, unescaped), "latin1")));
  return [...digits, ...literals].filter((one) => one !== "").join("\n");
}

const LONGEST_LITERAL = 20_000;

/** The strings in brackets that hold an escape, or are in UTF-16. One pass, whatever the brackets among other bytes. */
function* literalsIn(text: string): Generator<string> {
  const open: number[] = [];
  let lastEscape = -1;
  // Of brackets in brackets in brackets no more is given than a few times the text.
  let left = 4 * text.length;
  const sign = /[\\()]/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const at = found.index;
    if (found[0] === "(") open.push(at + 1);
    else if (found[0] === "\\") {
      lastEscape = at;
      sign.lastIndex = at + 2;
    } else {
      const start = open.pop();
      const isOdd = start !== undefined && (lastEscape >= start || text.startsWith("\xfe\xff", start));
      if (!isOdd || at - start > Math.min(left, LONGEST_LITERAL)) continue;
      left -= at - start;
      yield text.slice(start, at);
    }
  }
}

const PDF_ESCAPE = /\\([0-7]{1,3}|\r\n|[\s\S])/g;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "", "\r\n": "" };
const unescaped = (_: string, one: string) => (/^[0-7]/.test(one) ? String.fromCharCode(parseInt(one, 8) & 0xff) : (ESCAPED[one] ?? one));

/** The letters from 0x95 on in the encoding of PDF (ISO 32000-2, annex D.3); those of Latin-1 stand where they do there. */
const PDF_LETTERS = "ŁŒŠŸŽıłœšž";

/** What the bytes of a string stand for; nothing where they are no text, such as the numbers of letters in a font. */
function ofPdf(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  if (text.startsWith("\xfe\xff")) return fromWide(bytes.subarray(2, bytes.length - (bytes.length % 2)), false);
  if (text.startsWith("\xff\xfe")) return fromWide(bytes.subarray(2, bytes.length - (bytes.length % 2)), true);
  if (text.startsWith("\xef\xbb\xbf")) return bytes.toString("utf8", 3);
  if (/[^\t\n\r\x20-\x7e\x95-\x9e\xa0-\xff]/.test(text)) return "";
  return text.replace(/[\x95-\x9e]/g, (letter) => PDF_LETTERS[letter.charCodeAt(0) - 0x95] ?? letter);
}

/** Some bytes in a row, with what belongs to no text between them. */
const together = (parts: readonly Buffer[]) => Buffer.concat(parts.flatMap((part) => [part, BETWEEN]));
const BETWEEN = Buffer.from([1]);

/** So many texts of one picture are unpacked; with more parts than that it is read as other files are. */
const MOST_PACKED = 1000;
const MOST_CHUNKS = 100_000;

/** What a PNG says of itself, packed or not, and what follows on it; nothing of its picture. Of a broken one nothing is given. */
function textsOfPng(bytes: Buffer, most: number): Buffer[] {
  const texts: Buffer[] = [];
  let left = Math.min(most, LONGEST_STREAM);
  let packed = 0;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (data.length < size || texts.length > MOST_CHUNKS) return [];
    if (kind !== "IDAT" && kind !== "fdAT") texts.push(data);
    if (TEXT_CHUNK.test(kind) && left > 0 && packed++ < MOST_PACKED) {
      const text = textInPng(kind, data, left);
      left -= text?.length ?? 0;
      if (text) texts.push(text);
    }
    at += 12 + size;
    if (kind === "IEND") return [...texts, bytes.subarray(at)];
  }
  return [];
}

const TEXT_CHUNK = /^(?:tEXt|zTXt|iTXt)$/;

/** What is packed in a text of a PNG, or written as digits, as some programs do with what cameras say of a picture. */
function textInPng(kind: string, data: Buffer, most: number): Buffer | undefined {
  let text = data.subarray(data.indexOf(0) + 1);
  if (kind === "iTXt") {
    if (text[0] !== 1) return undefined;
    text = text.subarray(text.indexOf(0, text.indexOf(0, 2) + 1) + 1);
  } else if (kind === "zTXt") text = text.subarray(1);
  try {
    if (kind !== "tEXt") text = inflateSync(text, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
  const [, digits] = /^\s{0,9}\w{1,20}\s{1,9}\d{1,10}\s((?:[\da-f]|\s)+)$/i.exec(text.toString("latin1")) ?? [];
  return digits === undefined ? text : Buffer.from(digits.replace(/\s+/g, ""), "hex");
}

/** The frames of an ID3v2 tag, each by itself, since nothing parts their texts, and the rest of the file. Of a broken tag nothing is given. */
function framesOfId3(bytes: Buffer): Buffer[] {
  const version = bytes[3] ?? 0;
  const [idLength, headLength] = version < 3 ? [3, 6] : [4, 10];
  const end = Math.min(bytes.length, 10 + sevenBits(bytes, 6));
  const frames: Buffer[] = [];
  let at = 10;
  while (at + headLength <= end && bytes[at] !== 0) {
    const size = version < 3 ? bytes.readUIntBE(at + 3, 3) : version === 3 ? bytes.readUInt32BE(at + 4) : sevenBits(bytes, at + 4);
    if (!/^[A-Z][A-Z\d]+$/.test(bytes.toString("latin1", at, at + idLength))) return [];
    frames.push(bytes.subarray(at + headLength, Math.min(end, at + headLength + size)));
    at += headLength + size;
  }
  return [...frames, bytes.subarray(end)];
}

/** A number of four bytes of seven bits each. */
const sevenBits = (bytes: Buffer, at: number) => bytes.subarray(at, at + 4).reduce((all, byte) => all * 128 + (byte & 0x7f), 0);

/** The shortest run of letters that is a text, and as many bytes beyond ASCII as belong together. */
const SHORTEST_RUN = 4;
const MOST_OTHERS = 4;
/** So many runs are looked at without a letter at their end. */
const MOST_CUT = 10_000;

/** Whether a byte of nothing is half of a letter of UTF-16, beside another such letter; else it ends a text. */
function isHalfOfWide(bytes: Buffer, at: number): boolean {
  const isPair = (letter: number, nothing: number) => (bytes[letter] ?? 0) !== 0 && bytes[nothing] === 0;
  const isLetter = (byte = 0) => byte >= 0x20 && byte < 0x7f;
  // Two letters right before it are no halves.
  if (isLetter(bytes[at - 1]) && isLetter(bytes[at - 2])) return false;
  return isPair(at + 1, at + 2) || isPair(at - 1, at - 2);
}

/** Runs of letters among bytes that are none, in UTF-8, in Windows-1252 and, of plain letters, in UTF-16. One pass, whatever the bytes. */
function stringsIn(bytes: Buffer): string[] {
  const runs = Buffer.allocUnsafe(bytes.length + 1);
  let hasOthers = false;
  /** Runs without a letter at an edge that may be a number, such as the length of the next text. */
  const cut: string[] = [];
  /** Where the runs end, where the last one starts, and how many of its last bytes are beyond ASCII. */
  let [end, start, others] = [0, 0, 0];
  const endRun = () => {
    // No letter of ASCII follows on them.
    end -= others;
    if (end - start < SHORTEST_RUN) end = start;
    else runs[end++] = 0x0a;
    [start, others] = [end, 0];
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) {
      if (isHalfOfWide(bytes, at)) continue;
      const isBeforeNumber = bytes[at + 1] === 0;
      if (isBeforeNumber && end - start > SHORTEST_RUN && cut.length < MOST_CUT) cut.push(runs.toString("latin1", start, end - 1));
      endRun();
      continue;
    }
    if (byte >= 0x80) {
      if (others === MOST_OTHERS) {
        const last = Uint8Array.from(runs.subarray(end - MOST_OTHERS + 1, end));
        endRun();
        runs.set(last, end);
        [end, others] = [end + last.length, last.length];
      }
      runs[end++] = byte;
      others++;
    } else if ((byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d) {
      hasOthers ||= others > 0;
      runs[end++] = byte;
      others = 0;
    } else endRun();
  }
  endRun();
  const all = runs.subarray(0, end);
  return [all.toString("latin1"), ...(hasOthers ? [all.toString("utf8")] : []), cut.join("\n")];
}

/** No stream of a PDF that says anything of the document is longer. */
const LONGEST_STREAM = 20_000_000;

/** The streams of a PDF that are packed in the usual way: what is said of the document, links, notes. */
function streamsOfPdf(bytes: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  let left = MOST_UNPACKED;
  let end = 0;
  for (let at = bytes.indexOf("stream"); at >= 0 && left > 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    // What begins in a stream ends with it, and is no other one.
    if (end < start) end = bytes.indexOf("endstream", start);
    if (end < 0) break;
    if (!isZlib(bytes, start)) continue;
    const most = Math.min(left, LONGEST_STREAM);
    try {
      const content = inflateSync(bytes.subarray(start, end), { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
      left -= content.length;
      streams.push(content);
    } catch {
      // It took its time until it broke off.
      left -= most;
    }
  }
  return streams;
}

/** Whether bytes begin as those of zlib do (RFC 1950, section 2.2): other packings are not tried. */
function isZlib(bytes: Buffer, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return (first & 0x0f) === 8 && (256 * first + second) % 31 === 0;
}
