/** What a site says to programs: linked data, typed links, citation tags, link sets and citations. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import { attribute, elements, filesBelow, textOf } from "../html.ts";
import { blocksIn, factsOfBlocks } from "../linked-data.ts";
import { PREFIXED, ROOT } from "../bases.ts";
import type { WholeSite } from "./whole-site.ts";

/** What the reader modes of browsers take for the name of who wrote the page, wherever it stands. */
const BYLINE = /byline|author|dateline|writtenby/i;

/** What a site says to programs: linked data, typed links, citation tags, link sets and citations. */
export function testPrograms(whole: WholeSite): void {
  // Under a prefix more can be wrong.
  const [site, base] = whole.prefixedSite === undefined ? [whole.site, ROOT] : [whole.prefixedSite, PREFIXED];
  const { origin, pathname: prefix } = new URL(base);
  const files = filesBelow(site);
  const read = (file: string) => readFileSync(join(site, file), "utf8");

  /** Whether an address of this site leads to a file; those of other sites do. */
  function leadsSomewhere(address: string, from: string): boolean {
    const url = new URL(address, base + from);
    if (url.origin !== origin) return true;
    const path = decodeURIComponent(url.pathname);
    return path.startsWith(prefix) && existsSync(join(site, path.slice(prefix.length), path.endsWith("/") ? "index.html" : ""));
  }

  const pages = files.filter((file) => file.endsWith("index.html")).map((file) => ({ file, html: read(file) }));
  const talks = pages.filter(({ html }) => html.includes('name="citation_title"'));

  /** What a page says to programs, and beside it to readers. */
  function facts(html: string) {
    const all = elements(html);
    const heading = all.find(({ tagName }) => tagName === "h1");
    const byline = all.find((one) => attribute(one, "class") === "byline");
    return {
      data: blocksIn(all),
      typedLinks: all.filter(({ tagName }) => tagName === "link").map((link) => attribute(link, "href") ?? ""),
      authors: all.filter((one) => attribute(one, "name") === "citation_author").map((one) => attribute(one, "content") ?? ""),
      speakers: (byline?.childNodes ?? []).filter((node) => node.nodeName === "li").length,
      title: heading && textOf(heading),
      bylines: all.flatMap((one) => ["class", "id"].flatMap((name) => attribute(one, name) ?? []).filter((name) => BYLINE.test(name))),
      isCitationKept: all.every((one) => attribute(one, "class") !== "citation" || attribute(one, "translate") === "no"),
    };
  }
  // Each page is parsed once, whichever test asks for it first.
  const known = new Map<string, ReturnType<typeof facts>>();
  function factsOf({ file, html }: { file: string; html: string }): ReturnType<typeof facts> {
    const found = known.get(file) ?? facts(html);
    known.set(file, found);
    return found;
  }

  describe("pages", () => {
    test("hold linked data that a processor reads without loss", async () => {
      let withData = 0;
      for (const page of pages) {
        const said = await factsOfBlocks(factsOf(page).data);
        if (said.length > 0) withData += 1;
        const relative = said.filter(({ subject }) => subject.termType === "NamedNode" && !/^https?:/.test(subject.value));
        expect(relative, page.file).toEqual([]);
      }
      expect(withData).toBeGreaterThan(whole.least.pages - whole.archive.events.length);
    });

    test("hold typed links that lead somewhere", () => {
      const dead = pages.flatMap((page) =>
        factsOf(page)
          .typedLinks.filter((href) => !leadsSomewhere(href, page.file.replace(/index\.html$/, "")))
          .map((href) => `${page.file}: ${href}`),
      );
      expect(dead).toEqual([]);
    });

    test("of talks name every speaker to reference managers", () => {
      expect(talks.length).toBe(whole.archive.talks.filter(({ record }) => record.kind !== "break").length);
      for (const talk of talks) {
        const { authors, speakers } = factsOf(talk);
        expect(authors, talk.file).toHaveLength(speakers);
        for (const author of authors) expect(author.split(/[;]|, .*,/), talk.file).toHaveLength(1);
      }
    });

    test("show reader modes no names of authors but the speakers of a talk", () => {
      for (const page of pages)
        expect(
          factsOf(page).bylines.filter((name) => name !== "byline" || !talks.includes(page)),
          page.file,
        ).toEqual([]);
    });

    test("keep citations as they are where a browser translates", () => {
      for (const page of talks) expect(factsOf(page).isCitationKept, page.file).toBe(true);
    });

    test("of talks stay small", () => {
      // A panel of thirty names all of them.
      const crowd = 20;
      const usual = talks.filter(({ html }) => (html.match(/name="?citation_author/g) ?? []).length <= crowd);
      const blocks = usual.map(({ html }) => /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1]?.length ?? 0);
      expect(Math.max(...blocks)).toBeLessThan(6000);
    });
  });

  test("link sets are of every page of their event, and all their links lead somewhere", () => {
    const sets = files.filter((file) => file.endsWith("/linkset.json"));
    expect(sets).toHaveLength(whole.archive.events.length);
    for (const file of sets) {
      const { linkset } = JSON.parse(read(file)) as { linkset: Record<string, string | { href: string; type?: string }[]>[] };
      for (const context of linkset) {
        const { anchor, ...relations } = context;
        expect(leadsSomewhere(String(anchor), "")).toBe(true);
        const targets = Object.values(relations).flatMap((links) => links as { href: string }[]);
        expect(targets.filter(({ href }) => !/^https?:/.test(href) || !leadsSomewhere(href, ""))).toEqual([]);
      }
    }
  });

  test("every talk's BibTeX, RIS and CSL-JSON say the same of title, authors and date", () => {
    const keys = new Set<unknown>();
    for (const talk of talks) {
      const stem = talk.file.replace(/([^/]+)\/index\.html$/, "$1/$1");
      const [bib, ris, csl] = ["bib", "ris", "csl.json"].map((format) => {
        const items = plugins.input.chain(read(`${stem}.${format}`));
        expect(items, `${stem}.${format}`).toHaveLength(1);
        return items[0];
      });
      const { title } = factsOf(talk);
      const plain = (text: unknown) => String(text).replace(/<\/?span[^>]*>/g, "");
      for (const item of [bib, ris, csl]) {
        expect(plain(item?.title).replace(/^\[(.*)\]$/, "$1"), stem).toBe(title);
        expect(
          item?.author?.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(", ")),
          stem,
        ).toEqual(csl?.author?.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(", ")));
        expect(item?.issued?.["date-parts"][0], stem).toEqual(csl?.issued?.["date-parts"][0]);
      }
      keys.add(bib?.["citation-key"]);
    }
    expect(keys.size).toBe(talks.length);
  });
}
