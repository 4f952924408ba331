/** Media that would take all time or memory are left out, and nothing else is. */
import { expect, test } from "vitest";
import { LIMITS } from "../../src/media/worker.ts";
import { makePdf } from "../support/make-pdf.ts";
import { deck, folderWith, prepare, warningsOf } from "./prepared.ts";

test("a PDF that would keep a program busy for years; what comes after it is made", async () => {
  const forms = Object.fromEntries(
    Array.from({ length: 9 }, (_, depth) => [900 + depth, `/F${901 + depth} Do `.repeat(depth === 8 ? 0 : 30)]),
  );
  const folder = folderWith(
    { ...deck("a-busy"), ...deck("b-good") },
    { "a-busy.pdf": makePdf([{ code: "/F900 Do" }], { forms }), "b-good.pdf": makePdf([{}]) },
  );
  const prepared = await prepare(folder, { ...LIMITS, step: 2 });
  expect(warningsOf(prepared)).toEqual([
    "5 slow-pdf: `a-busy.pdf` takes too long to be drawn, so its slides are not shown. → Print it to a new PDF, which is often simpler. Until then the page offers only the download.",
  ]);
  expect([...prepared.made.decks.keys()]).toEqual(["b-good.pdf"]);
});

test("a PDF whose stream or whose pictures fill the memory, though not the heap; it is not tried again", async () => {
  const folder = folderWith(
    { ...deck("a-stream"), ...deck("b-pictures"), ...deck("c-good") },
    {
      "a-stream.pdf": makePdf([{ code: " ".repeat(520_000_000) }]),
      "b-pictures.pdf": makePdf([{ pictures: { side: 7990, number: 12 } }]),
      "c-good.pdf": makePdf([{}]),
    },
  );
  const prepared = await prepare(folder);
  expect(warningsOf(prepared).map((one) => one.replace(/ →.*/, ""))).toEqual([
    "5 large-pdf: `a-stream.pdf` takes too much memory to be drawn, so its slides are not shown.",
    "5 large-pdf: `b-pictures.pdf` takes too much memory to be drawn, so its slides are not shown.",
  ]);
  expect([...prepared.made.decks.keys()]).toEqual(["c-good.pdf"]);
  const again = await prepare(folder);
  expect([warningsOf(again), again.told]).toEqual([warningsOf(prepared), []]);
});
