/** Digests of texts, bytes and plain data, by which a build knows what is unchanged. */
import { hash } from "node:crypto";

/** A digest of a text or of bytes: 22 letters of Base64url, 132 bits of SHA-256. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 22);
}

/** A digest for the name of a file that changes with its content: 10 letters, 40 bits of SHA-256. */
export function nameDigest(content: string | Uint8Array): string {
  return hash("sha256", content, "hex").slice(0, 10);
}

/** A digest of plain data, as `JSON.stringify` writes it. */
export function digestOf(data: unknown): string {
  return digest(JSON.stringify(data));
}
