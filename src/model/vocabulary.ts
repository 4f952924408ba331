/** Things that are known by words of records: spellings with one address are one thing, and a curated vocabulary joins further ones. */
import { slug } from "../text/slug.ts";

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
  name: string;
  /** Further words that lead to it: those of the vocabulary, then those of records. */
  otherNames: string[];
}

/** Gives each word its thing. Ask for all words first; names are settled by `all()`. */
export class Vocabulary<Thing extends Named, Entry extends Term> {
  readonly #make: (address: string, name: string, term: Entry | undefined) => Thing;
  readonly #bySlug = new Map<string, { thing: Thing; term: Entry | undefined; spellings: Map<string, number> }>();

  constructor(terms: readonly Entry[], make: (address: string, name: string, term: Entry | undefined) => Thing) {
    this.#make = make;
    // Names come before aliases, so that no alias can take the place of a name.
    for (const term of terms) if (!this.#bySlug.has(slug(term.name))) this.#add(term.name, term);
    for (const term of terms) {
      const known = this.#bySlug.get(slug(term.name));
      for (const alias of term.aliases ?? []) if (known && !this.#bySlug.has(slug(alias))) this.#bySlug.set(slug(alias), known);
    }
  }

  /** The thing that a word means; a new one for a new word. */
  resolve(word: string): Thing {
    const { thing, spellings } = this.#bySlug.get(slug(word)) ?? this.#add(word, undefined);
    spellings.set(word, (spellings.get(word) ?? 0) + 1);
    return thing;
  }

  /** The thing that the curated vocabulary has for a word. */
  curated(word: string): Thing | undefined {
    const known = this.#bySlug.get(slug(word));
    return known?.term && known.thing;
  }

  /** All things in order of their addresses, under the curated name or else in the spelling that most records use, small letters first. */
  all(): Thing[] {
    const unique = new Set(this.#bySlug.values());
    for (const { thing, term, spellings } of unique) {
      const [first] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
      if (!term && first) thing.name = first[0];
      if (term?.label !== undefined) thing.name = term.label;
      thing.otherNames = [...new Set([...(term?.aliases ?? []), ...[...spellings.keys()].sort()])].filter(
        (name) => name !== thing.name && !(term?.label !== undefined && slug(name) === slug(term.name)),
      );
    }
    return [...unique].map(({ thing }) => thing).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  #add(word: string, term: Entry | undefined) {
    const address = slug(word);
    const added = { thing: this.#make(address, word, term), term, spellings: new Map<string, number>() };
    this.#bySlug.set(address, added);
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
