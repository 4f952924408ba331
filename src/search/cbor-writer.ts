/** Writes CBOR, which `text/cbor.ts` reads, of numbers, texts and lists. */
import { type Cbor, LIST, NEGATIVE, NUMBER, TEXT } from "../text/cbor.ts";

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
  #memory: Buffer;
  #at = 0;

  /** `size` is how many bytes there is room for at first. */
  constructor(size = 1024) {
    this.#memory = Buffer.alloc(size);
  }

  /** What was written so far. */
  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#at);
  }

  write(value: Cbor): void {
    if (typeof value === "number") this.#writeHead(value < 0 ? NEGATIVE : NUMBER, value < 0 ? -1 - value : value);
    else if (typeof value === "string") {
      const length = Buffer.byteLength(value);
      this.#writeHead(TEXT, length);
      this.#makeRoom(length);
      this.#at += this.#memory.write(value, this.#at);
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

  #writeHead(kind: number, size: number): void {
    this.#makeRoom(5);
    const length = size < 24 ? 0 : size < 0x100 ? 1 : size < 0x10000 ? 2 : 4;
    this.#memory.writeUInt8((kind << 5) | (length === 0 ? size : length === 1 ? 24 : length === 2 ? 25 : 26), this.#at);
    if (length === 1) this.#memory.writeUInt8(size, this.#at + 1);
    else if (length === 2) this.#memory.writeUInt16BE(size, this.#at + 1);
    else if (length === 4) this.#memory.writeUInt32BE(size, this.#at + 1);
    this.#at += 1 + length;
  }

  #makeRoom(more: number): void {
    if (this.#at + more <= this.#memory.length) return;
    this.#memory = Buffer.concat([this.#memory], 2 * (this.#at + more));
  }
}
