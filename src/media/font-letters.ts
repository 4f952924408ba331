/** Which letters a font file has: its table `cmap` (https://learn.microsoft.com/typography/opentype/spec/cmap), also in WOFF2. */
import { brotliDecompressSync } from "node:zlib";

/** Code points from and to. */
export type Letters = [from: number, to: number][];

const MOST_BYTES = 30_000_000;
/** Letters in the segments of a table, which do not overlap. */
const MOST_POINTS = 70_000;

/**
 * The letters of a TrueType or OpenType font, as such or as WOFF2, in order.
 *
 * @throws {RangeError} where the file is no such font.
 */
export function lettersOf(font: Buffer): Letters {
  const table = font.toString("latin1", 0, 4) === "wOF2" ? cmapOfWoff2(font) : cmapOfSfnt(font);
  // The table of all of Unicode, else that of its first 65,536 letters.
  const subtables = new Map<number, number>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const [platform, at] = [table.readUInt16BE(4 + 8 * index), table.readUInt32BE(8 + 8 * index)];
    if (platform === 0 || platform === 3) subtables.set(table.readUInt16BE(at), at);
  }
  const [whole, basic] = [subtables.get(12), subtables.get(4)];
  if (whole !== undefined) return inGroups(table.subarray(whole));
  if (basic !== undefined) return inSegments(table.subarray(basic));
  throw new RangeError("The font has no table of the letters of Unicode.");
}

function cmapOfSfnt(font: Buffer): Buffer {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const [start, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    if (font.toString("latin1", at, at + 4) === "cmap") return font.subarray(start, start + length);
  }
  throw new RangeError("The file is no font.");
}

/** The numbers of known tables in the directory of WOFF2 (https://www.w3.org/TR/WOFF2/#table_dir_format). */
const [CMAP, GLYF, LOCA, OTHER] = [0, 10, 11, 63];

function cmapOfWoff2(font: Buffer): Buffer {
  let at = 48;
  const number = () => {
    let value = 0;
    for (let more = 0x80; more; ) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      more = byte & 0x80;
    }
    return value;
  };
  let start = 0;
  let found: [start: number, length: number] | undefined;
  for (let left = font.readUInt16BE(12); left > 0; left--) {
    const flags = font.readUInt8(at++);
    const [tag, version] = [flags & 63, flags >> 6];
    if (tag === OTHER) at += 4;
    let length = number();
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (isTransformed) length = number();
    if (tag === CMAP) found = [start, length];
    start += length;
  }
  if (!found) throw new RangeError("The font has no table of letters.");
  const tables = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)), { maxOutputLength: MOST_BYTES });
  return tables.subarray(found[0], found[0] + found[1]);
}

/** Format 12: groups of letters that follow each other. */
function inGroups(table: Buffer): Letters {
  const letters: Letters = [];
  for (let at = 16; at < 16 + 12 * table.readUInt32BE(12); at += 12) letters.push([table.readUInt32BE(at), table.readUInt32BE(at + 4)]);
  return letters;
}

/** Format 4: segments, in which single letters may lead to the picture of a letter that is missing. */
function inSegments(table: Buffer): Letters {
  const letters: Letters = [];
  const twice = table.readUInt16BE(6);
  let points = 0;
  for (let segment = 0; segment < twice; segment += 2) {
    const to = table.readUInt16BE(14 + segment);
    const from = table.readUInt16BE(16 + twice + segment);
    const delta = table.readUInt16BE(16 + 2 * twice + segment);
    points += to - from;
    if (points > MOST_POINTS) throw new RangeError("Its table of letters is damaged.");
    const place = 16 + 3 * twice + segment;
    const offset = table.readUInt16BE(place);
    for (let point = from; point <= to && point < 0xffff; point++) {
      const glyph = offset === 0 ? point : table.readUInt16BE(place + offset + 2 * (point - from));
      if (glyph === 0 || ((glyph + delta) & 0xffff) === 0) continue;
      const last = letters.at(-1);
      if (last && last[1] === point - 1) last[1] = point;
      else letters.push([point, point]);
    }
  }
  return letters;
}
