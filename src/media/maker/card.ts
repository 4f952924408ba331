/** The drawing of cards for social media. Nothing of the machine has a part in it: fonts are files, and letters without a font are not asked for. */
import { readFileSync } from "node:fs";
import { CARD_SIZE, type CardDrawing, drawable } from "../../model/cards.ts";
import { type Canvas, createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from "./canvas.ts";
import { flatPng, type Pixels, smallJpeg } from "./pictures.ts";

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const EDGE = 72;
/** The picture beside a title, and the space before it. */
const PICTURE = { width: 440, height: 330, gap: 48 };
const [INK, MUTED, SLIDES, VIDEO, NEITHER] = ["#eef4f3", "#a9c0c4", "#5fb6cb", "#f39a74", "#4a6872"];
/** Where the title may stand. */
const TITLE = { top: 150, bottom: 450, line: 1.12 };
/** Sizes of a title, the largest that fits first. */
const SIZES = [108, 94, 80, 70, 60, 52, 46, 40];
/** No card takes more, in bytes. */
const MOST_BYTES = 40_000;
/** Letters between which a line may break though no blank stands there: Hangul, kana, Chinese characters. */
const BREAKABLE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** The one canvas of the process: each of its own would fill the memory before it is seen to be free. */
let canvas: Canvas | undefined;

const families = new Map<string, string>();

/** Has the drawing know a font, once, under a name that no font of the machine has. */
function familyOf(file: string): string {
  const known = families.get(file);
  if (known !== undefined) return known;
  const family = `card-${families.size}`;
  if (!GlobalFonts.register(readFileSync(file), family)) throw new Error(`The font ${file} cannot be used.`);
  families.set(file, family);
  return family;
}

/** Draws a card: a PNG, or with a picture a JPEG. */
export async function drawCard(drawing: CardDrawing, picture: string | undefined, fonts: readonly string[]): Promise<Buffer> {
  canvas ??= createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext("2d");
  const stack = fonts.map(familyOf).join(", ");
  const use = (size: number, colour: string) => {
    pen.font = `600 ${size}px ${stack}`;
    pen.fillStyle = colour;
  };
  pen.fillStyle = drawing.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  if (drawing.hasMark) drawMark(pen);
  use(34, MUTED);
  const indent = drawing.hasMark ? 54 : 0;
  write(pen, cut(pen, drawable(drawing.site), WIDTH - 2 * EDGE - indent), EDGE + indent, 96, "left");

  const room = WIDTH - 2 * EDGE - (picture === undefined ? 0 : PICTURE.width + PICTURE.gap);
  if (picture !== undefined) await drawPicture(pen, picture);
  const title = drawable(drawing.title);
  const side = sideOf(title);
  const at = side === "left" ? EDGE : EDGE + room;
  const { size, lines } = fitted(pen, title, room, (one) => use(one, INK));
  use(size, INK);
  for (const [index, line] of lines.entries()) write(pen, line, at, TITLE.top + size + index * size * TITLE.line, side);

  for (const [index, line] of drawing.lines.slice(0, 2).entries()) {
    use(index === 0 ? 38 : 32, index === 0 ? INK : MUTED);
    const text = cut(pen, drawable(line), WIDTH - 2 * EDGE);
    write(pen, text, side === "left" ? EDGE : WIDTH - EDGE, 528 + index * 46, side);
  }
  drawBand(pen, drawing.media);
  const pixels: Pixels = { data: canvas.data(), width: WIDTH, height: HEIGHT };
  return picture === undefined ? flatPng(pixels, MOST_BYTES) : smallJpeg(pixels, MOST_BYTES);
}

/** The mark of the archive: talks as blocks of columns. */
function drawMark(pen: SKRSContext2D): void {
  pen.fillStyle = VIDEO;
  const unit = 38 / 16;
  for (const [x, y, width, height] of [
    [0, 1, 2, 14],
    [4, 1, 5, 4],
    [11, 1, 5, 8],
    [4, 7, 5, 8],
    [11, 11, 5, 4],
  ] as const)
    pen.fillRect(Math.round(EDGE + x * unit), Math.round(64 + y * unit), Math.round(width * unit), Math.round(height * unit));
}

/** The band at the bottom: what there is of slides and video, both as two halves. */
function drawBand(pen: SKRSContext2D, media: CardDrawing["media"]): void {
  const colours = media.length === 0 ? [NEITHER] : media.map((one) => (one === "slides" ? SLIDES : VIDEO));
  for (const [index, colour] of colours.entries()) {
    pen.fillStyle = colour;
    pen.fillRect((WIDTH / colours.length) * index, HEIGHT - 16, WIDTH / colours.length, 16);
  }
}

async function drawPicture(pen: SKRSContext2D, file: string): Promise<void> {
  const image = await loadImage(readFileSync(file));
  const scale = Math.min(PICTURE.width / image.width, PICTURE.height / image.height);
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  pen.drawImage(image, WIDTH - EDGE - width, TITLE.top + 10, width, height);
}

function write(pen: SKRSContext2D, text: string, x: number, y: number, side: "left" | "right"): void {
  pen.textAlign = side;
  pen.direction = RIGHT_TO_LEFT.test(text) && sideOf(text) === "right" ? "rtl" : "ltr";
  pen.fillText(text, x, Math.round(y));
}

/** The side at which a text begins, by its first letter. */
function sideOf(text: string): "left" | "right" {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "right" : "left";
}

/** The largest size in which a title fits, and its lines; the end of one that fits in none is left out. */
function fitted(pen: SKRSContext2D, title: string, room: number, use: (size: number) => void): { size: number; lines: string[] } {
  const most = (size: number) => Math.floor((TITLE.bottom - TITLE.top) / (size * TITLE.line));
  for (const size of SIZES) {
    use(size);
    const lines = linesOf(pen, title, room);
    if (lines.length <= most(size) && lines.every((line) => pen.measureText(line).width <= room))
      return { size, lines: balanced(pen, title, room, lines) };
  }
  const size = SIZES.at(-1) ?? 40;
  const lines = linesOf(pen, title, room);
  const shown = lines.slice(0, most(size));
  if (lines.length > shown.length) shown.push(`${shown.pop()} …`);
  return { size, lines: shown.map((line) => cut(pen, line, room)) };
}

/** As many lines, but of about the same width, so that no word stands alone. */
function balanced(pen: SKRSContext2D, title: string, room: number, lines: string[]): string[] {
  let best = lines;
  for (let width = room - 24; width > room / 3; width -= 24) {
    const narrower = linesOf(pen, title, width);
    if (narrower.length > lines.length || narrower.some((line) => pen.measureText(line).width > room)) break;
    best = narrower;
  }
  return best;
}

function linesOf(pen: SKRSContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && pen.measureText((line + piece).trimEnd()).width > room) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trim()];
}

/** Words with the blank after them; each letter of East Asia by itself. */
function pieces(text: string): string[] {
  return text.split(/(?<=[ -])/u).flatMap((word) => (BREAKABLE.test(word) ? [...word] : [word]));
}

/** More letters than fit into a line, however narrow they are; the names of hundreds of speakers would be measured for minutes. */
const MOST_IN_LINE = 500;

/** A text that is not wider than this, with dots for what is left out. */
function cut(pen: SKRSContext2D, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  const letters = [...text.replace(/ ?…$/u, "")].slice(0, MOST_IN_LINE);
  while (letters.length > 1 && pen.measureText(`${letters.join("")}…`).width > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
