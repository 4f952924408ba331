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

/** A value as bytes, each number in as few as it fits in. */
export function writeCbor(value: Cbor): Uint8Array {
  const writer = new CborWriter();
  writer.write(value);
  return writer.bytes;
}

/** The head of a list of so many values, which follow it. */
export function listHead(size: number): Uint8Array {
  const writer = new CborWriter(8);
  writer.openList(size);
  return writer.bytes;
}

/** So many bytes are written sooner one by one than a view of them is made. */
const FEW = 48;

/** Writes one value after another into one piece of memory: lists of an index have a hundred thousand of them. */
export class CborWriter {
  #memory: Uint8Array;
  #view: DataView;
  readonly #encoder = new TextEncoder();
  #at = 0;

  /** `size` is how many bytes there is room for at first. */
  constructor(size = 1024) {
    this.#memory = new Uint8Array(size);
    this.#view = new DataView(this.#memory.buffer);
  }

  /** What was written so far. */
  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#at);
  }

  write(value: Cbor): void {
    if (typeof value === "number") this.#writeHead(value < 0 ? NEGATIVE : NUMBER, value < 0 ? -1 - value : value);
    else if (typeof value === "string") {
      if (this.#writePlain(value)) return;
      const text = this.#encoder.encode(value);
      this.#writeHead(TEXT, text.length);
      this.copy(text);
    } else {
      this.openList(value.length);
      for (const one of value) this.write(one);
    }
  }

  /** Begins a list of so many values, which come next. */
  openList(size: number): void {
    this.#writeHead(LIST, size);
  }

  /** Writes values that are written already, from one place in some bytes to another. */
  copy(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#makeRoom(to - from);
    const shift = this.#at - from;
    if (to - from < FEW) for (let at = from; at < to; at++) this.#memory[at + shift] = bytes[at] ?? 0;
    else this.#memory.set(bytes.subarray(from, to), this.#at);
    this.#at += to - from;
  }

  /** The last bytes that were written, to be changed. */
  last(length: number): Uint8Array {
    return this.#memory.subarray(this.#at - length, this.#at);
  }

  /** Writes a text whose letters are all ASCII, as nearly all names are, without memory of its own; says whether it was one. */
  #writePlain(text: string): boolean {
    const before = this.#at;
    this.#writeHead(TEXT, text.length);
    this.#makeRoom(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        this.#at = before;
        return false;
      }
      this.#memory[this.#at++] = code;
    }
    return true;
  }

  #writeHead(kind: number, size: number): void {
    this.#makeRoom(5);
    const length = size < 24 ? 0 : size < 0x100 ? 1 : size < 0x10000 ? 2 : 4;
    this.#view.setUint8(this.#at, (kind << 5) | (length === 0 ? size : length === 1 ? 24 : length === 2 ? 25 : 26));
    if (length === 1) this.#view.setUint8(this.#at + 1, size);
    else if (length === 2) this.#view.setUint16(this.#at + 1, size);
    else if (length === 4) this.#view.setUint32(this.#at + 1, size);
    this.#at += 1 + length;
  }

  #makeRoom(more: number): void {
    if (this.#at + more <= this.#memory.length) return;
    const larger = new Uint8Array(2 * (this.#at + more));
    larger.set(this.#memory);
    this.#memory = larger;
    this.#view = new DataView(larger.buffer);
  }
}
