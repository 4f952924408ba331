/** The weight of a first search: what a reader loads from the index of a built site until the first results are there. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** How many parts of the index a question of two words and their neighbours need at most, and how many results are looked at first. */
const [CHUNKS, RESULTS] = [4, 6];
/** What stands before the list of texts in a file. */
const SIGNATURE = "pagefind_dcd";

/** One line of Markdown; nothing where the site has no index. */
export function firstSearch(site: string): string | undefined {
  const folder = join(site, "pagefind");
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => statSync(join(folder, file)).isFile());
  const sizes = (pattern: RegExp) =>
    files
      .filter((file) => pattern.test(file))
      .map((file) => brotliCompressSync(readFileSync(join(folder, file))).length)
      .sort((a, b) => b - a);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  // The file of a page's text, for every page: several may share one.
  const texts = files
    .filter((file) => file.startsWith("fragment/"))
    .flatMap((file) => {
      const content = readFileSync(join(folder, file));
      const size = brotliCompressSync(content).length;
      const pages = JSON.parse(content.toString().slice(SIGNATURE.length)) as unknown[];
      return pages.map(() => size);
    });
  const first = sum(sizes(/\.wasm$|^words-|^entry/)) + sum(sizes(/^index/).slice(0, CHUNKS)) + (sum(texts) / texts.length) * RESULTS;
  const [kilobytes, filters, all] = [first, sum(sizes(/^filter/)), sum(sizes(/./))].map((bytes) => `${Math.round(bytes / 1000)} kB`);
  return `A first search of two words loads ${kilobytes} at most; filters ${filters} more when they are opened. The index is ${all} in ${files.length} files.`;
}
