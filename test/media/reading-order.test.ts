/** The order in which the text of a slide is read. */
import { describe, expect, test } from "vitest";
import { readingOrder, type TextPiece } from "../../src/media/maker/reading-order.ts";
import { cpuSeconds } from "../support/cpu.ts";

/** A piece of text; letters are half as wide as the font is high. */
const at = (x: number, y: number, text: string, size = 20): TextPiece => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
  level: true,
});
const read = (...pieces: TextPiece[]) => readingOrder(pieces, 960);

test("lines come from the top, whatever the order in the file; raised text stays in its line", () => {
  expect(read(at(60, 300, "third"), at(60, 100, "first"), at(60, 200, "second"), at(120, 195, "2", 10))).toEqual([
    "first",
    "second2",
    "third",
  ]);
});

test("pieces of a line are joined, with a blank where there is a gap", () => {
  expect(read(at(60, 100, "Grant "), at(120, 100, "tab"), at(150, 100, "les"), at(190, 100, "v2"))).toEqual(["Grant tables v2"]);
});

describe("columns", () => {
  const title = at(60, 80, "A title that goes over both of the columns below", 30);
  const column = (x: number, name: string) => [0, 1, 2].map((row) => at(x, 180 + 40 * row, `${name} point number ${row + 1}`));

  test("one after the other, below the title and above the foot", () => {
    expect(
      read(title, ...column(60, "left"), ...column(520, "right"), at(100, 500, "A foot that also goes across all of the columns above it")),
    ).toEqual([
      title.text,
      ...[1, 2, 3].map((row) => `left point number ${row}`),
      ...[1, 2, 3].map((row) => `right point number ${row}`),
      "A foot that also goes across all of the columns above it",
    ]);
  });

  test("of a script from the right, from the right", () => {
    const word = "שלוםשלוםשלום";
    expect(read(at(60, 100, `${word}ב`), at(60, 140, `${word}ד`), at(520, 100, `${word}א`), at(520, 140, `${word}ג`))).toEqual([
      `${word}א`,
      `${word}ג`,
      `${word}ב`,
      `${word}ד`,
    ]);
  });

  test("bullets and numbers before lines are no column", () => {
    const rows = [0, 1, 2].flatMap((row) => [at(60, 180 + 40 * row, "–"), at(130, 180 + 40 * row, `point number ${row + 1}`)]);
    expect(read(...rows)).toEqual(["– point number 1", "– point number 2", "– point number 3"]);
  });

  test("a table is read row by row", () => {
    const cells = ["CPU", "before", "after", "0", "12 ms", "7 ms", "1", "15 ms", "9 ms"];
    expect(read(...cells.map((text, index) => at(60 + 280 * (index % 3), 180 + 40 * Math.floor(index / 3), text)))).toEqual([
      "CPU before after",
      "0 12 ms 7 ms",
      "1 15 ms 9 ms",
    ]);
  });
});

test("a line from the right, with Latin words in it", () => {
  expect(read(at(400, 100, "מכונהוירטואלית"), at(300, 100, "Project"), at(245, 100, "Xen "), at(60, 100, "שלוםעולם"))).toEqual([
    "מכונהוירטואלית Xen Project שלוםעולם",
  ]);
});

test("Chinese and Japanese have no blanks between pieces", () => {
  const pieces = ["仮想", "マシン", "の起動"].map((text, index) => ({ ...at(60 + 65 * index, 100, text), width: 60 }));
  expect(read(...pieces)).toEqual(["仮想マシンの起動"]);
});

test("turned text comes last; what is no text is left out", () => {
  expect(
    read(
      { ...at(20, 10, "along the edge"), level: false },
      at(60, 100, "\u0007bell \u202Eturned\uE000 \uFFFDleft\uD800"),
      at(60, 200, " \u200B "),
    ),
  ).toEqual(["bell turned left", "along the edge"]);
});

test("a hostile page takes no long time and gives no long text", () => {
  const many = Array.from({ length: 50_000 }, (_, index) =>
    at((index * 7919) % 900, (index * 104_729) % 540, `word ${index}`, 1 + (index % 40)),
  );
  expect(cpuSeconds(() => expect(read(...many).join("").length).toBeLessThanOrEqual(10_000))).toBeLessThan(5);
});
