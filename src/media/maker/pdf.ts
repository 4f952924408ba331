/** PDFs: pictures and text of their pages (pdfjs-dist). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Deck, DeckPage } from "../../model/made-media.ts";
import { MOST_PAGES, type Refusal, systemFault } from "../jobs.ts";
import { createCanvas } from "./canvas.ts";
import { writePicture } from "./pictures.ts";
import { readingOrder, type TextPiece } from "./reading-order.ts";

/** A page is drawn as large as fits into this square. */
const LARGEST = 1600;
const SLIDE = [
  { type: "image/avif", widths: [960, 1600] },
  // For the few browsers that know no AVIF.
  { type: "image/webp", widths: [960] },
] as const;
const THUMBNAIL = [{ type: "image/webp", widths: [200] }] as const;
/** Pictures in a PDF with more pixels are left out. */
const MOST_PIXELS = 64_000_000;

const program = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const dataIn = (folder: string) => `${join(program, folder)}/`;

type OnPage = (at: number, of: number) => void;
/** Puts a page into the folder, as its pictures. */
type WritePage = (page: PDFPageProxy, folder: string, number: number) => Promise<Pick<DeckPage, "picture" | "thumbnail">>;

/** Makes pictures and text of all pages of a PDF. Throws what the system refuses, which is no fault of the PDF. */
export async function makeDeck(file: string, folder: string, tell: OnPage, write: WritePage = writePage): Promise<Deck | Refusal> {
  // Nothing of the machine, no font and no network, has a part in it; programs in PDFs never run.
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    standardFontDataUrl: dataIn("standard_fonts"),
    cMapUrl: dataIn("cmaps"),
    wasmUrl: dataIn("wasm"),
    iccUrl: dataIn("iccs"),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages === 0) return "empty";
    if (pdf.numPages > MOST_PAGES) return "too many pages";
    return { pages: await makePages(pdf, folder, tell, write) };
  } catch (error) {
    if (systemFault(error)) throw error;
    return (error as Error).name === "PasswordException" ? "encrypted" : "broken";
  } finally {
    await task.destroy();
  }
}

async function makePages(pdf: PDFDocumentProxy, folder: string, tell: OnPage, write: WritePage): Promise<DeckPage[]> {
  const pages: DeckPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    tell(number, pdf.numPages);
    const page = await pdf.getPage(number);
    pages.push({ number, lines: await linesOf(page), ...(await write(page, folder, number)) });
    page.cleanup();
  }
  return pages;
}

async function writePage(page: PDFPageProxy, folder: string, number: number) {
  const pixels = await draw(page);
  const picture = await writePicture(pixels, folder, `${number}`, SLIDE);
  return { picture, thumbnail: await writePicture(pixels, folder, `${number}`, THUMBNAIL) };
}

async function draw(page: PDFPageProxy) {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LARGEST / Math.max(width, height, 1) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // It draws on the canvas of a browser, which that of the package is equal to.
  const canvasOf = canvas as unknown as HTMLCanvasElement;
  await page.render({ canvas: canvasOf, viewport, intent: "print" }).promise;
  // What it gives is its own memory, which is used again when it is gone.
  return { data: Uint8Array.from(canvas.data()), width: canvas.width, height: canvas.height };
}

async function linesOf(page: PDFPageProxy): Promise<string[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const pieces = items.flatMap((item): TextPiece[] => {
    if (!("str" in item)) return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport.transform, item.transform) as number[];
    const level = Math.abs(b) < 0.1 * Math.abs(a) && a > 0 && !styles[item.fontName]?.vertical;
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), level }];
  });
  return readingOrder(pieces, viewport.width);
}
