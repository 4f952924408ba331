/** The counting of what two texts share, and the choice of a sample. */

/** What Hugo is spared: pages and files that only our build makes, by their paths. */
export const OURS_ALONE = /^(accessibility|explore|pagefind|search)\/|^_headers|\/archive\.zip$|\/talks-words-\w+\.json$/;

/** A line on files that only we make, by folder or name; nothing where there are none. */
export function oursAlone(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const name = /\/archive\.zip$/.test(file) ? "events/*/archive.zip" : file.replace(/\/.*/, "/*");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const list = [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
  return files.length ? [`Made by ours alone, in the same time: ${files.length} (${list}).`] : [];
}

/** Some of a list, evenly spread. */
export function evenly<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  const places = new Set(Array.from({ length: Math.min(most, list.length) }, (_, index) => Math.floor(index * step)));
  return list.filter((_, place) => places.has(place));
}

/** How much of the whole a part is, for a table. */
export function share(part: number, all: number): string {
  return all ? `${((100 * part) / all).toFixed(1)} %` : "–";
}

/** The words of a text, whatever stands between them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** How many of them two lists share, whatever their order. */
export function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let count = 0;
  for (const item of b) {
    const rest = left.get(item) ?? 0;
    if (rest > 0) count++;
    left.set(item, rest - 1);
  }
  return count;
}

/**
 * Addresses as ours has them. Hugo names the files of a format alike on all pages: `intel-update/index.ics` is what ours calls
 * `intel-update/intel-update.ics`.
 */
export function ourNames(text: string): string {
  return text.replace(/([^/\s"]+)\/index\.(ics|bib|ris|csl\.json)\b/g, "$1/$1.$2");
}
