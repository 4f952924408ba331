/** Reads CBOR (RFC 8949), the format of Pagefind's index files, as far as they use it: numbers, texts and lists. */

export type Cbor = number | string | Cbor[];

/** The first value in some bytes. Throws `RangeError` for what is no such value. */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  /** The number that follows a first byte: in that byte itself, or in the next 1, 2 or 4. */
  function readSize(short: number): number {
    if (short < 24) return short;
    const size = 1 << (short - 24);
    const from = at;
    at += size;
    if (size === 1) return view.getUint8(from);
    if (size === 2) return view.getUint16(from);
    if (size === 4) return view.getUint32(from);
    throw new RangeError("a number that is too large");
  }
  function read(): Cbor {
    const first = view.getUint8(at++);
    const kind = first >> 5;
    const size = readSize(first & 31);
    if (kind === 0) return size;
    if (kind === 1) return -1 - size;
    if (kind === 3) {
      at += size;
      return decoder.decode(bytes.subarray(at - size, at));
    }
    if (kind !== 4) throw new RangeError(`no number, text or list: ${first}`);
    const list: Cbor[] = [];
    for (let index = 0; index < size; index++) list.push(read());
    return list;
  }
  return read();
}
