/** Topics: the curated ones with what is broader and narrower, and every other word of records. */
import { type Event, presentations, type Topic } from "./archive.ts";
import type { TopicsRecord, TopicTerm } from "./records/vocabulary.ts";
import { wordKey } from "../text/slug.ts";
import { topicPath } from "./urls.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Gives each topic word its topic. Ask for all words first; names are settled by `all()`. */
export class Topics {
  readonly #terms: readonly TopicTerm[];
  readonly #words: Vocabulary<Topic, TopicTerm>;
  readonly #ignored: ReadonlySet<string>;

  constructor({ topics: terms, notTopics = [] }: TopicsRecord = { topics: [] }) {
    this.#terms = terms;
    this.#ignored = new Set(notTopics.map(wordKey));
    this.#words = new Vocabulary(terms, topicPath, (slug, name, term) => ({
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

  /** The topic of a word; none for a word that the vocabulary says is no topic. */
  resolve(word: string): Topic | undefined {
    return this.#ignored.has(wordKey(word)) ? undefined : this.#words.resolve(word);
  }

  /** What a word is called in files of its own event, whatever records of other events say: the curated name, else as it is written. */
  keywordOf(word: string): string | undefined {
    if (this.#ignored.has(wordKey(word))) return undefined;
    const term = this.#words.curated(word)?.term;
    return term ? (term.label ?? term.name) : word;
  }

  /** All topics by name. */
  all(): Topic[] {
    const topics = this.#words.all();
    if (this.#terms.length > 0) for (const topic of topics) topic.broader?.narrower.push(topic);
    return topics;
  }
}

/** Fewer talks than this say nothing of how a topic is used, nor does an event of fewer. */
const LEAST_TALKS = 10;
const LEAST_AT_EVENT = 5;

/**
 * Whether a topic is a tag for everything, such as the name of a conference on each of its talks: at least two thirds of its talks were
 * given at events at half or more of whose talks it stands. Whoever looks for what talks are about learns nothing from it, so that lists
 * of topics show it last and folded; its page stays. One of the vocabulary was chosen by an editor and is never one.
 */
export function isTagForEverything({ term, talks }: Topic): boolean {
  if (term !== undefined || talks.length < LEAST_TALKS) return false;
  const atEvents = new Map<Event, number>();
  for (const { event } of talks) atEvents.set(event, (atEvents.get(event) ?? 0) + 1);
  let labels = 0;
  for (const [event, number] of atEvents) {
    const all = sizeOf(event);
    if (all >= LEAST_AT_EVENT && number * 2 >= all) labels += number;
  }
  return labels * 3 >= talks.length * 2;
}

const sizes = new WeakMap<Event, number>();

/** How many presentations an event has; each of its topics asks. */
function sizeOf(event: Event): number {
  const size = sizes.get(event) ?? presentations(event.talks).length;
  sizes.set(event, size);
  return size;
}

/** The topics that a topic is part of, the widest first. */
export function widerTopics({ broader }: Topic): Topic[] {
  return broader ? [...widerTopics(broader), broader] : [];
}
