/** The reading of a stranger's zip: what it says of itself bounds the work, and nothing is written anywhere. */
import { inflateRawSync } from "node:zlib";

/** A file in a zip. Several may have one name. */
export interface ZippedFile {
  name: string;
  bytes: Buffer;
}

const [END, ENTRY, LOCAL] = ["PK\x05\x06", "PK\x01\x02", "PK\x03\x04"];
/** The length of the end record, and the longest comment after it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];

/** What is in a zip; nothing of one that is encrypted, damaged, packed in another way, or holds more than so many bytes. */
export function readZip(zip: Buffer, mostBytes: number): ZippedFile[] | undefined {
  const end = zip.lastIndexOf(END, undefined, "latin1");
  if (end < 0 || end + END_LENGTH > zip.length || zip.length - end > END_LENGTH + LONGEST_COMMENT) return undefined;
  const files: ZippedFile[] = [];
  let left = mostBytes;
  let at = zip.readUInt32LE(end + 16);
  for (let more = zip.readUInt16LE(end + 10); more > 0; more--) {
    if (!isRecord(zip, at, ENTRY, 46)) return undefined;
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    const [packed, unpacked] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    left -= unpacked;
    const bytes = left < 0 || (flags & 1) === 1 ? undefined : unpack(zip, zip.readUInt32LE(at + 42), method, packed, unpacked);
    if (!bytes) return undefined;
    files.push({ name: zip.toString((flags & 0x800) === 0 ? "latin1" : "utf8", at + 46, at + 46 + name), bytes });
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Whether a record with that mark, of at least that length, begins there. */
function isRecord(zip: Buffer, at: number, mark: string, length: number): boolean {
  return at + length <= zip.length && zip.toString("latin1", at, at + 4) === mark;
}

/** The bytes of an entry; nothing where they are not as many as the list says. */
function unpack(zip: Buffer, local: number, method: number, packed: number, unpacked: number): Buffer | undefined {
  if (!isRecord(zip, local, LOCAL, 30)) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + packed);
  if (bytes.length !== packed) return undefined;
  if (method === STORED) return packed === unpacked ? bytes : undefined;
  if (method !== DEFLATED) return undefined;
  try {
    const content = inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
    return content.length === unpacked ? content : undefined;
  } catch {
    return undefined;
  }
}
