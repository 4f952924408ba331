/** The view of a picture in several sizes and formats, of which the browser loads the one that suits it. */
import type { Archive, Prose } from "../model/archive.ts";
import { picturesIn } from "../model/media.ts";
import type { Picture, PictureSource } from "../model/made-media.ts";
import { href, mediaPath } from "../model/urls.ts";

export interface PictureView {
  alt: string;
  src: string;
  /** The sizes of the fallback; empty where there is only one. */
  srcset: string;
  /** How wide it is shown, as the browser needs it to choose; empty where there is nothing to choose. */
  sizes: string;
  /** The better formats, the best first. */
  sources: { type: PictureSource["type"]; srcset: string }[];
  /** Null for a file of which nothing was made. */
  width: number | null;
  height: number | null;
  lazy: boolean;
}

export interface PictureUse {
  alt: string;
  /** Such as `(width >= 40rem) 20rem, 100vw`. */
  sizes: string;
  /** Not loaded before the reader comes near; for whatever is not at the top of a page. */
  lazy?: boolean;
}

/** A picture file of a record: what was made of it, or else the file as it is. */
export function pictureOf(archive: Archive, file: string, use: PictureUse): PictureView {
  const made = archive.made.pictures.get(file);
  if (made) return pictureView(archive, made, use);
  const src = href(archive.site.base, mediaPath(file));
  return { alt: use.alt, src, srcset: "", sizes: "", sources: [], width: null, height: null, lazy: use.lazy ?? false };
}

/** A picture that was made; its last format is what every browser knows. */
export function pictureView(archive: Archive, { width, height, sources }: Picture, { alt, sizes, lazy = false }: PictureUse): PictureView {
  const placed = sources.map((source) => ({ ...source, path: href(archive.site.base, source.path) }));
  const formats = [...new Set(placed.map(({ type }) => type))].map((type) => {
    const sizesOfType = placed.filter((source) => source.type === type);
    return { type, sizesOfType, srcset: sizesOfType.map((source) => `${source.path} ${source.width}w`).join(", ") };
  });
  const last = formats.pop();
  return {
    alt,
    src: last?.sizesOfType.at(-1)?.path ?? "",
    srcset: last && last.sizesOfType.length > 1 ? last.srcset : "",
    sizes: placed.length > 1 ? sizes : "",
    sources: formats.map(({ type, srcset }) => ({ type, srcset })),
    width,
    height,
    lazy,
  };
}

/** How wide the column of a text is. */
const TEXT_SIZES = "(width >= 48rem) 40rem, 100vw";

/** The HTML of a text, with its pictures in the sizes and formats that were made of them. */
export function htmlWithPictures(archive: Archive, prose: Prose | undefined): string | null {
  if (!prose) return null;
  const pictures = new Map(picturesIn(archive, prose).map((one) => [one.html, one]));
  // In one pass, for a text may have thousands of them.
  return prose.html.replace(/<img [^>]*>/g, (html) => {
    const found = pictures.get(html);
    return found ? markupOf(pictureOf(archive, found.path, { alt: found.alt, sizes: TEXT_SIZES, lazy: true })) : html;
  });
}

/** As the macro of `picture.njk` prints it; the words are HTML already, and addresses of media have no sign that means something there. */
function markupOf({ alt, src, srcset, sizes, sources, width, height }: PictureView): string {
  const better = sources.map((source) => `<source type="${source.type}" srcset="${source.srcset}" sizes="${sizes}">`).join("");
  const choice = srcset ? ` srcset="${srcset}" sizes="${sizes}"` : "";
  const space = width === null ? "" : ` width="${width}" height="${height}"`;
  return `<picture>${better}<img src="${src}"${choice} alt="${alt}"${space} loading="lazy" decoding="async"></picture>`;
}
