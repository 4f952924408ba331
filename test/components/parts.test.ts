import { describe, expect, test } from "vitest";
import { cutIntoParts } from "../../src/components/parts.ts";
import { archiveOf, existing } from "../model/make.ts";

const archive = archiveOf({ url: "https://example.org/archive/" });
const list = (length: number) => Array.from({ length }, (_, index) => index);
const SIZE = 300;
const cut = (length: number) => cutIntoParts(archive, list(length), "/topics/x/", { weightOf: () => 1, most: SIZE });

describe("cutIntoParts", () => {
  test("an empty list is one empty part", () => {
    expect(cut(0)).toEqual([{ path: "/topics/x/", number: 1, items: [], parts: [], suffix: "" }]);
  });

  test.each([1, 299, 300])("%i entries stay together, without links to parts", (length) => {
    expect(cut(length)).toEqual([{ path: "/topics/x/", number: 1, items: list(length), parts: [], suffix: "" }]);
  });

  test("301 entries are two parts", () => {
    const [first, second, ...others] = cut(301);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ path: "/topics/x/", number: 1, suffix: " (1 of 2)" });
    expect(second).toMatchObject({ path: "/topics/x/2/", number: 2, suffix: " (2 of 2)", items: [300] });
    expect(second?.parts).toEqual([
      { label: "1–300", href: "/archive/topics/x/", current: false },
      { label: "301", href: "/archive/topics/x/2/", current: true },
    ]);
  });

  test.each([1, 300, 301, 599, 600, 601, 900])("%i entries are in the parts once, in order, and no part is too long", (length) => {
    const parts = cut(length);
    expect(parts.flatMap((part) => part.items)).toEqual(list(length));
    expect(parts.length).toBe(Math.ceil(length / SIZE));
    for (const part of parts) expect(part.items.length).toBeLessThanOrEqual(SIZE);
    expect(new Set(parts.map((part) => part.path)).size).toBe(parts.length);
  });

  test("what else the first part lists is counted in the labels", () => {
    const parts = cutIntoParts(archive, list(301), "/topics/x/", { weightOf: () => 1, most: SIZE, besides: 58 });
    expect(parts.map(({ items }) => items.length)).toEqual([300, 1]);
    expect(parts[0]?.parts.map(({ label }) => label)).toEqual(["1–358", "359"]);
  });

  test("every part links to all parts and marks itself; the labels say what is there", () => {
    const parts = cut(900);
    for (const part of parts) {
      expect(part.parts.map(({ href }) => href)).toEqual(parts.map(({ path }) => `/archive${path}`));
      expect(part.parts.map(({ current }) => current)).toEqual(parts.map((other) => other === part));
      expect(part.parts.map(({ label }) => label)).toEqual(["1–300", "301–600", "601–900"]);
    }
  });

  test("of very many parts each links to those around it, every so many, and the ends, so that all can be reached", () => {
    const parts = cut(95 * SIZE);
    const linked = (part: number) => existing(parts[part - 1]).parts.map(({ href }) => Number(/\d+(?=\/$)/.exec(href)?.[0] ?? 1));
    expect(linked(1)).toEqual([1, 2, 3, 11, 21, 31, 41, 51, 61, 71, 81, 91, 95]);
    expect(linked(45)).toEqual([1, 11, 21, 31, 41, 43, 44, 45, 46, 47, 51, 61, 71, 81, 91, 95]);
    expect(
      existing(parts[44])
        .parts.filter(({ current }) => current)
        .map(({ label }) => label),
    ).toEqual(["13201–13500"]);
    for (let part = 2; part <= 95; part++) expect(linked(part - 1)).toContain(part);
  });

  test("the second part and those after it may be elsewhere", () => {
    const parts = cutIntoParts(archive, list(700), "/topics/", {
      weightOf: () => 1,
      most: SIZE,
      restPath: (number) => `/topics/list/${number}/`,
    });
    expect(parts.map(({ path }) => path)).toEqual(["/topics/", "/topics/list/2/", "/topics/list/3/"]);
  });

  test("heavy entries are fewer in a part, and the first has less room where it shows more than the list", () => {
    const parts = cutIntoParts(archive, [5, 5, 5, 5, 20, 1, 1], "/t/", { weightOf: (weight) => weight, most: 10, taken: 4 });
    expect(parts.map(({ items }) => items)).toEqual([[5], [5, 5], [5], [20], [1, 1]]);
    expect(parts[0]?.parts.map(({ label }) => label)).toEqual(["1", "2–3", "4", "5", "6–7"]);
  });
});
