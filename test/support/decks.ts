/** Decks of slides for tests, with invented words. */
import { makePdf, type PageOfPdf, type Words } from "./make-pdf.ts";

const PARTS = ["Scheduler", "Grant table", "Event channel", "Memory", "Console", "Toolstack", "Firmware", "Driver"];
const DOES = ["wakes", "maps", "shares", "copies", "delays", "guards", "reports", "merges"];
const THINGS = ["pages of a guest", "requests on a ring", "idle processors", "the start info", "stale entries", "timer ticks"];

/** Slides of a title and five points each; no two have the same words. */
export function manySlides(count: number): PageOfPdf[] {
  return Array.from({ length: count }, (_, index) => {
    const pick = (list: readonly string[], step: number) => list[(index * step + Math.floor(index / list.length)) % list.length];
    const points = Array.from({ length: 5 }, (_, point): Words => {
      const [part, does, thing] = [pick(PARTS, point + 1), pick(DOES, point + 3), pick(THINGS, point + 2)];
      return {
        text: `${part} ${does} ${thing} (${index + 1}.${point + 1}: ${(index * 37 + point * 11) % 100} %)`,
        x: 80,
        y: 180 + point * 60,
        size: 28,
      };
    });
    return {
      words: [{ text: `${pick(PARTS, 1)} and ${pick(THINGS, 1)}, step ${index + 1}`, x: 60, y: 90, size: 44 }, ...points],
      ...(index % 4 === 2 && { picture: 6 }),
    };
  });
}

/** Every kind of page that a viewer has to cope with, the first in landscape. */
export const MIXED: PageOfPdf[] = [
  {
    words: [
      { text: "Grant tables", x: 60, y: 90, size: 48 },
      { text: "A talk in pictures", x: 60, y: 150 },
    ],
  },
  {
    words: [
      { text: "Two columns", x: 60, y: 90, size: 40 },
      ...["First on the left", "second on the left", "third on the left"].map((text, row) => ({ text, x: 60, y: 180 + row * 40 })),
      ...["First on the right", "second on the right"].map((text, row) => ({ text, x: 520, y: 180 + row * 40 })),
      { text: "Page 2", x: 440, y: 520, size: 14 },
    ],
  },
  { picture: 12 },
  { width: 540, height: 960, words: [{ text: "A page in portrait", x: 40, y: 90, size: 36 }] },
  {
    words: [
      { text: "仮想マシンの起動", x: 60, y: 90, size: 40, font: "cjk" },
      { text: "割り込み", x: 60, y: 180, font: "cjk" },
    ],
  },
  { words: [{ text: "שלום עולם", x: 600, y: 90, size: 40, font: "hebrew" }] },
  { rotate: 90, words: [{ text: "A page that lies on its side", x: 60, y: 90, size: 36 }] },
  { words: [{ text: "The end", x: 60, y: 90, size: 48 }] },
];

export const mixedDeck = () => makePdf(MIXED);
