/** Values that are made when somebody looks at them. In the digest of what holds them, a key stands for them. */
import { digestOf } from "./digest.ts";

/**
 * A value that is made when it is printed, which no build does for a page that has not changed.
 *
 * @example
 * const view = { title, citation: new Deferred(() => citationOf(talk), talk.digest) };
 * digestOf(view); // made of the title and of `talk.digest`; no citation is made for it
 * view.citation.value; // the citation
 */
export class Deferred<Value> {
  readonly #make: () => Value;
  readonly #key: unknown;
  readonly #isKept: boolean;
  /** Objects are kept only while memory is plenty, unless they are small and asked for again and again. */
  #made: WeakRef<object> | { deref: () => Value } | undefined;

  /** `key` changes whenever the value would and what lies beside it does not tell; without a key the value stands for itself. */
  constructor(make: () => Value, key?: unknown, isKept = false) {
    this.#make = make;
    this.#key = key;
    this.#isKept = isKept;
  }

  get value(): Value {
    const kept = this.#made?.deref() as Value | undefined;
    if (kept !== undefined) return kept;
    const value = this.#make();
    const isLarge = typeof value === "object" && value !== null && !this.#isKept;
    this.#made = isLarge ? new WeakRef(value) : { deref: () => value };
    return value;
  }

  /** What stands for it in a digest. */
  toJSON(): unknown {
    return this.#key ?? this.value;
  }
}

/** The same fields, for which their digest stands in every digest of what holds them; it is computed once, whoever holds them. */
export function keyed<Fields extends object>(fields: Fields): Fields {
  const key = new Deferred(() => digestOf({ ...fields }));
  return Object.defineProperty(fields, "toJSON", { value: () => key.value });
}
