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
  /** Objects are kept only while memory is plenty: all texts of a large archive would fill it. */
  #made: WeakRef<object> | { deref: () => Value } | undefined;

  /** `key` changes whenever the value would and what lies beside it does not tell; without a key the value stands for itself. */
  constructor(make: () => Value, key?: unknown) {
    this.#make = make;
    this.#key = key;
  }

  get value(): Value {
    const kept = this.#made?.deref() as Value | undefined;
    if (kept !== undefined) return kept;
    const value = this.#make();
    this.#made = typeof value === "object" && value !== null ? new WeakRef(value) : { deref: () => value };
    return value;
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
