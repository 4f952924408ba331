/** Parts of a view that are made when the page is printed, which no build does for a page that has not changed. */

export class LazyPart<Value> {
  readonly #make: () => Value;
  readonly #madeOf: string | undefined;
  #made: { value: Value } | undefined;

  /** `madeOf` changes whenever the value would and the rest of the view does not tell; without it the value stands for itself. */
  constructor(make: () => Value, madeOf: string | undefined) {
    this.#make = make;
    this.#madeOf = madeOf;
  }

  get value(): Value {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }

  /** What stands for it in the fingerprint of the page. */
  toJSON(): unknown {
    return this.#madeOf ?? this.value;
  }
}
