/** How alike the texts of talks are: the cosine of their most telling words (TF-IDF), looked up through an index of these words. */
import type { Archive, Talk } from "./archive.ts";
import { tellingWords } from "../text/words.ts";
import { decksOf } from "./slides.ts";

/** So many words stand for a talk. */
const MOST_WORDS = 16;
/** A word in more talks than a quarter, or than this, tells too little, and would take long to look up. */
const COMMON_WORD = 250;
/** A word of the title counts as often. */
const TITLE = 3;
/** A word of the slides counts as much, and no more than so many words of them are looked at. */
const SLIDE = 0.3;
const MOST_SLIDE_WORDS = 3000;

/** How often each word is in a talk. */
interface Counts {
  ids: number[];
  counts: number[];
}

/** How alike other talks are to one, by their numbers. */
export interface Likeness {
  alike: Float64Array;
  /** How many telling words they share. */
  shared: Uint8Array;
}

/** The texts of all talks, by the number of the talk in the archive. */
export class TextLikeness {
  readonly #ids = new Map<string, number>();
  /** In how many talks each word is. */
  readonly #spread: number[] = [];
  /** Where each word stands in the last list that it came into. */
  readonly #places: number[] = [];
  /** The words that stand for each talk, and their weights; a talk is alike itself by 1. */
  readonly #words: Int32Array[] = [];
  readonly #weights: Float64Array[] = [];
  /** The talks that each word stands for, and its weights there. */
  readonly #talks: Int32Array[];
  readonly #weightsIn: Float64Array[];

  constructor(archive: Archive) {
    const all = archive.talks.map((talk) => this.#count(archive, talk));
    const common = Math.min(COMMON_WORD, Math.max(2, all.length / 4));
    const telling = Float64Array.from(this.#spread, (spread) => (spread > common ? 0 : Math.log2((all.length + 1) / spread)));
    const uses = new Int32Array(telling.length);
    for (const counts of all) this.#weigh(counts, telling, uses);
    this.#talks = Array.from(uses, (many) => new Int32Array(many));
    this.#weightsIn = Array.from(uses, (many) => new Float64Array(many));
    uses.fill(0);
    for (const [number, words] of this.#words.entries())
      for (const [index, word] of words.entries()) {
        const [talks, weights, place] = [this.#talks[word], this.#weightsIn[word], uses[word] ?? 0];
        if (talks) talks[place] = number;
        if (weights) weights[place] = this.#weights[number]?.[index] ?? 0;
        uses[word] = place + 1;
      }
  }

  /** Adds to every other talk how alike it is to that one, and puts the talks that had nothing before into `found`. */
  compare(number: number, { alike, shared }: Likeness, found: number[]): void {
    const weights = this.#weights[number];
    for (const [index, word] of (this.#words[number] ?? []).entries()) {
      const weight = weights?.[index] ?? 0;
      const others = this.#talks[word];
      const theirs = this.#weightsIn[word];
      if (!others || !theirs) continue;
      for (let at = 0; at < others.length; at++) {
        const other = others[at] ?? 0;
        if (shared[other] === 0) found.push(other);
        alike[other] = (alike[other] ?? 0) + weight * (theirs[at] ?? 0);
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
  }

  /** Chooses the words that stand for a talk: the heaviest, and of equals those that were met first. */
  #weigh({ ids, counts }: Counts, telling: Float64Array, uses: Int32Array): void {
    const chosen: number[] = [];
    const heaviest: number[] = [];
    let square = 0;
    for (const [index, id] of ids.entries()) {
      const weight = (telling[id] ?? 0) * Math.log2(1 + (counts[index] ?? 0));
      square += weight * weight;
      if (weight === 0 || (this.#spread[id] ?? 0) < 2) continue;
      let place = chosen.length;
      while (place > 0 && isHeavier(weight, id, heaviest[place - 1] ?? 0, chosen[place - 1] ?? 0)) place--;
      if (place === MOST_WORDS) continue;
      chosen.splice(place, 0, id);
      heaviest.splice(place, 0, weight);
      chosen.length = heaviest.length = Math.min(chosen.length, MOST_WORDS);
    }
    for (const id of chosen) uses[id] = (uses[id] ?? 0) + 1;
    this.#words.push(Int32Array.from(chosen));
    this.#weights.push(Float64Array.from(heaviest, (weight) => weight / Math.sqrt(square)));
  }

  #count(archive: Archive, talk: Talk): Counts {
    const { ids, counts }: Counts = { ids: [], counts: [] };
    if (talk.isBreak) return { ids, counts };
    const places = this.#places;
    const add = (text: string, worth: number, most?: number) => {
      for (const word of tellingWords(text, talk.language, most)) {
        let id = this.#ids.get(word);
        if (id === undefined) {
          id = this.#ids.size;
          this.#ids.set(word, id);
          places.push(-1);
          this.#spread.push(0);
        }
        let place = places[id] ?? -1;
        if (ids[place] !== id) {
          place = places[id] = ids.push(id) - 1;
          counts.push(0);
        }
        counts[place] = (counts[place] ?? 0) + worth;
      }
    };
    add(talk.title, TITLE);
    // The text as it is written will do, and rendering it takes longer than all the rest.
    if (talk.abstract) add(talk.abstract.markdown, 1);
    for (const { deck } of decksOf(archive, talk)) add(deck.pages.flatMap(({ lines }) => lines).join(" "), SLIDE, MOST_SLIDE_WORDS);
    for (const id of ids) this.#spread[id] = (this.#spread[id] ?? 0) + 1;
    return { ids, counts };
  }
}

/** Whether a word comes before another one. */
function isHeavier(weight: number, id: number, otherWeight: number, other: number): boolean {
  return weight > otherWeight || (weight === otherWeight && id < other);
}
