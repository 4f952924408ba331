/** Where `dir="auto"` finds out nothing, pages do not say it. */
import { expect, test } from "vitest";
import { withoutNeedlessDirections } from "../../src/text/direction.ts";

const pageOf = (title: string, html = '<html lang="en">') => `<!doctype html>${html}<head></head><h1 dir="auto">${title}</h1>`;

test("a page that is written from left to right alone has no direction to find out", () => {
  for (const title of ["A talk", "Über Größe, 日本語 and кириллица", "2019", "says dir=&quot;auto&quot;"])
    expect(withoutNeedlessDirections(pageOf(title))).toBe(pageOf(title).replace(' dir="auto"', ""));
});

test("what is written from right to left, or says a direction, keeps it", () => {
  for (const title of ["سلام", "שלום", "٣", "a\u202eb", "a\u200fb", "a\u2067b", "ﷲ", "\u{10a00}", "\u{1e900}"])
    expect(withoutNeedlessDirections(pageOf(title)), title).toBe(pageOf(title));
  const page = pageOf("A talk", '<html lang="ar" dir="rtl">');
  expect(withoutNeedlessDirections(page)).toBe(page);
});
