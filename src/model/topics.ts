/** Topics: the curated ones with what is broader and narrower, and every other word of records. */
import type { Topic } from "./archive.ts";
import type { TopicTerm } from "./records/vocabulary.ts";
import { topicPath } from "./urls.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Gives each topic word its topic. Ask for all words first; names are settled by `all()`. */
export class Topics {
  readonly #terms: readonly TopicTerm[];
  readonly #words: Vocabulary<Topic, TopicTerm>;

  constructor(terms: readonly TopicTerm[] = []) {
    this.#terms = terms;
    this.#words = new Vocabulary(terms, (slug, name, term) => ({
      slug,
      path: topicPath(slug),
      name,
      otherNames: [],
      term,
      broader: undefined,
      narrower: [],
      talks: [],
      papers: [],
    }));
    for (const { name, broader } of terms) {
      const topic = this.#words.curated(name);
      const wider = broader === undefined ? undefined : this.#words.curated(broader);
      if (topic && wider && topic !== wider) topic.broader = wider;
    }
  }

  resolve(word: string): Topic {
    return this.#words.resolve(word);
  }

  /** All topics by name. */
  all(): Topic[] {
    const topics = this.#words.all();
    if (this.#terms.length > 0) for (const topic of topics) topic.broader?.narrower.push(topic);
    return topics;
  }
}

/** The topics that a topic is part of, the widest first. */
export function widerTopics({ broader }: Topic): Topic[] {
  return broader ? [...widerTopics(broader), broader] : [];
}
