/** A font that the first paint does not wait for, and that changes nothing when it comes later. */
const OPTIONAL_FONT = /@font-face\{[^}]*font-display:optional[^}]*\}/g;
const MOST_FONT = 30_000;

/** Pages are light: all of a page in the first round trip of a connection, nothing that holds up its first paint, little code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { filesBelow } from "../html.ts";
import { compress } from "../host.ts";
import { mostWeight } from "../script-weights.ts";
import type { WholeSite } from "./whole-site.ts";

/** What a server may send before it has to wait for the reader: ten segments of 1,460 bytes (RFC 6928). */
export const FIRST_ROUND_TRIP = 14_600;
export const LONG_LIST = { entries: 150, most: 20_000 };
/** A file of styles that a page loads; those for print come when all else is there, and nobody who reads waits for them. */
const STYLES = /<link rel="stylesheet" href="\/([^"]+)">/g;
const MOST_SCRIPT = 3_000;
/** Scripts of what readers ask for: players, filters and the search. */
const ASKED_FOR = /\/(?:player|open-in-place|presentations|search|slides|transcript)-/;

/** The sizes of packed files, each packed once. */
function knownSizes(pack: (path: string) => Uint8Array): (path: string) => number {
  const sizes = new Map<string, number>();
  return (path) => {
    const size = sizes.get(path) ?? pack(path).length;
    sizes.set(path, size);
    return size;
  };
}

/** A page down to its title, which is drawn before any file of styles is there. */
const beforeContent = (html: string) => html.slice(0, Math.max(html.indexOf("</h1>"), html.lastIndexOf("</head>")));

/** Pages are light: all of a page in the first round trip of a connection, nothing that holds up its first paint, little code. */
export function testWeight(whole: WholeSite): void {
  const { site } = whole;
  const pages = filesBelow(site)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ file, html: readFileSync(join(site, file), "utf8") }));
  const sizeOf = knownSizes((path) => compress(readFileSync(join(site, path))));
  const brotliSize = knownSizes((path) => brotliCompressSync(readFileSync(join(site, path))));

  const texts = new Map<string, string>();
  const textOf = (path: string) => {
    const text = texts.get(path) ?? readFileSync(join(site, path), "utf8");
    texts.set(path, text);
    return text;
  };

  /** The styles that a page loads. */
  const stylesOf = (html: string) => [...html.matchAll(STYLES)].map(([, path = ""]) => path);

  /** The size of a page and its styles as a host sends what it compressed beforehand; that takes long, and is not asked where less will do. */
  function leastSize(html: string): number {
    const stylesBy = (size: (path: string) => number) => stylesOf(html).reduce((sum, path) => sum + size(path), 0);
    const quick = stylesBy(sizeOf) + compress(Buffer.from(html)).length;
    return quick > FIRST_ROUND_TRIP ? stylesBy(brotliSize) + brotliCompressSync(html).length : quick;
  }

  test("every page with its styles fits into the first round trip, lists of more than 150 entries into 20 kB", () => {
    const heavy = pages.flatMap(({ file, html }) => {
      const size = leastSize(html);
      const most = (html.match(/<li class="talk-item/g) ?? []).length > LONG_LIST.entries ? LONG_LIST.most : FIRST_ROUND_TRIP;
      return size > most ? [`${file}: ${size} bytes`] : [];
    });
    expect(heavy).toEqual([]);
  });

  test("nothing that a page loads holds up its first paint", () => {
    const blocking = pages.flatMap(({ file, html }) => [
      ...(beforeContent(html).match(/<link [^>]*rel="?(?:stylesheet|preload)[^>]*>/g) ?? []).map((tag) => `${file}: ${tag}`),
      ...(html.match(/<script [^>]*src=[^>]*>/g) ?? []).filter((tag) => !/ defer\b/.test(tag)).map((tag) => `${file}: ${tag}`),
      ...stylesOf(html).flatMap((path) => (textOf(path).match(/@import/g) ?? []).map((text) => `${file}: ${text} in ${path}`)),
      ...(html.replace(OPTIONAL_FONT, "").match(/@import|url\(/g) ?? []).map((text) => `${file}: ${text} in its styles`),
    ]);
    expect(blocking).toEqual([]);
  });

  test("the font of English pages is light, and of its own site under a name that changes with it", () => {
    const faces = [...new Set(pages.flatMap(({ html }) => html.match(OPTIONAL_FONT) ?? []))];
    const latin = faces.filter((face) => /U\+20-7E/i.test(face));
    const urls = latin.flatMap((face) => [...face.matchAll(/url\("?([^")]+)"?\)/g)].map(([, url = ""]) => url));
    expect(faces.length).toBeGreaterThan(latin.length);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !/^\/assets\/[\w-]+-[0-9a-f]{10}\.woff2$/.test(url))).toEqual([]);
    expect(urls.reduce((sum, url) => sum + readFileSync(join(site, url)).length, 0)).toBeLessThanOrEqual(MOST_FONT);
  });

  test("no page loads more of script than before, and 3 %; what it loads on demand stands in a template", () => {
    const heavy = pages.flatMap(({ file, html }) => {
      const loaded = html.replace(/<template\b[^>]*><script\b[^>]*><\/script><\/template>/g, "");
      const scripts = [...loaded.matchAll(/<script src="\/(assets\/([^"]+)-[0-9a-f]{10}\.js)"/g)];
      const size = scripts.reduce((sum, [, path = ""]) => sum + brotliSize(path), 0);
      const most = mostWeight(scripts.map(([, , name = ""]) => name));
      return size > most ? [`${file}: ${size} bytes of script, at most ${most}`] : [];
    });
    expect(heavy).toEqual([]);
  });

  test("a page that plays and filters nothing has at most 3 kB of script", () => {
    const heavy = pages.flatMap(({ file, html }) => {
      const scripts = [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, path = ""]) => path);
      const inline = [...html.matchAll(/<script>([^<]*)<\/script>/g)].reduce((sum, [, text = ""]) => sum + text.length, 0);
      const size = scripts.filter((path) => !ASKED_FOR.test(path)).reduce((sum, path) => sum + sizeOf(path), inline);
      return size > MOST_SCRIPT ? [`${file}: ${size} bytes of ${scripts.join(", ")}`] : [];
    });
    expect(heavy).toEqual([]);
  });
}
