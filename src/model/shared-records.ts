/** The records that every event's pages are made with, beside its own: what topics and organizations are called, and words of the archive's own. */
import type { Archive, Filed } from "./archive.ts";

/** Topics, organizations and words, as far as the archive has such records. */
export function sharedRecords({ vocabularies: { topics, organizations }, ownWords }: Archive): Filed<unknown>[] {
  return [topics, organizations, ownWords].flatMap((one) => one ?? []);
}
