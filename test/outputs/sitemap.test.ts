import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { sitemap } from "../../src/outputs/sitemap.ts";
import { archiveOf, existing } from "../model/make.ts";
import { longTest } from "../support/long-test.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

interface Read {
  root: string;
  namespace: string;
  addresses: string[];
}

/** Every file of the sitemap, read back. */
function read(pagePaths: string[], url = "https://example.org/archive/"): Map<string, Read> {
  const files = [
    ...sitemap.files(archiveOf({ url }), {
      pagePaths,
      sections: [],
      readMedia: () => new Uint8Array(),
      readRecord: () => new Uint8Array(),
    }),
  ];
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "url" || name === "sitemap" });
  return new Map(
    files.map(({ path, content }) => {
      const text = String(content);
      expect(XMLValidator.validate(text)).toBe(true);
      expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
      const tree: Record<string, Record<string, unknown>> = parser.parse(text);
      const root = existing(Object.keys(tree).find((name) => name !== "?xml"));
      const list = (tree[root]?.["url"] ?? tree[root]?.["sitemap"] ?? []) as { loc: string }[];
      return [path, { root, namespace: String(tree[root]?.["@_xmlns"]), addresses: list.map(({ loc }) => loc) }];
    }),
  );
}

describe("sitemap", () => {
  test("lists every page by its full address, in order", () => {
    expect(Object.fromEntries(read(["/", "/events/", "/events/e/talk/"]))).toEqual({
      "sitemap.xml": {
        root: "urlset",
        namespace: NAMESPACE,
        addresses: ["https://example.org/archive/", "https://example.org/archive/events/", "https://example.org/archive/events/e/talk/"],
      },
    });
  });

  test("a single page and none at all are a list too", () => {
    expect(read(["/"]).get("sitemap.xml")?.addresses).toEqual(["https://example.org/archive/"]);
    expect(read([]).get("sitemap.xml")).toMatchObject({ root: "urlset", addresses: [] });
  });

  test("addresses with characters of XML are escaped", () => {
    expect(read(["/a&b/<c>/"]).get("sitemap.xml")?.addresses).toEqual(["https://example.org/archive/a&b/<c>/"]);
  });

  longTest("50,000 pages are one file", () => {
    const pages = Array.from({ length: 50_000 }, (_, index) => `/${index}/`);
    expect([...read(pages).keys()]).toEqual(["sitemap.xml"]);
  });

  test("more are several files, none too large, under an index that names them all", () => {
    const pages = Array.from({ length: 100_001 }, (_, index) => `/${index}/`);
    const files = read(pages);
    const index = existing(files.get("sitemap.xml"));
    expect(index).toMatchObject({ root: "sitemapindex", namespace: NAMESPACE });
    const parts = index.addresses.map((address) => existing(files.get(address.replace("https://example.org/archive/", ""))));
    expect(files.size).toBe(parts.length + 1);
    for (const part of parts) {
      expect(part).toMatchObject({ root: "urlset", namespace: NAMESPACE });
      expect(part.addresses.length).toBeLessThanOrEqual(50_000);
    }
    const listed = parts.flatMap((part) => part.addresses);
    expect(listed.length).toBe(pages.length);
    expect(new Set(listed)).toEqual(new Set(pages.map((page) => `https://example.org/archive${page}`)));
  });
});
