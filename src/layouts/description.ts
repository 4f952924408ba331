/** The description of a page for search engines and previews of links. */
import type { Prose } from "../model/archive.ts";

/** What search engines show of a page, made when the page is printed. */
export class Description {
  readonly #source: string | Prose;

  constructor(source: string | Prose) {
    this.#source = source;
  }

  /** One line of at most 200 characters, cut between words. */
  get text(): string {
    const flat = (typeof this.#source === "string" ? this.#source : this.#source.text).replace(/\s+/gu, " ").trim();
    if (flat.length <= 200) return flat;
    return `${flat.slice(0, 200).replace(/\s+\S*$/u, "")}…`;
  }

  /** What stands for it in the fingerprint of the page. */
  toJSON(): string | Prose {
    return this.#source;
  }
}
