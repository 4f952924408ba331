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
    const value = this.#withKeys();
    const isLarge = typeof value === "object" && value !== null && !this.#isKept;
    this.#made = isLarge ? new WeakRef(value) : { deref: () => value };
    return value;
  }

  /** Whoever makes a value may make a digest for it, in which keys stand for other values. */
  #withKeys(): Value {
    const before = isAllMade;
    isAllMade = false;
    try {
      return this.#make();
    } finally {
      isAllMade = before;
    }
  }

  /** What stands for it in a digest. */
  toJSON(): unknown {
    return isAllMade ? this.made() : (this.#key ?? this.value);
  }

  /** What whoever prints it looks at. */
  made(): object {
    return { value: this.value };
  }
}

/** Whether JSON holds the values themselves and not what stands for them. */
let isAllMade = false;

/** Data as JSON in which all deferred values are made, so that another process can print them. */
export function madeJson(data: unknown): string {
  isAllMade = true;
  try {
    return JSON.stringify(data);
  } finally {
    isAllMade = false;
  }
}

/** The same fields, for which their digest stands in every digest of what holds them; it is computed once, whoever holds them. */
export function keyed<Fields extends object>(fields: Fields): Fields {
  let key: string | undefined;
  const toJSON = () => {
    if (isAllMade) return { ...fields };
    key ??= digestOf({ ...fields });
    return key;
  };
  return Object.defineProperty(fields, "toJSON", { value: toJSON });
}
