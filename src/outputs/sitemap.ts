/** `sitemap.xml`, split as https://www.sitemaps.org/protocol.html asks for more than 50,000 pages. */
import { xmlDocument } from "../components/xml.ts";
import type { Archive } from "../model/archive.ts";
import { absolute, PATHS, sitemapPartPath } from "../model/urls.ts";
import type { OutputFile, OutputFormat } from "./output-format.ts";

const LARGEST = 50_000;
const NAMESPACE = { "@_xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9" };

export const sitemap = {
  name: "sitemap",
  alsoOf: ({ pagePaths }) => pagePaths,
  *files(archive, { pagePaths }) {
    const parts = Array.from({ length: Math.ceil(pagePaths.length / LARGEST) }, (_, index) =>
      pagePaths.slice(index * LARGEST, (index + 1) * LARGEST),
    );
    if (parts.length <= 1) yield urlset(archive, PATHS.sitemap, pagePaths);
    else {
      const names = parts.map((_, index) => sitemapPartPath(index + 1));
      for (const [index, paths] of parts.entries()) yield urlset(archive, names[index] ?? "", paths);
      const sitemap = names.map((name) => ({ loc: absolute(archive.site.base, name) }));
      yield { path: PATHS.sitemap.slice(1), content: xmlDocument({ sitemapindex: { ...NAMESPACE, sitemap } }) };
    }
  },
} satisfies OutputFormat;

function urlset(archive: Archive, path: string, paths: readonly string[]): OutputFile {
  const url = paths.map((page) => ({ loc: absolute(archive.site.base, page) }));
  return { path: path.slice(1), content: xmlDocument({ urlset: { ...NAMESPACE, url } }) };
}
