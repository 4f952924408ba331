/** Things that are known by words of records: spellings of one word are one thing, and a curated vocabulary joins further ones. */
import { digest } from "../text/digest.ts";
import { slug, wordKey } from "../text/slug.ts";

/** An entry of a curated vocabulary. */
export interface Term {
  name: string;
  /** How readers see the name. */
  label?: string | undefined;
  aliases?: readonly string[] | undefined;
}

/** A thing that words of records name. */
export interface Named {
  slug: string;
  path: string;
  name: string;
  /** Further words that lead to it: those of the vocabulary, then those of records. */
  otherNames: string[];
}

/** Gives each word its thing. Ask for all words first; names are settled by `all()`. */
export class Vocabulary<Thing extends Named, Entry extends Term> {
  readonly #make: (address: string, name: string, term: Entry | undefined) => Thing;
  readonly #pathOf: (address: string) => string;
  readonly #byKey = new Map<string, { key: string; thing: Thing; term: Entry | undefined; spellings: Map<string, number> }>();

  constructor(
    terms: readonly Entry[],
    pathOf: (address: string) => string,
    make: (address: string, name: string, term: Entry | undefined) => Thing,
  ) {
    this.#make = make;
    this.#pathOf = pathOf;
    // Names come before aliases, so that no alias can take the place of a name.
    for (const term of terms) if (!this.#byKey.has(wordKey(term.name))) this.#add(term.name, term);
    for (const term of terms) {
      const known = this.#byKey.get(wordKey(term.name));
      for (const alias of term.aliases ?? []) if (known && !this.#byKey.has(wordKey(alias))) this.#byKey.set(wordKey(alias), known);
    }
  }

  /** The thing that a word means; a new one for a new word. */
  resolve(word: string): Thing {
    const { thing, spellings } = this.#byKey.get(wordKey(word)) ?? this.#add(word, undefined);
    spellings.set(word, (spellings.get(word) ?? 0) + 1);
    return thing;
  }

  /** The thing that the curated vocabulary has for a word. */
  curated(word: string): Thing | undefined {
    const known = this.#byKey.get(wordKey(word));
    return known?.term && known.thing;
  }

  /** All things in order of their addresses, under the curated name or else in the spelling that most records use, small letters first. */
  all(): Thing[] {
    const unique = new Set(this.#byKey.values());
    for (const { thing, term, spellings } of unique) {
      const [first] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
      if (!term && first) thing.name = first[0];
      if (term?.label !== undefined) thing.name = term.label;
      thing.otherNames = [...new Set([...(term?.aliases ?? []), ...[...spellings.keys()].sort()])].filter(
        (name) => name !== thing.name && !(term?.label !== undefined && wordKey(name) === wordKey(term.name)),
      );
    }
    this.#part([...unique]);
    return [...unique].map(({ thing }) => thing).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  /** Letters without a Latin form, and what is beyond the longest address, are in no address: where others have the same, a mark tells them apart. */
  #part(all: readonly { key: string; thing: Thing }[]): void {
    const sharing = new Map<string, number>();
    for (const { thing } of all) sharing.set(thing.slug, (sharing.get(thing.slug) ?? 0) + 1);
    for (const { key, thing } of all) {
      if (sharing.get(thing.slug) === 1 || key === thing.slug) continue;
      const mark = digest(key)
        .replace(/[^A-Za-z0-9]/g, "")
        .toLowerCase()
        .slice(0, 8);
      thing.slug = `${thing.slug}-${mark}`;
      thing.path = this.#pathOf(thing.slug);
    }
  }

  #add(word: string, term: Entry | undefined) {
    const key = wordKey(word);
    const added = { key, thing: this.#make(slug(word), word, term), term, spellings: new Map<string, number>() };
    this.#byKey.set(key, added);
    return added;
  }
}

/** The words of a term that have another address than its name, each once. */
export function aliasSlugs({ name, aliases = [] }: Term): string[] {
  const own = slug(name);
  return [...new Set(aliases.map(slug))].filter((address) => address !== own);
}

/** A thing's name as records write it, which may differ from what readers see. */
export function writtenName({ name, term }: { name: string; term: Term | undefined }): string {
  return term?.name ?? name;
}
