/** Signs among letters stay letters: some may be drawn as coloured pictures unless a second sign says otherwise. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";

/** Signs that may become pictures (https://www.unicode.org/reports/tr51/#Presentation_Style), but for digits and marks of trade. */
const pictures = (text: string): string[] => text.replaceAll("\\FE0E", "\uFE0E").match(/(?![#*\d©®™])\p{Emoji}(?!\uFE0E)/gu) ?? [];

const FOLDERS = ["assets/css", "assets/js", "src/components", "src/layouts", "src/pages", "src/words"];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:css|ts|njk)$/.test(file))
    .map((file) => join(folder, file)),
);

test("no style, template or sentence has a sign that becomes a picture", () => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.map((file) => ({ file, signs: pictures(readFileSync(join(PROJECT, file), "utf8")) }));
  expect(found.filter(({ signs }) => signs.length > 0)).toEqual([]);
});

test("such a sign is found unless it is said to be a letter", () => {
  expect(pictures("↗ 1 ▶ ©")).toEqual(["↗", "▶"]);
  expect(pictures('content: "↗\\FE0E"; ↖\uFE0E ↑')).toEqual([]);
});
