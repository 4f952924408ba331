/** CBOR (RFC 8949), the format of Pagefind's index files, as far as they use it: numbers, texts and lists. Browsers read it too. */

export type Cbor = number | string | Cbor[];

/** Kinds of values. A negative number is -1 for 0, -2 for 1; up to 23 it stands in the first byte. */
export const [NUMBER, NEGATIVE, TEXT, LIST] = [0, 1, 3, 4];

/** Reads one value after another. Throws `RangeError` for what is no such value. */
export class CborReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder();
  /** Where the next value begins, in bytes. */
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): Cbor {
    const [kind, size] = this.readHead();
    if (kind === NUMBER) return size;
    if (kind === NEGATIVE) return -1 - size;
    if (kind === TEXT) {
      this.at += size;
      return this.#decoder.decode(this.#bytes.subarray(this.at - size, this.at));
    }
    if (kind !== LIST) throw new RangeError("no number, text or list");
    const list: Cbor[] = [];
    for (let index = 0; index < size; index++) list.push(this.read());
    return list;
  }

  /** The kind of a value, and the number that follows it: in the first byte itself, or in the next 1, 2 or 4. */
  readHead(): [kind: number, size: number] {
    const first = this.#view.getUint8(this.at++);
    const [kind, short] = [first >> 5, first & 31];
    if (short < 24) return [kind, short];
    if (short > 26) throw new RangeError("no number, text or list");
    let size = 0;
    for (const end = this.at + (1 << (short - 24)); this.at < end; this.at++) size = size * 256 + this.#view.getUint8(this.at);
    return [kind, size];
  }
}

/** The first value in some bytes. */
export const readCbor = (bytes: Uint8Array): Cbor => new CborReader(bytes).read();

/** How many values a list has; they come next. */
export function openList(reader: CborReader): number {
  const [kind, size] = reader.readHead();
  if (kind !== LIST) throw new RangeError(`no list: kind ${kind}`);
  return size;
}

/** Passes over the next value. */
export function skipCbor(reader: CborReader): void {
  for (let left = 1; left > 0; left--) {
    const [kind, size] = reader.readHead();
    if (kind === TEXT) reader.at += size;
    else if (kind === LIST) left += size;
    else if (kind !== NUMBER && kind !== NEGATIVE) throw new RangeError("no number, text or list");
  }
}
