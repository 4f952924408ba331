/** Owns topics: spellings with one address are one topic, shown in the spelling that most records use, small letters first. */
import type { Topic } from "./archive.ts";
import { slug } from "./slug.ts";
import { topicPath } from "./urls.ts";

/** Gives each topic word its topic. Ask for all words first; names are settled by `all()`. */
export class Topics {
  readonly #bySlug = new Map<string, { topic: Topic; spellings: Map<string, number> }>();

  resolve(word: string): Topic {
    const address = slug(word);
    let known = this.#bySlug.get(address);
    if (!known) {
      known = { topic: { slug: address, path: topicPath(address), name: word, talks: [], papers: [] }, spellings: new Map() };
      this.#bySlug.set(address, known);
    }
    known.spellings.set(word, (known.spellings.get(word) ?? 0) + 1);
    return known.topic;
  }

  /** All topics by name. */
  all(): Topic[] {
    for (const { topic, spellings } of this.#bySlug.values()) {
      const [first] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
      if (first) topic.name = first[0];
    }
    return [...this.#bySlug.values()].map(({ topic }) => topic).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }
}
