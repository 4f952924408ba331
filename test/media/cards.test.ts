/** Cards for social media are drawn with given fonts alone, the same every time, and are small. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FontError, fontFiles, readCardFonts } from "../../src/media/card-fonts.ts";
import { CardError, CardMaker } from "../../src/media/cards.ts";
import { lettersOf } from "../../src/media/font-letters.ts";
import { type CardDrawing, missingLetters } from "../../src/model/cards.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";

const OWN = join(PROJECT, "assets/fonts");
const PACKAGES = join(PROJECT, "node_modules/@expo-google-fonts");
const KUFI = join(PACKAGES, "noto-kufi-arabic/600SemiBold");
const GOTHIC = join(PACKAGES, "sawarabi-gothic/400Regular");

const drawing = (facts: Partial<CardDrawing> = {}): CardDrawing => ({
  title: "Bring-up of PCI passthrough",
  lines: ["Ada Example", "Little Conference 2020"],
  site: "Little Archive",
  hasMark: true,
  ground: "#14323c",
  media: ["slides", "video"],
  picture: undefined,
  ...facts,
});

/** The size of a PNG, from its first chunk. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

describe("the letters of fonts", () => {
  test("of WOFF2 are those that the styles say", () => {
    const css = readFileSync(join(PROJECT, "assets/css/fonts.css"), "utf8");
    const ranges = [...css.matchAll(/url\("\.\.\/fonts\/([^"]+)"[\s\S]*?unicode-range:([^;]+);/g)];
    expect(ranges).toHaveLength(2);
    for (const [, file = "", range = ""] of ranges) {
      const told = range
        .split(",")
        .map((part) => part.trim().slice(2).split("-"))
        .map(([from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
      const letters = lettersOf(readFileSync(join(OWN, file)));
      // What the styles name is there, but for a soft hyphen and the like; and nothing is there that they do not name.
      const isTold = (point: number) => told.some(([from, to]) => from <= point && point <= to);
      const points = letters.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      expect(points.filter((point) => !isTold(point))).toEqual([]);
      expect(points.length).toBeGreaterThan(file === "archivo.woff2" ? 200 : 120);
    }
  });

  test("of TrueType are found too, and no font is an error that names the file", () => {
    const fonts = readCardFonts(fontFiles([KUFI]), readFileSync);
    expect(missingLetters(fonts, "الافتراضية")).toEqual([]);
    expect(missingLetters(fonts, "中文")).toEqual(["中", "文"]);
    expect(missingLetters(readCardFonts(fontFiles([GOTHIC]), readFileSync), "仮想化")).toEqual([]);
    const broken = folderOf({ "a.ttf": "This is no font at all, though it is long enough to be read as one." });
    expect(() => readCardFonts(fontFiles([broken]), readFileSync)).toThrow(FontError);
    expect(() => readCardFonts(fontFiles([broken]), readFileSync)).toThrow(/a\.ttf cannot be read/);
  });

  test("whose segments all hold all letters are damaged, and not looked through for minutes", () => {
    const [count, header] = [32_000, Buffer.alloc(14)];
    header.writeUInt16BE(4, 0);
    header.writeUInt16BE(2 * count, 6);
    const [ends, starts] = [Buffer.alloc(2 * count, 0xff), Buffer.alloc(2 + 2 * count)];
    const table = Buffer.concat([header, ends, starts, Buffer.alloc(4 * count, 0)]);
    const cmap = Buffer.concat([Buffer.from("000000010003000100 00000c".replace(" ", ""), "hex"), table]);
    const font = Buffer.concat([Buffer.from("000100000001000000000000", "hex"), Buffer.from("cmap"), Buffer.alloc(12), cmap]);
    font.writeUInt32BE(28, 20);
    font.writeUInt32BE(cmap.length, 24);
    const began = process.cpuUsage().user;
    expect(() => readCardFonts(["a.ttf"], () => font)).toThrow(/a\.ttf cannot be read. Its table of letters is damaged/);
    expect(process.cpuUsage().user - began).toBeLessThan(1_000_000);
  });

  test("accents that stand alone, blanks and what is not seen need no letter of their own", () => {
    const fonts = readCardFonts(fontFiles([OWN]), readFileSync);
    expect(missingLetters(fonts, "Don\u021bu \u0041\u030a  Z\u00a0\u200bz\u200e")).toEqual([]);
    expect(missingLetters(fonts, "Xen \u0441")).toEqual(["\u0441"]);
  });
});

describe("a card", () => {
  const fonts = fontFiles([OWN, KUFI, GOTHIC]);

  test("has the same bytes in another process, whatever was drawn before; it is a small PNG of 1200 × 630", async () => {
    const titles = ["Short", "Bring-up of PCI passthrough", "W".repeat(300), "A long title of many words ".repeat(11).trim()];
    const draw = async (all: string[]) => {
      const maker = new CardMaker(fonts);
      const cards = await Promise.all(all.map(async (title) => [title, await maker.make(drawing({ title }), undefined)] as const));
      return new Map(cards);
    };
    const [once, again] = [await draw(titles), await draw(titles.toReversed())];
    for (const title of titles) {
      const card = once.get(title) ?? new Uint8Array();
      expect(Buffer.compare(card, again.get(title) ?? new Uint8Array())).toBe(0);
      expect(sizeOf(card)).toEqual([1200, 630]);
      expect(card.length).toBeLessThanOrEqual(40_000);
    }
    expect(new Set([...once.values()].map((card) => Buffer.from(card).toString("base64"))).size).toBe(titles.length);
  });

  test("shows letters of further fonts, from right to left and without blanks between words", async () => {
    const maker = new CardMaker(fonts);
    const own = new CardMaker(fontFiles([OWN]));
    for (const title of ["المحاكاة الافتراضية", "仮想化の未来について".repeat(6)]) {
      const [shown, tofu] = [await maker.make(drawing({ title }), undefined), await own.make(drawing({ title }), undefined)];
      expect(shown.length).toBeLessThanOrEqual(40_000);
      expect(Buffer.compare(shown, tofu)).not.toBe(0);
    }
  });

  test("with hundreds of speakers is drawn as one with those that fit", async () => {
    const names = "Ada Example, ".repeat(3000);
    const maker = new CardMaker(fonts);
    const [all, some] = [
      await maker.make(drawing({ lines: [names] }), undefined),
      await maker.make(drawing({ lines: [names.slice(0, 600)] }), undefined),
    ];
    expect(Buffer.compare(all, some)).toBe(0);
  });

  test("with a picture is a JPEG as small", async () => {
    const picture = join(temporaryFolder(), "p.png");
    writeFileSync(picture, await new CardMaker(fonts).make(drawing(), undefined));
    const maker = new CardMaker(fonts);
    const card = await maker.make(drawing({ picture: "/assets/media/p/p.png", title: "A long title of words ".repeat(9).trim() }), picture);
    expect([...card.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(card.length).toBeLessThanOrEqual(40_000);
  });

  test("that cannot be drawn fails, and the others too", async () => {
    const maker = new CardMaker(fonts);
    const noFont = join(folderOf({ "a.ttf": "no font" }), "a.ttf");
    await expect(new CardMaker([noFont]).make(drawing(), undefined)).rejects.toThrow(CardError);
    await expect(maker.make(drawing({ picture: "/gone.png" }), "/nowhere/gone.png")).rejects.toThrow(/could not be drawn/);
    expect((await maker.make(drawing(), undefined)).length).toBeGreaterThan(1000);
  });
});
