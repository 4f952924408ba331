/** What the metadata of a picture tell of where it was taken, with what and by whom (EXIF 2.32, XMP). */
import type { Tell } from "../jobs.ts";
import { metadataOf } from "./pictures.ts";

/** Tags of EXIF and what they tell; a block of places counts when it holds a latitude. */
const TAGS: ReadonlyMap<number, Tell> = new Map([
  [0x0002, "the place where it was taken"],
  [0xa430, "the name of its owner"],
  [0xa431, "the serial number of a camera"],
  [0xa435, "the serial number of a camera"],
  [0xc62f, "the serial number of a camera"],
]);
/** Tags whose value is the place of a further block. */
const BLOCKS = new Set([0x8769, 0x8825]);
const GPS = 0x8825;
/** No block of a camera has more entries. */
const MOST_ENTRIES = 500;

const IN_XMP: readonly [pattern: RegExp, tell: Tell][] = [
  [/GPSLatitude/, "the place where it was taken"],
  [/SerialNumber/, "the serial number of a camera"],
  [/CameraOwnerName|aux:OwnerName/, "the name of its owner"],
];

/** What the file tells; nothing of a file whose metadata cannot be read. */
export async function tellsOf(file: string): Promise<Tell[]> {
  const { exif, xmp } = await metadataOf(file).catch(() => ({ exif: undefined, xmp: undefined }));
  const text = xmp?.toString("latin1") ?? "";
  const found = [...(exif ? inExif(exif) : []), ...IN_XMP.flatMap(([pattern, tell]) => (pattern.test(text) ? [tell] : []))];
  return [...new Set(found)].sort();
}

/** Walks through the blocks of EXIF: a count, then entries of 12 bytes (tag, type, count, value). */
function inExif(exif: Buffer): Tell[] {
  const bytes = exif.subarray(exif.subarray(0, 6).toString("latin1") === "Exif\0\0" ? 6 : 0);
  const little = bytes.subarray(0, 2).toString("latin1") === "II";
  const number = (at: number, size: 2 | 4) => {
    if (at < 0 || at + size > bytes.length) return 0;
    return little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  };
  const found: Tell[] = [];
  const walk = (at: number, block: number, depth: number) => {
    for (let entry = 0; entry < Math.min(number(at, 2), MOST_ENTRIES); entry++) {
      const place = at + 2 + 12 * entry;
      const tag = number(place, 2);
      const tell = TAGS.get(tag);
      // The same numbers mean other things outside the block of places, and inside it.
      if (tell && (tag === 0x0002) === (block === GPS)) found.push(tell);
      if (BLOCKS.has(tag) && depth < 2) walk(number(place + 8, 4), tag, depth + 1);
    }
  };
  walk(number(4, 4), 0, 0);
  return found;
}
