/** Every internal link, asset and fragment leads somewhere, at the root and under a path prefix. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, type PageFacts, readPage } from "../html.ts";
import { PREFIXED } from "../bases.ts";
import type { WholeSite } from "./whole-site.ts";

/** Every internal link, asset and fragment leads somewhere, at the root and under a path prefix. */
export function testLinks(whole: WholeSite): void {
  const SITES = [
    { name: "at the root", folder: whole.site, origin: "https://archive.example.org", prefix: "" },
    ...(whole.prefixedSite === undefined
      ? []
      : [{ name: "under a prefix", folder: whole.prefixedSite, origin: new URL(PREFIXED).origin, prefix: "/archive" }]),
  ];

  /** The file that a static host serves for a path of the site. */
  function served(folder: string, path: string): string | undefined {
    const file = path.endsWith("/") ? `${path}index.html` : path;
    return existsSync(join(folder, file)) && statSync(join(folder, file)).isFile() ? file.slice(1) : undefined;
  }

  /** A second of a video, or a page of a PDF (W3C Media Fragments, RFC 8118). */
  const isPlaceInMedia = (file: string, fragment: string) =>
    /\.(webm|mp4)$/.test(file) ? /^t=\d+$/.test(fragment) : /\.pdf$/.test(file) && /^page=\d+$/.test(fragment);

  /** Whether a page only leads on from a former address. */
  const isMoved = (folder: string, file: string) => readFileSync(join(folder, file), "utf8").includes('http-equiv="refresh"');
  const isNoted = (folder: string, file: string) =>
    readFileSync(join(folder, file), "utf8").includes("What was at this address was removed");

  describe.each(SITES)("the site $name", ({ folder, origin, prefix }) => {
    const pages = new Map<string, PageFacts>(
      filesBelow(folder).flatMap((file) => (file.endsWith(".html") ? [[file, readPage(folder, file)]] : [])),
    );

    test("has pages to look at", () => {
      expect(pages.size).toBeGreaterThan(whole.least.pages);
    });

    test("has no broken link, asset or fragment", () => {
      const broken: string[] = [];
      for (const [file, page] of pages) {
        const here = `${origin}${prefix}/${file.replace(/(^|\/)index\.html$/, "$1")}`;
        for (const address of [...page.links, ...page.loads]) {
          const url = new URL(address, here);
          if (url.origin !== origin) continue;
          if (!url.pathname.startsWith(`${prefix}/`)) {
            broken.push(`${file}: ${address} leaves the prefix`);
            continue;
          }
          const target = served(folder, decodeURIComponent(url.pathname.slice(prefix.length)));
          const fragment = decodeURIComponent(url.hash.slice(1));
          if (target === undefined) broken.push(`${file}: ${address}`);
          else if (fragment && !pages.get(target)?.ids.has(fragment) && !isPlaceInMedia(target, fragment))
            broken.push(`${file}: ${address} (no such fragment)`);
        }
      }
      expect(broken).toEqual([]);
    });

    test("loads nothing from another host", () => {
      const foreign = [...pages].flatMap(([file, page]) =>
        page.loads.filter((address) => /^([a-z]+:)?\/\//i.test(address)).map((address) => `${file}: ${address}`),
      );
      expect(foreign).toEqual([]);
    });

    test("has every page within reach of the home page", () => {
      const seen = new Set<string>();
      const queue = ["index.html"];
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        for (const address of pages.get(file)?.links ?? []) {
          if (!address.startsWith(`${prefix}/`)) continue;
          const target = served(folder, decodeURIComponent(address.slice(prefix.length).replace(/#.*$/, "")));
          if (target !== undefined && pages.has(target)) queue.push(target);
        }
      }
      // What was removed says so to those who come from elsewhere.
      const unlinked = (file: string) => file === "404.html" || isMoved(folder, file) || isNoted(folder, file);
      const unreached = [...pages.keys()].filter((file) => !seen.has(file) && !unlinked(file));
      expect(unreached).toEqual([]);
    });
  });
}
