/** The writing of pictures in the sizes and formats of the web (sharp). */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { Picture, PictureSource } from "../../model/made-media.ts";

// One thread a picture: several pictures are made at once, and no byte can depend on how many processors there are.
sharp.concurrency(1);
sharp.cache(false);

/** No picture with more pixels is opened. */
const MOST_PIXELS = 100_000_000;
/** No format of the web has higher pictures (WebP). */
const HIGHEST = 16_383;

/** Thrown where a picture has more pixels than are opened, which is no fault of its bytes. */
export class TooManyPixels extends Error {}

export interface Format {
  type: PictureSource["type"];
  widths: readonly number[];
}

const ENCODERS: Readonly<Record<PictureSource["type"], (image: Sharp) => Sharp>> = {
  "image/avif": (image) => image.avif({ quality: 55, effort: 2 }),
  "image/webp": (image) => image.webp({ quality: 76, effort: 4, smartSubsample: true }),
  "image/jpeg": (image) => image.flatten({ background: "#fff" }).jpeg({ quality: 78, progressive: true }),
  "image/png": (image) => image.png(),
};

/** The metadata that a picture file brings along: EXIF and XMP, each where it has one. */
export async function metadataOf(file: string): Promise<{ exif?: Buffer | undefined; xmp?: Buffer | undefined }> {
  return sharp(file, { limitInputPixels: MOST_PIXELS }).metadata();
}

/** Pixels as a canvas has them. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Writes a picture as `<name>-<width>.<ending>`, never larger than it is. */
export async function writePicture(from: string | Pixels, folder: string, name: string, formats: readonly Format[]): Promise<Picture> {
  const open = () => {
    if (typeof from === "string") return sharp(from, { limitInputPixels: MOST_PIXELS, failOn: "error" }).autoOrient();
    return sharp(from.data, { raw: { width: from.width, height: from.height, channels: 4 } }).flatten({ background: "#fff" });
  };
  const full = typeof from === "string" ? (await sharp(from, { limitInputPixels: false }).metadata()).autoOrient : from;
  if (full.width * full.height > MOST_PIXELS) throw new TooManyPixels();
  const widest = Math.max(1, Math.floor(full.width * Math.min(1, HIGHEST / full.height)));
  const wanted = formats.flatMap(({ type, widths }) => fitting(widths, widest).map((width) => ({ type, width })));
  const made = await Promise.all(
    wanted.map(async ({ type, width }) => {
      const path = `${name}-${width}.${type.slice("image/".length)}`;
      const { data, info } = await ENCODERS[type](open().resize({ width })).toBuffer({ resolveWithObject: true });
      await writeFile(join(folder, path), data);
      return { type, path, width: info.width, height: info.height };
    }),
  );
  const { width, height } = made.reduce((one, other) => (other.width > one.width ? other : one));
  return { width, height, sources: made.map((source) => ({ type: source.type, width: source.width, path: source.path })) };
}

/** How far colours are rounded, and how hard a PNG is packed: quick first, and more where it takes too many bytes. */
const FLAT = [
  { step: 25, compressionLevel: 6 },
  { step: 25, compressionLevel: 9 },
  { step: 51, compressionLevel: 9 },
];

/**
 * A PNG of a drawing with few colours, of at most so many bytes. Its colours are rounded, all but that of its first pixel, which is the ground:
 * that changes nothing but the edges of letters, and makes it small.
 */
export async function flatPng({ data, width, height }: Pixels, most: number): Promise<Buffer> {
  const ground = data.subarray(0, 3);
  // Most pixels are the ground, and are told from the rest at once.
  const whole = new Uint32Array(data.buffer, data.byteOffset, width * height);
  let png = Buffer.alloc(0);
  for (const { step, compressionLevel } of FLAT) {
    const rounded = [...ground].map((value) =>
      Uint8ClampedArray.from({ length: 256 }, (_, other) => value + Math.round((other - value) / step) * step),
    );
    const pixels = Buffer.alloc(width * height * 3, ground);
    for (let index = 0; index < whole.length; index++) {
      if (whole[index] === whole[0]) continue;
      for (let channel = 0; channel < 3; channel++) pixels[3 * index + channel] = rounded[channel]?.[data[4 * index + channel] ?? 0] ?? 0;
    }
    png = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel })
      .toBuffer();
    if (png.length <= most) break;
  }
  return png;
}

/** A JPEG of at most so many bytes, as good as that allows. */
export async function smallJpeg({ data, width, height }: Pixels, most: number): Promise<Buffer> {
  let jpeg = Buffer.alloc(0);
  for (const quality of [82, 70, 58, 46, 34, 22]) {
    jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten()
      .jpeg({ quality })
      .toBuffer();
    if (jpeg.length <= most) break;
  }
  return jpeg;
}

/** The widths that a picture has enough pixels for; its own where it is between two of them or smaller than all. */
function fitting(widths: readonly number[], full: number): number[] {
  const most = Math.min(full, Math.max(...widths));
  return [...new Set([...widths.filter((width) => width < most), most])];
}
