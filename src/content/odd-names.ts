/** Names of files that programs read differently, so that a copy of the archive could not be checked everywhere. */
import { clip } from "../model/records/fields.ts";

/**
 * What BagIt (RFC 8493, section 2.1.3) and `sha512sum --check` write in different ways in their lists, and U+FFFD, which stands for bytes
 * of a name that are not UTF-8.
 */
export const ODD_NAME = /[%\\\ufffd\p{Cc}]/u;

/** Message and hint about such a name. */
export function oddName(name: string): [message: string, hint: string] {
  return [
    `\`${clip(name)}\` in this folder has a name that not all programs read alike.`,
    "Rename it without `%`, `\\`, invisible characters and characters that are not UTF-8, so that every copy can be checked.",
  ];
}
