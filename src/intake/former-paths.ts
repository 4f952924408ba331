/** Which former paths an import may claim, so that no two records and none of the archive's own pages share an address. */
import { canBeFormer } from "../model/addresses.ts";
import { outputFile } from "../model/urls.ts";
import { parseUrl } from "../text/parse-url.ts";

/** All former paths of an archive, each with the record that has it. */
export class FormerPaths {
  readonly #files = new Map<string, string>();
  readonly #folders = new Set<string>();

  /** `pages` are the archive's own pages. */
  constructor(pages: readonly string[]) {
    for (const page of pages) this.#take(outputFile(`/${page}/`), `page ${page}`);
  }

  /** Gives the path to a record, unless it is another's or cannot be kept. */
  claim(path: string, owner: string): boolean {
    if (!canBeFormer(path)) return false;
    const file = outputFile(path).toLowerCase();
    const held = this.#files.get(file);
    if (held !== undefined) return held === owner;
    if (this.#folders.has(file) || foldersOf(file).some((folder) => this.#files.has(folder))) return false;
    this.#take(file, owner);
    return true;
  }

  #take(file: string, owner: string): void {
    const key = file.toLowerCase();
    this.#files.set(key, owner);
    for (const folder of foldersOf(key)) this.#folders.add(folder);
  }
}

function foldersOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** The path of an address, where it alone names the page; what is no address has none. */
export function pathOf(url: string): string | undefined {
  const parsed = parseUrl(url);
  return parsed?.search === "" && parsed.hash === "" && parsed.pathname !== "/" ? parsed.pathname : undefined;
}
