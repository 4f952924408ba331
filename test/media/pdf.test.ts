/** PDFs of every kind that a talk may have; how pages are drawn is seen in `prepare.test.ts`. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeDeck } from "../../src/media/maker/pdf.ts";
import { folderOf } from "../support/content.ts";
import { manySlides, MIXED } from "../support/decks.ts";
import { makePdf } from "../support/make-pdf.ts";

const NO_PICTURE = { width: 1, height: 1, sources: [] };

/** The text of each page, or why there is none. */
async function read(bytes: string | Uint8Array) {
  const folder = folderOf({ "a.pdf": bytes });
  const deck = await makeDeck(
    join(folder, "a.pdf"),
    folder,
    () => {},
    async () => ({ picture: NO_PICTURE, thumbnail: NO_PICTURE }),
  );
  return typeof deck === "string" ? deck : deck.pages.map(({ lines }) => lines);
}

test("text of columns, pictures, portrait, Japanese, Hebrew, and a page that lies on its side", async () => {
  expect(await read(makePdf(MIXED))).toEqual([
    ["Grant tables", "A talk in pictures"],
    ["Two columns", "First on the left", "second on the left", "third on the left", "First on the right", "second on the right", "Page 2"],
    [],
    ["A page in portrait"],
    ["仮想マシンの起動", "割り込み"],
    ["שלום עולם"],
    ["A page that lies on its side"],
    ["The end"],
  ]);
});

test("sixty pages", async () => {
  const pages = await read(makePdf(manySlides(60)));
  expect(pages).toHaveLength(60);
  expect(pages[59]?.[0]).toMatch(/step 60$/);
  expect(pages[59]).toHaveLength(6);
});

describe("refused", () => {
  const whole = makePdf([{ words: [{ text: "A", x: 10, y: 10 }] }]);
  test.each([
    ["encrypted", makePdf([{}], { encrypted: true })],
    ["empty", makePdf([])],
    ["too many pages", makePdf(Array.from({ length: 501 }, () => ({})))],
    ["broken", "%PDF-1.4 and nothing"],
    ["broken", "no PDF"],
    ["broken", new Uint8Array()],
    ["broken", whole.subarray(0, 300)],
  ])("%s", async (why, bytes) => {
    expect(await read(bytes)).toBe(why);
  });
});
