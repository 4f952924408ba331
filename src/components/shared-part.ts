/** Parts of a view that many pages show: the fingerprint of a page holds their digest, which is computed once. */
import { digestOf } from "../text/digest.ts";

export class SharedPart<Fields extends object> {
  readonly #fields: Fields;
  #digest: string | undefined;

  constructor(fields: Fields) {
    this.#fields = fields;
    Object.assign(this, fields);
  }

  /** What stands for it in the fingerprint of a page. */
  toJSON(): string {
    this.#digest ??= digestOf(this.#fields);
    return this.#digest;
  }
}
