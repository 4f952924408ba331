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
        texts: [...streamsOfPdf(bytes), bytes].flatMap((part) => [...this.#strings(part), ...this.#withinAll([wideInPdf(part)])]),
        isWhole: false,
      };
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

/** What a PDF says of itself in UTF-16: as digits (`<FEFF005A…>`), or with escapes (`(\376\377\000Z…)`), also among bytes as they are. */
function wideInPdf(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  const digits = [...text.matchAll(/<\s{0,9}FEFF((?:[\da-f]|\s){4,20000})>/gi)].map(([, hex = ""]) =>
    Buffer.from(hex.replace(/\s+/g, ""), "hex"),
  );
  const escaped = [...text.matchAll(/(?:\\376\\377|\xfe\xff)((?:\\[\s\S]|[^\\)]){2,20000})/g)].map(([, string = ""]) =>
    Buffer.from(
      string.replace(/\\(?:\r?\n|([0-7]{1,3}|[\s\S]))/g, (_, one = "") =>
        /^[0-7]/.test(one) ? String.fromCharCode(parseInt(one, 8) & 0xff) : one,
      ),
      "latin1",
    ),
  );
  return [...digits, ...escaped].map((wide) => fromWide(wide.subarray(0, wide.length - (wide.length % 2)), false)).join("\n");
}

/** The shortest run of letters that is a text, and as many bytes beyond ASCII as belong together. */
const SHORTEST_RUN = 4;
const MOST_OTHERS = 4;

/** Runs of letters among bytes that are none, in UTF-8, in Windows-1252 and, of plain letters, in UTF-16. One pass, whatever the bytes. */
function stringsIn(bytes: Buffer): string[] {
  const runs = Buffer.allocUnsafe(bytes.length + 1);
  let hasOthers = false;
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
    if (byte === 0) continue;
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
  return hasOthers ? [all.toString("latin1"), all.toString("utf8")] : [all.toString("latin1")];
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
