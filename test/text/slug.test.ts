import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slug } from "../../src/text/slug.ts";
import { runs } from "../support/long.ts";

describe("slug", () => {
  test.each([
    ["Intel Update", "intel-update"],
    ["Mihai Donțu", "mihai-dontu"],
    ["Ünïcödé Straße", "unicode-strasse"],
    ["Zoe\u0308", "zoe"],
    ["µ-Xen", "u-xen"],
    ["μ-Xen", "u-xen"],
    ["Xen 4.2: what's new?", "xen-4-2-whats-new"],
    ["Dom0/DomU (split)", "dom0-domu-split"],
    ["grant_table", "grant-table"],
    ["East–West — North‐South", "east-west-north-south"],
    ["  a  --  b  ", "a-b"],
    ["R&D", "randd"],
    ["Иван", "ivan"],
    ["Անի Գործյան", "ani-gorcyan"],
    ["ԱՆԻ ԳՈՐԾՅԱՆ", "ani-gorcyan"],
    ["c", "c"],
    ["c++", "c-plus-plus"],
    ["C#", "c-sharp"],
    ["C++ and C", "c-plus-plus-and-c"],
    ["issue #12", "issue-12"],
    ["1 + 1", "1-1"],
  ])("%j becomes %s", (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  test("what has no Latin form becomes its code points, and stays apart", () => {
    expect(slug("日本")).toBe("u65e5-u672c");
    expect(slug("🎉")).toBe("u1f389");
    expect(slug("!!!")).not.toBe(slug("???"));
    expect(slug("山田")).not.toBe(slug("山本"));
  });

  test("long names are cut between words, or within one that is too long", () => {
    const words = slug("a rather long title ".repeat(20));
    expect(words.length).toBeLessThanOrEqual(80);
    expect(words.length).toBeGreaterThan(40);
    expect(`${"a-rather-long-title-".repeat(20)}`.startsWith(`${words}-`)).toBe(true);
    expect(slug("x".repeat(300))).toBe("x".repeat(80));
    expect(slug(`${"x".repeat(80)} y`)).toBe("x".repeat(80));
  });

  test("is always letters, digits and single hyphens, and empty only for blank text", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string({ maxLength: 200 }), fc.lorem());
    fc.assert(
      fc.property(text, (name) => {
        const made = slug(name);
        if (name.trim() === "") expect(made).toBe("");
        else expect(made).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(made.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: runs(2000) },
    );
  });

  test("a slug is its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(slug(slug(name))).toBe(slug(name));
      }),
    );
  });
});
